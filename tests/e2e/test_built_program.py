"""The program as a process of its own: from its source always, and as it was built where `CAPTURE_BUILT` names it.

`make smoke` names it. Both have to do the same, away from the project's folder, and to read what the other wrote.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.reports.reading import docx_words, pdf_words

SOURCE = (sys.executable, "-m", "capture_app")
BUILT = os.environ.get("CAPTURE_BUILT", "")
PROGRAMS = {"source": SOURCE} | ({"built": (str(Path(BUILT).resolve()),)} if BUILT else {})
PASSPHRASE = "rain on the roof all night"
TITLE = "Synthesis of Sectoral 5"

OFFSCREEN_ONLY = "This plugin does not support propagateSizeHints()"
"""What Qt says of every window where there is no screen."""

pytestmark = pytest.mark.timeout(600)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


def run(program: str, folder: Path, *words: str, passphrase: str = PASSPHRASE) -> Ended:
    """Run one of `PROGRAMS` in a folder, with settings of its own and without a screen."""
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "CAPTURE_PASSPHRASE": passphrase,
        "XDG_CONFIG_HOME": str(folder / "settings"),
    }
    done = subprocess.run(
        [*PROGRAMS[program], *words],
        cwd=folder,
        env=os.environ | own,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_window_opens_and_closes_and_nothing_is_complained_of(program: str, tmp_path: Path) -> None:
    ended = run(program, tmp_path, "--smoke-test")
    complaints = [line for line in ended.err.splitlines() if line != OFFSCREEN_ONLY]
    assert (ended.code, ended.out, complaints) == (0, "", [])


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_demo_is_played_sealed_and_opened_by_every_program(program: str, tmp_path: Path) -> None:
    """One test, because playing the demo under passphrases takes half a minute."""
    ended = run(program, tmp_path, "demo", "demo")
    assert (ended.code, ended.err) == (0, "")
    assert "2 conflicts wait for you" in ended.out
    demo = tmp_path / "demo"
    assert_everything_is_there_and_sealed(demo)
    assert TITLE in pdf_words((demo / "reports/synthesis.pdf").read_bytes())
    assert TITLE in docx_words((demo / "reports/synthesis.docx").read_bytes())
    lead = demo / "lead/example.capture"
    assert {told_of(reader, tmp_path, lead) for reader in PROGRAMS} == {(0, 48, 2, True)}
    assert len({run(reader, tmp_path, "dump", str(lead), "--digest").out for reader in PROGRAMS}) == 1
    wrong = run(program, tmp_path, "info", str(lead), passphrase="rain on the road")
    assert wrong == Ended(3, "", "That passphrase does not open this workspace. Nothing was changed.\n")
    again = run(program, tmp_path, "merge", str(lead), str(demo / "bundles/laptop-a.wsbundle"), "--dry-run")
    assert (again.code, again.err) == (5, "")
    assert again.out.startswith("Nothing was changed; this is what merging would do.\n")
    assert_a_workbook_of_answers_is_read(program, tmp_path, lead)


def assert_everything_is_there_and_sealed(demo: Path) -> None:
    laptops = ("laptop-a", "laptop-b", "laptop-c")
    for workspace in (demo / "lead/example", *(demo / f"laptops/{one}/{one}" for one in laptops)):
        assert not workspace.with_suffix(".capture").read_bytes().startswith(b"SQLite format 3")
        assert workspace.with_suffix(".capture-keys").exists()
    for file in (demo / folder / f"{one}.wsbundle" for folder in ("packs", "bundles") for one in laptops):
        assert file.read_bytes().startswith(b"age-encryption.org/v1\n")


def assert_a_workbook_of_answers_is_read(program: str, folder: Path, lead: Path) -> None:
    """The library that reads workbooks is loaded only then."""
    workbook = Workbook()
    for row in (["I knew what this workshop was for."], ["Agree"], ["Agree"]):
        workbook.active.append(row)
    workbook.save(folder / "answers.xlsx")
    asked = ("--session", "Sectoral 5", "--form", "Before you go", "--dry-run")
    ended = run(program, folder, "import", str(lead), "answers.xlsx", *asked)
    assert (ended.code, ended.err) == (0, "")
    assert "2 people answered" in ended.out


def told_of(reader: str, folder: Path, workspace: Path) -> tuple[int, int, int, bool]:
    """Exit code of `info`, and the lines, conflicts and encryption it tells of."""
    told = run(reader, folder, "info", str(workspace), "--json")
    about = json.loads(told.out)["about"]
    return told.code, about["lines"], about["conflicts"], about["encrypted"]


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--version",), 0),
        (("--help",), 0),
        (("frobnicate",), 2),
        (("info",), 2),
        (("info", "gone.capture"), 4),
        (("verify", "no-bundle.wsbundle"), 3),
    ],
)
def test_exit_codes_say_how_it_went(program: str, words: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "no-bundle.wsbundle").write_text("Only words.")
    ended = run(program, tmp_path, *words)
    assert ended.code == code
    assert "Traceback" not in ended.err
    assert (bool(ended.out), bool(ended.err)) == (code == 0, code != 0)
