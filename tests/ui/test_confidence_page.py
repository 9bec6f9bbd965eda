"""What contributors reported, from the lead's care file to the evaluator who observes, through their windows (I3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import ContributorReport, Need, Person
from capture_app.domain.vocabulary import Listing, Role
from capture_app.exchange.container import PLAIN, To, With, read
from capture_app.sealing import Identity, Passphrase
from capture_app.services import keeping
from capture_app.services.care_out import write_care_file, write_for_evaluator
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import Entered, enter, enter_pack
from capture_app.services.handing_over import hand_over
from capture_app.services.ways_in import own_key
from capture_app.services.workspaces import back_up, open_workspace
from capture_app.ui.confidence_page import ConfidencePage
from capture_app.ui.people.care_contents import REPORTS
from capture_app.ui.people.interview_register import INTERVIEWS
from capture_app.ui.people.open_care_dialog import OpenCareDialog
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.register.reading_pane import ReadingPane
from capture_app.ui.settings_page import SettingsPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.empty_state import EmptyState
from tests.helpers.engagement_records import REPORTED, SUMMED_UP, engagement
from tests.helpers.form_hand import control
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.pack_world import pack_world
from tests.helpers.render import settle
from tests.helpers.window import Opened
from tests.ui.test_care_file import confidence, press, put_away, told, writing
from tests.ui.test_engagement import lines

ROWAN, INES = (
    Person(id=person_code(), display=name, listing=Listing.BY_NAME) for name in ("Rowan K.", "Ines R.")
)


@dataclass
class Both:
    """The lead, who has Rowan's report and interview and that of somebody unknown; and an observer's laptop."""

    lead: Entered
    observer: Entered
    unknown: ContributorReport


def made(folder: Path) -> Both:
    """Rowan and Ines, who wish to be listed by name, are in the observer's pack, what is in confidence is not."""
    with pack_world(folder) as world:
        for person in (ROWAN, INES):
            keeping.keep(world.lead, person)
        pack, path = world.pack("Laptop O", Role.OBSERVER), world.lead.path
        unknown = ContributorReport(id=new_id(), person=person_code(), session=world.session)
        need = Need(id=new_id(), person=ROWAN.id, need="a quiet room")
        for record in (*engagement(world.session, ROWAN.id, INES.id), unknown, need):
            keeping.keep(world.lead, record)
    lead, observer = enter(path, None), enter_pack(pack, None, folder / "observer.capture", None)
    assert isinstance(lead, Entered)
    assert isinstance(observer, Entered)
    return Both(lead, observer, unknown)


@pytest.fixture
def both(tmp_path: Path, jobs: InlineJobs) -> Iterator[Both]:
    both = in_lane(jobs, partial(made, tmp_path))
    yield both
    for entered in (both.lead, both.observer):
        in_lane(jobs, entered.workspace.close)


def shown(opened: Opened, entered: Entered) -> ConfidencePage:
    """The page in the observer's window, as one comes to it."""
    opened.window.opening.entered.emit(entered)
    settle(opened.window)
    assert opened.window.desk is not None
    opened.window.desk.show_page("confidence")
    settle(opened.window)
    page = opened.window.desk.page()
    assert isinstance(page, ConfidencePage)
    return page


def opening(page: ConfidencePage, path: Path) -> OpenCareDialog:
    page.open_care_file(path)
    assert page.dialog is not None
    settle(page.dialog)
    return page.dialog


def copied_key(opened: Opened) -> str:
    """The key, as an observer copies it from the settings."""
    assert opened.window.desk is not None
    opened.window.desk.show_page("settings")
    settle(opened.window)
    page = opened.window.desk.page()
    assert isinstance(page, SettingsPage)
    assert page.workspace is not None
    page.workspace.copy.click()
    return QApplication.clipboard().text()


def written_by_lead(both: Both, jobs: InlineJobs, look: Look, path: Path, key: str) -> None:
    """The lead writes the file for the evaluator to a key, in the dialog."""
    page = confidence(both.lead, jobs, look)
    dialog = writing(page, path)
    dialog.contents.choose(REPORTS)
    dialog.who.setText("Sanne V.")
    dialog.key.setText(key)
    press(dialog)
    assert isinstance(page, PeoplePage)
    put_away(page)


def test_an_observer_copies_the_key_the_lead_seals_to_it_and_the_observer_reads_the_report(
    opened: Opened, both: Both, jobs: InlineJobs, look: Look, tmp_path: Path
) -> None:
    page, path = shown(opened, both.observer), tmp_path / "evaluator.wscare"
    written_by_lead(both, jobs, look, path, copied_key(opened))
    assert opened.window.desk is not None
    opened.window.desk.show_page("confidence")
    dialog = opening(page, path)
    assert not dialog.field.isVisible()
    assert "For Sanne V., from Project lead" in told(dialog)
    assert "In it: 1 interview, 2 reports." in told(dialog)
    assert "1 contributor is not named on this laptop." in told(dialog)
    press(dialog)
    dialog.reject()
    settle(page)
    mark = both.unknown.id[-4:]
    assert sorted(line.split(". ")[0] for line in lines(page.pane())) == [
        f"A contributor ({mark})",
        "Rowan K.",
    ]
    rowan = next(row for row, line in enumerate(lines(page.pane())) if line.startswith("Rowan"))
    page.pane().list.setCurrentIndex(page.pane().list.model().index(rowan, 0))
    settle(page)
    assert words_of(page, "What went well") == REPORTED
    assert words_of(page, "Whether they felt heard") == "They felt heard in part"
    assert words_of(page, "Came on") == "22 May 2023"
    page.show_part(INTERVIEWS)
    page.focus_first()
    settle(page)
    assert words_of(page, "Summary") == SUMMED_UP
    assert words_of(page, "Introduced by") == "Ines R."
    bundle = in_lane(jobs, partial(hand_over, both.observer.workspace, tmp_path / "on.wsbundle", seal=PLAIN))
    assert any("no bundle carries them" in left for left in bundle.left_out)
    brought = read(bundle.path)
    assert not {"ContributorReport", "Interview"} & {one.kind for one in brought.revisions}
    assert not any(words in str(brought) for words in (REPORTED, SUMMED_UP))


def words_of(page: ConfidencePage, label: str) -> str:
    """What stands in a field."""
    found = control(page.pane(), label)
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found.text() if isinstance(found, QLineEdit) else found.toPlainText()


def test_nothing_that_came_can_be_changed_there(
    opened: Opened, both: Both, jobs: InlineJobs, tmp_path: Path
) -> None:
    page, path = shown(opened, both.observer), tmp_path / "evaluator.wscare"
    key = in_lane(jobs, partial(own_key, both.observer.workspace))
    in_lane(jobs, partial(write_for_evaluator, both.lead.workspace, path, "Sanne V.", To((key,))))
    press(opening(page, path))
    before = in_lane(jobs, partial(dump_digest, both.observer.workspace))
    for key_of_part in ("reports", INTERVIEWS):
        page.show_part(key_of_part)
        settle(page)
        pane = page.pane()
        assert not pane.findChildren(QComboBox)
        for button in (pane.add_button, pane.remove_button, pane.history_button):
            assert not button.isVisible()
        for field in (*pane.form.findChildren(QLineEdit), *pane.form.findChildren(QPlainTextEdit)):
            field.setFocus()
            QTest.keyClicks(field, "x")
            QTest.keyClick(field, Qt.Key.Key_Tab)
    page.pane().keep_typed()
    settle(page)
    assert in_lane(jobs, partial(dump_digest, both.observer.workspace)) == before


def test_where_nothing_came_it_says_how_it_comes_and_the_keyboard_is_at_the_way_to_open_it(
    opened: Opened, both: Both
) -> None:
    page = shown(opened, both.observer)
    opened.window.activateWindow()
    settle(page)
    (empty,) = [one for one in page.pane().findChildren(EmptyState) if one.isVisible()]
    assert "Send them your key from Settings, and open their file here." in empty.accessibleName()
    assert page.open_button.hasFocus()
    QTest.keyClick(page.open_button, Qt.Key.Key_Tab)
    at = QApplication.focusWidget()
    assert at is not None
    assert at.accessibleName() == "Reports"


def test_what_is_not_for_this_evaluator_is_refused_in_a_sentence_and_changes_nothing(
    opened: Opened, both: Both, jobs: InlineJobs, tmp_path: Path
) -> None:
    page, lead, folder = shown(opened, both.observer), both.lead.workspace, tmp_path
    another, ordinary, phrase = (folder / f"{name}.wscare" for name in ("another", "ordinary", "phrase"))
    own = To((in_lane(jobs, partial(own_key, both.observer.workspace)),))
    elsewhere = To((Identity.generate().recipient,))
    in_lane(jobs, partial(write_for_evaluator, lead, another, "Sanne V.", elsewhere))
    in_lane(jobs, partial(write_care_file, lead, ordinary, "Sanne V.", own))
    words = With(Passphrase("amber ladder quarry river"))
    in_lane(jobs, partial(write_care_file, lead, phrase, "Sanne V.", words))
    before = in_lane(jobs, partial(dump_digest, both.observer.workspace))
    for path, sentence in (
        (another, "This file is sealed to another key than yours. Nothing was changed."),
        (ordinary, "This file is not for the evaluator, and an observer takes in no other."),
        (phrase, "This file is not for the evaluator, and an observer takes in no other."),
    ):
        dialog = opening(page, path)
        assert sentence in told(dialog)
        assert not dialog.field.isVisible()
        press(dialog)
        dialog.reject()
    assert in_lane(jobs, partial(dump_digest, both.observer.workspace)) == before


def test_where_the_lead_left_two_versions_it_is_said_that_only_the_lead_settles_them(
    opened: Opened, both: Both, jobs: InlineJobs, tmp_path: Path
) -> None:
    page = shown(opened, both.observer)
    first, second = in_lane(jobs, partial(two_versions, both, tmp_path))
    for path in (first, second):
        dialog = opening(page, path)
        said = told(dialog)
        press(dialog)
        dialog.reject()
    assert "In 1 field two versions will stand, until the project lead settles it" in said
    settle(page)
    pane = page.pane()
    assert isinstance(pane, ReadingPane)
    seen = {}
    for row, line in enumerate(lines(pane)):
        pane.list.setCurrentIndex(pane.list.model().index(row, 0))
        settle(page)
        seen[line.split(". ")[0]] = pane.versions.isVisible()
    assert seen == {"Rowan K.": False, f"A contributor ({both.unknown.id[-4:]})": True}


def two_versions(both: Both, folder: Path) -> tuple[Path, Path]:
    """What the lead's two laptops write of a report that was changed on each."""
    key, paths = To((own_key(both.observer.workspace),)), (folder / "one.wscare", folder / "two.wscare")
    other = open_workspace(back_up(both.lead.workspace, folder).path)
    for lead, path in zip((both.lead.workspace, other), paths, strict=True):
        keeping.keep(lead, replace(both.unknown, went_well=path.stem))
        write_for_evaluator(lead, path, "Sanne V.", key)
    other.close()
    return paths
