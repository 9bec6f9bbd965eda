"""What is being typed: kept at once, here only, and made a change of the record when the typing rests."""

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select
from sqlalchemy.dialects.sqlite import insert

from capture_app.domain.codec import body_of, record_of
from capture_app.domain.plain import canonical, read_plain
from capture_app.domain.record import Record, RecordId, kind_of
from capture_app.domain.records import KINDS
from capture_app.domain.revision import Revision
from capture_app.domain.seen import Seen
from capture_app.store.records import Records
from capture_app.store.tables import draft


@dataclass(frozen=True, slots=True)
class Draft:
    """A record being edited, and what its author had seen when they began."""

    record: Record
    seen: Seen


class Drafts:
    """The drafts of one workspace."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records

    def put(self, record: Record, seen: Seen) -> None:
        """Keep what is typed so far. Once committed it survives a crash or a power cut."""
        values = {
            "record": record.id,
            "kind": kind_of(record),
            "parents": canonical(seen.parents),
            "saw": canonical(seen.saw),
            "base": None if seen.body is None else canonical(seen.body),
            "body": canonical(body_of(record)),
        }
        change = insert(draft).values(values)
        self._connection.execute(
            change.on_conflict_do_update(index_elements=["record"], set_={"body": change.excluded.body})
        )

    def get(self, record: RecordId) -> Draft | None:
        """The draft of a record, if it is being edited."""
        row = self._connection.execute(select(draft).where(draft.c.record == record)).mappings().first()
        return _draft(row) if row else None

    def all(self) -> list[Draft]:
        """Every draft."""
        rows = self._connection.execute(select(draft).order_by(draft.c.record)).mappings()
        return [_draft(row) for row in rows]

    def shown(self) -> list[Draft]:
        """Every draft that may be shown: none of a line that is set aside."""
        return [one for one in self.all() if not self._records.is_set_aside(one.record.id)]

    def keep(self, record: RecordId) -> Revision | None:
        """Make a draft a change of its record; None if there is no draft or it changed nothing."""
        found = self.get(record)
        if found is None:
            return None
        self.drop(record)
        return self._records.save(found.record, found.seen)

    def keep_all(self) -> list[Revision]:
        """Make every draft a change: before an export, a merge, a lock and a close, and after a crash."""
        kept = [self.keep(found.record.id) for found in self.all()]
        return [entry for entry in kept if entry is not None]

    def drop(self, record: RecordId) -> None:
        """Forget a draft."""
        self._connection.execute(draft.delete().where(draft.c.record == record))


def _draft(row: RowMapping) -> Draft:
    body = read_plain(row["body"])
    seen = Seen(
        tuple(read_plain(row["parents"])),
        tuple(read_plain(row["saw"])),
        None if row["base"] is None else read_plain(row["base"]),
    )
    return Draft(record_of(KINDS[row["kind"]], row["record"], body), seen)
