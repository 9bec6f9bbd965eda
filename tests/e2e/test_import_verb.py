"""The verb `import`: what it says of a file of answers, what it does, and its exit codes (F6)."""

import json
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.cli.asking import opened
from capture_app.domain.records import Session
from capture_app.services.questioning import questionnaires
from capture_app.services.workspaces import new_workspace
from tests.helpers.answer_exports import ASKED, GOOGLE, as_csv
from tests.reports.played import keep


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The verb for a plain workspace with one questionnaire, and an export of it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = new_workspace(tmp_path / "laptop.capture", None).workspace
    keep(made, Session(id="s", label="Sectoral 6"), ASKED)
    made.close()
    export = tmp_path / "answers.csv"
    export.write_text(as_csv(GOOGLE), encoding="utf-8")
    return ["import", str(made.path), str(export), "--session", "sectoral 6", "--form", "before you go"]


def answers_in(words: list[str]) -> list[int]:
    with opened(Path(words[1]), None) as found:
        return [box.count for box in questionnaires(found, "s").open]


def test_a_file_is_looked_at_then_comes_in_once(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--dry-run"]) == 0
    assert answers_in(words) == []
    said = capsys.readouterr().out
    assert "An export of Google Forms. 3 people answered." in said
    assert "Nothing was added: this was only a look." in said
    assert run([*words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["tool"], told["in_now"], told["added"]) == ("Google Forms", 3, True)
    assert run(words) == 0
    assert "This very file is in already. Nothing was added." in capsys.readouterr().out
    assert answers_in(words) == [3]


def test_a_file_that_cannot_be_read_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(words[2]).write_bytes(bytes(4096))
    assert run(words) == 3
    assert capsys.readouterr().err.strip() == "This file is not text that can be read. Nothing was added."
    assert answers_in(words) == []
