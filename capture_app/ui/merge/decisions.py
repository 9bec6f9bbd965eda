"""What somebody decided about conflicts, until it is kept: pure values, newest last, so that the last can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.domain.record import Plain, RecordId
from capture_app.services.conflicts import ConflictView

Place = tuple[RecordId, str]
"""A record and its field: what a conflict is about."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A field's new value. `version` is which version it is; None for words of one's own, then in `text`."""

    value: Plain
    version: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict that was settled: what stood before, shown or decided, and what was decided then."""

    view: ConflictView
    before: Decision
    after: Decision


class Decisions:
    """The decisions by place."""

    def __init__(self) -> None:
        self._made: dict[Place, Decision] = {}

    def __len__(self) -> int:
        return len(self._made)

    def of(self, view: ConflictView) -> Decision | None:
        """What was decided about a conflict, if anything."""
        return self._made.get(place_of(view))

    def decide(self, view: ConflictView, decision: Decision) -> None:
        """Decide, or decide otherwise."""
        self._made.pop(place_of(view), None)
        self._made[place_of(view)] = decision

    def take_back(self, view: ConflictView) -> None:
        """The conflict waits again."""
        self._made.pop(place_of(view), None)

    def last(self) -> Place | None:
        """What was decided last."""
        return next(reversed(self._made), None)

    def keep_only(self, views: tuple[ConflictView, ...]) -> None:
        """Forget what is about conflicts that are no more."""
        there = {place_of(view) for view in views}
        self._made = {place: made for place, made in self._made.items() if place in there}

    def values(self) -> Mapping[Place, Plain]:
        """As `services.merging.merge` takes them."""
        return {place: made.value for place, made in self._made.items()}


def place_of(view: ConflictView) -> Place:
    """What a conflict is about."""
    return view.record, view.field


def take(view: ConflictView, version: int) -> Decision:
    """The decision for one of the versions, by its place among them."""
    chosen = view.versions[version]
    return Decision(chosen.value, version, chosen.text)


def shown_now(view: ConflictView) -> Decision:
    """What stands as long as nobody decides; of a whole decision that may be parts of both."""
    return Decision({}, None, view.mixed) if view.mixed else take(view, 0)


def words_of(view: ConflictView) -> str:
    """What a wording of one's own begins with."""
    first = view.versions[0]
    return str(first.value["text"]) if isinstance(first.value, Mapping) else first.text


def write(view: ConflictView, text: str) -> Decision:
    """The decision for words of one's own."""
    value = view.versions[0].value
    return Decision({**value, "text": text} if isinstance(value, Mapping) else text, None, text)


def can_be_written(view: ConflictView) -> bool:
    """Whether only free words differ, so that a third version can be written."""
    if view.whole:
        return view.fields == ("text",)
    return view.field in _FREE_WORDS and all(isinstance(version.value, str) for version in view.versions)


_FREE_WORDS = frozenset(
    {
        "display",
        "facilitator",
        "holder",
        "label",
        "listing",
        "name",
        "place",
        "taker",
        "text",
        "title",
        "topic",
    }
)
