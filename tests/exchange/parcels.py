"""Parcels to send about: a workshop's lines by a laptop with a known key, in as few words as a test needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from capture_app.domain.codec import body_of
from capture_app.domain.ids import new_id, person_code, random_hex
from capture_app.domain.plain import canonical
from capture_app.domain.records import Line
from capture_app.domain.revision import Erasure, Revision, digest_of
from capture_app.domain.vocabulary import Role, Stance
from capture_app.exchange.container import PLAIN, Pack, Parcel, fingerprint, read, write
from capture_app.sealing import Identity, Signer

LEAD = Signer.generate()
LAPTOP = Signer.generate()
LEAD_KEY = Identity.generate()
RECOVERY_KEY = Identity.generate()
RECIPIENTS = (LEAD_KEY.recipient, RECOVERY_KEY.recipient)

CONSULTATION, DEVICE, INCARNATION = new_id(), new_id(), new_id()


def a_revision(number: int = 1, *, kind: str = "Line", body: str | None = None, **changes: Any) -> Revision:
    """An entry of the laptop's log; a line with a word in it if nothing else is said."""
    text = body if body is not None else a_body(text=f"Point {number}")
    salt = random_hex(16)
    entry = Revision(
        id=new_id(),
        record=new_id(),
        kind=kind,
        device=DEVICE,
        incarnation=INCARNATION,
        number=number,
        stamp=f"018f3a2b4c5d{number % 65536:04x}",
        role="scribe",
        digest=digest_of(salt, text),
        salt=salt,
        body=text,
    )
    return replace(entry, **changes)


def a_body(**fields: Any) -> str:
    """The body of a line with these fields."""
    return canonical(body_of(Line(id="", stance=Stance.MIXED, **fields)))


def an_erasure(signer: Signer = LEAD, **changes: Any) -> Erasure:
    """The lead's order to erase all about a person."""
    marker = Erasure(id=new_id(), subject=person_code(), stamp="018f3a2b4c5d0001", key=signer.verify_key)
    return signed(replace(marker, **changes), signer)


def signed(marker: Erasure, signer: Signer = LEAD) -> Erasure:
    """The same with its signature."""
    return replace(marker, signature=signer.sign(marker.signed_bytes()))


def a_parcel(*revisions: Revision, **changes: Any) -> Parcel:
    """A bundle from the laptop, with these entries or with three lines and an erasure."""
    parcel = Parcel(
        id=new_id(),
        project=fingerprint(LEAD.verify_key),
        consultation=CONSULTATION,
        device=DEVICE,
        incarnation=INCARNATION,
        made="018f3a2b4c5d0009",
        revisions=revisions or tuple(a_revision(number) for number in (1, 2, 3)),
        erasures=() if revisions else (an_erasure(),),
    )
    return replace(parcel, **changes)


def a_pack(**changes: Any) -> Pack:
    """What makes laptop A ready."""
    pack = Pack(
        device=DEVICE,
        label="Laptop A",
        holder="Room scribe",
        role=Role.SCRIBE,
        seed=LAPTOP.seed,
        lead_key=LEAD.verify_key,
        recipients=RECIPIENTS,
        consultation=CONSULTATION,
        threshold=5,
    )
    return replace(pack, **changes)


def sent(parcel: Parcel) -> Parcel:
    """The parcel as it was before anything was filled in on its way."""
    return replace(parcel, recipients=(), signer="", sha256="", size=0)


def a_bundle(folder: Path, parcel: Parcel | None = None) -> bytes:
    """The bytes of an unsealed bundle."""
    path = folder / "genuine.wsbundle"
    write(path, parcel or a_parcel(), LAPTOP, PLAIN)
    return path.read_bytes()


def read_bytes(folder: Path, content: bytes) -> Parcel:
    """What a file with these bytes holds. Raises Refused."""
    path = folder / "arrived.wsbundle"
    path.write_bytes(content)
    return read(path)


def changed(body: Mapping[str, Any], **fields: Any) -> str:
    """Canonical text of a body with some fields changed."""
    return canonical({**body, **fields})
