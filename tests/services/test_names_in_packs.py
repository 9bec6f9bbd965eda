"""Whoever wishes to be on no list is named on no laptop that gets a pack (C6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, Person, SessionRole
from capture_app.domain.vocabulary import Grain, Listing, Role
from capture_app.services import keeping
from capture_app.services.attending import read_here
from capture_app.services.dumping import dump
from capture_app.services.packing import open_pack
from tests.helpers.pack_world import PackWorld, pack_world

NAME, CATEGORY, LISTED = "Quagga Kit", "Okapi", "Zebu Wren"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    """Kit, on no list, has a role in the session and is expected there; Wren is listed by name."""
    with pack_world(tmp_path) as world:
        kit = Person(id=new_id(), display=NAME, category=CATEGORY, listing=Listing.NOT_LISTED)
        wren = Person(id=new_id(), display=LISTED, listing=Listing.BY_NAME)
        role = SessionRole(id=new_id(), session=world.session, person=kit.id, role="note taker")
        entry = Attendance(id=new_id(), session=world.session, grain=Grain.PERSON, person=wren.id)
        for one in (kit, wren, role, entry):
            keeping.keep(world.lead, one)
        yield world


@pytest.mark.parametrize("role", [Role.SCRIBE, Role.FACILITATOR, Role.OBSERVER])
def test_whoever_wishes_to_be_on_no_list_is_named_in_no_pack(world: PackWorld, role: Role) -> None:
    laptop = open_pack(world.pack("Laptop P", role), None, world.folder / "p.capture", None)
    everything = "\n".join(dump(laptop))
    laptop.close()
    assert LISTED in everything
    assert NAME not in everything
    assert CATEGORY not in everything


@pytest.mark.parametrize("later", ["", "Somebody"])
def test_a_name_typed_before_it_was_known_whose_it_is_goes_into_no_pack_either(
    world: PackWorld, later: str
) -> None:
    with world.lead.unit_of_work() as work:
        kit = next(one for one in work.records.all(Person) if one.display == NAME)
    typed = Attendance(id=new_id(), session=world.session, grain=Grain.PERSON, listing="Q. Kitt")
    keeping.keep(world.lead, typed)
    keeping.keep(world.lead, replace(typed, person=kit.id, listing=later))
    laptop = open_pack(world.pack("Laptop P", Role.FACILITATOR), None, world.folder / "p.capture", None)
    with laptop.unit_of_work() as work:
        every_version = [one.body or "" for one in work.log.everything()]
    laptop.close()
    assert any(LISTED in body for body in every_version)
    assert not any("Kitt" in body for body in every_version)


def test_the_facilitator_still_counts_them_as_somebody_who_is_not_named(world: PackWorld) -> None:
    laptop = open_pack(world.pack("Laptop P", Role.FACILITATOR), None, world.folder / "p.capture", None)
    here = read_here(laptop, world.session)
    laptop.close()
    assert {(one.name, one.beside) for one in here.rows} >= {
        (LISTED, ""),
        ("Somebody who is not named here", "Wishes to be on no list"),
    }
