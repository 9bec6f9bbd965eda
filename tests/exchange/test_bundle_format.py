"""docs/bundle-format.md is true: a reader written from that page alone makes of its example what it says."""

import hashlib
import hmac
import io
import json
import re
import uuid
import zipfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from capture_app.domain.ballots import ballot_id
from capture_app.domain.ids import link_id
from capture_app.domain.plain import canonical, scrub
from capture_app.domain.revision import Revision
from capture_app.domain.shape import SHAPES
from capture_app.domain.view import view
from capture_app.exchange import limits
from capture_app.exchange.reader import unpack
from capture_app.exchange.zip_writer import zipped
from tests.exchange.parcels import a_revision
from tests.exchange.second_reader import by_record, entries_of, has_its_own_words, is_signed, plainly, shown

PAGE = (Path(__file__).parents[2] / "docs" / "bundle-format.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^`([a-z0-9./-]+)`\n\n```json\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
BLOCKS: dict[str, str] = dict(BLOCK.findall(PAGE))
SHOWN = json.loads(BLOCKS["shown.json"])
MEMBERS = {
    name: (text + ("\n" if name.endswith(".jsonl") else "")).encode()
    for name, text in BLOCKS.items()
    if name != "shown.json"
}
LOG = MEMBERS["log/0001.jsonl"]
LINE = SHAPES["Line"].defaults


def as_shown(revisions: list[Revision]) -> dict[str, Any]:
    """What the program shows of a record, in the words of the page."""
    found = view(revisions)
    return {
        "values": {name: value for name, value in found.body.items() if value != LINE[name]},
        "conflicts": {
            conflict.field: [LINE[conflict.field] if s.absent else s.value for s in conflict.values]
            for conflict in found.conflicts
        },
        "removed": list(found.removed),
        "heads": list(found.heads),
    }


def test_the_list_of_contents_on_the_page_is_signed_and_true() -> None:
    manifest, signature = json.loads(MEMBERS["manifest.json"]), json.loads(MEMBERS["manifest.sig"])
    message = b"workshop-capture manifest v1\n" + MEMBERS["manifest.json"]
    assert is_signed(message, signature["signature"], signature["key"])
    assert signature["key"] == SigningKey(b"\2" * 32).verify_key.encode().hex()
    assert plainly(manifest).encode() == MEMBERS["manifest.json"]
    assert manifest["project"] == hashlib.sha256(SigningKey(b"\1" * 32).verify_key.encode()).hexdigest()
    assert manifest["members"] == [
        {"name": name, "sha256": hashlib.sha256(MEMBERS[name]).hexdigest(), "size": len(MEMBERS[name])}
        for name in ("log/0001.jsonl", "erasures.jsonl")
    ]
    assert manifest["counts"]["revisions"] == len(entries_of(LOG))


def test_the_digests_and_the_erasure_on_the_page_are_right() -> None:
    assert all(has_its_own_words(entry) for entry in entries_of(LOG) if entry["body"] is not None)
    (erasure,) = entries_of(MEMBERS["erasures.jsonl"])
    said = {name: value for name, value in erasure.items() if name != "signature"}
    message = b"workshop-capture erasure v1\n" + plainly(said).encode()
    assert is_signed(message, erasure["signature"], erasure["key"])


def test_the_records_on_the_page_show_what_it_says() -> None:
    assert {record: shown(found, LINE) for record, found in by_record(entries_of(LOG)).items()} == SHOWN


def test_the_program_makes_the_same_of_the_page() -> None:
    revisions = unpack(zipped(MEMBERS.items()))[1].revisions
    assert {record: as_shown([r for r in revisions if r.record == record]) for record in SHOWN} == SHOWN


def test_a_zip_made_by_another_tool_to_the_page_s_rules_is_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    assert unpack(buffer.getvalue()) == unpack(zipped(MEMBERS.items()))


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """A line that three laptops changed, each having seen some of what the others did; some words erased."""
    entries: list[Revision] = []
    for place in range(draw(st.integers(1, 7))):
        body = {"text": draw(st.sampled_from("ab")), "level": draw(st.integers(0, 2))}
        if draw(st.booleans()):
            del body["level"]
        known = [entry.id for entry in entries]
        entry = replace(
            a_revision(place + 1, body=canonical(body)),
            record="018f8e00-0000-7000-8000-000000000011",
            device=draw(st.sampled_from("xyz")),
            stamp=f"{draw(st.integers(0, 3)):016x}",
            parents=tuple(draw(st.sets(st.sampled_from(known)))) if known else (),
            sets=draw(st.sampled_from([("text",), ("level",), ("text", "level"), ("*",)]))
            if known
            else ("*",),
        )
        entries.append(entry.emptied() if draw(st.integers(0, 3)) == 0 else entry)
    return draw(st.permutations(entries))


@given(histories())
def test_the_second_reader_and_the_program_agree_about_every_history(history: list[Revision]) -> None:
    assert shown([asdict(entry) for entry in history], LINE) == as_shown(history)


TEXTS = st.text().map(scrub)
LEAVES = st.none() | st.booleans() | st.integers() | TEXTS
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner))


@given(VALUES)
def test_canonical_json_is_what_the_page_says_python_writes(value: object) -> None:
    assert canonical(value) == plainly(value)


def test_the_numbers_on_the_page_are_those_the_reader_keeps_to() -> None:
    section = PAGE[PAGE.index("## 11.") : PAGE.index("## 12.")]
    megabyte = limits.MEGABYTE
    assert dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", section, re.MULTILINE)) == {
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
