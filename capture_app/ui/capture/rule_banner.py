"""The rule in force, above what is written while it is (practice 2.5)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import Rule
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _


class RuleBanner(Banner):
    """Stays for the whole part. "Why?" says more in its place, and less again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "priv", "", parent=parent)
        self._rule = Rule.OPEN
        self._explains = False
        self._short = False
        self._why = Button(_("Why?"), look, "quiet", size="row")
        self._why.clicked.connect(self._on_why)
        self.add_button(self._why)
        self.hide()

    def show_rule(self, rule: Rule) -> None:
        """Say which rule is in force; an open part needs no banner."""
        self._rule, self._explains = rule, False
        self._say()
        self.setVisible(rule is not Rule.OPEN)

    def set_short(self, short: bool) -> None:
        """Whether there is room for the bold sentence only; "Why?" still says the rest."""
        self._short = short
        self._say()

    def _on_why(self) -> None:
        self._explains = not self._explains
        self._say()

    def _say(self) -> None:
        if self._rule is Rule.OPEN:
            return
        chatham = self._rule is Rule.CHATHAM_HOUSE
        sentence = _("Chatham House Rule in this part") if chatham else _("This part is confidential")
        brief, reason = _chatham_words() if chatham else _confidential_words()
        shown = reason if self._explains else "" if self._short else brief
        self.show_message("priv", sentence, shown, icon="" if chatham else "lock-simple")
        self.setAccessibleDescription(reason if self._explains else brief)
        self._why.set_words(_("Less") if self._explains else _("Why?"))


def _chatham_words() -> tuple[str, str]:
    return (
        _("Write what was said, not who or which organisation said it. The rule ends with this part."),
        _(
            "People speak more freely when nothing they say can be traced to them. What was said may be used; who "
            "said it, or for whom, may not be told, here or later."
        ),
    )


def _confidential_words() -> tuple[str, str]:
    return (
        _("Write only what those present agreed to pass on, and no names. This ends with this part."),
        _(
            "Something was shared here that is not meant for everybody. What is written in this part is kept apart "
            "from what is published."
        ),
    )


def locked_names_words(rule: Rule) -> str:
    """What to say when somebody types @ in a part; empty where names may be written."""
    if rule is Rule.OPEN:
        return ""
    if rule is Rule.CHATHAM_HOUSE:
        return _("Names are locked: the Chatham House Rule is in force in this part.")
    return _("Names are locked: this part is confidential.")
