"""The lead's bundles on the screen: looked at, decided side by side, merged with a receipt, settled later."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Verdict
from capture_app.services.conflicts import conflicts
from capture_app.services.dumping import dump, dump_digest
from capture_app.services.keeping import entry
from capture_app.services.reporting import synthesis_document
from capture_app.services.workspaces import Workspace
from capture_app.ui.merge_page import MergePage, Stage
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.label import Prose
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import (
    ADOPTED,
    BEFORE,
    FROM_A,
    FROM_B,
    HEADS_B,
    REJECTED,
    LeadWorld,
    in_lane,
    make_bundles_about_an_answer,
    make_erasing_bundle,
    make_foreign_bundle,
    make_locked_bundle,
    make_world,
    make_world_of_a_decision,
)
from tests.helpers.render import clipped_texts, settle, unnamed_controls


@pytest.fixture
def world(jobs: InlineJobs, tmp_path: Path) -> Iterator[LeadWorld]:
    made = in_lane(jobs, partial(make_world, tmp_path))
    yield made
    in_lane(jobs, made.lead.close)


@pytest.fixture
def page(world: LeadWorld, jobs: InlineJobs, look: Look, qtbot: QtBot) -> MergePage:
    return opened(world.lead, jobs, look, qtbot)


def opened(workspace: Workspace, jobs: InlineJobs, look: Look, qtbot: QtBot) -> MergePage:
    """The page as it stands in a window of 1366 x 768."""
    page = MergePage(workspace, jobs, look)
    qtbot.addWidget(page)
    page.resize(1178, 690)
    page.show()
    settle(page)
    return page


def dropped(page: MergePage, files: list[Path]) -> None:
    """Files let go over the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, modifiers))
    settle(page)


def words_on(widget: QWidget) -> str:
    """Everything that can be read there, one label a line."""
    shown = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    named = [label.accessibleName() if isinstance(label, Prose) else label.text() for label in shown]
    return "\n".join(named)


def text_of(jobs: InlineJobs, workspace: Workspace, line: RecordId) -> str:
    """The line as the workspace has it, as one line of the dump."""
    return next(one for one in in_lane(jobs, partial(dump, workspace)) if f'"id":"{line}"' in one)


def test_three_bundles_are_looked_at_one_conflict_decided_merged_and_the_other_settled_later(
    page: MergePage, world: LeadWorld, jobs: InlineJobs, qtbot: QtBot
) -> None:
    untouched = in_lane(jobs, partial(dump_digest, world.lead))
    dropped(page, world.bundles)

    assert page.header.accessibleName() == "Merge preview · 3 bundles"
    assert "Laptop B · Noor A." in words_on(page.preview.cards)
    pane = page.preview.pane
    assert [(view.field_words, view.place) for view in pane.views] == [
        ("text", "Group 2, question 1, line 1"),
        ("headcount", "Group 2, worksheet"),
    ]
    faces = {card.face.title: card.face for card in pane.detail.columns.cards}
    assert list(faces) == ["Before both", "Laptop B · shown for now", "Laptop A"]
    assert [face.text for face in faces.values()] == [BEFORE, FROM_B, FROM_A]
    assert [mark.of(FROM_A) for mark in faces["Laptop A"].marks] == ["Five", "eight", "into one rule"]
    assert (clipped_texts(page), unnamed_controls(page)) == ([], [])

    QTest.keyClick(pane.list, Qt.Key.Key_A)
    assert pane.list.row_at() == 1  # on to the headcount
    assert "1 conflict will wait on this page" in words_on(page.foot)
    assert in_lane(jobs, partial(dump_digest, world.lead)) == untouched

    with qtbot.waitSignal(page.saved):
        page.foot.merge.click()
    settle(page)
    assert page.stage is Stage.RECEIPT
    for receipt in world.receipts.values():
        assert receipt.check_number in words_on(page.receipt)
        assert receipt.contents.to_read_out() in words_on(page.receipt)
    assert FROM_A in text_of(jobs, world.lead, world.line)
    assert "lead.backups" in words_on(page.receipt)
    with qtbot.waitSignal(page.synthesis_wanted) as asked:
        page.receipt.reads[0].click()
    assert asked.args == [world.session]

    page.receipt.settle.click()
    settle(page)
    assert page.header.accessibleName() == "Bundles · 1 conflict waits"
    with qtbot.waitSignal(page.saved):
        QTest.keyClick(page.waiting.pane.list, Qt.Key.Key_B)
    assert page.header.accessibleName() == "Bundles · every conflict is settled"
    assert in_lane(jobs, partial(conflicts, world.lead)) == []
    assert any(f'"headcount":{HEADS_B}' in one for one in in_lane(jobs, partial(dump, world.lead)))


def test_a_third_wording_can_be_written_and_every_choice_undone_before_the_merge(
    page: MergePage, world: LeadWorld, jobs: InlineJobs
) -> None:
    page.add_bundles(world.bundles)
    pane = page.preview.pane
    QTest.keyClick(pane.list, Qt.Key.Key_E)
    editor = pane.detail.own_wording.findChildren(QPlainTextEdit)[0]
    assert editor.toPlainText() == FROM_B
    editor.setPlainText("Seven rules are too many; the group was split.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(pane.list, Qt.Key.Key_A)
    assert (len(pane.decisions), pane.waiting()) == (2, 0)

    QTest.keyClick(pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.waiting() == 1
    pane.list.go_to(0)
    assert pane.detail.columns.cards[-1].face.text == "Seven rules are too many; the group was split."
    pane.detail.take_back.click()
    assert pane.waiting() == 2

    page.merge()
    assert FROM_A in text_of(jobs, world.lead, world.line)
    assert FROM_B in text_of(jobs, world.lead, world.line)


def test_a_bundle_of_another_consultation_is_refused_in_one_sentence_and_changes_nothing(
    page: MergePage, world: LeadWorld, jobs: InlineJobs, tmp_path: Path
) -> None:
    foreign = in_lane(jobs, partial(make_foreign_bundle, tmp_path))
    untouched = in_lane(jobs, partial(dump_digest, world.lead))
    dropped(page, [foreign])

    refused = [banner for banner in page.preview.cards.findChildren(Banner) if banner.isVisible()]
    assert [banner.accessibleName() for banner in refused] == ["laptop-z.wsbundle"]
    assert "sealed to somebody else" in refused[0].accessibleDescription()
    assert not page.foot.merge.isEnabled()
    assert in_lane(jobs, partial(dump_digest, world.lead)) == untouched

    page.foot.cancel.click()
    assert page.stage is Stage.WAITING
    assert page.waiting.place.isVisible()


def test_a_bundle_with_a_passphrase_asks_for_it_where_it_stands_and_says_when_it_is_another(
    page: MergePage, world: LeadWorld, tmp_path: Path
) -> None:
    page.add_bundles([*world.bundles, make_locked_bundle(tmp_path)])
    (asked,) = page.preview.cards.locked
    assert "It opens with a passphrase." in words_on(asked)

    QTest.keyClicks(asked.editor, "rain on the roof all night")
    QTest.keyClick(asked.editor, Qt.Key.Key_Return)
    settle(page)
    (asked,) = page.preview.cards.locked
    assert "That passphrase does not open this file. Nothing was changed." in words_on(asked)

    page.foot.merge.click()  # the other three go in all the same
    settle(page)
    assert page.header.accessibleName() == "Merged · 3 bundles"
    assert "Not taken in: laptop-d.wsbundle" in words_on(page.receipt)


def test_an_answer_that_was_taken_out_on_one_laptop_can_be_decided_like_any_other(
    page: MergePage, world: LeadWorld, jobs: InlineJobs, tmp_path: Path
) -> None:
    page.add_bundles(in_lane(jobs, partial(make_bundles_about_an_answer, tmp_path, world)))
    pane = page.preview.pane
    taken_out = next(card.face for card in pane.detail.columns.cards if card.face.text == "taken out")
    assert taken_out.letter in ("A", "B")  # E and L mean something else in this list

    QTest.keyClick(pane.list, Qt.Key(ord(taken_out.letter)))
    page.merge()
    assert in_lane(jobs, partial(conflicts, world.lead)) == []
    assert all('"share"' not in one for one in in_lane(jobs, partial(dump, world.lead)) if "Sheet" in one)


def test_one_decision_made_otherwise_on_two_laptops_is_settled_in_one_with_the_time_of_the_side_taken(
    jobs: InlineJobs, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    world = in_lane(jobs, partial(make_world_of_a_decision, tmp_path))
    page = opened(world.lead, jobs, look, qtbot)
    dropped(page, world.bundles)
    pane = page.preview.pane
    assert [view.field_words for view in pane.views] == ["what the group decided"]
    faces = {card.face.letter: card.face.text for card in pane.detail.columns.cards}
    assert faces == {
        "A": f"Adopt\n{ADOPTED}\nMatters most: yes",
        "B": f"Reject\n{REJECTED}\nMatters most: no",
    }
    assert clipped_texts(page) == []

    page.merge()
    document = in_lane(jobs, partial(synthesis_document, world.lead, world.session))
    assert [one.values for one in document.disagreements] == [
        (f"Adopt: {ADOPTED}; matters most: yes", f"Reject: {REJECTED}; matters most: no")
    ]
    page.receipt.settle.click()
    settle(page)
    QTest.keyClick(page.waiting.pane.list, Qt.Key.Key_A)
    assert page.header.accessibleName() == "Bundles · every conflict is settled"
    assert _decision(world, jobs) == (Verdict.YES, ADOPTED, True, "11:02")
    QTest.keyClick(page.waiting.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _decision(world, jobs) == (Verdict.NO, REJECTED, False, "11:07")
    in_lane(jobs, world.lead.close)


def _decision(world: LeadWorld, jobs: InlineJobs) -> tuple[Verdict | None, str, bool, str]:
    found = in_lane(jobs, partial(entry, world.lead, Line, world.line))
    assert found is not None
    line = found.record
    return line.verdict, line.text, line.priority, line.said_at[-5:]


def test_what_a_merge_would_erase_is_named_before_it_happens(
    world: LeadWorld, jobs: InlineJobs, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    older, bundle = in_lane(jobs, partial(make_erasing_bundle, tmp_path, world))
    page = opened(older, jobs, look, qtbot)
    page.add_bundles([bundle])
    settle(page)

    assert "This merge erases 1 record" in words_on(page.preview)
    assert "Group 2, question 1, line 1" in words_on(page.preview)
    assert page.foot.merge.text() == "Back up, erase and merge"
    assert BEFORE in text_of(jobs, older, world.line)

    page.foot.merge.click()
    settle(page)
    assert all(BEFORE not in one for one in in_lane(jobs, partial(dump, older)))
    assert "replaced by one without the words" in words_on(page.receipt)
    in_lane(jobs, older.close)


def test_a_settled_conflict_shows_again_what_was_shown_before_with_undo_and_is_settled_again_with_redo(
    page: MergePage, world: LeadWorld, jobs: InlineJobs
) -> None:
    page.add_bundles(world.bundles)
    page.merge()
    page.receipt.settle_wanted.emit()
    pane = page.waiting.pane
    view = next(one for one in pane.views if one.record == world.line)
    pane.list.go_to(pane.views.index(view))
    shown, other = view.versions[0].text, view.versions[1].text
    pane._take(1)
    assert _line_text(world, jobs) == other
    assert page.toast.isVisible()
    QTest.keyClick(pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _line_text(world, jobs) == shown
    decided = pane.decisions.of(view)
    assert decided is not None
    assert decided.text == shown
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pane, Qt.Key.Key_Z, both)
    assert _line_text(world, jobs) == other


def _line_text(world: LeadWorld, jobs: InlineJobs) -> str:
    found = in_lane(jobs, partial(entry, world.lead, Line, world.line))
    assert found is not None
    return found.record.text


def test_coming_back_the_page_says_which_bundles_were_merged_before(
    page: MergePage, world: LeadWorld, jobs: InlineJobs, look: Look, qtbot: QtBot
) -> None:
    assert not page.waiting.came.isVisible()
    assert page.waiting.place.accessibleName().startswith("No bundles yet.")
    page.add_bundles(world.bundles)
    page.merge()
    again = opened(world.lead, jobs, look, qtbot)
    assert again.waiting.strip.isVisible()
    assert again.waiting.strip.accessibleName().startswith("3 bundles were merged here.")
    assert "No bundles yet" not in words_on(again)
    told = words_on(again.waiting.came)
    for laptop, receipt in world.receipts.items():
        assert laptop in told
        assert receipt.check_number in told
    assert clipped_texts(again.waiting.came) == []

    page.add_bundles(world.bundles)
    page.merge()
    page.cancel()
    assert page.waiting.strip.accessibleName().startswith("3 bundles"), (
        "the same file again is the same bundle"
    )
