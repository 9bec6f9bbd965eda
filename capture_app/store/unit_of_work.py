"""One change of the workspace, or one look at it: nothing is kept unless `commit` was said."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from capture_app.domain.changes import Changes
from capture_app.domain.ids import random_hex
from capture_app.domain.record import RecordId
from capture_app.domain.revision import Erasure, Revision
from capture_app.store.author import Author
from capture_app.store.boxes import Boxes
from capture_app.store.drafts import Drafts
from capture_app.store.engine import FAULTS, sorted_out
from capture_app.store.facts import Facts
from capture_app.store.log import Log
from capture_app.store.merging import Merging, Received
from capture_app.store.projection import Projection
from capture_app.store.records import Records
from capture_app.store.remembered import Memory
from capture_app.store.search import Search
from capture_app.store.suggesting import Suggesting
from capture_app.store.withheld import Withheld


class UnitOfWork:
    """Everything a service can do with a workspace, in one transaction.

    with workspace.unit_of_work() as work:
        work.records.save(line)
        changes = work.commit()

    Faults of the disk or the file come out as StorageTrouble, with a sentence to show. The connection outlives it.
    """

    def __init__(
        self,
        connection: Connection,
        author: Author,
        memory: Memory,
        key_source: Callable[[int], str] = random_hex,
    ) -> None:
        self._connection = connection
        self.author = author
        self._memory = memory
        self.log = Log(connection, memory.markers)
        self.search = Search(connection)
        self.suggesting = Suggesting(connection, self.search)
        self.facts = Facts(connection)
        self.projection = Projection(
            connection, self.log, self.search, author, Withheld(connection, memory.aside)
        )
        self.records = Records(self.log, self.projection, author)
        self.drafts = Drafts(connection, self.records)
        self.boxes = Boxes(connection, self.records, key_source)
        self._merging = Merging(connection, self.log, self.projection, author)

    def __enter__(self) -> Self:
        try:
            self._connection.begin()
        except FAULTS as error:
            raise sorted_out(error) from error
        self._number_before = self.author.number
        self._committed = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._memory.settle(kept=self._committed)
        if not self._committed:
            self.author.number = self._number_before
        self._connection.rollback()
        if not self._committed:
            self._connection.connection.rollback()  # a failed commit is no end, though SQLAlchemy takes it for one
        if isinstance(error, FAULTS):
            raise sorted_out(error) from error

    def commit(self) -> Changes:
        """Keep all of it. Returns what was touched. After this the unit of work is over."""
        try:
            self._connection.commit()
        except FAULTS as error:
            raise sorted_out(error) from error
        self._committed = True
        return Changes.of(self.records.touched)

    def receive(self, entries: list[Revision], markers: list[Erasure]) -> Received:
        """Take in what came from elsewhere; see `store.merging`."""
        result = self._merging.receive(entries, markers)
        self.records.touched |= result.touched
        return result

    def erase(self, marker: Erasure) -> list[RecordId]:
        """Erase what a marker covers, and keep the marker for ever. Gives the records that lost words."""
        erased = self._merging.erase(marker)
        self.records.touched |= {(entry.kind, entry.record) for entry in erased}
        return sorted({entry.record for entry in erased})

    def rebuild(self) -> None:
        """Work out every table derived from the log anew."""
        self.projection.rebuild()
