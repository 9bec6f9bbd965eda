"""A key as it looks on the keyboard: small box, thicker lower edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import CENTRE, advance, line_height, rounded, written


def keycap_size(text: str, look: Look) -> tuple[float, float]:
    """Width and height of a key cap in pixels."""
    font = look.font(_size(look), SEMIBOLD)
    height = max(look.px(20), line_height(font) + look.px(3))
    return max(height, advance(font, text) + 2 * look.px(6)), height


def paint_keycap(
    painter: QPainter,
    rect: QRectF,
    text: str,
    look: Look,
    *,
    ink: QColor | None = None,
    fill: QColor | None = None,
) -> None:
    """Draw a key cap into `rect`; `ink` colours letters and edge where the ground is not a surface."""
    edge = ink or look.colour("line")
    rounded(painter, rect, look.px(4), fill=fill, edge=edge, width=look.edge)
    foot = rect.adjusted(look.px(2), rect.height() - 2 * look.edge, -look.px(2), -look.edge)
    painter.fillRect(foot, edge)
    letters = rect.adjusted(0, 0, 0, -look.edge)
    written(painter, letters, text, look.font(_size(look), SEMIBOLD), ink or look.colour("text"), CENTRE)


def _size(look: Look) -> float:
    return look.theme.type.caption - 0.4


class KeyCap(QWidget):
    """A key cap on its own. `spoken` is what a screen reader says, "Control 1"."""

    def __init__(self, text: str, look: Look, *, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._look = text, look
        self.setAccessibleName(spoken or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width, height = keycap_size(self._text, self._look)
        return QSize(round(width), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_keycap(painter, QRectF(self.rect()), self._text, self._look, fill=self._look.colour("surface"))
