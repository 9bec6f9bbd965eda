"""The key file beside a workspace: its key, once for each way in, so that a forgotten passphrase is not lost data.

JSON: {"format": 1, "workspace": id, "ways": [{"way": "passphrase" | "lead" | "recovery", "sealed": base64 of
an age file that holds the 64 hexadecimal digits of the key}]}.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.errors import StorageTrouble, WrongKey
from capture_app.safe_write import write_safely
from capture_app.sealing import Passphrase, WayIn, seal_to, seal_with
from capture_app.words import _

SUFFIX = ".capture-keys"
PASSPHRASE = "passphrase"  # noqa: S105 the name of a way in


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in to make: a passphrase, and keys to seal to by name ("lead", "recovery")."""

    passphrase: Passphrase | None = None
    recipients: Mapping[str, str] | None = None

    @property
    def none(self) -> bool:
        """Whether the workspace is to be a plain file."""
        return self.passphrase is None and not self.recipients


def key_path(workspace: Path) -> Path:
    """Where the key file of a workspace stands."""
    return workspace.with_suffix(SUFFIX)


def new_key() -> str:
    """A random key, 64 hexadecimal digits."""
    return secrets.token_hex(32)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What a key file holds: the id of its workspace, and the key sealed for each way in, by name."""

    workspace: str
    sealed: tuple[tuple[str, bytes], ...]

    def with_passphrase(self, key: str, passphrase: Passphrase) -> "KeyFile":
        """The same with another passphrase, and every other way in as it was."""
        others = tuple(way for way in self.sealed if way[0] != PASSPHRASE)
        return replace(self, sealed=((PASSPHRASE, seal_with(key.encode(), passphrase)), *others))

    def write(self, path: Path) -> None:
        """Write the file, whole or not at all. Raises StorageTrouble."""
        ways = [{"way": name, "sealed": b64encode(data).decode()} for name, data in self.sealed]
        said = {"format": 1, "workspace": self.workspace, "ways": ways}
        write_safely(path, json.dumps(said, indent=1).encode())


def write_key_file(path: Path, workspace: str, key: str, ways: Ways) -> None:
    """Seal the key for each way in and write the file, whole or not at all."""
    recipients = (ways.recipients or {}).items()
    sealed = tuple((name, seal_to(key.encode(), [recipient])) for name, recipient in recipients)
    held = KeyFile(workspace, sealed)
    (held if ways.passphrase is None else held.with_passphrase(key, ways.passphrase)).write(path)


def read_key(path: Path, way_in: WayIn) -> str:
    """The key, by a passphrase or an age identity.

    Raises WrongKey if it opens none of the ways, StorageTrouble if the file is missing or damaged.
    """
    for way, sealed in read_key_file(path).sealed:
        if (way == PASSPHRASE) == isinstance(way_in, Passphrase):
            try:
                return way_in.open(sealed).decode()
            except WrongKey:
                continue
    if isinstance(way_in, Passphrase):
        raise WrongKey(_("That passphrase does not open this workspace. Nothing was changed."))
    raise WrongKey(_("That key does not open this workspace. Nothing was changed."))


def ways_in(path: Path) -> list[str]:
    """The names of the ways in."""
    return [way for way, _sealed in read_key_file(path).sealed]


def read_key_file(path: Path) -> KeyFile:
    """What a key file holds. Raises StorageTrouble if it is missing or damaged."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        sealed = tuple((str(entry["way"]), b64decode(entry["sealed"])) for entry in said["ways"])
        return KeyFile(str(said["workspace"]), sealed)
    except FileNotFoundError:
        raise StorageTrouble(
            _(
                "The key file {file} is missing. The workspace cannot be opened without it. Put it "
                "back beside the workspace; a copy stands with each backup."
            ).format(file=path.name)
        ) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise StorageTrouble(
            _(
                "The key file {file} cannot be read. The workspace is untouched. Put back a copy of "
                "it; one stands with each backup."
            ).format(file=path.name)
        ) from None
