"""What laptops put up with: a full disk, a folder nobody may write to."""

from __future__ import annotations

import ctypes
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from capture_app.store.workspace import Workspace

_CAPABILITIES_V3 = 0x20080522
_OVERRIDE_PERMISSIONS = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write in this folder or to its files, not even root, who otherwise may everything."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with _bound_by_permissions():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextmanager
def disk_full(workspace: Workspace) -> Iterator[None]:
    """The database gets no page more, as if there were no room."""
    raw = workspace._raw()
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    (most,) = raw.execute("PRAGMA max_page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}").fetchone()
    try:
        yield
    finally:
        raw.execute(f"PRAGMA max_page_count = {most}").fetchone()


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _bound_by_permissions() -> Iterator[None]:
    """Take from root, for this thread and a while, the right to pass over permissions."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, own = _Header(_CAPABILITIES_V3, 0), (_Set * 2)()
    libc.capget(ctypes.byref(header), own)
    before = own[0].effective
    own[0].effective = before & ~_OVERRIDE_PERMISSIONS
    libc.capset(ctypes.byref(header), own)
    try:
        yield
    finally:
        own[0].effective = before
        libc.capset(ctypes.byref(header), own)
