"""What is said about the active line besides its words: stance, side, kind, level, hands. All can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from capture_app.domain.dates import read_date
from capture_app.domain.quoting import next_permission
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import ActionState, LineKind, Side, Stance, Verdict
from capture_app.services.themes import ThemeTag
from capture_app.services.wording import verdict_word
from capture_app.ui.badges import stance_word
from capture_app.ui.capture.faces import (
    action_word,
    kind_word,
    permission_word,
    side_word,
    touched_words,
    trouble_words,
)
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.verdicts import column_words
from capture_app.ui.widgets.announce import announce
from capture_app.words import _


class LineMarks:
    """Works on the active line of a desk."""

    def __init__(self, desk: LineDesk) -> None:
        self._desk = desk

    def set_mark(self, mark: Stance | Side | LineKind | Verdict, *, again_clears: bool) -> None:
        """A stance, a side, a kind or a verdict; the same stance or verdict again takes it back (D12)."""
        view = self._desk.active()
        if view is None:
            return
        match mark:
            case Stance():
                wanted = None if view.line.stance is mark and again_clears else mark
                self._set(stance_word(wanted), stance=wanted)
            case Side():
                self._set(side_word(mark), side=mark)
            case LineKind():
                self._set(kind_word(mark), line_kind=mark)
            case Verdict():
                self._decide(view.line, mark, again_clears=again_clears)

    def turn_priority(self) -> None:
        """It matters most to the group, or no longer (D2)."""
        view = self._desk.active()
        if view is not None:
            most = not view.line.priority
            self._set(_("Matters most") if most else _("Does not matter most"), priority=most)

    def turn_permission(self) -> None:
        """Whether the words of a quotation may be used: given, refused, not asked, in turn (E3)."""
        view = self._desk.active()
        if view is None:
            return
        if view.line.line_kind is not LineKind.QUOTATION:
            self._desk.refused.emit(_("Only a quotation has a permission, and this line is none."))
            return
        permission = next_permission(view.line.permission)
        self._set(permission_word(permission), permission=permission)

    def set_reference(self, reference: str) -> None:
        """Where what a line names is to be found; empty takes it away (D7)."""
        self._set(reference or _("No reference"), reference=reference)
        self._desk.editor.setFocus()

    def set_action(self, owner: str, due: str, state: ActionState) -> None:
        """Who does it, by when as given, and what became of it; the line is an action then (D15)."""
        said = ", ".join(word for word in (owner, due, action_word(state)) if word)
        fields = {"owner": owner, "due": read_date(due), "action_state": state}
        self._set(said, line_kind=LineKind.ACTION, **fields)
        self._desk.editor.setFocus()

    def set_trouble(self, lasted: int | None, affected: int | None) -> None:
        """How many minutes sound or link were in trouble, and for how many people (practice 2.6)."""
        words = ", ".join(trouble_words(lasted, affected)) or _("Trouble")
        self._set(words, lasted=lasted, affected=affected)
        self._desk.editor.setFocus()

    def set_hands(self, hands: int | None, of: int | None) -> None:
        """How many hands were raised, of how many."""
        words = _("No hands") if hands is None else _("{hands} hands").format(hands=hands)
        self._set(words, hands=hands, hands_of=None if hands is None else of)
        self._desk.editor.setFocus()

    def indent(self, by: int) -> None:
        """Put the line under the one above (1), or out again (-1)."""
        view, desk = self._desk.active(), self._desk
        if view is None or desk.keeps_place(desk.row):
            return
        if not desk.book.indent(desk.row, by):
            desk.refused.emit(
                _("This line cannot go further in.") if by > 0 else _("This line cannot go further out.")
            )
            return
        line, now = view.line, desk.model.at(desk.row).line.level
        desk.undo.note(
            lambda: desk.change(line.id, level=line.level), lambda: desk.change(line.id, level=now)
        )
        announce(desk.lines, _("Level {level}").format(level=now + 1))

    def toggle_theme(self, line: RecordId, theme: ThemeTag) -> None:
        """Put a theme on a line, spoken of or only touched on; take it off if the line bears it just so (D13)."""
        desk, row = self._desk, self._desk.model.row_of(line)
        if row < 0:
            return
        borne = next((one for one in desk.model.at(row).themes if one.id == theme.id), None)
        on = borne is None or borne.indirect != theme.indirect
        desk.book.tag(row, theme, on)
        desk.undo.note(
            lambda: self.tag(line, borne or theme, on=borne is not None), lambda: self.tag(line, theme, on=on)
        )
        words = _("Theme {name}").format(name=touched_words(theme)) if on else _("Theme taken off")
        announce(desk.lines, words)

    def tag(self, line: RecordId, theme: ThemeTag, *, on: bool) -> None:
        """Put a theme on a line, or take it off, if the line is in this list."""
        row = self._desk.model.row_of(line)
        if row >= 0:
            self._desk.book.tag(row, theme, on)

    def _decide(self, line: Line, verdict: Verdict, *, again_clears: bool) -> None:
        """Where the question weighs, the line goes to the end of that column, and the same again changes nothing.

        An option whose words were emptied has those of the form again, or what is decided would go with the line.
        """
        order = self._desk.book.order
        label = "" if line.text.strip() else self._desk.label_of(line)
        if label:
            self._set(verdict_word(self._desk.scale_of(line), verdict), verdict=verdict, text=label)
            self._desk.editor.set_cursor(len(label))
        elif order.weighing is None:
            decided = None if line.verdict is verdict and again_clears else verdict
            words = verdict_word(self._desk.scale_of(line), decided)
            self._set(words or _("No verdict yet"), verdict=decided)
        elif line.verdict is not verdict:
            column = order.column_of(replace(line, verdict=verdict))
            words = column_words(order.weighing, column)
            self._set(words, verdict=verdict, order=order.at_the_end(column))

    def _set(self, words: str, **fields: Any) -> None:
        """Change fields of the active line, so that it can be undone, and say so."""
        desk, view = self._desk, self._desk.active()
        if view is None:
            return
        line = view.line
        before = {name: getattr(line, name) for name in fields}
        if before == fields:
            return
        desk.book.change(desk.row, **fields)
        desk.undo.note(
            lambda: self._change_in(line.id, before, _("Taken back: {what}").format(what=words)),
            lambda: self._change_in(line.id, fields, words),
        )
        announce(desk.lines, words)

    def _change_in(self, line: RecordId, fields: Mapping[str, Any], words: str) -> None:
        """Change a line, wherever one has gone since: one is taken to it, so that it is seen what became of it."""
        desk = self._desk
        desk.change(line, **fields)
        row = desk.model.row_of(line)
        if row >= 0 and row != desk.row:
            desk.activate(row)
            announce(desk.lines, words)
