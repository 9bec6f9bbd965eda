"""Values of records as people would say them, those that name another record too."""

from collections.abc import Mapping

from capture_app.domain.record import Plain
from capture_app.services.naming import name_of
from capture_app.services.wording import value_words
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["told"]

_REFERS: Mapping[str, str] = {
    "agenda": "AgendaTemplate",
    "apart_from": "Person",
    "form": "Form",
    "group": "Group",
    "line": "Line",
    "minutes": "Minutes",
    "objective_set": "ObjectiveSet",
    "organisation": "Organisation",
    "other": "Organisation",
    "parent": "Session",
    "person": "Person",
    "session": "Session",
    "statement": "Statement",
    "theme": "Theme",
    "who": "Person",
}
"""The fields that name another record, and its kind."""


def told(work: UnitOfWork, kind: str, path: str, value: Plain) -> str:
    """A field's value in words; where it is the id of a record, what people call that."""
    refers = "" if (kind, path) == ("Return", "about") else _REFERS.get(path, "")
    return name_of(work, refers, str(value)) if refers and value else value_words(kind, path, value)
