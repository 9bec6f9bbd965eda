"""The lead's board: what is still out, what came back with something missing, what a laptop does not know yet."""

from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, GlossaryTerm, Line
from capture_app.domain.vocabulary import Role
from capture_app.exchange.container import check_number
from capture_app.services.card import CardMissing
from capture_app.services.erasing import erase_record
from capture_app.services.finding import sessions
from capture_app.services.handing_over import hand_over
from capture_app.services.keeping import keep
from capture_app.services.laptop_names import free_name, names_in_use
from capture_app.services.laptops import State, board, find_laptop, state_words
from capture_app.services.losing import mark_lost
from capture_app.services.merging import merge
from capture_app.services.packing import ForWhom, make_pack, make_packs
from capture_app.services.workspaces import Workspace, new_workspace, plan_consultation
from capture_app.store.facts import Transfer
from tests.helpers.pack_world import PackWorld, fill_in_card, pack_world


def test_the_board_tells_what_is_out_what_came_back_and_what_is_lost(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        back = world.laptop("Laptop A")
        for label in ("Laptop C", "Laptop D"):
            world.pack(label)
        mark_lost(world.lead, find_laptop(world.lead, "Laptop D"))
        world.say(back)
        receipt = world.bring(back)
        back.close()
        found = board(world.lead)
        told = {row.label: row for row in found.laptops}
    assert [row.label for row in found.laptops] == ["Laptop C", "Laptop A", "Laptop D"]
    assert (found.out, found.unfinished, found.card_missing) == (1, 0, "")
    assert told["Laptop A"].numbers == receipt.contents.to_read_out() == "0 · 1 · 0"
    assert told["Laptop A"].check_number == check_number(receipt.sha256)
    assert state_words(told["Laptop C"]) == "pack made, nothing back yet"
    assert state_words(told["Laptop A"]).startswith("came back ")
    assert told["Laptop D"].state is State.LOST
    assert all(row.packed for row in found.laptops)


def test_an_open_questionnaire_is_named_until_a_later_bundle_brings_it(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        world.open_questionnaire(laptop)
        world.bring(laptop)
        row = world.row()
        laptop.close()
    assert (row.state, row.open_boxes) == (State.BOX_OPEN, 1)


def test_a_number_that_is_missing_is_a_gap_until_it_comes(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        whole = world.bring_with_a_gap("Laptop B")
        assert (world.row().state, world.row().gaps) == (State.GAPS, 1)
        assert "ask for the bundle again" in state_words(world.row())
        merge(world.lead, [whole])
        assert (world.row().state, world.row().gaps) == (State.BACK, 0)


def test_what_was_kept_back_on_purpose_is_no_gap(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        world.say(laptop)
        keep(laptop, Line(id=new_id(), session=_elsewhere(world.lead, world.session), text="of another day"))
        world.say(laptop, "after it")
        receipt = hand_over(laptop, tmp_path / "one-session.wsbundle", world.session)
        merge(world.lead, [receipt.path])
        assert world.row().gaps == 0
        laptop.close()


def test_records_a_laptop_does_not_know_are_counted_until_it_says_that_it_does(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        assert world.row().unknown == 0
        keep(world.lead, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))
        gone = world.say(laptop)
        world.bring(laptop)
        erase_record(world.lead, gone)
        assert (world.row().unknown, world.row().unknown_erasures) == (1, 1)
        laptop.close()


def test_receipts_of_earlier_versions_are_shown_without_what_they_did_not_note(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop()
        world.say(laptop)
        world.bring(laptop)
        with world.lead.unit_of_work() as work:
            for direction in ("in", "out"):
                for one in work.facts.transfers(direction):
                    bare = {"what": one.facts["what"]}
                    work.facts.note(Transfer(one.id, direction, one.device, one.stamp, one.sha256, bare))
            work.commit()
        row = world.row()
        laptop.close()
    assert row.state is State.BACK
    assert (row.unknown, row.numbers) == (None, "")
    assert row.packed is not None
    assert row.check_number


def test_a_laptop_that_only_a_record_names_is_not_on_the_board(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        keep(world.lead, Device(id=new_id(), label="Laptop X", role="scribe"))
        assert board(world.lead).laptops == ()
        with pytest.raises(NotPossible, match="No pack has been made here yet"):
            find_laptop(world.lead, "Laptop X")


def test_no_pack_is_made_before_the_data_protection_card_is_complete(tmp_path: Path) -> None:
    lead = new_workspace(tmp_path / "lead.capture", None).workspace
    plan_consultation(lead, "Riverside standard")
    whom = ForWhom("Laptop A", "", Role.SCRIBE, "")
    with pytest.raises(CardMissing, match=r"controller, contact, basis under Article 6.*Nothing was made"):
        make_pack(lead, whom, tmp_path / "a.wsbundle", None)
    assert not (tmp_path / "a.wsbundle").exists()
    assert "controller" in board(lead).card_missing
    fill_in_card(lead)
    make_pack(lead, whom, tmp_path / "a.wsbundle", None)
    lead.close()


def test_no_two_laptops_of_a_consultation_are_called_the_same_whatever_the_session(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        world.pack("Laptop A")
        other = PackWorld(tmp_path / "other", world.lead, _elsewhere(world.lead, world.session))
        other.folder.mkdir()
        for name in ("Laptop A", " laptop  a"):
            with pytest.raises(NotPossible, match=r"called Laptop A already. Give this one another name"):
                other.pack(name)
        assert list(other.folder.iterdir()) == []
        assert free_name(names_in_use(world.lead)) == "Laptop B"
        other.pack("Laptop B")
        assert find_laptop(world.lead, "Laptop B") != find_laptop(world.lead, "Laptop A")
        with pytest.raises(NotPossible, match="Laptop A already"):
            make_packs(
                world.lead, [other.whom("Laptop C"), other.whom("Laptop A")], None, lambda _n, _of: None
            )
        assert not list(other.folder.glob("*Laptop C*")), "none is made where one name is taken"
        assert "Laptop C" not in names_in_use(world.lead)
        mark_lost(world.lead, find_laptop(world.lead, "Laptop A"))
        with pytest.raises(NotPossible, match="Laptop A already"):
            world.pack("Laptop A")


def _elsewhere(lead: Workspace, session: RecordId) -> RecordId:
    """Another session."""
    return next(one.id for one in sessions(lead) if one.id != session)
