"""What is known of one session, as read in one look at a workspace. Reports are made from this alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.breadth import Bond
from capture_app.domain.differing import decided_otherwise, differences
from capture_app.domain.expecting import Gathering
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    AttendanceMark,
    Box,
    Claim,
    Consultation,
    Folding,
    Form,
    Group,
    Line,
    LineSource,
    Minutes,
    Response,
    Return,
    Session,
    SessionTheme,
    Sheet,
    Statement,
    StatementLink,
)
from capture_app.domain.view import Conflict


@dataclass(frozen=True, slots=True)
class FrameNode:
    """A theme with the label it is shown under; `code` is empty for an emergent topic (A2 to A5)."""

    id: RecordId
    code: str
    label: str

    @property
    def called(self) -> str:
        """Code and label: "A7 Multi-agency working"."""
        return f"{self.code} {self.label}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One session with everything that hangs on it, each list in its own order.

    frame: every theme, in the order of the frame. focus: those the session was meant to bear on.
    sources: where the lines of an agreed version of the minutes come from (E1); reworded: those of these lines that
    say something in other words than what they come from. themes: those of a line, in words (D10); bonds: the same
    as links, each with whether the line only touches on it (D13).
    people: names by id of those who wish to be listed by name. open_boxes: questionnaires still open, of which
    nothing is counted. gathered: what can be expected of the session (E5). conflicts: the fields of these records
    in which several values stand. responses: what came in writing, with respondents: who wrote, by response, as they
    wish to be listed. foldings: the decisions by which those are told with the rest (G4).
    """

    consultation: Consultation
    session: Session
    parent: Session | None = None
    frame: tuple[FrameNode, ...] = ()
    focus: tuple[SessionTheme, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    marks: tuple[AttendanceMark, ...] = ()
    people: Mapping[RecordId, str]
    groups: tuple[Group, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    forms: Mapping[RecordId, Form]
    minutes: tuple[Minutes, ...] = ()
    parts: tuple[AgendaPart, ...] = ()
    lines: tuple[Line, ...] = ()
    sources: tuple[LineSource, ...] = ()
    reworded: frozenset[RecordId] = frozenset()
    themes: Mapping[RecordId, tuple[str, ...]] = field(default_factory=dict)
    bonds: tuple[Bond, ...] = ()
    boxes: tuple[Box, ...] = ()
    open_boxes: int = 0
    statements: tuple[Statement, ...] = ()
    links: tuple[StatementLink, ...] = ()
    returns: tuple[Return, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gathered: tuple[Gathering, ...] = ()
    responses: tuple[Response, ...] = ()
    respondents: Mapping[RecordId, str] = field(default_factory=dict)
    foldings: tuple[Folding, ...] = ()

    def versions(self) -> Mapping[RecordId, tuple[Line, ...]]:
        """The lines about which laptops decided otherwise, as each of them has it (D2 to D8)."""
        contested = {conflict.record for conflict in self.conflicts}
        lines = {line.id: line for line in self.lines if line.id in contested}
        return decided_otherwise(differences(self.conflicts, lines), lines)

    def standing(self, record: RecordId, name: str, shown: Plain) -> tuple[Plain, ...]:
        """Every value that stands for a field; only the shown one where there is no conflict."""
        for conflict in self.conflicts:
            if (conflict.record, conflict.field) == (record, name):
                return tuple(None if one.absent else one.value for one in conflict.values)
        return (shown,)
