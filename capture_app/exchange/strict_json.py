"""JSON as the file format allows it: canonical, no floats, no deep nesting, whole numbers within 2 to the 53.

Text is decoded into exactly those types and written again: only canonical text comes back the same, which
rules out repeated keys, odd escapes, padding, and every second way to write a number, at the speed of C.
"""

import re
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from capture_app.exchange import limits
from capture_app.words import _

Shaped = TypeVar("Shaped")

_TEXT = Annotated[str, Meta(max_length=limits.TEXT_CHARACTERS)]
_NUMBER = Annotated[int, Meta(ge=-limits.WHOLE_NUMBER, le=limits.WHOLE_NUMBER)]
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")

encoder = msgspec.json.Encoder(order="sorted")
"""Writes the canonical form; see `domain.plain`."""


class Malformed(ValueError):
    """A piece of text that does not follow the format. Its words finish the sentence "line 3 …"."""

    def __init__(self, trouble: str = "") -> None:
        super().__init__(trouble or _("is not written as it should be"))


def _object_type(depth: int) -> Any:
    """The type of an object with at most `depth` levels of arrays and objects, itself one of them."""
    scalar: Any = None | bool | _NUMBER | _TEXT
    value = scalar
    for _level in range(depth - 1):
        value = scalar | list.__class_getitem__(value) | dict.__class_getitem__((str, value))
    return dict.__class_getitem__((str, value))


_object: msgspec.json.Decoder[dict[str, Any]] = msgspec.json.Decoder(_object_type(limits.DEPTH))


def read_object(text: bytes) -> dict[str, Any]:
    """The object that canonical JSON text holds. Raises Malformed for anything else."""
    try:
        value = _object.decode(text)
        again = encoder.encode(value)
    except (ValueError, RecursionError):
        raise Malformed from None
    if again != text or (b"\\u0000" in text and _NUL.search(text)):
        raise Malformed
    return value


def shaped(value: dict[str, Any], shape: type[Shaped]) -> Shaped:
    """A value from `read_object` as a dataclass; fields it does not have are passed over. Raises Malformed."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError:
        raise Malformed from None
