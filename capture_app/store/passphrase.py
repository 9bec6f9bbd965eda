"""Changing the passphrase of a workspace: the key inside stays, and is sealed anew.

The copies of the key file that stand with backups are changed too: whoever knows only the old passphrase is kept out
of both. What was copied elsewhere before still opens with the old one; nothing here can reach it.
"""

from pathlib import Path

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.sealing import Passphrase, WayIn
from capture_app.store.backup import backups_folder, backups_in
from capture_app.store.key_file import KeyFile, key_path, read_key, read_key_file
from capture_app.store.workspace import Workspace
from capture_app.words import _


def change_passphrase(workspace: Workspace, way_in: WayIn, passphrase: Passphrase) -> int:
    """Let another passphrase open the workspace and its backups; gives how many backups still want the old one.

    `way_in` is the passphrase so far, or the recovery key. Raises WrongKey if it does not open the workspace,
    NotPossible if that is not encrypted, StorageTrouble if the key file cannot be written; then nothing has changed.
    """
    if not workspace.encrypted:
        raise NotPossible(_("This workspace has no passphrase. Nothing was changed."))
    path = key_path(workspace.path)
    held = read_key_file(path).with_passphrase(read_key(path, way_in), passphrase)
    held.write(path)
    keys = [key_path(backup.path) for backup in backups_in(backups_folder(workspace.path))]
    return sum(not _changed(key_file, held) for key_file in keys)


def _changed(path: Path, held: KeyFile) -> bool:
    """Whether the key file of a backup is now as that of its workspace; one of another workspace is left alone."""
    try:
        if read_key_file(path).workspace != held.workspace:
            return True
        held.write(path)
    except StorageTrouble:
        return False
    return True
