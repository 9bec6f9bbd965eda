"""Writing a care file and taking one in, on the page of people, in confidence (C6 to C8; DESIGN 5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import GroupWish, Need, Person
from capture_app.exchange.container import read
from capture_app.sealing import Identity
from capture_app.services import keeping
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import Entered, enter
from capture_app.services.workspaces import back_up
from capture_app.ui.dialogs.question import Question
from capture_app.ui.people.care_contents import CARE, REPORTS
from capture_app.ui.people.open_care_dialog import OpenCareDialog
from capture_app.ui.people.write_care_dialog import WriteCareDialog
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from tests.helpers.engagement_records import engagement
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle

HERS = Identity.generate()
WORDS = "amber ladder quarry river"


@pytest.fixture
def second(entered: Entered, jobs: InlineJobs, tmp_path: Path) -> Iterator[Entered]:
    """The lead's second laptop: the same workspace, as it was before anything was told in confidence."""
    folder = tmp_path / "second"
    folder.mkdir()
    copy = in_lane(jobs, partial(back_up, entered.workspace, folder)).path
    other = in_lane(jobs, partial(enter, copy, None))
    somebody = Person(id=person_code(), display="Rowan K.")
    for record in (
        somebody,
        Need(id=new_id(), person=somebody.id, need="a quiet room"),
        GroupWish(id=new_id(), person=somebody.id),
    ):
        in_lane(jobs, partial(keeping.keep, entered.workspace, record))
    yield other
    in_lane(jobs, other.workspace.close)


def confidence(entered: Entered, jobs: InlineJobs, look: Look) -> PeoplePage:
    page = PeoplePage(entered, jobs, look)
    page.show()
    page.show_part("needs")
    settle(page)
    return page


def put_away(page: PeoplePage) -> None:
    if page.dialog is not None:
        page.dialog.reject()
    page.hide()
    page.deleteLater()


def told(dialog: Question) -> str:
    shown = [one.text() for one in dialog.findChildren(Prose) if one.isVisible()]
    return " ".join((dialog.windowTitle(), *shown))


def by_key(dialog: WriteCareDialog) -> None:
    dialog.way.set_chosen("key")
    dialog.way.chosen.emit("key")


def press(dialog: Question) -> None:
    QTest.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    settle(dialog)


def writing(page: PeoplePage, path: Path) -> WriteCareDialog:
    QTest.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert isinstance(page.dialog, WriteCareDialog)
    page.dialog.place.set_path(path)
    return page.dialog


def test_it_is_written_with_a_receipt_shown_before_it_is_taken_in_and_there_then(
    entered: Entered, second: Entered, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    page, path = confidence(entered, jobs, look), tmp_path / "hers.wscare"
    dialog = writing(page, path)
    assert "1 need, 1 group wish" in told(dialog)
    dialog.who.setText("Ines R.")
    by_key(dialog)
    dialog.key.setText(HERS.recipient)
    press(dialog)
    assert path.exists()
    for words in ("Written for Ines R.", "In it: 1 need, 1 group wish.", "Check number"):
        assert words in told(dialog)
    put_away(page)
    other = confidence(second, jobs, look)
    saved: list[object] = []
    other.saved.connect(saved.append)
    other.open_care_file(path)
    opening = other.dialog
    assert isinstance(opening, OpenCareDialog)
    before = in_lane(jobs, partial(dump_digest, second.workspace))
    opening.field.set_words(Identity.generate().secret)
    press(opening)
    assert "damaged on its way. Nothing was changed." in told(opening)
    opening.field.set_words(HERS.secret)
    press(opening)
    assert "For Ines R." in told(opening)
    assert "1 person it is about is not known here yet" in told(opening)
    assert in_lane(jobs, partial(dump_digest, second.workspace)) == before
    assert saved == []
    press(opening)
    assert "2 records are new or changed here." in told(opening)
    assert len(saved) == 1
    settle(other)
    assert other.pane().list.model().rowCount() == 1
    put_away(other)


def test_what_is_not_filled_in_or_no_key_is_said_and_nothing_is_written(
    entered: Entered, second: Entered, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    page, path = confidence(entered, jobs, look), tmp_path / "no.wscare"
    dialog = writing(page, path)
    steps: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: None, "Say for whom the file is."),
        (lambda: dialog.who.setText("Ines R."), "at least 8 letters"),
        (lambda: dialog.phrase.set_words(WORDS, "another"), "The two passphrases differ"),
        (lambda: by_key(dialog), "Paste their key"),
        (lambda: dialog.key.setText("age1nonsense"), "That is not a key to send to"),
    )
    for step, sentence in steps:
        step()
        press(dialog)
        assert sentence in told(dialog)
    assert not path.exists()
    assert second is not None
    put_away(page)


def test_a_file_that_is_none_is_refused_at_once_and_where_there_is_nothing_nothing_can_be_written(
    entered: Entered, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    page, path = confidence(entered, jobs, look), tmp_path / "letter.wscare"
    path.write_text("Dear Ines")
    page.open_care_file(path)
    assert isinstance(page.dialog, OpenCareDialog)
    settle(page.dialog)
    assert "Nothing was changed" in told(page.dialog)
    assert not page.dialog.verb.isVisible()
    page.dialog.reject()
    dialog = writing(page, path)
    assert "nothing in confidence yet" in told(dialog)
    assert not dialog.verb.isEnabled()
    put_away(page)


def test_reports_and_interviews_are_chosen_by_key_for_the_evaluator_and_stay_out_of_any_other_file(
    entered: Entered, second: Entered, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    rowan = person_code()
    for record in engagement(new_id(), rowan, person_code()):
        in_lane(jobs, partial(keeping.keep, entered.workspace, record))
    page, path = confidence(entered, jobs, look), tmp_path / "evaluator.wscare"
    dialog = writing(page, path)
    assert "1 need, 1 group wish, 1 note on involvement, 2 contacts" in told(dialog)
    assert "Stays here: 1 interview, 1 report. Only a file for the evaluator carries that." in told(dialog)
    dialog.who.setText("Sanne V.")
    dialog.activateWindow()
    dialog.who.setFocus()
    QTest.keyClick(dialog.who, Qt.Key.Key_Tab)
    assert dialog.contents.list.hasFocus()
    QTest.keyClick(dialog.contents.list, Qt.Key.Key_Down)
    settle(dialog)
    assert "1 interview, 1 report Nothing else goes along." in told(dialog)
    assert not dialog.way.isVisible()
    assert not dialog.phrase.isVisible()
    QTest.keyClick(dialog.contents.list, Qt.Key.Key_Tab)
    assert dialog.key.hasFocus()
    press(dialog)
    assert "Paste the evaluator’s key. Only that opens the file." in told(dialog)
    dialog.key.setText(HERS.recipient)
    press(dialog)
    assert "In it: 1 interview, 1 report. Not in it: 1 need, 1 group wish" in told(dialog)
    put_away(page)
    assert {one.kind for one in read(path, HERS).revisions} == {"ContributorReport", "Interview"}
    assert second is not None


def test_where_there_is_no_report_yet_that_is_said_and_an_ordinary_file_can_be_written_all_the_same(
    entered: Entered, second: Entered, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    page = confidence(entered, jobs, look)
    dialog = writing(page, tmp_path / "no.wscare")
    assert "Only a file for the evaluator" not in told(dialog)
    dialog.contents.choose(REPORTS)
    assert "There is no report and no interview yet." in told(dialog)
    assert not dialog.verb.isEnabled()
    dialog.contents.choose(CARE)
    assert dialog.verb.isEnabled()
    assert dialog.way.isVisible()
    assert second is not None
    put_away(page)
