"""Sessions, what happens in them, and the groups they split into."""

from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId, parts, searchable
from capture_app.domain.values import DateGiven, PlannedPart
from capture_app.domain.vocabulary import Focus, GroupMode, Mode, Rule, SessionKind, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A workshop, review, interview, introduction or debrief (B1; Appendix I).

    `series` is the project's own word ("partnership", "sectoral"). The label is not the order (B5, X7):
    order comes from the date. Whether a session was counted in the total, stands in the appendix, and was
    analysed are three facts of which none follows from another (A7, X2). How many were invited, accepted,
    declined and came are four numbers, each None where nobody recorded it (B8). `starts` and `ends` are
    local times ("09:30") in `time_zone` ("Europe/London"). `agenda` is the template its parts came from.
    `content_note` says what may be hard to hear or to read in it, for those who write (I11).
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
    session_kind: SessionKind = SessionKind.NOT_STATED
    purpose: str = searchable()
    starts: str = ""
    ends: str = ""
    time_zone: str = ""
    invited: int | None = None
    accepted: int | None = None
    declined: int | None = None
    attended: int | None = None
    experts: YesNo = YesNo.NOT_STATED
    funding_round: str = ""
    agenda: RecordId = ""
    order: str = ""
    content_note: str = searchable()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate(Record):
    """One edition of how sessions of a kind run, and why it differs from the one before (B7; report p. 33).

    All editions share a `family`. Using it copies its parts, so that changing it disturbs no session.
    """

    family: RecordId = ""
    edition: int = 1
    title: str = searchable()
    reason: str = searchable()
    parts: Mapping[str, PlannedPart] = parts()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTheme(Record):
    """A session bears on a theme; many to many (B4, X15)."""

    session: RecordId = ""
    theme: RecordId = ""
    focus: Focus = Focus.PRIMARY


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart(Record):
    """One part of a session as planned, with the rule for naming speakers in it (B6, practice 2.5).

    `planned_start` is local time, "11:10"; `planned_minutes` the length in minutes. Where one before it takes
    longer, a part that is `kept` (the questionnaire) begins and lasts as planned all the same.
    """

    session: RecordId = ""
    title: str = searchable()
    planned_start: str = ""
    planned_minutes: int | None = None
    owner: str = ""
    rule: Rule = Rule.OPEN
    order: str = ""
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRun(Record):
    """When a part really ran, as it was kept on one laptop, whose id is `device` (B6, practice 2.5).

    `began` and `ended` are local times to the minute, "2023-05-16T11:16", empty where they did not. `minutes`
    is how long it was decided in the room to take, 0 where it was left out, None where that is as planned.
    """

    session: RecordId = ""
    part: RecordId = ""
    device: RecordId = ""
    began: str = ""
    ended: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDebrief(Record):
    """What somebody who ran a session says of it afterwards, and what came of that (H1, H2; report p. 33).

    It is the team's own word on how the session went, and holds nothing that participants said. `device` is the
    laptop it was written on by whoever ran the session there; empty where the lead wrote it down. `role` is the
    project's own word, `who` a name that may stay empty. `proposed` is what should change, `changed` what was
    changed, if need be with the edition of the `agenda` template that came of it, and `result` what that led to.
    `talked`: somebody talked with those who ran it afterwards (I11); never what was said then.
    """

    session: RecordId = ""
    device: RecordId = ""
    role: str = ""
    who: str = ""
    went_well: str = searchable()
    issues: str = searchable()
    proposed: str = searchable()
    changed: str = searchable()
    agenda: RecordId = ""
    result: str = searchable()
    talked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """What an observer notes of how a session ran and how people took part (E4; report p. 6).

    It is no Line: it counts nowhere as something that was said, and no statement rests on it. It belongs to whoever
    wrote it on the laptop `device`, and leaves that laptop only while it is `given`.
    """

    session: RecordId = ""
    device: RecordId = ""
    who: str = ""
    ran: str = searchable()
    took_part: str = searchable()
    hindered: str = searchable()
    further: str = searchable()
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosing(Record):
    """A session was closed on one laptop, whose id is `device`, and why, if something was undecided (H1, delight 12).

    `closed_at` is local time to the minute, "2023-05-16T16:10"; empty where it was opened again there.
    """

    session: RecordId = ""
    device: RecordId = ""
    closed_at: str = ""
    reason: str = searchable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A breakout group of a session (D1, practice 2.6)."""

    session: RecordId = ""
    label: str = ""
    topic: str = searchable()
    mode: GroupMode = GroupMode.ROOM
    facilitator: str = ""
    order: str = ""
