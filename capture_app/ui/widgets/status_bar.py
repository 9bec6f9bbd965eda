"""The bar at the foot of the window: saved, device and role; whom to call, second copy, encrypted, text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.saved_indicator import SavedIndicator
from capture_app.words import _

_NARROW = 760
"""Below this width (at 100 % text) device and second copy give way."""


class _Fact(QWidget):
    """An icon and a word."""

    def __init__(self, look: Look, icon: str, words: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self.icon = Icon(icon, look, "text2", 16)
        self.label = Label(words, "secondary")
        self._row.addWidget(self.icon)
        self._row.addWidget(self.label)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(5))


class StatusBar(QFrame):
    """`saved` is the indicator the window drives; `danger` is there on every page, whatever the room.

    Signals:
        text_size_wanted(): somebody pressed "Text 100 %".
        danger_wanted(): somebody wants to know whom to call.
    """

    text_size_wanted = Signal()
    danger_wanted = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self.setAccessibleName(_("Status"))
        self.saved = SavedIndicator(look)
        self._identity = Label("", "secondary")
        self.danger = Button(_("If somebody is in danger"), look, "plain", size="row", icon="phone-call")
        self.danger.clicked.connect(self.danger_wanted)
        self._copy = _Fact(look, "hard-drives", "")
        self._encrypted = _Fact(look, "lock-simple", "")
        self._size = Button("", look, "plain", size="row", icon="text-aa")
        self._size.clicked.connect(self.text_size_wanted)
        self._has_copy = False
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and say the text size."""
        self._look = look
        self._row.setContentsMargins(look.px(14), 0, look.px(8), 0)
        self._row.setSpacing(look.px(20))
        self.setMinimumHeight(look.px(28) + 1)
        self._size.set_words(_("Text {scale} %").format(scale=look.scale))
        self._fit()

    def set_identity(self, words: str) -> None:
        """Device and role: "Laptop B · scribe Noor A."."""
        self._identity.setText(words)

    def set_second_copy(self, words: str) -> None:
        """When the newest backup was made: "Backup 11:20"; empty hides it."""
        self._has_copy = bool(words)
        self._copy.label.setText(words)
        self._fit()

    def set_encrypted(self, encrypted: bool) -> None:
        """Whether the workspace has a passphrase."""
        self._encrypted.icon.show_icon("lock-simple" if encrypted else "lock-simple-open", "text2")
        words = _("Encrypted") if encrypted else _("No passphrase")
        self._encrypted.label.setText(words)
        self._encrypted.setToolTip(words)
        self._encrypted.setAccessibleName(words)
        self._encrypted.show()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # What gives way when there is no room must not keep the window from being narrow.
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.saved)
        self._row.addWidget(self._identity)
        self._row.addStretch(1)
        for widget in (self.danger, self._copy, self._encrypted, self._size):
            self._row.addWidget(widget)
        self._encrypted.hide()

    def _fit(self) -> None:
        """Whom to call is never cut short: where words are long or the bar is narrow, facts give way."""
        wide = self.width() * 100 / self._look.scale >= _NARROW
        staying = (self.saved, self.danger, self._encrypted.icon, self._size)
        room = self.width() - self._look.px(22) - sum(map(self._room_of, staying))
        facts = (
            (self._encrypted.label, True),
            (self._identity, wide),
            (self._copy, wide and self._has_copy),
        )
        for fact, wanted in facts:
            shown = wanted and self._room_of(fact) <= room
            fact.setVisible(shown)
            room -= self._room_of(fact) if shown else 0

    def _room_of(self, part: QWidget) -> int:
        return part.sizeHint().width() + self._row.spacing()
