"""The verb `report`: which document it makes, what it says, and its exit codes."""

import json
from pathlib import Path

import pytest

from capture_app.cli import run
from capture_app.cli.asking import opened
from capture_app.domain.dates import read_date
from capture_app.domain.records import Consultation, Session
from capture_app.services.workspaces import new_workspace
from tests.reports.played import keep
from tests.reports.reading import html_words, pdf_words


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain workspace with one session, and an empty settings folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = new_workspace(tmp_path / "plan.capture", None).workspace
    keep(made, Consultation(id="plan", title="Advocacy"), Session(id="s", label="Sectoral 6"))
    made.close()
    return made.path


def test_without_a_session_it_is_the_summary_and_with_one_the_synthesis(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    summary, synthesis = plan.parent / "summary.html", plan.parent / "synthesis.pdf"
    assert run(["report", str(plan), "--out", str(summary)]) == 0
    assert run(["report", str(plan), "--out", str(synthesis), "--session", "sectoral 6", "--json"]) == 0
    assert "Summary of workshops" in html_words(summary.read_bytes())
    assert "Synthesis of Sectoral 6" in pdf_words(synthesis.read_bytes())
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert said == {
        "document": "synthesis",
        "path": str(synthesis),
        "size": synthesis.stat().st_size,
        "title": "Synthesis of Sectoral 6",
    }


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--out", "x.odt"], 2, "is written as .pdf, .docx, .html, .xlsx"),
        (["--out", "x.pdf", "--document", "poster"], 2, "No document is called “poster”"),
        (["--out", "x.pdf", "--document", "run-sheet"], 2, "is about one session"),
        (["--out", "x.pdf", "--session", "Sectoral 7"], 2, "None is called “Sectoral 7”"),
        (
            ["--out", "x.pdf", "--document", "worksheet", "--form", "Values"],
            2,
            "“Values”: there is none at all.",
        ),
        (["--out", "x.pdf", "--style", "nowhere.toml"], 3, "nowhere.toml cannot be read"),
        (["--out", "gone/x.pdf"], 4, "is not there, so x.pdf was not written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_an_exit_code(
    plan: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(plan.parent)
    assert run(["report", str(plan), *words]) == code
    assert said in capsys.readouterr().err
    assert not list(plan.parent.glob("x.*"))


def test_sessions_that_are_called_the_same_are_told_apart_by_date_and_start(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(plan, None) as made:
        twice = Session(id="t", label="Sectoral 6", date=read_date("19 July 2023"), starts="09:30")
        keep(made, twice)
    words = ["--out", str(plan.parent / "x.pdf"), "--session", "Sectoral 6"]
    assert run(["report", str(plan), *words]) == 2
    assert ": t (19 July 2023, 09:30); s (no date given)." in capsys.readouterr().err


def test_a_slip_in_the_team_s_style_is_said_and_the_document_is_made_all_the_same(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = plan.parent / "config" / "workshop-capture"
    settings.mkdir(parents=True)
    (settings / "house-style.toml").write_text("[look]\nface = 3\n", "utf-8")
    out = plan.parent / "summary.pdf"
    assert run(["report", str(plan), "--out", str(out)]) == 0
    assert "house-style.toml, line 2, “face”" in capsys.readouterr().err
    assert out.exists()
