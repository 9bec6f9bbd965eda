"""Puts a parcel into a file, and makes sure that it can be read again before anybody is told it is there."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.errors import Refused
from capture_app.exchange import limits, refusals
from capture_app.exchange.care import care_text
from capture_app.exchange.locks import BEGINNINGS, Lock, Seal, close, recipients_of
from capture_app.exchange.log_lines import erasure_lines, log_files
from capture_app.exchange.manifest import Manifest, Member, manifest_text, signature_text
from capture_app.exchange.members import CARE, ERASURES, EXTRAS, MANIFEST, PACK, READ_ME, SIGNATURE
from capture_app.exchange.pack import pack_text
from capture_app.exchange.parcel import Parcel
from capture_app.exchange.read_me import read_me
from capture_app.exchange.reader import unpack
from capture_app.exchange.zip_writer import zipped
from capture_app.safe_write import write_apart
from capture_app.sealing import Signer


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written and read back: where, how large in bytes, its SHA-256 and its contents."""

    path: Path
    size: int
    sha256: str
    manifest: Manifest


def write(path: Path, parcel: Parcel, signer: Signer, seal: Seal) -> Written:
    """Write a bundle, session pack or care file, in place of what may be at `path`, whole or not at all.

    Raises NotPossible if nobody is named to open it, it goes beyond what a reader accepts, or something else than
    such a file stands there, StorageTrouble
    if the disk does not take it, and ValueError for an extra member that the format does not have.
    """
    addressed = replace(parcel, recipients=recipients_of(seal), signer=signer.verify_key)
    inside = packed(addressed, signer, seal.lock)
    manifest = _read_back(inside, addressed)
    content = close(inside, seal)
    if len(content) > limits.FILE:
        raise refusals.not_written(refusals.too_large())
    write_apart(path, content, over=BEGINNINGS)
    return Written(path, len(content), hashlib.sha256(content).hexdigest(), manifest)


def packed(parcel: Parcel, signer: Signer, lock: Lock) -> bytes:
    """What stands inside the seal: a zip with its signed list of contents."""
    members = list(_members(parcel))
    contents = [Member.of(name, content) for name, content in members]
    listed = manifest_text(Manifest.of(parcel, contents, lock))
    return zipped([(MANIFEST, listed), (SIGNATURE, signature_text(listed, signer)), *members])


def _members(parcel: Parcel) -> Iterator[tuple[str, bytes]]:
    if parcel.extras.keys() - EXTRAS:
        raise ValueError(f"a bundle has no member for {sorted(parcel.extras.keys() - EXTRAS)}")
    yield READ_ME, read_me(parcel)
    if parcel.pack is not None:
        yield PACK, pack_text(parcel.pack)
    if parcel.care is not None:
        yield CARE, care_text(parcel.care)
    yield from log_files(parcel.revisions)
    yield ERASURES, erasure_lines(parcel.erasures)
    yield from sorted(parcel.extras.items())


def _read_back(inside: bytes, parcel: Parcel) -> Manifest:
    """The list of contents, once what was packed reads as what was to be packed."""
    try:
        manifest, found = unpack(inside)
    except Refused as reason:
        raise refusals.not_written(reason) from None
    if found != parcel:
        raise refusals.not_written(refusals.cut_off())
    return manifest
