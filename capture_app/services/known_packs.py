"""Whether a session pack was opened on this laptop before, so that nobody makes a second, empty workspace of it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange.files import read_whole

__all__ = ["PackHere", "look_for_workspace"]


@dataclass(frozen=True, slots=True)
class PackHere:
    """A session pack file, before its passphrase is known, and what was made of it on this laptop.

    mark: check sum of the file, empty if it cannot be read. workspace: the one made of it, None if there is
    none. certain: it is known from the check sum, not from the name. free: a name nothing stands under.
    """

    mark: str
    workspace: Path | None
    certain: bool
    free: Path


def look_for_workspace(
    pack: Path, proposed: Path, packs: Mapping[str, Path], recent: Sequence[Path]
) -> PackHere:
    """Whether a workspace was made of this pack already: by what was noted, else by a name that is the same.

    `packs` maps check sums to workspaces. `proposed` is where a new workspace would be kept.
    """
    mark = _mark_of(pack)
    noted = packs.get(mark)
    if noted is not None and noted.exists():
        return PackHere(mark, noted, True, _free(proposed))
    named = [path for path in (proposed, *recent) if path.name == proposed.name and path.exists()]
    return PackHere(mark, named[0] if named else None, False, _free(proposed))


def _mark_of(file: Path) -> str:
    try:
        return hashlib.sha256(read_whole(file)).hexdigest()
    except Refused:
        return ""


def _free(proposed: Path) -> Path:
    if not proposed.exists():
        return proposed
    names = (proposed.with_stem(f"{proposed.stem}-{number}") for number in count(2))
    return next(name for name in names if not name.exists())
