"""One answer on the sheet for typing up paper forms: the key that stands for it, its words, whether it is read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.keycap import keycap_size, paint_keycap
from capture_app.ui.widgets.painting import advance, line_height, middle, rounded, written
from capture_app.words import _

_PAD, _GAP, _TICK = 5, 6, 15


class OptionMark(QWidget):
    """Painted, because it is read and not operated. `place` is which it is among those marked, from 1; 0 for not."""

    def __init__(self, key: str, words: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._words, self._look, self.place = key, words, look, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(words)
        self._name()

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_place(self, place: int) -> None:
        """Mark it, or take the mark away."""
        self.place = place
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        cap, high = keycap_size(self._key, look)
        wide = cap + advance(look.font(look.theme.type.secondary, SEMIBOLD), self._words)
        wide += look.px(2 * _PAD + 2 * _GAP + _TICK)
        return QSize(
            round(wide), round(max(high, line_height(look.font(look.theme.type.secondary))) + look.px(6))
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        ink = look.colour("accent" if self.place else "text2")
        if self.place:
            rounded(painter, rect, look.px(4), fill=look.colour("accent_soft"), edge=ink, width=look.edge)
        cap, high = keycap_size(self._key, look)
        left = rect.left() + look.px(_PAD)
        paint_keycap(painter, middle(rect, left, cap, high), self._key, look, fill=look.colour("surface"))
        left += cap + look.px(_GAP)
        font = look.font(look.theme.type.secondary, SEMIBOLD if self.place else REGULAR)
        room = rect.right() - left - look.px(_PAD) - (look.px(_TICK + _GAP) if self.place else 0)
        words = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        written(painter, QRectF(left, rect.top(), room, rect.height()), words, font, look.colour("text"))
        if self.place:
            tick = look.px(_TICK)
            place = rect.right() - tick - look.px(_PAD)
            paint_icon(painter, "check", middle(rect, place, tick, tick), ink)

    def _name(self) -> None:
        words = _("{key} {answer}").format(key=self._key, answer=self._words)
        self.setAccessibleName(_("{answer}, marked").format(answer=words) if self.place else words)
