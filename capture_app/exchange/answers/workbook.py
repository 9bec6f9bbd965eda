"""The first sheet of an XLSX workbook as rows of text. Formulas are never worked out: their last value is read."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from capture_app.domain.errors import Refused
from capture_app.words import _

UNPACKED = 512 * 1024 * 1024
"""Bytes a workbook may be when it is unpacked; what claims more is made to fill the memory."""

_BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    SyntaxError,
    TypeError,
)


def rows_of_workbook(content: bytes) -> list[tuple[str, ...]]:
    """Every cell as text: days as "2024-05-03", whole numbers without a point. Raises Refused if it is no workbook."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
            sheets = any(one.filename.startswith("xl/") for one in packed.infolist())
        if not sheets:
            raise _no_workbook()
        if unpacked > UNPACKED:
            raise Refused(_("This workbook is far larger than any file of answers. Nothing was added."))
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), book.worksheets[0])
        sheet.reset_dimensions()  # what a program wrote about the size of a sheet may be wrong
        return [tuple(_text(value) for value in row) for row in sheet.iter_rows(values_only=True)]
    except _BROKEN:
        raise _no_workbook() from None


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
        case _:
            return str(value)
