"""What belongs to the open workspace and not to the laptop: its passphrase, and the lead's or observer's own key."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from capture_app.domain.vocabulary import Role
from capture_app.services.entering import Entered
from capture_app.services.ways_in import own_key
from capture_app.ui.dialogs.change_passphrase_dialog import ChangePassphraseDialog
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import copy
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class WorkspaceCard(Card):
    """`dialog` is the one that was opened last, if any."""

    def __init__(self, entered: Entered, jobs: Jobs, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("This workspace"), parent=parent)
        self._workspace, self._jobs = entered.workspace, jobs
        self.dialog: ChangePassphraseDialog | None = None
        self.change = Button(_("Change the passphrase…"), look, icon="lock-simple")
        self.change.clicked.connect(self._on_change)
        self.key, self.copied = QLineEdit(), Prose("", look, "secondary")
        self.key.setReadOnly(True)
        self.copy = Button(_("Copy the key"), look, icon="copy")
        self.copy.clicked.connect(self._on_copy)
        self._field = Field(look, _("Your key"), self.key, _what_for(entered.about.role))
        if not entered.about.encrypted:
            self.change.hide()
            self.add(Prose(_("It has no passphrase: whoever has the file can read it."), look, "warn"))
        self._build()
        jobs.read(lambda: own_key(entered.workspace), self._show_key, self)

    def _build(self) -> None:
        self._add_at_left(self.change)
        self.add(self._field)
        self._add_at_left(self.copy)
        self.add(self.copied)
        self._show_key("")

    def _add_at_left(self, button: Button) -> None:
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.section.column.addLayout(row)

    def _show_key(self, key: str) -> None:
        """The laptop of a scribe or a facilitator has none."""
        self.key.setText(key)
        self.key.setCursorPosition(0)
        for widget in (self._field, self.copy):
            widget.setVisible(bool(key))
        self.copied.hide()

    def _on_copy(self) -> None:
        copy(self.key.text())
        self.copied.set_words(_("The key is copied. It opens nothing, so it may be sent in the open."))
        self.copied.show()
        announce(self, self.copied.text())

    def _on_change(self) -> None:
        self.dialog = ChangePassphraseDialog(self._look, self._workspace, self._jobs, parent=self.window())
        self.dialog.open()


def _what_for(role: Role) -> str:
    """Who needs the key, and what for."""
    if role is Role.OBSERVER:
        return _(
            "The project lead seals with it what contributors reported, so that only you open it, on this laptop."
        )
    return _("Whoever writes you a care file or a bundle can close it with this, so that only you open it.")
