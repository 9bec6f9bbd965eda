"""The example consultation played into a folder, quickly, and its workspaces opened again.

Without a passphrase nothing is derived from words, which is what takes time; the laptops' workspaces are
then opened with the lead's key, as a lead does where a passphrase is forgotten.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from capture_app.sealing import Identity
from capture_app.services import demo, entering
from capture_app.services.workspaces import open_workspace
from capture_app.ui.jobs import Jobs
from tests.helpers.lead_world import in_lane


class ExampleHome:
    """Everything `capture-app demo` makes. Each opening gets a copy of its own, so that tests do not meet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made = demo.run(folder / "example", None)
        lead = open_workspace(self.made.lead)
        with lead.unit_of_work() as work:
            self.key = Identity(work.facts.get("lead_identity"))
        lead.close()

    def lead(self, jobs: Jobs, to: Path) -> entering.Entered:
        """The lead's workspace after the merge, with its synthesis."""
        path = _copied(self.made.lead, to)
        return in_lane(jobs, partial(entering.enter, path, None))

    def laptop(self, jobs: Jobs, to: Path, letter: str) -> entering.Entered:
        """Laptop A, B or C as it was handed over."""
        path = next(path for path in self.made.laptops if path.stem.endswith(letter.lower()))
        return in_lane(jobs, partial(entering.enter, _copied(path, to), self.key))

    def fresh_laptop(self, jobs: Jobs, to: Path, letter: str) -> entering.Entered:
        """Laptop A, B or C as it was before anything was written on it."""
        pack = next(path for path in self.made.packs if path.stem.endswith(letter.lower()))
        to.mkdir(parents=True, exist_ok=True)
        file = to / f"{pack.stem}.capture"
        entered = in_lane(jobs, partial(entering.enter_pack, pack, None, file, None))
        assert isinstance(entered, entering.Entered)
        return entered


def _copied(workspace: Path, to: Path) -> Path:
    shutil.copytree(workspace.parent, to / workspace.stem)
    return to / workspace.stem / workspace.name
