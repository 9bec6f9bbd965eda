"""Involvement, contact, interviews, reports and the same papers, as the lead writes them down (I3, I4, I5, I6, I10)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import Contact, ContributorReport, Interview, Involvement, Person
from capture_app.domain.vocabulary_care import (
    ContactPurpose,
    FeltHeard,
    InterviewPromise,
    InterviewState,
    ReportWay,
    Tier,
)
from capture_app.services.entering import Entered
from capture_app.ui.keys import KeyMap
from capture_app.ui.people.contact_register import CONTACTS, contact_register
from capture_app.ui.people.days import day
from capture_app.ui.people.interview_register import INTERVIEWS
from capture_app.ui.people.involvement_register import INVOLVEMENT
from capture_app.ui.people.report_register import REPORTS
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.register.described import Choice, Refer, Text
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.widgets.label import Prose
from tests.helpers.form_hand import choose, control, type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.ui.test_people_page import SESSION, _keep, _kept, _leave, _part, entered, page

__all__ = ["entered", "page"]

ROWAN, INES, NOOR = (Person(id=person_code(), display=name) for name in ("Rowan K.", "Ines R.", "Noor A."))


@pytest.fixture(autouse=True)
def people(entered: Entered, jobs: InlineJobs) -> None:
    _keep(jobs, entered, (ROWAN, INES, NOOR))


def adding(page: PeoplePage, key: str, contributor: str = "Contributor") -> RegisterPane:
    """The form of a new record about Rowan."""
    pane = _part(page, key)
    pane.add()
    settle(page)
    choose(pane, contributor, "Rowan K.")
    return pane


def lines(pane: RegisterPane) -> list[str]:
    """What the list says, as it is read aloud."""
    model = pane.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def shown(pane: QWidget) -> list[str]:
    return [one.text() for one in pane.findChildren(Prose) if one.isVisible()]


def test_how_closely_each_is_involved_stands_in_plain_words_and_is_counted(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = adding(page, INVOLVEMENT, "Person")
    choose(pane, "How closely involved", "Asked as a group, such as an advisory panel")
    _leave(page)
    (made,) = _kept(jobs, entered, Involvement)
    assert (made.person, made.tier) == (ROWAN.id, Tier.PANEL)  # type: ignore[attr-defined]
    assert lines(pane) == ["Rowan K.. asked as a group, such as an advisory panel"]
    more = ((INES, Tier.PANEL), (NOOR, Tier.SECTOR), (NOOR, Tier.SECTOR), (INES, Tier.DIRECT))
    _keep(jobs, entered, [Involvement(id=new_id(), person=who.id, tier=tier) for who, tier in more])
    _keep(
        jobs, entered, [Involvement(id=new_id(), person=INES.id), Involvement(id=new_id(), tier=Tier.SECTOR)]
    )
    pane._read()
    settle(page)
    assert "1 works on the project · 2 are asked as a group · 1 came from the sector" in shown(pane)
    assert [line for line in lines(pane) if "twice" in line and line.startswith("Ines")] == [
        "Ines R.. written down twice · asked as a group, such as an advisory panel",
        "Ines R.. written down twice · works on the project, with lived experience",
        "Ines R.. written down twice · not said yet",
    ]


def test_contact_is_a_day_and_a_purpose_written_by_keyboard_alone_and_the_newest_stands_first(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, [Contact(id="0", person=INES.id, contact_on="2023-05-10")])
    page.activateWindow()
    pane = _part(page, CONTACTS)
    pane.add_button.setFocus()
    QTest.keyClick(pane.add_button, Qt.Key.Key_Space)
    settle(page)
    by_keyboard(
        ["Contributor", "What for", "On which day", "By whom"], ["Rowan", "Papers", "18 May 2023", "Ines"]
    )
    _leave(page)
    made = next(one for one in _kept(jobs, entered, Contact) if one.id != "0")
    assert made == Contact(
        id=made.id,
        person=ROWAN.id,
        contact_on="2023-05-18",
        contact_for=ContactPurpose.PAPERS,
        contact_by=INES.id,
    )
    assert lines(pane) == ["Rowan K.. 18 May 2023 · papers · by Ines R.", "Ines R.. 10 May 2023"]


def by_keyboard(labels: Sequence[str], typed: Sequence[str]) -> None:
    """From where the keyboard is, field by field with Tab; in a list the first letters choose."""
    for label, words in zip(labels, typed, strict=True):
        at = QApplication.focusWidget()
        assert isinstance(at, QComboBox | QLineEdit)
        assert at.accessibleName() == label
        QTest.keyClicks(at, words)
        if isinstance(at, QComboBox):
            at.activated.emit(at.currentIndex())
        QTest.keyClick(at, Qt.Key.Key_Tab)


def test_a_contact_has_no_field_for_what_was_said_and_words_for_its_day_are_kept_nowhere(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    for field in contact_register().fields:
        assert isinstance(field, Refer | Choice | Text)
        assert not isinstance(field, Text) or field.read is day
    pane = adding(page, CONTACTS)
    type_into(pane, "On which day", "they told of the house")
    _leave(page)
    (kept,) = _kept(jobs, entered, Contact)
    assert kept.contact_on == ""  # type: ignore[attr-defined]


def test_an_interview_that_waits_for_an_answer_or_a_summary_is_named_as_open(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = adding(page, INTERVIEWS)
    assert any("no transcript" in words for words in shown(pane))
    choose(pane, "State", "Offered")
    _leave(page)
    assert lines(pane) == ["Rowan K.. offered · still open: no answer yet"]
    choose(pane, "State", "Held")
    type_into(pane, "On which day", "2 June 2023")
    choose(pane, "Introduced by", "Ines R.")
    choose(pane, "What was promised about it", "Confidential")
    _leave(page)
    assert lines(pane) == ["Rowan K.. held · 2 June 2023 · still open: no summary yet"]
    type_into(pane, "Summary", "Asks for the papers a week before.")
    type_into(pane, "Where the summary is kept", "here")
    _leave(page)
    assert lines(pane) == ["Rowan K.. held · 2 June 2023"]
    (made,) = _kept(jobs, entered, Interview)
    assert made == Interview(
        id=made.id,
        person=ROWAN.id,
        state=InterviewState.HELD,
        introduced_by=INES.id,
        interview_on="2023-06-02",
        promise=InterviewPromise.CONFIDENTIAL,
        summary="Asks for the papers a week before.",
        kept_at="here",
    )


def test_a_contributors_report_is_kept_in_their_words_and_a_change_is_undone_by_key(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    page.listen(KeyMap())
    pane = adding(page, REPORTS)
    choose(pane, "Session", "Sectoral 2")
    type_into(pane, "Came on", "22 May 2023")
    choose(pane, "How it reached us", "Written by them")
    for label, words in (
        ("What went well", "I was asked first."),
        ("What made it hard", "The room was small."),
        ("What should change", "A break."),
        ("Anything else", "Thank you for the tea."),
    ):
        type_into(pane, label, words)
    choose(pane, "Whether they felt heard", "They felt heard in part")
    _leave(page)
    (made,) = _kept(jobs, entered, ContributorReport)
    assert made == ContributorReport(
        id=made.id,
        person=ROWAN.id,
        session=SESSION.id,
        reported_on="2023-05-22",
        way=ReportWay.WRITTEN,
        went_well="I was asked first.",
        made_hard="The room was small.",
        should_change="A break.",
        felt_heard=FeltHeard.PARTLY,
        further="Thank you for the tea.",
    )
    assert lines(pane) == ["Rowan K.. Sectoral 2 · 22 May 2023"]
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    (back,) = _kept(jobs, entered, ContributorReport)
    assert back.felt_heard is FeltHeard.NOT_SAID  # type: ignore[attr-defined]
    QTest.mouseClick(pane.remove_button, Qt.MouseButton.LeftButton)
    settle(page)
    assert _kept(jobs, entered, ContributorReport) == []
    QTest.keyClick(pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    (again,) = _kept(jobs, entered, ContributorReport)
    assert again == back
    assert isinstance(control(pane, "What went well"), QPlainTextEdit)
