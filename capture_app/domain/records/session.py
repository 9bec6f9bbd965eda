"""Sessions, what happens in them, and the groups they split into."""

from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, searchable
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Focus, GroupMode, Mode, Rule, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A workshop, review, interview, introduction or debrief (B1; Appendix I).

    `series` is the project's own word ("partnership", "sectoral"). The label is not the order (B5, X7):
    order comes from the date. Whether a session was counted in the total, stands in the appendix, and was
    analysed are three facts of which none follows from another (A7, X2).
    """

    series: str = ""
    label: str = searchable()
    theme_as_given: str = searchable()
    date: DateGiven = DateGiven(given="")
    mode: Mode = Mode.NOT_STATED
    place: str = ""
    parent: RecordId = ""
    counted_in_total: YesNo = YesNo.NOT_STATED
    in_appendix: YesNo = YesNo.NOT_STATED
    in_analysis: YesNo = YesNo.NOT_STATED
    inclusion_reason: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTheme(Record):
    """A session bears on a theme; many to many (B4, X15)."""

    session: RecordId = ""
    theme: RecordId = ""
    focus: Focus = Focus.PRIMARY


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart(Record):
    """One part of a session as planned, with the rule for naming speakers in it (B6, practice 2.5).

    `planned_start` is local time, "11:10"; `planned_minutes` the length in minutes.
    """

    session: RecordId = ""
    title: str = searchable()
    planned_start: str = ""
    planned_minutes: int | None = None
    owner: str = ""
    rule: Rule = Rule.OPEN
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A breakout group of a session (D1, practice 2.6)."""

    session: RecordId = ""
    label: str = ""
    topic: str = searchable()
    mode: GroupMode = GroupMode.ROOM
    facilitator: str = ""
    order: str = ""
