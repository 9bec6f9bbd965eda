"""Practice: a workspace of which no byte can leave the laptop, whatever is tried, and which stays one for ever."""

import json
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.domain.errors import NotPossible
from capture_app.domain.vocabulary import Role
from capture_app.exchange.container import PLAIN, write
from capture_app.exchange.reader import read
from capture_app.sealing import Identity, Signer
from capture_app.services import demo, slices
from capture_app.services.checking import lead_key_of
from capture_app.services.dumping import dump, dump_digest
from capture_app.services.handing_over import hand_over, parcel_of, preview
from capture_app.services.laptops import find_laptop
from capture_app.services.merging import merge
from capture_app.services.packing import ForWhom, make_pack
from capture_app.services.practice import begin_practice
from capture_app.services.replying import make_reply
from capture_app.services.reporting import report_bytes
from capture_app.services.workspaces import Workspace, about, open_workspace, rebuild
from tests.helpers.pack_world import PackWorld, pack_world
from tests.reports.reading import pdf_pages

STAYS = "Nothing in it can leave this laptop"


def test_nothing_leaves_a_practice_workspace_by_any_way_out(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop(practice=True)
        world.say(laptop)
        device = find_laptop(world.lead, "Laptop B")
        begin_practice(world.lead)
        out = tmp_path / "out"
        out.mkdir()
        for way in (
            lambda: hand_over(laptop, out / "bundle.wsbundle"),
            lambda: hand_over(world.lead, out / "all.wsbundle", world.session, PLAIN),
            lambda: make_pack(world.lead, whom(world), out / "pack.wsbundle", None),
            lambda: make_reply(world.lead, device, out / "reply.wsbundle", None),
            lambda: dump(laptop),
        ):
            with pytest.raises(NotPossible, match=STAYS):
                way()
        assert list(out.iterdir()) == []
        assert STAYS in preview(laptop).refused
        laptop.close()


def test_what_got_out_all_the_same_is_refused_by_a_real_workspace(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop(practice=True)
        world.say(laptop)
        bundle = by_hand(laptop, tmp_path / "smuggled.wsbundle")
        before = dump_digest(world.lead)
        assert read(bundle).practice
        assert "made for practice" in merge(world.lead, [bundle]).report.bundles[0].refused
        assert dump_digest(world.lead) == before
        laptop.close()


def test_a_practice_workspace_stays_one_through_rebuilding_and_every_copy(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        laptop = world.laptop(practice=True)
        rebuild(laptop)
        copy = laptop.back_up(tmp_path / "kept").path
        renewed = laptop.wipe().path
        laptop.close()
        for path in (laptop.path, copy, renewed):
            again = open_workspace(path, lead_key_of(world.lead))
            assert about(again).practice
            again.close()
        assert not about(world.lead).practice


def test_every_page_of_a_document_says_that_nobody_said_it(tmp_path: Path) -> None:
    with pack_world(tmp_path) as world:
        assert not any("Practice:" in page for page in pages(world))
        begin_practice(world.lead)
        assert all("Practice: nothing here was said by anybody." in page for page in pages(world))


def test_the_command_line_makes_says_and_keeps_practice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "practice.capture", tmp_path / "out.wsbundle"
    assert run(["new", str(file), "--plain", "--practice", "--title", "Trying"]) == 0
    assert run(["info", str(file)]) == 0
    assert "Practice. Nothing here can leave this laptop." in capsys.readouterr().out
    for words in (
        ["export", str(file), "--out", str(out), "--plain"],
        ["dump", str(file)],
        ["reply", str(file), "--laptop", "Laptop A", "--out", str(out), "--plain"],
    ):
        assert run(words) == 2
    assert STAYS in capsys.readouterr().err
    assert not out.exists()
    assert run(["info", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["about"]["practice"] is True


def test_the_example_can_be_practised_on_as_a_lead_and_as_a_scribe(tmp_path: Path) -> None:
    played = demo.run(tmp_path / "lead", None, practice=True)
    assert len(played.bundles) == 3, "its bundles were made before"
    scribe = demo.practise_as_scribe(tmp_path / "scribe", None)
    for path, key in ((played.lead, None), (scribe, key_of(tmp_path / "scribe" / "lead"))):
        workspace = open_workspace(path, key)
        told = about(workspace)
        assert told.practice
        with pytest.raises(NotPossible, match=STAYS):
            hand_over(workspace, tmp_path / "out.wsbundle")
        workspace.close()
    assert told.lines == 0
    assert told.group
    with pytest.raises(NotPossible, match="is not empty"):
        demo.practise_as_scribe(tmp_path / "scribe", None)


def whom(world: PackWorld) -> ForWhom:
    return ForWhom("Laptop Z", "", Role.SCRIBE, world.session)


def key_of(folder: Path) -> Identity:
    """What opens every laptop of the lead whose workspace is in this folder."""
    lead = open_workspace(folder / "example.capture")
    assert about(lead).practice
    key = lead_key_of(lead)
    assert key is not None
    lead.close()
    return key


def pages(world: PackWorld) -> list[str]:
    return list(pdf_pages(report_bytes(world.lead, world.session)))


def by_hand(laptop: Workspace, path: Path) -> Path:
    """A bundle that somebody writes around the services."""
    with laptop.unit_of_work() as work:
        return write(
            path, parcel_of(work, slices.whole(work)), Signer(work.facts.get("signing_seed")), PLAIN
        ).path
