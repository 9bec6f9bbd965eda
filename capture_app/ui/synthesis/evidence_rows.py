"""Paints one raw item: badge, words, where it stands, whether a statement rests on it and its words may be used."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from capture_app.domain.vocabulary import LineKind, Permission
from capture_app.services.synthesising import Evidence
from capture_app.ui.badges import BOX, paint_badge
from capture_app.ui.capture.faces import mark_size, paint_mark, side_face
from capture_app.ui.icons import KIND_ICONS, paint_icon
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_model import (
    EvidenceModel,
    Index,
    caution_words,
    quotation_words,
    state_words,
)
from capture_app.ui.widgets.painting import focus_ring, written
from capture_app.ui.widgets.tag import TagFace, paint_tag, tag_size
from capture_app.ui.widgets.wrapping import Wrapped, pitch_of
from capture_app.words import _

_LEFT, _TEXT, _RIGHT, _TOP, _BOTTOM = 16, 50, 14, 8, 8
_GAP = 10


@dataclass(frozen=True, slots=True)
class _Foot:
    """The line under the words: where it stands, which side, and its state, at the right where there is room.

    marks: below it, what has to be known before the words are used.
    """

    reference: QRectF
    side: QRectF | None
    state: QRectF
    marks: tuple[tuple[QRectF, TagFace], ...]
    height: float


def state_face(item: Evidence, *, linked: bool) -> TagFace:
    """The state of an item as icon and word."""
    words = state_words(item, linked=linked)
    if linked:
        return TagFace("link-simple", words, "accent")
    if item.answered:
        return TagFace("clipboard-text", words, "text2")
    if item.waits:
        return TagFace("circle", words, "warn")
    if item.used_in:
        return TagFace("link-simple", words, "good")
    return TagFace(KIND_ICONS[LineKind.SCRIBE_NOTE], words, "text2")


def caution_faces(item: Evidence) -> list[TagFace]:
    """What has to be known before its words are used, as icons and words."""
    given = item.permission is Permission.GIVEN
    faces = (
        TagFace("check", "", "good") if given else TagFace("hand", "", "warn"),
        TagFace("quotes", "", "warn"),
    )
    told = [replace(face, words=words) for face, words in zip(faces, quotation_words(item), strict=False)]
    rest = caution_words(item)[len(told) :]
    icons = [*(["hand-palm"] if item.dissent else []), *(["git-merge"] if item.contested else [])]
    return [*told, *(TagFace(icon, words, "warn") for icon, words in zip(icons, rest, strict=True))]


class EvidenceRows(QStyledItemDelegate):
    """Heights are kept by text and width; a row's state never changes its height, so nothing moves."""

    def __init__(self, look: Look, model: EvidenceModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self.look = look
        self._font = look.font(look.theme.type.body)
        self._small = look.font(look.theme.type.secondary)
        self._small_metrics = QFontMetricsF(self._small)
        self._longest = tag_size(TagFace("link-simple", _("Used in {count}").format(count=999), "good"), look)
        self._heights: dict[tuple[str, str, tuple[str, ...], int], int] = {}

    def height(self, row: int, width: int) -> int:
        """How high a row is at this width, in pixels."""
        item = self._model.shown[row]
        key = (item.text, item.reference, caution_words(item), width)
        known = self._heights.get(key)
        if known is None:
            text = self._wrapped(item.text, width).height
            foot = self._foot(item, width, widest=True).height
            known = self._heights[key] = round(text + foot) + self.look.px(_TOP + _BOTTOM) + 1
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, item = self.look, self._model.shown[index.row()]
        rect, state = QRectF(option.rect), option.state
        painter.save()
        self._paint_ground(painter, rect, state)
        painter.translate(rect.topLeft())
        self._paint_lead(painter, item)
        text = self._wrapped(item.text, round(rect.width()))
        text.paint(painter, QPointF(look.px(_TEXT), look.px(_TOP)), look.colour("text"))
        painter.translate(0, look.px(_TOP) + text.height)
        self._paint_foot(painter, item, round(rect.width()))
        painter.restore()
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        look = self.look
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, look.colour("sel" if selected else "hover" if hovered else "surface"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, look.colour("border"))
        if selected:
            painter.fillRect(rect.adjusted(0, 0, look.px(3) - rect.width(), -1), look.colour("accent"))

    def _paint_lead(self, painter: QPainter, item: Evidence) -> None:
        """The stance; for what has none, what kind of line it is, or that it is an answer."""
        look, side = self.look, self.look.px(BOX)
        top = look.px(_TOP) + (pitch_of(self._font) - side) / 2
        if item.stance is not None or not (item.kind or item.is_ballot or item.answered):
            paint_badge(painter, QPointF(look.px(_LEFT), round(top)), item.stance, look)
            return
        name = "clipboard-text" if item.kind is None else KIND_ICONS[item.kind]
        paint_icon(painter, name, QRectF(look.px(_LEFT), top, side, side), look.colour("text2"))

    def _paint_foot(self, painter: QPainter, item: Evidence, width: int) -> None:
        foot, look = self._foot(item, width), self.look
        words = self._small_metrics.elidedText(
            item.reference, Qt.TextElideMode.ElideRight, foot.reference.width()
        )
        written(painter, foot.reference, words, self._small, look.colour("text2"))
        if foot.side is not None and (face := side_face(item.side)) is not None:
            paint_mark(painter, foot.side, face, look)
        paint_tag(painter, foot.state, self._state(item), look)
        for rect, mark in foot.marks:
            paint_tag(painter, rect, mark, look)

    def _state(self, item: Evidence) -> TagFace:
        return state_face(item, linked=item.id in self._model.linked)

    def _foot(self, item: Evidence, width: int, *, widest: bool = False) -> _Foot:
        """`widest` leaves room for the longest state, so that linking moves nothing."""
        look, pitch = self.look, float(pitch_of(self._small))
        left, right = float(look.px(_TEXT)), float(width - look.px(_RIGHT))
        side = side_face(item.side)
        beside = mark_size(side, look).width() + look.px(_GAP) if side else 0
        longest = self._longest
        natural = self._small_metrics.horizontalAdvance(item.reference) + 1
        reference = min(natural, right - left - beside)
        fits = reference >= natural and left + reference + beside + look.px(_GAP) + longest.width() <= right
        tag = longest if widest else tag_size(self._state(item), look)
        mark = QRectF(left + reference + look.px(_GAP), 0, beside, pitch) if side else None
        state = QRectF(right - tag.width(), 0, tag.width(), pitch)
        if not fits:
            state.moveTo(left, pitch)
        above = pitch if fits else 2 * pitch
        marks = self._marks(item, QRectF(left, above, right - left, pitch))
        height = marks[-1][0].bottom() if marks else above
        return _Foot(QRectF(left, 0, reference, pitch), mark, state, tuple(marks), height)

    def _marks(self, item: Evidence, row: QRectF) -> list[tuple[QRectF, TagFace]]:
        """What has to be known before its words are used, side by side where there is room, from this row down."""
        placed: list[tuple[QRectF, TagFace]] = []
        left, top = row.left(), row.top()
        for face in caution_faces(item):
            width = tag_size(face, self.look).width()
            if placed and left + width > row.right():
                left, top = row.left(), top + row.height()
            placed.append((QRectF(left, top, width, row.height()), face))
            left += width + self.look.px(_GAP)
        return placed

    def _wrapped(self, text: str, width: int) -> Wrapped:
        return Wrapped(text, self._font, width - self.look.px(_TEXT + _RIGHT))
