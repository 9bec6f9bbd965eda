"""An icon or a stance badge standing on a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.domain.vocabulary import Stance
from capture_app.ui.badges import BOX, paint_badge, stance_word
from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look


class Icon(QWidget):
    """An icon in a token's colour. `words` name it; without them it is decoration beside a word."""

    def __init__(
        self,
        name: str,
        look: Look,
        tint: str = "text2",
        size: int = 18,
        *,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._look, self._tint, self._size = name, look, tint, size
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colour and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_icon(self, name: str, tint: str) -> None:
        """Another icon in another colour."""
        self._name, self._tint = name, tint
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(self._size)
        box = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        paint_icon(QPainter(self), self._name, box, self._look.colour(self._tint))


class Badge(QWidget):
    """The badge of a stance, named by its word; None is "no stance yet"."""

    def __init__(
        self, stance: Stance | None, look: Look, size: int = BOX, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._size = look, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_stance(stance)

    def set_look(self, look: Look) -> None:
        """Take over colour and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_stance(self, stance: Stance | None) -> None:
        """Show another stance."""
        self._stance = stance
        self.setAccessibleName(stance_word(stance))
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QPointF(0, 0), self._stance, self._look, self._size)
