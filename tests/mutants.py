"""Plants known bugs, one at a time, in a copy of the program, and sees that the tests catch each.

Run as `python -m tests.mutants [NAME...]`. A bug that no test catches makes the run fail.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
HISTORIES = "tests/store/test_merge_properties.py"
BALLOTS = "tests/domain/test_ballots.py"
HEAPS = "tests/domain/test_heaps.py"
ANONYMITY = "tests/store/test_anonymity.py"
STORIES = "tests/services/test_merging_stories.py"
ASIDE = "tests/services/test_setting_aside.py"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A bug: in `file`, `old` becomes `new`; `tests` have to fail."""

    name: str
    why: str
    file: str
    old: str
    new: str
    tests: str = HISTORIES


MUTANTS = (
    Mutant(
        "a line set aside that travels",
        "a slice of the log asks only for the kind, and not whether a line is set aside",
        "capture_app/services/slices.py",
        "        if revision.record in aside:",
        "        if revision.record in aside and revision.kind != 'Line':",
        tests=ASIDE,
    ),
    Mutant(
        "a mark from elsewhere",
        "a bundle can set lines aside on another laptop",
        "capture_app/services/slices.py",
        "    return [revision for revision in revisions if revision.kind not in STAYS]",
        "    return list(revisions)",
        tests=ASIDE,
    ),
    Mutant(
        "a line set aside that is shown",
        "the projection does not ask what is set aside",
        "capture_app/store/projection.py",
        "return replace(current, visible=False) if self.withheld.hides(current) else current",
        "return current",
        tests=ASIDE,
    ),
    Mutant(
        "the latest change wins",
        "of two versions only the newer is shown, and nobody is told",
        "capture_app/domain/view.py",
        "return tuple(self._standing(path, group) for group in found.values())",
        "return tuple(self._standing(path, group) for group in list(found.values())[:1])",
    ),
    Mutant(
        "a dropped stub",
        "an erased entry is taken out of the log instead of being emptied",
        "capture_app/store/merging.py",
        "            self._log.empty(covered)\n",
        "            self._log.set_aside(covered, 'erased')\n",
    ),
    Mutant(
        "an expired marker",
        "an erasure covers only what is here when it comes, not what arrives later",
        "capture_app/store/merging.py",
        "cover = _Cover(self._log.erasures())",
        "cover = _Cover(fresh_markers)",
    ),
    Mutant(
        "ids used again after a restore",
        "a copy that is put back goes on numbering as if nothing had happened",
        "capture_app/store/workspace.py",
        'return Author("", new_id(), "", 0, Clock(now=now))',
        'return Author("", "always the same", "", 0, Clock(now=now))',
    ),
    Mutant(
        "a conflict swallowed by an edit of another field",
        "a change is taken to set every field of its record",
        "capture_app/store/records.py",
        "    return tuple(sorted(path for path in old | new if path not in kept))",
        "    return tuple(sorted(old | new))",
        tests=STORIES,
    ),
    Mutant(
        "a stub beats a value",
        "anybody could erase by sending emptied entries",
        "capture_app/store/merging.py",
        "            elif here.empty and not entry.empty and not cover.covers(entry):",
        "            elif entry.empty and not here.empty:\n"
        "                self._log.empty([here])\n"
        "            elif here.empty and not entry.empty and not cover.covers(entry):",
    ),
    Mutant(
        "received stamps ignored",
        "a laptop whose clock is slow stamps its answer before the question",
        "capture_app/store/merging.py",
        "        self._author.clock.see_all({entry.stamp for entry in entries})\n",
        "",
    ),
    Mutant(
        "erasures kept but not applied",
        "a marker that arrives leaves the words that are here",
        "capture_app/store/merging.py",
        "        erased = self._empty_what_is_covered(fresh_markers)\n",
        "        erased: list[Revision] = []\n",
    ),
    Mutant(
        "anybody may erase",
        "the signer of an erasure is not looked at",
        "capture_app/store/merging.py",
        "if marker.key in trusted and is_signed(",
        "if is_signed(",
    ),
    Mutant(
        "a record shown as the first bundle had it",
        "a record that is here already is not worked out anew after a merge",
        "capture_app/store/merging.py",
        "        self._projection.refresh(sorted(rest))\n",
        "        self._projection.refresh(sorted(rest - {entry.record for entry in found.new.values()}))\n",
    ),
    Mutant(
        "a draft forgets what its author had seen",
        "typing that began before a bundle arrived overwrites what the bundle brought",
        "capture_app/store/drafts.py",
        "return self._records.save(found.record, found.seen)",
        "return self._records.save(found.record)",
        tests=STORIES,
    ),
    Mutant(
        "a deletion hides a change",
        "what somebody wrote without knowing of the deletion is not shown",
        "capture_app/domain/view.py",
        "        if not deleted:\n            return True\n",
        "        return not deleted\n",
        tests=STORIES,
    ),
    Mutant(
        "one id, two contents: the last wins",
        "an entry that differs from the one here replaces it",
        "capture_app/store/merging.py",
        "                found.clashing += [here, entry]\n",
        "                found.clashing += []\n",
        tests=STORIES,
    ),
    Mutant(
        "an erasure covers words written after it",
        "what was mended with the erasure in view is emptied too",
        "capture_app/domain/revision.py",
        "        if self.id in revision.saw:\n            return False\n",
        "",
        tests=STORIES,
    ),
    Mutant(
        "ballots in the order they came",
        "the box keeps who answered first",
        "capture_app/domain/ballots.py",
        "sorted(range(len(texts)), key=texts.__getitem__)",
        "range(len(texts))",
        tests=BALLOTS,
    ),
    Mutant(
        "an open box in the order people came",
        "what lies in an open box keeps who answered first",
        "capture_app/domain/heaps.py",
        "    return sorted(sheets)",
        "    return list(sheets)",
        tests=HEAPS,
    ),
    Mutant(
        "the write-ahead log keeps earlier boxes",
        "an answer leaves the box as it was before beside the file",
        "capture_app/services/questioning.py",
        "drop_in(box, _given(answers))\n        work.commit()\n    workspace.leave_no_trace()\n",
        "drop_in(box, _given(answers))\n        work.commit()\n",
        tests=ANONYMITY,
    ),
)


def main(names: list[str]) -> int:
    """Try each bug; 0 if all were caught."""
    chosen = [mutant for mutant in MUTANTS if not names or mutant.name in names]
    missed = [mutant.name for mutant in chosen if not _caught(mutant)]
    sys.stdout.write(f"{len(chosen) - len(missed)} of {len(chosen)} planted bugs were caught.\n")
    for name in missed:
        sys.stdout.write(f"Not caught: {name}\n")
    return 1 if missed else 0


def _caught(mutant: Mutant) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        _copy_program(copy)
        _plant(mutant, copy)
        caught = _tests_fail(mutant, copy)
    sys.stdout.write(f"{'caught' if caught else 'MISSED'}  {mutant.name}: {mutant.why}\n")
    sys.stdout.flush()
    return caught


def _copy_program(copy: Path) -> None:
    for part in ("capture_app", "tests", "resources"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
    shutil.copy(ROOT / "pyproject.toml", copy)


def _plant(mutant: Mutant, copy: Path) -> None:
    file = copy / mutant.file
    text = file.read_text(encoding="utf-8")
    if text.count(mutant.old) != 1:
        raise SystemExit(
            f"{mutant.name}: {mutant.file} no longer holds the line to change, or holds it twice."
        )
    file.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")


def _tests_fail(mutant: Mutant, copy: Path) -> bool:
    unhurried = ["--timeout", "0", "-o", "faulthandler_timeout=0", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", "-x", *unhurried, mutant.tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "CAPTURE_EXAMPLES": "mutants"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{mutant.name}: the tests could not be run.\n{done.stdout}{done.stderr}")
    return done.returncode == 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
