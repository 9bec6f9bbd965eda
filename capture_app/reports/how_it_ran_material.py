"""What is known of how a consultation ran, as read in one look at a workspace. Nothing about care is in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Commenting,
    Consultation,
    Dispatch,
    EngagementCheck,
    PartRun,
    Session,
    TeamDebrief,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMaterial:
    """Everything the document rests on, each list in its own order.

    sessions: as they were held. agenda: the parts of all of them, in order; runs: their real times, by laptop.
    agendas: editions of templates in words, by id;
    reasons: why each differs from the one before, where somebody said so.
    people: names by id of those who wish to be listed by name. contested: fields of all this in which several
    versions stand.
    """

    consultation: Consultation
    sessions: tuple[Session, ...] = ()
    checks: tuple[EngagementCheck, ...] = ()
    sent: tuple[Dispatch, ...] = ()
    comments: tuple[Commenting, ...] = ()
    debriefs: tuple[TeamDebrief, ...] = ()
    agenda: tuple[AgendaPart, ...] = ()
    runs: tuple[PartRun, ...] = ()
    agendas: Mapping[RecordId, str] = field(default_factory=dict)
    reasons: Mapping[RecordId, str] = field(default_factory=dict)
    people: Mapping[RecordId, str] = field(default_factory=dict)
    contested: tuple[str, ...] = ()
