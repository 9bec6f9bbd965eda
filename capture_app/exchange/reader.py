"""Takes a bundle or session pack apart, and believes nothing before it is checked.

The order: the file's size, its seal, the zip, the list of contents and its version, the signature, every
member's hash, every line, and then whether the lines go together. The first trouble ends it with Refused.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from capture_app.domain.revision import Erasure, Revision
from capture_app.exchange import limits, refusals
from capture_app.exchange.care import read_care
from capture_app.exchange.files import read_whole
from capture_app.exchange.locks import Lock, lock_of, opened
from capture_app.exchange.log_lines import read_erasures, read_revisions
from capture_app.exchange.manifest import PRACTICE, Manifest, fingerprint, read_manifest, signer_of
from capture_app.exchange.members import CARE, ERASURES, EXTRAS, LOG, MANIFEST, PACK, SIGNATURE, TAKEN
from capture_app.exchange.pack import read_pack
from capture_app.exchange.parcel import Parcel
from capture_app.exchange.zip_reader import Zip
from capture_app.sealing import Identity, WayIn


def read(path: Path, way_in: WayIn | None = None) -> Parcel:
    """What a file holds, checked to the last byte. `way_in` is not needed where nothing is sealed.

    Raises WrongKey where the way in does not open it, Refused for all else that is wrong with the file.
    Whether the signer is known, and may erase, is for the caller to say.
    """
    data = read_whole(path)
    lock = lock_of(data)
    manifest, parcel = unpack(opened(data, way_in))
    _check_address(manifest, lock, way_in)
    return replace(parcel, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def unpack(inside: bytes) -> tuple[Manifest, Parcel]:
    """The list of contents and the parcel in what stood inside the seal. Raises Refused."""
    contents = _Contents(inside)
    said = contents.manifest
    parcel = Parcel(
        id=said.id,
        project=said.project,
        consultation=said.consultation,
        device=said.device,
        incarnation=said.incarnation,
        made=said.made,
        revisions=tuple(_revisions(contents)),
        erasures=tuple(read_erasures(ERASURES, contents.read(ERASURES))),
        kept_back=said.kept_back,
        extras={name: contents.read(name) for name in contents.names if name in EXTRAS},
        pack=read_pack(contents.read(PACK)) if PACK in contents.names else None,
        care=read_care(contents.read(CARE)) if CARE in contents.names else None,
        practice=PRACTICE in said.features,
        recipients=said.recipients,
        signer=contents.signer,
    )
    contents.check_unknown()
    _check_together(parcel)
    if not said.describes(parcel):
        raise refusals.cut_off()
    return said, parcel


class _Contents:
    """A zip whose list of contents is signed and names what is there, no more and no less."""

    def __init__(self, inside: bytes) -> None:
        self._zip = Zip(inside)
        listed = self._start(MANIFEST, limits.MANIFEST)
        self.manifest = read_manifest(listed)
        self.signer = signer_of(listed, self._start(SIGNATURE, limits.SIGNATURE))
        self._members = {member.name: member for member in self.manifest.members}
        self.names = sorted(member.name for member in self.manifest.members)
        if sorted((*self.names, MANIFEST, SIGNATURE)) != sorted(self._zip.names):
            raise refusals.cut_off()

    def read(self, name: str) -> bytes:
        """A member that is what the list says. Raises Refused if it is not, or is not there."""
        member = self._members.get(name)
        content = b"" if member is None else self._zip.read(name)
        if member is None or (len(content), _sha256(content)) != (member.size, member.sha256):
            raise refusals.cut_off()
        return content

    def check_unknown(self) -> None:
        """Hold the members that nothing is taken from against the list too."""
        for name in self.names:
            if not LOG.fullmatch(name) and name not in TAKEN:
                self.read(name)

    def _start(self, name: str, limit: int) -> bytes:
        """One of the two members that the list does not name."""
        if name not in self._zip.names:
            raise refusals.cut_off()
        if self._zip.size(name) > limit:
            raise refusals.too_large()
        return self._zip.read(name)


def _check_address(manifest: Manifest, lock: Lock, way_in: WayIn | None) -> None:
    """Nobody may have opened it and sealed it again, so that it looks as if it were meant for us."""
    if manifest.sealed is not lock:
        raise refusals.readdressed()
    if isinstance(way_in, Identity) and lock is Lock.KEY and way_in.recipient not in manifest.recipients:
        raise refusals.readdressed()


def _revisions(contents: _Contents) -> Iterator[Revision]:
    """The log, file by file, as far as the list says it goes."""
    expected = contents.manifest.counts.revisions
    if expected > limits.ENTRIES or contents.manifest.counts.erasures > limits.ERASURES:
        raise refusals.too_large()
    found = 0
    for name in filter(LOG.fullmatch, contents.names):
        for revision in read_revisions(name, contents.read(name)):
            found += 1
            if found > expected:
                raise refusals.cut_off()
            yield revision


def _check_together(parcel: Parcel) -> None:
    """What each line cannot show alone: no entry twice, one kind a record, and a pack from its lead."""
    records = Counter(revision.record for revision in parcel.revisions)
    if any(count > limits.ENTRIES_OF_ONE_RECORD for count in records.values()):
        raise refusals.too_large()
    kinds = {(revision.record, revision.kind) for revision in parcel.revisions}
    if len(kinds) != len(records) or _repeats(parcel.revisions) or _repeats(parcel.erasures):
        raise refusals.tangled()
    if parcel.pack is not None and parcel.care is not None:
        raise refusals.tangled()
    _check_pack(parcel)


def _check_pack(parcel: Parcel) -> None:
    """A session pack is signed by the very lead it tells the laptop to trust."""
    pack = parcel.pack
    if pack is None:
        return
    lead = (pack.lead_key, fingerprint(pack.lead_key), pack.consultation)
    if lead != (parcel.signer, parcel.project, parcel.consultation):
        raise refusals.pack_unreadable()


def _repeats(entries: Sequence[Revision] | Sequence[Erasure]) -> bool:
    return len({entry.id for entry in entries}) != len(entries)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
