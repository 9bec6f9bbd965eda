"""From line to line: next, split, join, beside, move, park. What changes lines can be undone."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from capture_app.domain.parting import OPTION, told, why_apart
from capture_app.domain.quoting import is_unfinished
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.services.pages import LineView
from capture_app.ui.capture.apart_words import NOTHING_ABOVE, apart_words
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.verdicts import column_words
from capture_app.ui.widgets.announce import announce
from capture_app.words import _


class LineSteps:
    """Works on the active line of a desk."""

    def __init__(self, desk: LineDesk) -> None:
        self._desk = desk

    def next(self) -> None:
        """Begin the next line, or part this one where the cursor stands."""
        desk, editor = self._desk, self._desk.editor
        if editor.textCursor().hasSelection():
            editor.textCursor().removeSelectedText()
        at = editor.position()
        if desk.book.is_blank(desk.row):
            return
        if at == 0 and desk.extendable and not desk.is_option(desk.row):
            desk.begin(desk.row - 1)
        elif at >= len(editor.text().rstrip()) or desk.is_option(desk.row):
            self.go_on()
        else:
            self._split(desk.row, at)

    def join(self) -> bool:
        """Put the line at the end of the one above; False where there is none, and for an option."""
        desk, row = self._desk, self._desk.row
        if row == 0 or desk.is_option(row):
            return False
        if desk.book.is_blank(row):
            desk.activate(row - 1)
            return True
        if not desk.book.order.together(row - 1, row):
            return False
        above, below = desk.model.at(row - 1), desk.model.at(row)
        apart = why_apart(above.line, below.line, desk.scale_of(below.line))
        if apart or above.contested or below.contested:
            desk.refused.emit(apart_words(apart))
            return True
        meet = desk.book.join(row)
        whole = desk.model.at(row - 1).line
        desk.undo.note(lambda: self._unjoin(row, above, below), lambda: self._rejoin(whole, below))
        desk.activate(row - 1, meet)
        return True

    def join_above(self) -> None:
        """The same by a key from anywhere in the line."""
        desk = self._desk
        if not self.join():
            desk.refused.emit(apart_words(OPTION if desk.row and desk.is_option(desk.row) else NOTHING_ABOVE))

    def next_unfinished(self) -> None:
        """To the next quotation of this list that waits for its other words, from the top again after the last (E3)."""
        desk = self._desk
        waiting = [row for row, view in enumerate(desk.model.lines()) if is_unfinished(view.line)]
        if not waiting:
            desk.refused.emit(_("No quotation waits to be finished here."))
            return
        desk.activate(next((row for row in waiting if row > desk.row), waiting[0]))

    def beside(self, by: int) -> bool:
        """To the line above or below, at the same place across."""
        desk, editor = self._desk, self._desk.editor
        across, goal = editor.cursorRect().left(), desk.row + by
        if not desk.book.order.together(desk.row, goal):
            self._leave_column(by)
            return True
        desk.activate(goal)
        editor.setTextCursor(editor.cursorForPosition(QPoint(across, 0 if by > 0 else editor.height())))
        return True

    def _leave_column(self, by: int) -> None:
        """Below the last line to a new one; from an empty one, and above the first, to the next option."""
        desk = self._desk
        if by > 0 and not desk.book.is_blank(desk.row):
            if desk.extendable:
                self.go_on()
            return
        goal = desk.book.order.beyond(desk.row, by)
        if goal is None:
            return
        rows = desk.book.order.rows_in(goal)
        if rows:
            desk.activate(rows[0 if by > 0 else -1])
        else:
            desk.begin_in(goal)
        self._say_column()

    def to_other_column(self) -> None:
        """Write at the end of the other column: against what this one is for, or the other way round (D5)."""
        desk = self._desk
        goal = desk.book.order.opposite(desk.row)
        if goal is None:
            desk.refused.emit(_("The lines of this question stand in one column."))
        elif desk.extendable:
            desk.begin_in(goal)
            self._say_column()

    def _say_column(self) -> None:
        order = self._desk.book.order
        if order.weighing is not None:
            announce(self._desk.lines, column_words(order.weighing, order.column_at(self._desk.row)))

    def page(self, by: int) -> None:
        """A screen up or down."""
        desk = self._desk
        goal = desk.row + by * desk.lines.page_rows()
        desk.activate(max(0, min(desk.model.rowCount() - 1, goal)))

    def move(self, by: int) -> None:
        """Move the line up (-1) or down (1); an option stays where the form has it."""
        desk, view = self._desk, self._desk.active()
        before = desk.row
        if view is None:
            return
        if desk.keeps_place(before):
            return
        if desk.book.move(before, by) == before:
            desk.refused.emit(
                _("This line is the last here.") if by > 0 else _("This line is the first here.")
            )
            return
        line = view.line.id
        desk.lines.show_row(desk.row)
        desk.undo.note(lambda: self._move_line(line, -by), lambda: self._move_line(line, by))

    def park(self) -> None:
        """Into the parking lot, or back from it to its question; an option stays where the form has it."""
        desk, row = self._desk, self._desk.row
        if desk.book.is_blank(row):
            desk.refused.emit(_("Nothing is written in this line yet."))
            return
        if desk.keeps_place(row):
            return
        parked = desk.model.at(row).line.parked
        before, away = desk.book.put_away(row, parked=not parked)
        desk.undo.note(lambda: self._unpark(row, before, away), lambda: self._repark(away.line.id))
        announce(desk.lines, _("Back with its question") if parked else _("In the parking lot"))
        desk.go_near(row)

    def set_aside(self) -> None:
        """Out of the list and of everything that leaves this laptop (practice 2.11)."""
        desk, row = self._desk, self._desk.row
        if desk.book.is_blank(row):
            desk.refused.emit(_("Nothing is written in this line yet."))
            return
        view = desk.book.set_aside(row)
        desk.undo.note(lambda: self._fetch_aside(row, view), lambda: self._aside_again(view.line.id))
        desk.go_near(row)
        desk.put_aside.emit(view.line.id)

    def go_on(self) -> None:
        """To a new line below; to the next one where that is an option, or where no line can be added."""
        desk, below = self._desk, self._desk.row + 1
        there = below < desk.model.rowCount()
        if there and desk.is_option(below):
            desk.activate(below)
        elif desk.extendable:
            desk.begin(desk.row)
        elif there:
            desk.activate(below, 0)

    def _split(self, row: int, at: int) -> None:
        desk, whole = self._desk, self._desk.model.at(row).line
        below = desk.book.split(row, at)
        first, second = desk.model.at(row).line, desk.model.at(below)
        desk.undo.note(lambda: self._unsplit(whole, second.line.id, at), lambda: self._resplit(first, second))
        desk.activate(below, 0)

    def _unsplit(self, whole: Line, second: RecordId, at: int) -> None:
        self._desk.remove(second)
        self._put_back(whole, at)

    def _resplit(self, first: Line, second: LineView) -> None:
        row = self._put_back(first)
        if row >= 0:
            self._desk.book.bring_back(row + 1, second)
            self._desk.activate(self._desk.model.row_of(second.line.id), 0)

    def _unjoin(self, row: int, above: LineView, below: LineView) -> None:
        desk = self._desk
        first = self._put_back(above.line)
        before = {theme.id: theme for theme in above.themes}
        for theme in below.themes if first >= 0 else ():
            old = before.get(theme.id)
            if old is None or old.indirect:
                desk.book.tag(first, old or theme, on=old is not None)
        desk.book.bring_back(row, below)
        desk.activate(desk.model.row_of(below.line.id), 0)

    def _rejoin(self, whole: Line, below: LineView) -> None:
        row = self._desk.model.row_of(below.line.id)
        if row > 0 and self._desk.model.at(row - 1).line.id == whole.id:
            self._desk.activate(row - 1, self._desk.book.join(row))

    def _put_back(self, line: Line, cursor: int | None = None) -> int:
        """A line with its words and marks as they were, to be written in; gives its row, -1 if it is not here."""
        desk, row = self._desk, self._desk.model.row_of(line.id)
        if row >= 0:
            desk.book.change(row, **told(line))
            desk.activate(row, cursor)
        return row

    def _move_line(self, line: RecordId, by: int) -> None:
        row = self._desk.model.row_of(line)
        if row >= 0:
            self._desk.book.move(row, by)

    def _unpark(self, row: int, before: LineView, away: LineView) -> None:
        self._desk.book.fetch(row, before, away)
        self._desk.activate(self._desk.model.row_of(before.line.id))

    def _repark(self, line: RecordId) -> None:
        row = self._desk.model.row_of(line)
        if row >= 0:
            self._desk.book.put_away(row, parked=not self._desk.model.at(row).line.parked)

    def _fetch_aside(self, row: int, view: LineView) -> None:
        if self._desk.model.row_of(view.line.id) < 0:
            self._desk.book.bring_back(row, view, aside=True)
        self._desk.activate(self._desk.model.row_of(view.line.id))
        announce(self._desk.lines, _("Brought back. It goes with the next bundle."))

    def _aside_again(self, line: RecordId) -> None:
        row = self._desk.model.row_of(line)
        if row >= 0:
            self._desk.book.set_aside(row)
