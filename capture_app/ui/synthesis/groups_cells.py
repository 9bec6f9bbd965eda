"""Paints a cell of the groups side by side: how many lines, and how the group stood, as badge and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.domain.vocabulary import Stance
from capture_app.services.comparing import Cell, Standing, dissent_words, standing_words, touched_words
from capture_app.ui.badges import paint_badge
from capture_app.ui.style import Look
from capture_app.ui.synthesis.groups_model import BREADTH, LABEL, GroupsModel, Index
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import advance, focus_ring, middle, rounded, written
from capture_app.ui.widgets.wrapping import Wrapped, pitch_of
from capture_app.words import n_, number_words

_SIDE, _TOP, _INSET, _INDENT = 12, 9, 3, 14
_BADGE, _GAP = 16, 10

_Piece = tuple[QPointF, Wrapped, str]
"""Words, where they stand, and the token of their ink."""

_Badge = tuple[QRectF, Stance | None, str]
"""Where a badge stands with the number beside it."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A cell as it is laid out at a width."""

    pieces: tuple[_Piece, ...]
    badges: tuple[_Badge, ...]
    height: int


class GroupsCells(QStyledItemDelegate):
    """A cell with lines stands on a ground, with an edge of dashes where they all only touch on the theme (D13).

    Cells are laid out once for each width and kept until other rows are shown; words that stand in many, only once.
    """

    def __init__(self, look: Look, model: GroupsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: dict[tuple[int, int, int], _Laid] = {}
        self._wrapped: dict[tuple[str, bool, str, int], Wrapped] = {}
        self._numbers: dict[int, tuple[str, int]] = {}
        model.modelReset.connect(lambda: self._kept.clear())
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self.look = look
        self._kept.clear()
        self._wrapped.clear()
        self._numbers.clear()
        self._body, self._small = look.font(look.theme.type.body), look.font(look.theme.type.secondary)
        self._strong = look.font(look.theme.type.body, SEMIBOLD)
        self._high = max(look.px(_BADGE + 4), pitch_of(self._small))

    def height(self, index: Index, width: int) -> int:
        """How high a cell has to be at this width, in pixels."""
        return self._laid(index, width).height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, rect, option.state, index)
        painter.translate(rect.topLeft())
        laid = self._laid(index, option.rect.width())
        for at, words, ink in laid.pieces:
            words.paint(painter, at, self.look.colour(ink))
        for place, stance, number in laid.badges:
            self._paint_badge(painter, place, stance, number)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), self.look, self.look.px(4))

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        look, cell = self.look, self._model.cell(index)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        question = self._model.shown[index.row()].theme is None
        painter.fillRect(rect, look.colour("sel" if selected else "window" if question else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        if cell is not None and cell.spoke and not selected:
            inset = look.px(_INSET)
            box = rect.adjusted(inset, inset, -inset, -inset - 1)
            if cell.standing is Standing.TOUCHED:
                rounded(painter, box, look.px(4), edge=look.colour("line"), width=look.edge, dashed=True)
            else:
                rounded(painter, box, look.px(4), fill=look.colour("heat1"))

    def _paint_badge(self, painter: QPainter, place: QRectF, stance: Stance | None, number: str) -> None:
        look, side = self.look, self.look.px(_BADGE)
        paint_badge(painter, middle(place, place.left(), side, side).topLeft(), stance, look, _BADGE)
        beside = place.adjusted(look.px(_BADGE + 4), 0, 0, 0)
        written(painter, beside, number, self._small, look.colour("text2"))

    def _laid(self, index: Index, width: int) -> _Laid:
        key = (index.row(), index.column(), width)
        if key not in self._kept:
            self._kept[key] = self._lay_out(index, width)
        return self._kept[key]

    def _lay_out(self, index: Index, width: int) -> _Laid:
        """The words of a cell from top to bottom, then its badges."""
        left, top = float(self.look.px(_SIDE)), float(self.look.px(_TOP))
        if index.column() == LABEL and self._model.shown[index.row()].theme is not None:
            left += self.look.px(_INDENT)
        pieces = list[_Piece]()
        for text, strong, ink in self._texts(index):
            words = self._words(text, strong, ink, round(width - left) - self.look.px(_SIDE))
            pieces.append((QPointF(left, top), words, ink))
            top += words.height
        badges = tuple(self._badges(self._model.cell(index), width, top + self.look.px(2)))
        bottom = badges[-1][0].bottom() if badges else top
        return _Laid(tuple(pieces), badges, round(bottom) + self.look.px(_TOP) + 1)

    def _words(self, text: str, strong: bool, ink: str, room: int) -> Wrapped:
        key = (text, strong, ink, room)
        if key not in self._wrapped:
            font = self._strong if strong else self._small if ink == "text2" else self._body
            self._wrapped[key] = Wrapped(text, font, room)
        return self._wrapped[key]

    def _texts(self, index: Index) -> Iterator[tuple[str, bool, str]]:
        """Each text of a cell, whether it is strong, and the token of its ink."""
        row, cell = self._model.shown[index.row()], self._model.cell(index)
        if cell is not None:
            yield from _cell_texts(cell)
            return
        yield str(self._model.data(index)), row.theme is None and index.column() == LABEL, "text"
        if index.column() == BREADTH and (touched := touched_words(row, self._model.names)):
            yield touched, False, "text2"

    def _badges(self, cell: Cell | None, width: int, top: float) -> Iterator[_Badge]:
        """The badges beside each other, going on in a new line; none where nobody noted a stance."""
        if cell is None or all(stance is None for stance, _count in cell.stances):
            return
        start, gap = self.look.px(_SIDE), self.look.px(_GAP)
        left = start
        for stance, count in cell.stances:
            number, wide = self._beside(count)
            if left > start and left + wide > width - start:
                left, top = start, top + self._high
            yield QRectF(left, top, wide, self._high), stance, number
            left += wide + gap

    def _beside(self, count: int) -> tuple[str, int]:
        """The number beside a badge, and how wide both are."""
        if count not in self._numbers:
            number = number_words(count)
            wide = self.look.px(_BADGE + 4) + round(advance(self._small, number))
            self._numbers[count] = number, wide
        return self._numbers[count]


def _cell_texts(cell: Cell) -> Iterator[tuple[str, bool, str]]:
    if cell.lines:
        yield n_("{count} line", "{count} lines", len(cell.lines)), True, "text"
    for words in (standing_words(cell), dissent_words(cell)):
        if words:
            yield words, False, "text2"
