"""What a file of answers would bring, before anything is stored: its columns, each with its question, and the rest."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.answer_files.matching import Use, Uses, parts_of
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.vocabulary import ItemKind
from capture_app.services.answers_in import AnswerFile, Chosen, Looked
from capture_app.services.answers_in_words import (
    column_words,
    found_words,
    left_out_words,
    told_without_address,
    use_words,
)
from capture_app.ui.answers.unfit_part import UnfitPart
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.choices import Check, DropDown
from capture_app.ui.widgets.count_field import CountField
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

_WIDTH = 720
_SAMPLES, _SAMPLE = 3, 40


class AnswersDialog(Question):
    """Deleted when it closes. Where there is nothing to add it only says why.

    Signals:
        looked_again(): something was put or meant otherwise; `chosen` says how.
        agreed(): the answers are to come in.
    """

    looked_again = Signal()
    agreed = Signal()

    def __init__(
        self, look: Look, file: AnswerFile, looked: Looked, *, parent: QWidget | None = None
    ) -> None:
        title = _("Bring in answers to “{form}”?").format(form=looked.form.title)
        super().__init__(look, title, _("Bring in"), harmless=_("Leave it"), width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file, self.looked = file, looked
        self.facts = Prose("", look, "capture")
        self._left_out = QVBoxLayout()
        self.unfit = UnfitPart(look)
        self.unfinished = Check(_("Also those who did not finish"), look)
        self.unnamed = Check(_("The tool asked nobody who they were"), look)
        self._eligible = CountField(
            look,
            _("How many people could have answered?"),
            _("Leave it empty if nobody knows."),
            most=99_999,
        )
        self.expected = self._eligible.typed
        self.columns = [self._column(place) for place in range(len(looked.uses))]
        self._fill()
        self.show_looked(looked)
        self.unfinished.toggled.connect(self.looked_again)
        self.unfit.said.connect(self.looked_again)
        self.answered.connect(self._on_answered)
        self.accepted.connect(self.agreed)

    def chosen(self) -> Chosen:
        """What was said of the file: columns that were put otherwise than their words say, and what words mean."""
        put = {one.column.place: one for box in self.columns if (one := box.currentData()) is not None}
        return Chosen(put, self.unfit.meant(), self.unfit.habits(), self.unfinished.isChecked())

    def number_expected(self) -> int | None:
        """How many could have answered; None where nobody said."""
        return self._eligible.count()

    def show_looked(self, looked: Looked) -> None:
        """Tell what would come in now."""
        self.looked = looked
        self.facts.set_words(" ".join(filter(None, (found_words(self._file, looked), _replacing(looked)))))
        told = left_out_words(self._file, looked)
        while (item := self._left_out.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words in told:
            self._left_out.addWidget(Prose(words, self.look))
        self.unfit.show_looked(looked)
        count = looked.read.heap.count
        self.verb.set_words(n_("Bring in {count} answer", "Bring in {count} answers", count))
        self.verb.setVisible(bool(count) and not looked.there_already)
        self.setAccessibleDescription(self.facts.text())

    def _on_answered(self) -> None:
        expected, came = self._eligible.count(), self.looked.read.heap.count
        few = _("More people answered than that. Type how many could have answered, or leave it empty.")
        if wrong := self._eligible.wrong() or (few if expected is not None and expected < came else ""):
            self.refuse_at(self.expected, wrong)
        else:
            self.accept()

    def _fill(self) -> None:
        self.add(self.facts)
        if self._file.export.names_people:
            words = _("This file says who answered.")
            why = _("Names and addresses are not brought in. Still, whoever has the file knows them.")
            self.add(Banner(self.look, "priv", words, why))
        self._left_out.setSpacing(self.look.px(4))
        self.column.addLayout(self._left_out)
        self.add(self.unfit)
        self.add(Label(_("Columns of the file, and the questions they answer"), "label"))
        for box, use in zip(self.columns, self.looked.uses, strict=True):
            self.add(Field(self.look, column_words(use), box, self._samples(use)))
        self.add(self.unfinished)
        self.unfinished.setVisible(bool(self._file.export.unfinished))
        self.add(self.unnamed)
        self.unnamed.setVisible(not self._file.export.names_people)
        self.add(self._eligible)

    def _column(self, at: int) -> DropDown:
        """Every question the column could answer, and none; the one it was put to is chosen."""
        use = self.looked.uses[at]
        box = DropDown(self.look, column_words(use))
        box.let_shrink()
        for one in self._offers(use):
            box.addItem(use_words(one, self.looked) if one.item else _("Leave it out"), one)
            if (one.item, one.use, one.part) == (use.item, use.use, use.part):
                box.setCurrentIndex(box.count() - 1)
        box.currentIndexChanged.connect(self.looked_again)
        return box

    def _offers(self, use: Uses) -> list[Uses]:
        none = replace(use, item="", use=Use.ANSWER, part="")
        found = [none]
        for key, item in ordered(self.looked.form.items):
            if is_asked(item):
                found.append(replace(none, item=key))
                found += [replace(none, item=key, use=kind, part=one.id) for kind, one in parts_of(item)]
                if item.kind is ItemKind.RANK:
                    places = range(1, len(item.options) + 1)
                    found += [replace(none, item=key, use=Use.PLACE, part=str(at)) for at in places]
                found += [replace(none, item=key, use=Use.REASON)] if item.reason else []
        return found

    def _samples(self, use: Uses) -> str:
        """Some of what stands in a column, so that one sees what it is; nobody's address (F4)."""
        words = dict.fromkeys(row[use.column.place] for row in self._file.export.rows)
        told = dict.fromkeys(map(told_without_address, islice(filter(None, words), _SAMPLES)))
        shown = [one if len(one) <= _SAMPLE else f"{one[:_SAMPLE]}…" for one in told]
        return " · ".join(" ".join(one.split()) for one in shown)


def _replacing(looked: Looked) -> str:
    if looked.there_already:
        return _("This very file is in already, so there is nothing to add.")
    if looked.replaces is None:
        return ""
    return n_(
        "They take the place of the {count} answer of the file before.",
        "They take the place of the {count} answers of the file before.",
        looked.replaces,
    )
