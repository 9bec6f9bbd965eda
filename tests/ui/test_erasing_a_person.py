"""Erasing somebody from the window: what is foreseen, done, kept, and that nothing brings it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.record import Record
from capture_app.domain.records import (
    CareItem,
    Consent,
    GroupWish,
    Need,
    Organisation,
    Payment,
    Person,
    Session,
)
from capture_app.services import erasing, keeping
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import Entered
from capture_app.ui.people.person_pane import PersonPane
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.style import Look
from tests.helpers.form_hand import type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.people_records import people
from tests.helpers.render import settle

FOUNDATION = Organisation(id=new_id(), name="Human Trafficking Foundation")
SESSION = Session(id=new_id(), label="Sectoral 2")


@pytest.fixture
def entered(entered: Entered, jobs: InlineJobs) -> Entered:
    """A lead's workspace with one session."""
    in_lane(jobs, partial(keeping.keep, entered.workspace, SESSION))
    return entered


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[PeoplePage]:
    page = PeoplePage(entered, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def _keep(jobs: InlineJobs, entered: Entered, records: Sequence[Record]) -> None:
    for record in records:
        in_lane(jobs, partial(keeping.keep, entered.workspace, record))


def _kept(jobs: InlineJobs, entered: Entered, kind: type) -> list[Record]:
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, kind))]


def _digest(jobs: InlineJobs, entered: Entered) -> str:
    return in_lane(jobs, partial(dump_digest, entered.workspace))


def _person(page: PeoplePage, name: str) -> PersonPane:
    page.show_part("people")
    pane = page.pane()
    pane._read()
    model = pane.list.model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == name)
    pane.list.setCurrentIndex(model.index(row, 0))
    settle(page)
    assert isinstance(pane, PersonPane)
    return pane


def _leave(page: PeoplePage) -> None:
    page.keep_typed()
    settle(page)


def test_somebody_is_erased_with_all_that_is_about_them_and_nothing_brings_it_back(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [FOUNDATION, *people(SESSION.id, FOUNDATION)])
    pane = _person(page, "Rowan K.")
    type_into(pane, "Category", ", lead")
    _leave(page)
    QTest.mouseClick(pane.erase_button, Qt.MouseButton.LeftButton)
    dialog = pane.dialog
    assert dialog is not None
    assert "cannot be undone" in dialog.windowTitle()
    assert dialog.verb.text() == "Erase 7 items"
    assert dialog.harmless.isDefault()
    dialog.verb.click()
    settle(page)
    assert not dialog.isVisible()
    left = [one.display for one in _kept(jobs, entered, Person)]  # type: ignore[attr-defined]
    assert left == ["Ines R.", ""] or left == ["", "Ines R."]
    for kind in (CareItem, Consent, Need, GroupWish, Payment):
        assert _kept(jobs, entered, kind) == []
    after = _digest(jobs, entered)
    pane.steps.back()
    settle(page)
    assert _digest(jobs, entered) == after
    assert "Rowan" not in str(entered.workspace.path.read_bytes())


def test_esc_keeps_everything(page: PeoplePage, entered: Entered, jobs: InlineJobs) -> None:
    _keep(jobs, entered, [FOUNDATION, *people(SESSION.id, FOUNDATION)])
    pane = _person(page, "Rowan K.")
    before = _digest(jobs, entered)
    pane.ask_to_erase()
    assert pane.dialog is not None
    QTest.keyClick(pane.dialog, Qt.Key.Key_Escape)
    assert not pane.dialog.isVisible()
    assert _digest(jobs, entered) == before


def test_a_full_disk_while_erasing_is_said_in_the_dialog_and_nothing_is_gone(
    page: PeoplePage, entered: Entered, jobs: InlineJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble("The disk is full, so nothing was erased.")

    _keep(jobs, entered, [FOUNDATION, *people(SESSION.id, FOUNDATION)])
    pane = _person(page, "Rowan K.")
    before = _digest(jobs, entered)
    monkeypatch.setattr(erasing, "erase_person", full)
    pane.ask_to_erase()
    assert pane.dialog is not None
    pane.dialog.verb.click()
    assert pane.dialog.said() == "The disk is full, so nothing was erased."
    assert pane.dialog.isVisible()
    assert _digest(jobs, entered) == before
    pane.dialog.reject()
