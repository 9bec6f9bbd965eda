"""Whether what one laptop handed over comes from one workspace.

A bundle holds all that its workspace wrote, or names what it keeps back. So of two bundles from one workspace the
later holds the earlier. Where neither holds the other, the laptop wrote in two workspaces: a pack was opened twice,
or a backup was put back and both went on (decision 0008).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from capture_app.dates import moment_words
from capture_app.domain.runs import Run, joined
from capture_app.exchange.container import check_number
from capture_app.exchange.parcel import Parcel
from capture_app.services.brought import receipt_of
from capture_app.services.workspaces import local_time
from capture_app.store.facts import Transfer
from capture_app.words import _

__all__ = [
    "HandOver",
    "apart_of",
    "apart_words",
    "hand_over_of",
    "hand_over_words",
    "histories",
    "transfer_of",
]


_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class HandOver:
    """One bundle of a laptop, as its receipt told it: when made, the three numbers, the check number."""

    made: datetime
    numbers: str
    check_number: str


def hand_over_of(came: Transfer) -> HandOver:
    """What people compare of a bundle."""
    return HandOver(local_time(came.stamp), came.facts.get("numbers", ""), check_number(came.sha256))


def hand_over_words(one: HandOver) -> str:
    """One of several, in half a sentence: "16 May, 14:03: 6 · 0 · 0 lines, minutes, questionnaires, check number …"."""
    return _("{when}: {numbers} lines, minutes, answered questionnaires, check number {check}").format(
        when=moment_words(one.made, year=False),
        numbers=_kept_whole(one.numbers),
        check=one.check_number,
    )


def _kept_whole(numbers: str) -> str:
    """The three numbers are not broken over two lines."""
    return numbers.replace(" ", _NO_BREAK)


def apart_words(bundles: Iterable[HandOver]) -> str:
    """What to say where these bundles of one laptop come from several workspaces, any of them named twice or not."""
    brought = "; ".join(dict.fromkeys(map(hand_over_words, bundles)))
    return _(
        "{brought}. None of these bundles is part of another, and all are kept. The session pack was opened twice, or "
        "a backup was put back: ask whoever holds the laptop to go on in one workspace only."
    ).format(brought=brought)


def transfer_of(parcel: Parcel) -> Transfer:
    """A bundle as it would be noted once it is merged."""
    return Transfer(
        parcel.id, "in", parcel.device, parcel.made, parcel.sha256, receipt_of(parcel, parcel.made)
    )


def histories(came: Iterable[Transfer]) -> list[Transfer]:
    """Of the bundles of one laptop the newest from each workspace it wrote in, newest first: one, usually.

    Receipts of earlier versions do not say what was in the bundle; they tell nothing against one workspace.
    """
    apart: list[tuple[Transfer, _Written]] = []
    for one in sorted(came, key=lambda found: found.stamp, reverse=True):
        written = _written(one)
        if not apart or not any(_holds(newer, written) for _found, newer in apart):
            apart = [(found, newer) for found, newer in apart if not _holds(written, newer)]
            apart.append((one, written))
    return [found for found, _written_there in apart]


def apart_of(parcel: Parcel, came: Iterable[Transfer]) -> list[Transfer]:
    """Of all bundles that came the newest from other workspaces of the laptop that this one is from."""
    own = _written(transfer_of(parcel))
    rest = [one for one in came if one.device == parcel.device and one.facts.get("what") == "bundle"]
    return histories(one for one in rest if not (_holds(own, _written(one)) or _holds(_written(one), own)))


_Written = Mapping[str, list[Run]] | None
"""The changes of its own a laptop had then: by incarnation, the first and last number of each run, in order and
apart. None where that was not noted."""


def _holds(larger: _Written, smaller: _Written) -> bool:
    if larger is None or smaller is None:
        return True
    return all(
        any(begin <= first and last <= end for begin, end in larger.get(incarnation, ()))
        for incarnation, runs in smaller.items()
        for first, last in runs
    )


def _written(came: Transfer) -> _Written:
    if "ranges" not in came.facts:
        return None
    runs: dict[str, list[Run]] = defaultdict(list)
    for ranges in (came.facts["ranges"], *(part["ranges"] for part in came.facts.get("kept_back", ()))):
        for incarnation, some in ranges.get(came.device, {}).items():
            runs[incarnation] += [(first, last) for first, last in some]
    return {incarnation: joined(some) for incarnation, some in runs.items()}
