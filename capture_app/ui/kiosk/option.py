"""One answer to choose: large enough for a finger, its number for the keyboard, empty until it is chosen."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.kiosk.tappable import Tappable
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.choices import paint_check, paint_radio
from capture_app.ui.widgets.painting import CENTRE, focus_ring, middle, rounded, written
from capture_app.words import _

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_LEFT, _RIGHT, _HIGH = 66, 48, 66


class Mark(Enum):
    """What is drawn before an answer: one of them, any of them, or which place it has."""

    RADIO = auto()
    CHECK = auto()
    RANK = auto()


class Option(Tappable):
    """Takes the whole width. Number 0 is not shown."""

    def __init__(
        self, words: str, number: int, look: Look, mark: Mark = Mark.RADIO, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, look, QSizePolicy.Policy.Expanding, parent=parent)
        self.number, self._mark, self._rank = number, mark, 0

    def set_rank(self, rank: int) -> None:
        """The place it has among the chosen ones, from 1; 0 for none."""
        self._rank = rank
        self.setAccessibleDescription(_("Place {number}").format(number=rank) if rank else "")
        self.update()

    def heightForWidth(self, width: int) -> int:
        look = self.look
        room = QRectF(0, 0, max(1, width - look.px(_LEFT + _RIGHT)), 10_000)
        font = look.font(self._points, SEMIBOLD)
        words = QFontMetricsF(font).boundingRect(room, _WRAPPED, self.text())
        return max(look.px(_HIGH), round(words.height()) + 2 * look.px(18))

    def sizeHint(self) -> QSize:
        width = self.look.px(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(200), self.look.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self.look, QRectF(self.rect())
        self.paint_surface(painter)
        self._paint_mark(painter, self.mirrored(middle(rect, look.px(23), look.px(26), look.px(26))))
        room = rect.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), 0)
        self.paint_words(painter, room, self._points, _WRAPPED)
        if self.number:
            small, wide = look.font(look.theme.type.capture), look.px(24)
            place = self.mirrored(QRectF(rect.right() - 2 * wide, 0, wide, rect.height()))
            written(painter, place, str(self.number), small, look.colour("text2"), CENTRE)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(10))

    @property
    def _points(self) -> float:
        return self.look.theme.type.title - 1

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look, on = self.look, self.isChecked()
        if self._mark is Mark.CHECK:
            paint_check(painter, box, look, on=on)
        elif self._mark is Mark.RADIO or not self._rank:
            paint_radio(painter, box, look, on=on)
        else:
            rounded(painter, box, box.width() / 2, fill=look.colour("accent"))
            font = look.font(look.theme.type.body, SEMIBOLD)
            written(painter, box, str(self._rank), font, look.colour("on_accent"), CENTRE)
