"""What can be tapped on the kiosk: a surface with an edge, chosen or not, that leaves the kiosk its keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.painting import rounded

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_LEFT_ALONE = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""A button would take the arrows for itself; Enter goes on and must not choose."""


class Tappable(QAbstractButton):
    """Chosen by a tap, by Space, or by its number; chosen again it is empty again. As high as its words need.

    A finger that moves on without letting go pushes the page on which it stands (`Column`), and chooses nothing.
    """

    def __init__(
        self, words: str, look: Look, width: QSizePolicy.Policy, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._pushing = look, False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(width, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self.look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pushing = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        way = event.globalPosition() - event.points()[0].globalPressPosition()
        self._pushing = self._pushing or way.manhattanLength() > QApplication.startDragDistance()
        if self._pushing:
            self.setDown(False)
            event.ignore()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pushing:
            event.ignore()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEFT_ALONE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paint_surface(self, painter: QPainter) -> None:
        """Ground and edge, as it is chosen or not."""
        look, chosen = self.look, self.isChecked()
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        edge = look.colour("accent" if chosen else "line")
        width = 2 * look.edge if chosen else look.edge
        rounded(painter, QRectF(self.rect()), look.px(10), fill=look.colour(ground), edge=edge, width=width)

    def paint_words(self, painter: QPainter, room: QRectF, points: float, flags: int) -> None:
        """Its words in this room, stronger where it is chosen."""
        painter.setLayoutDirection(self.layoutDirection())
        painter.setFont(self.look.font(points, SEMIBOLD if self.isChecked() else REGULAR))
        painter.setPen(self.look.colour("text"))
        painter.drawText(self.mirrored(room), flags, self.text())

    def mirrored(self, part: QRectF) -> QRectF:
        """A part of it where it stands in the language in force: on the other side if that is read from the right."""
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return part
        return QRectF(self.width() - part.right(), part.top(), part.width(), part.height())
