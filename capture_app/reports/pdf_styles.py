"""How paragraphs of a PDF look, for one house style. Lengths are in points."""

from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from capture_app.reports.blocks import Tone
from capture_app.reports.house_style import HouseStyle
from capture_app.reports.palette import INK
from capture_app.reports.pdf_text import REGULAR, bold_of, load_fonts


@dataclass(frozen=True, slots=True)
class Type:
    """One way to set lines of a table or notice."""

    font: str
    size: float
    leading: float
    colour: Color


class PdfLook:
    """The page and every style of it; `width` is what text has. Raises OSError if a font is missing."""

    def __init__(self, style: HouseStyle) -> None:
        load_fonts(style.face)
        self.regular = REGULAR[style.face]
        self.bold = bold_of(self.regular)
        self.page_width, self.page_height = (side * mm for side in style.page_mm)
        self.margin = style.margin * mm
        self.width = self.page_width - 2 * self.margin
        self.accent, quiet, warn = HexColor(style.accent), HexColor(INK.quiet), HexColor(INK.warn)
        text = HexColor(INK.text)
        self.cell = Type(self.regular, 9.5, 13, text)
        self.remark = Type(self.regular, 8.5, 11.5, quiet)
        self.header = Type(self.bold, 9, 12, quiet)
        self.notice_title = Type(self.bold, 10, 14, text)
        self.notice_text = Type(self.regular, 9.5, 13.5, text)
        self.above = self._style("above", 10.5, 15, textColor=quiet, spaceAfter=4)
        self.title = self._style("title", 22, 28, fontName=self.bold, spaceAfter=4)
        self.below = self._style("below", 10.5, 15, textColor=quiet, spaceAfter=10)
        self.headings = {1: self._heading(15, 20, 20, self.accent), 2: self._heading(12, 16, 12, text)}
        self.prose = {
            Tone.PLAIN: self._style("prose", 10.5, 15, spaceAfter=6),
            Tone.QUIET: self._style("remark", 9.5, 13.5, textColor=quiet, spaceBefore=2, spaceAfter=8),
            Tone.WARN: self._style(
                "warning", 10.5, 15, fontName=self.bold, textColor=warn, leftIndent=24, spaceAfter=8
            ),
        }
        self.numbered = self._style("numbered", 11.5, 16, leftIndent=24, spaceBefore=8, spaceAfter=4)
        self.numbered.bulletFontName, self.numbered.bulletColor = self.bold, self.accent
        self.bullet = self._style("bullet", 10.5, 15, leftIndent=24, bulletIndent=12, spaceAfter=3)
        self.help = self._style("help", 9.5, 13.5, textColor=quiet, leftIndent=24, spaceAfter=3)
        self.tick = self._style("tick", 10.5, 15, leftIndent=42, spaceBefore=3, spaceAfter=3)
        self.label = self._style("label", 9.5, 13, textColor=quiet)
        self.caption = self._style("caption", 9, 12, textColor=quiet, spaceBefore=4, spaceAfter=3)
        self.every_page = self._style("every page", 8.5, 11.5, textColor=warn)
        self.foot = self._style("foot", 8.5, 11, textColor=quiet)
        self.foot_right = self._style("foot, page", 8.5, 11, textColor=quiet, alignment=TA_RIGHT)

    def _heading(self, size: float, leading: float, before: float, colour: Color) -> ParagraphStyle:
        more = {"fontName": self.bold, "textColor": colour, "spaceBefore": before, "spaceAfter": 6}
        return self._style("heading", size, leading, **more)

    def _style(self, name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
        settings: dict[str, object] = {
            "fontName": self.regular,
            "bulletFontName": self.regular,
            "textColor": HexColor(INK.text),
            **more,
        }
        return ParagraphStyle(name, fontSize=size, leading=leading, bulletFontSize=size, **settings)


@lru_cache(maxsize=4)
def look_of(style: HouseStyle) -> PdfLook:
    """The look of a house style; made once, as many documents share one."""
    return PdfLook(style)
