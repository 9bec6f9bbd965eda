"""Without its key a workspace is shut, and no file of it holds a word that was typed (M3)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible, WrongKey
from capture_app.sealing import Identity
from capture_app.store.workspace import create, open_workspace
from tests.helpers.laptops import KEY
from tests.store.test_opening import SEALED, sealed, texts, write


def test_without_the_right_key_it_stays_shut_and_untouched(tmp_path: Path) -> None:
    path = sealed(tmp_path)
    before = path.read_bytes()
    assert b"kept before" not in before
    assert not before.startswith(b"SQLite format 3")
    with pytest.raises(WrongKey, match="does not open this workspace"):
        open_workspace(path, Identity.generate())
    with pytest.raises(NotPossible, match="is encrypted"):
        open_workspace(path)
    assert path.read_bytes() == before
    assert texts(open_workspace(path, KEY), close=True) == ["kept before"]


def test_no_word_that_was_typed_stands_in_any_file_beside_it_while_it_is_open(tmp_path: Path) -> None:
    made = create(tmp_path / "laptop.capture", SEALED, role="scribe")
    write(made, "told in confidence")
    beside = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    copied = made.back_up(tmp_path).path
    made.close()
    assert len(beside["laptop.capture-wal"]) > 0
    for name, found in {**beside, copied.name: copied.read_bytes()}.items():
        assert b"confidence" not in found, name
        assert not found.startswith(b"SQLite format 3"), name


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_every_file_of_an_open_workspace_is_for_its_owner_alone(tmp_path: Path) -> None:
    made = create(tmp_path / "laptop.capture", SEALED, role="scribe")
    write(made, "told in confidence")
    rights = {one.name: one.stat().st_mode & 0o777 for one in tmp_path.iterdir() if one.is_file()}
    made.close()
    assert "laptop.capture-wal" in rights
    assert set(rights.values()) == {0o600}
