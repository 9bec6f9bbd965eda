"""Records to bodies and back, and bodies to the fields that change independently."""

from collections.abc import Mapping
from typing import Any, cast

import msgspec

from capture_app.domain.errors import Refused
from capture_app.domain.plain import to_plain
from capture_app.domain.record import Plain, Record
from capture_app.domain.records import KINDS, Person
from capture_app.domain.shape import Shape, shape_of
from capture_app.domain.upgrades import upgrade
from capture_app.words import _

Body = dict[str, Plain]
"""A record's fields without its id, as plain values."""

_decoder = msgspec.json.Decoder(dict[str, Any])


def body_of(record: Record) -> Body:
    """A record's fields without its id, as plain values."""
    return {name: to_plain(getattr(record, name)) for name in shape_of(record).names}


def record_of(kind: type[Record], record_id: str, body: Mapping[str, Plain]) -> Record:
    """The record a body describes.

    Raises Refused if the body does not fit the kind. Fields that this version does not know are passed over.
    """
    try:
        return msgspec.convert({**body, "id": record_id}, kind)
    except msgspec.ValidationError as error:
        raise Refused(
            _("A {name} in this file is not written as it should be: {error}.").format(
                name=kind.__name__, error=error
            )
        ) from None


def read_body(kind: str, version: int, text: str) -> Body:
    """A body from the log as this version understands it."""
    return upgrade(kind, _decoder.decode(text), version)


def paths_of(shape: Shape, body: Mapping[str, Plain]) -> dict[str, Plain]:
    """A body as its fields: each dataclass field, or each key of a field in parts ("answers/<item>")."""
    if not shape.parts:
        return dict(body)
    flat = {name: value for name, value in body.items() if name not in shape.parts}
    for name in shape.parts:
        for key, value in cast(dict[str, Plain], body.get(name) or {}).items():
            flat[f"{name}/{key}"] = value
    return flat


def body_from_paths(shape: Shape, paths: Mapping[str, Plain]) -> Body:
    """The body that `paths_of` took apart."""
    body: Body = {name: {} for name in shape.parts}
    for path, value in paths.items():
        name, slash, key = path.partition("/")
        if slash:
            cast(dict[str, Plain], body[name])[key] = value
        else:
            body[name] = value
    return body


def kind_named(name: str) -> type[Record]:
    """The record class of a kind's name. Raises Refused if this version does not know it."""
    try:
        return KINDS[name]
    except KeyError:
        raise Refused(
            _("This version does not know records of the kind “{name}”.").format(name=name)
        ) from None


def people_in(record: Record, body: Body) -> tuple[str, ...]:
    """The codes of the people a record is about."""
    codes = {str(body[name]) for name in shape_of(record).people if body.get(name)}
    if isinstance(record, Person):
        codes.add(record.id)
    return tuple(sorted(codes))
