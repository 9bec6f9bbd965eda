"""Writes the zip inside a bundle: one plain way, so that the same members give the same bytes."""

import stat
import struct
import zlib
from collections.abc import Iterable

from capture_app.exchange import limits

SHARED = struct.Struct("<5H3L2H")
"""What a member's own header says and the directory repeats: version, flags, method, time, date, checksum,
packed size, size, length of the name, length of what follows the name."""

CENTRAL = struct.Struct(f"<4sH{SHARED.size}s3H2L")
"""A member in the directory: magic, version made by, `SHARED`, length of the comment, disk, attributes
inside, attributes outside, where its own header starts."""

END = struct.Struct("<4s4H2LH")
"""The end: magic, two disk numbers, two counts, the directory's size and start, length of the comment."""

CENTRAL_MAGIC, LOCAL_MAGIC, END_MAGIC = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
STORED, DEFLATED = 0, 8

_VERSION = 20
_ON_UNIX = 3 << 8 | _VERSION
_DATE = 33  # 1 January 1980: when a bundle was made stands inside
_PLAIN_FILE = (stat.S_IFREG | 0o600) << 16


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these members, in this order."""
    body, directory = bytearray(), bytearray()
    count = 0
    for name, content in members:
        method, packed = _packed(content)
        raw = name.encode("ascii")
        shared = SHARED.pack(
            _VERSION, 0, method, 0, _DATE, zlib.crc32(content), len(packed), len(content), len(raw), 0
        )
        directory += CENTRAL.pack(CENTRAL_MAGIC, _ON_UNIX, shared, 0, 0, 0, _PLAIN_FILE, len(body)) + raw
        body += LOCAL_MAGIC + shared + raw + packed
        count += 1
    end = END.pack(END_MAGIC, 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def _packed(content: bytes) -> tuple[int, bytes]:
    """Deflated, unless that is tighter than a reader believes."""
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packing.compress(content) + packing.flush()
    if len(content) > limits.RATIO_FROM and len(content) > len(packed) * limits.RATIO:
        return STORED, content
    return DEFLATED, packed
