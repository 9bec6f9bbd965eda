"""Full-text search over every text field that records mark as searchable, and over ballots.

Beside its words each record has a few marks in the index: its kind, its session, whether this laptop wrote it.
A search that is narrowed by them is then one question to the index, which is what keeps it quick in a
hundred thousand lines. `number` says the kind as well, so that hits are counted by kind without reading them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, text

from capture_app.domain.plain import canonical
from capture_app.domain.record import RecordId
from capture_app.domain.shape import SHAPES
from capture_app.store.log import among
from capture_app.store.search_words import query_of
from capture_app.store.tables import search_entry

BALLOT = "Ballot"
"""What single answers are called in the index; they are no records."""

FOUND_IN = (
    BALLOT,
    *sorted(
        (kind for kind, shape in SHAPES.items() if shape.searched), key=lambda kind: (kind == "Line", kind)
    ),
)
"""Every kind the index holds. Its place here, times `STEP`, is where its numbers begin; lines have the highest."""

STEP = 1 << 40

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "text, scope, content='search_entry', content_rowid='number', "
    'tokenize="unicode61 remove_diacritics 2")',
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
    "INSERT INTO search(search, rank) VALUES('rank', 'bm25(1.0, 0.0)')",
    "CREATE TRIGGER search_add AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO search(rowid, text, scope) VALUES (new.number, new.text, new.scope); END",
    "CREATE TRIGGER search_take AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search(search, rowid, text, scope) "
    "VALUES ('delete', old.number, old.text, old.scope); END",
    "CREATE TRIGGER search_change AFTER UPDATE ON search_entry BEGIN "
    "INSERT INTO search(search, rowid, text, scope) "
    "VALUES ('delete', old.number, old.text, old.scope); "
    "INSERT INTO search(rowid, text, scope) VALUES (new.number, new.text, new.scope); END",
)
"""`secure-delete` makes an erased word leave the index too; without it the word stays readable there."""

RANKED = 2000
"""Up to so many hits the best come first; of more, the newest, since nobody reads that far."""

_PUT = (
    "INSERT INTO search_entry (number, record, kind, scope, text) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (record) DO UPDATE "
    "SET kind = excluded.kind, scope = excluded.scope, text = excluded.text"
)
_LAST = "SELECT max(number) FROM search_entry WHERE number BETWEEN ? AND ?"
_BEGIN, _END = "\ufdd0", "\ufdd1"
"""Around words that were found; no text has these."""

_FIND = (
    f"SELECT e.record, e.kind, snippet(search, 0, '{_BEGIN}', '{_END}', '…', 24) AS extract "
    "FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH :asked{more} "
    "ORDER BY {order} LIMIT :most"
)
_COUNT = "SELECT search.rowid / :step AS place, count(*) AS hits FROM search WHERE search MATCH :asked{more} GROUP BY 1"
_BEST, _NEWEST = "rank", "search.rowid DESC"
# The plus keeps the index from being asked anew for each of these numbers.
_OF_THEME = (
    " AND +search.rowid IN (SELECT number FROM search_entry WHERE record IN ("
    "SELECT line FROM the_linetheme WHERE theme IN (SELECT value FROM json_each(:themes)) AND visible_ = 1 UNION "
    "SELECT id FROM the_statement WHERE theme IN (SELECT value FROM json_each(:themes)) AND visible_ = 1))"
)
_USED = (
    " AND +search.rowid {among} (SELECT number FROM search_entry WHERE record IN ("
    "SELECT CASE instr(l.evidence, '/') WHEN 0 THEN l.evidence ELSE substr(l.evidence, 1, instr(l.evidence, '/') - 1) "
    "END FROM the_statementlink l JOIN the_statement s ON s.id = l.statement "
    "WHERE l.visible_ = 1 AND s.visible_ = 1))"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a passage: where it starts and how many characters it has."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words looked for, and the passage with them; `marks` are the words in it."""

    record: RecordId
    kind: str
    extract: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrow:
    """What narrows a search; what is empty narrows nothing.

    same: other themes that count as this one. own: only what this laptop wrote. used: lines and answers a
    statement rests on, or those none does.
    """

    kinds: tuple[str, ...] = ()
    session: RecordId = ""
    theme: RecordId = ""
    same: tuple[RecordId, ...] = ()
    own: bool = False
    used: bool | None = None


NOTHING = Narrow()


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits, how many there are, and how many of each kind whatever kinds are asked for."""

    hits: tuple[Hit, ...]
    count: int
    kinds: Mapping[str, int]


Entry = tuple[RecordId, str, str, str]
"""A record, its kind, its marks (`scope_of`), and its words."""


class Search:
    """The index of one workspace."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, words: str, most: int = 50) -> list[Hit]:
        """Records that hold all these words, as whole words or the beginnings of one; best first."""
        return list(self.look(words, most=most).hits)

    def look(self, words: str, narrow: Narrow = NOTHING, most: int = 50) -> Found:
        """The same, narrowed and counted. Quoted words stand together; marks on letters do not matter."""
        if not query_of(words):
            return Found((), 0, {})
        kinds = self._count(words, replace(narrow, kinds=()))
        wanted = {kind: count for kind, count in kinds.items() if not narrow.kinds or kind in narrow.kinds}
        count = sum(wanted.values())
        order = _BEST if count <= RANKED else _NEWEST
        rows = self._ask(_FIND, words, narrow, order=order, most=most) if count else ()
        return Found(tuple(_hit(row) for row in rows), count, kinds)

    def put(self, entries: Iterable[Entry]) -> None:
        """Index records in place of what stood there; one without words leaves the index."""
        wanted = list(entries)
        if full := [entry for entry in wanted if entry[3]]:
            self._connection.connection.cursor().executemany(_PUT, self._rows(full))
        if len(full) < len(wanted):
            self.take([entry[0] for entry in wanted if not entry[3]])

    def take(self, records: Sequence[RecordId]) -> None:
        """Take records out of the index."""
        if records:
            self._connection.execute(search_entry.delete().where(among(search_entry.c.record, records)))

    def clear(self) -> None:
        """Forget everything, before a rebuild."""
        self._connection.execute(search_entry.delete())

    def _count(self, words: str, narrow: Narrow) -> dict[str, int]:
        rows = self._ask(_COUNT, words, narrow, step=STEP)
        return {FOUND_IN[row.place]: row.hits for row in rows}

    def _ask(
        self, pattern: str, words: str, narrow: Narrow, order: str = "", **values: object
    ) -> Sequence[Any]:
        more = _OF_THEME if narrow.theme else ""
        if narrow.used is not None:
            more += _USED.format(among="IN" if narrow.used else "NOT IN")
        asked = text(pattern.format(more=more, order=order))
        values |= {"themes": canonical([narrow.theme, *narrow.same])} if narrow.theme else {}
        return self._connection.execute(asked, {"asked": _asked(words, narrow), **values}).all()

    def _rows(self, entries: Sequence[Entry]) -> list[tuple[int, str, str, str, str]]:
        """As they are inserted, each with the next number of its kind."""
        last = {kind: self._last(kind) for kind in {entry[1] for entry in entries}}
        rows = []
        for record, kind, scope, words in entries:
            last[kind] += 1
            rows.append((last[kind], record, kind, scope, words))
        return rows

    def _last(self, kind: str) -> int:
        """The highest number in use among those of a kind."""
        first = FOUND_IN.index(kind) * STEP
        cursor = self._connection.connection.cursor()
        cursor.execute(_LAST, (first, first + STEP - 1))
        found = cursor.fetchone()
        return int(found[0]) if found and found[0] is not None else first


def scope_of(kind: str, session: RecordId, *, own: bool = False) -> str:
    """The marks of a record in the index. They begin with a digit, so none can be taken for a word."""
    marks = (kind.lower(), _session_mark(session), "own" if own else "")
    return " ".join(f"0{mark}" for mark in marks if mark)


def _session_mark(session: RecordId) -> str:
    return f"s{session.replace('-', '')}" if session else ""


def _asked(words: str, narrow: Narrow) -> str:
    """The words and the marks, as one question."""
    marks = [
        " OR ".join(f"0{kind.lower()}" for kind in narrow.kinds),
        f'"0{_session_mark(narrow.session)}"' if narrow.session else "",
        "0own" if narrow.own else "",
        "" if narrow.used is None else "0line OR 0ballot",
    ]
    scopes = [f" AND scope : ({mark})" for mark in marks if mark]
    return query_of(words) + "".join(scopes)


def _hit(row: Any) -> Hit:
    marks: list[Mark] = []
    plain = ""
    for piece in str(row.extract).replace("\n", " · ").split(_BEGIN):
        found, ended, rest = piece.partition(_END)
        if ended:
            marks.append(Mark(len(plain), len(found)))
        plain += found + rest
    return Hit(row.record, row.kind, plain, tuple(marks))
