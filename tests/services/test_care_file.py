"""The care file: what is in confidence goes to one named person, and to nobody else (C6, C7, C8, I2; DESIGN 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible, Refused, WrongKey
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import CareItem, GroupWish, Line, Need, Payment, Person
from capture_app.domain.vocabulary import Role
from capture_app.domain.vocabulary_care import CareState
from capture_app.exchange.container import PLAIN, Care, To, With, read, write
from capture_app.sealing import Identity, Passphrase, Signer
from capture_app.services import keeping, setting_aside
from capture_app.services.care_in import foresee_care, opens_with_own_key, read_care_file, take_in_care
from capture_app.services.care_out import CareReceipt, preview_care, write_care_file
from capture_app.services.dumping import dump_digest
from capture_app.services.erasing import erase_person
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge, preview_merge
from capture_app.services.packing import open_pack
from capture_app.services.slices import whole
from capture_app.services.workspaces import Workspace, back_up, open_workspace
from tests.exchange.parcels import sent
from tests.helpers.pack_world import PackWorld, pack_world

HERS = Identity.generate()
SAID = ("a desk that can be raised", "not beside the officer", "45.50 in vouchers", "2023-05-17")
DISCLOSED = "He still has her passport and the key of the flat"


@dataclass
class CareWorld:
    """A lead with something in confidence, and the same lead's second laptop as it was before that."""

    world: PackWorld
    second: Workspace
    person: RecordId

    def write(self, *, with_aside: bool = False, name: str = "care") -> CareReceipt:
        path = self.world.folder / f"{name}.wscare"
        return write_care_file(self.world.lead, path, "Ines R.", To((HERS.recipient,)), with_aside=with_aside)


@pytest.fixture
def care(tmp_path: Path) -> Iterator[CareWorld]:
    with pack_world(tmp_path) as world:
        somebody = Person(id=person_code(), display="R.")
        keeping.keep(world.lead, somebody)
        folder = tmp_path / "second"
        folder.mkdir()
        second = open_workspace(back_up(world.lead, folder).path)
        for record in in_confidence(somebody.id):
            keeping.keep(world.lead, record)
        yield CareWorld(world, second, somebody.id)
        second.close()


def in_confidence(person: RecordId) -> tuple[Record, ...]:
    return (
        Need(id=new_id(), person=person, need=SAID[0]),
        GroupWish(id=new_id(), person=person, note=SAID[1]),
        Payment(id=new_id(), person=person, amount=SAID[2]),
        CareItem(id=new_id(), person=person, debriefing=CareState.HELD, debriefing_on=SAID[3]),
    )


def test_all_that_is_in_confidence_arrives_and_nothing_besides(care: CareWorld) -> None:
    before = dump_digest(care.world.lead)
    receipt = care.write()
    assert receipt.counts == {"CareItem": 1, "GroupWish": 1, "Need": 1, "Payment": 1}
    assert dump_digest(care.world.lead) == before
    parcel = read_care_file(care.second, receipt.path, HERS)
    assert {one.kind for one in parcel.revisions} == set(receipt.counts)
    foreseen = foresee_care(care.second, parcel)
    assert dump_digest(care.second) != before
    taken = take_in_care(care.second, parcel)
    assert taken.brought == foreseen
    assert (foreseen.for_whom, foreseen.updated, foreseen.conflicts, foreseen.unknown) == ("Ines R.", 4, 0, 0)
    assert taken.backup.exists()
    assert dump_digest(care.second) == before
    again = take_in_care(care.second, read_care_file(care.second, care.write(name="again").path, HERS))
    assert again.brought.updated == 0
    assert dump_digest(care.second) == before


def test_what_was_kept_on_both_sides_stands_side_by_side(care: CareWorld) -> None:
    take_in_care(care.second, read_care_file(care.second, care.write().path, HERS))
    for workspace, done in ((care.world.lead, "asked"), (care.second, "bought")):
        (need,) = keeping.entries(workspace, Need)
        keeping.keep(workspace, replace(need.record, done=done))
    taken = take_in_care(care.second, read_care_file(care.second, care.write(name="later").path, HERS))
    assert taken.brought.conflicts == 1


def test_what_came_in_a_care_file_leaves_in_no_bundle_of_whoever_got_it(care: CareWorld) -> None:
    take_in_care(care.second, read_care_file(care.second, care.write().path, HERS))
    bundle = hand_over(care.second, care.world.folder / "all.wsbundle")
    with care.second.unit_of_work() as work:
        own = Identity(work.facts.get("lead_identity"))
        travels = {one.kind for one in whole(work).revisions}
    assert not any(words in str(read(bundle.path, own)) for words in SAID)
    assert travels.isdisjoint({"CareItem", "GroupWish", "Need", "Payment"})


@pytest.mark.parametrize("with_aside", [False, True])
def test_lines_set_aside_go_along_only_where_somebody_says_so_and_are_set_aside_there_too(
    care: CareWorld, with_aside: bool
) -> None:
    line = care.world.say(care.world.lead, DISCLOSED)
    (entry,) = (one for one in keeping.entries(care.world.lead, Line) if one.record.id == line)
    setting_aside.set_aside(care.world.lead, entry.record, entry.seen)
    assert preview_care(care.world.lead).aside == 1
    receipt = care.write(with_aside=with_aside)
    assert (receipt.aside, receipt.aside_stays) == ((1, 0) if with_aside else (0, 1))
    parcel = read_care_file(care.second, receipt.path, HERS)
    assert (DISCLOSED in str(parcel)) == with_aside
    assert take_in_care(care.second, parcel).brought.aside == int(with_aside)
    assert line not in {one.record.id for one in keeping.entries(care.second, Line)}
    assert setting_aside.count_aside(care.second) == int(with_aside)
    if with_aside:
        assert setting_aside.read_aside(care.second, line) == DISCLOSED
        assert DISCLOSED not in str(
            read(hand_over(care.second, care.world.folder / "b.wsbundle").path, lead(care))
        )


def lead(care: CareWorld) -> Identity:
    with care.second.unit_of_work() as work:
        return Identity(work.facts.get("lead_identity"))


def test_somebody_with_a_laptop_of_the_consultation_opens_it_with_a_passphrase_they_were_told(
    care: CareWorld,
) -> None:
    laptop = open_pack(
        care.world.pack("Laptop F", Role.FACILITATOR), None, care.world.folder / "f.capture", None
    )
    words = Passphrase("amber ladder quarry river")
    path = care.world.folder / "told.wscare"
    write_care_file(care.world.lead, path, "Noor A.", With(words))
    before = dump_digest(laptop)
    with pytest.raises(WrongKey, match=r"does not open this care file, or .* damaged .* Nothing was changed"):
        read_care_file(laptop, path, Passphrase("another four words here"))
    assert dump_digest(laptop) == before
    assert not opens_with_own_key(laptop, path)
    assert take_in_care(laptop, read_care_file(laptop, path, words)).brought.updated == 4
    laptop.close()


def test_a_file_sealed_to_the_key_of_the_workspace_asks_for_none(care: CareWorld) -> None:
    path = care.world.folder / "own.wscare"
    write_care_file(care.world.lead, path, "Me", To((lead(care).recipient,)))
    assert opens_with_own_key(care.second, path)
    assert foresee_care(care.second, read_care_file(care.second, path)).updated == 4
    assert not opens_with_own_key(care.second, care.write().path)


def test_what_is_wrongly_keyed_damaged_foreign_or_no_care_file_is_refused_and_changes_nothing(
    care: CareWorld, tmp_path: Path
) -> None:
    good = care.write().path
    damaged, cut, empty = (tmp_path / f"{name}.wscare" for name in ("damaged", "cut", "empty"))
    content = bytearray(good.read_bytes())
    content[-40] ^= 1
    damaged.write_bytes(content)
    cut.write_bytes(good.read_bytes()[:-100])
    empty.write_bytes(b"")
    bundle = hand_over(care.world.lead, tmp_path / "a.wsbundle", seal=To((HERS.recipient,))).path
    before = dump_digest(care.second)
    for path, key in (
        *((one, HERS) for one in (damaged, cut, empty, bundle, tmp_path / "none.wscare")),
        (good, Identity.generate()),
        (good, None),
    ):
        with pytest.raises(Refused, match=r"Nothing was changed"):
            read_care_file(care.second, path, key)
    with pack_world(tmp_path / "elsewhere") as other, pytest.raises(Refused, match="another consultation"):
        read_care_file(other.lead, good, HERS)
    assert dump_digest(care.second) == before


def test_a_care_file_that_is_forged_smuggles_nothing_in(care: CareWorld, tmp_path: Path) -> None:
    parcel = sent(read(care.write().path, HERS))
    with care.world.lead.unit_of_work() as work:
        signer = Signer(work.facts.get("signing_seed"))
        ordinary = next(one for one in whole(work).revisions if one.kind == "Session")
    forged = {
        "more": (
            replace(parcel, revisions=(*parcel.revisions, ordinary)),
            signer,
            "more than a care file may",
        ),
        "stranger": (parcel, Signer.generate(), "not known here"),
        "other": (replace(parcel, consultation=new_id()), signer, "another consultation"),
    }
    before = dump_digest(care.second)
    for name, (made, key, why) in forged.items():
        path = tmp_path / f"{name}.wscare"
        write(path, made, key, To((HERS.recipient,)))
        with pytest.raises(Refused, match=why):
            read_care_file(care.second, path, HERS)
    write(tmp_path / "open.wscare", parcel, signer, PLAIN)
    with pytest.raises(Refused, match="not sealed"):
        read_care_file(care.second, tmp_path / "open.wscare")
    assert dump_digest(care.second) == before


def test_where_bundles_and_packs_are_taken_a_care_file_is_told_as_what_it_is(care: CareWorld) -> None:
    path = care.world.folder / "own.wscare"
    write_care_file(care.world.lead, path, "Me", To((lead(care).recipient,)))
    before = dump_digest(care.second)
    assert "This is a care file" in preview_merge(care.second, [path]).bundles[0].refused
    assert "This is a care file" in merge(care.second, [path]).report.bundles[0].refused
    with pytest.raises(Refused, match="This is a care file"):
        open_pack(path, lead(care), care.world.folder / "new.capture", None)
    assert dump_digest(care.second) == before


def test_what_was_erased_meanwhile_does_not_come_back_and_goes_there_too(care: CareWorld) -> None:
    first, path = care.write(), care.world.folder
    take_in_care(care.second, read_care_file(care.second, first.path, HERS))
    erase_person(care.world.lead, care.person)
    taken = take_in_care(care.second, read_care_file(care.second, care.write(name="after").path, HERS))
    assert taken.brought.erased > 0
    take_in_care(care.second, read_care_file(care.second, first.path, HERS))
    assert not any(words in str(keeping.entries(care.second, Need)) for words in SAID)
    files = [one for one in (path / "second").rglob("*") if one.is_file()]
    assert files
    assert not any(SAID[0].encode() in one.read_bytes() for one in files)


def test_nothing_is_written_without_a_name_a_seal_or_anything_to_carry(
    care: CareWorld, tmp_path: Path
) -> None:
    path, to_her = tmp_path / "no.wscare", To((HERS.recipient,))
    for workspace, name, seal in (
        (care.world.lead, "  ", to_her),
        (care.world.lead, "Ines R.", PLAIN),
        (care.world.lead, "Ines R.", To(("age1nonsense",))),
        (care.second, "Ines R.", to_her),
    ):
        with pytest.raises(NotPossible):
            write_care_file(workspace, path, name, seal)
    practice = care.world.laptop("Laptop P", practice=True)
    assert preview_care(practice).refused
    keeping.keep(practice, Need(id=new_id(), need=SAID[0]))
    with pytest.raises(NotPossible, match="practice"):
        write_care_file(practice, path, "Ines R.", to_her)
    practice.close()
    assert not path.exists()


def test_its_name_and_what_is_outside_the_seal_tell_nothing(care: CareWorld) -> None:
    receipt = care.write()
    assert preview_care(care.world.lead).file_name.startswith("in-confidence-")
    assert not any(words.encode() in receipt.path.read_bytes() for words in (*SAID, "Ines R.", "CareItem"))
    assert read(receipt.path, HERS).care == Care(for_whom="Ines R.")
