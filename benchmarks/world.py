"""What the benchmarks work on: encrypted workspaces with many lines, and bare connections to rivals of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3.dbapi2 as driver

from capture_app.domain.clock import Clock
from capture_app.domain.codec import body_of
from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.plain import canonical
from capture_app.domain.records import Line
from capture_app.domain.revision import Revision
from capture_app.domain.vocabulary import Side, Stance
from capture_app.sealing import Identity
from capture_app.store.author import Author
from capture_app.store.engine import PRAGMAS
from capture_app.store.key_file import Ways, key_path, read_key
from capture_app.store.workspace import Workspace, create

SAID = (
    "Independence has to show in the funding route and not only in the job description",
    "A host should publish how referrals are refused, not only how they are accepted",
    "One person would publish a yearly list of who pays for each post",
    "Put the values on one page in plain language with translations ready on the first day",
)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that goes afterwards."""
    with TemporaryDirectory() as name:
        yield Path(name)


def workspace(path: Path) -> tuple[Workspace, str]:
    """An empty encrypted workspace and its raw key."""
    identity = Identity.generate()
    made = create(path, Ways(recipients={"lead": identity.recipient}), role="lead")
    return made, read_key(key_path(path), identity)


def bare(path: Path, key: str) -> Any:
    """A bare connection with the same settings as ours."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def lines(count: int, session: str = "session", sheet: str = "", item: str = "") -> list[Line]:
    """So many lines as a scribe writes them."""
    stances, sides = list(Stance), list(Side)
    return [
        Line(
            id=new_id(),
            session=session,
            sheet=sheet,
            item=item,
            text=f"{SAID[number % len(SAID)]}, said {number} times.",
            stance=stances[number % len(stances)],
            side=sides[number % len(sides)],
            order=order,
        )
        for number, order in enumerate(spread(count))
    ]


def revisions(records: list[Line]) -> list[Revision]:
    """The lines as another laptop would send them."""
    author = Author(new_id(), new_id(), "scribe", 0, Clock())
    return [author.write("Line", one.id, canonical(body_of(one)), version=1) for one in records]
