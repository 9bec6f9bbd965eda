"""The order in which people look for words in a list: as a dictionary has them, and numbers by how much they are.

For lists that nobody put in order. What a person put in order keeps its `order`.
"""

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

__all__ = ["Place", "in_order", "reading_order"]

Place = tuple[tuple[tuple[bool, int, str], ...], str]
"""Where words stand in a list: what is compared first, and the words themselves, so that no two places are one."""

_PARTS = re.compile(r"[0-9]+|[^0-9]+")

_OWN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that are no plain letter with a mark, each as an English reader looks for it."""


def reading_order(words: str) -> Place:
    """What to sort words by: S2 before S10, Émile beside Emil, and capitals like small letters."""
    line = " ".join(words.split())
    return tuple(map(_part, _PARTS.findall(_plain(line.casefold())))), words


def _plain(line: str) -> str:
    """Letters without their marks; most lines have none."""
    if line.isascii():
        return line
    letters = normalize("NFKD", line).translate(_OWN_LETTERS)
    return "".join(letter for letter in letters if not combining(letter))


def in_order(texts: Iterable[str]) -> tuple[str, ...]:
    """Words as people look for them."""
    return tuple(sorted(texts, key=reading_order))


def _part(part: str) -> tuple[bool, int, str]:
    """A number by its length and then its digits, since one of thousands of digits is nothing to reckon with."""
    if not part[0].isdecimal():
        return True, 0, part
    digits = part.lstrip("0")
    return False, len(digits), digits
