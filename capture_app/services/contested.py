"""Which fields of a document hold two versions, named as a document may name them (C6, C9)."""

from collections.abc import Iterable

from capture_app.domain.reading_order import reading_order
from capture_app.domain.records import Attendance
from capture_app.domain.view import Conflict
from capture_app.domain.vocabulary import Grain
from capture_app.services.naming import name_of
from capture_app.services.wording import field_words, kind_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["contested_words"]

_NAMED = frozenset(
    (
        *("AgendaPart", "AgendaTemplate", "Claim", "Consultation", "Dispatch", "GlossaryTerm", "Group"),
        *("Objective", "ObjectiveSet", "Organisation", "OrganisationName", "Return", "Session"),
        *("Theme", "ThemeLabel"),
    )
)
"""Kinds whose own words stand in documents anyhow; others may name somebody, and are told by their kind alone."""


def contested_words(work: UnitOfWork, conflicts: Iterable[Conflict]) -> tuple[str, ...]:
    """Each of these fields in words, "Glossary term: NRM, meaning"; nobody is named by them."""
    found = [
        _("{record}, {field}").format(
            record=_record(work, one), field=field_words(one.field.partition("/")[0], one.kind)
        )
        for one in conflicts
    ]
    return tuple(sorted(found, key=reading_order))


def _record(work: UnitOfWork, conflict: Conflict) -> str:
    kind = kind_words(conflict.kind)
    if not (conflict.kind in _NAMED or _is_no_person(work, conflict)):
        return kind
    words = name_of(work, conflict.kind, conflict.record)
    return kind if words == kind else _("{kind}: {words}").format(kind=kind, words=words)


def _is_no_person(work: UnitOfWork, conflict: Conflict) -> bool:
    """Whether it is an entry of attendance that is no single person."""
    if conflict.kind != Attendance.__name__:
        return False
    found = work.records.find(Attendance, conflict.record)
    return found is not None and found.grain is not Grain.PERSON
