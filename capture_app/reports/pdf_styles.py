"""How paragraphs of a PDF look. Lengths are in points."""

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from capture_app.reports.blocks import Tone
from capture_app.reports.palette import INK
from capture_app.reports.pdf_text import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 22 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
"""The width text has."""


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    settings: dict[str, object] = {
        "fontName": REGULAR,
        "bulletFontName": REGULAR,
        "textColor": HexColor(INK.text),
        **more,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, bulletFontSize=size, **settings)


_QUIET = HexColor(INK.quiet)
_ACCENT = HexColor(INK.accent)

ABOVE = _style("above", 10.5, 15, textColor=_QUIET, spaceAfter=4)
TITLE = _style("title", 22, 28, fontName=BOLD, spaceAfter=4)
BELOW = _style("below", 10.5, 15, textColor=_QUIET, spaceAfter=10)
HEADINGS = {
    1: _style("heading 1", 15, 20, fontName=BOLD, textColor=_ACCENT, spaceBefore=20, spaceAfter=7),
    2: _style("heading 2", 12, 16, fontName=BOLD, spaceBefore=12, spaceAfter=5),
}
PROSE = {
    Tone.PLAIN: _style("prose", 10.5, 15, spaceAfter=6),
    Tone.QUIET: _style("remark", 9.5, 13.5, textColor=_QUIET, spaceBefore=2, spaceAfter=8),
    Tone.WARN: _style(
        "warning", 10.5, 15, fontName=BOLD, textColor=HexColor(INK.warn), leftIndent=24, spaceAfter=8
    ),
}
NUMBERED = _style(
    "numbered", 11.5, 16, leftIndent=24, bulletFontName=BOLD, bulletColor=_ACCENT, spaceBefore=8, spaceAfter=4
)
BULLET = _style("bullet", 10.5, 15, leftIndent=24, bulletIndent=12, spaceAfter=3)
CAPTION = _style("caption", 9, 12, textColor=_QUIET, spaceBefore=4, spaceAfter=3)
HEADER = _style("table header", 9, 12, fontName=BOLD, textColor=_QUIET)
HEADER_RIGHT = _style("table header, numbers", 9, 12, fontName=BOLD, textColor=_QUIET, alignment=TA_RIGHT)
CELL = _style("cell", 9.5, 13)
CELL_RIGHT = _style("cell, numbers", 9.5, 13, alignment=TA_RIGHT)
STANCE = _style("stance", 9.5, 13, leftIndent=15)
REMARK = _style("remark in a cell", 8.5, 11.5, textColor=_QUIET)
NOTICE_TITLE = _style("notice", 10, 14, fontName=BOLD)
NOTICE_TEXT = _style("notice, help", 9.5, 13.5)
EVERY_PAGE = _style("every page", 8.5, 11.5, textColor=HexColor(INK.warn))
FOOT = _style("foot", 8.5, 11, textColor=_QUIET)
FOOT_RIGHT = _style("foot, page", 8.5, 11, textColor=_QUIET, alignment=TA_RIGHT)
