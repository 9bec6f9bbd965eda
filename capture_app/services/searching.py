"""Searching everything that was written: words to hits, each with where it stands and the words marked in it.

Records that were taken away or erased are not found. Nothing about anybody's care is in the index (C7).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import KINDS
from capture_app.services.joined_themes import together
from capture_app.services.naming import called
from capture_app.services.whereabouts import BALLOT, Whereabouts
from capture_app.services.wording import kind_words
from capture_app.store.search import FOUND_IN, Hit, Mark, Narrow
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["FOUND_IN", "Mark", "Narrow", "Place", "Searched", "count_words", "nothing_found", "search"]

MOST = 60
"""Hits that are told; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record that was found.

    called: what people call it. place: where it stands, in words. passage: the words around what was looked for;
    marks: where in the passage those stand.
    """

    record: RecordId
    kind: str
    kind_words: str
    called: str
    place: str
    passage: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found.

    hits: the first of `count`. kinds: how many of each kind there are, whatever kinds were asked for.
    near: where nothing was found, the search that may have been meant; empty if there is none.
    """

    words: str
    hits: tuple[Place, ...]
    count: int
    kinds: Mapping[str, int]
    near: str = ""


def search(workspace: Workspace, words: str, narrow: Narrow | None = None, most: int = MOST) -> Searched:
    """Everything that holds all these words; the last may be only begun, words in quotation marks stand together."""
    narrow = narrow or Narrow()
    with workspace.unit_of_work() as work:
        narrow = replace(narrow, same=together(work, narrow.theme)) if narrow.theme else narrow
        found = work.search.look(words, narrow, most)
        where = Whereabouts(work)
        hits = tuple(place for hit in found.hits if (place := _place(work, where, hit)) is not None)
        near = "" if found.count or not words.strip() else work.suggesting.nearest(words, narrow)
    return Searched(words, hits, found.count, found.kinds, near)


def nothing_found(searched: Searched) -> str:
    """The sentence for a search that found nothing."""
    words = " ".join(searched.words.split())
    if len(words.split()) > 1:
        said = _("Nothing contains all of ‘{words}’.").format(words=words)
    else:
        said = _("Nothing contains ‘{words}’.").format(words=words)
    if not searched.near:
        return said
    return _("{said} Did you mean {near}?").format(said=said, near=searched.near)


def count_words(count: int) -> str:
    """ "7 found"."""
    return n_("{count} found", "{count} found", count)


def _place(work: UnitOfWork, where: Whereabouts, hit: Hit) -> Place | None:
    if hit.kind == BALLOT:
        found = work.projection.ballot(hit.record)
        stands = where.of_ballot(found["session"], found["form"]) if found else ""
        return _told(hit, kind_words(BALLOT), stands)
    record: Record | None = work.records.find(KINDS[hit.kind], hit.record)
    return None if record is None else _told(hit, called(record), where.of(record))


def _told(hit: Hit, name: str, place: str) -> Place:
    return Place(hit.record, hit.kind, kind_words(hit.kind), name, place, hit.extract, hit.marks)
