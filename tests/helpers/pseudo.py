"""A language nobody speaks: English with accents on every letter, a third longer, in brackets.

What is shown in plain letters did not go through `_`; what does not fit would not fit in Welsh or German.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from capture_app.words import DOMAIN
from scripts.words import CATALOGUES

LANGUAGE = "xa"
_LONGER = 0.35
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ODD = "áƀçđéƒğĥíĵķłɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŔŠŦÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ODD)
_BLANK = re.compile(r"(\{\w*\})")


def pseudo(text: str) -> str:
    """A sentence in that language; its blanks stay, and so do the spaces at its ends."""
    inside = text.strip()
    said = "".join(
        part if _BLANK.fullmatch(part) else part.translate(_ACCENTS) for part in _BLANK.split(inside)
    )
    more = "·" * max(1, round(len(inside) * _LONGER) - 2)
    before, _text, after = text.partition(inside)
    return f"{before}[{said}{more}]{after}" if inside else text


def write_pseudo(folder: Path) -> str:
    """Make the language's catalogue from all sentences of the program; gives its code."""
    with (CATALOGUES / f"{DOMAIN}.pot").open("rb") as file:
        template = read_po(file)
    catalogue = Catalog(locale="en")
    for message in template:
        if isinstance(message.id, str):
            catalogue.add(message.id, pseudo(message.id) if message.id else "")
        else:
            catalogue.add(message.id, tuple(pseudo(form) for form in message.id))
    path = folder / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as out:
        write_mo(out, catalogue)
    return LANGUAGE
