"""The keys of the list, below it: each is a button too, so that nothing needs the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.keycap import keycap_size, paint_keycap
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.painting import advance, focus_ring, line_height, middle, rounded, written
from capture_app.words import _


class KeyButton(QAbstractButton):
    """A key cap and what it does."""

    def __init__(self, look: Look, cap: str, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._cap = look, cap
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Say what it does now."""
        self.setText(words)
        self.setAccessibleName(_("{words}, key {key}").format(words=words, key=self._cap))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        cap, tall = keycap_size(self._cap, self._look)
        width = cap + advance(self._font(), self.text()) + self._look.px(6 + 8)
        return QSize(round(width), max(self._look.px(24), round(tall), round(line_height(self._font()))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.px(4), fill=look.colour("hover"))
        cap = keycap_size(self._cap, look)
        paint_keycap(painter, middle(rect, look.px(2), *cap), self._cap, look, fill=look.colour("surface"))
        words = rect.adjusted(cap[0] + look.px(8), 0, 0, 0)
        written(painter, words, self.text(), self._font(), look.colour("text2"))
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(4))

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary)


class KeyFoot(QWidget):
    """Link, next pending, other side; and which statement "link" means, where that cannot be seen."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = KeyButton(look, keys["evidence.link"].cap, _("link"))
        self.next = KeyButton(look, keys["evidence.next_pending"].cap, _("next pending"))
        self.other = KeyButton(look, keys["pane.next"].cap, _("other side"))
        self._target = Elided("", "secondary")
        self._row = QHBoxLayout(self)
        for button in (self.link, self.next, self.other):
            self._row.addWidget(button)
        self._row.addWidget(self._target, 1)
        self._row.addStretch(0)
        self._target.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._row.setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(5))
        self._row.setSpacing(look.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        # No ground of its own: the card's rounded corners stay in sight.
        QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.colour("border"))

    def show_link(self, linked: bool) -> None:
        """Say what the link key does with what is chosen."""
        self.link.set_words(_("unlink") if linked else _("link"))

    def show_statement(self, text: str) -> None:
        """The statement that "link" means."""
        self._target.setText(_("to “{text}”").format(text=text) if text else "")

    def set_alone(self, alone: bool) -> None:
        """Whether the statements are out of sight."""
        self._target.setVisible(alone)
