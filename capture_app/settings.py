"""What one person has chosen on this laptop: theme, text size, keys, and the files last opened.

Settings hold paths and choices, never anything out of a workspace.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from capture_app.safe_write import write_safely

FILE = "settings.json"
_UNREADABLE = (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError)
RECENT_AT_MOST = 12


class ThemeChoice(StrEnum):
    """Light, dark, or whatever the system shows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One person's choices. Raises ValueError for a text size outside 100 to 200 per cent, or a negative time.

    `language` is a code ("cy"); one there is no catalogue for is English. `idle_lock` is after how many minutes
    without a touch the window locks, 0 for never. `recent` is newest first. `keys` maps an action's name to
    the keys chosen for it; actions not named keep theirs. `typed_codes` lets "/a" at the start of a line set a stance.
    `spell_check` marks words that may be misspelt. `still` stops all movement. `packs` maps the check sum of each
    session pack opened here to the workspace made of it.
    `others` is what a newer version wrote and this one does not know; it is written back as it was.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = "en"
    idle_lock: int = 0
    text_scale: int = 100
    recent: tuple[Path, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    typed_codes: bool = True
    spell_check: bool = True
    still: bool = False
    packs: Mapping[str, Path] = field(default_factory=dict)
    others: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 100 <= self.text_scale <= 200:
            raise ValueError("text_scale is 100 to 200 per cent")
        if self.idle_lock < 0:
            raise ValueError("idle_lock is a number of minutes")

    def opened(self, path: Path) -> "Settings":
        """The settings after opening this file: it comes first among the recent ones."""
        rest = [known for known in self.recent if known != path]
        return replace(self, recent=(path, *rest)[:RECENT_AT_MOST])

    def opened_pack(self, mark: str, workspace: Path) -> "Settings":
        """The settings after a session pack with this check sum became a workspace."""
        rest = [one for one in self.packs.items() if one[0] != mark]
        return replace(self, packs=dict([*rest, (mark, workspace)][-RECENT_AT_MOST:]))


class Loaded(NamedTuple):
    """The settings, and where an unreadable file was put aside, so that the person can be told."""

    settings: Settings
    aside: Path | None


def load(directory: Path) -> Loaded:
    """Read the settings of this folder; the defaults where there are none yet.

    A file that cannot be used as it stands is renamed, never overwritten. Raises OSError if that fails.
    """
    path = directory / FILE
    try:
        return Loaded(_read(path.read_bytes()), None)
    except FileNotFoundError:
        return Loaded(Settings(), None)
    except _UNREADABLE:
        return Loaded(Settings(), _put_aside(path))


def peek(directory: Path) -> Settings:
    """The settings of this folder where they can be read, else the defaults. Changes nothing on the disk."""
    try:
        return _read((directory / FILE).read_bytes())
    except _UNREADABLE:
        return Settings()


def save(settings: Settings, directory: Path) -> None:
    """Write the settings whole or not at all, readable by this person alone. Raises StorageTrouble."""
    write_safely(directory / FILE, _written(settings))


def _read(text: bytes) -> Settings:
    found = msgspec.json.decode(text, type=dict[str, Any])
    names = {known.name for known in fields(Settings)} - {"others"}
    known = {name: value for name, value in found.items() if name in names}
    others = {name: value for name, value in found.items() if name not in names}
    settings = msgspec.convert(known, Settings, dec_hook=lambda wanted, value: wanted(value))
    return replace(settings, others=others)


def _written(settings: Settings) -> bytes:
    known = asdict(settings)
    others = known.pop("others")
    known["recent"] = [str(path) for path in settings.recent if _is_text(str(path))]
    known["packs"] = {mark: str(path) for mark, path in settings.packs.items() if _is_text(str(path))}
    return msgspec.json.format(msgspec.json.encode(known | others), indent=2)


def _is_text(path: str) -> bool:
    """Whether a path can be written as text; on Linux a file name may be any bytes, and is then forgotten."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _put_aside(path: Path) -> Path:
    names = (path.with_name(f"settings-unreadable-{number}.json") for number in count(1))
    aside = next(name for name in names if not name.exists())
    return path.rename(aside)
