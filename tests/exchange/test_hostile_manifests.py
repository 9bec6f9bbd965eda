"""The list of contents is believed only when it is well written, signed, and true of what is there."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from capture_app.domain.errors import Refused
from capture_app.domain.plain import canonical
from capture_app.exchange.locks import Lock
from capture_app.exchange.manifest import signature_text
from capture_app.exchange.reader import unpack
from capture_app.exchange.writer import packed
from capture_app.exchange.zip_writer import zipped
from capture_app.sealing import Signer
from tests.exchange.forgery import (
    LOG,
    MANIFEST,
    SIGNATURE,
    manifest_of,
    put_together,
    taken_apart,
    with_manifest,
)
from tests.exchange.parcels import LAPTOP, a_parcel

PARCEL = a_parcel()
MEMBERS = taken_apart(packed(PARCEL, LAPTOP, Lock.PLAIN))
TEXT = MEMBERS[MANIFEST]


def refused(content: bytes) -> str:
    """The sentence with which this is refused."""
    with pytest.raises(Refused) as refusal:
        unpack(content)
    return refusal.value.sentence


def test_a_bundle_put_together_again_is_the_same_bundle() -> None:
    assert unpack(put_together(MEMBERS))[1] == unpack(with_manifest(MEMBERS, TEXT))[1]


@pytest.mark.parametrize(
    "text",
    [
        *(b"", b"{", b"[]", b'"manifest"', b"null", TEXT + b"\n", b" " + TEXT, b"\xef\xbb\xbf" + TEXT),
        TEXT.replace(b'"features":[]', b'"features":[],"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":NaN,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":-Infinity,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":1.5,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":1.0,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":1e2,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":-0,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":9007199254740993,"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":' + b"9" * 5000 + b',"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\\ud800","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\\udc00\\ud800","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\xed\xa0\x80","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\xff","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\\u0041","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\\/","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":"\\u0000","features":[]'),
        TEXT.replace(b'"features":[]', b'"a":' + b"[" * 8 + b"]" * 8 + b',"features":[]'),
        TEXT.replace(b'"features":[]', b'"a":' + b"[" * 100_000 + b"]" * 100_000 + b',"features":[]'),
        TEXT.replace(
            b'"features":[]', b'"a":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b',"features":[]'
        ),
        TEXT.replace(b'"features":[]', b'"features":[],"a":1'),
    ],
)
def test_a_list_in_any_but_the_one_right_form_is_refused(text: bytes) -> None:
    assert text != TEXT
    assert "list of contents is not written as it should be" in refused(with_manifest(MEMBERS, text))


@pytest.mark.parametrize(
    "changes",
    [
        {"what": "letter"},
        {"what": 1},
        {"id": "1"},
        {"id": str(PARCEL.id).upper()},
        {"project": "00"},
        {"consultation": None},
        {"device": "Laptop A"},
        {"made": "yesterday"},
        {"made": PARCEL.made + "\n"},
        {"sealed": "wax"},
        {"counts": {}},
        {"counts": {"revisions": -1, "erasures": 0, "kinds": {}}},
        {"counts": {"revisions": True, "erasures": 1, "kinds": {"Line": 3}}},
        {"ranges": {"Laptop A": {}}},
        {"ranges": {PARCEL.device: {PARCEL.incarnation: [[0, 1]]}}},
        {"kept_back": [{"what": "x" * 401, "reason": "", "count": 1}]},
        {"members": [{"name": "../up", "sha256": "0" * 64, "size": 1, "more": 1}, 7]},
        {"container": 1},
        {"container": "1"},
        {"container": "1.0.0"},
        {"container": "1.0\n"},
        {"features": "none"},
        {"features": [{}]},
        {"recipients": [1]},
    ],
)
def test_a_list_that_says_nonsense_is_refused(changes: dict[str, Any]) -> None:
    sentence = refused(put_together(MEMBERS, **changes))
    assert "list of contents is not written as it should be" in sentence or "newer version" in sentence


@pytest.mark.parametrize(
    "field", ["what", "id", "project", "counts", "made", "ranges", "sealed", "container"]
)
def test_a_list_that_leaves_something_out_is_refused(field: str) -> None:
    manifest = {name: value for name, value in manifest_of(MEMBERS).items() if name != field}
    assert "not written as it should be" in refused(with_manifest(MEMBERS, canonical(manifest).encode()))


@pytest.mark.parametrize("changes", [{"container": "2.0"}, {"container": "10.4"}, {"features": ["pictures"]}])
def test_what_a_newer_version_wrote_asks_for_that_version(changes: dict[str, Any]) -> None:
    newer = {"container": "1.0", "features": [], "log": "written quite differently", **changes}
    assert "needs a newer version" in refused(put_together(MEMBERS, **changes))
    assert "needs a newer version" in refused(with_manifest({}, canonical(newer).encode()))


def test_a_newer_minor_version_is_read_and_what_it_adds_is_passed_over() -> None:
    members = {**MEMBERS, "blobs/" + "a" * 64: b"picture", "notes.txt": b"for later"}
    newer = put_together(members, container="1.7", weather={"outside": "rain"})
    assert unpack(newer)[1] == unpack(put_together(MEMBERS))[1]


def signature_with(change: Callable[[dict[str, str]], object]) -> bytes:
    """A signature member with a change to it."""
    said = json.loads(MEMBERS[SIGNATURE])
    change(said)
    return canonical(said).encode()


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        b"{}",
        b"[]",
        MEMBERS[SIGNATURE] + b"\n",
        b"x" * 5000,
        signature_text(TEXT + b" ", LAPTOP),
        signature_with(lambda said: said.update(key=Signer.generate().verify_key)),
        signature_with(lambda said: said.update(key="00" * 32)),
        signature_with(lambda said: said.update(key="ff" * 32)),
        signature_with(lambda said: said.update(signature="00" * 64)),
        signature_with(lambda said: said.update(key=said["key"].upper())),
        signature_with(lambda said: said.update(signature=said["signature"][:-2])),
    ],
)
def test_a_list_that_is_not_signed_is_refused(signature: bytes) -> None:
    members = {**MEMBERS, SIGNATURE: signature}
    sentence = refused(zipped(members.items()))
    assert "signature does not fit" in sentence or "more than a bundle may" in sentence


def test_a_changed_list_needs_a_new_signature() -> None:
    members = {**MEMBERS, MANIFEST: TEXT.replace(PARCEL.id.encode(), PARCEL.device.encode())}
    assert "signature does not fit" in refused(zipped(members.items()))


@pytest.mark.parametrize(
    "members",
    [
        {name: content for name, content in MEMBERS.items() if name != LOG},
        {name: content for name, content in MEMBERS.items() if name != MANIFEST},
        {name: content for name, content in MEMBERS.items() if name != SIGNATURE},
        {**MEMBERS, "log/0002.jsonl": MEMBERS[LOG]},
        {**MEMBERS, "notes.txt": b"not in the list"},
        {**MEMBERS, LOG: MEMBERS["erasures.jsonl"], "erasures.jsonl": MEMBERS[LOG]},
        {**MEMBERS, LOG: MEMBERS[LOG][:-1]},
        {**MEMBERS, LOG: MEMBERS[LOG].replace(b"Point 1", b"Point 9")},
        {**MEMBERS, "read-me-first.html": b"<script>"},
    ],
)
def test_members_that_are_not_those_of_the_list_are_refused(members: dict[str, bytes]) -> None:
    assert "one part differs from its list of contents" in refused(zipped(members.items()))


@pytest.mark.parametrize(
    "members",
    [
        {name: content for name, content in MEMBERS.items() if name != LOG},
        {name: content for name, content in MEMBERS.items() if name != "erasures.jsonl"},
        {**MEMBERS, "erasures.jsonl": b""},
        {**MEMBERS, LOG: MEMBERS[LOG].split(b"\n")[0] + b"\n"},
    ],
)
def test_a_log_that_is_longer_or_shorter_than_was_counted_is_refused(members: dict[str, bytes]) -> None:
    assert "one part differs from its list of contents" in refused(put_together(members))


@pytest.mark.parametrize(
    "changes",
    [
        {"counts": {"revisions": 2, "erasures": 1, "kinds": {"Line": 2}}},
        {"counts": {"revisions": 3, "erasures": 1, "kinds": {"Line": 2, "Theme": 1}}},
        {"ranges": {}},
        {"ranges": {PARCEL.device: {PARCEL.incarnation: [[1, 4]]}}},
        {"what": "pack"},
    ],
)
def test_a_list_that_counts_wrongly_is_refused(changes: dict[str, Any]) -> None:
    assert "one part differs from its list of contents" in refused(put_together(MEMBERS, **changes))


@pytest.mark.parametrize(
    "counts", [{"revisions": 1_000_001, "erasures": 0}, {"revisions": 0, "erasures": 100_001}]
)
def test_a_log_that_is_too_long_is_refused_before_it_is_read(counts: dict[str, int]) -> None:
    assert "holds more than a bundle may" in refused(put_together(MEMBERS, counts={**counts, "kinds": {}}))


def test_a_log_is_not_read_beyond_what_was_counted() -> None:
    members = {**MEMBERS, LOG: MEMBERS[LOG] + b"and so on, without end\n"}
    assert "log/0001.jsonl, line 4" in refused(put_together(members))
    counts = {"revisions": 1, "erasures": 1, "kinds": {"Line": 1}}
    assert "one part differs from its list of contents" in refused(put_together(members, counts=counts))


def test_the_same_member_listed_twice_is_refused() -> None:
    listed = manifest_of(taken_apart(put_together(MEMBERS)))["members"]
    assert "one part differs" in refused(put_together(MEMBERS, members=[*listed, listed[0]]))


@pytest.mark.parametrize("content", [b"{}", b"", b'{"seed":"00"}', b"[1.5]"])
def test_a_session_pack_that_says_nonsense_is_refused(content: bytes) -> None:
    assert "session pack was not taken in" in refused(
        put_together({**MEMBERS, "pack.json": content}, what="pack")
    )
