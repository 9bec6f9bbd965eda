"""Where the words of a line that is set aside may be all the same: told at once, since nothing else would tell it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from capture_app.dates import day_words
from capture_app.domain.codec import read_body
from capture_app.domain.record import RecordId
from capture_app.domain.records import DataProtection, Line, StatementLink
from capture_app.domain.revision import Revision
from capture_app.domain.vocabulary import Role
from capture_app.services.card import card_in
from capture_app.services.conflicts import place_words
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["AsideTold", "Repeat", "Went", "tell", "where_words"]

LINK = StatementLink.__name__
RUN = 5
"""So many words in a row, in another line too, are taken for the same words. A line of fewer counts whole."""


@dataclass(frozen=True, slots=True)
class Went:
    """A file in which the line left this laptop before it was set aside; older receipts do not name the file."""

    at: datetime
    file: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Another line that holds some of the same words, or held them once; `gone` if it was taken away since."""

    line: RecordId
    place: str
    gone: bool


@dataclass(frozen=True, slots=True)
class AsideTold:
    """What somebody has to know who has just set a line aside.

    stands: whether it is set aside. lead: whether this is the project lead's workspace. came_from: the other
    laptops that wrote it, which have it still. statements: how many rested on it, and may repeat its words.
    """

    stands: bool
    lead: bool
    card: DataProtection
    went: tuple[Went, ...]
    came_from: tuple[str, ...]
    statements: int
    repeats: tuple[Repeat, ...]


def tell(workspace: Workspace, line: RecordId) -> AsideTold:
    """Whom to call, and where the words of a line are or may be besides here."""
    with workspace.unit_of_work() as work:
        entries = work.log.of_record(line)
        sent = [one for one in work.facts.transfers("out") if _carried(one, entries)]
        others = sorted({entry.device for entry in entries} - {work.author.device})
        return AsideTold(
            stands=work.records.is_set_aside(line),
            lead=work.author.role == Role.LEAD.value,
            card=card_in(work) or DataProtection(id=""),
            went=tuple(Went(local_time(one.stamp), one.facts.get("file", "")) for one in sent),
            came_from=tuple(device_name(work, device) for device in others),
            statements=_statements_on(work, line),
            repeats=tuple(_repeats(work, line, entries)),
        )


def where_words(told: AsideTold) -> tuple[str, ...]:
    """Where else the words are, in whole sentences; nothing where they are only here."""
    files = "; ".join(map(_sent, told.went))
    went = [_("It was handed over already: {files}.").format(files=files)] if files else []
    came = [
        _("It was written on {laptop}, where it still is.").format(laptop=laptop) for laptop in told.came_from
    ]
    can_erase = _("As project lead you can erase it, here and wherever it is merged.")
    tell_lead = _("Tell the project lead now: only the lead can erase it there.")
    gone = [*went, *came, can_erase if told.lead else tell_lead] if went or came else []
    rest = n_(
        "{count} statement rested on it: look whether it repeats the words.",
        "{count} statements rested on it: look whether they repeat the words.",
        told.statements,
    )
    return (*gone, *([rest] if told.statements else []))


def _statements_on(work: UnitOfWork, line: RecordId) -> int:
    hanging = work.projection.withheld.hanging_on(frozenset((line,)))
    links = [work.records.find(StatementLink, record) for kind, record in hanging if kind == LINK]
    return sum(link is not None and not link.deleted for link in links)


def _sent(one: Went) -> str:
    day = day_words(one.at.date())
    return (
        _("on {day} in {file}").format(day=day, file=one.file) if one.file else _("on {day}").format(day=day)
    )


def _carried(sent: Transfer, entries: Iterable[Revision]) -> bool:
    """Whether a file held any version of the line; where its receipt does not say, whether it may have."""
    if "ranges" not in sent.facts:
        return any(entry.stamp <= sent.stamp for entry in entries)
    return any(_is_among(entry, sent.facts["ranges"]) for entry in entries)


def _is_among(entry: Revision, ranges: Mapping[str, Any]) -> bool:
    runs = ranges.get(entry.device, {}).get(entry.incarnation, ())
    return any(first <= entry.number <= last for first, last in runs)


def _repeats(work: UnitOfWork, line: RecordId, entries: Iterable[Revision]) -> Iterator[Repeat]:
    """Lines of the same worksheet or minutes in whose text, now or before, the same words stand in a row.

    A line that was split, joined, typed again or taken away leaves them there, and a bundle carries every version.
    """
    own = work.records.find(Line, line)
    runs = {run for entry in entries for run in _runs(_text(entry))}
    if own is None or not runs:
        return
    for other in _beside(work, own):
        held = work.log.of_record(other)
        if any(runs & set(_runs(_text(entry))) for entry in held):
            found = work.records.find(Line, other)
            gone = found is None or found.deleted
            yield Repeat(other, place_words(work, Line.__name__, other), gone)


def _beside(work: UnitOfWork, line: Line) -> list[RecordId]:
    """The other lines of the same worksheet or minutes, those taken away too, that are not set aside."""
    found = work.projection.values_of_every(Line, "id", "sheet", "minutes")
    return [
        other
        for other, sheet, minutes in found
        if (sheet, minutes) == (line.sheet, line.minutes)
        and other != line.id
        and not work.records.is_set_aside(other)
    ]


def _text(entry: Revision) -> str:
    if entry.body is None:
        return ""
    return str(read_body(entry.kind, entry.version, entry.body).get("text", ""))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every row of `RUN` words in a text, or all of a shorter one; case and marks at their ends do not matter."""
    words = [word for one in text.casefold().split() if (word := one.strip(".,;:!?…“”‘’\"'()"))]
    if words:
        for start in range(max(1, len(words) - RUN + 1)):
            yield tuple(words[start : start + RUN])
