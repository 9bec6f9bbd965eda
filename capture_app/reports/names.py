"""The words documents use for what has a fixed set of names, and the letters of the stances."""

from collections.abc import Callable, Mapping
from typing import Protocol

from capture_app.domain.gathered import Gathered
from capture_app.domain.vocabulary import (
    ActionState,
    Certainty,
    ClaimCheck,
    GroupMode,
    LineKind,
    Mode,
    Permission,
    Promise,
    Rule,
    Scale,
    SessionKind,
    SheetState,
    Side,
    Stance,
    Verdict,
    WayIn,
    YesNo,
)
from capture_app.words import _

LETTERS = {
    Stance.AGREED: "A",
    Stance.MOSTLY: "M",
    Stance.MIXED: "X",
    Stance.DISAGREED: "D",
    Stance.RAISED_BY_ONE: "1",
    Stance.NO_OBJECTION: "N",
    Stance.QUESTION: "?",
}
"""The letter in the badge of each stance; the word always stands beside it (D12)."""

_STANCE_WORDS: Mapping[Stance, Callable[[], str]] = {
    Stance.AGREED: lambda: _("Agreed"),
    Stance.MOSTLY: lambda: _("Mostly"),
    Stance.MIXED: lambda: _("Mixed"),
    Stance.DISAGREED: lambda: _("Disagreed"),
    Stance.RAISED_BY_ONE: lambda: _("Raised by one"),
    Stance.NO_OBJECTION: lambda: _("No objection"),
    Stance.QUESTION: lambda: _("Question"),
}
"""One is looked up, not all seven: tables have thousands."""


class Marked(Protocol):
    """What a group marked of a line: it matters most; when it was read back, not everybody agreed."""

    @property
    def priority(self) -> bool: ...
    @property
    def dissent(self) -> bool: ...


def stance_word(stance: Stance) -> str:
    """How a group stood to a point."""
    return _STANCE_WORDS[stance]()


def verdict_words(scale: Scale) -> Mapping[Verdict, str]:
    """The verdicts a question asks for, in its words; none where it asks for none (D2, D3, D5, D6, D8)."""
    yes, changed, no, unsure = Verdict.YES, Verdict.CHANGED, Verdict.NO, Verdict.UNSURE
    return {
        Scale.NONE: {},
        Scale.REVIEW: {yes: _("Keep"), changed: _("Amend"), no: _("Drop"), unsure: _("Unsure")},
        Scale.ADOPTION: {yes: _("Adopt"), changed: _("Adapt"), no: _("Reject"), unsure: _("Unsure")},
        Scale.CRITERIA: {
            yes: _("Include"),
            changed: _("On condition"),
            no: _("Exclude"),
            unsure: _("Unsure"),
        },
        Scale.WEIGHING: {yes: _("For"), no: _("Against")},
        Scale.WORDING: {yes: _("Chosen"), changed: _("Possible"), no: _("Not this"), unsure: _("Unsure")},
    }[scale]


def verdict_word(scale: Scale, verdict: Verdict | None) -> str:
    """What a group decided about a line; empty where it decided nothing."""
    return verdict_words(scale).get(verdict, verdict.value) if verdict else ""


def with_marks(words: str, line: Marked) -> str:
    """The same with what the group marked: "Keep, matters most, not everybody agrees" (D1, D2)."""
    marks = (
        _("matters most") if line.priority else "",
        _("not everybody agrees") if line.dissent else "",
    )
    return ", ".join(filter(None, (words, *marks)))


def side_word(side: Side | None) -> str:
    """Where a contribution came from; empty where nobody noted it."""
    if side is None:
        return ""
    return {Side.ROOM: _("Room"), Side.REMOTE: _("Remote"), Side.CHAT: _("Chat")}[side]


def kind_word(kind: LineKind) -> str:
    """What a line is."""
    return {
        LineKind.POINT: _("Point"),
        LineKind.QUOTATION: _("Quotation"),
        LineKind.QUESTION: _("Question"),
        LineKind.DECISION: _("Decision"),
        LineKind.ACTION: _("Action"),
        LineKind.CONTEXT: _("Context"),
        LineKind.OBSERVATION: _("Observation"),
        LineKind.SCRIBE_NOTE: _("Scribe’s note"),
        LineKind.INCIDENT: _("Sound or link trouble"),
    }[kind]


def action_word(state: ActionState) -> str:
    """What became of an action (D15)."""
    return {
        ActionState.OPEN: _("Open"),
        ActionState.DONE: _("Done"),
        ActionState.DROPPED: _("Dropped"),
    }[state]


def permission_words(permission: Permission) -> str:
    """Whether the words of a quotation may be used (E3)."""
    return {
        Permission.NOT_ASKED: _("permission not asked"),
        Permission.GIVEN: _("permission given"),
        Permission.REFUSED: _("permission refused, so the words must not be used"),
    }[permission]


def mode_word(mode: Mode) -> str:
    """How people met; that nobody stated it is said too (B2)."""
    return {
        Mode.ONLINE: _("Online"),
        Mode.IN_PERSON: _("In person"),
        Mode.HYBRID: _("Hybrid"),
        Mode.NOT_STATED: _("Not stated"),
    }[mode]


def session_kind_word(kind: SessionKind) -> str:
    """What a session was for (B1)."""
    return {
        SessionKind.WORKSHOP: _("Workshop"),
        SessionKind.EVENT: _("Event"),
        SessionKind.REVIEW: _("Review"),
        SessionKind.INTRODUCTION: _("Introduction"),
        SessionKind.DEBRIEF: _("Debrief"),
        SessionKind.INTERVIEW: _("Interview"),
        SessionKind.SCOPING: _("Scoping talk"),
        SessionKind.MEETING: _("Meeting"),
        SessionKind.NOT_STATED: _("Not stated"),
    }[kind]


def group_mode_word(mode: GroupMode) -> str:
    """Where the members of a group sit."""
    return {
        GroupMode.ROOM: _("In the room"),
        GroupMode.REMOTE: _("Remote"),
        GroupMode.MIXED: _("Mixed"),
        GroupMode.NOT_STATED: _("Not stated"),
    }[mode]


def state_word(state: SheetState | None) -> str:
    """How far a worksheet is."""
    if state is None:
        return _("No worksheet")
    return {
        SheetState.OPEN: _("Open"),
        SheetState.READ_BACK: _("Read back"),
        SheetState.CLOSED: _("Closed"),
    }[state]


def yes_no_word(fact: YesNo) -> str:
    """A fact that a source may leave open."""
    return {YesNo.YES: _("Yes"), YesNo.NO: _("No"), YesNo.NOT_STATED: _("Not stated")}[fact]


def certainty_word(certainty: Certainty) -> str:
    """How sure a figure is; empty where nobody said (D9)."""
    return {
        Certainty.EXACT: _("exact"),
        Certainty.ESTIMATE: _("an estimate"),
        Certainty.HEARSAY: _("from hearsay"),
        Certainty.NOT_STATED: "",
    }[certainty]


def gathered_word(what: Gathered) -> str:
    """What can be expected of a session (E5)."""
    return {
        Gathered.WORKSHEET: _("Worksheets"),
        Gathered.MINUTES: _("Minutes"),
        Gathered.QUESTIONNAIRE: _("Questionnaire"),
        Gathered.DEBRIEF: _("Team’s debrief"),
        Gathered.OBSERVATION: _("Observer’s notes"),
    }[what]


def promise_word(promise: Promise) -> str:
    """What respondents were promised (F4)."""
    return {Promise.ANONYMOUS: _("Anonymous"), Promise.CONFIDENTIAL: _("Confidential")}[promise]


def way_in_word(way: WayIn) -> str:
    """How answers came in (F6)."""
    return {WayIn.KIOSK: _("On a laptop"), WayIn.PAPER: _("On paper"), WayIn.FILE: _("By file")}[way]


def check_word(check: ClaimCheck) -> str:
    """How a claim stands to what is computed, as somebody judged it (C9)."""
    return {
        ClaimCheck.NOT_CHECKED: _("Not compared yet"),
        ClaimCheck.AGREES: _("Agrees"),
        ClaimCheck.DIFFERS: _("Differs"),
        ClaimCheck.CANNOT_BE_REBUILT: _("Cannot be worked out again"),
    }[check]


def rule_word(rule: Rule) -> str:
    """The rule for naming speakers in a part of a session, in a few words (practice 2.5)."""
    return {
        Rule.OPEN: _("Open"),
        Rule.CHATHAM_HOUSE: _("Chatham House Rule"),
        Rule.CONFIDENTIAL: _("Confidential"),
    }[rule]


def rule_words(rule: Rule) -> str:
    """What the rule asks of everybody in the room; empty where it asks nothing."""
    return {
        Rule.OPEN: "",
        Rule.CHATHAM_HOUSE: _(
            "What is said may be passed on. Who said it, for whom they work, and who else was there may not."
        ),
        Rule.CONFIDENTIAL: _("Nothing that is said is passed on, and nobody is named."),
    }[rule]
