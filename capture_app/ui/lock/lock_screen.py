"""What stands in the window while it is locked: nothing of the workspace, and a line for its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_

_WIDTH = 460
_LONGEST_WAIT = 60
"""Seconds. The wait doubles with each wrong passphrase, from two seconds on."""


class LockScreen(QWidget):
    """Signals:
    given(WayIn): what was typed, a passphrase or the recovery key.
    """

    given = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Locked"))
        self._wrong, self._busy = 0, False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.wait_is_over)
        self.field = PassphraseField(
            look, _("Passphrase"), _("Forgotten it? Type or paste the recovery key here instead.")
        )
        self.button = Button(_("Unlock"), look, "primary")
        self._icon, self._said = Icon("warning-circle", look, "bad", 18), Prose("", look, "secondary")
        self._card, self._column = QFrame(), QVBoxLayout()
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._build(look)
        self.button.clicked.connect(self.try_it)
        self.field.editor.returnPressed.connect(self.try_it)
        self._say("", error=False)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page = look.px(look.theme.space.page)
        self._column.setContentsMargins(page, page, page, page)
        self._column.setSpacing(look.px(look.theme.space.gap))
        self._head.setSpacing(look.px(8))
        self._below.setSpacing(look.px(6))
        self._card.setMaximumWidth(look.px(_WIDTH))

    def words(self) -> str:
        """What it says below the field."""
        return self._said.text()

    def refuse(self, sentence: str) -> None:
        """Say why it stays locked; the next try has to wait."""
        self._busy = False
        self._wrong += 1
        seconds = min(2**self._wrong, _LONGEST_WAIT)
        again = n_("You can try again in {count} second.", "You can try again in {count} seconds.", seconds)
        self._say(f"{sentence} {again}", error=True)
        self.button.setEnabled(False)
        self._wait.start(seconds * 1000)
        self.field.editor.setFocus()
        self.field.editor.selectAll()

    def wait_is_over(self) -> None:
        """The next try may come."""
        self._wait.stop()
        self.button.setEnabled(True)

    def try_it(self) -> None:
        """Give what was typed, unless it is too early."""
        way_in = self.field.way_in()
        if self._busy or self._wait.isActive():
            return
        if way_in is None:
            self._say(_("Type the passphrase first."), error=True)
            return
        self._busy = True
        self._say(_("Trying the passphrase. That takes about two seconds, on purpose."), error=False)
        self.button.setEnabled(False)
        self.given.emit(way_in)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.editor.setFocus()

    def _say(self, words: str, *, error: bool) -> None:
        self._icon.setVisible(error)
        self._said.set_kind("bad" if error else "secondary")
        self._said.set_words(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words, assertive=error)

    def _build(self, look: Look) -> None:
        whole, scroll, middle = QVBoxLayout(self), ScrollColumn(look, margins=False), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._card.setProperty("kind", "card")
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._card.setLayout(self._column)
        self._below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._said, 1)
        self._head.addWidget(Icon("lock-simple", look, "accent", 24))
        self._head.addWidget(Label(_("Locked"), "title"), 1)
        self._column.addLayout(self._head)
        self._column.addWidget(Prose(_("Type the passphrase of this workspace to go on."), look))
        self._column.addWidget(self.field)
        self._column.addLayout(self._below)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        scroll.column.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(2)
