"""Where a workspace must not live: folders that other programs copy while we write, and disks that lose writes.

Bundles may go anywhere; they are finished files.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from capture_app.words import _

SYNCED = (
    "box",
    "box sync",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "mega",
    "mobile documents",
    "my drive",
    "nextcloud",
    "onedrive",
    "owncloud",
    "pcloud drive",
    "pclouddrive",
)
"""Folder names of programs that copy files elsewhere as they change. Whole names: "Boxing" is not "Box"."""

UNSAFE_FILE_SYSTEMS = {
    "9p",
    "afpfs",
    "cifs",
    "davfs",
    "exfat",
    "fuseblk",
    "msdos",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vfat",
}
"""Network shares and memory sticks: they do not keep the promises a database needs."""

_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


def trouble_with(path: Path) -> str:
    """Why a workspace should not be at `path`; empty if nothing speaks against it."""
    whole = path.resolve()
    if _is_synced(whole.parts):
        return _(
            "{folder} is copied to other machines while it changes, which can damage a workspace. "
            "Keep the workspace in a folder of this laptop and export bundles instead."
        ).format(folder=whole.parent)
    if _is_elsewhere(whole):
        return _(
            "{folder} is on a network or removable disk, where a workspace can be damaged. "
            "Keep the workspace on this laptop's own disk; bundles may go on a memory stick."
        ).format(folder=whole.parent)
    return ""


def _is_synced(parts: Iterable[str]) -> bool:
    folders = [part.casefold() for part in parts]
    return any(folder in SYNCED or folder.startswith("onedrive - ") for folder in folders)


def _is_elsewhere(whole: Path) -> bool:
    if os.name == "nt":
        return _is_elsewhere_on_windows(whole)
    return _file_system_of(whole) in UNSAFE_FILE_SYSTEMS


def _is_elsewhere_on_windows(whole: Path) -> bool:
    import ctypes

    if whole.drive.startswith("\\\\"):
        return True
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{whole.drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return kind in (_WINDOWS_REMOVABLE, _WINDOWS_REMOTE)


def _file_system_of(whole: Path) -> str:
    """The kind of file system a path is on, where the system tells (Linux); else empty."""
    table = Path("/proc/self/mounts")
    if not table.exists():
        return ""
    mounts = [line.split() for line in table.read_text(encoding="utf-8").splitlines()]
    holding = [(mount[1], mount[2]) for mount in mounts if whole.is_relative_to(mount[1])]
    return max(holding, key=lambda mount: len(mount[0]), default=("", ""))[1]
