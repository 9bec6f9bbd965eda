"""Kills scribes, or jobs, and prints what that did as JSON; ends with 1 if anything went wrong."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.durability.jobs import JOBS, CutOff, cut_off
from tests.durability.kills import Summary, kill_scribes
from tests.durability.planted import PLANTED
from tests.store.ballot_room import room_in


def main() -> int:
    """Read the command line and do it. Workspaces stand on the disk, not in memory: it is the disk that counts."""
    asked = argparse.ArgumentParser(prog="python -m tests.durability", description=__doc__)
    asked.add_argument("--kills", type=int, default=12)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--job", choices=JOBS, help="what is killed instead of a scribe who types")
    asked.add_argument("--planted", choices=PLANTED, help="a bug that has to be noticed")
    given = asked.parse_args()
    if given.planted:
        PLANTED[given.planted](pytest.MonkeyPatch())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as name:
        folder = Path(name)
        room = room_in(folder)
        found: Summary | CutOff
        if given.job:
            found = cut_off(JOBS[given.job], room, folder, given.kills, given.seed)
        else:
            found = kill_scribes(room, folder, given.kills, given.seed)
    print(json.dumps(asdict(found), indent=1))
    return 0 if found.clean else 1


if __name__ == "__main__":
    sys.exit(main())
