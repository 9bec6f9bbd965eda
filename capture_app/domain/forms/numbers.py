"""Numbers as people write them, and what they are worth."""

import re
from decimal import Decimal

__all__ = ["plain_number", "worth"]

_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def plain_number(text: str) -> str:
    """A number as it stands in a file: "1,200 " is "1200", "−3" is "-3". Empty where it is no number."""
    written = text.strip().replace("\u2212", "-")
    if _GROUPED.fullmatch(written):
        written = written.replace(",", "")
    return written if _NUMBER.fullmatch(written) else ""


def worth(text: str) -> Decimal | None:
    """What a number is worth; None where it is none."""
    plain = plain_number(text)
    return Decimal(plain) if plain else None
