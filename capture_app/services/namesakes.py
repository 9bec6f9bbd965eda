"""Records that read alike where one of them is chosen: what differs is said behind the name (C5, C6, F3)."""

from collections import defaultdict
from collections.abc import Sequence

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Form, Organisation, Person, Session, SessionRole
from capture_app.domain.vocabulary import Nation
from capture_app.services.wording import choice_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _, n_

__all__ = ["apart"]

Alike = tuple[RecordId, str, tuple[str, ...]]
"""A record, its name, and what can be said of it besides, what tells most first."""


def apart(work: UnitOfWork, named: Sequence[tuple[Record, str]]) -> tuple[tuple[RecordId, str], ...]:
    """The records with their names, in their order; a name several have is followed by what tells them apart.

    Where nothing else differs they are numbered, so that one is never taken for the other.
    """
    alike: dict[str, list[tuple[Record, str]]] = defaultdict(list)
    for record, name in named:
        alike[_as_read(name)].append((record, name))
    told: dict[RecordId, str] = {}
    for several in alike.values():
        if len(several) > 1:
            told |= _told_apart([(record.id, name, _besides(work, record)) for record, name in several])
    return tuple((record.id, told.get(record.id, name)) for record, name in named)


def _told_apart(alike: Sequence[Alike]) -> dict[RecordId, str]:
    """What differs is added, first by first, until no two read alike."""
    if len(alike) == 1:
        return {record: name for record, name, _besides in alike}
    if not alike[0][2]:
        return _numbered(alike)
    split: dict[str, list[Alike]] = defaultdict(list)
    for record, name, (word, *rest) in alike:
        split[_as_read(word)].append((record, f"{name}, {word}" if word else name, tuple(rest)))
    if len(split) == 1:  # it tells nothing, and is not said
        return _told_apart([(record, name, besides[1:]) for record, name, besides in alike])
    return {record: name for each in split.values() for record, name in _told_apart(each).items()}


def _numbered(alike: Sequence[Alike]) -> dict[RecordId, str]:
    words = _("{name} ({number} of {count} of that name)")
    return {
        record: words.format(name=name, number=number, count=len(alike))
        for number, (record, name, _besides) in enumerate(sorted(alike), start=1)
    }


def _besides(work: UnitOfWork, record: Record) -> tuple[str, ...]:
    """What else can be said of a record; as many words for each of a kind, empty where nothing is known."""
    match record:
        case Person():
            whose = work.records.find(Organisation, record.organisation)
            roles = sorted({one.role for one in work.records.all(SessionRole, person=record.id)})
            return (whose.name if whose else "", record.category, ", ".join(roles))
        case Organisation():
            nation = "" if record.nation is Nation.NOT_STATED else choice_words(record.nation)
            return (record.category, nation)
        case Form():
            count = len(record.items)
            return (choice_words(record.purpose), n_("{count} question", "{count} questions", count))
        case Session():
            return (record.date.given, choice_words(record.mode))
    held = work.records.find(Session, str(getattr(record, "session", "")))
    return (held.label if held else "",)  # groups and parts are called the same in every session


def _as_read(words: str) -> str:
    return " ".join(words.casefold().split())
