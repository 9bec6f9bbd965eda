"""The list of contents of a bundle, and the signature over it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from capture_app.exchange import limits, refusals
from capture_app.exchange.locks import Lock
from capture_app.exchange.parcel import KeptBack, Parcel, Ranges, What, ranges_of
from capture_app.exchange.strict_json import Malformed, encoder, read_object, shaped
from capture_app.exchange.tokens import (
    KIND,
    MEMBER,
    SHA256,
    SIGNATURE,
    STAMP,
    TOKEN,
    UUID,
    VERIFY_KEY,
    exactly,
)
from capture_app.sealing import Signer, is_signed

CONTAINER = "1.0"
MAJOR = 1
CARE, FRESH, PRACTICE = "care", "fresh-pack", "practice"
KNOWN_FEATURES = frozenset({CARE, FRESH, PRACTICE})
"""What a bundle may say its reader must know: a reader that does not would make a second laptop of a fresh
pack, take what somebody practised on for what somebody said, and leave out what a care file is about."""

_DOMAIN = b"workshop-capture manifest v1\n"
_VERSION = re.compile(r"([1-9][0-9]{0,3})\.[0-9]{1,4}")
_COUNT = Annotated[int, Meta(ge=0, le=limits.WHOLE_NUMBER)]


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the zip: its name, SHA-256 in hexadecimal, and size in bytes unpacked."""

    name: Annotated[str, exactly(MEMBER)]
    sha256: Annotated[str, exactly(SHA256)]
    size: _COUNT

    @classmethod
    def of(cls, name: str, content: bytes) -> Member:
        """The entry for this content."""
        return cls(name, hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many revisions and erasures a bundle carries, and the revisions by kind of record."""

    revisions: _COUNT
    erasures: _COUNT
    kinds: dict[Annotated[str, exactly(KIND)], _COUNT]

    @classmethod
    def of(cls, parcel: Parcel) -> Counts:
        """Count."""
        kinds = Counter(revision.kind for revision in parcel.revisions)
        return cls(len(parcel.revisions), len(parcel.erasures), dict(kinds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a bundle says of itself; see docs/bundle-format.md for each field."""

    container: str = CONTAINER
    features: tuple[str, ...] = ()
    what: What
    id: Annotated[str, exactly(UUID)]
    project: Annotated[str, exactly(SHA256)]
    consultation: Annotated[str, exactly(UUID)]
    device: Annotated[str, exactly(TOKEN)]
    incarnation: Annotated[str, exactly(TOKEN)]
    made: Annotated[str, exactly(STAMP)]
    sealed: Lock
    recipients: tuple[str, ...] = ()
    counts: Counts
    ranges: Ranges
    kept_back: tuple[KeptBack, ...] = ()
    members: tuple[Member, ...]

    @classmethod
    def of(cls, parcel: Parcel, members: Iterable[Member], sealed: Lock) -> Manifest:
        """The list of contents of a parcel."""
        return cls(
            features=features_of(parcel),
            what=parcel.what,
            id=parcel.id,
            project=parcel.project,
            consultation=parcel.consultation,
            device=parcel.device,
            incarnation=parcel.incarnation,
            made=parcel.made,
            sealed=sealed,
            recipients=parcel.recipients,
            counts=Counts.of(parcel),
            ranges=ranges_of(parcel.revisions),
            kept_back=parcel.kept_back,
            members=tuple(members),
        )

    def describes(self, parcel: Parcel) -> bool:
        """Whether what it says of the log is what the log holds."""
        return (self.features, self.what, self.counts, self.ranges) == (
            features_of(parcel),
            parcel.what,
            Counts.of(parcel),
            ranges_of(parcel.revisions),
        )


@dataclass(frozen=True, slots=True)
class _Signature:
    """The content of manifest.sig."""

    key: Annotated[str, exactly(VERIFY_KEY)]
    signature: Annotated[str, exactly(SIGNATURE)]


def features_of(parcel: Parcel) -> tuple[str, ...]:
    """What a reader of this parcel must know."""
    told = ((CARE, parcel.care is not None), (FRESH, parcel.fresh), (PRACTICE, parcel.practice))
    return tuple(name for name, meant in told if meant)


def fingerprint(verify_key: str) -> str:
    """What stands for a project: SHA-256 over the 32 bytes of the lead's verify key, hexadecimal."""
    return hashlib.sha256(bytes.fromhex(verify_key)).hexdigest()


def manifest_text(manifest: Manifest) -> bytes:
    """The bytes of manifest.json."""
    return encoder.encode(manifest)


def signature_text(manifest: bytes, signer: Signer) -> bytes:
    """The bytes of manifest.sig."""
    return encoder.encode(_Signature(signer.verify_key, signer.sign(_DOMAIN + manifest)))


def read_manifest(text: bytes) -> Manifest:
    """The manifest in these bytes. Raises Refused if it is malformed or needs a newer version."""
    try:
        said = read_object(text)
        _check_version(said.get("container"), said.get("features"))
        return shaped(said, Manifest)
    except Malformed:
        raise refusals.list_unreadable() from None


def signer_of(manifest: bytes, signature: bytes) -> str:
    """The verify key that signed the manifest. Raises Refused if the signature does not fit."""
    try:
        claim = shaped(read_object(signature), _Signature)
    except Malformed:
        raise refusals.unsigned() from None
    if not is_signed(_DOMAIN + manifest, claim.signature, claim.key):
        raise refusals.unsigned()
    return claim.key


def _check_version(container: object, features: object) -> None:
    """Raises Refused for what a newer version wrote, whatever else has changed in it."""
    version = _VERSION.fullmatch(container) if isinstance(container, str) else None
    if version is None or not isinstance(features, list):
        raise Malformed
    known = all(isinstance(feature, str) and feature in KNOWN_FEATURES for feature in features)
    if int(version[1]) != MAJOR or not known:
        raise refusals.newer()
