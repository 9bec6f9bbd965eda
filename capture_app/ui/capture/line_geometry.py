"""Where the parts of a line stand in its row: in columns where there is room, else one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from capture_app.domain.records import Line
from capture_app.ui.capture.faces import LineFace, MarkFace, mark_size
from capture_app.ui.style import Look
from capture_app.ui.widgets.chip import ChipFace, chip_size

PITCH = 22
"""Height of a line of capture text; painter and editor both keep to it, so that nothing moves when one edits."""
INDENT = 22
DEEPEST = 4
"""How far a line can be put under others."""
_TEXT = (508 - 347, 320 - 111)
"""Where text begins: in a worksheet, and after a column of times."""
_SIDE, _RIGHT = 100, 119
"""From the right edge: the side; the end of the text."""
_TOP, _ACTIVE_TOP, _BOTTOM, _UNDER_TAGS = 8, 13, 8, 5
_FRAME = 11
"""From the editor's frame to its text, across."""
_STACKED, _STACKED_ACTIVE = 15, 25


@dataclass(frozen=True, slots=True)
class Place:
    """How a list sets its lines: `width` of a row, columns or `stacked`, with a column of times or without.

    `leads` is False where what comes first in a row stands above its column already.
    """

    look: Look
    width: int
    stacked: bool = False
    times: bool = False
    leads: bool = True


Piece = tuple[QRectF, MarkFace | ChipFace]


@dataclass(frozen=True, slots=True)
class LineGeometry:
    """One row: its height, where the text stands, the editor's frame, and everything else with its place."""

    height: int
    text: QRectF
    frame: QRectF
    pieces: tuple[Piece, ...]


def laid_out(text: str, look: Look, width: float) -> QTextLayout:
    """Capture text wrapped to `width`; every line of it is `PITCH` high."""
    layout = QTextLayout(text, look.font(look.theme.type.capture))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    pitch = look.px(PITCH)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout


def geometry(text: str, level: int, face: LineFace, place: Place, *, active: bool) -> LineGeometry:
    """The places of a line's parts."""
    look = place.look
    left, right = text_edges(level, place, active=active)
    lines = max(1, laid_out(text, look, right - left).lineCount())
    top = look.px(_ACTIVE_TOP if active else _TOP)
    words = QRectF(left, top, right - left, lines * look.px(PITCH))
    pad = look.px(7)
    frame = words.adjusted(-look.px(_FRAME), -pad, look.px(_FRAME), pad)
    below = frame.bottom() + look.px(5) if active else words.bottom() + look.px(2)
    flowing = tuple(_flowing(face, place))
    shift = look.px(_STACKED_ACTIVE - _STACKED) if place.stacked and active else 0
    tags, end = _flow(flowing, QPointF(left - shift, below), right, look)
    fixed = () if place.stacked else tuple(_columns(face, place, words))
    foot = (frame.bottom() + look.px(10)) if active else words.bottom() + look.px(_BOTTOM)
    bottom = end + look.px(_UNDER_TAGS) if flowing else foot
    return LineGeometry(round(bottom), words, frame, (*fixed, *tags))


class Guess:
    """About how high rows are, from the count of their letters: for lists too long to measure."""

    def __init__(self, place: Place) -> None:
        look = place.look
        letter = QFontMetricsF(look.font(look.theme.type.capture)).averageCharWidth()
        edges = [text_edges(level, place, active=False) for level in range(DEEPEST + 1)]
        self._letters = [max(1.0, (right - left) / letter) for left, right in edges]
        self._pitch, self._rest, self._tags = look.px(PITCH), look.px(2 * _TOP), look.px(24)
        self._stacked = place.stacked

    def height(self, line: Line, *, tagged: bool) -> int:
        """The height of a row with this line, with a row of tags under it or without, in pixels."""
        rows = 1 + int(len(line.text) / self._letters[min(line.level, DEEPEST)])
        return self._rest + rows * self._pitch + (self._tags if tagged or self._stacked else 0)


def text_edges(level: int, place: Place, *, active: bool) -> tuple[int, int]:
    """Where a line's text begins and ends."""
    look, indent = place.look, level * place.look.px(INDENT)
    if place.stacked:
        edge = look.px(_STACKED_ACTIVE if active else _STACKED)
        return edge + indent, max(edge + indent + look.px(80), place.width - edge)
    left = look.px(_TEXT[place.times]) + indent
    return left, max(left + look.px(80), place.width - look.px(_RIGHT))


def _columns(face: LineFace, place: Place, words: QRectF) -> Iterator[Piece]:
    """Time and lead at the left, the side at the right, level with the first line of the text."""
    look, height = place.look, place.look.px(PITCH)

    def box(left: int, width: int) -> QRectF:
        return QRectF(left, words.top(), width, height)

    lead = 18
    if place.times:
        lead = 82
        if face.time:
            yield box(look.px(20), look.px(60)), face.time
    yield box(look.px(lead), look.px(_TEXT[place.times] - lead)), face.lead
    if face.side:
        yield box(place.width - look.px(_SIDE), look.px(_SIDE)), face.side


def _flowing(face: LineFace, place: Place) -> Iterator[MarkFace | ChipFace]:
    """What stands in the row of tags: in a stacked list everything but the text."""
    if place.stacked:
        lead = face.lead if place.leads else None
        yield from (mark for mark in (face.time, lead, face.side) if mark and mark.words)
    yield from face.chips


def _flow(
    faces: tuple[MarkFace | ChipFace, ...], start: QPointF, right: float, look: Look
) -> tuple[tuple[Piece, ...], float]:
    """Set faces beside each other, going on below where there is no more room; gives back where they end."""
    pieces: list[Piece] = []
    left, top, row = start.x(), start.y(), look.px(22)
    for face in faces:
        size = chip_size(face, look) if isinstance(face, ChipFace) else mark_size(face, look)
        row = max(row, size.height())
        if left > start.x() and left + size.width() > right:
            left, top = start.x(), top + row + look.px(4)
        width = min(float(size.width()), right - start.x())
        pieces.append((QRectF(left, top + (row - size.height()) / 2, width, size.height()), face))
        left += size.width() + look.px(6 if isinstance(face, ChipFace) else 14)
    return tuple(pieces), top + row
