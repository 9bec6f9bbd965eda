"""The narrow navigation: icon over word, 86 pixels wide; the lead's where the wide one has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.nav import Navigation, NavItem, Place
from capture_app.ui.widgets.painting import CENTRE, advance, focus_ring, line_height, rounded, written

_WIDTH = 86
_FREE, _CLOSE = 9, 2
"""Above the icon, in pixels."""
_MANY = 8
"""Above so many places, icons alone stand closer, so that all are there at 200 % on a small screen."""
_LEAST = 24
"""Pixels of the least thing one can point at (WCAG 2.2, target size)."""


class _RailItem(NavItem):
    crowded = False

    def sizeHint(self) -> QSize:
        look = self._look
        if self.icons_only:
            return QSize(look.px(34), max(_LEAST, look.px(22)) if self.crowded else look.px(34))
        font = look.font(look.theme.type.caption, SEMIBOLD)
        width = max(look.px(_WIDTH - 13), round(advance(font, self.text())) + look.px(8))
        return QSize(width, self.height_with_words())

    def height_with_words(self) -> int:
        """Where many stand above each other, they stand closer."""
        look, words = self._look, round(line_height(self._look.font(self._look.theme.type.caption, SEMIBOLD)))
        if self.crowded:
            return look.px(_CLOSE + 22) + words + look.px(_CLOSE)
        return max(look.px(54), look.px(_FREE + 25) + words + look.px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = look.colour("sel" if self.isChecked() else "hover")
            rounded(painter, rect, look.px(6), fill=ground)
        if self.isChecked():
            bar = QRectF(0, rect.height() / 2 - look.px(13), look.px(3), look.px(26))
            rounded(painter, bar, look.px(1), fill=look.colour("accent"))
        self._paint_face(painter, rect)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _paint_face(self, painter: QPainter, rect: QRectF) -> None:
        look, chosen = self._look, self.isChecked()
        side = look.px(21)
        above = _CLOSE if self.crowded else _FREE
        top = (rect.height() - side) / 2 if self.icons_only else look.px(above)
        box = QRectF(round((rect.width() - side) / 2), round(top), side, side)
        name = f"{self.place.icon}-bold" if chosen else self.place.icon
        paint_icon(painter, name, box, look.colour("accent" if chosen else "text2"))
        if not self.icons_only:
            font = look.font(look.theme.type.caption, SEMIBOLD if chosen else REGULAR)
            below = look.px(above + 22)
            words = QRectF(
                rect.left(), below, rect.width(), rect.height() - below - look.px(max(0, above - 4))
            )
            written(painter, words, self.text(), font, look.colour("text" if chosen else "text2"), CENTRE)


class Rail(Navigation):
    """Icon over word."""

    def __init__(
        self,
        look: Look,
        places: Sequence[Place],
        foot: Sequence[Place] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _RailItem, places, foot, parent)
        for item in self.findChildren(_RailItem):
            item.crowded = len(places) + len(foot) > _MANY
        self.set_look(look)

    def has_room_for_words(self, height: int) -> bool:
        """Whether all places with their words stand within this height."""
        margins, items = self._column.contentsMargins(), self.findChildren(_RailItem)
        wanted = sum(item.height_with_words() + self._column.spacing() for item in items)
        return wanted + margins.top() + margins.bottom() <= height

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        crowded = any(item.crowded for item in self.findChildren(_RailItem))
        edge = look.px(2 if crowded else 8)
        self._column.setContentsMargins(look.px(6), edge, look.px(6), edge)
        self._column.setSpacing(0 if crowded else look.px(2))
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter)
