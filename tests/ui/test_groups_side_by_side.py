"""The groups of a session side by side on the Synthesis page: seen, narrowed, and opened down to the lines (D11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import Group, Line, Sheet
from capture_app.domain.vocabulary import Stance
from capture_app.services.comparing import Breadth
from capture_app.services.workspaces import Workspace
from capture_app.ui.style import Look
from capture_app.ui.synthesis.groups_model import BREADTH, GROUPS, LABEL
from capture_app.ui.synthesis.groups_view import GroupsView
from capture_app.ui.synthesis_page import SynthesisPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import fill_session, in_lane, plan
from tests.helpers.render import clipped_texts, settle, unnamed_controls


@pytest.fixture
def captured(jobs: InlineJobs, tmp_path: Path) -> Iterator[tuple[Workspace, RecordId]]:
    """A lead's workspace with the example's workshop in it, and that session."""
    lead, session = in_lane(jobs, partial(plan, tmp_path / "lead"))
    in_lane(jobs, partial(fill_session, lead))
    yield lead, session
    in_lane(jobs, lead.close)


@pytest.fixture
def page(captured: tuple[Workspace, RecordId], jobs: InlineJobs, look: Look, qtbot: QtBot) -> SynthesisPage:
    page = SynthesisPage(*captured, jobs, look)
    qtbot.addWidget(page)
    page.resize(1178, 690)
    page.show()
    page.activateWindow()
    page.focus_first()
    settle(page)
    return page


def compared(page: SynthesisPage) -> GroupsView:
    """Press the key that shows the groups."""
    QTest.keyClick(page.evidence.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert page.groups is not None
    assert page.compares
    return page.groups


def choose(groups: GroupsView, key: str) -> None:
    groups.breadth.set_chosen(key)
    groups.breadth.chosen.emit(key)


def change(captured: tuple[Workspace, RecordId], jobs: InlineJobs, *, leave: int) -> None:
    """Take groups and their worksheets away, but for so many."""

    def take() -> None:
        with captured[0].unit_of_work() as work:
            for group in work.records.all(Group, session=captured[1])[leave:]:
                for record in (group, *work.records.all(Sheet, group=group.id)):
                    work.records.save(replace(record, deleted=True))
            work.commit()

    in_lane(jobs, take)


def spoken(groups: GroupsView, index: QModelIndex) -> str:
    return str(groups.table.rows.data(index, Qt.ItemDataRole.AccessibleTextRole))


def test_nothing_of_it_is_made_or_read_before_it_is_wanted_and_the_key_leads_there_and_back(
    page: SynthesisPage,
) -> None:
    assert page.groups is None
    groups = compared(page)
    assert (page.panes.isVisible(), groups.isVisible()) == (False, True)
    assert QApplication.focusWidget() is groups.table
    assert (clipped_texts(page), unnamed_controls(page)) == ([], [])
    QTest.keyClick(groups.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert (page.panes.isVisible(), groups.isVisible()) == (True, False)
    assert QApplication.focusWidget() is page.evidence.table


def test_a_row_says_how_widely_first_and_a_cell_how_its_group_stood(page: SynthesisPage) -> None:
    groups = compared(page)
    rows = groups.table.rows
    assert [rows.headerData(at, Qt.Orientation.Horizontal) for at in range(rows.columnCount())] == [
        *("Question and theme", "How widely", "Group 1", "Group 2")
    ]
    assert rows.data(rows.index(0, BREADTH)) == "Both groups"
    assert spoken(groups, rows.index(0, GROUPS)) == (
        "Group 1. 3 lines. Agreed: 1, Mostly: 1, Raised by one: 1. "
        "Q1 · What already helps when several services support one person? Both groups."
    )
    one = next(at for at, row in enumerate(rows.shown) if row.breadth is Breadth.ONE)
    assert str(rows.data(rows.index(one, BREADTH))).startswith("Only Group")


def test_enter_on_a_cell_shows_the_lines_behind_it_and_a_line_written_meanwhile_joins_them(
    page: SynthesisPage, captured: tuple[Workspace, RecordId], jobs: InlineJobs
) -> None:
    groups = compared(page)
    at = groups.table.rows.index(0, GROUPS + 1)
    groups.table.setCurrentIndex(at)
    wanted = set(groups.table.rows.shown[0].cells[1].lines)
    QTest.keyClick(groups.table, Qt.Key.Key_Return)
    assert not page.compares
    assert {item.id for item in page.evidence.table.rows.shown} == wanted
    assert page.evidence.filters.only.in_force == "Group 2 · Q1"
    assert QApplication.focusWidget() is page.evidence.table

    def write() -> Changes:
        with captured[0].unit_of_work() as work:
            known = work.records.get(Line, next(iter(wanted)))
            work.records.save(replace(known, id="01900000-0000-7000-8000-00000000abcd"))
            return work.commit()

    jobs.changed.emit(in_lane(jobs, write), None)
    assert len(page.evidence.table.rows.shown) == len(wanted) + 1
    page.evidence.filters.only.click()
    assert len(page.evidence.table.rows.shown) == len(page.evidence.table.rows.every)

    groups = compared(page)
    assert (groups.table.currentIndex().row(), groups.table.currentIndex().column()) == (0, GROUPS + 1)


def test_a_click_opens_a_cell_and_enter_on_a_row_the_lines_of_all_its_groups(page: SynthesisPage) -> None:
    groups = compared(page)
    rect = groups.table.visualRect(groups.table.rows.index(0, GROUPS))
    QTest.mouseClick(groups.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert len(page.evidence.table.rows.shown) == 3

    groups = compared(page)
    groups.table.setCurrentIndex(groups.table.rows.index(0, LABEL))
    QTest.keyClick(groups.table, Qt.Key.Key_Return)
    assert len(page.evidence.table.rows.shown) == 8


def test_only_what_all_or_one_of_the_groups_said_is_shown(page: SynthesisPage) -> None:
    groups = compared(page)
    rows = groups.table.rows
    for breadth in (Breadth.ALL, Breadth.ONE):
        choose(groups, breadth.value)
        assert rows.fitting()
        assert all(row.breadth is breadth for row in rows.shown if row.theme is not None)
    choose(groups, Breadth.SOME.value)  # of two groups, none is some
    assert not rows.fitting()
    assert groups.widen.isVisible()
    groups.widen.click()
    assert len(rows.shown) == len(rows.every)
    assert QApplication.focusWidget() is groups.table


def test_one_group_and_none_have_words_of_their_own(
    page: SynthesisPage, captured: tuple[Workspace, RecordId], jobs: InlineJobs
) -> None:
    change(captured, jobs, leave=1)
    groups = compared(page)
    assert groups.table.isVisible()
    assert groups.table.isColumnHidden(BREADTH)
    assert not groups.breadth.isVisible()
    assert clipped_texts(page) == []

    change(captured, jobs, leave=0)
    page.switch()
    page.switch()
    assert not groups.table.isVisible()
    assert QApplication.focusWidget() is groups.back
    groups.back.click()
    assert not page.compares


def test_a_line_nobody_objected_to_stays_apart_from_those_that_were_agreed(page: SynthesisPage) -> None:
    groups = compared(page)
    cell = groups.table.rows.shown[0].cells[1]
    assert {Stance.AGREED, Stance.NO_OBJECTION} <= {stance for stance, _count in cell.stances}
