"""Merging: the union of two logs, then a look at what it changed. Order and repetition make no difference.

What arrives is taken to be well formed: `exchange` has checked every byte.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from capture_app.domain.codec import body_of, people_in, record_of
from capture_app.domain.plain import read_plain
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS
from capture_app.domain.revision import Erasure, Revision
from capture_app.domain.view import is_whole
from capture_app.sealing import is_signed
from capture_app.store.author import Author
from capture_app.store.log import Log, among
from capture_app.store.projection import Projection
from capture_app.store.tables import draft, revision, trusted_key


@dataclass(frozen=True, slots=True)
class Received:
    """What a merge did, counted in changes.

    new: were not here. known: already here. emptied: came with words that an erasure covers.
    set_aside: different content under one id. refused: erasures whose signer may not erase.
    conflicts: fields that now hold several values and did not before, as (record, field).
    waiting: records that refer to changes which have not arrived.
    """

    new: int = 0
    known: int = 0
    emptied: int = 0
    set_aside: int = 0
    erasures: int = 0
    refused: int = 0
    touched: frozenset[tuple[str, RecordId]] = frozenset()
    conflicts: tuple[tuple[RecordId, str], ...] = ()
    waiting: tuple[RecordId, ...] = ()


@dataclass(slots=True)
class _Sorted:
    """Incoming entries, told apart."""

    new: dict[str, Revision] = field(default_factory=dict)
    filled: list[Revision] = field(default_factory=list)
    clashing: list[Revision] = field(default_factory=list)
    known: int = 0
    emptied: int = 0

    def records(self) -> set[RecordId]:
        """The records they belong to."""
        return {entry.record for entry in (*self.new.values(), *self.filled, *self.clashing)}


class Merging:
    """Takes in what comes from elsewhere."""

    def __init__(self, connection: Connection, log: Log, projection: Projection, author: Author) -> None:
        self._connection = connection
        self._log = log
        self._projection = projection
        self._author = author

    def receive(self, entries: Sequence[Revision], markers: Sequence[Erasure] = ()) -> Received:
        """Union with the log; every record it touches is worked out anew."""
        accepted = self._accepted(markers)
        fresh_markers = self._keep(accepted)
        cover = _Cover(self._log.erasures())
        found = self._sort(entries, cover)
        erased = self._empty_what_is_covered(fresh_markers)
        records = found.records() | {entry.record for entry in erased}
        before = self._projection.states()
        self._store(found, erased)
        if found.clashing or fresh_markers:
            self._log.empty_set_aside(cover.covers)
        after = self._projection.states()
        self._author.clock.see_all({entry.stamp for entry in entries})
        kinds = {entry.record: entry.kind for entry in (*found.new.values(), *found.filled, *erased)}
        return Received(
            new=len(found.new),
            known=found.known + len(found.filled),
            emptied=found.emptied,
            set_aside=len({entry.id for entry in found.clashing}),
            erasures=len(fresh_markers),
            refused=len(markers) - len(accepted),
            touched=frozenset((kind, record) for record, kind in kinds.items()),
            conflicts=tuple(sorted(_fields(after, "conflicts") - _fields(before, "conflicts"))),
            waiting=tuple(sorted(record for record in records if after.get(record, {}).get("waiting"))),
        )

    def erase(self, marker: Erasure) -> list[Revision]:
        """Keep a marker and empty all it covers; gives what was emptied."""
        self._log.add_erasures([marker])
        erased = self._empty_what_is_covered([marker])
        self._log.empty_set_aside(marker.covers)
        self._projection.refresh({entry.record for entry in erased})
        return erased

    def may_erase(self) -> set[str]:
        """The keys whose erasures are obeyed here."""
        lead = select(trusted_key.c.key).where(trusted_key.c.role == "lead")
        return set(self._connection.execute(lead).scalars())

    def _accepted(self, markers: Sequence[Erasure]) -> list[Erasure]:
        trusted = self.may_erase()
        return [
            marker
            for marker in markers
            if marker.key in trusted and is_signed(marker.signed_bytes(), marker.signature, marker.key)
        ]

    def _keep(self, accepted: Sequence[Erasure]) -> list[Erasure]:
        here = {marker.id for marker in self._log.erasures()}
        fresh = [marker for marker in accepted if marker.id not in here]
        self._log.add_erasures(fresh)
        return fresh

    def _sort(self, entries: Sequence[Revision], cover: "_Cover") -> _Sorted:
        found = _Sorted()
        aside = self._log.set_aside_ids()
        known = self._log.with_ids(entry.id for entry in entries)
        for entry in entries:
            here = known.get(entry.id) or found.new.get(entry.id)
            if entry.id in aside:
                found.clashing.append(entry)
            elif here is None:
                self._sort_new(entry, found, cover)
            elif not here.same_entry(entry):
                found.clashing += [here, entry]
                aside.add(entry.id)
                found.new.pop(entry.id, None)
            elif here.empty and not entry.empty and not cover.covers(entry):
                found.filled.append(entry)
            else:
                found.known += 1
        return found

    def _sort_new(self, entry: Revision, found: _Sorted, cover: "_Cover") -> None:
        if not entry.empty and cover.covers(entry):
            found.emptied += 1
            entry = entry.emptied()
        found.new[entry.id] = entry

    def _empty_what_is_covered(self, markers: Iterable[Erasure]) -> list[Revision]:
        """Empty the entries already here; drafts of those records go too, since they hold the same words."""
        erased: list[Revision] = []
        for marker in markers:
            records = [marker.record] if marker.record else self._log.records_about(marker.subject)
            covered = [
                entry for entry in self._log.of_records(records) if marker.covers(entry) and not entry.empty
            ]
            self._log.empty(covered)
            erased += covered
            self._drop_drafts(set(records), marker.subject)
        return erased

    def _drop_drafts(self, records: set[RecordId], person: str) -> None:
        """Drafts of what is erased go too: they hold the same words."""
        for row in self._connection.execute(select(draft)).all():
            record = record_of(KINDS[row.kind], row.record, read_plain(row.body))
            if row.record in records or person in people_in(record, body_of(record)):
                self._connection.execute(draft.delete().where(draft.c.record == row.record))

    def _store(self, found: _Sorted, erased: Sequence[Revision]) -> None:
        single = self._single_entries(found)
        self._log.append(list(found.new.values()))
        self._log.fill(found.filled)
        self._log.set_aside(found.clashing, "several different changes came under one id")
        self._projection.introduce(single)
        done = {entry.record for entry in single}
        rest = (found.records() | {entry.record for entry in erased}) - done
        self._projection.refresh(sorted(rest))

    def _single_entries(self, found: _Sorted) -> list[Revision]:
        """Entries that are all there is of their record: they need no look at the log."""
        entries: dict[RecordId, list[Revision]] = {}
        for entry in found.new.values():
            entries.setdefault(entry.record, []).append(entry)
        alone = {record: own[0] for record, own in entries.items() if len(own) == 1 and is_whole(own[0])}
        here = select(revision.c.record).where(among(revision.c.record, alone)).distinct()
        for record in self._connection.execute(here).scalars():
            del alone[record]
        return list(alone.values())


class _Cover:
    """Which entries the known erasures cover, found without trying every one."""

    def __init__(self, markers: Iterable[Erasure]) -> None:
        self._by_record: dict[str, list[Erasure]] = {}
        self._by_subject: dict[str, list[Erasure]] = {}
        for marker in markers:
            place = self._by_record if marker.record else self._by_subject
            place.setdefault(marker.record or marker.subject, []).append(marker)

    def covers(self, entry: Revision) -> bool:
        markers = self._by_record.get(entry.record, [])
        for code in entry.subjects:
            markers = markers + self._by_subject.get(code, [])
        return any(marker.covers(entry) for marker in markers)


def _fields(states: dict[RecordId, dict[str, list[str]]], name: str) -> set[tuple[RecordId, str]]:
    return {(record, path) for record, state in states.items() for path in state[name]}
