"""What stands around an organisation: its entries letter for letter, what looks like it, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import OrganisationRelation
from capture_app.services.organisations import Around, ListedAt, Settled
from capture_app.ui.people.suggestion_row import SuggestionRow, came_or_answered
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class AroundOrganisation(QWidget):
    """Signals:
    said(Said): a person said how something stands to this organisation. again(Settled): open that question again.
    """

    said = Signal(object)
    again = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shown, self._body = look, ("", Around()), QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; what is shown is made anew."""
        self._look = look
        self._fill()

    def show_around(self, name: str, found: Around) -> None:
        """Show what there is; where nothing differs, a row that is being answered stays as it is."""
        if (name, found) != self._shown:
            self._shown = (name, found)
            self._fill()

    def rows(self) -> list[SuggestionRow]:
        """The suggestions that are shown, the likest first."""
        return self._body.findChildren(SuggestionRow)

    def _fill(self) -> None:
        held = self._body.isAncestorOf(QApplication.focusWidget() or self)
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        _name, found = self._shown
        self._add_listed(column, found.listed)
        self._add_alike(column, found)
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        if held and (buttons := self._body.findChildren(Button)):
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_listed(self, column: QVBoxLayout, listed: Sequence[ListedAt]) -> None:
        self._head(column, _("Where it is listed"), _("Each entry stands as its source has it."))
        for entry in listed:
            words = _("{entry} · {how}").format(entry=entry.text, how=came_or_answered(entry))
            column.addWidget(Prose(words, self._look, lead=entry.session or _("A session not named")))
        if not listed:
            column.addWidget(Label(_("Listed in no session yet."), "secondary"))

    def _add_alike(self, column: QVBoxLayout, found: Around) -> None:
        help_line = _("Nothing is put together because it looks alike. Say what you know, or leave it.")
        self._head(column, _("Names that look alike"), help_line)
        for suggestion in found.suggestions:
            row = SuggestionRow(self._look, suggestion)
            row.said.connect(self.said)
            column.addWidget(row)
        for settled in found.settled:
            column.addWidget(self._settled(settled))
        if not found.suggestions and not found.settled:
            column.addWidget(Label(_("No other name looks like this one."), "secondary"))

    def _settled(self, settled: Settled) -> QWidget:
        holder, look = QWidget(), self._look
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        again = Button(_("Decide again"), look, "quiet", size="row")
        again.say_of(settled.name)
        again.clicked.connect(partial(self.again.emit, settled))
        line.addWidget(Prose(_how(settled), look, lead=settled.name), 1)
        line.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _head(self, column: QVBoxLayout, title: str, help_line: str) -> None:
        column.addSpacing(self._look.px(8))
        column.addWidget(Label(title, "heading"))
        column.addWidget(Prose(help_line, self._look, "caption"))
        column.addWidget(Divider())


def _how(settled: Settled) -> str:
    match settled.relation:
        case OrganisationRelation.KEPT_APART:
            return _("is not the same; they stay two.")
        case OrganisationRelation.LISTED_WITH:
            return _("is listed together with this; they stay two.")
        case OrganisationRelation.PART_OF if settled.turned:
            return _("is part of this; they stay two.")
        case _:
            return _("is what this is part of; they stay two.")
