"""Who looks on at a session: by one of their roles, by their pack, or by notes they gave (C2, E4, X31)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, Observation, Person, SessionRole
from capture_app.domain.vocabulary import Role
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = [
    "LooksOn",
    "as_read",
    "looks_on",
    "observers",
    "observes_words",
    "refuse_observers",
    "watching_words",
    "words_of",
]

_WATCHING = frozenset(
    {"observer", "observers", "observes", "observed", "observing", "evaluator", "evaluators"}
)
"""Words of roles as people write them."""


class LooksOn(NotPossible):
    """Somebody who looks on is about to write in what participants say; they may go on knowing it."""


def watching_words() -> frozenset[str]:
    """Words of roles in which somebody looks on, in the language of the window too."""
    return _WATCHING | {_("observer"), _("evaluator")}


def looks_on(roles: Iterable[str]) -> bool:
    """Whether one of these roles is to look on. Roles are a project's own words, so their words are looked at."""
    return bool(words_of(roles) & watching_words())


def words_of(roles: Iterable[str]) -> set[str]:
    """The words of roles, each role as a whole among them."""
    words: set[str] = set()
    for role in roles:
        plain = role.casefold()
        words |= {plain.strip(), *re.findall(r"\w+", plain), re.sub(r"\W", "", plain)}
    return words


def observers(work: UnitOfWork, session: RecordId) -> Mapping[str, str]:
    """The names of those who hold a pack for an observer of a session or gave notes on it, by how they are read.

    Nobody has to write down their role besides.
    """
    packs = [one.holder for one in work.records.all(Device, session=session, role=Role.OBSERVER.value)]
    notes = [one.who for one in work.records.all(Observation, session=session) if one.given]
    return {as_read(name): name for name in (*notes, *packs) if name.strip()}


def refuse_observers(work: UnitOfWork, session: RecordId, name: str) -> None:
    """Raises LooksOn where somebody of this name looks on at the session, by their pack, notes or role."""
    wanted = as_read(name)
    watching = [one.person for one in work.records.all(SessionRole, session=session) if looks_on((one.role,))]
    people = [one for one in work.records.all(Person) if one.id in watching]
    if wanted and (wanted in observers(work, session) or wanted in {as_read(one.display) for one in people}):
        raise LooksOn(observes_words(name))


def observes_words(name: str) -> str:
    """What is said to somebody who looks on and is about to write."""
    return _(
        "{name} observes this session, and whoever observes does not usually write what others say. Go on once more "
        "if it is meant: your project lead is told. Or take the name out."
    ).format(name=" ".join(name.split()))


def as_read(name: str) -> str:
    """A name as one reads it: capitals and spaces tell nobody apart."""
    return " ".join(name.casefold().split())
