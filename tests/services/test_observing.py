"""An observer's notes are the observer's: no bundle has them before they are given, and nothing counts them (E4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Observation
from capture_app.domain.vocabulary import Role
from capture_app.services.handing_over import Receipt, hand_over, preview
from capture_app.services.laptops import board
from capture_app.services.merging import merge
from capture_app.services.observing import given_notes
from capture_app.services.packing import open_pack
from capture_app.services.reporting import report_bytes
from capture_app.services.searching import search
from capture_app.services.slices import for_laptop
from capture_app.services.synthesising import synthesis
from capture_app.services.workspaces import Workspace, about
from tests.helpers.pack_world import PackWorld, pack_world

SEEN = "Two voices led the plenary; the call was asked last."


@dataclass(frozen=True)
class Room:
    """A lead with a session, and the laptop of somebody who observes it."""

    world: PackWorld
    laptop: Workspace
    folder: Path

    @property
    def session(self) -> RecordId:
        """The session observed."""
        return self.world.session

    def note(self, *, given: bool, took_part: str = SEEN) -> None:
        """Keep the notes as the page does."""
        with self.laptop.unit_of_work() as work:
            device = work.author.device
            own = link_id("Observation", self.session, device)
            notes = Observation(
                id=own,
                session=self.session,
                device=device,
                who="Ines R.",
                took_part=took_part,
                given=given,
            )
            work.records.save(notes)
            work.commit()

    def handed_over(self, name: str) -> Receipt:
        """Write a bundle and merge it at the lead's."""
        receipt = hand_over(self.laptop, self.folder / f"{name}.wsbundle")
        merge(self.world.lead, [receipt.path])
        return receipt


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """The lead's workspace and the observer's."""
    with pack_world(tmp_path) as world:
        laptop = open_pack(world.pack("Observer", Role.OBSERVER), None, tmp_path / "observer.capture", None)
        yield Room(world, laptop, tmp_path)
        laptop.close()


def test_notes_that_are_not_given_leave_in_no_bundle_and_the_receipt_says_so(room: Room) -> None:
    room.note(given=False)
    told = preview(room.laptop)
    receipt = room.handed_over("first")
    words = "an observer’s own notes (1): whoever wrote them has not given them"
    assert words in told.left_out
    assert words in receipt.left_out
    assert told.contents.every == receipt.contents.every
    assert receipt.contents.notes == 0
    assert given_notes(room.world.lead, room.session) == ()
    with room.world.lead.unit_of_work() as work:
        assert work.records.all(Observation) == []
        assert not any(one.kind == "Observation" for one in work.log.everything())
    assert [one.gaps for one in board(room.world.lead).laptops] == [0]


def test_given_notes_reach_the_lead_with_what_was_written_before(room: Room) -> None:
    room.note(given=False, took_part="A first thought.")
    room.handed_over("first")
    room.note(given=True)
    receipt = room.handed_over("second")
    assert not any("observer" in words for words in receipt.left_out)
    assert (receipt.contents.notes, preview(room.laptop).contents) == (1, receipt.contents)
    (notes,) = given_notes(room.world.lead, room.session)
    assert (notes.who, notes.took_part) == ("Ines R.", SEEN)
    assert [one.gaps for one in board(room.world.lead).laptops] == [0]


def test_what_is_taken_back_stays_with_the_lead_as_it_was_given(room: Room) -> None:
    room.note(given=True)
    room.handed_over("first")
    room.note(given=False, took_part="And this is for me alone.")
    room.handed_over("second")
    (notes,) = given_notes(room.world.lead, room.session)
    assert notes.took_part == SEEN
    assert [one.gaps for one in board(room.world.lead).laptops] == [0]


def test_no_other_laptop_gets_them(room: Room) -> None:
    room.note(given=True)
    room.handed_over("first")
    with room.world.lead.unit_of_work() as work:
        part = for_laptop(work, room.session)
    assert not any(one.kind == "Observation" for one in part.revisions)


def test_nothing_counts_them_as_something_that_was_said(room: Room) -> None:
    lead = room.world.lead
    before = synthesis(lead, room.session)
    room.note(given=True)
    room.handed_over("first")
    assert given_notes(lead, room.session) != ()
    assert synthesis(lead, room.session) == before
    assert SEEN.encode() not in report_bytes(lead, room.session, "html")
    assert [hit.kind for hit in search(lead, "plenary voices").hits] == ["Observation"]


def test_a_laptop_made_for_an_observer_knows_that_it_is(room: Room) -> None:
    assert about(room.laptop).role is Role.OBSERVER
    assert [one.role for one in board(room.world.lead).laptops] == [Role.OBSERVER]
