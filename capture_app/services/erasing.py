"""Erasing one record's words, or one person's, here and wherever this is merged. It cannot be undone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.reading_order import in_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS, Person, Response
from capture_app.domain.revision import Erasure
from capture_app.domain.shape import SHAPES
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Signer
from capture_app.services.conflicts import place_words
from capture_app.services.done import Done
from capture_app.services.spelling import take_out
from capture_app.services.wording import kind_words
from capture_app.services.written import typed_up
from capture_app.store.search import Hit
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Foreseen", "erase_person", "erase_record", "foresee", "foresee_person"]

REASON = re.compile(r"[a-z][a-z-]{0,31}|")
"""Reasons travel in every bundle for ever, so they are codes and never free text."""

FEWEST_WORDS = 3
"""A passage of fewer words than this is too common to look for elsewhere."""

SHORTEST_NAME = 4
"""Letters of a name that is looked for elsewhere; "R." would be found in everything."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an erasure would empty, and other records that may repeat the words, to look at first.

    `places` are in words, each once; one that stands for several records says how many.
    """

    records: tuple[RecordId, ...]
    places: tuple[str, ...]
    repeats: tuple[Hit, ...]


def foresee(workspace: Workspace, record: RecordId) -> Foreseen:
    """What erasing a record would empty, and where its words stand again."""
    with workspace.unit_of_work() as work:
        current = work.records.view(record)
        if current is None:
            raise NotPossible(_("That record is not in this workspace. Nothing was erased."))
        words = str(current.body.get("text") or "")
        hits = work.search.find(words) if len(words.split()) >= FEWEST_WORDS else []
        repeats = tuple(hit for hit in hits if hit.record != record)
        return Foreseen((record,), (place_words(work, current.kind, record),), repeats)


def foresee_person(workspace: Workspace, person: RecordId) -> Foreseen:
    """What erasing a person would empty, older versions included, and where their name or words stand again."""
    with workspace.unit_of_work() as work:
        records = tuple(sorted({*_about(work, person), *_written_by(work, person)}))
        kinds = {record: current.kind for record in records if (current := work.records.view(record))}
        places = Counter(_place(work, kind, record) for record, kind in kinds.items())
        told = [f"{one} × {places[one]}" if places[one] > 1 else one for one in in_order(places)]
        hits = {hit.record: hit for record, kind in kinds.items() for hit in _repeats(work, kind, record)}
        return Foreseen(records, tuple(told), tuple(hit for hit in hits.values() if hit.record not in kinds))


def erase_record(workspace: Workspace, record: RecordId, reason: str = "") -> Done[tuple[RecordId, ...]]:
    """Empty every version of a record. `reason` is a short code ("withdrawn"), never a sentence.

    Raises NotPossible unless this is the lead's workspace.
    """
    return _erase(workspace, Erasure(id=new_id(), record=record, reason=reason, stamp="", key=""))


def erase_person(workspace: Workspace, person: RecordId, reason: str = "") -> Done[tuple[RecordId, ...]]:
    """Empty every version of every record about a person, those still to come too.

    Their name also leaves the words that were added to the dictionary here.
    """
    return _erase(workspace, Erasure(id=new_id(), subject=person, reason=reason, stamp="", key=""))


def _about(work: UnitOfWork, person: RecordId) -> Iterator[RecordId]:
    """The records that would lose words, deleted ones too; of what they wrote also the lines made of it (G5)."""
    for record in work.log.records_about(person):
        if any(person in entry.subjects and not entry.empty for entry in work.records.history(record)):
            yield record


def _written_by(work: UnitOfWork, person: RecordId) -> list[RecordId]:
    """What was typed up from their responses, where some version of it does not name them: each is erased by itself.

    A line may have been typed before anybody said who had written.
    """
    about = work.projection.values_of_every(Response, "id", "person")
    own = {one for one, of in about if of == person}
    found = own | typed_up(work, own)
    return sorted(
        one
        for one in found
        if any(person not in entry.subjects and not entry.empty for entry in work.records.history(one))
    )


def _place(work: UnitOfWork, kind: str, record: RecordId) -> str:
    """Where a record stands; of what is kept in confidence only the kind, since others may see the screen."""
    return place_words(work, kind, record) if KINDS[kind].travels else kind_words(kind)


def _repeats(work: UnitOfWork, kind: str, record: RecordId) -> Iterable[Hit]:
    """Where a person's name, or a passage long enough to know again, stands in other records."""
    found = work.records.find(KINDS[kind], record)
    if isinstance(found, Person):
        name = found.display.strip()
        hits = work.search.find(name) if len(name) >= SHORTEST_NAME else []
        return [hit for hit in hits if name.casefold() in hit.extract.casefold()]
    texts = [str(getattr(found, name, "")) for name in SHAPES[kind].searched]
    long = [text for text in texts if len(text.split()) >= FEWEST_WORDS]
    return [hit for text in long for hit in work.search.find(text)]


def _erase(workspace: Workspace, asked: Erasure) -> Done[tuple[RecordId, ...]]:
    with workspace.unit_of_work() as work:
        marker = _signed(work, asked)
        named = work.records.find(Person, asked.subject) if asked.subject else None
        if named is not None:
            take_out(work, [named.display])
        besides = _written_by(work, asked.subject) if asked.subject else []
        erased = tuple(work.erase(marker))
        for one in besides:
            alone = Erasure(id=new_id(), record=one, reason=asked.reason, stamp="", key="")
            erased += tuple(gone for gone in work.erase(_signed(work, alone)) if gone not in erased)
        changes = work.commit()
    workspace.wipe()
    return Done(erased, changes or Changes(frozenset(erased)))


def _signed(work: UnitOfWork, asked: Erasure) -> Erasure:
    if not REASON.fullmatch(asked.reason):
        raise NotPossible(_("The reason is a single short word, such as withdrawn. Nothing was erased."))
    if work.author.role != Role.LEAD.value:
        raise NotPossible(_("Only the project lead can erase. Nothing was erased. Ask the lead to do it."))
    signer = Signer(work.facts.get("signing_seed"))
    marker = replace(asked, stamp=work.author.clock.next(), key=signer.verify_key)
    return replace(marker, signature=signer.sign(marker.signed_bytes()))
