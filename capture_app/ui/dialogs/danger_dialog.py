"""Whom to call if somebody is in danger, who answers for the notes, and what may be written down (practice 2.13)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import DataProtection
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_WIDTH = 620


class DangerDialog(Question):
    """Shows a data-protection card to whoever needs it now. Closed by Enter, Esc or its button; deleted then.

    Signals:
        card_wanted(): a lead wants to fill the card in.
    """

    card_wanted = Signal()

    def __init__(
        self, look: Look, card: DataProtection, *, lead: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("Is somebody in danger?"), _("Close"), width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.harmless.hide()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Is somebody in danger?"))
        self._add_whom(card.in_danger.strip(), lead=lead)
        self.add(Divider())
        for title, words in (
            (_("Who is responsible for the notes"), _responsible(card)),
            (_("Whom people ask about their own words"), card.contact.strip()),
            (_("Who will read the notes"), card.who_reads.strip()),
            (_("What may be written down"), _written(lead=lead)),
        ):
            if words:
                self._add_told(title, Prose(words, look))
        self.answered.connect(self.accept)
        self.verb.setFocus()

    def _add_whom(self, whom: str, *, lead: bool) -> None:
        words = whom_to_call(self.look, whom, lead=lead)
        self._add_told(_("Whom to call"), words)
        self.setAccessibleDescription(words.text())
        if lead and not whom:
            self._add_way_to_card()
        self.add(Prose(emergency_words(), self.look))

    def _add_told(self, title: str, words: Prose) -> None:
        told = QVBoxLayout()
        told.setSpacing(self.look.px(2))
        told.addWidget(Label(title, "label"))
        told.addWidget(words)
        self.column.addLayout(told)

    def _add_way_to_card(self) -> None:
        fill_in = Button(_("Open the data-protection card"), self.look, icon="shield-check")
        fill_in.clicked.connect(self.accept)
        fill_in.clicked.connect(self.card_wanted)
        self.column.addWidget(fill_in, 0, Qt.AlignmentFlag.AlignLeft)


def whom_to_call(look: Look, whom: str, *, lead: bool) -> Prose:
    """Whom the data-protection card names, large enough to be dialled from; or what to do where it names nobody."""
    return Prose(whom, look, "title") if whom else Prose(_unknown(lead=lead), look, "strong")


def emergency_words() -> str:
    """What holds whatever the card says."""
    return _("If a life is at risk, call the emergency services first.")


def _unknown(*, lead: bool) -> str:
    if lead:
        return _("The data-protection card does not say yet. Write a name and a number there.")
    return _(
        "The project lead has not written this down. Ask the facilitator or the project lead now, in person."
    )


def _responsible(card: DataProtection) -> str:
    return card.controller.strip() or _("The data-protection card does not say.")


def _written(*, lead: bool) -> str:
    help_first = _("People first: stop typing while you help.")
    only = _(
        "What somebody tells of danger to themselves or to others does not belong in the notes. Write no name, no "
        "place, and nothing by which anybody could be found."
    )
    already = (
        _(
            "If it was typed already, set the line aside as sensitive, or erase it, here and wherever it is merged."
        )
        if lead
        else _(
            "If it was typed already, set the line aside as sensitive: it then stays on this laptop. Tell the "
            "project lead, who can erase what has gone out."
        )
    )
    return " ".join((help_first, only, already))
