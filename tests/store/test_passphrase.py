"""A passphrase is changed: the new one opens workspace and backups, the old one neither; nothing else is touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible, StorageTrouble, WrongKey
from capture_app.sealing import Passphrase
from capture_app.store.backup import backups_folder, backups_in
from capture_app.store.key_file import Ways, key_path, read_key, ways_in
from capture_app.store.passphrase import change_passphrase
from capture_app.store.workspace import Workspace, create, open_workspace
from tests.helpers.laptops import KEY
from tests.store.hardship import read_only

OLD, NEW = Passphrase("rain on the road"), Passphrase("eight grey geese")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace and a backup beside it. Made once: each passphrase costs two seconds, on purpose."""
    home = tmp_path_factory.mktemp("home")
    workspace = _made(home / "lead.capture")
    workspace.back_up()
    workspace.close()
    return home


@pytest.fixture
def path(home: Path, tmp_path: Path) -> Path:
    """The workspace in a copy of that folder."""
    return Path(shutil.copytree(home, tmp_path / "home")) / "lead.capture"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    """The same, open."""
    workspace = open_workspace(path, KEY)
    yield workspace
    workspace.close()


def _made(path: Path) -> Workspace:
    return create(path, Ways(OLD, {"recovery": KEY.recipient}), role="lead")


def keys_of_the_backup(path: Path) -> bytes:
    (backup,) = backups_in(backups_folder(path))
    return key_path(backup.path).read_bytes()


def test_the_new_passphrase_opens_workspace_and_backups_and_the_old_one_neither(
    path: Path, workspace: Workspace
) -> None:
    assert change_passphrase(workspace, OLD, NEW) == 0
    assert read_key(key_path(path), NEW) == read_key(key_path(path), KEY)
    with pytest.raises(WrongKey):
        read_key(key_path(path), OLD)
    assert ways_in(key_path(path)) == ["passphrase", "recovery"]
    assert keys_of_the_backup(path) == key_path(path).read_bytes()


def test_the_recovery_key_does_where_the_passphrase_is_forgotten_and_a_wrong_one_changes_nothing(
    path: Path, workspace: Workspace
) -> None:
    before = key_path(path).read_bytes()
    with pytest.raises(WrongKey, match="does not open this workspace"):
        change_passphrase(workspace, NEW, Passphrase("another"))
    assert key_path(path).read_bytes() == before
    change_passphrase(workspace, KEY, NEW)
    workspace.check_way_in(NEW)


def test_backups_of_another_workspace_of_that_name_keep_their_passphrase(path: Path) -> None:
    before = keys_of_the_backup(path)
    for file in (path, key_path(path)):
        file.unlink()
    later = create(path, Ways(recipients={"recovery": KEY.recipient}), role="lead")
    change_passphrase(later, KEY, NEW)
    later.close()
    assert keys_of_the_backup(path) == before


def test_backups_that_cannot_be_changed_are_counted_and_nothing_changes_where_the_key_file_cannot(
    path: Path, workspace: Workspace
) -> None:
    with read_only(backups_folder(path)):
        assert change_passphrase(workspace, KEY, NEW) == 1
    after = key_path(path).read_bytes()
    with read_only(path.parent), pytest.raises(StorageTrouble):
        change_passphrase(workspace, KEY, OLD)
    assert key_path(path).read_bytes() == after != keys_of_the_backup(path)


def test_a_workspace_without_a_passphrase_is_told_so(tmp_path: Path) -> None:
    plain = create(tmp_path / "plain.capture", Ways(), role="lead")
    with pytest.raises(NotPossible, match="no passphrase"):
        change_passphrase(plain, OLD, NEW)
    plain.close()
