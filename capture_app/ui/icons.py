"""Icons from the Phosphor font that comes with qtawesome, drawn as outlines in a token's colour at any size.

The font file is read directly: importing qtawesome itself would load every font it has and cost a
third of the time it takes to start. An icon never stands alone for a meaning; its word goes with it.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QPixmapCache, QRawFont

from capture_app.domain.vocabulary import LineKind, Side, Verdict
from capture_app.ui.style import Look

_EM = 256
"""Phosphor draws every icon in a square of this many units, standing on its lower edge."""

SIDE_ICONS = {Side.ROOM: "users-three", Side.REMOTE: "video-camera", Side.CHAT: "chat-text"}

VERDICT_ICONS = {
    None: "circle-dashed",
    Verdict.YES: "check-circle",
    Verdict.CHANGED: "pencil-circle",
    Verdict.NO: "x-circle",
    Verdict.UNSURE: "question",
}

KIND_ICONS = {
    LineKind.POINT: "text-align-left",
    LineKind.QUOTATION: "quotes",
    LineKind.QUESTION: "question",
    LineKind.DECISION: "check-square",
    LineKind.ACTION: "flag",
    LineKind.CONTEXT: "info",
    LineKind.OBSERVATION: "eye",
    LineKind.SCRIBE_NOTE: "pencil-simple",
    LineKind.INCIDENT: "wifi-slash",
}


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a square. Raises KeyError for a name Phosphor does not have."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _EM, rect.height() / _EM)
    painter.fillPath(glyph(name), colour)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, size: int, dpr: float) -> QPixmap:
    """An icon as a picture of `size` logical pixels, kept in Qt's cache."""
    key = f"icon:{name}:{colour.name()}:{size}:{dpr}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, look: Look, tint: str = "text2", size: int = 18) -> QIcon:
    """An icon for menus, actions and line edits, sharp on dense screens too; grey when disabled."""
    result = QIcon()
    for dpr in (1.0, 2.0, 3.0):
        for mode, colour in ((QIcon.Mode.Normal, tint), (QIcon.Mode.Disabled, "text3")):
            result.addPixmap(icon_pixmap(name, look.colour(colour), look.px(size), dpr), mode)
    return result


@cache
def glyph(name: str) -> QPainterPath:
    """The outline of an icon in a square of 256 units."""
    font, letters = _phosphor()
    index = font.glyphIndexesForString(letters[name])[0]
    path = font.pathForGlyph(index)
    path.translate(QPointF(0, font.ascent()))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


@cache
def _phosphor() -> tuple[QRawFont, dict[str, str]]:
    # The program that runs without Python has the package's files and none of its code.
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome")
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    (font_file,) = folder.glob("phosphor-[0-9]*.ttf")
    (charmap,) = folder.glob("phosphor-charmap-*.json")
    codes: dict[str, str] = json.loads(charmap.read_text("utf-8"))
    font = QRawFont(str(font_file), _EM)
    return font, {name: chr(int(code, 16)) for name, code in codes.items()}
