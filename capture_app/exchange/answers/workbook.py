"""The first sheet of an XLSX workbook as rows of text. Formulas are never worked out: their last value is read."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from capture_app.domain.errors import Refused
from capture_app.words import _

UNPACKED = 256 * 1024 * 1024
"""Bytes a workbook may be when it is unpacked; what claims more is made to fill the memory."""
LETTERS = UNPACKED
"""Letters in all its cells: one text may stand in millions of them, and be unpacked once."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    LookupError,
    ValueError,
    ArithmeticError,
    AttributeError,
    OSError,
    EOFError,
    SyntaxError,
    TypeError,
    RuntimeError,
)
"""What a library says of a workbook that somebody, or a USB stick, has damaged. A password within the zip is a
RuntimeError, a kind of packing that is unknown a NotImplementedError, which is one too."""

_THOUSANDS = re.compile(r"-?\d{1,3}\.\d{3}", re.ASCII)

_Rows = Iterable[Sequence[str]]


def rows_of_workbook(content: bytes, kept: Callable[[_Rows], list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """What `kept` keeps of the rows, every cell as text: days as "2024-05-03", whole numbers without a point.

    Raises Refused if it is no workbook.
    """
    try:
        formulas = _looked_into(content)
        with warnings.catch_warnings(action="ignore"):  # a style that is missing is nobody's concern here
            rows = _rows(content, data_only=True)
            texts = _with_words(rows, _rows(content, data_only=False)) if formulas else map(_texts, rows)
            return kept(_bounded(texts))
    except _BROKEN:
        raise _no_workbook() from None


def _looked_into(content: bytes) -> bool:
    """Whether there are formulas in it. Raises Refused where it is none, or too large to be unpacked."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        inside = packed.infolist()
        if not any(one.filename.startswith("xl/") for one in inside):
            raise _no_workbook()
        if sum(one.file_size for one in inside) > UNPACKED:
            raise _too_large()
        sheets = (one for one in inside if one.filename.startswith("xl/worksheets/"))
        return any(b"<f>" in (text := packed.read(one)) or b"<f " in text for one in sheets)


def _rows(content: bytes, *, data_only: bool) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(BytesIO(content), read_only=True, data_only=data_only)
    sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), book.worksheets[0])
    sheet.reset_dimensions()  # what a program wrote about the size of a sheet may be wrong
    yield from sheet.iter_rows(values_only=True)


def _with_words(values: Iterable[Sequence[Any]], written: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    """The last value of each formula; its words where no program has ever worked it out."""
    for row, words in zip(values, written, strict=True):
        yield [_text(one if value is None else value) for value, one in zip(row, words, strict=True)]


def _texts(row: Sequence[Any]) -> list[str]:
    return list(map(_text, row))


def _bounded(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The same rows, as long as they are no more than can be looked at. Raises Refused before one is too many."""
    letters = 0
    for row in rows:
        letters += sum(map(len, row))
        if letters > LETTERS:
            raise _too_large()
        yield row


def _too_large() -> Refused:
    return Refused(_("This workbook is far larger than any file of answers. Nothing was added."))


def _no_workbook() -> Refused:
    return Refused(
        _(
            "This file is not a workbook that can be read. Nothing was added. Open it, save it again as .xlsx or "
            "as CSV, and choose that."
        )
    )


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case float() if _THOUSANDS.fullmatch(str(value)):
            return f"{value}0"  # a number of the workbook is no "1.200" in which the point parts thousands
        case _:
            return str(value)
