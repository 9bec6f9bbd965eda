"""Every action with its usual keys. `capture_app.ui.keys` looks them up and lets settings change them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from capture_app.domain.vocabulary import LineKind, Side, Stance, Verdict
from capture_app.ui.badges import stance_word
from capture_app.ui.chords import Chord
from capture_app.words import _


class Scope(StrEnum):
    """Where a key works. Single letters only ever in lists that hold no text."""

    APP = "app"
    CAPTURE = "capture"
    EVIDENCE = "evidence"
    CONFLICTS = "conflicts"
    READ_BACK = "read_back"
    SESSION = "session"
    HERE = "here"
    MINUTES = "minutes"


class TypedAt(StrEnum):
    """Where a typed code counts, so that "and/or" stays as typed."""

    LINE_START = "line_start"
    WORD_START = "word_start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """One action: its name in settings, its words, its chords and typed codes, where they work.

    `short` is the word in the legend. `sets` is the stance, side, kind or verdict the action
    sets, if it sets one.
    """

    action: str
    words: str
    short: str = ""
    chords: tuple[Chord, ...] = ()
    typed: tuple[str, ...] = ()
    typed_at: TypedAt = TypedAt.WORD_START
    scope: Scope = Scope.CAPTURE
    sets: Stance | Side | LineKind | Verdict | None = None

    @property
    def legend(self) -> str:
        """The word beside the key cap."""
        return self.short or self.words

    @property
    def cap(self) -> str:
        """What stands on its key: "Ctrl O"; empty where it has none."""
        return " ".join(self.chords[0].caps()) if self.chords else ""


def usual_bindings() -> tuple[Binding, ...]:
    """Every action with its usual keys, in keyboard order, in the reader's language."""
    return (
        *_app(),
        *_stances(),
        *_sides(),
        *_verdicts(),
        *_marks(),
        *_kinds(),
        *_lines(),
        *_more_lines(),
        *_lists(),
    )


def _bind(action: str, words: str, *chords: str, scope: Scope = Scope.CAPTURE, short: str = "") -> Binding:
    keys = tuple(map(Chord.parse, chords))
    return Binding(action=action, words=words, short=short, chords=keys, scope=scope)


def _stances() -> tuple[Binding, ...]:
    codes = {
        Stance.AGREED: "/a",
        Stance.MOSTLY: "/m",
        Stance.MIXED: "/x",
        Stance.DISAGREED: "/d",
        Stance.RAISED_BY_ONE: "/1",
        Stance.NO_OBJECTION: "/n",
        Stance.QUESTION: "/q",
    }
    return tuple(
        Binding(
            action=f"stance.{stance}",
            words=stance_word(stance),
            short=_("One person") if stance is Stance.RAISED_BY_ONE else "",
            chords=(Chord.parse(f"Ctrl+{number}"),),
            typed=(code,),
            sets=stance,
        )
        for number, (stance, code) in enumerate(codes.items(), start=1)
    )


def _sides() -> tuple[Binding, ...]:
    table = (
        (Side.ROOM, _("Room"), "Ctrl+8", "/ro"),
        (Side.REMOTE, _("Remote"), "Ctrl+9", "/re"),
        (Side.CHAT, _("Chat"), "Ctrl+0", "/ch"),
    )
    return tuple(
        Binding(action=f"side.{side}", words=word, chords=(Chord.parse(chord),), typed=(code,), sets=side)
        for side, word, chord, code in table
    )


def _verdicts() -> tuple[Binding, ...]:
    """One key for the same verdict under whatever name a question has for it; the legend says the name."""
    table = (
        (Verdict.YES, _("Yes: keep, adopt, include, for, chosen"), "F2", "/y"),
        (Verdict.CHANGED, _("With a change: amend, adapt, on condition, possible"), "F3", "/w"),
        (Verdict.NO, _("No: drop, reject, exclude, against, not this"), "F4", "/o"),
        (Verdict.UNSURE, _("Unsure"), "F5", "/u"),
    )
    return tuple(
        Binding(
            action=f"verdict.{verdict}",
            words=words,
            chords=(Chord.parse(chord),),
            typed=(code,),
            sets=verdict,
        )
        for verdict, words, chord, code in table
    )


def _marks() -> tuple[Binding, ...]:
    return (
        Binding(action="mark.theme", words=_("Theme"), short=_("theme"), typed=("#",)),
        Binding(action="mark.touched", words=_("Theme only touched on"), typed=("#?",)),
        Binding(action="mark.who", words=_("Who said it"), short=_("who"), typed=("@",)),
    )


def _kinds() -> tuple[Binding, ...]:
    table = (
        (LineKind.QUOTATION, _("Quotation"), ('"', "“")),
        (LineKind.QUESTION, _("Question"), ("? ",)),
        (LineKind.DECISION, _("Decision"), ("= ",)),
        (LineKind.ACTION, _("Action"), ("! ",)),
        (LineKind.SCRIBE_NOTE, _("Scribe’s note"), ("// ",)),
    )
    choose = _bind("kind.choose", _("Kind of line"), "Ctrl+E")
    typed = (
        Binding(action=f"kind.{kind}", words=word, typed=codes, typed_at=TypedAt.LINE_START, sets=kind)
        for kind, word, codes in table
    )
    return (choose, *typed)


def _lines() -> tuple[Binding, ...]:
    return (
        _bind(
            "line.next", _("Next line; inside a line, part it there"), "Return", "Enter", short=_("Next line")
        ),
        _bind("line.join", _("Join with the line above"), "Ctrl+J"),
        _bind("line.indent", _("Put under the line above"), "Tab"),
        _bind("line.outdent", _("Move out one level"), "Shift+Tab", "Shift+Backtab"),
        _bind("question.next", _("Next question"), "Ctrl+Return", "Ctrl+Enter"),
        _bind("question.previous", _("Previous question"), "Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        _bind("line.up", _("Move the line up"), "Ctrl+Shift+PgUp"),
        _bind("line.down", _("Move the line down"), "Ctrl+Shift+PgDown"),
        _bind("line.park", _("Put in the parking lot"), "Ctrl+Shift+K"),
    )


def _more_lines() -> tuple[Binding, ...]:
    return (
        _bind("line.set_aside", _("Set aside as sensitive"), "Ctrl+Shift+L"),
        _bind("line.hands", _("Hands up"), "Ctrl+U"),
        _bind("line.permission", _("May the quotation be used?"), "Ctrl+Shift+G"),
        _bind("quotation.next", _("Next quotation to finish"), "Ctrl+Shift+F"),
        _bind("column.other", _("The other column, for or against"), "Ctrl+Shift+O", short=_("Other column")),
        _bind("line.spelling", _("Suggestions for a marked word"), "Ctrl+Shift+S"),
        _bind("line.priority", _("Matters most"), "Ctrl+Shift+P"),
        _bind("line.reference", _("Where to find it"), "Ctrl+Shift+R"),
        _bind("line.action", _("Action: who, by when"), "Ctrl+Shift+A"),
        _bind("line.trouble", _("Sound or link trouble"), "F7", "Ctrl+Shift+T"),
        _bind("lines.file", _("Add a chat or a poll from a file"), "Ctrl+Shift+C"),
        _bind("question.not_discussed", _("Not discussed"), "Ctrl+Shift+N"),
        _bind("sheet.pictures", _("Pictures of flip charts and paper"), "Ctrl+Shift+I"),
        _bind("sheet.read_back", _("Read back to the group"), "F8", "Ctrl+R"),
        _bind("status.say", _("Say where things stand"), "Ctrl+T"),
        _bind("keyboard.hand_on", _("Pause, and hand the keyboard over"), "Ctrl+Shift+B"),
    )


def _app() -> tuple[Binding, ...]:
    everywhere = (
        _bind("app.keys", _("All keys"), "F1", short=_("all keys")),
        _bind("app.help", _("Help for this page"), "Shift+F1"),
        _bind("app.settings", _("Settings"), "Ctrl+,"),
        _bind("app.lock", _("Lock the window"), "Ctrl+L"),
        _bind("app.open", _("Open a file"), "Ctrl+O"),
        _bind("app.danger", _("If somebody is in danger"), "Ctrl+Shift+D"),
        _bind("app.search", _("Search everything"), "Ctrl+F"),
        _bind("app.history", _("History of what one is at"), "Ctrl+Shift+H"),
        _bind("app.larger", _("Larger text"), "Ctrl++", "Ctrl+=", "Ctrl+Shift++"),
        _bind("app.smaller", _("Smaller text"), "Ctrl+-"),
        _bind("pane.next", _("Next pane"), "F6"),
        _bind("pane.previous", _("Previous pane"), "Shift+F6"),
        _bind("edit.undo", _("Undo"), "Ctrl+Z"),
        _bind("edit.redo", _("Redo"), "Ctrl+Shift+Z"),
    )
    return tuple(replace(binding, scope=Scope.APP) for binding in everywhere)


def _lists() -> tuple[Binding, ...]:
    table = {
        Scope.EVIDENCE: (
            ("link", _("link"), "L"),
            ("next_pending", _("Next pending"), "N"),
            ("new_statement", _("New statement"), "Ctrl+N"),
            ("groups", _("Compare groups, or back"), "Ctrl+G"),
        ),
        Scope.CONFLICTS: (
            ("take_a", _("Take A"), "A"),
            ("take_b", _("Take B"), "B"),
            ("write", _("Write a third…"), "E"),
            ("later", _("Decide later"), "L"),
        ),
        Scope.SESSION: (("next_part", _("Next part"), "Ctrl+Return", "Ctrl+Enter"),),
        Scope.HERE: (
            ("here", _("Here"), "H"),
            ("left", _("Left"), "L"),
            ("side", _("Room or remote"), "S"),
            ("group", _("Group…"), "G"),
            ("number", _("How many…"), "N"),
            ("add", _("Add somebody"), "W", "Ctrl+I"),
        ),
        Scope.MINUTES: (
            ("take", _("Take over"), "T"),
            ("mark", _("Mark to join"), "M"),
            ("join", _("Join…"), "J"),
            ("reword", _("Word otherwise…"), "E"),
            ("drop", _("Take out"), "X"),
            ("same", _("Stays as agreed"), "S"),
        ),
        Scope.READ_BACK: (
            ("confirm", _("Confirmed"), "Return", "Enter"),
            ("correct", _("Correct…"), "F2"),
            ("dissent", _("Not everybody agrees"), "Ctrl+D"),
            ("finish", _("The group confirms the rest"), "Ctrl+Return", "Ctrl+Enter"),
        ),
    }
    return tuple(
        _bind(f"{scope}.{name}", words, *chords, scope=scope)
        for scope, rows in table.items()
        for name, words, *chords in rows
    )
