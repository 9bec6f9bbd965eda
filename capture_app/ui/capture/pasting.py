"""Pasting: what was copied elsewhere becomes lines, a note says what was done, and one undo takes all of it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from capture_app.domain.pasted import PastedLine, read_pasted, tidied
from capture_app.domain.pros_and_cons import Sided, sided
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Side
from capture_app.domain.weighing import NEITHER, Column
from capture_app.services.pages import LineView
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.line_geometry import DEEPEST
from capture_app.ui.capture.verdicts import side_words

MOST = 500
"""Lines pasted at once; more than any chat of a session has, and not a whole report by mistake."""
_GAPS = re.compile(r"[\n\t\v]+")


@dataclass(frozen=True, slots=True)
class _New:
    """A line to make: its words, what else is known of it, and its column where that is not the one one is in."""

    text: str
    fields: dict[str, Any]
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """The lines that came, and how many messages were left out because they were not for everybody.

    sides: how many of them are for and against, where the list said so of some (D5).
    """

    lines: Sequence[PastedLine]
    private: int = 0
    sides: tuple[int, int] = (0, 0)


class Pasting(QObject):
    """Pastes into the active line of a desk. Messages that were not written for everybody stay out.

    `names_locked`: the names of whoever wrote in a chat are taken out, and kept nowhere.

    Signals:
        pasted(Pasted, object): these lines came; calling the second value takes them back.
        kept_out(int): so many messages were not for everybody, and nothing was pasted as a line of its own.
        refused(int): so many lines are too many; nothing was pasted.
    """

    pasted = Signal(object, object)
    kept_out = Signal(int)
    refused = Signal(int)

    def __init__(self, desk: LineDesk, now: Callable[[], datetime]) -> None:
        super().__init__(desk)
        self._desk, self._now = desk, now
        self.names_locked = False

    def paste(self, text: str) -> None:
        """Put text where the cursor stands: as words into the line, or as lines of their own."""
        every = read_pasted(text)
        lines, private = public(every), private_messages(every)
        if len(lines) > MOST:
            self.refused.emit(len(lines))
        elif self._desk.extendable and lines and not self._is_words(every):
            self._lay_out(lines, private)
        else:
            if words := self._in_one(text, every):  # nothing would take away what is selected
                self._desk.editor.insertPlainText(words)
            if private:
                self.kept_out.emit(private)

    def _is_words(self, lines: Sequence[PastedLine]) -> bool:
        """Whether it is a piece of a sentence: no lines, no message, and no bullet where a line begins."""
        if len(lines) > 1 or (lines and lines[0].head):
            return False
        begins = self._desk.editor.textCursor().selectionStart() == 0
        return not (lines and lines[0].mark and begins)

    def _in_one(self, text: str, lines: Sequence[PastedLine]) -> str:
        """All in one line. Spaces at the ends stay: words are also pasted into the middle of a sentence."""
        if len(lines) < 2 and not (lines and lines[0].head):
            return _GAPS.sub(" ", tidied(text).strip("\n"))
        return " ".join(self._words(line) for line in public(lines) if line.text)

    def _words(self, line: PastedLine) -> str:
        return f"{line.name}: {line.text}" if line.name and not self.names_locked else line.text

    def _lay_out(self, lines: Sequence[PastedLine], private: int) -> None:
        desk = self._desk
        before, cursor = desk.model.at(desk.row), desk.editor.textCursor()
        text, start = desk.editor.text(), cursor.selectionStart()
        found = self._sided(lines)
        lines = [one.line for one in found]
        made, beside = self._made(found, before.line)
        # A message never becomes the end of what somebody else said.
        if made and not (lines[0].chat and text.strip()):
            first, *made = _between(text[:start], made, text[cursor.selectionEnd() :])
            known = {} if text.strip() else first.fields
            desk.book.change(desk.row, text=first.text, **known)
        done = _Done(desk, before, start)
        done.begin([*made, *beside])
        desk.undo.note(done.take_back, done.again)
        self.pasted.emit(Pasted(lines, private, _counted(found)), done.take_back)

    def _sided(self, lines: Sequence[PastedLine]) -> Sequence[Sided]:
        """The lines with what the list says of their sides, where the question weighs (D5)."""
        if self._desk.book.order.weighing is None:
            return [Sided(line, NEITHER) for line in lines]
        return sided(lines, (side_words(0), side_words(1)))

    def _made(self, found: Sequence[Sided], before: Line) -> tuple[list[_New], list[_New]]:
        """The lines to make in the column one is in, and those of the others; what says no side stays in this one."""
        here = self._desk.book.order.column_of(before)
        made: list[_New] = []
        beside: list[_New] = []
        for one in found:
            if not one.line.text:
                continue
            new, fields = self._words(one.line), self._fields(one.line, before)
            if one.side in (NEITHER, here.side):
                made.append(_New(new, fields))
            else:
                level = min(one.line.level, DEEPEST)
                beside.append(_New(new, fields | {"level": level}, here._replace(side=one.side)))
        return made, beside

    def _fields(self, line: PastedLine, above: Line) -> dict[str, Any]:
        side = {"side": Side.CHAT} if line.chat else {}
        now = self._now()
        said_at = f"{now:%Y-%m-%d}T{line.time or f'{now:%H:%M}'}"
        return {"level": min(above.level + line.level, DEEPEST), "said_at": said_at, **side}


class _Done:
    """One paste, so that it can be taken back and done again as a whole."""

    def __init__(self, desk: LineDesk, before: LineView, cursor: int) -> None:
        """`before`: the line it was pasted into as it was, with the cursor at this letter."""
        self._desk, self._before, self._cursor = desk, before, cursor
        self._after = desk.model.at(desk.row)
        self._made: list[LineView] = []
        self._goal = before.line.id
        self._there = True

    def begin(self, made: Sequence[_New]) -> None:
        """Put these lines below; one writes on in the last."""
        desk, row = self._desk, self._last_option()
        for new in made:
            if new.column is None:
                row = desk.book.begin(row, new.text, **new.fields)
                self._goal = desk.model.at(row).line.id
                self._made.append(desk.model.at(row))
            else:
                self._made.append(self._begin_beside(new, new.column))
        for view in self._made:
            if view.line.id != self._goal:
                desk.book.leave(desk.model.row_of(view.line.id))
        desk.activate(desk.model.row_of(self._goal))

    def _begin_beside(self, new: _New, column: Column) -> LineView:
        """Put a line at the end of another column."""
        book = self._desk.book
        row = book.begin(book.order.last_until(column), new.text, **(new.fields | book.order.fields(column)))
        return self._desk.model.at(row)

    def take_back(self) -> None:
        """The line as it was, and none of the others."""
        desk = self._desk
        if not self._there or desk.model.row_of(self._before.line.id) < 0:
            return
        self._there = False
        self._made = [
            desk.model.at(at) for view in self._made if (at := desk.model.row_of(view.line.id)) >= 0
        ]
        for view in reversed(self._made):
            desk.remove(view.line.id)
        row = desk.model.row_of(self._before.line.id)  # lines of a column above may be gone
        desk.book.change(row, **_told(self._before.line))
        desk.activate(row, self._cursor)

    def again(self) -> None:
        """What was taken back stands there again."""
        desk = self._desk
        row = desk.model.row_of(self._before.line.id)
        if self._there or row < 0:
            return
        self._there = True
        desk.book.change(row, **_told(self._after.line))
        for at, view in enumerate(self._made, start=row + 1):
            desk.book.bring_back(at, view)
        desk.activate(desk.model.row_of(self._goal))

    def _last_option(self) -> int:
        """The row after which lines can be begun: what is added comes after all options (D2)."""
        row, desk = self._desk.row, self._desk
        if not desk.is_option(row):
            return row
        return max(filter(desk.is_option, range(desk.model.rowCount())))


def public(lines: Sequence[PastedLine]) -> list[PastedLine]:
    """What everybody could read."""
    return [line for line in lines if not line.private]


def private_messages(lines: Sequence[PastedLine]) -> int:
    """How many messages are none of that."""
    return sum(line.private and bool(line.head) for line in lines)


def _between(head: str, made: Sequence[_New], tail: str) -> list[_New]:
    """Lines with what stood before the cursor in front of the first, and what stood after it behind the last."""
    pieces = list(made)
    pieces[0] = replace(pieces[0], text=head + pieces[0].text)
    if tail.strip():
        pieces[-1] = replace(pieces[-1], text=f"{pieces[-1].text} {tail.lstrip()}")
    return pieces


def _counted(found: Sequence[Sided]) -> tuple[int, int]:
    there = [one.side for one in found if one.line.text]
    return there.count(0), there.count(1)


def _told(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in ("text", "level", "side", "said_at")}
