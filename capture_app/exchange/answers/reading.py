"""A table of answers out of a CSV file or a workbook, every cell as text. The file is only read (F6).

What it is, is told by its bytes and never by how it is called. What cannot be read is refused in one sentence.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange import refusals
from capture_app.exchange.text_files import OFFICE, decoded
from capture_app.words import _

__all__ = ["AnswerTable", "read_table"]

BYTES = 64 * 1024 * 1024
ROWS, COLUMNS, CELL = 100_000, 2_000, 100_000
"""What a file may hold. Ten thousand people and two hundred questions fit many times over."""

_ZIP = b"PK\x03\x04"
_SEPARATORS = ",;\t|"


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
    if len(rows) > ROWS or max(map(len, rows)) > COLUMNS:
        raise Refused(_("This file has more rows or columns than any questionnaire. Nothing was added."))
    width = max(map(len, rows))
    filled = tuple((*row, *[""] * (width - len(row))) for row in rows)
    return AnswerTable(path.name, sha256(content).hexdigest(), filled)


def _rows_of(content: bytes) -> list[tuple[str, ...]]:
    if content.startswith(_ZIP):
        from capture_app.exchange.answers.workbook import rows_of_workbook  # loaded for the first workbook

        rows: Sequence[Sequence[str]] = rows_of_workbook(content)
    elif content.startswith(OFFICE):
        raise Refused(
            _(
                "This workbook is protected with a password or is of an old kind. Nothing was added. Save it as "
                ".xlsx without a password, or as CSV, and choose that."
            )
        )
    else:
        rows = _rows_of_text(decoded(content))
    cut = (tuple(cell.strip()[:CELL] for cell in row) for row in rows)
    return [_without_tail(row) for row in cut if any(row)]


def _rows_of_text(text: str) -> list[list[str]]:
    csv.field_size_limit(CELL * 10)
    try:
        return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=_separator(text)))
    except csv.Error:
        raise Refused(
            _("This file is no table of answers that can be read. Nothing was added. Export it again as CSV.")
        ) from None


def _separator(text: str) -> str:
    """What stands between the cells: what the first row is parted into most often outside quotation marks."""
    first = next((row for row in text.removeprefix("\ufeff").splitlines() if row.strip()), "")
    if first.casefold().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1]
    outside = "".join(first.split('"')[::2])
    return max(_SEPARATORS, key=outside.count)


def _without_tail(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the empty cells at its end: programs write many."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]
