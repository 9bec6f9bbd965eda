"""What the groups said for something and against it, in two columns, a table for each thing that was weighed (D5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from capture_app.domain.records import Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, Scale
from capture_app.domain.weighing import NEITHER, weighing_of
from capture_app.reports.blocks import Block, Cell, Table
from capture_app.reports.decided import several, verdict_versions
from capture_app.reports.material import Material
from capture_app.reports.names import verdict_words, with_marks
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Point:
    """What a group said; `group` is its place among those of the worksheet, from 0.

    `versions`: where laptops differ about its column, what each of them says.
    """

    text: str
    group: int
    priority: bool
    dissent: bool = False
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """`about` is what was weighed, empty where it has no name; `columns` are for, against, and neither of them."""

    about: str
    columns: tuple[tuple[Point, ...], ...]


def weighed(material: Material, sheets: Sequence[Sheet], key: str, item: Item) -> tuple[Weighed, ...]:
    """Every option in the order of the form, also one nobody spoke of; then what belongs to none. Else empty."""
    columns = weighing_of(item)
    if columns is None:
        return ()
    places = {sheet.id: at for at, sheet in enumerate(sheets)}
    said = [one for one in material.lines if one.sheet in places and one.item == key and one.is_said]
    said.sort(key=lambda line: (places[line.sheet], line.order, line.id))
    found: dict[tuple[int, int], list[Point]] = {}
    versions = material.versions()
    for line in said:
        told = verdict_versions(item.scale, versions.get(line.id, ()))
        point = Point(line.text, places[line.sheet], line.priority, line.spoken_of is Heard.DISSENT, told)
        found.setdefault(columns.column_of(line), []).append(point)
    last = max((about for about, _side in found), default=0)
    return tuple(
        Weighed(columns.label(about), tuple(tuple(found.get((about, at), ())) for at in range(NEITHER + 1)))
        for about in range(max(columns.count, last + 1))
    )


def weighed_told(number: int, found: Sequence[Weighed], groups: Sequence[str]) -> Iterator[Block]:
    """A table for each thing weighed; that two points stand in one row says nothing about them."""
    for one in found:
        columns = one.columns if one.columns[NEITHER] else one.columns[:NEITHER]
        rows = tuple(tuple(_cell(point, groups) for point in row) for row in zip_longest(*columns))
        yield Table(
            caption=_caption(one.about).format(number=number, what=one.about),
            header=_headings()[: len(columns)],
            rows=rows or ((Cell(_("nothing said")),) * NEITHER,),
            widths=(1 / len(columns),) * len(columns),
            short=_("For and against {number}").format(number=number),
        )


def _caption(about: str) -> str:
    return (
        _("Question {number}: for and against {what}") if about else _("Question {number}: for and against")
    )


def _headings() -> tuple[str, ...]:
    return (*verdict_words(Scale.WEIGHING).values(), _("Neither yet"))


def _cell(point: Point | None, groups: Sequence[str]) -> Cell:
    if point is None:
        return Cell()
    note = with_marks(groups[point.group], point)
    return Cell(point.text, "; ".join((note, several(point.versions))) if point.versions else note)
