"""What people wrote to one question, with the themes the lead gave it and the statements that rest on it (F1, K1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from capture_app.services.question_results import QuestionClosely, Written
from capture_app.services.themes import ThemeTag
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.chip import Chip, ChipButton, ChipFace
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _, n_

_AT_FIRST, _MORE = 12, 60
"""How many answers are shown at once, and how many more at each wish."""


class AnswerRow(QWidget):
    """One written answer. `theme` opens the menu of themes, `themes` take one off, `evidence` goes to the synthesis.

    Signals:
        tagged(str, str, bool): a ballot, a theme, and whether it bears it from now on.
        evidence_wanted(str): the answer, where a statement can be rested on it.
    """

    tagged = Signal(str, str, bool)
    evidence_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        written: Written,
        offered: Sequence[ThemeTag],
        *,
        evidence: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.written, self._offered = written, offered
        self.menu: QMenu | None = None
        self.themes: list[ChipButton] = []
        self.theme = ChipButton(ChipFace(_("Theme"), "plain", icon_after="caret-down"), look)
        self.evidence = ChipButton(ChipFace(_("Find it in the synthesis"), "plain", icon="pencil-line"), look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, look.px(4))
        column.setSpacing(look.px(6))
        column.addWidget(Prose(written.text, look))
        column.addWidget(self._marks(look, evidence=evidence and written.own_words))

    def _marks(self, look: Look, *, evidence: bool) -> QWidget:
        row, written = FlowRow(look), self.written
        if written.chose:
            row.add(Chip(written.chose, look, "plain"))
        for tag in written.themes:
            row.add(self._theme_chip(look, tag))
        self.theme.setAccessibleName(f"{self.theme.text()}, {written.text}")
        self.theme.setAccessibleDescription(_("Press to give it a theme."))
        self.theme.clicked.connect(self._open_menu)
        self.evidence.setAccessibleName(f"{self.evidence.text()}, {written.text}")
        self.evidence.clicked.connect(lambda: self.evidence_wanted.emit(written.evidence))
        if written.own_words:
            row.add(self.theme)
        if evidence:
            row.add(_state(look, written.used_in))
            row.add(self.evidence)
        return row

    def _theme_chip(self, look: Look, tag: ThemeTag) -> ChipButton:
        name = tag.label if tag.label != tag.code else ""
        chip = ChipButton(ChipFace(name, "theme", code=tag.code, icon_after="x"), look)
        chip.setText(tag.words())  # what is seen of it, code and name, is what it is called by
        chip.setAccessibleName(tag.words())
        chip.setAccessibleDescription(_("Press to take it off."))
        chip.clicked.connect(lambda: self.tagged.emit(self.written.ballot, tag.id, False))
        self.themes.append(chip)
        return chip

    def _open_menu(self) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        menu = self.menu = QMenu(self)
        borne = {tag.id for tag in self.written.themes}
        for tag in self._offered:
            if tag.id not in borne:
                menu.addAction(tag.words()).triggered.connect(partial(self._tag, tag.id))
        menu.popup(self.theme.mapToGlobal(QPoint(0, self.theme.height())))

    def _tag(self, theme: str, _on: bool = False) -> None:
        self.tagged.emit(self.written.ballot, theme, True)


class WrittenCard(Card):
    """`rows` are the answers shown; `more` shows further ones. Signals as of `AnswerRow`."""

    tagged = Signal(str, str, bool)
    evidence_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        closely: QuestionClosely,
        *,
        reasons: bool,
        evidence: bool,
        shown: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _("Reasons") if reasons else _("Written answers"), parent=parent)
        self._look, self._closely, self._evidence = look, closely, evidence
        self.rows: list[AnswerRow] = []
        self.add_aside(Label(n_("{count} written", "{count} written", len(closely.written)), "secondary"))
        order = _("In the order of the alphabet, which tells nothing of who answered when.")
        self.add(Prose(order, look, "secondary"))
        if not evidence:
            apart = _("About the workshop itself, so no statement on the topic rests on it.")
            self.add(Prose(apart, look, "secondary"))
        self.more = Button("", look, "quiet", size="row")
        self.more.clicked.connect(lambda: self._show_more(_MORE))
        self._list = QVBoxLayout()
        self.section.column.addLayout(self._list)
        self.section.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_more(max(shown, _AT_FIRST))

    def _show_more(self, count: int) -> None:
        at = len(self.rows)
        for written in self._closely.written[at : at + count]:
            row = AnswerRow(self._look, written, self._closely.themes, evidence=self._evidence)
            row.tagged.connect(self.tagged)
            row.evidence_wanted.connect(self.evidence_wanted)
            self.rows.append(row)
            self._list.addWidget(row)
        left = len(self._closely.written) - len(self.rows)
        self.more.setVisible(left > 0)
        self.more.set_words(n_("Show {count} more", "Show {count} more", min(left, _MORE)))


def _state(look: Look, used_in: int) -> Tag:
    if used_in:
        words = n_("Used in {count} statement", "Used in {count} statements", used_in)
        return Tag(look, "check-circle", words, "good")
    return Tag(look, "circle", _("Not used yet"), "warn")
