"""Words typed into a form: in sight while the disk is slow, kept where they belong, taken back by key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from capture_app.domain.records import DataProtection, Dispatch
from capture_app.domain.values import DateGiven
from capture_app.services import keeping
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import Entered
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.date_editor import DateAsGiven
from capture_app.ui.register.fields import NOTED
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.held_jobs import HeldJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, fill, shown
from tests.helpers.render import settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[HeldJobs]:
    """Jobs that can be made to wait; an error fails the test."""

    def raise_it(error: BaseException) -> None:
        raise error

    made = HeldJobs(raise_it)
    yield made
    made.close()


@pytest.fixture
def page(entered: Entered, jobs: HeldJobs, look: Look) -> Iterator[SetupPage]:
    page = SetupPage(entered, jobs, look)
    page.listen(KeyMap())
    page.show()
    page.activateWindow()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def part(page: SetupPage, key: str) -> RegisterPane:
    page.show_part(key)
    settle(page)
    return page.pane()


def line(pane: RegisterPane, label: str) -> QLineEdit:
    return next(one for one in pane.findChildren(QLineEdit) if one.accessibleName() == label)


def kept(jobs: HeldJobs, entered: Entered) -> DataProtection:
    (card,) = in_lane(jobs, partial(keeping.entries, entered.workspace, DataProtection))
    return card.record


def test_a_field_that_was_left_is_not_seen_empty_again(
    page: SetupPage, jobs: HeldJobs, entered: Entered
) -> None:
    pane = part(page, "card")
    first, second = line(pane, "Controller"), line(pane, "Contact")
    first.setFocus()
    QTest.keyClicks(first, "Vale Trust")
    second.setFocus()
    settle(page)
    QTest.keyClicks(second, "data@vale.invalid")
    jobs.hold()
    pane._open(pane.current)
    page.keep_typed()
    seen = [second.text() for _job in jobs.let_go()]
    assert len(seen) > 2
    assert set(seen) == {"data@vale.invalid"}
    card = kept(jobs, entered)
    assert (card.controller, card.contact) == ("Vale Trust", "data@vale.invalid")


@pytest.mark.parametrize("typed", ["", "weigh"])
def test_a_usual_answer_taken_from_the_list_is_kept(
    page: SetupPage, jobs: HeldJobs, entered: Entered, typed: str
) -> None:
    pane = part(page, "card")
    basis = line(pane, "Basis under Article 6")
    basis.setFocus()
    QTest.keyClicks(basis, typed)
    QTest.qWait(2 * NOTED)  # what was typed so far is a draft by now
    if not typed:
        QTest.keyClick(basis, Qt.Key.Key_Down)
    offered = basis.completer().popup()
    assert offered is not None
    QTest.keyClick(offered, Qt.Key.Key_Down)
    taken = str(offered.currentIndex().data())
    QTest.keyClick(offered, Qt.Key.Key_Return)
    line(pane, "Kept until").setFocus()
    page.keep_typed()
    settle(page)
    assert kept(jobs, entered).basis == taken
    assert basis.text() == taken


def test_the_key_of_undo_works_from_the_field_one_came_to(
    page: SetupPage, jobs: HeldJobs, entered: Entered
) -> None:
    pane = part(page, "consultation")
    before = in_lane(jobs, partial(dump_digest, entered.workspace))
    by, stage = line(pane, "Commissioned by"), line(pane, "Stage")
    by.setFocus()
    QTest.keyClicks(by, "Vale Council")
    page.keep_typed()
    settle(page)
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Z, CTRL)
    settle(page)
    assert in_lane(jobs, partial(dump_digest, entered.workspace)) == before

    QTest.keyClicks(stage, "Two")
    QTest.keyClick(stage, Qt.Key.Key_Z, CTRL)
    assert stage.text() == "Stage one", "what is typed in a field is undone there first"


def test_what_is_undone_is_said_by_its_name_and_by_its_kind_where_it_has_none(page: SetupPage) -> None:
    pane = part(page, "parties")
    add_record(pane, {"Name": "Vale Trust"})
    fill(pane.form, {"Their part": "Partner"})
    page.keep_typed()
    settle(page)
    add_record(pane, {"Their part": "Funder"})
    said = []
    for verb in (pane.steps.back, pane.steps.back, pane.steps.back, pane.steps.forward):
        verb()
        settle(page)
        said.append(pane.toast.findChildren(QLabel)[0].text())
    assert said == ["Undone: Party", "Undone: Vale Trust", "Undone: Vale Trust", "Done again: Vale Trust"]


def test_what_was_refused_for_one_record_never_comes_to_stand_in_another(
    page: SetupPage, jobs: HeldJobs, entered: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(editor: DateAsGiven) -> object:
        date = value(editor)
        if isinstance(date, DateGiven) and date.given.endswith("= soon"):
            raise ValueError("That is no date.")
        return date

    value = DateAsGiven.value
    monkeypatch.setattr(DateAsGiven, "value", refusing)
    monkeypatch.setattr(DateAsGiven, "_on_typed", lambda editor: editor.typed.emit())
    pane = part(page, "sent")
    add_record(pane, {"Title": "First paper", "Sent on": "10/5/22"})
    first = pane.current
    add_record(pane, {"Title": "Second paper"})
    fill(pane.form, {"Sent on": "4/11/22 = soon"})
    page.keep_typed()
    settle(page)
    pane.list.go_to(first)
    settle(page)
    assert shown(pane.form, "Sent on") == "10/5/22"
    assert "“4/11/22 = soon” was not kept as “Sent on”" in pane.trouble.accessibleName()
    fill(pane.form, {"Title": "First paper, reworded"})
    page.keep_typed()
    pane.add()
    assert shown(pane.form, "Sent on") == ""
    papers = in_lane(jobs, partial(keeping.entries, entered.workspace, Dispatch))
    assert sorted((one.record.title, one.record.sent.given) for one in papers) == [
        ("First paper, reworded", "10/5/22"),
        ("Second paper", ""),
    ]
