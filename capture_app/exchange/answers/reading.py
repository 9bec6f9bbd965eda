"""A table of answers out of a CSV file or a workbook, every cell as text. The file is only read (F6).

What it is, is told by its bytes and never by how it is called. What cannot be read is refused in one sentence.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from itertools import islice
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange import refusals
from capture_app.exchange.text_files import OFFICE, decoded
from capture_app.words import _

__all__ = ["AnswerTable", "read_table"]

BYTES = 64 * 1024 * 1024
ROWS, COLUMNS, CELL = 100_000, 2_000, 100_000
"""What a file may hold. Ten thousand people and two hundred questions fit many times over."""
CELLS = 10_000_000
"""Cells in all: what is wide and long at once would fill the memory."""
BLANK_ROWS = 1_100_000
"""Rows that are read, empty ones too: a workbook may say that its next row is the two thousand millionth."""

_ZIP = b"PK\x03\x04"
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table|head|body)\b", re.IGNORECASE)
_SEPARATORS = ",;\t|"
_FIRST_ROWS = 20
_AT_ONCE = 256
"""Rows that are looked at together: one by one takes twice as long."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """The rows of a file, all equally long, none empty; `sha256` of its bytes, `name` without its folder."""

    name: str
    sha256: str
    rows: tuple[tuple[str, ...], ...]


def read_table(path: Path) -> AnswerTable:
    """The first table of a file. Raises Refused, with the sentence to show, if there is none to be read."""
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError:
        raise refusals.unreadable() from None
    if len(content) > BYTES:
        raise Refused(_("This file is larger than 64 MB, so it is no file of answers. Nothing was added."))
    rows = _rows_of(content)
    if not rows:
        raise Refused(_("There is nothing in this file. Nothing was added."))
    width = max(map(len, rows))
    if width * len(rows) > CELLS:
        raise _too_large()
    filled = tuple(row if len(row) == width else (*row, *[""] * (width - len(row))) for row in rows)
    return AnswerTable(path.name, sha256(content).hexdigest(), filled)


def _rows_of(content: bytes) -> list[tuple[str, ...]]:
    if content.startswith(_ZIP):
        from capture_app.exchange.answers.workbook import rows_of_workbook  # loaded for the first workbook

        return rows_of_workbook(content, _kept)
    if content.startswith(OFFICE):
        raise Refused(
            _(
                "This workbook is protected with a password or is of an old kind. Nothing was added. Save it as "
                ".xlsx without a password, or as CSV, and choose that."
            )
        )
    text = decoded(content).removeprefix("\ufeff")
    if _PAGE.match(text):
        raise Refused(
            _(
                "This is a web page, not a table. Nothing was added. Export the answers as CSV or as .xlsx, and "
                "choose that."
            )
        )
    return _rows_of_text(text)


def _kept(rows: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows that hold anything, without what is empty at their ends. Raises Refused as soon as it is too much."""
    found: list[tuple[str, ...]] = []
    left, seen, cells = iter(rows), 0, 0
    while some := list(islice(left, _AT_ONCE)):
        kept = list(filter(None, map(_without_tail, some)))
        found += kept
        seen += len(some)
        cells += sum(map(len, kept))
        if (
            seen > BLANK_ROWS
            or len(found) > ROWS
            or cells > CELLS
            or max(map(len, kept), default=0) > COLUMNS
        ):
            raise _too_large()
        if any(len("".join(row)) > CELL and max(map(len, row)) > CELL for row in kept):
            raise Refused(
                _(
                    "A cell of this file holds more than any answer, so a quotation mark may be missing in it. "
                    "Nothing was added. Export it again as .xlsx, and choose that."
                )
            )
    return found


def _too_large() -> Refused:
    return Refused(_("This file has more rows or columns than any questionnaire. Nothing was added."))


def _rows_of_text(text: str) -> list[tuple[str, ...]]:
    """Strictly: a quotation mark without its fellow would make one answer of many people's."""
    csv.field_size_limit(CELL * 10)
    separator, lines = _separator(StringIO(text, newline=""))
    try:
        return _kept(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        raise Refused(
            _(
                "The quotation marks in this file do not match, so that it is not certain where an answer ends. "
                "Nothing was added. Export it again as CSV or as .xlsx, and choose that."
            )
        ) from None


def _separator(lines: StringIO) -> tuple[str, StringIO]:
    """What stands between the cells, and the lines without the one that says so.

    Nothing said: what parts the first rows most often into equally many cells.
    """
    first = lines.readline().strip()
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1], lines
    found = max(_SEPARATORS, key=lambda one: _evenness(lines, one))
    lines.seek(0)
    return found, lines


def _evenness(lines: StringIO, separator: str) -> int:
    """How many cells beyond the first stand in those of the first rows that are as long as most of them."""
    lines.seek(0)
    reader = csv.reader(lines, delimiter=separator)
    try:
        widths = Counter(len(row) for row in islice(reader, _FIRST_ROWS) if any(row))
    except csv.Error:
        return 0
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _without_tail(row: Sequence[str]) -> tuple[str, ...]:
    """A row without the empty cells at its end, of which programs write many."""
    cells = tuple(map(str.strip, row))
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]
