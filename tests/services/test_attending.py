"""Who is here: kept as marks, each laptop's own, and put together without a conflict (C3, C5, C6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.record import Record
from capture_app.domain.records import (
    Attendance,
    AttendanceMark,
    Organisation,
    OrganisationName,
    Person,
    Session,
    SessionRole,
)
from capture_app.domain.vocabulary import Grain, Listing, Mode, Presence, Role, Side
from capture_app.services import keeping
from capture_app.services.attending import Change, Named, Newcomer, mark, offers, read_here, walk_in
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.noting import noting, undo_all
from capture_app.services.packing import open_pack
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.pack_world import pack_world

DAY = datetime(2024, 5, 16, 9, 31, 7).astimezone()
CAME = Change(Presence.HERE, Side.ROOM)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A session with nobody on its list."""
    made = new_workspace(tmp_path / "lead.capture", None).workspace
    keep(made, Session(id="s", label="Session 4", mode=Mode.HYBRID))
    yield made
    made.close()


def keep(workspace: Workspace, *records: Record) -> None:
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def row(workspace: Workspace, name: str, session: str = "s") -> Named:
    return next(one for one in read_here(workspace, session).rows if one.name == name)


def test_a_walk_in_is_kept_to_the_letter_and_is_here_from_that_moment(workspace: Workspace) -> None:
    walk_in(workspace, "s", Newcomer(listing="Rowan K., Ellas"), Side.ROOM, DAY)
    found = row(workspace, "Rowan K., Ellas").row
    assert (found.state, found.since, *found.sides) == (Presence.HERE, "2024-05-16T09:31:07", Side.ROOM)
    assert found.entry.organisation == ""


@pytest.mark.parametrize("newcomer", [Newcomer(listing="  "), Newcomer(listing="NGO", grain=Grain.CATEGORY)])
def test_what_says_nobody_or_no_number_is_not_added(workspace: Workspace, newcomer: Newcomer) -> None:
    with pytest.raises(NotPossible, match=r"Nothing was added"):
        walk_in(workspace, "s", newcomer, Side.ROOM, DAY)
    assert read_here(workspace, "s").rows == ()


def test_another_spelling_is_offered_and_only_what_is_chosen_is_kept_beside_the_words(
    workspace: Workspace,
) -> None:
    keep(
        workspace,
        Organisation(id="o", name="Ella’s"),
        OrganisationName(id="n", organisation="o", text="Ellas Home"),
        Organisation(id="x", name="Vale Trust"),
    )
    here = read_here(workspace, "s")
    (offer,) = offers(here, "Ellas Ho", Grain.ORGANISATION)
    assert (offer.organisation, offer.words) == ("o", "Ella’s, also listed as Ellas Home")
    assert offers(here, "Rowan K., ella", Grain.PERSON)[0].organisation == "o"
    assert offers(here, "Ella", Grain.PERSON) == ()
    newcomer = Newcomer(listing="Ellas", grain=Grain.ORGANISATION)
    walk_in(workspace, "s", newcomer, Side.ROOM, DAY)
    walk_in(workspace, "s", replace(newcomer, listing="ELLAS", organisation="o"), Side.ROOM, DAY)
    kept = {one.row.entry.listing: one.row.entry.organisation for one in read_here(workspace, "s").rows}
    assert kept == {"Ellas": "", "ELLAS": "o"}


def test_whoever_is_on_the_list_is_offered_so_that_nobody_stands_on_it_twice(workspace: Workspace) -> None:
    keep(workspace, Attendance(id="a", session="s", grain=Grain.PERSON, listing="Amara O."))
    (offer,) = offers(read_here(workspace, "s"), "o.", Grain.PERSON)
    assert offer.row == "a"


def test_no_name_stands_on_the_list_of_somebody_who_did_not_say_it_may(workspace: Workspace) -> None:
    people = {
        Listing.BY_NAME: "Wren",
        Listing.ORGANISATION_ONLY: "Sol",
        Listing.NOT_LISTED: "Kit",
        Listing.NOT_ASKED: "Ash",
    }
    keep(workspace, Organisation(id="o", name="Vale Trust"))
    for listing, name in people.items():
        person = Person(id=name, display=name, listing=listing, organisation="o")
        entry = Attendance(id=new_id(), session="s", grain=Grain.PERSON, listing=name, person=name)
        keep(workspace, person, entry)
    here = read_here(workspace, "s")
    unnamed = "Somebody who is not named here"
    assert [one.name for one in here.rows] == ["Wren", "Somebody from Vale Trust", unnamed, unnamed]
    shown = " ".join(f"{one.name} {one.beside}" for one in here.rows[1:])
    assert not any(name in shown for name in ("Sol", "Kit", "Ash"))
    assert offers(here, "sol", Grain.PERSON) == ()


def test_an_entry_that_says_only_the_organisation_is_called_by_its_name(workspace: Workspace) -> None:
    keep(workspace, Organisation(id="o", name="Vale Trust"))
    for grain in (Grain.PERSON, Grain.ORGANISATION):
        keep(workspace, Attendance(id=new_id(), session="s", grain=grain, organisation="o"))
    shown = [(one.name, one.beside) for one in read_here(workspace, "s").rows]
    assert shown == [("Somebody from Vale Trust", ""), ("Vale Trust", "")]


def test_whoever_has_a_role_is_expected_and_becomes_one_entry_when_they_come(workspace: Workspace) -> None:
    keep(workspace, Person(id="p", display="Wren", listing=Listing.BY_NAME))
    keep(
        workspace,
        *(SessionRole(id=new_id(), session="s", person="p", role=one) for one in ("scribe", "host")),
    )
    too_soon = noting(workspace, lambda: mark(workspace, row(workspace, "Wren").row, DAY, CAME))
    undo_all(workspace, too_soon.steps)
    assert row(workspace, "Wren").row.state is Presence.EXPECTED
    mark(workspace, row(workspace, "Wren").row, DAY, CAME)
    mark(workspace, row(workspace, "Wren").row, DAY + timedelta(hours=1), Change(side=Side.REMOTE))
    (wren,) = read_here(workspace, "s").rows
    assert (wren.row.state, *wren.row.sides) == (Presence.HERE, Side.REMOTE)
    assert [one.at for one in wren.row.trail] == ["2024-05-16T09:31:07", "2024-05-16T10:31:07"]


def test_a_clock_set_back_loses_no_leaving(workspace: Workspace) -> None:
    walk_in(workspace, "s", Newcomer(listing="Amara"), Side.ROOM, DAY)
    mark(workspace, row(workspace, "Amara").row, DAY - timedelta(hours=2), Change(Presence.LEFT))
    assert row(workspace, "Amara").row.state is Presence.LEFT


def test_each_mark_and_a_walk_in_as_a_whole_is_undone(workspace: Workspace) -> None:
    added = noting(workspace, lambda: walk_in(workspace, "s", Newcomer(listing="Amara"), Side.ROOM, DAY))
    amara = row(workspace, "Amara").row
    gone = noting(workspace, lambda: mark(workspace, amara, DAY, Change(Presence.LEFT)))
    undo_all(workspace, gone.steps)
    assert row(workspace, "Amara").row.state is Presence.HERE
    undo_all(workspace, added.steps)
    assert read_here(workspace, "s").rows == ()


def test_what_was_taken_off_the_list_meanwhile_cannot_be_marked(workspace: Workspace) -> None:
    entry = Attendance(id="a", session="s", grain=Grain.PERSON, listing="Amara")
    keep(workspace, entry)
    amara = row(workspace, "Amara").row
    keeping.take_away(workspace, Attendance, "a")
    with pytest.raises(NotPossible, match="not on the list any more"):
        mark(workspace, amara, DAY, CAME)


def test_two_laptops_and_the_lead_never_disagree_about_who_was_here(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        expected = Attendance(id=new_id(), session=world.session, grain=Grain.PERSON, listing="Amara")
        keep(world.lead, expected)
        packs = [world.pack(name, Role.FACILITATOR) for name in ("In the room", "On the call")]
        room, call = (
            open_pack(pack, None, tmp_path / f"{place}.capture", None) for place, pack in enumerate(packs)
        )
        mark(room, row(room, "Amara", world.session).row, DAY, CAME)
        later = DAY + timedelta(minutes=2)
        mark(call, row(call, "Amara", world.session).row, later, Change(Presence.HERE, Side.REMOTE))
        walk_in(call, world.session, Newcomer(listing="Dele"), Side.REMOTE, later)
        keep(world.lead, replace(expected, listing="Amara O.", side=Side.ROOM))
        files = [
            hand_over(laptop, tmp_path / f"{place}.wsbundle").path
            for place, laptop in enumerate((room, call))
        ]
        merge(world.lead, files)
        with world.lead.unit_of_work() as work:
            assert work.records.conflicts() == []
            assert work.records.count(AttendanceMark) == 3
        amara, dele = (row(world.lead, name, world.session) for name in ("Amara O.", "Dele"))
        room.close()
        call.close()
    assert amara.row.since == "2024-05-16T09:31:07"
    assert amara.row.sides == {Side.ROOM, Side.REMOTE}
    assert dele.row.here
