"""How a bundle is locked on its way: to keys, with a passphrase, or not at all."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.exchange import limits, refusals
from capture_app.sealing import Identity, Passphrase, WayIn, seal_to, seal_with
from capture_app.words import _


class Lock(StrEnum):
    """What a file needs before it opens."""

    KEY = "key"
    PASSPHRASE = "passphrase"  # noqa: S105 the name of a lock
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class To:
    """Sealed to these recipients ("age1…"): the lead first, then the recovery key."""

    recipients: tuple[str, ...]
    lock = Lock.KEY


@dataclass(frozen=True, slots=True)
class With:
    """Sealed with a passphrase, told by another way."""

    passphrase: Passphrase
    lock = Lock.PASSPHRASE


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Not sealed: whoever has the file can read it."""

    lock = Lock.PLAIN


PLAIN = Unsealed()

Seal = To | With | Unsealed

_AGE = b"age-encryption.org/v1\n"
_ZIP = b"PK\x03\x04"
BEGINNINGS = (_AGE, _ZIP)
"""How every file that travels begins."""
_HEADER = 64 * 1024
_SCRYPT = re.compile(rb"\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n")


def recipients_of(seal: Seal) -> tuple[str, ...]:
    """Whom a manifest names as able to open it."""
    return seal.recipients if isinstance(seal, To) else ()


def close(plain: bytes, seal: Seal) -> bytes:
    """The bytes to write. Raises NotPossible without recipients, or with something that is none."""
    match seal:
        case To(recipients) if not recipients:
            raise NotPossible(_("Nobody is named who could open this bundle. Choose a key or a passphrase."))
        case To(recipients):
            return seal_to(plain, recipients)
        case With(passphrase):
            return seal_with(plain, passphrase)
        case Unsealed():
            return plain


def lock_of(data: bytes) -> Lock:
    """What these first bytes of a file, or all of it, need. Raises Refused if they are no file of ours."""
    if data.startswith(_ZIP):
        return Lock.PLAIN
    if not data.startswith(_AGE):
        raise refusals.not_ours()
    header = data[: max(data.find(b"\n--- ", 0, _HEADER), 0)]
    if b"\n-> scrypt" not in header:
        return Lock.KEY
    factor = _SCRYPT.search(header)
    if header.count(b"\n-> ") != 1 or factor is None:
        raise refusals.not_ours()
    if int(factor[1]) > limits.SCRYPT_WORK_FACTOR:
        raise refusals.too_costly()
    return Lock.PASSPHRASE


def needs_key(path: Path) -> Lock:
    """What a file needs before it opens, from its first bytes. Raises Refused."""
    try:
        with path.open("rb") as file:
            return lock_of(file.read(_HEADER))
    except OSError:
        raise refusals.unreadable() from None


def opened(data: bytes, way_in: WayIn | None) -> bytes:
    """What is inside. Raises WrongKey if the way in is not the right one, Refused for other files."""
    match lock_of(data), way_in:
        case Lock.PLAIN, _any:
            return data
        case Lock.KEY, Identity() as identity:
            return identity.open(data)
        case Lock.PASSPHRASE, Passphrase() as passphrase:
            return passphrase.open(data)
        case Lock.KEY, _other:
            raise refusals.needs_key()
        case _lock, _other:
            raise refusals.needs_passphrase()
