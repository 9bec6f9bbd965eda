"""Text broken into lines by the widths of its words, which are looked up once: tables have thousands of cells."""

from collections.abc import Iterator
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import getFont

from capture_app.reports.pdf_styles import Type
from capture_app.reports.pdf_text import drawable


def wrapped(text: str, type_: Type, width: float) -> list[str]:
    """The lines a text takes in a width of so many points; its own line breaks stay, long words are broken."""
    room = width / type_.size
    return [line for part in drawable(text).split("\n") for line in _lines(part, type_.font, room)]


def _lines(text: str, font: str, room: float) -> Iterator[str]:
    """The lines of a text without breaks; `room` is the width in letters' heights."""
    space = _advance(" ", font)
    words: list[str] = []
    used = 0.0
    for word in text.split(" "):
        wide = _advance(word, font)
        if words and used + space + wide > room:
            yield " ".join(words)
            words, used = [], 0.0
        if wide > room:
            *whole, word = _broken(word, font, room)
            yield from whole
            wide = _advance(word, font)
        used += wide + (space if words else 0.0)
        words.append(word)
    yield " ".join(words)


def _broken(word: str, font: str, room: float) -> list[str]:
    """A word in pieces that fit, each of at least one letter."""
    pieces, piece, used = [], "", 0.0
    for letter in word:
        wide = _advance(letter, font)
        if piece and used + wide > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += letter
        used += wide
    return [*pieces, piece]


@lru_cache(maxsize=65536)
def _advance(text: str, font: str) -> float:
    """How wide a text is at a size of one point."""
    return float(getFont(font).stringWidth(text, 1))
