"""The groups of a session side by side: what each said to every question, and how widely it was said (D11, K5)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from capture_app.domain.breadth import NO_THEME, Breadth, Cell, Comparison, Row, Standing, compare
from capture_app.domain.forms.in_writing import as_lines
from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Line
from capture_app.domain.records.capture import said_by_group, still_heard
from capture_app.domain.vocabulary import Heard, LineKind, Stance, Verdict
from capture_app.reports.breadth_words import (
    breadth_words,
    cell_words,
    dissent_words,
    stance_words,
    standing_words,
    touched_words,
)
from capture_app.services.joined_themes import bonds
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.services.written import responses_abreast, sheets_abreast
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "NO_THEME",
    "Breadth",
    "Cell",
    "GroupsCompared",
    "Row",
    "Standing",
    "breadth_words",
    "cell_words",
    "compared_groups",
    "dissent_words",
    "stance_words",
    "standing_words",
    "touched_words",
]


@dataclass(frozen=True, slots=True)
class GroupsCompared:
    """The comparison, what each group is called, in the order of the cells, and the themes by id."""

    comparison: Comparison
    names: tuple[str, ...]
    themes: Mapping[RecordId, ThemeTag]

    def behind(self, row: Row, at: int) -> frozenset[RecordId]:
        """The raw items behind a cell, as the synthesis names them: lines, and answers to the whole question."""
        cell = row.cells[at]
        answers = (link_id("Answer", sheet, row.question.item) for sheet in cell.answered)
        return frozenset((*cell.lines, *answers))

    def find(self, worksheet: RecordId, item: str, theme: RecordId | None) -> Row | None:
        """The row of a question, or of a theme within it; None where it is not there any more."""
        wanted = (worksheet, item, theme)
        rows = self.comparison.rows
        return next(
            (row for row in rows if (row.question.worksheet, row.question.item, row.theme) == wanted), None
        )


class _Said(NamedTuple):
    """What the comparison takes of a line; a session has many."""

    id: RecordId
    sheet: RecordId
    item: str
    stance: Stance | None
    parked: bool
    text: str
    line_kind: LineKind
    verdict: Verdict | None
    heard: Heard | None
    heard_as: str
    heard_stance: str | None

    @property
    def spoken_of(self) -> Heard | None:
        return still_heard(self)

    @property
    def is_said(self) -> bool:
        return said_by_group(self.text, self.line_kind)


def compared_groups(workspace: Workspace, session: RecordId) -> GroupsCompared:
    """The groups of a session side by side, as their worksheets stand."""
    with workspace.unit_of_work() as work:
        return _compared(work, session)


def _compared(work: UnitOfWork, session: RecordId) -> GroupsCompared:
    groups, sheets = work.records.all(Group, session=session), sheets_abreast(work, session)
    forms = {
        one.id: as_lines(one) for one in work.records.all(Form) if one.id in {sheet.form for sheet in sheets}
    }
    written = responses_abreast(work, sheets)
    said = work.projection.values(Line, *_Said._fields, session=session, sheet=[sheet.id for sheet in sheets])
    lines = msgspec.convert(said, list[_Said], strict=False)
    tags = theme_tags(work)
    comparison = compare(
        groups,
        sheets,
        forms,
        lines,
        bonds(work, [line.id for line in lines]),
        [*tags],
        [one.id for one in written],
    )
    return GroupsCompared(comparison, _names([*groups, *written], comparison.groups), tags)


def _names(groups: Sequence[Group], columns: Sequence[RecordId]) -> tuple[str, ...]:
    """The label of each group; with its number before it where another has the same, or it has none."""
    labels = Counter(group.label for group in groups)
    names = {
        group.id: group.label
        if group.label and labels[group.label] == 1
        else _("G{number} {label}").format(number=number, label=group.label).strip()
        for number, group in enumerate(groups, start=1)
    }
    return tuple(names.get(column) or _("Group not listed") for column in columns)
