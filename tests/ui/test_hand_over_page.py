"""Handing over: what goes and what stays is said before, the receipt says the same as the lead's merge will."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Line, Observation
from capture_app.services.entering import Entered
from capture_app.services.handing_over import preview
from capture_app.services.keeping import keep, take_away
from capture_app.services.merging import preview_merge
from capture_app.services.questioning import answer, open_box, questionnaires
from capture_app.ui.count_rows import contents_rows
from capture_app.ui.hand_over_page import HandOverPage
from capture_app.ui.style import Look
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle


@pytest.fixture
def laptop(jobs: InlineJobs, home: ExampleHome, tmp_path: Path) -> Iterator[Entered]:
    laptop = home.laptop(jobs, tmp_path, "C")
    yield laptop
    in_lane(jobs, laptop.workspace.close)


@pytest.fixture
def page(laptop: Entered, jobs: InlineJobs, look: Look) -> Iterator[HandOverPage]:
    page = HandOverPage(laptop.workspace, jobs, look)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def test_the_receipt_is_what_the_lead_sees_before_merging(
    page: HandOverPage, jobs: InlineJobs, home: ExampleHome, tmp_path: Path
) -> None:
    file = tmp_path / "laptop-c.wsbundle"
    page.write_to(file)
    assert page.receipt is not None
    receipt = page.receipt.receipt
    rows = contents_rows(receipt.contents)
    assert dict(rows)["Minute lines"] == 10
    assert sum(count for _words, count in rows[:-1]) == dict(rows)["All together"]
    lead = home.lead(jobs, tmp_path)
    (brought,) = in_lane(jobs, partial(preview_merge, lead.workspace, [file])).bundles
    in_lane(jobs, lead.workspace.close)
    assert brought.read_out == receipt.contents.to_read_out()
    assert brought.check_number == receipt.check_number


def test_a_receipt_one_comes_back_to_says_that_something_was_written_since(
    page: HandOverPage, laptop: Entered, jobs: InlineJobs, tmp_path: Path
) -> None:
    page.write_to(tmp_path / "laptop-c.wsbundle")
    page.hide()
    page.show()
    settle(page)
    assert page.receipt is not None
    assert page._note.text() == ""
    page.hide()
    line = Line(id=new_id(), session=laptop.about.session, sheet="", text="Nobody told us who reads this.")
    in_lane(jobs, partial(keep, laptop.workspace, line))
    page.show()
    settle(page)
    assert "Something was written since." in page._note.text()
    page.show_contents()
    page.write_to(tmp_path / "laptop-c-2.wsbundle")
    assert page._note.text() == ""


def test_a_line_that_was_taken_away_and_an_observers_notes_have_rows_of_their_own(
    page: HandOverPage, laptop: Entered, jobs: InlineJobs
) -> None:
    own, session = laptop.workspace, laptop.about.session
    line = Line(id=new_id(), session=session, sheet="", text="Nobody told us who reads this.")
    notes = Observation(id=new_id(), session=session, took_part="Two voices led.", given=True)
    empty = Line(id=new_id(), session=session, sheet="")
    rows = contents_rows(in_lane(jobs, partial(preview, own)).contents)
    for record in (line, empty, notes):
        in_lane(jobs, partial(keep, own, record))
    for record in (line, empty):
        in_lane(jobs, partial(take_away, own, Line, record.id))
    more = contents_rows(in_lane(jobs, partial(preview, own)).contents)
    added = {words: count - dict(rows).get(words, 0) for words, count in more}
    assert added["Lines taken away: their words go along"] == 1
    assert added["An observer’s notes, with their earlier wordings"] == 1
    assert added["Themes, groups and all else"] == 1, "an empty line says nothing"
    assert sum(count for _words, count in more[:-1]) == dict(more)["All together"]


def test_an_open_questionnaire_stays_and_is_said_to_stay(
    page: HandOverPage, laptop: Entered, jobs: InlineJobs
) -> None:
    workspace, session = laptop.workspace, laptop.about.session
    form = in_lane(jobs, partial(questionnaires, workspace, session)).forms[0]
    late = in_lane(jobs, partial(open_box, workspace, session, form.id, None)).value
    in_lane(jobs, partial(answer, workspace, late.id, {}))
    page.show_contents()
    assert page.left_out() == ["An open questionnaire (1): it goes once it is closed"]


def test_a_folder_that_is_not_there_is_told_and_another_can_be_chosen(
    page: HandOverPage, tmp_path: Path
) -> None:
    page.write_to(tmp_path / "gone" / "laptop-c.wsbundle")
    assert page.trouble.isVisible()
    assert "is not there" in page.trouble.accessibleName()
    assert page.write.isEnabled()
    page.write_to(tmp_path / "laptop-c.wsbundle")
    assert not page.trouble.isVisible()
    assert page.receipt is not None


def test_the_second_copy_is_compared_and_a_changed_file_is_not_copied(
    page: HandOverPage, tmp_path: Path
) -> None:
    file, stick = tmp_path / "laptop-c.wsbundle", tmp_path / "stick"
    stick.mkdir()
    page.write_to(file)
    assert page.receipt is not None
    assert page.receipt.copied.text() == "There is no second copy of this bundle yet."
    page.receipt.copy_to(tmp_path)
    assert page.receipt.copied.text() == "That is the folder it is in already. Choose another one."
    page.receipt.copy_to(stick)
    assert (stick / file.name).read_bytes() == file.read_bytes()
    assert page.receipt.copied.text().startswith(f"Second copy in {stick}, compared ")
    file.write_bytes(file.read_bytes()[:-1])
    page.receipt.copy_to(stick)
    assert page.receipt.copied.text() == "laptop-c.wsbundle is not as it was written. Hand over again."


def test_a_laptop_on_which_nothing_was_written_has_nothing_to_hand_over(
    jobs: InlineJobs, home: ExampleHome, look: Look, tmp_path: Path
) -> None:
    fresh = home.fresh_laptop(jobs, tmp_path, "A")
    page = HandOverPage(fresh.workspace, jobs, look)
    page.show()
    settle(page)
    assert not page.write.isEnabled()
    page.hide()
    page.deleteLater()
    in_lane(jobs, fresh.workspace.close)
