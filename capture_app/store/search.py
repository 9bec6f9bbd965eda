"""Full-text search over every text field that records mark as searchable, and over ballots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from capture_app.domain.record import RecordId
from capture_app.store.log import chunks
from capture_app.store.tables import search_entry

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "text, content='search_entry', content_rowid='number', tokenize=\"unicode61 remove_diacritics 2\")",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
)
"""`secure-delete` makes an erased word leave the index too; without it the word stays readable there."""

_ADD = text("INSERT INTO search(rowid, text) VALUES(:number, :text)")
_TAKE = text("INSERT INTO search(search, rowid, text) VALUES('delete', :number, :text)")
_FIND = text(
    "SELECT e.record, e.kind, snippet(search, 0, '', '', '…', 24) AS extract "
    "FROM search JOIN search_entry e ON e.number = search.rowid "
    "WHERE search MATCH :words ORDER BY rank LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words looked for, with the passage around them."""

    record: RecordId
    kind: str
    extract: str


class Search:
    """The index of one workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, words: str, most: int = 50) -> list[Hit]:
        """Records that hold all these words, as whole words or the beginnings of one; best first."""
        asked = query_of(words)
        if not asked:
            return []
        rows = self._connection.execute(_FIND, {"words": asked, "most": most})
        return [Hit(row.record, row.kind, row.extract) for row in rows]

    def put(self, entries: Iterable[tuple[RecordId, str, str]], fresh: bool = False) -> None:
        """Index (record, kind, text); what stood there for a record goes. `fresh`: nothing can stand there."""
        wanted = list(entries)
        if not fresh:
            self.take([record for record, _, _ in wanted])
        rows = [
            {"number": number, "record": record, "kind": kind, "text": words}
            for number, (record, kind, words) in enumerate(
                (entry for entry in wanted if entry[2]), start=self._last_number() + 1
            )
        ]
        if not rows:
            return
        self._connection.execute(search_entry.insert(), rows)
        self._connection.execute(_ADD, rows)

    def take(self, records: Sequence[RecordId]) -> None:
        """Take records out of the index."""
        for chunk in chunks(records):
            found = self._connection.execute(select(search_entry).where(search_entry.c.record.in_(chunk)))
            rows: list[dict[str, Any]] = [dict(row) for row in found.mappings()]
            if rows:
                self._connection.execute(_TAKE, rows)
                gone = search_entry.delete().where(search_entry.c.number == bindparam("gone"))
                self._connection.execute(gone, [{"gone": row["number"]} for row in rows])

    def clear(self) -> None:
        """Forget everything, before a rebuild."""
        self._connection.execute(text("INSERT INTO search(search) VALUES('delete-all')"))
        self._connection.execute(search_entry.delete())

    def _last_number(self) -> int:
        last = select(search_entry.c.number).order_by(search_entry.c.number.desc()).limit(1)
        return self._connection.execute(last).scalar() or 0


def query_of(words: str) -> str:
    """What a person typed as a query: every word must occur; the last may be only begun."""
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in words.split()]
    return " ".join(quoted) + "*" if quoted else ""
