"""Text in PDFs: the fonts that come with the program, and words made safe for a paragraph.

A PDF shows only letters its fonts have. Any other (emoji, scripts written from right to left) is shown as a
mark, and the document says so; nothing is drawn that could be read as something else.
"""

from html import escape
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from capture_app.paths import resource
from capture_app.reports.wording import cleaned

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf", ITALIC: "NotoSans-Italic.ttf"}

UNKNOWN = "\ufffd"
"""Stands for a run of characters that the fonts do not have."""


def load_fonts() -> None:
    """Make the fonts known to reportlab, which keeps them for the whole program. Raises OSError if one is missing."""
    known = pdfmetrics.getRegisteredFontNames()
    for name, file in _FILES.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file)), shapable=False))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def drawable(text: str) -> str:
    """Cleaned text in which every run of letters that the fonts lack is one mark."""
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    runs = groupby(cleaned(text), key=lambda letter: letter == "\n" or ord(letter) in glyphs)
    return "".join("".join(run) if known else UNKNOWN for known, run in runs)


def markup(text: str) -> str:
    """Text for a paragraph, in which nothing of it is taken as markup and its line breaks stay."""
    return escape(drawable(text), quote=False).replace("\n", "<br/>")
