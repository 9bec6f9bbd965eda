"""Lines a group finds on its worksheet: the options of a question that asks for a verdict on each (D2, D3, D6, D8).

They are kept like any other line as soon as a group says something to them, and not before. Where a question weighs,
its options are no lines (see `weighing`).
"""

from collections.abc import Collection, Iterable, Iterator

from capture_app.domain.ids import link_id
from capture_app.domain.ordering import spread
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale


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


def not_begun(found: Iterable[Line], begun: Iterable[Line]) -> Iterator[Line]:
    """Those of `begun` of which nothing is in `found`."""
    known = {line.id for line in found}
    return (line for line in begun if line.id not in known)


def _unused(aside: Collection[RecordId], *named: str) -> RecordId:
    record = link_id(*named)
    return _unused(aside, *named, "again") if record in aside else record
