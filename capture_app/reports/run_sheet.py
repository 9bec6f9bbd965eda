"""The run sheet of a session on paper: its parts with planned times, owners and rules, and room for real times."""

from collections.abc import Iterator

from capture_app.domain.records import AgendaPart
from capture_app.domain.vocabulary import Rule
from capture_app.reports.blocks import Block, Cell, Notice, Prose, Report, Row, Table, Tone
from capture_app.reports.names import rule_word
from capture_app.reports.session_paper import (
    SessionPaper,
    project_line,
    ruled_parts,
    session_line,
    session_name,
)
from capture_app.words import _, n_

DAY = 24 * 60


def run_sheet_of(paper: SessionPaper) -> Report:
    """The run sheet (B6). Equal material gives an equal document."""
    return Report(
        title=_("Run sheet of {session}").format(session=session_name(paper)),
        above=project_line(paper),
        below=session_line(paper),
        every_page=paper.consultation.invented,
        blocks=tuple(run_sheet_told(paper)),
    )


def run_sheet_told(paper: SessionPaper) -> Iterator[Block]:
    """The table of parts, and what their rules ask."""
    if not paper.parts:
        yield Prose(_("No agenda is recorded for this session yet."))
        return
    yield Table(
        caption=_("Parts of the session as planned, with room for the times they really began"),
        header=(_("Planned"), _("Minutes"), _("Part"), _("Owner"), _("Rule"), _("Began")),
        rows=tuple(map(_row, paper.parts)),
        widths=(0.15, 0.12, 0.29, 0.19, 0.13, 0.12),
        numbers=frozenset({1}),
        short=_("Run sheet"),
        by_hand=True,
    )
    known = [part.planned_minutes for part in paper.parts if part.planned_minutes is not None]
    if known:
        yield Prose(_length(sum(known), len(paper.parts) - len(known)), Tone.QUIET)
    for rule, words in ruled_parts(paper):
        yield Notice(rule, words)


def ends_at(part: AgendaPart) -> str:
    """When a part ends as planned, "12:30"; empty where its start or length is not known."""
    hour, _colon, minute = part.planned_start.partition(":")
    if part.planned_minutes is None or not (hour.isdecimal() and minute.isdecimal()):
        return ""
    end = (int(hour) * 60 + int(minute) + part.planned_minutes) % DAY
    return f"{end // 60:02}:{end % 60:02}"


def _row(part: AgendaPart) -> Row:
    end = ends_at(part)
    planned = f"{part.planned_start}–{end}" if end else part.planned_start
    minutes = "" if part.planned_minutes is None else str(part.planned_minutes)
    rule = "" if part.rule is Rule.OPEN else rule_word(part.rule)
    return Cell(planned), Cell(minutes), Cell(part.title), Cell(part.owner), Cell(rule), Cell()


def _length(minutes: int, unknown: int) -> str:
    said = _("Planned minutes together: {minutes} (computed).").format(minutes=minutes)
    if not unknown:
        return said
    left = n_("{count} part has no length yet.", "{count} parts have no length yet.", unknown)
    return f"{said} {left}"
