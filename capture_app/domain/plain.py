"""Values as JSON without floats, and the one way to write them: equal content is equal bytes everywhere.

Keys are sorted, nothing is padded, text is UTF-8 and written as it is.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from typing import Any, cast

import msgspec

from capture_app.domain.record import Plain

_encoder = msgspec.json.Encoder(order="sorted")


def canonical(plain: object) -> str:
    """The one way to write a plain value as JSON text."""
    return _encoder.encode(plain).decode()


def read_plain(text: str) -> Any:
    """A plain value from JSON text."""
    return msgspec.json.decode(text)


def same(one: Plain, other: Plain) -> bool:
    """Whether two plain values are written alike. To Python 1 and True are equal; in a file they differ."""
    if one is None or isinstance(one, str):
        return one == other
    return one == other and canonical(one) == canonical(other)


def to_plain(value: object) -> Plain:
    """A field's value as JSON without floats; lone surrogates and NULs are scrubbed from text."""
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, str):
        return value.value if isinstance(value, StrEnum) else scrub(value)
    if isinstance(value, Mapping):
        return {scrub(key): to_plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(part) for part in value]
    return _value_to_plain(value)


def scrub(text: str) -> str:
    """Text that every machine can store: no NULs, no half of a surrogate pair."""
    if text.isascii():
        return text.replace("\0", "")
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def default_of(field: Field[Any]) -> object:
    """What a field holds when nothing is said; the field itself, equal to no value, where it must be said."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field if field.default is MISSING else field.default


def _value_to_plain(value: object) -> dict[str, Plain]:
    """A value inside a record, without what holds its default."""
    plain: dict[str, Plain] = {}
    for name, default in _defaults(cast(Any, type(value))):
        part = getattr(value, name)
        if part != default:
            plain[name] = to_plain(part)
    return plain


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """What the fields of such values hold when nothing is said. A few kinds of values come by the ten thousand."""
    return tuple((field.name, default_of(field)) for field in fields(cast(Any, kind)))
