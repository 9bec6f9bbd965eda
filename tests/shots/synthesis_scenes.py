"""Scenes: writing the synthesis of a session, and its groups side by side."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import link_id, new_id
from capture_app.domain.record import Record
from capture_app.domain.records import Form, Group, Line, LineTheme, Sheet, Theme
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Certainty, Given, Heard, LineKind, Stance
from capture_app.services.capturing import fill_in
from capture_app.services.comparing import Breadth
from capture_app.services.entering import Entered
from capture_app.services.reading_back import mark
from capture_app.ui.synthesis_page import SynthesisPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def synthesis(stage: Stage) -> QWidget:
    """Statements and the lines behind them."""
    window = stage.window(stage.lead())
    stage.page(window, "synthesis")
    return window


def synthesis_answers(stage: Stage) -> QWidget:
    """The figure of each group beside the lines of its question."""
    entered = stage.lead()

    def fill() -> None:
        with entered.workspace.unit_of_work() as work:
            sheets = [one for one in work.records.all(Sheet) if work.records.get(Form, one.form).items]
        for sheet, value in zip(sheets, ("30", "45"), strict=False):
            estimate = Answer(value=value, unit="%", of="clients", certainty=Certainty.ESTIMATE)
            fill_in(entered.workspace, sheet.id, "share", estimate)

    in_lane(stage.jobs, fill)
    window = stage.window(entered)
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    page.panes.show_pane("first")
    answers = [one.id for one in page.evidence.table.rows.every if one.answered]
    page.evidence.show_item(answers[0])
    settle(window)
    page.evidence.table.go_to(page.evidence.table.currentIndex().row() + 1)
    settle(window)
    return window


def synthesis_disputed(stage: Stage) -> QWidget:
    """When they were read back, not everybody agreed with the first three lines, nor with a quotation."""
    entered = stage.lead()
    in_lane(stage.jobs, lambda: _dispute(entered))
    window = stage.window(entered)
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    page.panes.show_pane("first")
    settle(window)
    return window


def _dispute(entered: Entered) -> None:
    with entered.workspace.unit_of_work() as work:
        lines = [one for one in work.records.all(Line) if one.sheet and one.is_said]
    quoted = [one for one in lines if one.line_kind is LineKind.QUOTATION]
    for line in (*lines[:3], *quoted[:1]):
        mark(entered.workspace, line.id, Heard.DISSENT)


def synthesis_empty(stage: Stage) -> QWidget:
    """A session of which nothing has come in."""
    entered = stage.lead()
    window = stage.window(entered)
    assert window.desk is not None
    window.desk.show_synthesis(next(row.session.id for row in entered.sessions if not row.lines))
    return window


def _shown(stage: Stage, entered: Entered) -> tuple[QWidget, SynthesisPage]:
    """The window at the groups of its session."""
    window = stage.window(entered)
    page = stage.page(window, "synthesis")
    assert isinstance(page, SynthesisPage)
    page.switch()
    settle(window)
    return window, page


def _four(stage: Stage) -> Entered:
    """The example with two more groups: one that left a question out, and one whose worksheet is empty."""
    entered = stage.lead()

    def add() -> None:
        with entered.workspace.unit_of_work() as work:
            first = next(one for one in work.records.all(Sheet) if work.records.count(Line, sheet=one.id))
            lines = work.records.all(Line, sheet=first.id)
            themes = [one.id for one in work.records.all(Theme)]
            skipped = {lines[0].item: Answer(given=Given.NOT_DISCUSSED)}
            groups = [
                Group(id=new_id(), session=first.session, label=f"Group {number}", order=f"z{number}")
                for number in (3, 4)
            ]
            sheets = [
                replace(first, id=new_id(), group=groups[0].id, answers=skipped),
                replace(first, id=new_id(), group=groups[1].id, answers={}),
            ]
            made: list[Record] = [*groups, *sheets]
            for number, line in enumerate(one for one in lines if one.item not in skipped):
                stance = list(Stance)[number % len(Stance)]
                heard = Heard.DISSENT if number % 2 else None
                own = replace(line, id=new_id(), sheet=sheets[0].id, stance=stance)
                own = replace(own, heard=heard, heard_as=own.to_hear)
                bond = link_id("LineTheme", own.id, themes[number % 3])
                indirect = number % 2 == 0
                made += [own, LineTheme(id=bond, line=own.id, theme=themes[number % 3], indirect=indirect)]
            for record in made:
                work.records.save(record)
            work.commit()

    in_lane(stage.jobs, add)
    return entered


def side_by_side(stage: Stage) -> QWidget:
    """Four groups: lines with their stances, some disputed, a theme touched on, not discussed, an empty worksheet."""
    return _shown(stage, _four(stage))[0]


def said_by_one(stage: Stage) -> QWidget:
    """What one group alone said."""
    window, page = _shown(stage, _four(stage))
    assert page.groups is not None
    page.groups.breadth.set_chosen(Breadth.ONE.value)
    page.groups.breadth.chosen.emit(Breadth.ONE.value)
    settle(window)
    return window


def lines_behind(stage: Stage) -> QWidget:
    """The lines behind a cell."""
    window, page = _shown(stage, stage.lead())
    assert page.groups is not None
    page.groups.table.opened.emit(page.groups.table.rows.index(1, 3))
    settle(window)
    return window


def one_group(stage: Stage) -> QWidget:
    """A session with one group."""
    entered = stage.lead()

    def leave_one() -> None:
        with entered.workspace.unit_of_work() as work:
            last = work.records.all(Group)[-1]
            for record in (last, *work.records.all(Sheet, group=last.id)):
                work.records.save(replace(record, deleted=True))
            work.commit()

    in_lane(stage.jobs, leave_one)
    return _shown(stage, entered)[0]


def no_group(stage: Stage) -> QWidget:
    """A session without groups."""
    entered = stage.lead()

    def leave_none() -> None:
        with entered.workspace.unit_of_work() as work:
            for record in (*work.records.all(Group), *work.records.all(Sheet)):
                work.records.save(replace(record, deleted=True))
            work.commit()

    in_lane(stage.jobs, leave_none)
    return _shown(stage, entered)[0]


SYNTHESIS_SCENES: dict[str, Scene] = {
    "09-synthesis": synthesis,
    "09-synthesis-answers": synthesis_answers,
    "09-synthesis-disputed": synthesis_disputed,
    "09-synthesis-empty": synthesis_empty,
    "09-synthesis-groups": side_by_side,
    "09-synthesis-groups-one-said": said_by_one,
    "09-synthesis-groups-behind": lines_behind,
    "09-synthesis-groups-alone": one_group,
    "09-synthesis-groups-none": no_group,
}
