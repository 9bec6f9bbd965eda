"""One answer to choose: large enough for a finger, its number for the keyboard, empty until it is chosen."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.choices import paint_check, paint_radio
from capture_app.ui.widgets.painting import CENTRE, RIGHT, focus_ring, middle, rounded, written
from capture_app.words import _

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
KEYS_OF_THE_KIOSK = (*_STEPS, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""A button would take the arrows for itself; Enter goes on and must not choose."""
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_LEFT, _RIGHT, _HIGH = 66, 48, 66


class Mark(Enum):
    """What is drawn before an answer: one of them, any of them, or which place it has."""

    RADIO = auto()
    CHECK = auto()
    RANK = auto()


class Option(QAbstractButton):
    """Chosen by a tap, by Space, or by its number; chosen again it is empty again. Number 0 is not shown."""

    def __init__(
        self, words: str, number: int, look: Look, mark: Mark = Mark.RADIO, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number, self._look, self._mark, self._rank = number, look, mark, 0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_rank(self, rank: int) -> None:
        """The place it has among the chosen ones, from 1; 0 for none."""
        self._rank = rank
        self.setAccessibleDescription(_("Place {number}").format(number=rank) if rank else "")
        self.update()

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
        if event.key() in KEYS_OF_THE_KIOSK:
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
        self._paint_mark(painter, middle(rect, look.px(23), look.px(26), look.px(26)))
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

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look, on = self._look, self.isChecked()
        if self._mark is Mark.CHECK:
            paint_check(painter, box, look, on=on)
        elif self._mark is Mark.RADIO or not self._rank:
            paint_radio(painter, box, look, on=on)
        else:
            rounded(painter, box, box.width() / 2, fill=look.colour("accent"))
            font = look.font(look.theme.type.body, SEMIBOLD)
            written(painter, box, str(self._rank), font, look.colour("on_accent"), CENTRE)

    def _font(self, weight: int) -> QFont:
        return self._look.font(self._look.theme.type.title - 1, weight)
