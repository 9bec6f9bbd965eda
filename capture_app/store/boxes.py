"""Ballot boxes: anonymous answers while a questionnaire is open, and the one entry a closed box leaves.

Each answer rewrites the whole box in one transaction, after which the caller truncates the write-ahead
log, so that no copy is left from which the order of arrival could be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from capture_app.domain.ballots import by_item, sorted_answers
from capture_app.domain.errors import NotPossible
from capture_app.domain.heaps import Answers, Heap, heap_of, how_many, packed, unpacked
from capture_app.domain.ids import new_id, random_hex
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box
from capture_app.domain.vocabulary import Keyed, Promise, WayIn
from capture_app.store.records import Records
from capture_app.store.tables import open_box
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class OpenBox:
    """A box people are still answering into. `count` answers are in it; `expected` were foreseen.

    again: how many paper forms were typed a second time; None before that begins.
    """

    id: RecordId
    session: RecordId
    form: RecordId
    way_in: WayIn
    promise: Promise
    expected: int | None
    threshold: int
    count: int
    again: int | None = None


class Boxes:
    """The open boxes of one workspace. `key_source` makes the random key of a closing box."""

    def __init__(
        self, connection: Connection, records: Records, key_source: Callable[[int], str] = random_hex
    ) -> None:
        self._connection = connection
        self._records = records
        self._key_source = key_source

    def open(
        self,
        session: RecordId,
        form: RecordId,
        way_in: WayIn,
        expected: int | None,
        threshold: int,
        promise: Promise | None = None,
    ) -> RecordId:
        """Open a box. It may be called anonymous only if enough people are expected (practice 2.10).

        Forms on paper never are: whoever collects them may know the hand they are written in. `promise` is what was
        promised elsewhere, where people answered in another tool.
        """
        anonymous = way_in is not WayIn.PAPER and expected is not None and expected >= threshold
        box, promised = new_id(), Promise.ANONYMOUS if anonymous else Promise.CONFIDENTIAL
        self._connection.execute(
            open_box.insert().values(
                id=box,
                session=session,
                form=form,
                way_in=way_in.value,
                promise=(promise or promised).value,
                expected=expected,
                threshold=threshold,
                answers=packed(Heap()),
            )
        )
        return box

    def drop_in(self, box: RecordId, answers: Answers) -> int:
        """Put one respondent's answers in; gives how many are in now."""
        inside = [*unpacked(self._row(box)["answers"]).sheets(), answers]
        self._put(box, answers=heap_of(inside))
        return len(inside)

    def fill(self, box: RecordId, heap: Heap) -> int:
        """Put these in place of all that is in; gives how many are in now."""
        self._row(box)
        self._put(box, answers=heap)
        return heap.count

    def holds(self, box: RecordId, heap: Heap) -> bool:
        """Whether these are what is in, in whatever order."""
        return packed(unpacked(self._row(box)["answers"])) == packed(heap)

    def discard(self, box: RecordId) -> None:
        """Take an open box away, with all that is in."""
        self._row(box)
        self._connection.execute(open_box.delete().where(open_box.c.id == box))

    def type_again(self, box: RecordId, answers: Answers) -> int:
        """Put a paper form that was typed a second time on the second heap; gives how many are on it now (F6)."""
        inside = [*(self.heaps(box)[1] or ()), answers]
        self._put(box, again=heap_of(inside))
        return len(inside)

    def heaps(self, box: RecordId) -> tuple[tuple[Answers, ...], tuple[Answers, ...] | None]:
        """What was typed first, and what was typed again; None before that begins."""
        row = self._row(box)
        first, again = unpacked(row["answers"]), row["again"]
        return first.sheets(), None if again is None else unpacked(again).sheets()

    def put_heaps(self, box: RecordId, first: Sequence[Answers], again: Sequence[Answers]) -> None:
        """Put both heaps in place of those there are, each written whole."""
        self._put(box, answers=heap_of(first), again=heap_of(again))

    def find(self, session: RecordId, form: RecordId, way_in: WayIn) -> OpenBox | None:
        """The box that is open for a form in a session, of one way in; None where there is none."""
        wanted = (open_box.c.session == session, open_box.c.form == form, open_box.c.way_in == way_in.value)
        row = self._connection.execute(select(open_box).where(*wanted)).mappings().first()
        return _open_box(row) if row else None

    def sessions(self) -> dict[RecordId, RecordId]:
        """The session of each box that is open. What is in the boxes is not read."""
        rows = self._connection.execute(select(open_box.c.id, open_box.c.session))
        return {row.id: row.session for row in rows}

    def all(self) -> list[OpenBox]:
        """The boxes that are open."""
        rows = self._connection.execute(select(open_box).order_by(open_box.c.id)).mappings()
        return [_open_box(row) for row in rows]

    def any_open(self) -> bool:
        """Whether a box is open."""
        return bool(self._connection.execute(select(func.count()).select_from(open_box)).scalar_one())

    def close(self, box: RecordId, *, source: str = "", sha256: str = "") -> Box:
        """Close a box: its answers become one record, of which only the closing carries a time.

        Below the threshold the answers are kept item by item, so that they cannot be joined. `source` is the name of
        the file they came in, and `sha256` that of its bytes.
        """
        row = self._row(box)
        inside = unpacked(row["answers"]).sheets()
        joined = len(inside) >= row["threshold"]
        closed = Box(
            id=box,
            session=row["session"],
            form=row["form"],
            way_in=WayIn(row["way_in"]),
            promise=Promise(row["promise"]),
            expected=row["expected"],
            threshold=row["threshold"],
            count=len(inside),
            key=self._key_source(32),
            answers=sorted_answers(inside) if joined else (),
            by_item={} if joined else by_item(inside),
            source=source,
            sha256=sha256,
            keyed=_keyed(row),
        )
        self._connection.execute(open_box.delete().where(open_box.c.id == box))
        self._records.save(closed)
        return closed

    def _put(self, box: RecordId, **heaps: Heap) -> None:
        values = {name: packed(heap) for name, heap in heaps.items()}
        self._connection.execute(open_box.update().where(open_box.c.id == box).values(**values))

    def _row(self, box: RecordId) -> RowMapping:
        row = self._connection.execute(select(open_box).where(open_box.c.id == box)).mappings().first()
        if row is None:
            raise NotPossible(
                _("This questionnaire is closed. Nothing was added. Open a new one for late answers.")
            )
        return row


def _keyed(row: RowMapping) -> Keyed:
    """Typed twice is only what was compared and agrees; either heap may have been stored by an earlier edition."""
    if WayIn(row["way_in"]) is not WayIn.PAPER:
        return Keyed.NOT_KEYED
    if row["again"] is None:
        return Keyed.ONCE
    first, again = (packed(unpacked(row[name])) for name in ("answers", "again"))
    return Keyed.TWICE if first == again else Keyed.ONCE


def _open_box(row: RowMapping) -> OpenBox:
    return OpenBox(
        id=row["id"],
        session=row["session"],
        form=row["form"],
        way_in=WayIn(row["way_in"]),
        promise=Promise(row["promise"]),
        expected=row["expected"],
        threshold=row["threshold"],
        count=how_many(row["answers"]),
        again=None if row["again"] is None else how_many(row["again"]),
    )
