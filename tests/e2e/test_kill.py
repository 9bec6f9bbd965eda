"""A scribe's program is killed while they type: the workspace is whole, and what was shown as saved is there.

Where the campaign is, and what it counts: `tests/durability`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.architecture.source import ROOT
from tests.durability.jobs import JOBS


def test_twelve_scribes_who_are_killed_lose_no_saved_word_and_at_most_a_second() -> None:
    _hold_to_it(_kill(12, seed=1), 12)


@pytest.mark.soak
def test_three_hundred_scribes_who_are_killed_lose_no_saved_word_and_at_most_a_second(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = _kill(300, seed=1000)
    with capsys.disabled():
        print(json.dumps(found, indent=1))
    _hold_to_it(found, 300)


@pytest.mark.parametrize(
    ("planted", "noticed"), [("says-saved", "saved_lost"), ("never-saves", "too_much_lost")]
)
def test_a_page_that_does_not_keep_its_word_would_be_noticed(planted: str, noticed: str) -> None:
    assert _kill(3, seed=11, planted=planted)[noticed]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_that_is_killed_leaves_a_sound_workspace_and_can_be_done_again(job: str) -> None:
    _hold_to_it_again(_run("--job", job, "--kills", "3"))


@pytest.mark.soak
@pytest.mark.parametrize("job", JOBS)
def test_a_job_that_is_killed_a_hundred_times_does_no_harm(job: str) -> None:
    _hold_to_it_again(_run("--job", job, "--kills", "100", "--seed", "1000"))


def _hold_to_it_again(found: dict[str, Any]) -> None:
    assert found["unfinished"] > 0, "every kill came too late"
    assert found["damaged"] == []
    assert found["different"] == []


def _hold_to_it(found: dict[str, Any], kills: int) -> None:
    assert found["kills"] == kills
    assert found["typing"] > kills / 2
    assert found["in_wal"] > kills / 4, "hardly any kill came at a moment that matters"
    assert found["damaged"] == []
    assert found["never_typed"] == []
    assert found["saved_lost"] == []
    assert found["too_much_lost"] == []


def _kill(kills: int, *, seed: int, planted: str = "") -> dict[str, Any]:
    """What a campaign against scribes found."""
    bug = ["--planted", planted] if planted else []
    return _run("--kills", str(kills), "--seed", str(seed), *bug)


def _run(*asked: str) -> dict[str, Any]:
    """What a campaign found. It has a process of its own, because it forks and this one has threads."""
    command = [sys.executable, "-m", "tests.durability", *asked]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode in (0, 1), told.stderr
    assert not told.stderr
    return dict(json.loads(told.stdout))
