"""What a session pack hands to one laptop, beside the records it carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Role
from capture_app.exchange import limits, refusals
from capture_app.exchange.strict_json import Malformed, encoder, read_object, shaped
from capture_app.exchange.tokens import MAYBE_UUID, TOKEN, UUID, VERIFY_KEY, exactly

_WORDS = Annotated[str, Meta(max_length=limits.WORDS_CHARACTERS)]
_COUNT = Annotated[int, Meta(ge=0, le=limits.WHOLE_NUMBER)]
_RECIPIENT = Annotated[str, Meta(max_length=4096)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What makes a laptop ready: who it is, by which key it will be known, and to whom it seals (C1).

    device, label, holder, role: which laptop this is, what it is called, who has it, and what it is for.
    seed: the signing seed by which the lead will know it; empty in a fresh pack for a laptop that has its own.
    lead_key: the lead's verify key. recipients: to
    whom its bundles are sealed, the lead first and the recovery key after it. session, group: where it will
    be used, empty for everywhere. threshold: fewest expected answers that may be called anonymous.
    """

    device: Annotated[str, exactly(TOKEN)]
    label: _WORDS
    holder: _WORDS = ""
    role: Role
    seed: Annotated[str, exactly(rf"(?:{VERIFY_KEY})?")]
    lead_key: Annotated[str, exactly(VERIFY_KEY)]
    recipients: tuple[_RECIPIENT, ...]
    consultation: Annotated[RecordId, exactly(UUID)]
    session: Annotated[RecordId, exactly(MAYBE_UUID)] = ""
    group: Annotated[RecordId, exactly(MAYBE_UUID)] = ""
    threshold: _COUNT = 0

    @property
    def fresh(self) -> bool:
        """Whether it brings a laptop up to date that is ready already."""
        return not self.seed

    def __repr__(self) -> str:
        return f"Pack({self.label!r}, …)"


def pack_text(pack: Pack) -> bytes:
    """The bytes of pack.json."""
    return encoder.encode(pack)


def read_pack(text: bytes) -> Pack:
    """The pack in these bytes. Raises Refused."""
    try:
        return shaped(read_object(text), Pack)
    except Malformed:
        raise refusals.pack_unreadable() from None
