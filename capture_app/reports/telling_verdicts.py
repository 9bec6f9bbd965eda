"""A table for each question on which groups decided line by line."""

from collections.abc import Iterator

from capture_app.reports.blocks import Block, Cell, Row, Table
from capture_app.reports.names import with_marks
from capture_app.reports.verdicts import Decision, Judged
from capture_app.reports.worksheets import Asked
from capture_app.words import _

GROUPS_ABREAST = 4
"""Groups shown side by side in one table; more go into another below it."""


def decisions_told(asked: Asked, groups: tuple[str, ...]) -> Iterator[Block]:
    """What each group decided, side by side; what a group added stands below the list."""
    for start in range(0, len(groups), GROUPS_ABREAST):
        abreast = groups[start : start + GROUPS_ABREAST]
        share = 0.64 / max(len(abreast), 2)
        yield Table(
            caption=_("Question {number}: what the groups decided").format(number=asked.number),
            header=(asked.prompt, *abreast),
            rows=tuple(_row(one, start, start + GROUPS_ABREAST) for one in asked.judged),
            widths=(1 - share * len(abreast), *(share for _group in abreast)),
            short=_("Decisions {number}").format(number=asked.number),
        )


def _row(one: Judged, start: int, end: int) -> Row:
    what = Cell(one.what, _("added by a group") if one.added else "")
    return what, *(_cell(decision) for decision in one.decisions[start:end])


def _cell(decision: Decision | None) -> Cell:
    if decision is None:
        return Cell(_("nothing said"))
    return Cell(with_marks(decision.word or _("no decision"), decision), decision.why)
