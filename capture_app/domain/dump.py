"""Current records as text: one canonical JSON object a line, without anything that only one laptop knows.

Equal content prints equal lines on every machine. A field in conflict prints all its values, sorted, under
"conflicts" ("absent" where one of them is that a part was taken out); a field whose words were erased
stands in "removed". An erasure is a line of the kind "Erasure".
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from capture_app.domain.codec import Body, body_from_paths, body_of, paths_of
from capture_app.domain.errors import Refused
from capture_app.domain.plain import canonical, read_plain
from capture_app.domain.record import Plain, Record, RecordId, kind_of
from capture_app.domain.revision import Erasure
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import View
from capture_app.words import _

ERASURE = "Erasure"


@dataclass(frozen=True, slots=True)
class DumpedRecord:
    """A line of a dump, taken apart. conflicts: path -> the values that stand; None among them is absence."""

    kind: str
    id: RecordId
    paths: Mapping[str, Plain]
    conflicts: Mapping[str, tuple[Plain, ...]]
    absent: frozenset[str]
    removed: frozenset[str]


def record_line(record: Record) -> str:
    """The line of a record in which nothing is in conflict or removed."""
    return canonical({"kind": kind_of(record), "id": record.id, **body_of(record)})


def view_line(view: View) -> str:
    """The line of any record."""
    shape = SHAPES[view.kind]
    paths = paths_of(shape, _normal(view.kind, view.body))
    said: dict[str, Any] = {"kind": view.kind, "id": view.record}
    contested = {conflict.field for conflict in view.conflicts}
    plain = {path: value for path, value in paths.items() if path not in contested | set(view.removed)}
    said |= body_from_paths(shape, plain)
    if view.conflicts:
        said["conflicts"] = {
            conflict.field: sorted((s.value for s in conflict.values if not s.absent), key=canonical)
            for conflict in view.conflicts
        }
        absent = sorted(c.field for c in view.conflicts if any(s.absent for s in c.values))
        if absent:
            said["absent"] = absent
    if view.removed:
        said["removed"] = list(view.removed)
    return canonical(said)


def erasure_line(marker: Erasure) -> str:
    """The line of an erasure marker."""
    return canonical({"kind": ERASURE, **asdict(marker)})


def read_line(text: str) -> DumpedRecord | Erasure:
    """What a line says. Raises Refused if it says nothing this version understands."""
    said = _object(text)
    kind, record = said.pop("kind", ""), said.pop("id", "")
    if kind == ERASURE:
        return _erasure(record, said)
    if kind not in SHAPES or not isinstance(record, str) or not record:
        raise Refused(_("A line of this file is no record this version knows: {text}").format(text=text[:60]))
    conflicts = {path: tuple(values) for path, values in said.pop("conflicts", {}).items()}
    absent, removed = said.pop("absent", []), said.pop("removed", [])
    return DumpedRecord(
        kind, record, paths_of(SHAPES[kind], said), conflicts, frozenset(absent), frozenset(removed)
    )


def digest(lines: Iterable[str]) -> str:
    """One hash of a whole dump: SHA-256 over its lines, each with its line feed."""
    found = sha256()
    for line in lines:
        found.update(line.encode() + b"\n")
    return found.hexdigest()


def _normal(kind: str, body: Body) -> Body:
    """The body as today's version writes it: unknown fields gone, missing ones at their default."""
    shape = SHAPES[kind]
    return {name: body.get(name, shape.defaults[name]) for name in shape.names}


def _object(text: str) -> dict[str, Any]:
    try:
        said = read_plain(text)
    except ValueError:
        raise Refused(_("A line of this file is not JSON: {text}").format(text=text[:60])) from None
    if not isinstance(said, dict):
        raise Refused(_("A line of this file is not a record: {text}").format(text=text[:60]))
    return said


def _erasure(record: str, said: dict[str, Any]) -> Erasure:
    try:
        return Erasure(id=record, **said)
    except TypeError:
        raise Refused(_("An erasure in this file is not written as it should be.")) from None
