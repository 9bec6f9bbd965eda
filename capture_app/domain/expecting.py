"""What is expected of which sessions, so that something that was never to come does not read as missing (E5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from capture_app.domain.gathered import Gathered
from capture_app.domain.records import Expectation, Session


@dataclass(frozen=True, slots=True)
class Gathering:
    """How many of something are here for a session; `expected` is None where nobody said of which it is expected."""

    what: Gathered
    count: int
    expected: bool | None

    @property
    def missing(self) -> bool:
        """Whether it is expected and not here."""
        return bool(self.expected) and not self.count


def expected(what: Gathered, session: Session, said: Iterable[Expectation]) -> bool | None:
    """Whether something is expected of a session; None where nobody said of which sessions it is.

    Once it is expected of one series, it is expected of no other that is not named too.
    """
    series = [_key(one.series) for one in said if one.what is what]
    return ("" in series or _key(session.series) in series) if series else None


def gathered(
    session: Session, said: Iterable[Expectation], counts: Mapping[Gathered, int]
) -> tuple[Gathering, ...]:
    """All there is to expect, in order, with what is here."""
    known = tuple(said)
    return tuple(Gathering(what, counts.get(what, 0), expected(what, session, known)) for what in Gathered)


def _key(series: str) -> str:
    return " ".join(series.split()).casefold()
