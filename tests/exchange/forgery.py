"""A hostile hand: takes bundles apart, changes what it likes, signs them again, and builds odd zips."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from capture_app.domain.plain import canonical
from capture_app.exchange.manifest import Member, signature_text
from capture_app.exchange.zip_reader import Zip
from capture_app.exchange.zip_writer import (
    CENTRAL,
    CENTRAL_MAGIC,
    DEFLATED,
    END,
    END_MAGIC,
    LOCAL_MAGIC,
    SHARED,
    zipped,
)
from capture_app.sealing import Signer
from tests.exchange.parcels import LAPTOP

MANIFEST, SIGNATURE, LOG = "manifest.json", "manifest.sig", "log/0001.jsonl"


def taken_apart(bundle: bytes) -> dict[str, bytes]:
    """The members of an unsealed bundle."""
    inside = Zip(bundle)
    return {name: inside.read(name) for name in inside.names}


def manifest_of(members: Mapping[str, bytes]) -> dict[str, Any]:
    """The list of contents, to change."""
    manifest: dict[str, Any] = json.loads(members[MANIFEST])
    return manifest


def put_together(members: Mapping[str, bytes], /, signer: Signer = LAPTOP, **changes: Any) -> bytes:
    """A bundle of these members whose list of contents is true of them, but for `changes`, and signed."""
    rest = {name: content for name, content in members.items() if name not in (MANIFEST, SIGNATURE)}
    manifest = manifest_of(members)
    manifest["members"] = [
        {"name": member.name, "sha256": member.sha256, "size": member.size}
        for member in (Member.of(name, content) for name, content in rest.items())
    ]
    return with_manifest(rest, canonical({**manifest, **changes}).encode(), signer)


def with_manifest(members: Mapping[str, bytes], manifest: bytes, signer: Signer = LAPTOP) -> bytes:
    """A bundle with exactly these bytes as its list of contents, and signed."""
    rest = [(name, content) for name, content in members.items() if name not in (MANIFEST, SIGNATURE)]
    return zipped([(MANIFEST, manifest), (SIGNATURE, signature_text(manifest, signer)), *rest])


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A member of a zip that may lie about everything; what is not said is true."""

    name: bytes = b"log/0001.jsonl"
    content: bytes = b"x"
    method: int = DEFLATED
    flags: int = 0
    attributes: int = 0o100600 << 16
    local_name: bytes | None = None
    size: int | None = None
    crc: int | None = None
    at: int | None = None
    extra: bytes = b""
    tail: bytes = b""
    comment: bytes = b""
    disk: int = 0


def odd_zip(
    members: Iterable[Odd],
    *,
    before: bytes = b"",
    gap: bytes = b"",
    after: bytes = b"",
    count: int | None = None,
    longer: int = 0,
) -> bytes:
    """A zip of such members. `before`, `gap` and `after` stand before them, behind them, and at the end.

    `count` is how many the end record says there are, `longer` by how much it overstates the directory.
    """
    body, directory, number = bytearray(before), bytearray(), 0
    for odd in members:
        packed = _packed(odd)
        shared = _shared(odd, packed, odd.name)
        place = len(body) if odd.at is None else odd.at
        directory += CENTRAL.pack(
            CENTRAL_MAGIC, 0x0314, shared, len(odd.comment), odd.disk, 0, odd.attributes, place
        )
        directory += odd.name + odd.extra + odd.comment
        if odd.at is None:
            name = odd.name if odd.local_name is None else odd.local_name
            body += LOCAL_MAGIC + _shared(odd, packed, name) + name + odd.extra + packed
        number += 1
    body += gap
    count = number if count is None else count
    end = END.pack(END_MAGIC, 0, 0, count, count, len(directory) + longer, len(body), 0)
    return bytes(body + directory + end) + after


def _packed(odd: Odd) -> bytes:
    if odd.method != DEFLATED:
        return odd.content + odd.tail
    packing = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return packing.compress(odd.content) + packing.flush() + odd.tail


def _shared(odd: Odd, packed: bytes, name: bytes) -> bytes:
    crc = zlib.crc32(odd.content) if odd.crc is None else odd.crc
    size = len(odd.content) if odd.size is None else odd.size
    return SHARED.pack(20, odd.flags, odd.method, 0, 33, crc, len(packed), size, len(name), len(odd.extra))
