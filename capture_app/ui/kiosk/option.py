"""One answer to choose: large enough for a finger, its number for the keyboard, empty until it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.choices import paint_radio
from capture_app.ui.widgets.painting import RIGHT, focus_ring, middle, rounded, written

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_LEFT, _RIGHT, _HIGH = 66, 48, 66


class Option(QAbstractButton):
    """Chosen by a tap, by Space, or by its number; chosen again it is empty again. Number 0 is not shown."""

    def __init__(self, words: str, number: int, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self._look = number, look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = self._look
        room = QRectF(0, 0, max(1, width - look.px(_LEFT + _RIGHT)), 10_000)
        words = QFontMetricsF(self._font(SEMIBOLD)).boundingRect(room, _WRAPPED, self.text())
        return max(look.px(_HIGH), round(words.height()) + 2 * look.px(18))

    def sizeHint(self) -> QSize:
        width = self._look.px(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would take the arrows for itself; Enter goes on and must not choose.
        if event.key() in (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        chosen = self.isChecked()
        ground = "accent_soft" if chosen else "hover" if self.underMouse() else "surface"
        edge = look.colour("accent" if chosen else "line")
        width = 2 * look.edge if chosen else look.edge
        rounded(painter, rect, look.px(10), fill=look.colour(ground), edge=edge, width=width)
        mark = middle(rect, look.px(23), look.px(26), look.px(26))
        paint_radio(painter, mark, look, on=chosen)
        room = rect.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), 0)
        painter.setFont(self._font(SEMIBOLD if chosen else REGULAR))
        painter.setPen(look.colour("text"))
        painter.drawText(room, _WRAPPED, self.text())
        if self.number:
            small = look.font(look.theme.type.capture)
            right = rect.adjusted(0, 0, -look.px(24), 0)
            written(painter, right, str(self.number), small, look.colour("text2"), RIGHT)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(10))

    def _font(self, weight: int) -> QFont:
        return self._look.font(self._look.theme.type.title - 1, weight)
