"""The current records: derived from the log, kept in step with it, and rebuilt from it at any time."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import Connection, RowMapping, select

from capture_app.domain.ballots import ballots_of
from capture_app.domain.codec import Body
from capture_app.domain.plain import canonical, read_plain
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import KINDS, Box, Session
from capture_app.domain.revision import Revision
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import Conflict, View, view
from capture_app.store import asking
from capture_app.store.author import Author
from capture_app.store.log import Log, among, batched
from capture_app.store.projected import PROJECTED, STATES, Projected, Row
from capture_app.store.search import BALLOT, Entry, Search, scope_of
from capture_app.store.tables import ballot
from capture_app.store.withheld import SET_ASIDE, Withheld

R = TypeVar("R", bound=Record)

REBUILD_STEP = 2000
"""Records projected at a time during a rebuild: bounds the memory it takes."""


class Shown(NamedTuple):
    """A record as it stands, and whether this laptop wrote any of it."""

    view: View
    own: bool


class Projection:
    """The records of one workspace as they stand."""

    def __init__(
        self, connection: Connection, log: Log, search: Search, author: Author, withheld: Withheld
    ) -> None:
        self._connection = connection
        self._author = author
        self._log = log
        self._search = search
        self.withheld = withheld

    def find(self, kind: type[R], record: RecordId) -> R | None:
        """A record, deleted or not; None if it is not here."""
        row = self.row(kind.__name__, record)
        return cast(R, PROJECTED[kind.__name__].record(row)) if row else None

    def row(self, kind: str, record: RecordId) -> Row | None:
        """A record's table row with its state."""
        found = PROJECTED[kind].one.run(self._connection, record)
        return found[0] if found else None

    def all(self, kind: type[R], **equal: object) -> list[R]:
        """The visible records of a kind whose fields equal these values, or one of several, in their order."""
        projected = PROJECTED[kind.__name__]
        return [cast(R, projected.record(row)) for row in self.rows(kind, **equal)]

    def rows(self, kind: type[Record], **equal: object) -> Iterator[Row]:
        """The table rows of the same records, with their state."""
        return asking.rows(self._connection, kind.__name__, equal)

    def count(self, kind: type[Record], **equal: object) -> int:
        """How many visible records of a kind have these values."""
        return self.tally(kind, (), **equal)[()]

    def tally(self, kind: type[Record], by: Sequence[str], **equal: object) -> Counter[tuple[Any, ...]]:
        """How many visible records of a kind have these values, for each combination of the fields in `by`."""
        found = asking.tally(self._connection, kind.__name__, by, equal)
        return Counter({row[:-1]: row[-1] for row in found})

    def every(self, kind: type[R]) -> Iterator[tuple[R, str | None]]:
        """All records of a kind by id, deleted ones too, each with its state."""
        projected = PROJECTED[kind.__name__]
        for row in asking.every(self._connection, kind.__name__):
            yield cast(R, projected.record(row)), row["state_"]

    def values(self, kind: type[Record], *names: str, **equal: object) -> Sequence[tuple[Any, ...]]:
        """These fields of the visible records whose fields equal these values, by id; no text becomes a list.

        A third of the work of reading them whole.
        """
        return asking.values(self._connection, kind.__name__, names, equal)

    def values_of_every(self, kind: type[Record], *names: str) -> Sequence[tuple[Any, ...]]:
        """The same of all records of a kind, deleted ones too."""
        return asking.values_of_every(self._connection, kind.__name__, names)

    def ballots(self, session: RecordId) -> list[RowMapping]:
        """The single answers of a session's closed boxes, in the order of ids that say nothing."""
        found = select(ballot).where(ballot.c.session == session).order_by(ballot.c.id)
        return list(self._connection.execute(found).mappings())

    def sheets(
        self, session: RecordId, form: RecordId, without: Collection[RecordId] = ()
    ) -> Sequence[tuple[RecordId, str]]:
        """The ballots of a form in a session, in the same order: ids, and all answers on each as JSON text.

        without: boxes that are left out.
        """
        asked = (ballot.c.session == session, ballot.c.form == form, ballot.c.box.not_in(without))
        found = select(ballot.c.id, ballot.c.answers).where(*asked).order_by(ballot.c.id)
        return [(key, answers) for key, answers in self._connection.execute(found).all()]

    def ballot(self, wanted: str) -> RowMapping | None:
        """One single answer of a closed box; None if it is not here."""
        return self._connection.execute(select(ballot).where(ballot.c.id == wanted)).mappings().first()

    def conflicts(self) -> list[Conflict]:
        """Every field of every record in which several values stand."""
        found: list[Conflict] = []
        for record, state in sorted(self.states().items()):
            if state["conflicts"]:
                current = view(self._log.of_record(record))
                found.extend(() if self.withheld.hides(current) else current.conflicts)
        return found

    def states(self) -> dict[RecordId, dict[str, list[str]]]:
        """What there is to say about records beyond their values, for those of which there is anything."""
        aside = self.withheld.named
        found = self._connection.execute(STATES)
        return {record: read_plain(state) for record, state in found if record not in aside}

    def show(self, current: View, fresh: bool = False) -> None:
        """Put one view of what was written here in its table, and its words in the index."""
        projected = PROJECTED[current.kind]
        current = self._as_shown(current)
        self._write(projected, [projected.row(current)], fresh)
        self._search.put(_indexed([Shown(current, own=True)], fresh))
        if current.kind == Box.__name__:
            self._show_ballots([current])
        self._follow_set_aside([Shown(current, own=True)])

    def refresh(self, records: Iterable[RecordId]) -> None:
        """Work out these records anew from the log."""
        for step in batched(sorted(records), REBUILD_STEP):
            self._follow_set_aside(self._work_out(step))

    def introduce(self, entries: Sequence[Revision]) -> None:
        """Show records of which these single revisions are all there is. Nothing of them is shown yet."""
        device = self._author.device
        known = [entry for entry in entries if entry.kind in KINDS]
        shown = [Shown(view([entry]), entry.device == device) for entry in known]
        self._show_all(shown, fresh=True)
        self._follow_set_aside(shown)

    def rebuild(self) -> None:
        """Forget every table derived from the log and work all of it out again."""
        for projected in PROJECTED.values():
            self._connection.execute(projected.table.delete())
        self._connection.execute(ballot.delete())
        self._search.clear()
        self.withheld.forget()
        for step in batched(_views(self._log.everything(), self._author.device), REBUILD_STEP):
            self._show_all(step, fresh=True)
        self.withheld.forget()
        self._work_out(sorted(self.withheld.records()))

    def _work_out(self, records: Sequence[RecordId]) -> list[Shown]:
        ordered = sorted(self._log.of_records(records), key=lambda entry: entry.record)
        shown = list(_views(ordered, self._author.device))
        self._forget((set(records) - {one.view.record for one in shown}) | _of_several_kinds(ordered))
        self._show_all(shown)
        return shown

    def _forget(self, records: set[RecordId]) -> None:
        """Take away records before they are shown anew as another kind, or because all of them is set aside."""
        if records:
            self.withheld.forget()
            for projected in PROJECTED.values():
                gone = among(projected.table.c.id, sorted(records))
                self._connection.execute(projected.table.delete().where(gone))
            self._search.take(sorted(records))

    def _show_all(self, wanted: Iterable[Shown], fresh: bool = False) -> None:
        shown = [Shown(self._as_shown(one.view), one.own) for one in wanted]
        rows: dict[str, list[dict[str, Any]]] = {}
        for current in (one.view for one in shown):
            rows.setdefault(current.kind, []).append(PROJECTED[current.kind].row(current))
        for kind, batch in rows.items():
            self._write(PROJECTED[kind], batch, fresh)
        self._search.put(_indexed(shown, fresh))
        self._show_ballots([one.view for one in shown if one.view.kind == Box.__name__])

    def _as_shown(self, current: View) -> View:
        """What is set aside here is not visible, whatever stands in it (practice 2.11)."""
        return replace(current, visible=False) if self.withheld.hides(current) else current

    def _follow_set_aside(self, shown: Iterable[Shown]) -> None:
        """Lines that were set aside or brought back are worked out anew, with all that hangs on them."""
        ends = frozenset(str(one.view.body["record"]) for one in shown if one.view.kind == SET_ASIDE)
        if ends:
            self.withheld.forget()
            hanging = {record for _kind, record in self.withheld.hanging_on(ends)}
            self._work_out(sorted(ends | hanging))

    def _write(self, projected: Projected, rows: list[dict[str, Any]], fresh: bool) -> None:
        (projected.adding if fresh else projected.replacing).run(self._connection, rows)

    def _show_ballots(self, boxes: Sequence[View]) -> None:
        """Fill in the single answers of closed boxes, in the order of ids that say nothing."""
        for current in boxes:
            box = cast(Box, _record(current))
            old = list(self._connection.execute(select(ballot.c.id).where(ballot.c.box == box.id)).scalars())
            self._search.take(old)
            self._connection.execute(ballot.delete().where(ballot.c.box == box.id))
            found = sorted(ballots_of(box), key=lambda one: one.id) if current.visible else []
            if found:
                self._connection.execute(
                    ballot.insert(),
                    [
                        {
                            "id": one.id,
                            "box": box.id,
                            "session": box.session,
                            "form": box.form,
                            "answers": canonical(one.plain()),
                        }
                        for one in found
                    ],
                )
                scope = scope_of(BALLOT, box.session)
                self._search.put([(one.id, BALLOT, scope, one.words()) for one in found])


def _views(entries: Iterable[Revision], device: str) -> Iterator[Shown]:
    """A view for each record, from entries that stand record by record; unknown kinds wait in the log."""
    for _, group in groupby(entries, key=lambda entry: entry.record):
        entries = list(group)
        kind = min(entries, key=lambda entry: entry.id).kind
        if kind in KINDS:
            own = any(entry.device == device for entry in entries)
            yield Shown(view(entry for entry in entries if entry.kind == kind), own)


def _of_several_kinds(entries: Iterable[Revision]) -> set[RecordId]:
    """Records that were given several kinds; only a forged bundle does that. The lowest id decides."""
    kinds: dict[RecordId, str] = {}
    return {entry.record for entry in entries if kinds.setdefault(entry.record, entry.kind) != entry.kind}


def _record(current: View) -> Record:
    projected = PROJECTED[current.kind]
    return projected.record(projected.values(current.record, current.body))


def _indexed(shown: Iterable[Shown], fresh: bool) -> Iterator[Entry]:
    """What goes into the index. A kind without searchable fields, or a new record without words, never was in it."""
    for current, own in shown:
        if SHAPES[current.kind].searched:
            words = words_of(current.kind, current.body) if current.visible else ""
            if words or not fresh:
                scope = scope_of(current.kind, _session_of(current), own=own)
                yield current.record, current.kind, scope, words


def _session_of(current: View) -> RecordId:
    """The session a record belongs to, itself if it is one; empty where it belongs to none."""
    if current.kind == Session.__name__:
        return current.record
    return str(current.body.get("session") or "")


def words_of(kind: str, body: Body) -> str:
    """The searchable text of a body."""
    return "\n".join(str(body[name]) for name in SHAPES[kind].searched if body.get(name))
