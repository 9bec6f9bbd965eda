"""Care around a session: offered, accepted, held, declined, by whom and when, and never what was said (I2, I5, I7)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from capture_app.domain.dates import read_date
from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, AttendanceMark, CareItem, Dispatch, Payment, Person
from capture_app.domain.vocabulary import Grain, Presence
from capture_app.domain.vocabulary_care import Basis, CareState, PaymentState
from capture_app.services.entering import Entered
from capture_app.ui.people.care_register import CARE, care_register
from capture_app.ui.people.days import day
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.register.described import Choice, Flag, Part, Refer, Text
from capture_app.ui.widgets.label import Prose
from tests.helpers.form_hand import choose, control, type_into
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.ui.test_people_page import SESSION, _keep, _kept, _leave, _part, entered, page

__all__ = ["entered", "page"]

ROWAN, INES = Person(id=new_id(), display="Rowan K."), Person(id=new_id(), display="Ines R.")
PAPER = Dispatch(id=new_id(), title="Overview of the systems", edition="second draft")


def test_each_step_is_kept_with_who_did_it_and_when_and_the_list_says_what_is_open(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, (ROWAN, INES, PAPER))
    pane = _part(page, CARE)
    pane.add()
    settle(page)
    choose(pane, "Contributor", "Rowan K.")
    choose(pane, "Session", "Sectoral 2")
    choose(pane, "Debriefing", "Offered")
    choose(pane, "Debriefing by", "Ines R.")
    type_into(pane, "Debriefing on", "17 May 2023")
    choose(pane, "Papers", "Sent")
    choose(pane, "Which paper", "Overview of the systems, second draft")
    choose(pane, "Basis of contribution", "Paid for their time")
    _leave(page)
    (made,) = _kept(jobs, entered, CareItem)
    assert isinstance(made, CareItem)
    assert (made.person, made.session) == (ROWAN.id, SESSION.id)
    assert (made.debriefing, made.debriefing_by, made.debriefing_on) == (
        CareState.OFFERED,
        INES.id,
        "2023-05-17",
    )
    assert (made.papers, made.paper, made.basis) == (CareState.SENT, PAPER.id, Basis.PAID)
    assert made.introduction is CareState.NOT_OFFERED
    told = pane.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == (
        "Rowan K.. Sectoral 2 · still open: introduction, preview of who is coming, "
        "told that nobody asks for their story, told that they may stop at any time"
    )


def test_a_debriefing_before_its_session_and_somebody_introduced_by_themselves_are_told_and_kept(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    held = replace(SESSION, date=read_date("16 May 2023"))
    _keep(jobs, entered, (ROWAN, INES, held, CareItem(id="c", person=ROWAN.id, session=SESSION.id)))
    page.go_to(CARE, "c")
    settle(page)
    pane = page.pane()
    choose(pane, "Introduction by", "Rowan K.")
    type_into(pane, "Debriefing on", "15 May 2023")
    _leave(page)
    told = "By the contributor themselves: introduction. The debriefing is dated before the session."
    assert [one.text() for one in pane.form.findChildren(Prose) if one.isVisible()][-1:] == [told]
    assert told in pane.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    (kept,) = _kept(jobs, entered, CareItem)
    assert isinstance(kept, CareItem)
    assert (kept.introduction_by, kept.debriefing_on) == (ROWAN.id, "2023-05-15")
    choose(pane, "Introduction by", "Ines R.")
    type_into(pane, "Debriefing on", "16 May 2023")
    _leave(page)
    assert not [one for one in pane.form.findChildren(Prose) if one.isVisible() and one.text() == told]


def test_what_comes_before_a_session_and_is_dated_after_it_is_told_and_kept(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    held = replace(SESSION, date=read_date("16 May 2023"))
    late = CareItem(
        id="c",
        person=ROWAN.id,
        session=SESSION.id,
        introduction_on="2023-05-16",
        preview_on="2023-05-17",
        papers=CareState.SENT,
        papers_on="2023-06-01",
    )
    _keep(jobs, entered, (ROWAN, held, late))
    page.go_to(CARE, "c")
    settle(page)
    told = "Dated after the session: preview of who is coming, papers."
    assert _below(page) == [told]
    for label, day_before in (("Preview sent on", "16 May 2023"), ("Papers sent on", "2 May 2023")):
        field = control(page.pane(), label)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        type_into(page.pane(), label, day_before)
    _leave(page)
    assert not [words for words in _below(page) if "Dated after" in words]


def test_whoever_is_paid_but_did_not_come_or_was_to_go_unpaid_is_told_and_kept(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    paid = Payment(id="p", person=ROWAN.id, session=SESSION.id, state=PaymentState.CLAIMED)
    unpaid = CareItem(id="c", person=ROWAN.id, session=SESSION.id, basis=Basis.UNPAID)
    there = [_listed(ROWAN), _listed(INES)]
    other = Payment(id="q", person=INES.id, session=SESSION.id, state=PaymentState.PAID)
    _keep(jobs, entered, (ROWAN, INES, *there, _here(there[1]), paid, unpaid, other))
    page.go_to("payments", "p")
    settle(page)
    assert _below(page) == []
    choose(page.pane(), "State", "Paid")
    _leave(page)
    absent = "Paid, though nobody marked them as here at this session."
    agreed = "Paid, though what was agreed under Care is: without payment, as they wish."
    assert _below(page) == [f"{absent} {agreed}"]
    page.go_to("payments", "q")
    settle(page)
    assert _below(page) == [], "whoever came is paid as agreed"


def test_what_is_open_of_somebodys_care_stands_in_the_list_as_a_whole(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, (ROWAN, INES, CareItem(id="c", person=ROWAN.id, session=SESSION.id)))
    done = CareItem(id="d", person=INES.id, session=SESSION.id, **_all_done())
    _keep(jobs, entered, (done,))
    shown = _part(page, CARE).list
    one = QFontMetricsF(page._look.font(page._look.theme.type.caption))
    heights = {}
    for row in range(2):
        index = shown.model().index(row, 0)
        heights[index.data()] = shown.visualRect(index).height()
        words = index.data(Qt.ItemDataRole.AccessibleTextRole)
        lines = one.horizontalAdvance(words) / shown.viewport().width()
        assert heights[index.data()] >= lines * one.height(), words
    assert heights["Rowan K."] > heights["Ines R."] + one.height()


def _all_done() -> dict[str, Any]:
    steps = {
        name: CareState.HELD if name in ("introduction", "debriefing") else CareState.SENT
        for name in ("introduction", "preview", "papers", "debriefing")
    }
    return {**steps, "basis": Basis.PAID, "no_story": True, "right_to_stop": True}


def _below(page: PeoplePage) -> list[str]:
    """What is told below the form."""
    shown = [one.text() for one in page.pane().form.findChildren(Prose) if one.isVisible()]
    return [words for words in shown if words.startswith(("Dated", "Paid"))]


def _listed(person: Person) -> Attendance:
    return Attendance(id=new_id(), session=SESSION.id, grain=Grain.PERSON, person=person.id)


def _here(entry: Attendance) -> AttendanceMark:
    return AttendanceMark(
        id=new_id(),
        session=SESSION.id,
        entry=entry.id,
        person=entry.person,
        device="laptop",
        at="2023-05-16T09:31:07",
        state=Presence.HERE,
    )


def test_there_is_no_field_in_which_what_was_said_could_be_written() -> None:
    for field in care_register().fields:
        assert isinstance(field, Text | Choice | Flag | Refer | Part)
        if isinstance(field, Text):
            assert field.read is day
            assert not field.in_use
    for words in ("They spoke of the house.", "16 May, and they cried", "May 2023"):
        with pytest.raises(ValueError, match="Type a day with its year"):
            day(words)
    with pytest.raises(ValueError, match="16 May 2023 is a Tuesday, not a Monday"):
        day("Monday 16 May 2023")
    assert day("Tuesday 16 May 2023") == day("16 May 2023") == day("16/5/23") == "2023-05-16"


def test_words_in_the_field_of_a_day_are_kept_nowhere(
    page: PeoplePage, entered: Entered, jobs: InlineJobs
) -> None:
    _keep(jobs, entered, (ROWAN, CareItem(id="c", person=ROWAN.id, session=SESSION.id)))
    page.go_to(CARE, "c")
    settle(page)
    type_into(page.pane(), "Debriefing on", "they told of the house")
    _leave(page)
    (kept,) = _kept(jobs, entered, CareItem)
    assert isinstance(kept, CareItem)
    assert kept.debriefing_on == ""
    said = in_lane(jobs, partial(_everything, entered))
    assert "Rowan K." in said
    assert "house" not in said
    assert control(page.pane(), "Debriefing on").text() == "they told of the house"  # type: ignore[attr-defined]


def _everything(entered: Entered) -> str:
    """All that is in the workspace, drafts included."""
    with entered.workspace.unit_of_work() as work:
        return f"{list(work.log.everything())} {list(work.drafts.shown())}"


def test_care_is_put_away_when_the_page_is_left(page: PeoplePage) -> None:
    _part(page, CARE)
    assert page.in_confidence()
    assert page.banner.isVisible()
    QTest.mouseClick(page.switch, Qt.MouseButton.LeftButton)
    settle(page)
    assert not page.in_confidence()
