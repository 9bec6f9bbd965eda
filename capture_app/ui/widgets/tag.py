"""A state as icon and word, without a ground: "Used in 2", "Pending", "Done · 6 lines"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM, REGULAR
from capture_app.ui.widgets.painting import advance, line_height, middle, written

_ICON = 16


@dataclass(frozen=True, slots=True)
class TagFace:
    """Icon, word, and the tokens of both; `ink` is empty where the word has the icon's colour."""

    icon: str
    words: str
    tint: str = "text2"
    ink: str = ""


def tag_size(face: TagFace, look: Look) -> QSize:
    """The room a tag needs."""
    font = _font(face, look)
    height = max(look.px(_ICON + 2), round(line_height(font)))
    return QSize(look.px(_ICON + 6) + round(advance(font, face.words)), height)


def paint_tag(painter: QPainter, rect: QRectF, face: TagFace, look: Look) -> None:
    """Draw a tag into `rect`."""
    icon = look.px(_ICON)
    paint_icon(painter, face.icon, middle(rect, rect.left(), icon, icon), look.colour(face.tint))
    words = rect.adjusted(look.px(_ICON + 6), 0, 0, 0)
    written(painter, words, face.words, _font(face, look), look.colour(face.ink or face.tint))


def _font(face: TagFace, look: Look) -> QFont:
    plain = (face.ink or face.tint) in ("text", "text2", "text3")
    return look.font(look.theme.type.secondary, REGULAR if plain else MEDIUM)


class Tag(QWidget):
    """A state on a page. Its word is its accessible name."""

    def __init__(
        self,
        look: Look,
        icon: str,
        words: str,
        tint: str = "text2",
        *,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_face(TagFace(icon, words, tint, ink))

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def show_face(self, face: TagFace) -> None:
        """Show another state."""
        self.face = face
        self.setAccessibleName(face.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return tag_size(self.face, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_tag(QPainter(self), QRectF(self.rect()), self.face, self._look)
