"""What the command line prints in clear text, and what it says about that."""

from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.domain.ids import new_id
from capture_app.domain.records import RECORDS, Session, SetAside
from capture_app.services.keeping import keep
from capture_app.services.wording import kind_words
from capture_app.services.workspaces import new_workspace, open_workspace, plan_consultation

CONFIDED = [kind for kind in RECORDS if not kind.travels and kind is not SetAside]
SENTENCE = "What is kept in confidence is in it, too: "


def test_whoever_prints_everything_is_told_which_of_it_is_in_confidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lead = new_workspace(tmp_path / "lead.capture", None).workspace
    plan_consultation(lead, "Riverside standard")
    keep(lead, Session(id=new_id(), label="Workshop 1"))
    given = ["dump", str(lead.path)]
    lead.close()
    assert run(given) == 0
    assert SENTENCE not in capsys.readouterr().err
    again = open_workspace(lead.path)
    for kind in CONFIDED:
        keep(again, kind(id=new_id()))
    again.close()
    assert run(given) == 0
    out, err = capsys.readouterr()
    (said,) = (line for line in err.splitlines() if line.startswith(SENTENCE))
    for kind in CONFIDED:
        assert f'"kind":"{kind.__name__}"' in out
        assert f"{kind_words(kind.__name__)} (1)" in said
    assert run([*given, "--digest"]) == 0
    assert SENTENCE not in capsys.readouterr().err, "a hash holds none of it"


def test_its_help_says_that_what_is_in_confidence_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dump", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "what is kept in confidence among them" in said
