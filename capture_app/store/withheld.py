"""What is set aside on this laptop, and all that hangs on it: shown on no page, found by no search (practice 2.11).

The log keeps every word of it. What is derived from the log shows these records as if they had been taken away,
so that whoever asks for lines, counts or evidence need not know that anything is set aside.
"""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection, bindparam, func, select

from capture_app.domain.plain import canonical
from capture_app.domain.record import RecordId
from capture_app.domain.view import View
from capture_app.store import asking
from capture_app.store.log import Named
from capture_app.store.projected import PROJECTED
from capture_app.store.remembered import Remembered
from capture_app.store.statements import Query

SET_ASIDE = "SetAside"
"""The kind that says so."""

HANGS_ON: Mapping[str, tuple[str, ...]] = {
    "AnswerTheme": ("theme",),
    "LineSource": ("line", "taken_from"),
    "LineTheme": ("line", "theme"),
    "StatementLink": ("evidence",),
    "ThemeLabel": ("theme",),
}
"""Kinds that say something about a line or topic, and the fields that name it: they are withheld with it."""


class Withheld:
    """The records of one workspace that are set aside."""

    def __init__(self, connection: Connection, named: Remembered[frozenset[RecordId]]) -> None:
        self._connection = connection
        self._named = named

    @property
    def named(self) -> frozenset[RecordId]:
        """The lines and topics that are set aside themselves."""
        return self._named.get(self._read)

    def forget(self) -> None:
        """Something was set aside or brought back: look again."""
        self._named.forget()

    def _read(self) -> frozenset[RecordId]:
        found = asking.values(self._connection, SET_ASIDE, ("record",), {})
        return frozenset(record for (record,) in found)

    def hides(self, current: View) -> bool:
        """Whether a record is set aside, or hangs on one that is."""
        named = self.named
        if not named or current.kind == SET_ASIDE:
            return False
        ends = (current.body.get(field) for field in HANGS_ON.get(current.kind, ()))
        return current.record in named or not named.isdisjoint(str(end) for end in ends)

    def records(self) -> frozenset[RecordId]:
        """Every record that is set aside, and every one that hangs on those."""
        return self.named | {record for _kind, record in self.hanging_on(self.named)}

    def hanging_on(self, ends: frozenset[RecordId]) -> frozenset[Named]:
        """The records that hang on these, deleted ones too."""
        if not ends:
            return frozenset()
        wanted = canonical(sorted(ends))
        return frozenset(
            (kind, record)
            for kind, fields in HANGS_ON.items()
            for field in fields
            for (record,) in _hanging(kind, field).tuples(self._connection, wanted)
        )


@cache
def _hanging(kind: str, field: str) -> Query:
    """The records of a kind, deleted ones too, in which a field names one of several."""
    table = PROJECTED[kind].table
    ends = func.json_each(bindparam("ends")).table_valued("value")
    return Query(select(table.c.id).where(table.c[field].in_(select(ends.c.value))))
