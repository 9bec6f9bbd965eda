"""Two streams of minutes as rows: each part as a heading, and below it the lines of about the same minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from capture_app.domain.abreast import abreast
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.services.agreeing import Agreeing, Stream
from capture_app.ui.capture.faces import kind_word
from capture_app.ui.widgets.headed_rows import HeadedRows
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class LineCell:
    """A line of one stream. taken: it is in the agreed version. marked: it is to be joined with others."""

    line: Line
    taker: str
    taken: bool = False
    marked: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        at, kind = self.line.said_at[11:16], kind_word(self.line.line_kind)
        head = ", ".join(part for part in (self.taker, at, kind) if part)
        state = _("In the agreed version.") if self.taken else _("Marked.") if self.marked else ""
        return f"{head}: {self.line.text} {state}".strip()


@dataclass(frozen=True, slots=True)
class AbreastRow:
    """The heading of a part, or what two takers wrote of about the same minute."""

    title: str = ""
    cells: tuple[LineCell | None, LineCell | None] = (None, None)

    @property
    def key(self) -> str:
        """The ids of its lines; empty for a heading."""
        return "/".join(cell.line.id for cell in self.cells if cell)

    @property
    def words(self) -> str:
        """The heading, or the words of its lines."""
        return self.title or " | ".join(cell.line.text for cell in self.cells if cell)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.title or " ".join(cell.spoken for cell in self.cells if cell)


class AbreastModel(HeadedRows[AbreastRow]):
    """`shown` are the rows."""

    def show(self, told: Agreeing, pair: tuple[RecordId, RecordId], marked: Sequence[RecordId] = ()) -> None:
        """Show the streams with these ids beside each other; an id of no stream leaves its side empty."""
        streams = {one.minutes.id: one for one in told.streams}
        left, right = (streams.get(one) for one in pair)
        self.show_rows(_rows(told, left, right, frozenset(marked)))


def _rows(
    told: Agreeing, left: Stream | None, right: Stream | None, marked: frozenset[RecordId]
) -> Iterator[AbreastRow]:
    titles = {part.id: part.title for part in told.parts}
    for part in (*titles, None):
        mine, theirs = (
            [line for line in stream.lines if _part_of(line, titles) == part] if stream else []
            for stream in (left, right)
        )
        rows = abreast(mine, theirs)
        if rows:
            yield AbreastRow(titles[part] if part else _("Under no part"))
        for one, other in rows:
            yield AbreastRow(
                cells=(_cell(told, left, one, marked), _cell(told, right, other, marked)),
            )


def _part_of(line: Line, titles: dict[RecordId, str]) -> RecordId | None:
    return line.part if line.part in titles else None


def _cell(
    told: Agreeing, stream: Stream | None, line: Line | None, marked: frozenset[RecordId]
) -> LineCell | None:
    if line is None or stream is None:
        return None
    return LineCell(line, stream.minutes.taker, line.id in told.taken, line.id in marked)
