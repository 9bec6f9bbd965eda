"""What is known of all sessions of a consultation, as read in one look at a workspace. The appendix is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Attendance,
    Box,
    Claim,
    Consultation,
    Dispatch,
    Folding,
    Form,
    Interest,
    Objective,
    ObjectiveSet,
    OrganisationName,
    Response,
    Return,
    Session,
    SessionTheme,
)
from capture_app.domain.totals import Total
from capture_app.reports.material import FrameNode


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeMaterial:
    """Everything the appendix rests on, each list in its own order.

    frame: every theme; areas: which of them are key areas. organisations: names by id; names: other spellings
    somebody recorded. nations: listed organisations by nation, as the window counts them; beside: by the id of a
    claim, what is computed of the same. calls: public calls for feedback. subjects: what the records are called
    that claims speak of. interests: what those who judge or report declared about their own. people: names by id of
    those who wish to be listed by name. contested: fields of all this in which several versions stand.
    responses: what came in writing, of which only numbers are told; foldings: what was folded in, as decided.
    """

    consultation: Consultation
    sessions: tuple[Session, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    returns: tuple[Return, ...] = ()
    claims: tuple[Claim, ...] = ()
    frame: tuple[FrameNode, ...] = ()
    areas: frozenset[RecordId] = frozenset()
    focus: tuple[SessionTheme, ...] = ()
    organisations: Mapping[RecordId, str] = field(default_factory=dict)
    nations: Total | None = None
    beside: Mapping[RecordId, str] = field(default_factory=dict)
    names: tuple[OrganisationName, ...] = ()
    objective_sets: tuple[ObjectiveSet, ...] = ()
    objectives: tuple[Objective, ...] = ()
    calls: tuple[Dispatch, ...] = ()
    boxes: tuple[Box, ...] = ()
    forms: Mapping[RecordId, Form] = field(default_factory=dict)
    subjects: Mapping[RecordId, str] = field(default_factory=dict)
    interests: tuple[Interest, ...] = ()
    people: Mapping[RecordId, str] = field(default_factory=dict)
    contested: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()
    foldings: tuple[Folding, ...] = ()
