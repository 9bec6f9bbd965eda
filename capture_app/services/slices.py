"""Which records belong to a session, and which a laptop needs to work on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    KINDS,
    RECORDS,
    AgendaTemplate,
    Box,
    Claim,
    Consent,
    Dispatch,
    Interest,
    LineTheme,
    Objective,
    ObjectiveSet,
    Party,
    Return,
    Session,
    Statement,
    StatementLink,
)
from capture_app.domain.revision import Revision
from capture_app.store.unit_of_work import UnitOfWork

NOT_FOR_LAPTOPS = frozenset(
    kind.__name__
    for kind in (
        *(AgendaTemplate, Box, Claim, Consent, Dispatch, Interest, Objective, ObjectiveSet, Party, Return),
        *(Statement, StatementLink),
    )
)
"""What the lead works with and a scribe does not need."""

STAYS = frozenset(kind.__name__ for kind in RECORDS if not kind.travels)
"""What never leaves in a pack or bundle (C6 to C8)."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the log, and what was left out of it on purpose: of other sessions, and what always stays."""

    revisions: tuple[Revision, ...]
    left_out: tuple[Revision, ...] = ()
    stays: tuple[Revision, ...] = ()


def whole(work: UnitOfWork) -> Slice:
    """Everything that may travel."""
    every = tuple(work.log.everything())
    return Slice(
        tuple(revision for revision in every if revision.kind not in STAYS),
        stays=tuple(revision for revision in every if revision.kind in STAYS),
    )


def of_session(work: UnitOfWork, session: RecordId) -> Slice:
    """What belongs to a session and what belongs to none."""
    return _slice(work, session, frozenset())


def for_laptop(work: UnitOfWork, session: RecordId) -> Slice:
    """The same without what only the lead works with."""
    return _slice(work, session, NOT_FOR_LAPTOPS)


def goes_to_laptop(work: UnitOfWork, session: RecordId) -> Callable[[str, RecordId], bool]:
    """Whether a record of this kind and id is among what a laptop of this session gets."""
    return _wanted(work, session, NOT_FOR_LAPTOPS | STAYS)


def _slice(work: UnitOfWork, session: RecordId, unwanted: frozenset[str]) -> Slice:
    wanted, every = _wanted(work, session, unwanted), whole(work)
    inside: list[Revision] = []
    outside: list[Revision] = []
    for revision in every.revisions:
        (inside if wanted(revision.kind, revision.record) else outside).append(revision)
    return Slice(tuple(inside), tuple(outside), every.stays)


def _wanted(work: UnitOfWork, session: RecordId, unwanted: frozenset[str]) -> Callable[[str, RecordId], bool]:
    elsewhere = set(_elsewhere(work, session))
    return lambda kind, record: kind not in unwanted and record not in elsewhere


def _elsewhere(work: UnitOfWork, session: RecordId) -> Iterator[RecordId]:
    """The records that belong to other sessions, directly or through what they hang on."""
    gone: set[RecordId] = set()
    for kind in KINDS.values():
        for record, _ in work.projection.every(kind):
            if _session_of(record) not in ("", session):
                gone.add(record.id)
    yield from gone
    for link, _ in work.projection.every(LineTheme):
        if link.line in gone:
            yield link.id
    for basis, _ in work.projection.every(StatementLink):
        if basis.statement in gone:
            yield basis.id


def _session_of(record: Record) -> RecordId:
    if isinstance(record, Session):
        return record.id
    if isinstance(record, Return):
        return record.about
    return str(getattr(record, "session", ""))


def counts(revisions: tuple[Revision, ...]) -> dict[str, int]:
    """How many records of each kind a slice holds."""
    records: dict[str, set[RecordId]] = {}
    for revision in revisions:
        records.setdefault(revision.kind, set()).add(revision.record)
    return {kind: len(found) for kind, found in sorted(records.items())}
