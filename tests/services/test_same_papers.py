"""The same papers for all: what contributors were sent beside what was sent out for the session (I5)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import RecordId
from capture_app.domain.records import CareItem, Dispatch, Person
from capture_app.domain.vocabulary import DispatchKind
from capture_app.domain.vocabulary_care import Basis, CareState
from capture_app.services import keeping
from capture_app.services.closing import read_closing
from tests.helpers.pack_world import PackWorld, pack_world
from tests.ui.test_closing import AT


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    with pack_world(tmp_path) as world:
        yield world


def paper(
    world: PackWorld, edition: str, session: RecordId = "", kind: DispatchKind = DispatchKind.PAPER
) -> RecordId:
    """A paper that was sent out in this edition, for the session unless it says for which."""
    where = session or world.session
    made = Dispatch(id=new_id(), title="Overview", edition=edition, session=where, dispatch_kind=kind)
    keeping.keep(world.lead, made)
    return made.id


def sent(world: PackWorld, name: str, which: RecordId, state: CareState = CareState.SENT) -> None:
    """Somebody of whom all is decided was sent a paper."""
    person = Person(id=person_code(), display=name)
    keeping.keep(world.lead, person)
    item = CareItem(
        id=new_id(),
        person=person.id,
        session=world.session,
        introduction=CareState.HELD,
        preview=CareState.SENT,
        papers=state,
        paper=which,
        debriefing=CareState.OFFERED,
        basis=Basis.PAID,
        right_to_stop=True,
        no_story=True,
    )
    keeping.keep(world.lead, item)


def told(world: PackWorld) -> list[str]:
    return [one.words for one in read_closing(world.lead, world.session, AT).undecided if one.care]


def test_an_edition_that_is_not_among_those_for_the_session_is_told_as_a_number_without_a_name(
    world: PackWorld,
) -> None:
    second = paper(world, "second draft")
    first = paper(world, "first draft", session=new_id())
    sent(world, "Rowan K.", second)
    assert told(world) == []
    sent(world, "Noor A.", first)
    sent(world, "Dele O.", first)
    assert told(world) == [
        "Not everybody was sent the same papers.",
        "2 people were sent a paper or an edition that is not among those sent out for this session.",
    ]
    assert "Noor" not in str(told(world))


def test_the_same_paper_noted_twice_is_the_same_and_an_invitation_is_no_paper(world: PackWorld) -> None:
    paper(world, "second draft")
    again = paper(world, "second draft", session=new_id())
    sent(world, "Rowan K.", again)
    assert told(world) == []
    invitation = paper(world, "second draft", kind=DispatchKind.INVITATION)
    sent(world, "Noor A.", invitation)
    assert told(world)[1].startswith("1 person was sent a paper or an edition that is not among")


def test_nothing_is_compared_where_nothing_was_sent_out_for_the_session_or_nothing_to_somebody(
    world: PackWorld,
) -> None:
    elsewhere = paper(world, "first draft", session=new_id())
    sent(world, "Rowan K.", elsewhere)
    assert told(world) == []
    paper(world, "second draft")
    assert len(told(world)) == 1
    sent(world, "Noor A.", elsewhere, CareState.DECLINED)
    assert len(told(world)) == 1
