"""After a session: debriefs that never conflict, what is undecided, and closing, which asks why (H1, delight 12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from capture_app.domain.dates import read_date
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id, person_code
from capture_app.domain.records import (
    AgendaPart,
    CareItem,
    Group,
    Line,
    Need,
    Payment,
    Person,
    Session,
    SessionClosing,
    Sheet,
    TeamDebrief,
)
from capture_app.domain.vocabulary import SheetState
from capture_app.domain.vocabulary_care import Basis, CareState, LeftOpen, PaymentState
from capture_app.exchange.locks import PLAIN
from capture_app.exchange.reader import read
from capture_app.services import keeping, reading_back
from capture_app.services.checking import lead_key_of
from capture_app.services.closing import close_session, open_again, read_closing
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.questioning import close_box
from capture_app.services.running import begin, finish
from capture_app.services.sessions import session_facts
from capture_app.services.undecided import is_due
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.pack_world import PackWorld, pack_world

AT = datetime(2024, 5, 16, 16, 10).astimezone()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    """A lead with one session, whose card is filled in."""
    with pack_world(tmp_path) as made:
        yield made


def device(workspace: Workspace) -> str:
    with workspace.unit_of_work() as work:
        return work.author.device


def test_the_debriefs_of_two_laptops_both_arrive_and_never_conflict(world: PackWorld) -> None:
    bundles = []
    for label in ("Laptop B", "Laptop C"):
        own = world.laptop(label)
        made = link_id("TeamDebrief", world.session, device(own))
        keeping.keep(own, TeamDebrief(id=made, session=world.session, device=device(own), issues=label))
        bundles.append(hand_over(own, world.folder / f"{label}-back.wsbundle").path)
        own.close()
    merge(world.lead, bundles)
    with world.lead.unit_of_work() as work:
        assert work.records.conflicts() == []
        said = {one.issues for one in work.records.all(TeamDebrief, session=world.session)}
    assert said == {"Laptop B", "Laptop C"}


def test_no_laptop_gets_what_another_one_says_of_a_session(world: PackWorld) -> None:
    keeping.keep(world.lead, TeamDebrief(id="d", session=world.session, issues="The room was cold."))
    own = world.laptop()
    assert keeping.entries(own, TeamDebrief) == ()
    own.close()


def words(world: PackWorld, workspace: Workspace) -> list[str]:
    return [one.words for one in read_closing(workspace, world.session, AT).undecided]


def test_a_session_closes_without_a_word_when_nothing_is_undecided(tmp_path: Path) -> None:
    own = new_workspace(tmp_path / "lead.capture", None).workspace
    keeping.keep(own, Session(id="s", label="Sectoral 5"))
    assert read_closing(own, "s", AT).undecided == ()
    close_session(own, "s", AT)
    closed = read_closing(own, "s", AT).own
    assert closed is not None
    assert (closed.at, closed.reason) == (AT.replace(tzinfo=None), "")
    open_again(own, "s")
    assert read_closing(own, "s", AT).own is None
    with pytest.raises(NotPossible, match="not closed"):
        open_again(own, "s")
    own.close()


def test_each_kind_of_thing_that_is_undecided_is_named_and_goes_when_it_is_decided(world: PackWorld) -> None:
    lead, session = world.lead, world.session
    group, part = new_id(), new_id()
    keeping.keep(lead, Group(id=group, session=session, label="The call"))
    keeping.keep(lead, AgendaPart(id=part, session=session, title="Break"))
    world.pack("Laptop B")
    told = words(world, lead)
    assert "1 group has no worksheet: The call." in told
    assert any("neither read back nor closed" in one for one in told)
    assert any("never ran" in one and "Break" in one for one in told)
    assert "Nothing came back from 1 laptop: Laptop B." in told
    begin(lead, session, part, AT)
    assert "1 part is still running: Break." in words(world, lead)
    finish(lead, session, AT)
    keeping.take_away(lead, Group, group)
    for one in keeping.entries(lead, Sheet, session=session):
        keeping.keep(lead, replace(one.record, state=SheetState.CLOSED))
    for one_part in keeping.entries(lead, AgendaPart, session=session):
        begin(lead, session, one_part.record.id, AT)
    finish(lead, session, AT)
    assert words(world, lead) == ["Nothing came back from 1 laptop: Laptop B."]


def test_a_laptop_answers_for_its_own_worksheets_and_open_questionnaires_and_knows_no_care(
    world: PackWorld,
) -> None:
    keeping.keep(world.lead, Need(id="n", session=world.session, need="A quiet room"))
    keeping.keep(world.lead, Payment(id="m", session=world.session))
    assert {"1 need is not decided.", "1 payment is not agreed."} <= set(words(world, world.lead))
    own = world.laptop()
    assert not any("worksheet" in one or "need" in one or "payment" in one for one in words(world, own))
    assert not any("laptop" in one for one in words(world, own))
    sheet = keeping.entries(own, Sheet, session=world.session)[0].record
    keeping.keep(own, replace(sheet, headcount=8))
    box = world.open_questionnaire(own)
    told = words(world, own)
    assert any("1 worksheet was neither read back nor closed" in one for one in told)
    assert "1 questionnaire is still open." in told
    close_box(own, box)
    assert "1 questionnaire is still open." not in words(world, own)
    own.close()


def test_worksheets_that_are_not_done_are_named_in_the_order_of_the_groups_and_why(world: PackWorld) -> None:
    lead, session = world.lead, world.session
    sheets = {one.record.group: one.record for one in keeping.entries(lead, Sheet, session=session)}
    groups = [one.record for one in keeping.entries(lead, Group, session=session)]
    early = Group(id=new_id(), session=session, label="The early group", order="!")
    keeping.keep(lead, early)
    keeping.keep(lead, replace(sheets[groups[0].id], id=new_id(), group=early.id))
    names = ", ".join(("The early group", *(one.label for one in groups)))
    assert f"{len(groups) + 1} worksheets were neither read back nor closed: {names}." in words(world, lead)

    first = sheets[groups[0].id]
    reading_back.close(lead, first.id)
    reading_back.reopen(lead, first.id, "A point was missing.")
    told = words(world, lead)
    again = "1 worksheet was opened again, and neither read back nor closed since"
    assert f"{again}: {groups[0].label}." in told
    reading_back.confirm_rest(lead, first.id)
    reading_back.close(lead, first.id)
    reading_back.reopen(lead, first.id, "Another one.")
    assert not any(groups[0].label in one for one in words(world, lead) if "worksheet" in one)


def test_a_bundle_counts_as_read_back_what_was_read_back_and_not_what_was_only_closed(
    world: PackWorld,
) -> None:
    own = world.laptop()
    first, second = (one.record.id for one in keeping.entries(own, Sheet, session=world.session)[:2])
    reading_back.confirm_rest(own, first)
    for sheet in (first, second):
        reading_back.close(own, sheet)
    contents = hand_over(own, world.folder / "back.wsbundle").contents
    assert (contents.sheets, contents.sheets_read_back) == (2, 1)
    own.close()


def test_two_laptops_close_and_the_lead_sees_both_with_their_reasons_and_no_conflict(
    world: PackWorld,
) -> None:
    bundles = []
    for label in ("Laptop B", "Laptop C"):
        own = world.laptop(label)
        with pytest.raises(NotPossible, match="Say in a sentence why"):
            close_session(own, world.session, AT)
        close_session(own, world.session, AT, f"{label} kept no times")
        bundles.append(hand_over(own, world.folder / f"{label}-back.wsbundle").path)
        own.close()
    merge(world.lead, bundles)
    found = read_closing(world.lead, world.session, AT)
    assert found.own is None
    assert {(one.laptop, one.reason) for one in found.elsewhere} == {
        ("Laptop B", "Laptop B kept no times"),
        ("Laptop C", "Laptop C kept no times"),
    }
    with world.lead.unit_of_work() as work:
        assert work.records.conflicts() == []


def test_why_care_is_left_open_is_asked_for_and_never_travels(world: PackWorld) -> None:
    keeping.keep(world.lead, Payment(id="m", session=world.session))
    with pytest.raises(NotPossible, match="Choose why"):
        close_session(world.lead, world.session, AT, "The day is over")
    close_session(world.lead, world.session, AT, "The day is over", LeftOpen.LATER)
    receipt = hand_over(world.lead, world.folder / "all.wsbundle", seal=PLAIN)
    brought = read(receipt.path, lead_key_of(world.lead))
    assert "SessionClosing" in {entry.kind for entry in brought.revisions}
    assert "CareLeftOpen" not in {entry.kind for entry in brought.revisions}


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ("16 May 2024", True),
        ("17 May 2024", True),
        ("18 May 2024", False),
        ("17 to 19 May 2024", True),
        ("May 2024", True),
        ("16 May", False),
        ("some day in spring", False),
    ],
)
def test_a_session_is_looked_at_from_the_day_before_it(given: str, due: bool) -> None:
    assert is_due(Session(id="s", date=read_date(given)), AT.date()) is due


def test_a_session_without_a_date_is_looked_at_once_somebody_has_written_in_it(world: PackWorld) -> None:
    with world.lead.unit_of_work() as work:
        session = work.records.get(Session, world.session)
        sheet = work.records.all(Sheet, session=world.session)[0]
    keeping.keep(world.lead, replace(session, date=read_date("")))
    assert not read_closing(world.lead, world.session, AT).due
    keeping.keep(
        world.lead, Line(id="l", session=session.id, sheet=sheet.id, item="helps", text="Said.", order="V")
    )
    assert read_closing(world.lead, world.session, AT).due


def test_a_time_of_closing_that_is_none_does_no_harm(world: PackWorld) -> None:
    odd = SessionClosing(id="c", session=world.session, device="elsewhere", closed_at="noon")
    keeping.keep(world.lead, odd)
    (closed,) = read_closing(world.lead, world.session, AT).elsewhere
    assert closed.at is None


def test_care_feeds_what_is_undecided_at_the_lead_without_a_name(world: PackWorld) -> None:
    lead, session = world.lead, world.session
    rowan, noor, dele = (
        Person(id=person_code(), display=name) for name in ("Rowan K.", "Noor A.", "Dele O.")
    )
    for one in (rowan, noor, dele):
        keeping.keep(lead, one)
    item = CareItem(id=new_id(), person=rowan.id, session=session)
    keeping.keep(lead, item)
    again = replace(item, id=new_id())
    keeping.keep(lead, again)  # noted twice, and still one person
    keeping.keep(lead, Payment(id=new_id(), person=dele.id, session=session, state=PaymentState.PAID))
    told = [one for one in read_closing(lead, session, AT).undecided if one.care]
    assert [one.words for one in told] == [
        "1 introduction is not offered.",
        "1 person was not told who is coming.",
        "1 person was not sent the papers.",
        "1 debriefing is not offered.",
        "The basis of 1 contribution is not agreed.",
        "1 person was not told that nobody asks for their story.",
        "1 person was not told that they may stop.",
        "1 person who is paid has nothing under Care.",
    ]
    keeping.take_away(lead, CareItem, again.id)
    offered, sent = CareState.OFFERED, CareState.SENT
    decided = replace(
        item,
        introduction=CareState.DECLINED,
        preview=sent,
        papers=sent,
        paper=new_id(),
        debriefing=offered,
        basis=Basis.UNPAID,
        right_to_stop=True,
        no_story=True,
    )
    keeping.keep(lead, decided)
    keeping.keep(lead, replace(decided, id=new_id(), person=dele.id))
    assert [one for one in read_closing(lead, session, AT).undecided if one.care] == []
    keeping.keep(lead, replace(decided, id=new_id(), person=noor.id, paper=new_id()))
    told = [one for one in read_closing(lead, session, AT).undecided if one.care]
    assert [one.words for one in told] == ["Not everybody was sent the same papers."]


def test_what_is_kept_of_somebodys_care_goes_when_they_are_erased(world: PackWorld) -> None:
    rowan, ines = (Person(id=person_code(), display=name) for name in ("Rowan K.", "Ines R."))
    for one in (rowan, ines):
        keeping.keep(world.lead, one)
    item = CareItem(id=new_id(), person=rowan.id, session=world.session, debriefing_by=ines.id)
    keeping.keep(world.lead, item)
    erase_person(world.lead, ines.id, "withdrawn")
    assert [one.record.debriefing for one in keeping.entries(world.lead, CareItem)] == [CareState.NOT_OFFERED]
    erase_person(world.lead, rowan.id, "withdrawn")
    assert keeping.entries(world.lead, CareItem) == ()


def test_the_list_of_sessions_says_the_day_before_how_much_is_undecided(world: PackWorld) -> None:
    lead = world.lead
    soon = Session(id=new_id(), label="Sectoral 6", date=read_date("17 May 2024"))
    keeping.keep(lead, soon)
    assert session_facts(lead, AT.date())[soon.id].startswith("17 May 2024")
    keeping.keep(lead, Group(id=new_id(), session=soon.id, label="Group 1"))
    keeping.keep(lead, Payment(id=new_id(), session=soon.id))
    assert session_facts(lead, AT.date())[soon.id].startswith("tomorrow, 2 things undecided · 17 May 2024")
    assert "undecided" not in session_facts(lead, AT.date() - timedelta(days=1))[soon.id]
    close_session(lead, soon.id, AT, "Put off to June", LeftOpen.LATER)
    assert "undecided" not in session_facts(lead, AT.date())[soon.id]
