"""Setting a consultation up: what is typed is kept as it is typed, undone again, and an error leaves it standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.records import DataProtection, Dispatch, Interest, Objective, Party, Theme, ThemeLabel
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Precision
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.making import file_of
from capture_app.services import keeping
from capture_app.services.card import card_missing
from capture_app.services.document_material import whole_material
from capture_app.services.dumping import dump_digest
from capture_app.services.entering import Entered
from capture_app.services.workspaces import Workspace, open_workspace
from capture_app.ui.keys import KeyMap
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.setup.card_pane import AnswerEditor, CardPane, usual_bases
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from capture_app.ui.widgets.empty_state import EmptyState
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import fill
from tests.helpers.render import settle
from tests.reports.reading import html_words


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SetupPage]:
    page = SetupPage(entered, jobs, look)
    page.resize(1150, 680)
    page.show()
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def _part(page: SetupPage, key: str) -> RegisterPane:
    page.show_part(key)
    settle(page)
    return page.pane()


def _control(pane: QWidget, label: str, kind: type[QWidget] = QLineEdit) -> QWidget:
    return next(each for each in pane.findChildren(kind) if each.accessibleName() == label)


def _type(pane: QWidget, label: str, words: str) -> None:
    control = _control(pane, label)
    control.setFocus()
    QTest.keyClicks(control, words)


def _leave(page: SetupPage) -> None:
    page.keep_typed()
    settle(page)


def _kept(jobs: InlineJobs, entered: Entered, kind: type) -> list[object]:
    return [one.record for one in in_lane(jobs, partial(keeping.entries, entered.workspace, kind))]


def test_a_party_is_added_by_typing_and_stands_in_the_list(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "parties")
    QTest.mouseClick(pane.add_button, Qt.MouseButton.LeftButton)
    assert _kept(jobs, entered, Party) == []
    _type(pane, "Name", "Vale Trust")
    _type(pane, "Their part", "Partner")
    _leave(page)
    (party,) = _kept(jobs, entered, Party)
    assert isinstance(party, Party)
    assert (party.name, party.part) == ("Vale Trust", "Partner")
    assert pane.list.current == party.id
    assert pane.list.model().index(0, 0).data() == "Vale Trust"


def test_what_is_typed_is_drafted_before_the_field_is_left_and_survives_a_crash(
    page: SetupPage, entered: Entered, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = _part(page, "parties")
    pane.add()
    with qtbot.waitSignal(page.saved):
        _type(pane, "Name", "Vale Tr")
    copy = tmp_path / "after the crash.capture"
    for ending in ("", "-wal"):
        (copy.parent / (copy.name + ending)).write_bytes(
            (entered.workspace.path.parent / (entered.workspace.path.name + ending)).read_bytes()
        )
    again = in_lane(jobs, partial(open_workspace, copy))
    assert again.recovered == 1
    (party,) = in_lane(jobs, partial(keeping.entries, again, Party))
    assert party.record.name == "Vale Tr"
    in_lane(jobs, again.close)


def test_every_change_can_be_undone_and_done_again(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "consultation")
    before = in_lane(jobs, partial(dump_digest, entered.workspace))
    _type(pane, "Commissioned by", "Vale Council")
    _leave(page)
    changed = in_lane(jobs, partial(dump_digest, entered.workspace))
    assert changed != before
    pane.steps.back()
    settle(page)
    assert in_lane(jobs, partial(dump_digest, entered.workspace)) == before
    shown = _control(pane, "Commissioned by")
    assert isinstance(shown, QLineEdit)
    assert shown.text() == ""
    pane.steps.forward()
    settle(page)
    assert in_lane(jobs, partial(dump_digest, entered.workspace)) == changed


def test_a_removed_record_comes_back_by_undo(page: SetupPage, entered: Entered, jobs: InlineJobs) -> None:
    pane = _part(page, "glossary")
    pane.add()
    _type(pane, "Term", "NRM")
    _leave(page)
    QTest.mouseClick(pane.remove_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert pane.toast.isVisible()
    assert pane.list.model().rowCount() == 0
    page.listen(KeyMap())
    page.activateWindow()
    pane.add_button.setFocus()
    QTest.keyClick(pane.add_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert pane.list.model().rowCount() == 1


def test_a_theme_keeps_every_name_a_source_gives_it(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "frame")
    pane.add()
    _type(pane, "Code", "S1")
    _leave(page)
    (block,) = pane.form.rows
    for words in ("Ethos and values", "Values and ethos"):
        block.add()
        control = QApplication.focusWidget()
        assert control is not None
        QTest.keyClicks(control, words)
        _leave(page)
    (theme,) = _kept(jobs, entered, Theme)
    names = _kept(jobs, entered, ThemeLabel)
    assert isinstance(theme, Theme)
    assert sorted(one.text for one in names if isinstance(one, ThemeLabel) and one.theme == theme.id) == [
        "Ethos and values",
        "Values and ethos",
    ]


def test_objectives_stand_in_the_order_in_which_they_were_added(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "objectives")
    pane.add()
    _type(pane, "Title", "Three questions")
    _leave(page)
    (block,) = pane.form.rows
    for words in ("zebra", "apple", "mango"):
        block.add()
        control = QApplication.focusWidget()
        assert control is not None
        QTest.keyClicks(control, words)
        _leave(page)
    texts = [one.text for one in _kept(jobs, entered, Objective) if isinstance(one, Objective)]
    assert texts == ["zebra", "apple", "mango"]


def test_a_date_is_read_as_it_is_typed_and_a_year_nobody_gave_is_marked(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "sent")
    pane.add()
    _type(pane, "Title", "Call for written feedback")
    for typed, told in (
        ("3-4 May 2024", "Read as 3 May 2024 to 4 May 2024."),
        ("3 May and 9 May 2024", "Read as 3 May 2024 and 9 May 2024, and nothing in between."),
        (
            "Monday 3 May 2024",
            "Read as 3 May 2024. 3 May 2024 is a Friday, not a Monday. "
            "It is kept as you typed it; put right the day or the weekday.",
        ),
        (
            "9-3 May 2024",
            "It ends before it begins. It is kept as you typed it, and no day is read from it; "
            "put it right, or give both dates a year.",
        ),
        ("early June 2023", "Kept as it is; it stands among dates as June 2023."),
    ):
        _put(pane, "Sent on", typed)
        assert _control(pane, "Sent on").accessibleDescription() == told
    _put(pane, "Sent on", "28th September = 2023-09-28")
    _leave(page)
    (sent,) = _kept(jobs, entered, Dispatch)
    assert isinstance(sent, Dispatch)
    assert (sent.sent.given, sent.sent.edtf, sent.sent.inferred) == ("28th September", "2023-09-28", True)
    assert sent.sent.precision is Precision.DAY


def test_a_date_worked_out_that_cannot_be_right_is_told_and_kept_as_it_was_typed(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "sent")
    pane.add()
    for typed, wrong in (
        ("29 February = 2023", "There is no 29 February 2023."),
        ("in May = Monday 2 May 2023", "2 May 2023 is a Tuesday, not a Monday."),
        ("28th September = 31 February 2023", "There is no 31 February 2023."),
        ("28 September =", "Behind the = stands no date, such as 2023-09-28."),
        ("28 September = soon", "Behind the = stands no date, such as 2023-09-28."),
    ):
        _put(pane, "Sent on", typed)
        told = f"{wrong} It is kept as you typed it, and no day is read from it; put it right."
        assert _control(pane, "Sent on").accessibleDescription() == told
        _leave(page)
        assert [one.sent for one in _kept(jobs, entered, Dispatch) if isinstance(one, Dispatch)] == [
            DateGiven(given=typed)
        ]


def test_a_declared_interest_is_kept_with_its_date_and_stands_in_the_summary_of_workshops(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "interests")
    pane.add()
    _type(pane, "Who declared it", "Ines R.")
    _type(pane, "Their part", "Evaluator")
    _type(pane, "Declared on", "May 2022")
    fill(pane.form, {"In their words": "I wrote the earlier review.", "What follows from it": "Two read it."})
    _leave(page)
    (interest,) = _kept(jobs, entered, Interest)
    assert isinstance(interest, Interest)
    assert (interest.declared_by, interest.part, interest.text) == (
        "Ines R.",
        "Evaluator",
        "I wrote the earlier review.",
    )
    assert (interest.declared.given, interest.declared.edtf) == ("May 2022", "2022-05")
    assert pane.list.model().index(0, 0).data() == "Ines R."

    def printed() -> str:
        with entered.workspace.unit_of_work() as work:
            return html_words(file_of(appendix_of(whole_material(work)), "html"))

    assert "I wrote the earlier review. Two read it." in in_lane(jobs, printed)


def test_the_glossary_promises_only_what_it_does_and_stands_in_the_order_of_its_terms(
    page: SetupPage,
) -> None:
    pane = _part(page, "glossary")
    (empty,) = (one for one in pane.findChildren(EmptyState) if one.isVisible())
    assert "go into every session pack, on paper too" in empty.accessibleName()
    for term in ("oisc", "MARAC", "NRM"):
        pane.add()
        _type(pane, "Term", term)
        _leave(page)
    model = pane.list.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["MARAC", "NRM", "oisc"]


def test_the_data_protection_card_says_when_it_is_complete(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "card")
    labels = ("Controller", "Contact", "Basis under Article 6", "Condition under Article 9", "Kept until")
    for label in labels:
        _type(pane, label, "2030")
    _leave(page)
    (card,) = _kept(jobs, entered, DataProtection)
    assert isinstance(card, DataProtection)
    assert not card.complete
    _type(pane, "Whom to call in danger", "Ines, 0800 000")
    _leave(page)
    (card,) = _kept(jobs, entered, DataProtection)
    assert isinstance(card, DataProtection)
    assert card.complete
    _put(pane, "Kept until", "31 February 2028")
    assert _control(pane, "Kept until").accessibleDescription().startswith("There is no 31 February 2028.")
    _leave(page)
    (card,) = _kept(jobs, entered, DataProtection)
    assert isinstance(card, DataProtection)
    assert (card.retention.given, card.complete) == ("31 February 2028", False)
    missing = in_lane(jobs, partial(_missing_on_card, entered.workspace))
    assert missing.endswith("has to say: kept until. There is no 31 February 2028.")
    _put(pane, "Kept until", "one year after the report")
    _leave(page)
    (card,) = _kept(jobs, entered, DataProtection)
    assert isinstance(card, DataProtection)
    assert card.complete


def _put(pane: RegisterPane, label: str, words: str) -> None:
    """Type in place of what stands there."""
    control = _control(pane, label)
    assert isinstance(control, QLineEdit)
    control.selectAll()
    _type(pane, label, words)


def _missing_on_card(workspace: Workspace) -> str:
    with workspace.unit_of_work() as work:
        return card_missing(work)


def test_a_number_that_is_none_is_told_and_nothing_is_lost(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "consultation")
    control = _control(pane, "Least number for anonymity")
    assert isinstance(control, QLineEdit)
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, "many")
    _leave(page)
    assert control.text() == "many"
    assert "whole number" in control.accessibleDescription()


def test_a_full_disk_is_told_on_the_page_and_the_words_stay(
    page: SetupPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble("The disk is full, so this was not saved.")

    pane = _part(page, "glossary")
    pane.add()
    monkeypatch.setattr(keeping, "keep", full)
    told: list[str] = []
    page.failed.connect(told.append)
    _type(pane, "Term", "NRM")
    _leave(page)
    assert told == ["The disk is full, so this was not saved."]
    assert pane.trouble.isVisible()
    shown = _control(pane, "Term")
    assert isinstance(shown, QLineEdit)
    assert shown.text() == "NRM"


def test_the_card_says_what_is_still_empty_and_offers_usual_answers(
    page: SetupPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = _part(page, "card")
    assert isinstance(pane, CardPane)
    settle(page)
    assert "Still empty: " in pane.needed.accessibleName()
    before = pane.needed.accessibleName()
    editor = pane.findChildren(AnswerEditor)[0]
    line = _control(pane, "Basis under Article 6")
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Down)
    offered = line.completer().popup()
    assert offered is not None
    assert offered.isVisible()
    assert offered.model().rowCount() == len(usual_bases())
    offered.hide()
    assert editor.isAncestorOf(line)
    _type(pane, "Basis under Article 6", "Consent")
    _leave(page)
    after = pane.needed.accessibleName()
    assert "Article 6" in before
    assert "Article 6" not in after
    (card,) = _kept(jobs, entered, DataProtection)
    assert isinstance(card, DataProtection)
    put = replace(
        card,
        controller="A",
        contact="B",
        condition="C",
        retention=DateGiven(given="2028"),
        in_danger="999",
    )
    in_lane(jobs, partial(keeping.keep, entered.workspace, put))
    page.show_card()
    settle(page)
    pane._read()
    assert pane.needed.accessibleName().startswith("That is all")
