"""Revisions and erasures as lines of JSON, and back, each line checked before it is believed.

A line is the canonical JSON of the entry's own fields, no more and no less: a new field on a line is a new
major version of the format. New kinds of record, and new fields inside a body, are kept as they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TypeVar

import msgspec

from capture_app.domain.codec import record_of
from capture_app.domain.errors import Refused
from capture_app.domain.records import KINDS
from capture_app.domain.revision import Erasure, Revision
from capture_app.domain.upgrades import upgrade
from capture_app.exchange import limits, refusals
from capture_app.exchange.strict_json import Malformed, encoder, read_object
from capture_app.exchange.tokens import (
    FIELD,
    KIND,
    SALT,
    SHA256,
    SIGNATURE,
    STAMP,
    TOKEN,
    UUID,
    VERIFY_KEY,
)
from capture_app.sealing import is_signed
from capture_app.words import _

_FILE_SIZE = 16 * limits.MEGABYTE
"""Where the writer begins a new file of the log, even before it is full."""

Entry = TypeVar("Entry", Revision, Erasure)

_revision = msgspec.json.Decoder(Revision)
_erasure = msgspec.json.Decoder(Erasure)

_ENVELOPE = re.compile(
    "\n".join(
        [
            *(UUID, UUID, KIND, TOKEN, TOKEN, STAMP, TOKEN, SHA256, rf"(?:{SALT})?"),  # in the order below
            *(rf"(?:{pattern},)*" for pattern in (UUID, FIELD, TOKEN, UUID)),
        ]
    )
)
_MARKER = re.compile(
    "\n".join((UUID, rf"(?:{UUID}\n|\n{TOKEN})", rf"(?:{TOKEN})?", STAMP, VERIFY_KEY, SIGNATURE))
)


def log_files(revisions: Iterable[Revision]) -> Iterator[tuple[str, bytes]]:
    """The members log/0001.jsonl and so on."""
    lines: list[bytes] = []
    size, numbers = 0, count(1)
    for line in map(encoder.encode, revisions):
        if len(lines) == limits.LINES_A_FILE or size > _FILE_SIZE:
            yield _log_file(next(numbers), lines)
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield _log_file(next(numbers), lines)


def erasure_lines(erasures: Iterable[Erasure]) -> bytes:
    """The member erasures.jsonl."""
    return _joined([encoder.encode(erasure) for erasure in erasures])


def read_revisions(member: str, content: bytes) -> Iterator[Revision]:
    """The revisions in one file of the log. Raises Refused, naming the line."""
    for number, line in enumerate(_lines(member, content, limits.LINES_A_FILE), 1):
        try:
            yield _read_revision(line)
        except Malformed as trouble:
            raise refusals.line(member, number, str(trouble)) from None


def read_erasures(member: str, content: bytes) -> Iterator[Erasure]:
    """The erasures, each signed by the key it names. Raises Refused, naming the line."""
    for number, line in enumerate(_lines(member, content, limits.ERASURES), 1):
        try:
            yield _read_erasure(line)
        except Malformed as trouble:
            raise refusals.line(member, number, str(trouble)) from None


def _log_file(number: int, lines: Sequence[bytes]) -> tuple[str, bytes]:
    return f"log/{number:04d}.jsonl", _joined(lines)


def _joined(lines: Sequence[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _lines(member: str, content: bytes, most: int) -> list[bytes]:
    """The lines without their ends. They are counted first: a file of empty lines must not fill the memory."""
    number = content.count(b"\n")
    if number > most:
        raise refusals.too_large()
    if content and not content.endswith(b"\n"):
        raise refusals.line(member, number + 1, _("does not end"))
    return content.split(b"\n")[:-1]


def _read_revision(line: bytes) -> Revision:
    revision = _decoded(line, _revision)
    _check_envelope(revision)
    if revision.body is not None:
        _check_body(revision, revision.body)
    return revision


def _decoded(line: bytes, decoder: msgspec.json.Decoder[Entry]) -> Entry:
    """The entry on a line, if the line is the one way to write it."""
    if len(line) > limits.LINE:
        raise Malformed(_("is too long"))
    try:
        entry = decoder.decode(line)
        again = encoder.encode(entry)
    except (ValueError, RecursionError):
        raise Malformed from None
    if again != line:
        raise Malformed
    return entry


def _check_envelope(entry: Revision) -> None:
    """Ids, codes and numbers, and not a word of free text."""
    if len(entry.parents) > limits.PARENTS:
        raise Malformed(_("has too many parents"))
    if not (1 <= entry.number <= limits.WHOLE_NUMBER and 1 <= entry.version <= limits.WHOLE_NUMBER):
        raise Malformed
    if (entry.salt is None) != (entry.body is None):
        raise Malformed
    lists = (entry.parents, entry.sets, entry.subjects, entry.saw)
    envelope = "\n".join(
        (
            entry.id,
            entry.record,
            entry.kind,
            entry.device,
            entry.incarnation,
            entry.stamp,
            entry.role,
            entry.digest,
            entry.salt or "",
            *(",".join((*names, "")) for names in lists),
        )
    )
    if not _ENVELOPE.fullmatch(envelope) or envelope.count(",") != sum(map(len, lists)):
        raise Malformed


def _check_body(entry: Revision, body: str) -> None:
    """The words are those that were sealed, in canonical form, and fit the kind if this version knows it."""
    said = read_object(body.encode())
    if not entry.intact():
        raise Malformed(_("holds other words than were sealed"))
    kind = KINDS.get(entry.kind)
    if kind is None or entry.version > kind.version:
        return
    try:
        record_of(kind, entry.record, upgrade(entry.kind, said, entry.version))
    except Refused:
        raise Malformed(_("does not fit what it describes")) from None


def _read_erasure(line: bytes) -> Erasure:
    marker = _decoded(line, _erasure)
    parts = (marker.id, marker.record, marker.subject, marker.reason, marker.stamp, marker.key)
    if not _MARKER.fullmatch("\n".join((*parts, marker.signature))):
        raise Malformed
    if not is_signed(marker.signed_bytes(), marker.signature, marker.key):
        raise Malformed(_("is not signed by the key it names"))
    return marker
