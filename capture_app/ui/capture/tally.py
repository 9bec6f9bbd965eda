"""The counts of a worksheet kept right while one writes, without reading all its lines again at each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from capture_app.domain.quoting import is_unfinished
from capture_app.domain.records import Line
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import ItemKind, SheetState
from capture_app.services.pages import ItemView, SheetView

_Counted = tuple[str, object, bool, bool, bool]


def recounted(sheet: SheetView, before: Line | None, after: Line | None) -> SheetView:
    """The worksheet after a line with words became another; None where there is none. The same if nothing counts."""
    if _counted(before) == _counted(after):
        return sheet
    sides = Counter(sheet.sides)
    items: Counter[str] = Counter()
    unfinished: Counter[str] = Counter()
    parked, unheard = sheet.parked, sheet.unheard
    for line, by in ((before, -1), (after, 1)):
        if line is None:
            continue
        if line.side is not None:
            sides[line.side] += by
        parked += by * line.parked
        unheard += by * _is_unheard(line)
        items[line.item] += by * (not line.parked)
        unfinished[line.item] += by * _waits(line)
    return replace(
        sheet,
        sides=dict(sides),
        parked=parked,
        unheard=unheard if sheet.sheet.state is SheetState.READ_BACK else 0,
        items=tuple(_moved(item, items[item.id], unfinished[item.id]) for item in sheet.items),
    )


def reanswered(sheet: SheetView, item: str, answer: Answer | None) -> SheetView:
    """The worksheet with another answer to one question."""
    items = tuple(replace(one, answer=answer) if one.id == item else one for one in sheet.items)
    return replace(sheet, items=items)


def _counted(line: Line | None) -> _Counted | None:
    return (line.item, line.side, line.parked, _is_unheard(line), _waits(line)) if line else None


def _is_unheard(line: Line) -> bool:
    return line.is_said and line.spoken_of is None


def _waits(line: Line) -> bool:
    return is_unfinished(line) and not line.parked


def _moved(item: ItemView, by: int, unfinished: int) -> ItemView:
    if item.item.kind is not ItemKind.LINES or not (by or unfinished):
        return item
    return replace(item, lines=item.lines + by, unfinished=item.unfinished + unfinished)
