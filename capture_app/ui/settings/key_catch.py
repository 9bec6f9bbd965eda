"""A button that shows an action's key, and takes the next key pressed as its new one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.chords import Chord, pressed_key
from capture_app.ui.keys import Binding
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM
from capture_app.ui.widgets.keycap import keycap_size, paint_keycap
from capture_app.ui.widgets.painting import CENTRE, advance, focus_ring, line_height, middle, rounded, written
from capture_app.words import _

_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class KeyCatch(QAbstractButton):
    """Pressed, it waits: the next key is the new one, Esc or leaving it keeps the old one.

    Signals:
        caught(Chord): this was pressed while it waited.
    """

    caught = Signal(object)

    def __init__(self, look: Look, binding: Binding, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._binding, self.waits = look, binding, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self._wait(True))
        self.show_binding(binding)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_binding(self, binding: Binding) -> None:
        """Show the key the action has now."""
        self._binding = binding
        spoken = binding.chords[0].spoken() if binding.chords else _("none")
        self.setAccessibleName(_("{action}: key {key}").format(action=binding.words, key=spoken))
        self._wait(False)

    def event(self, event: QEvent) -> bool:
        # While it waits no key may do what it usually does, Tab least of all.
        if self.waits and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                self._catch(event)
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wait(False)

    def sizeHint(self) -> QSize:
        look = self._look
        height = max(look.px(28), round(line_height(self._font())) + 2 * look.px(4))
        return QSize(max(look.px(96), round(self._width()) + 2 * look.px(10)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        ground = "accent_soft" if self.waits else "hover" if self.underMouse() else "surface"
        edge = look.colour("accent" if self.waits else "line")
        rounded(painter, inner, look.px(6), fill=look.colour(ground), edge=edge, width=look.edge)
        if self.waits or not self._caps():
            ink = look.colour("accent" if self.waits else "text2")
            written(painter, rect, self._words(), self._font(), ink, CENTRE)
        else:
            self._paint_caps(painter, rect)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _catch(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _HELD:
            return
        held = event.modifiers() & ~_KEYPAD
        self._wait(False)
        if key is not Qt.Key.Key_Escape or held != Qt.KeyboardModifier.NoModifier:
            self.caught.emit(Chord(pressed_key(event), held))

    def _wait(self, on: bool) -> None:
        self.waits = on
        words = _("Press the new key. Esc keeps the old one.")
        self.setAccessibleDescription(words if on else _("Press to change it"))
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return _("Press the new key…") if self.waits else _("None")

    def _caps(self) -> tuple[str, ...]:
        return self._binding.chords[0].caps() if self._binding.chords else ()

    def _width(self) -> float:
        if self.waits or not self._caps():
            return advance(self._font(), self._words())
        gaps = self._look.px(4) * (len(self._caps()) - 1)
        return sum(keycap_size(cap, self._look)[0] for cap in self._caps()) + gaps

    def _paint_caps(self, painter: QPainter, rect: QRectF) -> None:
        look, left = self._look, (rect.width() - self._width()) / 2
        for cap in self._caps():
            size = keycap_size(cap, look)
            paint_keycap(painter, middle(rect, left, *size), cap, look, fill=look.colour("surface"))
            left += size[0] + look.px(4)

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary, MEDIUM)
