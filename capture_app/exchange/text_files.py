"""A text file from outside as text, whatever program wrote it; what is no text is turned away in one sentence."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange import refusals
from capture_app.words import _

BYTES = 8 * 1024 * 1024
"""The most that is read: a whole day's chat takes a hundredth of it."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks, documents and zips begin."""
_SEEN = 4096
"""Bytes from the start by which the writing of a file is told."""


def read_text(path: Path) -> str:
    """The text of a file. Raises Refused, with the sentence to show, if it cannot be read or is no text."""
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError:
        raise refusals.unreadable() from None
    if len(content) > BYTES:
        raise Refused(
            _("This file is larger than 8 MB, so it is not the chat or poll of a meeting. Nothing was added.")
        )
    if content.startswith(OFFICE):
        raise Refused(
            _(
                "This is a workbook, a document or a zip, not text. Nothing was added. Open it, save it as CSV "
                "or as plain text, and choose that."
            )
        )
    return decoded(content)


def decoded(content: bytes) -> str:
    """Bytes as text: as the mark at their start says, else as they look: UTF-16, UTF-8, or Windows in the West.

    Raises Refused if they are none.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    for encoding in [marked] if marked else [*_without_mark(content), "utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if not _is_text(text):
            break
        return text
    raise Refused(_("This file is not text that can be read. Nothing was added."))


def _without_mark(content: bytes) -> list[str]:
    """UTF-16 by its empty half: letters of the West leave every other byte zero."""
    start = content[:_SEEN]
    even, odd = start[::2], start[1::2]
    for other, name in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if other.count(0) > 0.4 * len(other) > 0 and start.count(0) == other.count(0):
            return [name]
    return []


def _is_text(text: str) -> bool:
    """Whether people can have written it: no zeros, and hardly a sign that is none of a letter."""
    if "\0" in text:
        return False
    start = text[:_SEEN]
    odd = sum(
        unicodedata.category(letter) in ("Cc", "Co", "Cn") for letter in start if letter not in "\t\n\r\f\v"
    )
    return 50 * odd <= len(start)
