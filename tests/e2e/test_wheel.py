"""The installed program has everything the source tree has: pictures, words, help."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.architecture.source import ROOT


def test_the_wheel_carries_every_resource(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    made = subprocess.run(
        [*command, "--wheel-dir", str(tmp_path), str(copied(tmp_path / "source"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()
    }
    assert resources
    assert {f"capture_app/{name}" for name in resources} <= inside


def copied(folder: Path) -> Path:
    """What a wheel is made of, elsewhere: building writes beside the source."""
    for name in ("capture_app", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, folder / name)
    return folder
