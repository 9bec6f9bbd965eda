"""What spell-checking needs: the words of a language, and those of this consultation that no dictionary has.

Words somebody adds are a fact of this workspace file: encrypted with it, and in no pack, bundle or document, since a
word may be a name.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from time import sleep

from capture_app.domain.record import Record
from capture_app.domain.records import (
    Attendance,
    Consultation,
    GlossaryTerm,
    Group,
    Organisation,
    OrganisationName,
    Person,
    Session,
    ThemeLabel,
)
from capture_app.domain.spelling import Lexicon, key_of, keys_of
from capture_app.paths import resource
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = [
    "NAMING",
    "OwnWords",
    "add_word",
    "has_lexicon",
    "lexicon",
    "own_words",
    "take_out",
    "take_word_out",
]

_FACT = "spelling/words"
_AT_A_TIME, _TURN = 250, 0.002
"""Words after which the reader of the dictionary rests, and for how many seconds."""
_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Attendance: ("listing",),
    Consultation: ("title", "commissioned_by"),
    GlossaryTerm: ("term", "meaning"),
    Group: ("label", "facilitator"),
    Organisation: ("name",),
    OrganisationName: ("text",),
    Person: ("display",),
    Session: ("label", "place", "series", "theme_as_given"),
    ThemeLabel: ("text",),
}
NAMING = frozenset(kind.__name__ for kind in _FIELDS)
"""The kinds of records whose names and terms are never taken for misspelt."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Keys of words that are right here: `named` from records, `added` by somebody on this laptop."""

    named: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


def has_lexicon(language: str) -> bool:
    """Whether there is a dictionary for a language, by its code."""
    return resource("spelling", f"{language}.gz").is_file()


def lexicon(language: str) -> Lexicon:
    """Read the dictionary of a language, with the words of this field. Raises OSError where there is none."""
    steps = gzip.decompress(resource("spelling", f"{language}.gz").read_bytes()).decode().split("\n")
    field = resource("spelling", f"{language}-field.txt").read_text("utf-8")
    return Lexicon(map(_in_no_hurry, [*steps, field]))


def _in_no_hurry(step: str) -> Iterator[str]:
    """The words of a step. Now and then others get their turn: a key must not wait until all are read."""
    for count, word in enumerate(step.split()):
        if count % _AT_A_TIME == 0:
            sleep(_TURN)
        yield word


def own_words(workspace: Workspace) -> OwnWords:
    """The words of this consultation, and those added here."""
    with workspace.unit_of_work() as work:
        return OwnWords(keys_of(_names(work)), _added(work))


def add_word(workspace: Workspace, word: str) -> frozenset[str]:
    """Take a word for right in this workspace from now on. Gives the keys of all that were added."""
    with workspace.unit_of_work() as work:
        added = _added(work) | {key_of(word)}
        _put(work, added)
        work.commit()
    return added


def take_word_out(workspace: Workspace, word: str) -> frozenset[str]:
    """Take a word that was added out again. Gives the keys of those that are left."""
    with workspace.unit_of_work() as work:
        take_out(work, [word])
        work.commit()
        return _added(work)


def take_out(work: UnitOfWork, names: list[str]) -> None:
    """The same for every word of these names, within a unit of work: they were erased."""
    before = _added(work)
    left = before - keys_of(names)
    if left != before:
        _put(work, left)


def _names(work: UnitOfWork) -> Iterator[str]:
    for kind, fields in _FIELDS.items():
        for record in work.records.all(kind):
            for field in fields:
                yield str(getattr(record, field))


def _added(work: UnitOfWork) -> frozenset[str]:
    return frozenset(work.facts.get(_FACT).split())


def _put(work: UnitOfWork, words: frozenset[str]) -> None:
    work.facts.put(_FACT, " ".join(sorted(words)))
