"""Rows of a word and its number, parted by lines: what goes into a bundle, what went."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.handing_over import Contents
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, number_words

Row = tuple[str, int]


def contents_rows(contents: Contents) -> list[Row]:
    """What a bundle holds, in the words of its receipt; the last row is the sum of those above it.

    What few bundles hold has a row where there is any.
    """
    seldom = (
        (_("Lines taken away: their words go along"), contents.lines_away),
        (_("An observer’s notes, with their earlier wordings"), contents.notes),
    )
    return [
        (_sheets_words(contents.sheets_read_back), contents.sheets),
        (_("Worksheet lines"), contents.sheet_lines),
        (_("Minute lines"), contents.minute_lines),
        (_("Answered questionnaires"), contents.answers),
        *(row for row in seldom if row[1]),
        (_("Themes, groups and all else"), contents.other),
        (_("All together"), contents.every),
    ]


def _sheets_words(read_back: int) -> str:
    if not read_back:
        return _("Worksheets")
    return _("Worksheets, {count} read back to the group").format(count=read_back)


class CountRows(QWidget):
    """`strong_last` makes the last row bold, as a sum."""

    def __init__(
        self,
        look: Look,
        rows: Iterable[Row],
        *,
        strong_last: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        found = list(rows)
        for place, (words, count) in enumerate(found):
            if place:
                column.addWidget(Divider())
            last = strong_last and place == len(found) - 1
            column.addWidget(_row(look, words, count, strong=last))


def _row(look: Look, words: str, count: int, *, strong: bool) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(look.px(18), look.px(7), look.px(18), look.px(7))
    row.setSpacing(look.px(12))
    number = Label(number_words(count), "strong")
    number.setAccessibleName(f"{words}: {number_words(count)}")
    row.addWidget(Prose(words, look, "strong" if strong else ""), 1)
    row.addWidget(number, 0, Qt.AlignmentFlag.AlignRight)
    return holder
