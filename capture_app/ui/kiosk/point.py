"""One point of a scale: a mark above its words, beside its neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.kiosk.tappable import Tappable
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.choices import paint_radio
from capture_app.ui.widgets.painting import CENTRE, focus_ring, written
from capture_app.words import _

_TOP, _MARK, _GAP, _SIDE = 16, 26, 8, 8
"""Pixels at 100 %: above the mark, of the mark, below it, and beside the words."""

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Point(Tappable):
    """One without words shows its place. `about` is what it says something about, for a screen reader."""

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
        super().__init__(label or str(number), look, QSizePolicy.Policy.Ignored, parent=parent)
        self._number = number if numbered and label else 0
        place = _("{number} of {count}").format(number=number, count=of)
        words = f"{label}, {place}" if label else place
        self.setAccessibleName(f"{words}, {about}" if about else words)

    def heightForWidth(self, width: int) -> int:
        look = self.look
        room = QRectF(0, 0, max(1, width - 2 * look.px(_SIDE)), 10_000)
        font = look.font(look.theme.type.question, SEMIBOLD)
        words = QFontMetricsF(font).boundingRect(room, _WRAPPED, self.text())
        return look.px(2 * _TOP + _MARK + _GAP) + round(words.height())

    def sizeHint(self) -> QSize:
        width = self.look.px(120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(56), self.look.px(2 * _TOP + _MARK + _GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self.look, QRectF(self.rect())
        self.paint_surface(painter)
        mark = look.px(_MARK)
        box = QRectF((rect.width() - mark) / 2, look.px(_TOP), mark, mark)
        paint_radio(painter, box, look, on=self.isChecked())
        room = rect.adjusted(look.px(_SIDE), box.bottom() + look.px(_GAP), -look.px(_SIDE), 0)
        self.paint_words(painter, room, look.theme.type.question, _WRAPPED)
        if self._number:
            small, side = look.font(look.theme.type.secondary), look.px(20)
            corner = self.mirrored(QRectF(rect.right() - side - look.px(4), look.px(6), side, side))
            written(painter, corner, str(self._number), small, look.colour("text2"), CENTRE)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(10))
