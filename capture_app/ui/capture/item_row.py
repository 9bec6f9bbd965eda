"""One question in the list beside the lines: number, prompt, how far it is; and the same as a drop-down's head."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.ui.widgets.painting import RIGHT, advance, focus_ring, line_height, middle, rounded, written
from capture_app.ui.widgets.tag import TagFace
from capture_app.ui.widgets.wrapping import with_breaks
from capture_app.words import _

_PITCH, _PAD = 18, 7
_WORDS_AT, _RIGHT = 38, 14
"""From the row's left edge to its words, and from their end to its right edge: a scroll bar has room there."""


_LINE_END = "\u2028"


@dataclass(frozen=True, slots=True)
class ItemFace:
    """What a row shows: `lead` is the number or, for the parking lot, empty with an `icon`."""

    key: str
    lead: str
    prompt: str
    state: TagFace
    icon: str = ""

    def spoken(self) -> str:
        """The row in words."""
        return ". ".join(part for part in (self.lead, self.prompt, self.state.words) if part)


def wrapped(text: str, font: QFont, width: float, pitch: float) -> QTextLayout:
    """Words wrapped to `width`, each line `pitch` high."""
    layout = QTextLayout(with_breaks(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout


def _as_broken(layout: QTextLayout) -> str:
    """The words of a layout with a line separator at the end of each of its lines but the last."""
    words, lines = layout.text(), map(layout.lineAt, range(layout.lineCount()))
    return _LINE_END.join(
        words[line.textStart() : line.textStart() + line.textLength()].rstrip() for line in lines
    )


class ItemRow(QAbstractButton):
    """A row of the list; `checked` is the question shown. As wide as it is told, as high as its words need."""

    def __init__(self, face: ItemFace, look: Look, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._width = look, width
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_face(face)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_width(self, width: int) -> None:
        """How wide the row is, in pixels at 100 %."""
        self._width = width
        self.updateGeometry()

    def show_face(self, face: ItemFace) -> None:
        """Show how far it is now."""
        self.face = face
        self.setText(face.prompt)
        self.setAccessibleName(face.spoken())
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """A question is left by going to another, never by pressing it again."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        look, pad = self._look, self._look.px(_PAD)
        lines = max(1, self._prompt(SEMIBOLD).lineCount())
        return QSize(look.px(self._width), 2 * pad + (lines + 1) * self._pitch())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - self._look.px(_RIGHT), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        chosen, pad = self.isChecked(), self._look.px(_PAD)
        if chosen or self.underMouse():
            rounded(painter, rect, look.px(6), fill=look.colour("sel" if chosen else "hover"))
        if chosen:
            bar = rect.adjusted(0, 0, look.px(3) - rect.width(), 0)
            rounded(painter, bar, look.px(1), fill=look.colour("accent"))
        self._paint_lead(painter)
        painter.setPen(look.colour("text"))
        words = self._prompt(SEMIBOLD if chosen else REGULAR)
        words.draw(painter, QPointF(look.px(_WORDS_AT), pad))
        self._paint_state(painter, pad + max(1, words.lineCount()) * self._pitch())
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _paint_lead(self, painter: QPainter) -> None:
        look, pad = self._look, self._look.px(_PAD)
        band = QRectF(look.px(10), pad, look.px(_WORDS_AT - 10), self._pitch())
        if self.face.icon:
            box = middle(band, band.left(), look.px(18), look.px(18))
            paint_icon(painter, self.face.icon, box, look.colour("text2"))
        else:
            font = look.font(look.theme.type.secondary, SEMIBOLD)
            written(painter, band, self.face.lead, font, look.colour("text"))

    def _paint_state(self, painter: QPainter, top: float) -> None:
        look, state = self._look, self.face.state
        left, size = look.px(_WORDS_AT), look.px(14)
        band = QRectF(left, top, self.width() - left, self._pitch())
        if state.icon:
            paint_icon(painter, state.icon, middle(band, left, size, size), look.colour(state.tint))
            band.setLeft(left + size + look.px(5))
        font = look.font(look.theme.type.caption)
        written(painter, band, state.words, font, look.colour(state.ink or state.tint))

    def _prompt(self, weight: int) -> QTextLayout:
        """The words, each line ending where it would in bold, so that nothing moves when the row is chosen."""
        look, size = self._look, self._look.theme.type.secondary
        width = look.px(self._width - _WORDS_AT - _RIGHT)
        bold = wrapped(self.face.prompt, look.font(size, SEMIBOLD), width, self._pitch())
        if weight == SEMIBOLD:
            return bold
        return wrapped(_as_broken(bold), look.font(size, weight), width, self._pitch())

    def _pitch(self) -> int:
        look = self._look
        return max(look.px(_PITCH), round(line_height(look.font(look.theme.type.secondary))))


class ItemSwitch(QAbstractButton):
    """Where there is no room for the list: the question shown, as wide as the page; a press opens the list."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._count = look, ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_item(self, words: str, count: str) -> None:
        """ "3 of 6 · Which values matter most?" and "6 lines"."""
        self._count = count
        self.setText(words)
        self.setAccessibleName(
            _("{question}, {count}. Choose a question").format(question=words, count=count)
        )
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = max(1, self._words(width).lineCount())
        return max(self._look.px(34), lines * self._look.px(20) + 2 * self._look.px(7))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self.heightForWidth(max(self.width(), self._look.px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        ground = look.colour("hover" if self.underMouse() else "surface")
        rounded(painter, rect, look.px(6), fill=ground, edge=look.colour("line"), width=look.edge)
        painter.setPen(look.colour("text"))
        words = self._words(self.width())
        top = (rect.height() - max(1, words.lineCount()) * look.px(20)) / 2
        words.draw(painter, QPointF(look.px(10), top))
        side = look.px(16)
        paint_icon(
            painter, "caret-down", middle(rect, rect.right() - look.px(26), side, side), look.colour("text")
        )
        counts = rect.adjusted(0, 0, -look.px(36), 0)
        written(painter, counts, self._count, self._plain(), look.colour("text2"), RIGHT)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _words(self, width: int) -> QTextLayout:
        look = self._look
        font = look.font(look.theme.type.body, SEMIBOLD)
        room = width - look.px(60) - advance(self._plain(), self._count)
        return wrapped(self.text(), font, max(room, look.px(80)), look.px(20))

    def _plain(self) -> QFont:
        return self._look.font(self._look.theme.type.body)
