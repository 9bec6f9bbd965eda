"""Reads the zip inside a bundle without trusting a byte of it.

Every byte of the file must belong to exactly one member, to the directory or to its end, in that order. That
leaves no room for overlapping members, hidden ones, or two ways of reading the same file. Nothing is ever
unpacked to a place its name says.
"""

import re
import stat
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.exchange import limits, refusals
from capture_app.exchange.zip_writer import (
    CENTRAL,
    CENTRAL_MAGIC,
    DEFLATED,
    END,
    END_MAGIC,
    LOCAL_MAGIC,
    SHARED,
    STORED,
)

_LOCAL_SIZE = len(LOCAL_MAGIC) + SHARED.size
_FLAGS_ALLOWED = 0x0806  # names in UTF-8, and hints about how it was deflated
_DOS_NOT_A_FILE = 0x18  # a folder, or the name of a disk

_PART = r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?![a-z0-9-]))[a-z0-9][a-z0-9-]{0,70}(?:\.[a-z0-9]{1,10}){0,2}"
_NAME = re.compile(rf"(?:{_PART}/)?{_PART}")
"""Lower case only, so that no two names differ in case alone; at most one folder; no names of devices."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One member. `header` is where its own header starts, `start` where its packed bytes do."""

    name: str
    shared: bytes
    method: int
    crc: int
    packed: int
    size: int
    header: int

    @property
    def start(self) -> int:
        return self.header + _LOCAL_SIZE + len(self.name)

    @property
    def end(self) -> int:
        return self.start + self.packed


class Zip:
    """A zip that keeps to the format. Raises Refused, on opening or on reading, if it does not."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._entries = _entries(data)

    @property
    def names(self) -> list[str]:
        """The members in the order in which they stand."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """How large a member is, unpacked."""
        return self._entries[name].size

    def read(self, name: str) -> bytes:
        """A member unpacked, never longer than it is said to be. Raises KeyError if it is not there."""
        entry = self._entries[name]
        packed = self._data[entry.start : entry.end]
        content = packed if entry.method == STORED else _inflate(packed, entry.size)
        if len(content) != entry.size or zlib.crc32(content) != entry.crc:
            raise refusals.cut_off()
        return content


def _inflate(packed: bytes, size: int) -> bytes:
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacking.decompress(packed, size + 1)
    except zlib.error:
        raise refusals.cut_off() from None
    if not unpacking.eof or unpacking.unused_data:
        raise refusals.cut_off()
    return content


def _entries(data: bytes) -> Mapping[str, _Entry]:
    """Every member, each standing where the one before it ends, and its own header saying the same."""
    count, start, end = _end_record(data)
    entries: dict[str, _Entry] = {}
    place, free, total = start, 0, 0
    for _member in range(count):
        entry = _entry(data, place, end)
        total += entry.size
        if total > limits.TOTAL:
            raise refusals.too_large()
        if entry.name in entries or entry.header != free or not _agrees(data, entry):
            raise refusals.oddly_packed()
        entries[entry.name] = entry
        place += CENTRAL.size + len(entry.name)
        free = entry.end
    if place != end or free != start:
        raise refusals.oddly_packed()
    return entries


def _end_record(data: bytes) -> tuple[int, int, int]:
    """How many members there are, where the directory starts, and where it ends."""
    end = len(data) - END.size
    if end < 0:
        raise refusals.oddly_packed()
    magic, disk, first_disk, here, count, size, start, comment = END.unpack_from(data, end)
    if magic != END_MAGIC or disk or first_disk or comment or here != count or start + size != end:
        raise refusals.oddly_packed()
    if count > limits.MEMBERS:
        raise refusals.too_large()
    return count, start, end


def _entry(data: bytes, place: int, end: int) -> _Entry:
    """The member whose line in the directory starts at `place`."""
    if place + CENTRAL.size > end:
        raise refusals.oddly_packed()
    magic, _made, shared, comment, disk, _inside, attributes, header = CENTRAL.unpack_from(data, place)
    _needs, flags, method, _time, _date, crc, packed, size, length, extra = SHARED.unpack(shared)
    if magic != CENTRAL_MAGIC or comment or extra or disk or flags & ~_FLAGS_ALLOWED:
        raise refusals.oddly_packed()
    if method not in (STORED, DEFLATED) or (method == STORED and packed != size) or not _regular(attributes):
        raise refusals.oddly_packed()
    _check_size(packed, size)
    name = data[place + CENTRAL.size : place + CENTRAL.size + length]
    return _Entry(_checked_name(name), shared, method, crc, packed, size, header)


def _check_size(packed: int, size: int) -> None:
    if size > limits.MEMBER or (size > limits.RATIO_FROM and size > packed * limits.RATIO):
        raise refusals.too_large()


def _regular(attributes: int) -> bool:
    """A file, or something that does not say; never a folder, a link or a device."""
    return stat.S_IFMT(attributes >> 16) in (0, stat.S_IFREG) and not attributes & _DOS_NOT_A_FILE


def _checked_name(raw: bytes) -> str:
    if not raw.isascii() or not _NAME.fullmatch(raw.decode("ascii")):
        raise refusals.oddly_packed()
    return raw.decode("ascii")


def _agrees(data: bytes, entry: _Entry) -> bool:
    """Whether the member's own header says what the directory says of it."""
    header = data[entry.header : entry.start]
    return header == LOCAL_MAGIC + entry.shared + entry.name.encode("ascii")
