"""A second reader of bundles, written from docs/bundle-format.md alone: nothing of the program is used.

It covers what the page's example needs, and leaves out cycles, fields in parts, and who may erase.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nacl.signing import VerifyKey

Entry = Mapping[str, Any]


def plainly(value: object) -> str:
    """Canonical JSON, as section 2 says."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entries_of(content: bytes) -> list[dict[str, Any]]:
    """The lines of a member, each in canonical form (sections 6 and 7)."""
    lines = content.decode().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [plainly(entry) for entry in entries] == lines
    return entries


def is_signed(message: bytes, signature: str, key: str) -> bool:
    """Whether an Ed25519 signature fits; raises if it does not."""
    return bool(VerifyKey(bytes.fromhex(key)).verify(message, bytes.fromhex(signature)) == message)


def has_its_own_words(entry: Entry) -> bool:
    """Whether the digest is of this salt and body, and the body canonical."""
    words = bytes.fromhex(entry["salt"]) + entry["body"].encode()
    canonical = plainly(json.loads(entry["body"])) == entry["body"]
    return canonical and bool(hashlib.sha256(words).hexdigest() == entry["digest"])


def by_record(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The revisions of each record."""
    records: dict[str, list[Entry]] = {}
    for entry in entries:
        records.setdefault(entry["record"], []).append(entry)
    return records


def shown(entries: Sequence[Entry], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """A record as section 10 makes it: values that are not the default, conflicts, what was removed, heads."""
    reached = _reached(entries)
    said: dict[str, Any] = {"conflicts": {}, "removed": [], "values": {}}
    for field in sorted(defaults):
        writers = _highest((entry for entry in entries if field in _named(entry, defaults)), reached)
        written = [_written(writer, field) for writer in writers if writer["body"] is not None]
        values = [json.loads(text) if text else defaults[field] for text in dict.fromkeys(written)]
        if writers and not values:
            said["removed"].append(field)
        if values and values[0] != defaults[field]:
            said["values"][field] = values[0]
        if len(values) > 1:
            said["conflicts"][field] = values
    return {**said, "heads": sorted(head["id"] for head in _highest(entries, reached))}


def _named(entry: Entry, defaults: Mapping[str, Any]) -> Iterable[str]:
    """The fields a revision names."""
    if "*" not in entry["sets"]:
        named: Iterable[str] = entry["sets"]
        return named
    return defaults if entry["body"] is None else json.loads(entry["body"])


def _written(entry: Entry, field: str) -> str:
    """A field's value in canonical JSON; nothing if the body does not hold it."""
    body = json.loads(entry["body"])
    return plainly(body[field]) if field in body else ""


def _reached(entries: Sequence[Entry]) -> dict[str, set[str]]:
    """For each revision those that can be reached from it."""
    steps = {entry["id"]: set(entry["parents"]) for entry in entries}
    for earlier, later in itertools.permutations(entries, 2):
        mine = (earlier["device"], earlier["incarnation"]) == (later["device"], later["incarnation"])
        if mine and earlier["number"] < later["number"]:
            steps[later["id"]].add(earlier["id"])
    for _round in entries:
        for low in steps.values():
            low |= {far for near in low for far in steps.get(near, ())}
    return steps


def _highest(among: Iterable[Entry], reached: Mapping[str, set[str]]) -> list[Entry]:
    """Those below no other, the newest first."""
    candidates = sorted(among, key=_age, reverse=True)
    return [low for low in candidates if not any(low["id"] in reached[high["id"]] for high in candidates)]


def _age(entry: Entry) -> tuple[Any, ...]:
    return tuple(entry[name] for name in ("stamp", "device", "incarnation", "number", "id"))
