"""What travels: a slice of the log with its erasures, and with a pack what makes a laptop ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from capture_app.domain.clock import Stamp
from capture_app.domain.record import RecordId
from capture_app.domain.revision import Erasure, Revision
from capture_app.domain.runs import runs_of
from capture_app.exchange import limits
from capture_app.exchange.care import Care
from capture_app.exchange.pack import Pack
from capture_app.exchange.tokens import TOKEN, exactly

_WORDS = Annotated[str, Meta(max_length=limits.WORDS_CHARACTERS)]
_COUNT = Annotated[int, Meta(ge=0, le=limits.WHOLE_NUMBER)]
_PLACE = Annotated[int, Meta(ge=1, le=limits.WHOLE_NUMBER)]

Ranges = dict[
    Annotated[str, exactly(TOKEN)],
    dict[Annotated[str, exactly(TOKEN)], tuple[tuple[_PLACE, _PLACE], ...]],
]
"""By device and incarnation, the first and last number of each run of entries without a gap."""


class What(StrEnum):
    """What a file of this format can be."""

    BUNDLE = "bundle"
    PACK = "pack"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What was left out on purpose: `count` of `what`, and why, in words for people.

    `ranges` names the entries, so that a receiver can tell a gap that is meant from a loss. What never
    became an entry, like an open questionnaire, has none.
    """

    what: _WORDS
    reason: _WORDS
    count: _COUNT
    ranges: Ranges = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One bundle, session pack or care file, opened.

    id: of this file. project: see `manifest.fingerprint`. device, incarnation: who made it. made: when.
    extras: further members, by name; only `members.SYNTHESIS` so far. pack: only in a session pack.
    care: only in a care file.
    practice: whether it comes from a practice workspace.
    The rest is filled in on the way: to whom it is sealed, the key that signed it (whether that key is known
    is for the caller to say), and of the file read its SHA-256, hexadecimal, and its size in bytes.
    """

    id: str
    project: str
    consultation: RecordId
    device: str
    incarnation: str
    made: Stamp
    revisions: tuple[Revision, ...] = ()
    erasures: tuple[Erasure, ...] = ()
    kept_back: tuple[KeptBack, ...] = ()
    extras: Mapping[str, bytes] = field(default_factory=dict)
    pack: Pack | None = None
    care: Care | None = None
    practice: bool = False
    recipients: tuple[str, ...] = ()
    signer: str = ""
    sha256: str = ""
    size: int = 0

    @property
    def what(self) -> What:
        """A bundle, a pack, or a care file."""
        if self.care is not None:
            return What.CARE
        return What.BUNDLE if self.pack is None else What.PACK

    @property
    def fresh(self) -> bool:
        """Whether it is a pack for a laptop that has its workspace already."""
        return self.pack is not None and self.pack.fresh


def ranges_of(revisions: Iterable[Revision]) -> Ranges:
    """Where these entries stand among all that their devices wrote."""
    numbers: dict[str, dict[str, set[int]]] = {}
    for revision in revisions:
        device = numbers.setdefault(revision.device, {})
        device.setdefault(revision.incarnation, set()).add(revision.number)
    return {
        device: {incarnation: tuple(runs_of(found)) for incarnation, found in incarnations.items()}
        for device, incarnations in numbers.items()
    }
