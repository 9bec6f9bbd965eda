"""What comes with the program is found, and a person's settings are theirs alone."""

import stat
import sys
from pathlib import Path

import pytest

from capture_app.paths import resource, settings_dir


def test_what_comes_with_the_program_is_found() -> None:
    assert resource().is_dir()
    assert resource("example").parent == resource()


@pytest.mark.skipif(sys.platform != "linux", reason="the variable that moves the folder is Linux's")
def test_the_settings_folder_is_closed_to_others_even_if_it_was_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "new" / "home"))
    folder = settings_dir()
    folder.chmod(0o755)
    assert settings_dir() == folder
    assert folder.is_relative_to(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
