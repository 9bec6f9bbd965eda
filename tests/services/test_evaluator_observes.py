"""The evaluator observes: a key that stays with the workspace, what it opens, and what never leaves it (I3, I4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused, WrongKey
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import Attendance, ContributorReport, Interview, Need, Person
from capture_app.domain.vocabulary import Grain, Listing, Role
from capture_app.exchange.container import PLAIN, To, read
from capture_app.sealing import Identity
from capture_app.services import keeping
from capture_app.services.care_in import CareTaken, opens_with_own_key, read_care_file, take_in_care
from capture_app.services.care_out import write_care_file, write_for_evaluator
from capture_app.services.checking import lead_key_of
from capture_app.services.dumping import dump_digest
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over, preview
from capture_app.services.laptops import board, find_laptop
from capture_app.services.naming import choices
from capture_app.services.packing import open_pack, read_pack
from capture_app.services.replying import make_reply, take_in
from capture_app.services.searching import search
from capture_app.services.ways_in import own_key
from capture_app.services.workspaces import Workspace, back_up, open_workspace
from tests.helpers.engagement_records import REPORTED, SUMMED_UP, engagement
from tests.helpers.pack_world import PackWorld, pack_world

LAPTOP = "Laptop O"
ROWAN, INES = (Person(id=person_code(), display=name) for name in ("Rowan K.", "Ines R."))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    """A lead with Rowan's report and interview, and a need that is nobody else's concern."""
    with pack_world(tmp_path) as world:
        need = Need(id=new_id(), person=ROWAN.id, need="a quiet room")
        for one in (ROWAN, INES, need, *engagement(world.session, ROWAN.id, INES.id)):
            keeping.keep(world.lead, one)
        yield world


@pytest.fixture
def observer(world: PackWorld) -> Iterator[Workspace]:
    made = open_pack(world.pack(LAPTOP, Role.OBSERVER), None, world.folder / "observer.capture", None)
    yield made
    made.close()


def for_evaluator(world: PackWorld, key: str, name: str = "evaluator") -> Path:
    path = world.folder / f"{name}.wscare"
    return write_for_evaluator(world.lead, path, "Sanne V.", To((key,))).path


def taken(world: PackWorld, observer: Workspace) -> CareTaken:
    path = for_evaluator(world, own_key(observer))
    return take_in_care(observer, read_care_file(observer, path))


def test_the_key_is_made_once_and_goes_with_the_workspace_to_another_laptop(
    world: PackWorld, observer: Workspace
) -> None:
    key = own_key(observer)
    assert key.startswith("age1")
    assert own_key(observer) == key
    folder = world.folder / "elsewhere"
    folder.mkdir()
    elsewhere = open_workspace(back_up(observer, folder).path, lead_key_of(world.lead))
    assert own_key(elsewhere) == key
    path = for_evaluator(world, key)
    assert opens_with_own_key(elsewhere, path)
    take_in_care(elsewhere, read_care_file(elsewhere, path))
    assert [one.record.went_well for one in keeping.entries(elsewhere, ContributorReport)] == [REPORTED]
    elsewhere.close()


@pytest.mark.parametrize("role", [Role.SCRIBE, Role.FACILITATOR])
def test_whoever_writes_or_facilitates_has_no_key_to_give_away(world: PackWorld, role: Role) -> None:
    laptop = open_pack(world.pack("Laptop F", role), None, world.folder / "f.capture", None)
    assert own_key(laptop) == ""
    laptop.close()


def test_it_opens_for_this_observer_alone_and_no_name_comes_with_it(
    world: PackWorld, observer: Workspace
) -> None:
    path = for_evaluator(world, own_key(observer))
    other = open_pack(world.pack("Laptop P", Role.OBSERVER), None, world.folder / "other.capture", None)
    own_key(other)
    with pytest.raises(WrongKey, match="sealed to another key than yours"):
        opens_with_own_key(other, path)
    with pytest.raises(WrongKey, match="does not open this care file"):
        read_care_file(other, path)
    other.close()
    assert opens_with_own_key(observer, path)
    people = keeping.entries(observer, Person)
    brought = take_in_care(observer, read_care_file(observer, path)).brought
    assert (brought.counts, brought.only_reads) == ({"ContributorReport": 1, "Interview": 1}, True)
    assert keeping.entries(observer, Person) == people


def test_whose_interview_it_is_an_observer_is_told_only_where_that_person_chose_to_be_listed_by_name(
    world: PackWorld, observer: Workspace
) -> None:
    entry = Attendance(
        id=new_id(), session=world.session, grain=Grain.PERSON, person=ROWAN.id, listing=ROWAN.display
    )
    keeping.keep(world.lead, entry)
    another = read_pack(world.pack("Laptop Q", Role.OBSERVER), None)
    assert not any(ROWAN.display in str(one.body) for one in another.revisions)
    scribes = read_pack(world.pack("Laptop S", Role.SCRIBE), None)
    assert any(ROWAN.display in str(one.body) for one in scribes.revisions)
    taken(world, observer)
    (interview,) = keeping.entries(observer, Interview)
    assert interview.record.person not in dict(choices(observer, Person))
    laptop = find_laptop(world.lead, LAPTOP)
    assert _not_told(world, laptop) == 0
    keeping.keep(world.lead, replace(ROWAN, listing=Listing.BY_NAME))
    assert _not_told(world, laptop) == 2, "the person, and where they stand on the list"
    fresh = world.folder / "fresh.wsbundle"
    make_reply(world.lead, laptop, fresh, None)
    take_in(observer, read_pack(fresh, None))
    assert dict(choices(observer, Person))[ROWAN.id] == ROWAN.display


def _not_told(world: PackWorld, laptop: str) -> int | None:
    """How many records the lead's page says that a laptop does not know."""
    return next(one.unknown for one in board(world.lead).laptops if one.device == laptop)


def test_a_name_that_came_with_an_earlier_pack_is_not_told_either(
    world: PackWorld, observer: Workspace
) -> None:
    keeping.keep(observer, ROWAN)
    keeping.keep(observer, replace(INES, listing=Listing.BY_NAME))
    told = dict(choices(observer, Person))
    assert (ROWAN.id in told, INES.id in told) == (False, True)


def test_an_ordinary_care_file_and_one_of_another_consultation_are_refused_and_change_nothing(
    world: PackWorld, observer: Workspace, tmp_path: Path
) -> None:
    key, before = own_key(observer), dump_digest(observer)
    ordinary = world.folder / "ordinary.wscare"
    write_care_file(world.lead, ordinary, "Sanne V.", To((key,)))
    with pytest.raises(Refused, match="not for the evaluator, and an observer takes in no other"):
        read_care_file(observer, ordinary)
    elsewhere = tmp_path / "another"
    elsewhere.mkdir()
    with pack_world(elsewhere) as another:
        report = ContributorReport(id=new_id(), person=person_code(), session=another.session)
        keeping.keep(another.lead, report)
        foreign = for_evaluator(another, key)
    with pytest.raises(Refused, match=r"belongs to another consultation\. Nothing was changed"):
        read_care_file(observer, foreign)
    assert dump_digest(observer) == before


def test_before_there_is_a_key_every_file_is_sealed_to_another(world: PackWorld, observer: Workspace) -> None:
    path = for_evaluator(world, Identity.generate().recipient)
    with pytest.raises(WrongKey, match="Yours stands under Settings"):
        opens_with_own_key(observer, path)


def test_what_came_is_in_no_bundle_and_no_search_of_the_observer_and_the_receipt_says_so(
    world: PackWorld, observer: Workspace
) -> None:
    taken(world, observer)
    assert any("interviews and reports" in words and "(2)" in words for words in preview(observer).left_out)
    for session in ("", world.session):
        bundle = hand_over(observer, world.folder / f"o{session}.wsbundle", session=session, seal=PLAIN)
        brought = read(bundle.path)
        assert not {"ContributorReport", "Interview"} & {one.kind for one in brought.revisions}
        assert not any(words in str(brought) for words in (REPORTED, SUMMED_UP))
    assert search(observer, "officers").count == 0


@pytest.mark.parametrize("by", ["fresh pack", "next file"])
def test_whoever_is_erased_at_the_lead_is_gone_here_with_the_next_thing_that_comes(
    world: PackWorld, observer: Workspace, by: str
) -> None:
    taken(world, observer)
    erase_person(world.lead, ROWAN.id, "withdrawn")
    if by == "fresh pack":
        pack = world.folder / "fresh.wsbundle"
        make_reply(world.lead, find_laptop(world.lead, LAPTOP), pack, None)
        take_in(observer, read_pack(pack, None))
    else:
        taken(world, observer)
    for kind in (ContributorReport, Interview):
        assert keeping.entries(observer, kind) == ()
    with observer.unit_of_work() as work:
        said = str(list(work.log.everything()))
    assert not any(words in said for words in (REPORTED, SUMMED_UP))
