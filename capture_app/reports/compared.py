"""The groups of a session side by side, for its document: a table for each worksheet (D11, K5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from capture_app.domain.breadth import Comparison, Row, compare
from capture_app.domain.record import RecordId
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Table, Tone
from capture_app.reports.blocks import Row as TableRow
from capture_app.reports.breadth_words import breadth_words, cell_words, stance_words, touched_words
from capture_app.reports.material import Material
from capture_app.reports.places import BETWEEN, NO_GROUP, Places
from capture_app.reports.telling_verdicts import GROUPS_ABREAST
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison, the codes of the groups in the order of the cells, and what each theme is called."""

    comparison: Comparison
    groups: tuple[str, ...]
    themes: Mapping[RecordId, str]


def compared_of(material: Material, places: Places) -> Compared:
    """The groups of a session, with what is being typed at this moment."""
    own = [one for one in material.sheets if not one.response]
    folded = [one for one in material.sheets if one.response and one.form] if material.foldings else []
    found = compare(
        material.groups,
        [*own, *(replace(one, group=one.response) for one in folded)],
        material.forms,
        [line for line in material.lines if not line.deleted],
        material.bonds,
        [node.id for node in material.frame],
        sorted({one.response for one in folded}, key=list(places.written).index),
    )
    return Compared(
        found,
        tuple(places.groups.get(one) or places.written.get(one, NO_GROUP) for one in found.groups),
        {node.id: node.called for node in material.frame},
    )


def compared_told(compared: Compared) -> Iterator[Block]:
    """A section of its own; none where no group has a worksheet with questions."""
    if not compared.comparison.rows:
        return
    yield Heading(_("Groups side by side"))
    if len(compared.groups) == 1:
        yield Prose(_("There is one group, so there is nothing to compare it with."))
        return
    yield Prose(_what_is_counted(), Tone.QUIET)
    if compared.comparison.rows[0].apart:
        yield Prose(
            _(
                "Written responses stand beside the groups, and how widely something was said counts none of them."
            )
        )
    for _worksheet, rows in groupby(compared.comparison.rows, key=lambda row: row.question.worksheet):
        yield from _tables(compared, tuple(rows))


def _what_is_counted() -> str:
    return _(
        "Lines of worksheets are counted (computed); what is parked, and notes of whoever wrote, is not. "
        "A group counts among those that could have spoken of something if the question was on its worksheet, it had "
        "begun that worksheet, and it did not mark the question as not discussed. How each group stood is told line by "
        "line: that nobody objected is not agreement."
    )


def _tables(compared: Compared, rows: Sequence[Row]) -> Iterator[Block]:
    for start in range(0, len(compared.groups), GROUPS_ABREAST):
        groups = compared.groups[start : start + GROUPS_ABREAST]
        share = 0.52 / max(len(groups), 2)
        first = 1 - share * len(groups)
        caption = _("Worksheet “{title}”: {groups} side by side, counts computed")
        yield Table(
            caption=caption.format(title=rows[0].question.title, groups=", ".join(groups)),
            header=(_("Question and theme"), _("How widely"), *groups),
            rows=tuple(_row(compared, row, start) for row in rows),
            widths=(first * 0.6, first * 0.4, *(share for _group in groups)),
            short=_("Groups side by side"),
        )


def _row(compared: Compared, row: Row, start: int) -> TableRow:
    cells = row.cells[start : start + GROUPS_ABREAST]
    names = compared.groups
    return (
        Cell(f"Q{row.question.number}{BETWEEN}{_called(compared, row)}"),
        Cell(breadth_words(row, names), touched_words(row, names)),
        *(Cell(cell_words(cell), stance_words(cell)) for cell in cells),
    )


def _called(compared: Compared, row: Row) -> str:
    if row.theme is None:
        return row.question.prompt
    return compared.themes.get(row.theme) or _("without a theme")
