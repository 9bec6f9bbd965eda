"""Full-text search over every text field that records mark as searchable, and over ballots."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from capture_app.domain.record import RecordId
from capture_app.store.log import among
from capture_app.store.statements import Insert
from capture_app.store.tables import search_entry

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "text, content='search_entry', content_rowid='number', tokenize=\"unicode61 remove_diacritics 2\")",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
    "CREATE TRIGGER search_add AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO search(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER search_take AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search(search, rowid, text) VALUES ('delete', old.number, old.text); END",
    "CREATE TRIGGER search_change AFTER UPDATE ON search_entry BEGIN "
    "INSERT INTO search(search, rowid, text) VALUES ('delete', old.number, old.text); "
    "INSERT INTO search(rowid, text) VALUES (new.number, new.text); END",
)
"""`secure-delete` makes an erased word leave the index too; without it the word stays readable there."""

_PUT = Insert(search_entry, replacing="record")
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

    def put(self, entries: Iterable[tuple[RecordId, str, str]]) -> None:
        """Index (record, kind, text) in place of what stood there; a record without text leaves the index."""
        wanted = [{"record": record, "kind": kind, "text": words} for record, kind, words in entries]
        _PUT.run(self._connection, [entry for entry in wanted if entry["text"]])
        self.take([entry["record"] for entry in wanted if not entry["text"]])

    def take(self, records: Sequence[RecordId]) -> None:
        """Take records out of the index."""
        if records:
            self._connection.execute(search_entry.delete().where(among(search_entry.c.record, records)))

    def clear(self) -> None:
        """Forget everything, before a rebuild."""
        self._connection.execute(search_entry.delete())


def query_of(words: str) -> str:
    """What a person typed as a query: every word must occur; the last may be only begun."""
    quoted = ['"{}"'.format(word.replace('"', '""')) for word in words.split()]
    return " ".join(quoted) + "*" if quoted else ""
