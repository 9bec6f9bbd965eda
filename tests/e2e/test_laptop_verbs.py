"""The laptops on the command line: a pack, what came back, a new pack into the workspace there, and one lost."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.cli.asking import ENVIRONMENT
from capture_app.domain.ids import new_id
from capture_app.domain.records import GlossaryTerm, Session
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Identity
from capture_app.services.keeping import keep
from capture_app.services.workspaces import new_workspace, open_workspace, plan_consultation
from capture_app.store.key_file import Ways
from capture_app.store.workspace import create
from capture_app.ui.dialogs.recovery_key_dialog import in_groups
from tests.helpers.pack_world import fill_in_card


@dataclass(frozen=True)
class Files:
    """Where the lead's and the laptop's workspaces are, and what goes between them."""

    lead: Path
    laptop: Path
    pack: Path
    bundle: Path
    fresh: Path

    @property
    def making(self) -> list[str]:
        """The verb that makes the pack."""
        wanted = ["--session", "Workshop 1", "--label", "Laptop B", "--out", str(self.pack), "--plain"]
        return ["pack", str(self.lead), *wanted]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A consultation with a session and no card; whoever asks for a passphrase is told it."""
    monkeypatch.setenv(ENVIRONMENT, "rain on the roof")
    names = ("lead.capture", "b.capture", "b.wsbundle", "back.wsbundle", "new.wsbundle")
    files = Files(*(tmp_path / name for name in names))
    planned = new_workspace(files.lead, None).workspace
    plan_consultation(planned, "Riverside standard")
    keep(planned, Session(id=new_id(), label="Workshop 1"))
    planned.close()
    return files


def test_where_the_passphrase_is_forgotten_the_recovery_key_stands_in_for_it_and_closes_nothing(
    files: Files, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = Identity.generate()
    create(files.laptop, Ways(recipients={"recovery": key.recipient}), role=Role.SCRIBE.value).close()
    monkeypatch.setenv(ENVIRONMENT, in_groups(key.secret))  # as it was written down
    assert run(["info", str(files.laptop)]) == 0
    capsys.readouterr()
    assert run(["new", str(files.fresh.with_suffix(".capture"))]) == 2
    assert "That is a key, and this needs a passphrase of its own." in capsys.readouterr().err
    assert not files.fresh.with_suffix(".capture").exists()


@pytest.mark.timeout(600)
def test_a_new_passphrase_is_set_with_the_recovery_key_and_opens_the_workspace_afterwards(
    files: Files, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    key = Identity.generate()
    create(files.laptop, Ways(recipients={"recovery": key.recipient}), role=Role.SCRIBE.value).close()
    monkeypatch.setenv(ENVIRONMENT, key.secret)
    new = tmp_path / "new"
    changing = ["passphrase", str(files.laptop), "--new-passphrase-file", str(new)]
    new.write_text(key.secret)
    assert run(changing) != 0
    assert "needs a passphrase. Nothing was changed." in capsys.readouterr().err
    new.write_text("eight grey geese\n")
    assert run(changing) == 0
    assert capsys.readouterr().out == "The new passphrase opens b.capture from now on.\n"
    monkeypatch.setenv(ENVIRONMENT, "eight grey geese")
    assert run(["info", str(files.laptop)]) == 0


def test_a_lead_and_a_laptop_do_it_all_with_verbs(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    a_pack_waits_for_the_card(files, capsys)
    a_new_pack_goes_into_the_workspace_that_is_there(files, capsys)
    lost = ["lost", str(files.lead), "--laptop", "Laptop B"]
    assert run(lost) == 0
    assert run(["merge", str(files.lead), str(files.bundle)]) == 3
    assert run([*lost, "--found"]) == 0
    capsys.readouterr()
    assert run(["laptops", str(files.lead)]) == 0
    assert "0 · 0 · 0 lines, minutes, answered questionnaires, check number" in capsys.readouterr().out
    assert run(["laptops", str(files.lead), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["laptops"]
    assert (row["label"], row["state"], row["numbers"]) == ("Laptop B", "back", "0 · 0 · 0")


def a_pack_waits_for_the_card(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(files.making) == 2
    assert "the data-protection card has to say: controller" in capsys.readouterr().err
    assert not files.pack.exists()
    with_card = open_workspace(files.lead)
    fill_in_card(with_card)
    with_card.close()
    capsys.readouterr()
    assert run(files.making) == 0
    assert "Hand it over. Anybody can open it." in capsys.readouterr().out
    assert run(["laptops", str(files.lead)]) == 0
    assert "Laptop B, scribe, Workshop 1: pack made, nothing back yet" in capsys.readouterr().out
    assert run(files.making) == 2
    assert "There is a laptop called Laptop B already" in capsys.readouterr().err


def a_new_pack_goes_into_the_workspace_that_is_there(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    lead, laptop, fresh = str(files.lead), str(files.laptop), str(files.fresh)
    assert run(["open-pack", str(files.pack), laptop]) == 0
    assert run(["export", laptop, "--out", str(files.bundle)]) == 0
    assert run(["merge", lead, str(files.bundle)]) == 0
    since = open_workspace(files.lead)
    keep(since, GlossaryTerm(id=new_id(), term="IMSA", meaning="an advocate"))
    since.close()
    assert run(["reply", lead, "--laptop", "laptop b", "--out", fresh, "--plain"]) == 0
    capsys.readouterr()
    assert run(["open-pack", fresh, laptop, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["brought"]["updated"] == 1
    assert run(["open-pack", fresh, str(files.laptop.with_name("twin.capture"))]) == 3
    assert "Open it together with that workspace" in capsys.readouterr().err
