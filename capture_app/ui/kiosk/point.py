"""One point of a scale: a mark above its words, beside its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.kiosk.option import KEYS_OF_THE_KIOSK
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.choices import paint_radio
from capture_app.ui.widgets.painting import RIGHT, focus_ring, rounded, written
from capture_app.words import _

_TOP, _MARK, _GAP, _SIDE = 16, 26, 8, 8
"""Pixels at 100 %: above the mark, of the mark, below it, and beside the words."""

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Point(QAbstractButton):
    """Chosen by a tap, by Space, or by its number; or empty again. Without words it shows its place."""

    def __init__(
        self,
        label: str,
        number: int,
        look: Look,
        *,
        of: int,
        about: str = "",
        numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._number = look, number if numbered and label else 0
        self.setText(label or str(number))
        place = _("{number} of {count}").format(number=number, count=of)
        words = f"{label}, {place}" if label else place
        self.setAccessibleName(f"{words}, {about}" if about else words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
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
        room = QRectF(0, 0, max(1, width - 2 * look.px(_SIDE)), 10_000)
        words = QFontMetricsF(self._font(SEMIBOLD)).boundingRect(room, _WRAPPED, self.text())
        return look.px(2 * _TOP + _MARK + _GAP) + round(words.height())

    def sizeHint(self) -> QSize:
        width = self._look.px(120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(56), self._look.px(2 * _TOP + _MARK + _GAP))

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
        mark = look.px(_MARK)
        box = QRectF((rect.width() - mark) / 2, look.px(_TOP), mark, mark)
        paint_radio(painter, box, look, on=chosen)
        words = rect.adjusted(look.px(_SIDE), box.bottom() + look.px(_GAP), -look.px(_SIDE), 0)
        painter.setFont(self._font(SEMIBOLD if chosen else REGULAR))
        painter.setPen(look.colour("text"))
        painter.drawText(words, _WRAPPED, self.text())
        if self._number:
            small, corner = (
                look.font(look.theme.type.secondary),
                rect.adjusted(0, look.px(6), -look.px(10), 0),
            )
            corner.setHeight(look.px(20))
            written(painter, corner, str(self._number), small, look.colour("text2"), RIGHT)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(10))

    def _font(self, weight: int) -> QFont:
        return self._look.font(self._look.theme.type.question, weight)
