"""Briefings not sent are named at their session, and what is the lead’s stays with the lead (I1, I8, I9, I11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.codec import body_of, record_of
from capture_app.domain.dates import read_date
from capture_app.domain.lead_time import days_before
from capture_app.domain.record import Record
from capture_app.domain.records import (
    Commenting,
    Consultation,
    Dispatch,
    EngagementCheck,
    Form,
    Person,
    Session,
    SessionRole,
    Sheet,
    TeamDebrief,
)
from capture_app.domain.vocabulary import DispatchKind, FormPurpose, Upheld, YesNo
from capture_app.reports.blocks import Notice, Report
from capture_app.reports.engagement_words import contradiction_words
from capture_app.services.briefings import briefing_facts
from capture_app.services.document_kinds import Wanted
from capture_app.services.documents import read_documents
from capture_app.services.erasing import erase_person
from capture_app.services.people import doubtful_people
from capture_app.services.slices import for_laptop, of_session
from capture_app.services.undecided import undecided
from capture_app.services.workspaces import Workspace, begin_as_lead, new_workspace
from capture_app.store.unit_of_work import UnitOfWork

HELD = Session(id="s", label="Sectoral 5", date=read_date("16 May 2023"))
NOTE = "The second case tells of violence in a home."
COUNT = st.none() | st.integers(0, 20)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with a session and another one."""
    made = new_workspace(tmp_path / "lead.capture", None).workspace
    with made.unit_of_work() as work:
        begin_as_lead(work, Consultation(id="plan", title="Riverside"))
        work.commit()
    keep(made, HELD, Session(id="o", label="Sectoral 6"))
    yield made
    made.close()


def keep(workspace: Workspace, *records: Record) -> None:
    """Save these."""
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def briefing(name: str, sent: str = "", session: str = "s") -> Dispatch:
    return Dispatch(id=name, briefing=True, title=name.title(), session=session, sent=read_date(sent))


def said(lead: Workspace, session: str = "s") -> list[str]:
    with lead.unit_of_work() as work:
        return [one.words for one in undecided(work, session, date(2026, 5, 1))]


def test_a_briefing_nobody_sent_is_undecided_at_its_session_until_it_is_sent(lead: Workspace) -> None:
    keep(
        lead,
        briefing("funding"),
        briefing("housing", "9 May 2023"),
        Dispatch(id="p", title="Paper", session="s"),
    )
    words = "1 briefing is not sent: Funding."
    assert words in said(lead)
    assert words not in said(lead, "o")
    keep(lead, briefing("funding", "last week"))
    assert words not in said(lead)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("9 May 2023", "sent 7 days before"),
        ("15 May 2023", "sent 1 day before"),
        ("1-9 May 2023", "sent, how long before is not known"),
        ("8 and 18 May 2023", "sent, how long before is not known"),
        ("16 May 2023", "sent on the day itself"),
        ("18 May 2023", "sent 2 days afterwards"),
        ("May 2023", "sent, how long before is not known"),
        ("last week", "sent, how long before is not known"),
        ("", "not sent"),
    ],
)
def test_the_list_says_how_many_days_before_its_session_a_briefing_went_out(
    lead: Workspace, sent: str, words: str
) -> None:
    keep(lead, briefing("a", sent), briefing("b", sent, session=""))
    told = briefing_facts(lead)
    assert told["a"] == f"Sectoral 5 · {words}"
    assert told["b"] == ("not sent" if not sent else "sent, how long before is not known")


def test_of_a_session_without_a_year_no_days_are_counted() -> None:
    assert days_before(read_date("9 May 2023"), read_date("16 May")) is None
    assert days_before(read_date("9 May 2023"), read_date("16-18 May 2023")) == 7


def test_an_older_program_takes_a_briefing_for_a_paper() -> None:
    body = body_of(Dispatch(id="d", briefing=True, topic="Referrals", title="The NRM"))
    assert body["dispatch_kind"] == DispatchKind.PAPER.value
    assert [kind.value for kind in DispatchKind] == ["paper", "invitation", "call"]
    older = {name: body[name] for name in body if name not in ("briefing", "topic", "part")}
    assert record_of(Dispatch, "d", older) == Dispatch(id="d", title="The NRM")


def test_no_pack_carries_how_far_principles_held_nor_what_groups_could_say(lead: Workspace) -> None:
    keep(
        lead,
        EngagementCheck(id="e", session="s", for_real=Upheld.HELD),
        EngagementCheck(id="w"),
        briefing("funding"),
        Commenting(id="c", dispatch="funding"),
        TeamDebrief(id="d", session="s", talked=True),
    )
    with lead.unit_of_work() as work:
        pack, own, other = for_laptop(work, "s"), of_session(work, "s"), of_session(work, "o")
    assert {one.kind for one in pack.revisions}.isdisjoint(
        {"EngagementCheck", "Commenting", "Dispatch", "TeamDebrief"}
    )
    assert {"e", "w", "c", "d"} <= {one.record for one in own.revisions}
    assert {one.record for one in other.revisions} & {"e", "c", "d", "funding"} == set()


def test_a_note_on_heavy_content_is_in_the_pack_and_on_paper(lead: Workspace) -> None:
    note = Session(id="s", label="Sectoral 5", content_note=NOTE)
    forms = [Form(id=purpose.value, purpose=purpose, title=purpose.value) for purpose in FormPurpose]
    keep(lead, note, *forms)
    with lead.unit_of_work() as work:
        (sent,) = [
            one for one in for_laptop(work, "s").revisions if one.record == "s" and NOTE in str(one.body)
        ]
    assert sent.kind == "Session"
    assert heavy(_report(lead, Wanted(kind="session-pack", session="s"))) == [NOTE]
    assert heavy(_report(lead, Wanted(kind="worksheet", session="s", form="worksheet"))) == [NOTE]
    assert heavy(_report(lead, Wanted(kind="worksheet", form="worksheet"))) == []
    assert heavy(_report(lead, Wanted(kind="session-pack", session="o"))) == []


def heavy(report: Report) -> list[str]:
    return [
        one.text
        for one in report.blocks
        if isinstance(one, Notice) and one.title.startswith("This session touches")
    ]


def _report(lead: Workspace, wanted: Wanted) -> Report:
    (planned,) = read_documents(lead, [wanted])
    return planned.report


def test_whoever_got_the_keyboard_counts_as_one_who_wrote(lead: Workspace) -> None:
    watching = SessionRole(id="r", session="s", person="p", role="observer")
    keep(lead, Person(id="p", display="Jo M."), watching, Sheet(id="w", session="s", typed_by="Noor A."))
    assert doubtful_people(lead, "s") == ()
    keep(lead, Sheet(id="w", session="s", typed_by="Noor A., Jo M."))
    assert doubtful_people(lead, "s") == ("Jo M.",)


def test_erasing_a_person_takes_their_look_at_the_principles_along(lead: Workspace) -> None:
    keep(
        lead,
        Person(id="robin", display="Robin"),
        EngagementCheck(id="e", person="robin", looked_by="Robin", for_real_rests="Robin saw it."),
    )
    erase_person(lead, "robin")
    with lead.unit_of_work() as work:
        assert _checks(work) == []


def _checks(work: UnitOfWork) -> list[EngagementCheck]:
    return list(work.records.all(EngagementCheck))


@given(came=COUNT, up=COUNT, part=COUNT, no=COUNT)
def test_what_is_open_and_what_is_settled_are_all_that_came_or_it_is_said_why_not(
    came: int | None, up: int | None, part: int | None, no: int | None
) -> None:
    one = Commenting(id="c", came=came, taken_up=up, taken_in_part=part, not_taken_up=no)
    if one.still_open is not None:
        assert one.still_open + one.settled == came
        assert contradiction_words(one) == ""
    else:
        assert came is None or one.settled > came
        assert bool(contradiction_words(one)) == (one.settled > 0)


def test_comments_of_a_group_that_could_not_comment_are_told() -> None:
    one = Commenting(id="c", may_comment=YesNo.NO, came=2)
    assert contradiction_words(one) == "Comments came from a group that could not comment."
    assert one.still_open == 2
