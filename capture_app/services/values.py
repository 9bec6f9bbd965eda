"""Values of records as people would say them, those that name another record too."""

from collections.abc import Mapping
from datetime import datetime

from capture_app.dates import moment_words
from capture_app.domain.codec import Body
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import Form, Sheet
from capture_app.services.naming import name_of
from capture_app.services.places import item_numbers
from capture_app.services.wording import kind_words, value_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

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
    "part": "AgendaPart",
    "parent": "Session",
    "person": "Person",
    "session": "Session",
    "statement": "Statement",
    "taken_from": "Line",
    "theme": "Theme",
    "who": "Person",
}
"""The fields that name another record, and its kind."""


def told(work: UnitOfWork, kind: str, path: str, value: Plain, body: Body | None = None) -> str:
    """A field's value in words; where it is the id of a record, what people call that.

    `body` is the record it belongs to: a question is known only together with its worksheet.
    """
    if path == "said_at" and value:
        return _moment(str(value))
    if path == "sheet" and value:
        return _sheet(work, str(value))
    if (kind, path) == ("Line", "item") and value:
        return _question(work, str((body or {}).get("sheet") or ""), str(value))
    refers = "" if (kind, path) == ("Return", "about") else _REFERS.get(path, "")
    return name_of(work, refers, str(value)) if refers and value else value_words(kind, path, value)


def _moment(text: str) -> str:
    """ "16 May 2023, 11:00"; as it stands where it is no time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment_words(at)


def _sheet(work: UnitOfWork, record: RecordId) -> str:
    found = work.records.find(Sheet, record)
    return name_of(work, "Group", found.group) if found else kind_words("Sheet")


def _question(work: UnitOfWork, sheet: RecordId, item: str) -> str:
    found = work.records.find(Sheet, sheet)
    form = work.records.find(Form, found.form) if found else None
    if form is None or item not in form.items:
        return _("a question")
    number = item_numbers(form)[item]
    return _("question {number}: {prompt}").format(number=number, prompt=form.items[item].prompt)
