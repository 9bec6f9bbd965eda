"""One action in the list of keys: what it does, what may be typed for it, its key; it takes the next key pressed.

Painted as one widget: forty rows of labels and key caps would make each change of the text size wait.
"""

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
_NONE = Qt.KeyboardModifier.NoModifier
_BOX = 104
"""The least width of the box around the key, so that boxes stand under one another."""


class KeyRow(QAbstractButton):
    """Pressed, it waits: the next key is the new one, Esc or leaving it keeps the old one.

    Signals:
        caught(Chord): this was pressed while it waited.
    """

    caught = Signal(object)

    def __init__(self, look: Look, binding: Binding, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._binding, self.waits = look, binding, False
        self.setText(binding.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if binding.chords:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: self._wait(True))
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setEnabled(False)
        self.show_binding(binding)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_binding(self, binding: Binding) -> None:
        """Show the key and the codes the action has now."""
        self._binding = binding
        key = binding.chords[0].spoken() if binding.chords else _("none")
        said = [_("{action}: key {key}").format(action=binding.words, key=key), self._typed()]
        self.setAccessibleName(", ".join(part for part in said if part))
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
        tall = max(look.px(34), round(line_height(self._font())) + look.px(10))
        typed = advance(self._small(), self._typed()) + look.px(16) if self._typed() else 0
        wide = advance(self._font(), self.text()) + look.px(24) + typed + self._box_width()
        return QSize(round(wide), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, look.px(6), fill=look.colour("hover"))
        words = rect.adjusted(look.px(8), 0, 0, 0)
        written(painter, words, self.text(), self._font(), look.colour("text"))
        box = QRectF(rect.right() - self._box_width(), 0, self._box_width(), rect.height())
        if self._typed():
            width = advance(self._small(), self._typed())
            right = box.left() if self._binding.chords else rect.right()
            place = QRectF(right - look.px(8) - width, 0, width + 1, rect.height())
            written(painter, place, self._typed(), self._small(), look.colour("text2"))
        if self._binding.chords:
            self._paint_box(painter, box)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        inner = box.adjusted(look.px(4), look.px(3), -look.px(4), -look.px(3))
        edge, ground = ("accent", "accent_soft") if self.waits else ("line", "surface")
        rounded(painter, inner, look.px(6), fill=look.colour(ground), edge=look.colour(edge), width=look.edge)
        if self.waits:
            written(painter, box, self._asked(), self._small(), look.colour("accent"), CENTRE)
            return
        left = box.left() + (box.width() - self._caps_width()) / 2
        for cap in self._binding.chords[0].caps():
            size = keycap_size(cap, look)
            paint_keycap(painter, middle(box, left, *size), cap, look)
            left += size[0] + look.px(4)

    def _catch(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _HELD:
            return
        held = event.modifiers() & ~_KEYPAD
        self._wait(False)
        if key is not Qt.Key.Key_Escape or held != _NONE:
            self.caught.emit(Chord(pressed_key(event), held))

    def _wait(self, on: bool) -> None:
        self.waits = on
        words = _("Press the new key. Esc keeps the old one.") if on else _("Press to change it")
        self.setAccessibleDescription(words if self._binding.chords else "")
        self.updateGeometry()
        self.update()

    def _asked(self) -> str:
        return _("Press the new key…")

    def _typed(self) -> str:
        if not self._binding.typed:
            return ""
        codes = "  ".join(code.strip() for code in self._binding.typed)
        words = _("or type {codes}") if self._binding.chords else _("type {codes}")
        return words.format(codes=codes)

    def _box_width(self) -> float:
        if not self._binding.chords:
            return 0
        inside = advance(self._small(), self._asked()) if self.waits else self._caps_width()
        return max(self._look.px(_BOX), inside + self._look.px(28))

    def _caps_width(self) -> float:
        caps = self._binding.chords[0].caps()
        return sum(keycap_size(cap, self._look)[0] for cap in caps) + self._look.px(4) * (len(caps) - 1)

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.body)

    def _small(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary, MEDIUM)
