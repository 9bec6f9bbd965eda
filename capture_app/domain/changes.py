"""What a change touched, so that whoever shows those records knows to look again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from capture_app.domain.record import RecordId


@dataclass(frozen=True, slots=True)
class Changes:
    """The records a write touched and their kinds. Truth: empty means nothing changed."""

    records: frozenset[RecordId] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, touched: Iterable[tuple[str, RecordId]]) -> Changes:
        """From (kind, id) pairs."""
        pairs = tuple(touched)
        return cls(frozenset(record for _, record in pairs), frozenset(kind for kind, _ in pairs))

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.records | other.records, self.kinds | other.kinds)

    def __bool__(self) -> bool:
        return bool(self.records)
