"""What a file holds that fits no option, or reads in two ways: each with what it may be taken for (F6)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.answer_files.answers import Unclear, Unfit
from capture_app.domain.answer_files.cells import BLANK, RATHER
from capture_app.domain.answer_files.habits import Habits
from capture_app.domain.vocabulary import ItemKind
from capture_app.services.answer_profiles import Meanings
from capture_app.services.answers_in import Looked
from capture_app.services.answers_in_words import MOST, reading_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

_SHOWN = 60
"""So many letters of an answer are shown, where only its first ones are needed."""


@dataclass(frozen=True, slots=True)
class _Row:
    field: Field
    box: DropDown


class UnfitPart(QWidget):
    """Stays where the keyboard is: what was given a meaning keeps its place, so that it can be taken back.

    Signals:
        said(): something was given another meaning; `meant` and `habits` say what.
    """

    said = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: dict[tuple[str, str], _Row] = {}
        self.ways: dict[ItemKind, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(look.theme.space.gap))
        self._title = Label(_("Answers that fit no option"), "label")
        self._more = Prose("", look)
        self._column.addWidget(self._title)
        self._column.addWidget(self._more)

    def show_looked(self, looked: Looked) -> None:
        """Show what fits nowhere now."""
        for unclear in looked.read.unclear:
            if unclear.kind not in self.ways:
                self._add_way(unclear)
        found = [*looked.read.understood, *looked.read.unfit]
        shown = {(one.item, one.words) for one in found}
        for one in found:
            if (one.item, one.words) not in self.rows and len(self.rows) < MOST:
                self._add(one, looked)
        for key, row in self.rows.items():
            row.field.setVisible(key in shown)
        more = len(shown - self.rows.keys())
        self._title.setVisible(bool(shown))
        self._more.set_words(_more_words(more))
        self._more.setVisible(bool(more))
        self.setVisible(bool(shown or self.ways))

    def meant(self) -> Meanings:
        """By question, what words were said to mean; nothing for those that stay as they stand."""
        found: dict[str, dict[str, str]] = {}
        for (item, words), row in self.rows.items():
            found.setdefault(item, {})[words] = row.box.currentData()
        return found

    def habits(self) -> Habits:
        """How days and numbers were said to be written."""
        days, numbers = self.ways.get(ItemKind.DATE), self.ways.get(ItemKind.FIGURE)
        return Habits(
            days.box.currentData() if days else None, numbers.box.currentData() if numbers else None
        )

    def _add(self, one: Unfit, looked: Looked) -> None:
        item = looked.form.items[one.item]
        words = one.words if len(one.words) <= _SHOWN else f"{one.words[:_SHOWN]}…"
        label = _("“{words}” to “{question}”").format(words=" ".join(words.split()), question=item.prompt)
        times = n_("{count} time", "{count} times", one.count)
        offers = [(_("Keep it as it stands"), ""), *((option.label, option.id) for option in item.options)]
        offers += [(_("Rather not say"), RATHER), (_("No answer"), BLANK)]
        row = self._row(label, offers, times)
        row.box.setCurrentIndex(
            max(0, row.box.findData(looked.chosen.meant.get(one.item, {}).get(one.words, "")))
        )
        row.box.currentIndexChanged.connect(self.said)
        self.rows[one.item, one.words] = row
        self._column.insertWidget(self._column.count() - 1, row.field)

    def _add_way(self, unclear: Unclear) -> None:
        days = unclear.kind is ItemKind.DATE
        label = (
            _("How are days such as “{words}” meant?")
            if days
            else _("How are numbers such as “{words}” meant?")
        )
        times = n_("{count} time", "{count} times", unclear.count)
        offers: list[tuple[str, str | bool | None]] = [(_("Keep them as they stand"), None)]
        offers += [
            (reading_words(unclear, unclear.one), True),
            (reading_words(unclear, unclear.other), False),
        ]
        row = self._row(label.format(words=unclear.words), offers, times)
        row.box.currentIndexChanged.connect(self.said)
        self.ways[unclear.kind] = row
        self._column.insertWidget(len(self.ways) - 1, row.field)

    def _row(
        self, label: str, offers: list[tuple[str, str | bool | None]] | list[tuple[str, str]], told: str
    ) -> _Row:
        box = DropDown(self._look, label)
        box.let_shrink()
        for words, data in offers:
            box.addItem(words, data)
        return _Row(Field(self._look, label, box, told), box)


def _more_words(count: int) -> str:
    return n_(
        "{count} more answer fits no option, and is kept as it stands.",
        "{count} more answers fit no option, and are kept as they stand.",
        count,
    )
