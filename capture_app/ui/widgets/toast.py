"""The toast: something was done and can be undone, or a key had nothing to do. Never for errors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label
from capture_app.words import _

_STAYS = 6000
"""Milliseconds; the count stops while the pointer or the keyboard is on it."""


class Toast(QFrame):
    """Stands at the bottom right of `host`, `above` pixels (at 100 %) over its lower edge.

    Where it would cover what `clear_of` gives, the line being typed, it goes down to the edge, over what stands at the
    foot; otherwise to the top.
    """

    def __init__(
        self, host: QWidget, look: Look, *, above: int = 40, clear_of: Callable[[], QRect] = QRect
    ) -> None:
        super().__init__(host)
        self._host, self._above, self._clear_of = host, above, clear_of
        self._action: Callable[[], None] | None = None
        self.setProperty("kind", "popup")
        self._words = Label("")
        self._words.setWordWrap(True)
        self._undo = Button(_("Undo"), look, "quiet", size="row")
        self._undo.clicked.connect(self._on_undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_STAYS)
        self._clock.timeout.connect(self._on_time)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self._row.addWidget(self._undo)
        host.installEventFilter(self)
        self._undo.installEventFilter(self)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        alone = self._undo.isHidden()
        around = look.px(12 if alone else 6)
        self._row.setContentsMargins(look.px(16), around, look.px(16 if alone else 8), around)
        self._row.setSpacing(look.px(12))

    def offer(self, words: str, undo: Callable[[], None], verb: str = "") -> None:
        """Say what was done ("Line removed.") and offer to undo it for six seconds; `verb` in place of "Undo"."""
        self._action = undo
        self._undo.set_words(verb or _("Undo"))
        self._undo.show()
        self._open(words)
        announce(self, f"{words} {self._undo.text()}")

    def tell(self, words: str) -> None:
        """Say for six seconds why a key did nothing, with nothing to undo; the keyboard stays where it is."""
        self._action = None
        self._undo.hide()
        self._open(words)
        announce(self, words)

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._resume()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, of_host = event.type(), watched is self.parentWidget()
        if kind == QEvent.Type.Resize and of_host:
            self._place()
        elif kind == QEvent.Type.FocusIn and not of_host:
            self._clock.stop()
        elif kind == QEvent.Type.FocusOut and not of_host:
            self._resume()
        return super().eventFilter(watched, event)

    def _open(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.set_look(self._look)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def _resume(self) -> None:
        if self.isVisible():
            self._clock.start()

    def _place(self) -> None:
        """As wide as its words, or as the host leaves room; then they wrap."""
        margin = self._look.px(24)
        verb = 0 if self._undo.isHidden() else self._undo.sizeHint().width() + self._row.spacing()
        besides = verb + margin
        room = self._host.width() - 2 * margin - besides
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + self._look.px(4)
        self._words.setFixedWidth(max(self._look.px(80), min(needed, room)))
        self.adjustSize()
        left = self._host.width() - self.width() - margin
        lowest = self._host.height() - self.height()
        tops = (lowest - self._look.px(self._above), lowest - self._look.px(2))
        self.move(left, next((top for top in tops if self._is_clear(left, top)), margin))

    def _is_clear(self, left: int, top: int) -> bool:
        return not QRect(left, top, self.width(), self.height()).intersects(self._clear_of())

    def _on_undo(self) -> None:
        self._clock.stop()
        self.hide()
        if self._action is not None:
            self._action()

    def _on_time(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            return
        self.hide()
