"""A minute taker writes: each line has its minute, kind and side, and the rule of the part is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.records import AgendaPart, Organisation, Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import ActionState, LineKind, Rule, Side
from capture_app.ui.capture.agenda import running
from capture_app.ui.capture.faces import minutes_face
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.style import Look, relook
from capture_app.ui.theme import LIGHT
from tests.helpers.capture_world import NOW, CaptureWorld, fill_minutes, press, type_text
from tests.helpers.render import clipped_texts, settle, unnamed_controls, wear

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Clock:
    """A clock that goes on by a minute each time somebody says so."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self) -> None:
        """One minute passes."""
        self.now += timedelta(minutes=1)


@pytest.fixture
def clock() -> Clock:
    """It is 11:25 on the day of the session, in its third part."""
    return Clock()


@pytest.fixture
def page(world: CaptureWorld, clock: Clock, look: Look, qtbot: QtBot) -> MinutesPage:
    """The minutes of a part under the Chatham House Rule."""
    return opened(world, clock, look, qtbot)


def opened(world: CaptureWorld, clock: Clock, look: Look, qtbot: QtBot) -> MinutesPage:
    """A new page, as large as the window leaves it."""
    page = MinutesPage(world.workspace, world.session, world.jobs, look, now=clock)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.focus_first()
    return page


def test_minutes_are_written_with_their_minute_kind_and_side(
    world: CaptureWorld, clock: Clock, page: MinutesPage
) -> None:
    type_text(page, "Feedback starts|")
    clock.go_on()
    type_text(page, '"Who do I ring?"|? May hosts share?/re |')
    clock.go_on()
    type_text(page, "= One shared list|! Draft it|// check the name|")
    press(page, Qt.Key.Key_E, CTRL)
    press(page, Qt.Key.Key_C)
    type_text(page, "A break of ten minutes")
    page.settle()

    lines = [view.line for view in world.minutes()]
    assert [(one.text, one.line_kind, one.said_at[11:], one.side) for one in lines] == [
        ("Feedback starts", LineKind.POINT, "11:25", Side.ROOM),
        ("“Who do I ring?”", LineKind.QUOTATION, "11:26", Side.ROOM),
        ("May hosts share?/re", LineKind.QUESTION, "11:26", Side.ROOM),
        ("One shared list", LineKind.DECISION, "11:27", Side.ROOM),
        ("Draft it", LineKind.ACTION, "11:27", Side.ROOM),
        ("check the name", LineKind.SCRIBE_NOTE, "11:27", Side.ROOM),
        ("A break of ten minutes", LineKind.CONTEXT, "11:27", Side.ROOM),
    ]
    assert {one.part for one in lines} == {page.header_part()}
    shown = page.side.words()
    assert (
        shown == "Points 1, Decisions 1, Actions 1, Sound or link trouble 0, Quotations without permission 1"
    )


def test_a_mark_of_a_kind_counts_only_at_the_start_and_is_given_back(page: MinutesPage) -> None:
    type_text(page, "Is it so? Yes = no")
    view = page.pane.desk.active()
    assert view is not None
    assert view.line.line_kind is LineKind.POINT
    press(page, Qt.Key.Key_Return)
    type_text(page, "! ")
    press(page, Qt.Key.Key_Backspace)
    view = page.pane.desk.active()
    assert view is not None
    assert (page.pane.editor.text(), view.line.line_kind) == ("! ", LineKind.POINT)


def test_the_rule_of_the_part_is_shown_and_locks_names(
    world: CaptureWorld, clock: Clock, page: MinutesPage
) -> None:
    assert page.banner.accessibleName() == "Chatham House Rule in this part"
    assert page.banner.isVisible()
    assert "@ names locked" in page.legend.accessibleDescription()
    type_text(page, "as @")
    assert page.pane.hint_words() == "Names are locked: the Chatham House Rule is in force in this part."
    assert page.pane.editor.text() == "as @"
    press(page, Qt.Key.Key_1, CTRL)
    assert page.pane.hint_words() == "A line here cannot be marked “Agreed”."

    press(page, Qt.Key.Key_Return, CTRL, SHIFT)
    assert page.banner.isHidden()
    assert "@" not in page.legend.accessibleDescription()
    press(page, Qt.Key.Key_Return, CTRL)
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.banner.accessibleName() == "This part is confidential"
    for _more in page._parts():
        press(page, Qt.Key.Key_Return, CTRL)
    assert page.pane.hint_words() == "This is the last part."
    type_text(page, "closing words")
    page.settle()
    assert [view.line.text for view in world.minutes()] == ["as @", "closing words"]
    assert len({view.line.part for view in world.minutes()}) == 2


def test_minutes_go_on_where_they_stopped_beside_those_of_others(
    world: CaptureWorld, clock: Clock, look: Look, qtbot: QtBot
) -> None:
    fill_minutes(world)
    page = opened(world, clock, look, qtbot)
    assert page.header.accessibleName() == "Minutes · Plenary feedback"
    assert [view.line.said_at[11:] for view in page.pane.model.lines()][:6] == [
        "11:16",
        "11:17",
        "11:19",
        "11:20",
        "11:22",
        "11:23",
    ]
    said = page.pane.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "“If the budget holder is also the manager, who do I ring?” 11:19. Quotation. Room. Permission not "
        "asked yet. Line 3 of 7."
    )
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_9, CTRL)
    type_text(page, " By Friday.")
    page.settle()
    changed = world.minutes()[-1].line
    assert (changed.text, changed.side, changed.said_at[11:]) == (
        "Draft the list of criteria for comment. By Friday.",
        Side.REMOTE,
        "11:23",
    )


@pytest.mark.parametrize(("scale", "width"), [(100, 1280), (125, 1280), (200, 1366)])
def test_nothing_is_cut_off_at_any_text_size(
    world: CaptureWorld, clock: Clock, look: Look, qtbot: QtBot, qapp: QApplication, scale: int, width: int
) -> None:
    fill_minutes(world)
    large = Look(LIGHT, scale)
    page = opened(world, clock, large, qtbot)
    wear(qapp, large)
    try:
        relook(page, large)
        page.resize(width, 700)
        type_text(page, "Short contracts make it hard to speak up")
        settle(page)
        assert clipped_texts(page) == []
        assert unnamed_controls(page) == []
    finally:
        wear(qapp, look)


def test_time_left_is_told_only_on_the_day_and_while_a_part_runs() -> None:
    session = Session(id="s", date=DateGiven(given="16 May", edtf="2024-05-16"))
    part = AgendaPart(id="p", planned_start="11:10", planned_minutes=31, rule=Rule.OPEN)
    untimed = AgendaPart(id="q")
    now = running(session, (untimed, part), NOW)
    assert now is not None
    assert (now.part, now.minutes) == (part, 16)
    assert running(session, (part,), NOW + timedelta(minutes=16)) is None
    assert running(session, (part,), NOW - timedelta(days=1)) is None
    assert running(Session(id="t", date=DateGiven(given="in May")), (part,), NOW) is None


def test_an_action_says_who_does_it_and_by_when_without_the_mouse(
    world: CaptureWorld, page: MinutesPage
) -> None:
    type_text(page, "Draft the list of criteria")
    press(page, Qt.Key.Key_A, CTRL, SHIFT)
    ask = page.pane.asks.action_ask
    QTest.keyClicks(ask.owner, "Project team")
    QTest.keyClicks(ask.due, "Monday 3 May 2024")
    assert ask.due.accessibleDescription() == "3 May 2024 is a Friday, not a Monday."
    ask.due.clear()
    QTest.keyClicks(ask.due, "30 May")
    assert not ask.due.accessibleDescription()
    QTest.keyClick(ask.due, Qt.Key.Key_Return)
    page.settle()
    (view,) = world.minutes()
    line = view.line
    assert (line.line_kind, line.owner, line.due.given) == (LineKind.ACTION, "Project team", "30 May")
    assert line.due.edtf == "XXXX-05-30"
    assert [chip.words for chip in minutes_face(view).chips] == ["Project team", "by 30 May"]
    assert page.pane.editor.hasFocus()

    press(page, Qt.Key.Key_A, CTRL, SHIFT)
    ask.state.set_chosen(ActionState.DONE.value)
    QTest.keyClick(ask.owner, Qt.Key.Key_Return)
    page.settle()
    (view,) = world.minutes()
    assert view.line.action_state is ActionState.DONE
    assert "Done" in minutes_face(view).said
    press(page, Qt.Key.Key_Z, CTRL)
    press(page, Qt.Key.Key_Z, CTRL)
    page.settle()
    (view,) = world.minutes()
    assert (view.line.line_kind, view.line.owner) == (LineKind.POINT, "")


def test_leaving_the_question_about_an_action_changes_nothing(world: CaptureWorld, page: MinutesPage) -> None:
    type_text(page, "A point")
    press(page, Qt.Key.Key_A, CTRL, SHIFT)
    ask = page.pane.asks.action_ask
    QTest.keyClicks(ask.owner, "Somebody")
    QTest.keyClick(ask.owner, Qt.Key.Key_Escape)
    page.settle()
    (view,) = world.minutes()
    assert (view.line.line_kind, view.line.owner) == (LineKind.POINT, "")


def test_trouble_with_the_link_is_a_line_of_its_own_with_its_length_and_how_many(
    world: CaptureWorld, page: MinutesPage
) -> None:
    type_text(page, "A point")
    press(page, Qt.Key.Key_F7)
    ask = page.pane.asks.trouble_ask
    lasted, affected = ask._fields
    QTest.keyClicks(lasted, "three")
    QTest.keyClick(lasted, Qt.Key.Key_Return)
    assert ask.said()
    lasted.setText("3")
    QTest.keyClicks(affected, "2")
    QTest.keyClick(affected, Qt.Key.Key_Return)
    page.settle()
    point, trouble = world.minutes()
    assert (point.line.text, point.line.line_kind) == ("A point", LineKind.POINT)
    assert (trouble.line.line_kind, trouble.line.lasted, trouble.line.affected) == (LineKind.INCIDENT, 3, 2)
    assert [chip.words for chip in minutes_face(trouble).chips] == ["3 min", "2 people"]
    assert "Sound or link trouble 1" in page.side.words()
    type_text(page, ": the remote group heard nothing")
    press(page, Qt.Key.Key_F7)
    QTest.keyClick(ask._fields[0], Qt.Key.Key_Return)
    page.settle()
    assert [view.line.text for view in world.minutes()] == [
        "A point",
        "Sound or link trouble: the remote group heard nothing",
    ]
    assert not world.minutes()[1].line.is_said


def test_once_the_rule_of_a_part_is_changed_names_typed_before_are_told_and_taken_out_at_once(
    world: CaptureWorld, clock: Clock, look: Look, qtbot: QtBot
) -> None:
    world.save(Organisation(id="harbour", name="Harbour Trust"))
    page = opened(world, clock, look, qtbot)
    press(page, Qt.Key.Key_Return, CTRL, SHIFT)
    part = page._part
    assert part is not None
    assert part.rule is Rule.OPEN
    type_text(page, "As at Harbour Trust|They asked nobody")
    page.settle()
    assert page.names.isHidden()
    world.save(replace(part, rule=Rule.CHATHAM_HOUSE))
    page._read()
    settle(page)
    assert page.names.accessibleName() == "Names stand in 1 line."
    assert page.names.accessibleDescription() == "Named: Harbour Trust."
    page.names.button.click()
    settle(page)
    assert [view.line.text for view in world.minutes()] == ["As at [an organisation]", "They asked nobody"]
    assert page.names.isHidden()
    page.pane.desk.undo.back()
    page.settle()
    assert world.minutes()[0].line.text == "As at Harbour Trust"
