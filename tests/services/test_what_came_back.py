"""What a lead adds under Bundles: told from session packs."""

from pathlib import Path

from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services.handing_over import preview
from capture_app.services.merging import merge, preview_merge
from capture_app.services.packing import ForWhom, make_pack
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


def _closed_pack(world: PackWorld, label: str) -> Path:
    whom = ForWhom(label, "Jo M.", Role.SCRIBE, world.session)
    return make_pack(world.lead, whom, world.folder / "closed.wsbundle", Passphrase("rain on the roof")).path
