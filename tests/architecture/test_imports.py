"""The layers point one way: what pyproject.toml says of imports is true of the code."""

import os
import subprocess
import sys

from tests.architecture.source import ROOT


def test_every_import_contract_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    told = subprocess.run(
        [*command, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_window_stands_before_the_store_is_loaded() -> None:
    """Whoever opens the program sees it in half the time; the store follows while they read."""
    asked = (
        "import sys\n"
        "from capture_app.bootstrap import Program\n"
        "Program(None)\n"
        "print([name for name in sys.modules if name in ('sqlalchemy', 'capture_app.store')])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert told.stdout.strip() == "[]", told.stdout + told.stderr
