"""How much stands behind a statement: lines and answers, by stance, and from which groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from capture_app.domain.reading_order import in_order
from capture_app.domain.vocabulary import Stance
from capture_app.services.synthesising import StatementView
from capture_app.ui.badges import paint_badge, stance_word
from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import middle, written
from capture_app.ui.widgets.tag import TagFace, paint_tag, tag_size
from capture_app.words import _, n_, number_words

_BADGE = 16
_GAP, _LINE_GAP = 14, 6


class _Part(Protocol):
    """One thing in the row: what it says, how wide it is, and how it is drawn there."""

    @property
    def words(self) -> str:
        """What it says."""

    def width(self, type_: _Type) -> int:
        """How wide it is."""

    def paint(self, painter: QPainter, rect: QRectF, type_: _Type) -> None:
        """Draw it."""


class _Type:
    """The type of all parts, made once for a row."""

    def __init__(self, look: Look) -> None:
        self.look, self.font = look, look.font(look.theme.type.secondary)
        self.metrics = QFontMetricsF(self.font)
        self.height = max(look.px(_BADGE + 2), round(self.metrics.height()))


@dataclass(frozen=True, slots=True)
class _State:
    """What it all comes to, as icon and words."""

    face: TagFace

    @property
    def words(self) -> str:
        return self.face.words

    def width(self, type_: _Type) -> int:
        return tag_size(self.face, type_.look).width()

    def paint(self, painter: QPainter, rect: QRectF, type_: _Type) -> None:
        paint_tag(painter, rect, self.face, type_.look)


@dataclass(frozen=True, slots=True)
class _StanceCount:
    """A badge and how often; `words` say both."""

    stance: Stance
    count: int

    @property
    def words(self) -> str:
        return _("{stance}: {count}").format(stance=stance_word(self.stance), count=self.count)

    def width(self, type_: _Type) -> int:
        return type_.look.px(_BADGE + 6) + _advance(type_, number_words(self.count))

    def paint(self, painter: QPainter, rect: QRectF, type_: _Type) -> None:
        look = type_.look
        side = look.px(_BADGE)
        at = middle(rect, rect.left(), side, side).topLeft()
        paint_badge(painter, at, self.stance, look, _BADGE)
        beside = rect.adjusted(look.px(_BADGE + 6), 0, 0, 0)
        written(painter, beside, number_words(self.count), type_.font, look.colour("text2"))


@dataclass(frozen=True, slots=True)
class _Groups:
    """The groups it comes from; ends in … where there is no room."""

    words: str

    def width(self, type_: _Type) -> int:
        return _advance(type_, self.words)

    def paint(self, painter: QPainter, rect: QRectF, type_: _Type) -> None:
        shown = type_.metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, rect.width())
        written(painter, rect, shown, type_.font, type_.look.colour("text2"))


def _advance(type_: _Type, words: str) -> int:
    return ceil(type_.metrics.horizontalAdvance(words))


class EvidenceCounts:
    """One row that wraps. It is painted and no widget: a list of statements has a hundred of them.

    `words` say all of it, for a tooltip.
    """

    def __init__(self, view: StatementView, look: Look) -> None:
        self._type = _Type(look)
        self._parts = list(_parts_of(view))
        self._widths = [part.width(self._type) for part in self._parts]
        self._placed_for, self._placed = -1, list[QRectF]()
        self.words = " · ".join(part.words for part in self._parts)

    def height(self, width: int) -> int:
        """How high it is at this width, in pixels."""
        places = self._places(width)
        return round(places[-1].bottom()) if places else 0

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw it in the middle of the height there is."""
        places = self._places(rect.width())
        down = rect.top() + max(0, (rect.height() - self.height(rect.width())) // 2)
        for part, place in zip(self._parts, places, strict=True):
            part.paint(painter, place.translated(rect.left(), down), self._type)

    def _places(self, width: int) -> list[QRectF]:
        """Each part beside the one before, or in a new line where there is no more room; all lines as high."""
        if self._placed_for != width:
            self._placed_for, self._placed = width, list(self._place(width))
        return self._placed

    def _place(self, width: int) -> Iterator[QRectF]:
        left, top, high = 0, 0, self._type.height
        gap, between_lines = self._type.look.px(_GAP), self._type.look.px(_LINE_GAP)
        for wide in self._widths:
            if left and left + wide > width:
                left, top = 0, top + high + between_lines
            yield QRectF(left, top, min(wide, width), high)
            left += wide + gap


def _parts_of(view: StatementView) -> Iterator[_Part]:
    if not view.evidence:
        yield _State(TagFace("link-break", _("No evidence yet. Link a line before the check."), "bad"))
        return
    yield _State(TagFace("link-simple", behind(view)))
    counts = Counter(item.stance for item in view.evidence if item.stance)
    yield from (_StanceCount(stance, counts[stance]) for stance in Stance if counts[stance])
    if view.groups:
        yield _Groups(", ".join(in_order(view.groups)))


def behind(view: StatementView) -> str:
    """ "5 lines, 2 answers"."""
    answers = sum(item.is_ballot for item in view.evidence)
    lines = len(view.evidence) - answers
    parts = [n_("{count} line", "{count} lines", lines)] if lines else []
    parts += [n_("{count} answer", "{count} answers", answers)] if answers else []
    return ", ".join(parts)


def spoken(view: StatementView) -> str:
    """A statement and what its row shows behind it, as a screen reader says it."""
    said = [part.words for part in _parts_of(view)]
    return " ".join([view.statement.text, *(words if words.endswith(".") else f"{words}." for words in said)])
