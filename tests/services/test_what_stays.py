"""What is kept in confidence stays on the laptop it was written on, and a receipt says so (C6 to C8, I2 to I6, I10)."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    RECORDS,
    CareItem,
    Contact,
    ContributorReport,
    GroupWish,
    Interview,
    Need,
    Payment,
    Person,
    SetAside,
)
from capture_app.exchange.container import PLAIN, read
from capture_app.services import keeping, workspaces
from capture_app.services.checking import lead_key_of
from capture_app.services.document_kinds import APPENDIX, FORMS, HOW_IT_RAN, IDS, Wanted
from capture_app.services.documents import read_documents
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.searching import search
from tests.helpers.engagement_records import REPORTED, SUMMED_UP, engagement
from tests.helpers.pack_world import PackWorld, pack_world

SAID = (
    "a desk that can be raised",
    "not beside the officer from that day",
    "45.50 in vouchers",
    "2023-05-17",
)
STAYING = tuple(kind for kind in RECORDS if not kind.travels and kind is not SetAside)
OF_ALL = (APPENDIX, HOW_IT_RAN)
"""Documents about all sessions."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    with pack_world(tmp_path) as world:
        yield world


def test_needs_wishes_and_payments_travel_in_no_bundle(tmp_path: Path) -> None:
    lead = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(lead, "Riverside standard")
    somebody = Person(id=new_id(), display="R.")
    for record in (
        somebody,
        Need(id=new_id(), person=somebody.id, need=SAID[0]),
        GroupWish(id=new_id(), person=somebody.id, note=SAID[1]),
        Payment(id=new_id(), person=somebody.id, amount=SAID[2]),
        CareItem(id=new_id(), person=somebody.id, debriefing_on="2023-05-17"),
    ):
        keeping.keep(lead, record)
    receipt = hand_over(lead, tmp_path / "all.wsbundle", seal=None)
    assert any("needs, wishes and payments" in words for words in receipt.left_out)
    brought = read(receipt.path, lead_key_of(lead))
    assert {entry.kind for entry in brought.revisions} & {"CareItem", "Need", "GroupWish", "Payment"} == set()
    assert "Person" in {entry.kind for entry in brought.revisions}
    assert not any(words in str(brought) for words in SAID)
    assert merge(lead, [receipt.path]).report.bundles[0].refused == ""
    lead.close()


@pytest.mark.parametrize("kind", STAYING, ids=lambda kind: kind.__name__)
def test_no_word_of_a_kind_that_stays_is_in_a_bundle_a_pack_a_document_or_a_search(
    world: PackWorld, kind: type[Record]
) -> None:
    somebody = Person(id=person_code(), display="Rowan K.")
    record = filled(kind, somebody.id, world.session)
    for one in (somebody, record):
        keeping.keep(world.lead, one)
    assert "quillwort" in str(keeping.entries(world.lead, kind)) or not _words_of(kind)
    everything = hand_over(world.lead, world.folder / "all.wsbundle", seal=PLAIN)
    of_session = hand_over(world.lead, world.folder / "one.wsbundle", session=world.session, seal=PLAIN)
    assert any("no bundle carries them" in words for words in everything.left_out)
    for path in (everything.path, of_session.path, world.pack()):
        parcel = read(path)
        assert kind.__name__ not in {one.kind for one in parcel.revisions}
        assert "quillwort" not in str(parcel)
        assert record.id not in str(parcel.revisions)
    wanted = [
        Wanted(kind=one, session="" if one in OF_ALL else world.session) for one in IDS if one not in FORMS
    ]
    assert "quillwort" not in str(read_documents(world.lead, wanted))
    assert search(world.lead, "quillwort").count == 0


def filled(kind: type[Record], person: RecordId, session: RecordId) -> Record:
    """A record with a word nobody else uses in each field that takes words."""
    known = {"person": person, "session": session}
    given: dict[str, Any] = dict.fromkeys(_words_of(kind), "the quillwort by the weir")
    given |= {name: known[name] for name in known if name in _names(kind)}
    return kind(id=new_id(), **given)


def _words_of(kind: type[Record]) -> list[str]:
    return [one.name for one in fields(kind) if one.default == "" and one.name != "session"]


def _names(kind: type[Record]) -> set[str]:
    return {one.name for one in fields(kind)}


def test_involvement_contact_interviews_and_reports_go_when_somebody_is_erased(world: PackWorld) -> None:
    rowan, ines = (Person(id=person_code(), display=name) for name in ("Rowan K.", "Ines R."))
    kept = engagement(world.session, rowan.id, ines.id)
    for one in (rowan, ines, *kept):
        keeping.keep(world.lead, one)
    erase_person(world.lead, ines.id, "left")
    kinds = {type(one) for one in kept}
    assert sum(len(keeping.entries(world.lead, kind)) for kind in kinds) == len(kept)
    erase_person(world.lead, rowan.id, "withdrawn")
    assert all(keeping.entries(world.lead, kind) == () for kind in kinds)
    with world.lead.unit_of_work() as work:
        said = str(list(work.log.everything()))
    assert REPORTED not in said
    assert SUMMED_UP not in said


def test_neither_contact_nor_care_has_a_field_for_what_was_said() -> None:
    assert _names(Contact) - _names(Record) == {"person", "contact_on", "contact_for", "contact_by"}
    assert {"summary"} <= _names(Interview)
    assert not {"transcript", "note"} & (_names(Interview) | _names(ContributorReport) | _names(CareItem))


def test_only_what_is_about_care_and_what_is_set_aside_stays() -> None:
    assert {kind.__name__ for kind in RECORDS if not kind.travels} == {
        *(
            "CareItem",
            "CareLeftOpen",
            "Contact",
            "ContributorReport",
            "GroupWish",
            "Interview",
            "Involvement",
        ),
        *("Need", "Payment", "SetAside"),
    }
