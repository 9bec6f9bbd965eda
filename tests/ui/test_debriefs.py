"""What the team says of a session: one form a laptop, read side by side by the lead, with what came of it (H1, H2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionComboBox

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import AgendaTemplate, Session, TeamDebrief
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.session.debrief import DEBRIEF
from capture_app.ui.session_page import SessionPage
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import DropDown
from tests.helpers.capture_world import CaptureWorld
from tests.helpers.form_hand import control, type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import block, fill, rows
from tests.helpers.render import settle
from tests.ui.test_sessions_page import entered, kept, page, put, session

__all__ = ["entered", "page"]

ISSUE = "People on the call could not hear the plenary."


@pytest.fixture
def laptop(world: CaptureWorld, jobs: InlineJobs, look: Look) -> Iterator[SessionPage]:
    """The page of a session on a facilitator's laptop, at the debrief."""
    page = SessionPage(world.workspace, world.session, jobs, look)
    page.resize(1150, 680)
    page.show()
    page.show_part(DEBRIEF)
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def debriefs(world: CaptureWorld) -> list[TeamDebrief]:
    return [one.record for one in world.run(partial(keeping.entries, kind=TeamDebrief))]


def test_a_laptop_keeps_one_debrief_of_its_session_and_undo_takes_words_back(
    laptop: SessionPage, world: CaptureWorld
) -> None:
    type_into(laptop, "What was difficult", ISSUE)
    laptop.show_part("run")
    settle(laptop)
    (made,) = debriefs(world)
    assert (made.session, made.issues, made.role, made.who) == (world.session, ISSUE, "facilitator", "")
    assert made.device == world.run(lambda own: own_device(own))
    laptop.show_part(DEBRIEF)
    type_into(laptop, "Name", "Ines R.")
    laptop.keep_typed()
    settle(laptop)
    assert [(one.who, one.issues) for one in debriefs(world)] == [("Ines R.", ISSUE)]
    assert laptop.debrief is not None
    laptop.debrief.steps.back()
    settle(laptop)
    assert [(one.who, one.issues) for one in debriefs(world)] == [("", ISSUE)]


def own_device(workspace: object) -> str:
    with workspace.unit_of_work() as work:  # type: ignore[attr-defined]
        return str(work.author.device)


def test_what_could_not_be_kept_of_a_debrief_stays_on_the_screen(
    laptop: SessionPage, world: CaptureWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise StorageTrouble("The disk is full, so it was not kept. Free some space and try again.")

    told: list[str] = []
    laptop.failed.connect(told.append)
    monkeypatch.setattr(keeping, "keep", full)
    type_into(laptop, "What went well", "The groups.")
    laptop.keep_typed()
    settle(laptop)
    assert told
    assert laptop.debrief is not None
    assert laptop.debrief.trouble.isVisible()
    assert control(laptop, "What went well").toPlainText() == "The groups."  # type: ignore[attr-defined]
    assert debriefs(world) == []


def test_the_lead_reads_debriefs_side_by_side_and_writes_what_came_of_an_issue(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, DEBRIEF)
    (made,) = kept(jobs, entered, Session)
    template = AgendaTemplate(id="t", family="t", edition=2, title="Half a day", reason=ISSUE)
    put(
        jobs,
        entered,
        template,
        TeamDebrief(id="a", session=made.id, device="laptop-a", role="facilitator", issues=ISSUE),
        TeamDebrief(id="b", session=made.id, device="laptop-b", role="scribe", issues="The chat was late."),
    )
    settle(page)
    first, second = rows(block(pane, "What the team says of it"))
    assert [each.entry.record.issues for each in (first, second)] == [ISSUE, "The chat was late."]
    beside = {
        control(row, "What was difficult").mapTo(pane, row.rect().topLeft()).x() for row in (first, second)
    }
    assert len(beside) == 1
    QTest.mouseClick(first._more, Qt.MouseButton.LeftButton)
    settle(page)
    fill(
        first,
        {
            "What was changed": "A microphone for each table.",
            "New edition of the agenda": "Half a day, edition 2",
        },
    )
    fill(first, {"What came of it": "Nobody asked again in Sectoral 6."})
    pane.keep_typed()
    settle(page)
    by_id = {one.id: one for one in kept(jobs, entered, TeamDebrief)}
    told = by_id["a"]
    assert (told.issues, told.changed, told.agenda) == (ISSUE, "A microphone for each table.", "t")
    assert told.result == "Nobody asked again in Sectoral 6."
    assert by_id["b"].changed == ""


def test_an_edition_with_a_long_title_keeps_its_number_and_is_told_whole_where_the_mouse_rests(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = session(page, DEBRIEF)
    (made,) = kept(jobs, entered, Session)
    title = "Half a day for the sectoral workshops and the boards"
    put(
        jobs,
        entered,
        AgendaTemplate(id="t", family="t", edition=12, title=title),
        TeamDebrief(id="a", session=made.id, issues=ISSUE, agenda="t"),
    )
    settle(page)
    (row,) = rows(block(pane, "What the team says of it"))
    row.show_more()
    settle(page)
    found = control(row, "New edition of the agenda")
    assert isinstance(found, DropDown)
    drawn = QStyleOptionComboBox()
    found.initStyleOption(drawn)
    assert drawn.currentText.startswith("Half")
    assert drawn.currentText.endswith("…, edition 12")
    assert found.toolTip() == found.currentText()
    assert found.currentText().endswith(", edition 12")
