"""Lines a group finds on its worksheet: the options of a question that asks for a verdict on each (D2, D3, D6, D8).

They are kept like any other line as soon as a group says something to them, and not before. Where a question weighs,
its options are no lines (see `weighing`).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from capture_app.domain.ids import link_id
from capture_app.domain.ordering import spread
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale

_SAYS_NOTHING = ("text", "said_at", "side", "order", "heard", "heard_as", "heard_stance")
"""Fields of an option that say nothing by themselves, once its words are those of the form."""


def option_lines(
    sheet: Sheet, key: str, item: Item, aside: Collection[RecordId] = frozenset()
) -> Iterator[Line]:
    """What a group begins with, in the order of the form.

    Their ids are the same on every laptop, so that two who write on one sheet write on the same line. Where the
    line of an option is set `aside`, the option stands there once more, as another line.
    """
    if item.scale in (Scale.NONE, Scale.WEIGHING):
        return
    for option, order in zip(item.options, spread(len(item.options)), strict=True):
        yield Line(
            id=_unused(aside, Line.__name__, sheet.id, key, option.id),
            session=sheet.session,
            sheet=sheet.id,
            item=key,
            option=option.id,
            text=option.label.strip(),
            order=order,
        )


def is_option(line: Line, scale: Scale) -> bool:
    """Whether a line of a question with this scale is an option itself, and not a point somebody made."""
    return bool(line.option) and scale is not Scale.WEIGHING


def says_nothing(line: Line, item: Item | None) -> bool:
    """Whether a line is an option of its question as the form has it, and the group has said nothing to it.

    When a verdict is taken back and no word is left, it is (D2). Where and when it was said alone is nothing, and so
    is what a group said when the verdict was read back to it.
    """
    if item is None or not is_option(line, item.scale):
        return False
    label = next((one.label.strip() for one in item.options if one.id == line.option), None)
    bare = Line(id=line.id, session=line.session, sheet=line.sheet, item=line.item, option=line.option)
    same: dict[str, Any] = {name: getattr(line, name) for name in _SAYS_NOTHING}
    return line.text.strip() == label and line == replace(bare, **same)


def not_begun(found: Iterable[Line], begun: Iterable[Line]) -> Iterator[Line]:
    """Those of `begun` of which nothing is in `found`."""
    known = {line.id for line in found}
    return (line for line in begun if line.id not in known)


def _unused(aside: Collection[RecordId], *named: str) -> RecordId:
    record = link_id(*named)
    return _unused(aside, *named, "again") if record in aside else record
