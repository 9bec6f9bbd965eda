"""What lines of the registers of people have in common."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.words import _


def who(names: Mapping[RecordId, str], person: RecordId | None) -> str:
    """Whom a record is about."""
    return names.get(person or "", "") or _("Nobody chosen yet")


def joined(*words: str) -> str:
    """What is told of a record in one line; what is empty is left out."""
    return " · ".join(word for word in words if word)
