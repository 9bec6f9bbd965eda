"""What makes a file a care file: the one person whom what is in confidence is for (DESIGN, section 5; C6 to C8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from capture_app.exchange import limits, refusals
from capture_app.exchange.strict_json import Malformed, encoder, read_object, shaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """for_whom: the person, as whoever made the file calls them. Who can open it, only the seal says."""

    for_whom: Annotated[str, Meta(min_length=1, max_length=limits.WORDS_CHARACTERS)]


def care_text(care: Care) -> bytes:
    """The bytes of care.json."""
    return encoder.encode(care)


def read_care(text: bytes) -> Care:
    """For whom the file is. Raises Refused."""
    try:
        return shaped(read_object(text), Care)
    except Malformed:
        raise refusals.list_unreadable() from None
