"""Text in PDFs: the faces that come with the program, and words made safe for a paragraph.

A PDF shows only letters its fonts have. Any other (emoji, scripts written from right to left) is shown as a
mark, and the document says so; nothing is drawn that could be read as something else.
"""

from collections.abc import Mapping
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from capture_app.paths import resource
from capture_app.reports.house_style import Face
from capture_app.reports.wording import cleaned

_FILES: Mapping[str, str] = {
    "NotoSans": "NotoSans-Regular.ttf",
    "NotoSans-Bold": "NotoSans-Bold.ttf",
    "NotoSerif": "NotoSerif-Regular.ttf",
    "NotoSerif-Bold": "NotoSerif-Bold.ttf",
}
REGULAR: Mapping[Face, str] = {Face.SANS: "NotoSans", Face.SERIF: "NotoSerif"}

UNKNOWN = "\ufffd"
"""Stands for a run of characters that the fonts do not have."""


class _Font(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font that does not look up plain letters one by one: their codes are those of ASCII in every document."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=True, shapable=False)

    def splitString(  # noqa: N802
        self, text: Any, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        if isinstance(text, str) and text.isascii() and text.isprintable() and text and doc in self.state:
            return [(0, text.encode("ascii"))]
        found: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
        return found


def load_fonts(face: Face) -> None:
    """Make a face known to reportlab, which keeps it for the whole program. Raises OSError if a file is missing."""
    known = pdfmetrics.getRegisteredFontNames()
    regular, bold = REGULAR[face], bold_of(REGULAR[face])
    for name in (regular, bold):
        if name not in known:
            pdfmetrics.registerFont(_Font(name, str(resource("fonts", _FILES[name]))))
    pdfmetrics.registerFontFamily(regular, normal=regular, bold=bold, italic=regular, boldItalic=bold)


def bold_of(regular: str) -> str:
    """The name of a face's bold font."""
    return f"{regular}-Bold"


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Cleaned text in which every run of letters that the fonts lack is one mark. Both faces have the same."""
    shown = cleaned(text)
    glyphs = _glyphs()
    if all(letter == "\n" or ord(letter) in glyphs for letter in shown):
        return shown
    runs = groupby(shown, key=lambda letter: letter == "\n" or ord(letter) in glyphs)
    return "".join("".join(run) if known else UNKNOWN for known, run in runs)


def markup(text: str) -> str:
    """Text for a paragraph, in which nothing of it is taken as markup and its line breaks stay."""
    return escape(drawable(text), quote=False).replace("\n", "<br/>")


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    """What the fonts can draw. The sans face is loaded for it, whichever a document is set in."""
    load_fonts(Face.SANS)
    return frozenset(pdfmetrics.getFont(REGULAR[Face.SANS]).face.charToGlyph)
