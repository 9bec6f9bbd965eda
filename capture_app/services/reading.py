"""One record to be read: what it is called, where it stands, and everything it says, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.domain.codec import paths_of
from capture_app.domain.plain import read_plain
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import KINDS, Form
from capture_app.domain.shape import SHAPES
from capture_app.services.naming import name_of
from capture_app.services.places import item_numbers
from capture_app.services.values import SILENT, answer_told, told
from capture_app.services.whereabouts import BALLOT, Spot, Whereabouts, find_spot
from capture_app.services.wording import field_words, kind_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Reading", "read_record"]

_UNTOLD = SILENT | {"id", "deleted", "level"}
"""Fields that say nothing to a reader."""

_PLACED = frozenset(("session", "sheet", "item", "minutes", "part", "parked"))
"""Fields that the place says already."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A record in words. fields: the name of each field in which something stands, and what stands there.

    spot: where to go to see it in its place.
    has_history: False for single answers, which keep none on purpose.
    """

    record: RecordId
    kind: str
    kind_words: str
    called: str
    place: str
    fields: tuple[tuple[str, str], ...]
    spot: Spot
    has_history: bool = True


def read_record(workspace: Workspace, kind: str, record: RecordId) -> Reading | None:
    """A record as it stands; None if it is not here, or is a line that is set aside."""
    with workspace.unit_of_work() as work:
        if work.records.is_set_aside(record):
            return None
        if kind == BALLOT:
            return _ballot(work, record)
        found = work.records.find(KINDS[kind], record)
        if found is None:
            return None
        place = Whereabouts(work).of(found)
        spot = find_spot(work, kind, record)
        return Reading(
            record,
            kind,
            kind_words(kind),
            name_of(work, kind, record),
            place,
            _fields(work, found, placed=bool(place)),
            spot,
        )


def _fields(work: UnitOfWork, record: Record, *, placed: bool) -> tuple[tuple[str, str], ...]:
    kind = type(record).__name__
    shape = SHAPES[kind]
    body = work.records.seen(type(record), record.id).body or {}
    numbers = item_numbers(record) if isinstance(record, Form) else {}
    paths = {path: value for path, value in paths_of(shape, body).items() if path not in _UNTOLD}
    return tuple(
        (_named(kind, path, numbers), told(work, kind, path, value, body))
        for path, value in sorted(
            paths.items(), key=lambda one: numbers.get(one[0].removeprefix("items/"), 0)
        )
        if not (placed and path in _PLACED) and value not in (None, "") and value != shape.defaults.get(path)
    )


def _named(kind: str, path: str, numbers: Mapping[str, int]) -> str:
    """What a field is called; the questions of a form by their numbers."""
    if (number := numbers.get(path.removeprefix("items/"))) is not None:
        return _("question {number}").format(number=number)
    return field_words(path.partition("/")[0], kind)


def _ballot(work: UnitOfWork, record: RecordId) -> Reading | None:
    found = work.projection.ballot(record)
    if found is None:
        return None
    form = work.records.find(Form, found["form"])
    answers = read_plain(found["answers"])
    ordered = sorted(answers, key=lambda item: item_numbers(form).get(item, 0))
    told_ones = tuple(
        (form.items[item].prompt if form and item in form.items else item, _answer(form, item, answers[item]))
        for item in ordered
    )
    place = Whereabouts(work).of_ballot(found["session"], found["form"])
    words = kind_words(BALLOT)
    spot = Spot(session=found["session"])
    return Reading(record, BALLOT, words, words, place, told_ones, spot, has_history=False)


def _answer(form: Form | None, item: str, value: object) -> str:
    return answer_told(form, item, value if isinstance(value, dict) else {})
