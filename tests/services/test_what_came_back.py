"""What a lead adds under Bundles: told from session packs."""

from dataclasses import replace
from pathlib import Path

from capture_app.domain.dates import read_date
from capture_app.domain.records import Session
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services import keeping
from capture_app.services.handing_over import hand_over, preview
from capture_app.services.laptops import state_words
from capture_app.services.merging import merge, preview_merge
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.workspaces_of_a_laptop import hand_over_words
from tests.helpers.pack_world import PackWorld, pack_world


def test_a_session_pack_is_told_as_what_it_is_and_asks_for_no_passphrase(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        packs = [world.pack("Laptop B"), _closed_pack(world, "Laptop C")]
        found = preview_merge(world.lead, packs)
        merged = merge(world.lead, packs)
    for bundle, laptop in zip(found.bundles, ("Laptop B", "Laptop C"), strict=True):
        assert f"session pack made here for {laptop}, not a bundle" in bundle.refused
        assert not bundle.locked
    assert all(bundle.refused and not bundle.device for bundle in merged.report.bundles)
    assert not merged.report.new


def test_a_bundle_is_not_called_as_the_pack_of_its_laptop(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop("Laptop B")
        name = preview(laptop).file_name
        laptop.close()
    assert "laptop-b-back-20" in name
    assert name.endswith(".wsbundle")


def test_a_laptop_that_wrote_in_two_workspaces_is_named_and_neither_hand_over_goes_out_of_sight(
    tmp_path: Path,
) -> None:
    with pack_world(tmp_path) as world:
        pack = world.pack("Laptop B")
        first = open_pack(pack, None, tmp_path / "first.capture", None)
        for words in ("one", "two", "three"):
            world.say(first, words)
        world.bring(first, "first")
        world.say(first, "four")
        larger = world.bring(first, "first-later")
        assert world.row().workspaces == ()  # a later bundle holds all of the earlier

        second = open_pack(pack, None, tmp_path / "second.capture", None)
        world.say(second, "again")
        smaller = hand_over(second, tmp_path / "second.wsbundle")
        (foreseen,) = preview_merge(world.lead, [smaller.path]).bundles
        merge(world.lead, [smaller.path])
        row = world.row()
        (again,) = preview_merge(world.lead, [larger.path]).bundles
        first.close()
        second.close()
    assert [one.numbers for one in foreseen.apart] == ["0 · 4 · 0"]
    assert [one.check_number for one in foreseen.apart] == [larger.check_number]
    assert [one.numbers for one in again.apart] == ["0 · 1 · 0"]
    assert {one.check_number for one in row.workspaces} == {larger.check_number, smaller.check_number}
    assert "from 2 workspaces" in state_words(row)
    assert larger.check_number in hand_over_words(row.workspaces[-1])


def test_two_bundles_from_two_workspaces_are_named_where_they_are_looked_at_together(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        pack, files = world.pack("Laptop B"), []
        for name in ("first", "second"):
            laptop = open_pack(pack, None, tmp_path / f"{name}.capture", None)
            world.say(laptop, name)
            files.append(hand_over(laptop, tmp_path / f"{name}.wsbundle").path)
            laptop.close()
        found = preview_merge(world.lead, files)
    assert [len(bundle.apart) for bundle in found.bundles] == [1, 1]


def test_a_session_whose_own_date_was_changed_is_touched_by_the_merge(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop("Laptop B")
        held = keeping.entry(laptop, Session, world.session)
        assert held is not None
        keeping.keep(laptop, replace(held.record, date=read_date("3 May 2024")))
        file = hand_over(laptop, tmp_path / "back.wsbundle").path
        laptop.close()
        foreseen, merged = preview_merge(world.lead, [file]), merge(world.lead, [file])
    assert [one.id for one in foreseen.touched] == [world.session]
    assert [one.id for one in merged.report.touched] == [world.session]


def _closed_pack(world: PackWorld, label: str) -> Path:
    whom = ForWhom(label, "Jo M.", Role.SCRIBE, world.session)
    return make_pack(world.lead, whom, world.folder / "closed.wsbundle", Passphrase("rain on the roof")).path
