"""Where the lines of agreed minutes come from, and what was changed there since (E1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from capture_app.domain.agreed import is_reworded
from capture_app.domain.codec import read_body
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, LineSource, Minutes
from capture_app.store.unit_of_work import UnitOfWork

__all__ = ["Origin", "origins", "reworded"]


@dataclass(frozen=True, slots=True)
class Origin:
    """A line from which an agreed one was taken: whose it is, the time at which it was said, "11:17", and its words.

    before: the words it had when it was taken over; None where they are not here, or were erased. now: the words it
    has; None where it was taken away, set aside or erased.
    """

    line: RecordId
    taker: str
    at: str
    before: str | None
    now: str | None

    @property
    def gone(self) -> bool:
        """Whether it is no longer there."""
        return self.now is None

    @property
    def changed(self) -> bool:
        """Whether its words are others than those that were taken over."""
        return self.now is not None and self.before is not None and self.now != self.before


def reworded(text: str, sources: Sequence[Origin]) -> bool:
    """Whether an agreed line was worded otherwise than what was taken over; False where that is no longer known."""
    words = [one.now if one.before is None else one.before for one in sources]
    known = [one for one in words if one is not None]
    return bool(known) and len(known) == len(words) and is_reworded(text, known)


def origins(work: UnitOfWork, lines: Sequence[RecordId]) -> dict[RecordId, tuple[Origin, ...]]:
    """The origins of each of these lines, in the order of their times."""
    found: dict[RecordId, list[Origin]] = {}
    for source in work.records.all(LineSource, line=list(lines)) if lines else ():
        found.setdefault(source.line, []).append(_origin(work, source))
    return {line: tuple(sorted(those, key=lambda one: (one.at, one.line))) for line, those in found.items()}


def _origin(work: UnitOfWork, source: LineSource) -> Origin:
    line = work.records.find(Line, source.taken_from)
    stream = work.records.find(Minutes, line.minutes) if line else None
    now = line.text if line and not line.deleted and line.text else None
    return Origin(
        source.taken_from,
        stream.taker if stream else "",
        line.said_at[11:16] if line else "",
        _before(work, source, now),
        now,
    )


def _before(work: UnitOfWork, source: LineSource, now: str | None) -> str | None:
    """What stood there then. Where two versions stood, the one that still stands counts as what was taken."""
    stood = set(source.stood.split())
    texts = [
        str(read_body(entry.kind, entry.version, entry.body).get("text") or "")
        for entry in work.records.history(source.taken_from)
        if entry.id in stood and entry.body is not None
    ]
    return now if now in texts else next(iter(texts), None)
