"""Chips: a theme's code and name, a state, a filter. Painted by one function, so delegates draw the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import BOLD, MEDIUM, REGULAR
from capture_app.ui.widgets.painting import advance, focus_ring, line_height, middle, rounded, written

ChipKind = Literal["theme", "emergent", "plain", "accent", "good", "warn", "bad", "priv"]

_READ, _ACT = 22, 24
"""Heights: to read, to act."""


@dataclass(frozen=True, slots=True)
class ChipFace:
    """What a chip shows: `code` bold first, then the words. `icon` stands before, `icon_after` behind."""

    words: str
    kind: ChipKind = "theme"
    code: str = ""
    icon: str = ""
    icon_after: str = ""

    def spoken(self) -> str:
        """The chip in words."""
        return " ".join(part for part in (self.code, self.words) if part)


def chip_size(face: ChipFace, look: Look, height: int = _READ) -> QSize:
    """The room a chip needs."""
    parts = [advance(font, text) for font, text in _texts(face, look)]
    parts += [look.px(14) for name in (face.icon, face.icon_after) if name]
    tall = max(look.px(height), round(line_height(_font(face, look))) + look.px(4))
    return QSize(round(sum(parts)) + look.px(6) * (len(parts) - 1) + 2 * look.px(8), tall)


def paint_chip(painter: QPainter, rect: QRectF, face: ChipFace, look: Look) -> None:
    """Draw a chip into `rect`; where that has too little room, its words are shortened and say so."""
    ground, edge, ink = _colours(face, look)
    rounded(
        painter, rect, look.px(4), fill=ground, edge=edge, width=look.edge, dashed=face.kind == "emergent"
    )
    left, gap = rect.left() + look.px(8), look.px(6)
    icon = look.px(14)
    if face.icon:
        paint_icon(painter, face.icon, middle(rect, left, icon, icon), ink)
        left += icon + gap
    end = rect.right() - look.px(8) - (icon + gap if face.icon_after else 0)
    for font, text in _texts(face, look):
        words = _within(font, text, end - left)
        width = advance(font, words)
        tint = look.colour("text") if font.weight() == QFont.Weight.Bold else ink
        written(painter, middle(rect, left, width, line_height(font)), words, font, tint)
        left += width + gap
    if face.icon_after:
        paint_icon(painter, face.icon_after, middle(rect, left, icon, icon), ink)


def _within(font: QFont, text: str, room: float) -> str:
    if advance(font, text) <= room + 1:  # a box is in whole pixels
        return text
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))


def _texts(face: ChipFace, look: Look) -> list[tuple[QFont, str]]:
    code = "+" if face.kind == "emergent" else face.code
    bold = look.font(look.theme.type.caption, BOLD)
    return [(f, t) for f, t in ((bold, code), (_font(face, look), face.words)) if t]


def _font(face: ChipFace, look: Look) -> QFont:
    weight = REGULAR if face.kind in ("theme", "emergent") else MEDIUM
    return look.font(look.theme.type.secondary, weight)


def _colours(face: ChipFace, look: Look) -> tuple[QColor | None, QColor | None, QColor]:
    match face.kind:
        case "theme":
            return look.colour("sunken"), None, look.colour("text2")
        case "emergent":
            return None, look.colour("line"), look.colour("text2")
        case "plain":
            return look.colour("surface"), look.colour("border"), look.colour("text2")
        case state:
            return look.colour(f"{state}_soft"), None, look.colour(state)


class Chip(QWidget):
    """A chip to read."""

    def __init__(
        self,
        words: str,
        look: Look,
        kind: ChipKind = "theme",
        *,
        code: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_face(ChipFace(words, kind, code, icon))

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_face(self, face: ChipFace) -> None:
        """Show something else."""
        self.face = face
        self.setAccessibleName(face.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.face, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QRectF(self.rect()), self.face, self._look)


class ChipButton(QAbstractButton):
    """A chip to act on: a filter with a caret, or one in force with a cross."""

    def __init__(self, face: ChipFace, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_face(face)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_face(self, face: ChipFace) -> None:
        """Show something else."""
        self.face = face
        self.setText(face.words)
        self.setAccessibleName(face.spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.face, self._look, _ACT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        paint_chip(painter, rect, self.face, self._look)
        if self.underMouse() and not self.hasFocus():
            rounded(painter, rect, self._look.px(4), edge=self._look.colour("line"), width=self._look.edge)
        if self.hasFocus():
            focus_ring(painter, rect, self._look, self._look.px(4))
