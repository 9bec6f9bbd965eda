"""The log's two kinds of entry: revisions of records, and the markers that erase them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from capture_app.domain.clock import Stamp
from capture_app.domain.plain import canonical
from capture_app.domain.record import RecordId

RevisionId = str
ErasureId = str

EVERYTHING = "*"
"""In `sets`: every field the body holds, as the first revision of a record has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One change to one record: never altered, except emptied by an erasure.

    Everything but `salt` and `body` is the envelope: ids, codes and numbers, never free text.

    parents: the heads of the record that its author saw. sets: the fields its author changed.
    device, incarnation, number: who wrote it, and the how-manieth it was. stamp: see `domain.clock`.
    subjects: codes of the people it is about. saw: erasures of this record its author knew.
    digest: SHA-256 over salt and body, hexadecimal. body: canonical JSON text; None when emptied.
    """

    id: RevisionId
    record: RecordId
    kind: str
    parents: tuple[RevisionId, ...] = ()
    sets: tuple[str, ...] = (EVERYTHING,)
    device: str
    incarnation: str
    number: int
    stamp: Stamp
    role: str
    version: int = 1
    subjects: tuple[str, ...] = ()
    saw: tuple[ErasureId, ...] = ()
    digest: str
    salt: str | None = None
    body: str | None = None

    @property
    def empty(self) -> bool:
        """Whether its words are gone, or have not arrived."""
        return self.body is None

    def emptied(self) -> Revision:
        """The same envelope without its words."""
        return self if self.empty else replace(self, salt=None, body=None)

    def same_entry(self, other: Revision) -> bool:
        """Whether both are one entry of the log, one of them perhaps emptied."""
        return self.emptied() == other.emptied()

    def intact(self) -> bool:
        """Whether the words are those the digest was made of. An emptied revision cannot be checked."""
        return self.body is None or (self.salt is not None and digest_of(self.salt, self.body) == self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """A lead's signed order to empty every revision of a record, or about a person, here and later.

    It spares a revision whose author had seen it. It never expires. `record` or `subject` names what goes;
    the other is empty. `signature` is Ed25519 over `signed_bytes`, by `key`, both hexadecimal.
    """

    id: ErasureId
    record: RecordId = ""
    subject: str = ""
    reason: str = ""
    stamp: Stamp
    key: str
    signature: str = ""

    def signed_bytes(self) -> bytes:
        """What the lead's key signs."""
        said = {name: getattr(self, name) for name in ("id", "record", "subject", "reason", "stamp", "key")}
        return b"workshop-capture erasure v1\n" + canonical(said).encode()

    def covers(self, revision: Revision) -> bool:
        """Whether it empties that revision."""
        if self.id in revision.saw:
            return False
        if self.record:
            return self.record == revision.record
        return bool(self.subject) and self.subject in revision.subjects


def digest_of(salt: str, body: str) -> str:
    """SHA-256 over the salt's bytes and the body's, hexadecimal.

    Without the salt a short answer could be guessed from it after it was erased.
    """
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def apply_erasures(revisions: Iterable[Revision], erasures: Iterable[Erasure]) -> list[Revision]:
    """The revisions with the words of every erased one gone."""
    markers = list(erasures)
    return [
        revision.emptied() if any(marker.covers(revision) for marker in markers) else revision
        for revision in revisions
    ]
