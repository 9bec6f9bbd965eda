"""docs/bundle-format.md is true: a reader written from that page alone makes of its example what it says.

Nothing of the program is used until the very end, where the program is held against the same page.
"""

import hashlib
import hmac
import io
import itertools
import json
import re
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey, VerifyKey

from capture_app.domain.ballots import ballot_id
from capture_app.domain.ids import link_id
from capture_app.domain.plain import canonical, scrub
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import view
from capture_app.exchange import limits
from capture_app.exchange.reader import unpack
from capture_app.exchange.zip_writer import zipped

PAGE = (Path(__file__).parents[2] / "docs" / "bundle-format.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^`([a-z0-9./-]+)`\n\n```json\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
BLOCKS: dict[str, str] = dict(BLOCK.findall(PAGE))
MEMBERS = {
    name: (text + ("\n" if name.endswith(".jsonl") else "")).encode()
    for name, text in BLOCKS.items()
    if name != "shown.json"
}

Entry = Mapping[str, Any]


def plainly(value: object) -> str:
    """Canonical JSON, as section 2 says."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entries_of(member: str) -> list[dict[str, Any]]:
    """The lines of a member, each in canonical form."""
    lines = MEMBERS[member].decode().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [plainly(entry) for entry in entries] == lines
    return entries


def signed_by(key: str, signature: str, message: bytes) -> bool:
    """Whether an Ed25519 signature fits."""
    return bool(VerifyKey(bytes.fromhex(key)).verify(message, bytes.fromhex(signature)) == message)


def age_of(entry: Entry) -> tuple[Any, ...]:
    """What sorts the newest last."""
    return tuple(entry[name] for name in ("stamp", "device", "incarnation", "number", "id"))


def reached_from(entries: list[dict[str, Any]]) -> dict[str, set[str]]:
    """For each revision those that can be reached from it, by section 10."""
    steps = {entry["id"]: set(entry["parents"]) for entry in entries}
    for earlier, later in itertools.permutations(entries, 2):
        mine = (earlier["device"], earlier["incarnation"]) == (later["device"], later["incarnation"])
        if mine and earlier["number"] < later["number"]:
            steps[later["id"]].add(earlier["id"])
    for _round in entries:
        steps = {
            high: low | {far for near in low for far in steps.get(near, ())} for high, low in steps.items()
        }
    return steps


def highest(among: Iterable[dict[str, Any]], reached: Mapping[str, set[str]]) -> list[dict[str, Any]]:
    """Those below no other, the newest first."""
    candidates = sorted(among, key=age_of, reverse=True)
    return [low for low in candidates if not any(low["id"] in reached[high["id"]] for high in candidates)]


def shown(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """A record as section 10 makes it (the example needs no cycles, parts, or deletions)."""
    reached = reached_from(entries)
    bodies = {entry["id"]: json.loads(entry["body"]) for entry in entries if entry["body"] is not None}
    names = {entry["id"]: set(entry["sets"]) - {"*"} for entry in entries}
    for entry in entries:
        if "*" in entry["sets"]:
            names[entry["id"]] |= bodies[entry["id"]].keys()
    said: dict[str, Any] = {"conflicts": {}, "removed": [], "values": {}}
    for field in sorted(set().union(*names.values())):
        writers = highest((entry for entry in entries if field in names[entry["id"]]), reached)
        values = [bodies[writer["id"]].get(field) for writer in writers if writer["body"] is not None]
        distinct = list(dict.fromkeys(map(plainly, values)))
        if not distinct:
            said["removed"].append(field)
            continue
        said["values"][field] = json.loads(distinct[0])
        if len(distinct) > 1:
            said["conflicts"][field] = [json.loads(value) for value in distinct]
    return {**said, "heads": sorted(entry["id"] for entry in highest(entries, reached))}


def by_record(entries: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The revisions of each record."""
    records: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        records.setdefault(entry["record"], []).append(entry)
    return records


def test_the_list_of_contents_on_the_page_is_signed_and_true() -> None:
    manifest, signature = json.loads(MEMBERS["manifest.json"]), json.loads(MEMBERS["manifest.sig"])
    message = b"workshop-capture manifest v1\n" + MEMBERS["manifest.json"]
    assert signed_by(signature["key"], signature["signature"], message)
    assert signature["key"] == SigningKey(b"\2" * 32).verify_key.encode().hex()
    lead = SigningKey(b"\1" * 32).verify_key.encode()
    assert manifest["project"] == hashlib.sha256(lead).hexdigest()
    assert plainly(manifest).encode() == MEMBERS["manifest.json"]
    assert manifest["members"] == [
        {"name": name, "sha256": hashlib.sha256(MEMBERS[name]).hexdigest(), "size": len(MEMBERS[name])}
        for name in ("log/0001.jsonl", "erasures.jsonl")
    ]
    assert manifest["counts"]["revisions"] == len(entries_of("log/0001.jsonl"))


def test_the_digests_and_the_erasure_on_the_page_are_right() -> None:
    for entry in entries_of("log/0001.jsonl"):
        if entry["body"] is not None:
            words = bytes.fromhex(entry["salt"]) + entry["body"].encode()
            assert hashlib.sha256(words).hexdigest() == entry["digest"]
            assert plainly(json.loads(entry["body"])) == entry["body"]
    (erasure,) = entries_of("erasures.jsonl")
    said = {name: value for name, value in erasure.items() if name != "signature"}
    message = b"workshop-capture erasure v1\n" + plainly(said).encode()
    assert signed_by(erasure["key"], erasure["signature"], message)


def test_the_records_on_the_page_show_what_it_says() -> None:
    records = by_record(entries_of("log/0001.jsonl"))
    assert {record: shown(entries) for record, entries in records.items()} == json.loads(BLOCKS["shown.json"])


def test_the_program_makes_the_same_of_the_page() -> None:
    parcel = unpack(zipped(MEMBERS.items()))[1]
    defaults = SHAPES["Line"].defaults
    for record, said in json.loads(BLOCKS["shown.json"]).items():
        found = view(entry for entry in parcel.revisions if entry.record == record)
        conflicts = {
            conflict.field: [standing.value for standing in conflict.values] for conflict in found.conflicts
        }
        assert {name: value for name, value in found.body.items() if value != defaults[name]} == said[
            "values"
        ]
        assert (conflicts, list(found.removed), list(found.heads)) == (
            said["conflicts"],
            said["removed"],
            said["heads"],
        )


def test_a_zip_made_by_another_tool_to_the_page_s_rules_is_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    assert unpack(buffer.getvalue()) == unpack(zipped(MEMBERS.items()))


TEXTS = st.text().map(scrub)


LEAVES = st.none() | st.booleans() | st.integers() | TEXTS
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))


@given(VALUES)
def test_canonical_json_is_what_the_page_says_python_writes(value: object) -> None:
    assert canonical(value) == plainly(value)


def test_the_numbers_on_the_page_are_those_the_reader_keeps_to() -> None:
    rows = dict(
        re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", PAGE[PAGE.index("## 11.") : PAGE.index("## 12.")], re.M)
    )
    megabyte = limits.MEGABYTE
    assert rows == {
        "What": "At most",
        "the file": f"{limits.FILE // megabyte} MB (1 MB = 1 048 576 bytes)",
        "members": spaced(limits.MEMBERS),
        "one member, unpacked": f"{limits.MEMBER // megabyte} MB",
        "all members, unpacked": f"{spaced(limits.TOTAL // megabyte)} MB",
        f"packed to unpacked, members over {limits.RATIO_FROM // 1024} kB": (
            f"1 : {limits.RATIO} (store what would be packed tighter)"
        ),
        "`manifest.json`": f"{limits.MANIFEST // megabyte} MB",
        "`manifest.sig`": f"{limits.SIGNATURE // 1024} kB",
        "lines in a log file": spaced(limits.LINES_A_FILE),
        "one line": f"{limits.LINE // megabyte} MB",
        "one text in any JSON": f"{spaced(limits.TEXT_CHARACTERS)} characters",
        "parents of a revision": str(limits.PARENTS),
        "revisions in a file": spaced(limits.ENTRIES),
        "revisions of one record in a file": spaced(limits.ENTRIES_OF_ONE_RECORD),
        "erasures in a file": spaced(limits.ERASURES),
        "depth of JSON": str(limits.DEPTH),
        "labels, holders, words of what was kept back": f"{limits.WORDS_CHARACTERS} characters",
        "work factor of an age passphrase": str(limits.SCRYPT_WORK_FACTOR),
    }


def spaced(number: int) -> str:
    """A number as the page writes it: 1 000 000."""
    return f"{number:,}".replace(",", " ")


def test_ids_that_are_worked_out_are_those_of_the_page() -> None:
    named = re.search(r"namespace `([0-9a-f-]{36})`", PAGE)
    assert named is not None
    assert link_id("LineTheme", "a", "b") == str(uuid.uuid5(uuid.UUID(named[1]), "LineTheme\na\nb"))
    made = hmac.digest(b"\7" * 32, b'2\n{"q1":{"choice":"yes"}}', "sha256")[:16]
    ballot = str(uuid.UUID(bytes=made, version=5))
    assert ballot_id("07" * 32, '{"q1":{"choice":"yes"}}', 2) == ballot
