"""Names for things: random, sortable, or the same wherever they are made."""

import secrets
from uuid import UUID, uuid4, uuid5

import uuid_utils

LINKS = UUID("6f0a1f3c-5b7e-4c7e-9d6b-0c4b6a0f2e51")
"""Namespace of link ids. Part of the file format: it never changes."""


def new_id() -> str:
    """A new id that sorts by when it was made (UUIDv7)."""
    return str(uuid_utils.uuid7())


def person_code() -> str:
    """A new id for a person: random, so that it tells neither name nor time."""
    return str(uuid4())


def link_id(kind: str, *ends: str) -> str:
    """The id of a link, equal wherever the same link is made, so that two copies become one (UUIDv5)."""
    return str(uuid5(LINKS, "\n".join((kind, *ends))))


def random_hex(size: int) -> str:
    """`size` random bytes as lower-case hexadecimal."""
    return secrets.token_hex(size)
