"""The laptops on the command line: a pack, what came back, a new pack into the workspace there, and one lost."""

import json
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.cli.asking import ENVIRONMENT
from capture_app.domain.ids import new_id
from capture_app.domain.records import GlossaryTerm, Session
from capture_app.services.keeping import keep
from capture_app.services.workspaces import new_workspace, open_workspace, plan_consultation
from tests.helpers.pack_world import fill_in_card


@pytest.mark.timeout(600)
def test_a_lead_and_a_laptop_do_it_all_with_verbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "rain on the roof")
    lead, laptop, pack, bundle, fresh = (
        tmp_path / name
        for name in ("lead.capture", "b.capture", "b.wsbundle", "back.wsbundle", "new.wsbundle")
    )
    planned = new_workspace(lead, None).workspace
    plan_consultation(planned, "Riverside standard")
    keep(planned, Session(id=new_id(), label="Workshop 1"))
    making = [
        "pack",
        str(lead),
        "--session",
        "Workshop 1",
        "--label",
        "Laptop B",
        "--out",
        str(pack),
        "--plain",
    ]
    planned.close()
    assert run(making) == 2
    assert "the data-protection card has to say: controller" in capsys.readouterr().err
    assert not pack.exists()
    with_card = open_workspace(lead)
    fill_in_card(with_card)
    with_card.close()
    assert run(making) == 0
    assert run(["laptops", str(lead)]) == 0
    assert "Laptop B, scribe, Workshop 1: pack made, nothing back yet" in capsys.readouterr().out
    assert run(["open-pack", str(pack), str(laptop)]) == 0
    assert run(["export", str(laptop), "--out", str(bundle)]) == 0
    assert run(["merge", str(lead), str(bundle)]) == 0
    since = open_workspace(lead)
    keep(since, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))
    since.close()
    assert run(["reply", str(lead), "--laptop", "laptop b", "--out", str(fresh), "--plain"]) == 0
    capsys.readouterr()
    assert run(["open-pack", str(fresh), str(laptop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["brought"]["updated"] == 1
    assert run(["open-pack", str(fresh), str(tmp_path / "twin.capture")]) == 3
    assert "Open it together with that workspace" in capsys.readouterr().err
    assert run(["lost", str(lead), "--laptop", "Laptop B"]) == 0
    assert run(["merge", str(lead), str(bundle)]) == 3
    assert run(["lost", str(lead), "--laptop", "Laptop B", "--found"]) == 0
    capsys.readouterr()
    assert run(["laptops", str(lead), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["laptops"]
    assert (row["label"], row["state"], row["numbers"]) == ("Laptop B", "back", "0 · 0 · 0")
