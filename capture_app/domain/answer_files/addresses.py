"""What somebody can be reached by: an address of mail, a number to call."""

import re

__all__ = ["is_address", "is_telephone"]

_ADDRESS = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_TELEPHONE = re.compile(r"[+(]?\d[\d ()/.-]{7,18}\d", re.ASCII)
_DIGITS = 9
"""Fewer are a day or a number of something."""


def is_address(words: str) -> bool:
    """Whether it is an address of mail and nothing else."""
    return "@" in words and _ADDRESS.fullmatch(words) is not None


def is_telephone(words: str) -> bool:
    """Whether it is a number to call and nothing else."""
    return bool(_TELEPHONE.fullmatch(words)) and sum(map(str.isdigit, words)) >= _DIGITS
