"""Where one writes: the list, the line with the editor, and what can be undone. Keys and popups work on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from capture_app.domain.option_lines import is_option
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Scale
from capture_app.domain.weighing import Column
from capture_app.services.pages import LineView
from capture_app.ui.capture.line_book import LineBook
from capture_app.ui.capture.line_list import LineList
from capture_app.ui.capture.line_model import LineModel
from capture_app.ui.capture.undo import Undo
from capture_app.words import _


class LineDesk(QObject):
    """One line is active at most. `extendable` says whether lines can be added to this list.

    `scale_of` says what a group is asked to decide about a line, `label_of` what the form calls its option.

    Signals:
        removed(object): a line was taken away; calling the value brings it back.
        put_aside(str): this line is being set aside as sensitive.
        refused(str): a key could not do what it does, with the sentence to show.
    """

    removed = Signal(object)
    put_aside = Signal(str)
    refused = Signal(str)

    def __init__(
        self, model: LineModel, book: LineBook, lines: LineList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.model, self.book, self.lines = model, book, lines
        self.editor = lines.editor
        self.undo = Undo(lines.editor, self.refused.emit)
        self.extendable = True
        self.scale_of: Callable[[Line], Scale] = _no_verdicts
        self.label_of: Callable[[Line], str] = lambda _line: ""
        self._opened: LineView | None = None

    @property
    def row(self) -> int:
        """The row of the active line; -1 if there is none."""
        return self.lines.active

    def active(self) -> LineView | None:
        """The line with the editor."""
        return self.model.at(self.row) if self.row >= 0 else None

    def is_option(self, row: int) -> bool:
        """Whether a row is an option of a list to go through, which stays where the form has it (D2)."""
        line = self.model.at(row).line
        return is_option(line, self.scale_of(line))

    def keeps_place(self, row: int) -> bool:
        """Whether a row is such an option; then why it cannot be moved, set in or parked is said."""
        keeps = self.is_option(row) and not self.model.at(row).line.parked
        if keeps:
            self.refused.emit(_("This line stands on the worksheet and keeps its place."))
        return keeps

    def first_undecided(self) -> int:
        """The row of the first option about which the group has not decided; -1 if there is none (D2)."""
        lines = self.model.lines()
        undecided = (
            row
            for row, view in enumerate(lines)
            if view.line.option and view.line.verdict is None and self.is_option(row)
        )
        return next(undecided, -1)

    def activate(self, row: int, cursor: int | None = None, *, focus: bool = True) -> None:
        """Write in this row; the line left becomes a change, or goes if it is empty. Cursor: the end unless told."""
        goal = self.model.at(row).line.id
        if self.row >= 0 and self.row != row:
            self.leave()
        row = self.model.row_of(goal)
        self._opened = self.model.at(row)
        text = self._opened.line.text
        self.lines.set_active(row)
        self.editor.load(text, len(text) if cursor is None else cursor)
        self.lines.place_editor()
        if focus:
            self.editor.setFocus()

    def begin(self, after: int, *, focus: bool = True) -> None:
        """Write in a new line after this row; -1 before all others."""
        self.activate(self.book.begin(after), focus=focus)

    def begin_in(self, column: Column, *, focus: bool = True) -> None:
        """Write at the end of a column: in a new line, or in an empty one that is there already (D5).

        Nothing where no line can be added.
        """
        if not self.extendable:
            return
        order, last = self.book.order, self.book.order.last_until(column)
        if last >= 0 and order.column_at(last) == column and self.book.is_blank(last):
            self.activate(last, focus=focus)
        else:
            self.activate(self.book.begin(last, level=0, **order.fields(column)), focus=focus)

    def begin_at_end(self, *, focus: bool = True) -> None:
        """Write in a new last line; where a question weighs, in the last column something stands in."""
        last, order = self.model.rowCount() - 1, self.book.order
        if order.weighing is None:
            self.begin(last, focus=focus)
        else:
            at = order.column_at(last) if last >= 0 else Column(0, 0)
            self.begin_in(at if at.verdict else at.opposite, focus=focus)

    def leave(self) -> None:
        """Go on from the active line: it is kept, or if it is empty it goes."""
        row, opened = self.row, self._opened
        if row < 0:
            return
        if not self.book.leave(row):
            self.lines.set_active(-1)
        elif opened and opened.line.text.strip():
            self._note_removal(row, opened)

    def go_near(self, row: int) -> None:
        """Write in the line that stands where one was taken away, or in a new last one."""
        if row < self.model.rowCount():
            self.activate(row)
        elif self.extendable:
            self.begin_at_end()
        elif row:
            self.activate(row - 1)

    def change(self, line: RecordId, **fields: Any) -> None:
        """Change fields of a line, if it is in this list."""
        row = self.model.row_of(line)
        if row >= 0:
            self.book.change(row, **fields)

    def remove(self, line: RecordId) -> None:
        """Take a line away, if it is in this list."""
        row = self.model.row_of(line)
        if row >= 0:
            self.book.remove(row)

    def _note_removal(self, row: int, view: LineView) -> None:
        def back() -> None:
            if self.model.row_of(view.line.id) < 0:
                self.book.bring_back(row, view)

        self.undo.note(back, lambda: self.remove(view.line.id))
        self.removed.emit(back)


def _no_verdicts(_line: Line) -> Scale:
    return Scale.NONE
