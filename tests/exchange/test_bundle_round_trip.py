"""What was put into a bundle comes out of it, to the last field; and no half of one is ever left behind."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.plain import canonical, scrub
from capture_app.domain.revision import Erasure, Revision, digest_of
from capture_app.exchange import limits, writer
from capture_app.exchange.container import (
    PLAIN,
    SYNTHESIS,
    KeptBack,
    Parcel,
    To,
    What,
    check_number,
    ranges_of,
    read,
    write,
)
from capture_app.exchange.locks import Lock
from capture_app.exchange.pack import pack_text
from capture_app.exchange.reader import unpack
from capture_app.exchange.writer import packed
from tests.exchange.parcels import (
    DEVICE,
    INCARNATION,
    LAPTOP,
    LEAD,
    LEAD_KEY,
    RECIPIENTS,
    RECOVERY_KEY,
    a_body,
    a_pack,
    a_parcel,
    a_revision,
    an_erasure,
    sent,
)

WORDS = st.text(max_size=40).map(scrub)
NUMBERS = st.integers(-(2**53), 2**53)
LEAVES = st.none() | st.booleans() | NUMBERS | WORDS
NESTED = st.lists(LEAVES, max_size=3) | st.dictionaries(WORDS, LEAVES, max_size=3)
VALUES = LEAVES | NESTED | st.lists(NESTED, max_size=3) | st.dictionaries(WORDS, NESTED, max_size=3)
"""Any JSON of the format, nested less deep than it allows."""


@st.composite
def revisions(draw: st.DrawFn) -> Revision:
    """A line, a record of a kind that nobody knows yet, or one of which only the envelope is left."""
    number = draw(st.integers(1, 2**53))
    known = draw(st.booleans())
    body = a_body(text=draw(WORDS)) if known else canonical(draw(st.dictionaries(WORDS, VALUES, max_size=4)))
    entry = a_revision(number, kind="Line" if known else "Placement", body=body)
    entry = replace(
        entry,
        parents=tuple(new_id() for _ in range(draw(st.integers(0, 3)))),
        sets=draw(st.sampled_from([("*",), ("text", "stance"), ("answers/q1",), ()])),
        subjects=(person_code(),) * draw(st.integers(0, 1)),
        saw=(new_id(),) * draw(st.integers(0, 2)),
        version=draw(st.integers(1, 3)),
    )
    return entry.emptied() if draw(st.booleans()) else entry


@st.composite
def parcels(draw: st.DrawFn) -> Parcel:
    """A bundle of anything."""
    kept = KeptBack(
        "open questionnaire", draw(WORDS), draw(st.integers(0, 9)), {DEVICE: {INCARNATION: ((1, 2),)}}
    )
    by_record = an_erasure(record=new_id(), subject="", reason="withdrew")
    return replace(
        a_parcel(),
        revisions=tuple(draw(st.lists(revisions(), max_size=5))),
        erasures=draw(st.sampled_from([(), (by_record, an_erasure())])),
        kept_back=(kept,) * draw(st.integers(0, 1)),
        extras=draw(st.dictionaries(st.just(SYNTHESIS), st.binary(max_size=200))),
    )


@given(parcels())
def test_what_is_packed_is_what_is_unpacked(parcel: Parcel) -> None:
    _manifest, found = unpack(packed(parcel, LAPTOP, Lock.PLAIN))
    assert sent(found) == parcel


def test_a_bundle_opens_with_the_lead_s_key_and_with_the_recovery_key(tmp_path: Path) -> None:
    parcel = a_parcel(extras={SYNTHESIS: b"%PDF-1.7"})
    written = write(tmp_path / "a.wsbundle", parcel, LAPTOP, To(RECIPIENTS))
    for key in (LEAD_KEY, RECOVERY_KEY):
        found = read(written.path, key)
        assert sent(found) == parcel
        assert (found.recipients, found.signer) == (RECIPIENTS, LAPTOP.verify_key)
        assert (found.sha256, found.size, found.what) == (written.sha256, written.size, What.BUNDLE)


def test_a_session_pack_hands_over_what_a_laptop_needs(tmp_path: Path) -> None:
    parcel = a_parcel(pack=a_pack())
    written = write(tmp_path / "a.wsbundle", parcel, LEAD, To((LEAD_KEY.recipient,)))
    found = read(written.path, LEAD_KEY)
    assert (found.pack, found.what) == (a_pack(), What.PACK)
    assert LAPTOP.seed not in repr(found)


def test_the_list_of_contents_says_how_much_is_there_and_what_was_kept_back(tmp_path: Path) -> None:
    kept = (KeptBack("open questionnaire", "It is still open on this laptop", 1),)
    entries = [a_revision(number) for number in (1, 2, 4)] + [a_revision(7, kind="Placement", body="{}")]
    manifest = write(tmp_path / "a.wsbundle", a_parcel(*entries, kept_back=kept), LAPTOP, PLAIN).manifest
    assert manifest.counts.kinds == {"Line": 3, "Placement": 1}
    assert manifest.ranges == {DEVICE: {INCARNATION: ((1, 2), (4, 4), (7, 7))}} == ranges_of(entries)
    assert manifest.kept_back == kept


def test_a_long_log_is_split_into_files_and_keeps_its_order() -> None:
    entries = tuple(a_revision(number) for number in range(1, limits.LINES_A_FILE + 3))
    manifest, found = unpack(packed(a_parcel(*entries), LAPTOP, Lock.PLAIN))
    assert found.revisions == entries
    assert [member.name for member in manifest.members if member.name.startswith("log/")] == [
        "log/0001.jsonl",
        "log/0002.jsonl",
    ]


def test_a_hundred_thousand_equal_letters_do_not_look_like_a_bomb() -> None:
    entry = a_revision(body=a_body(text="=" * 200_000))
    assert unpack(packed(a_parcel(entry), LAPTOP, Lock.PLAIN))[1].revisions == (entry,)


def test_the_same_parcel_packs_to_the_same_bytes() -> None:
    parcel = a_parcel()
    assert packed(parcel, LAPTOP, Lock.PLAIN) == packed(parcel, LAPTOP, Lock.PLAIN)


def test_the_number_read_out_on_the_phone_has_eight_digits(tmp_path: Path) -> None:
    written = write(tmp_path / "a.wsbundle", a_parcel(), LAPTOP, PLAIN)
    assert check_number(written.sha256) == check_number(read(written.path).sha256)
    assert check_number("00000000000000ff" + "0" * 48) == "0000 0255"


@pytest.mark.parametrize(
    "entry",
    [
        a_revision(body=a_body(text="x" * (limits.TEXT_CHARACTERS + 1))),
        a_revision(subjects=("Ms Smith",)),
        a_revision(parents=tuple(new_id() for _ in range(limits.PARENTS + 1))),
        a_revision(body='{ "text":"padded"}'),
        replace(a_revision(), body="{}"),
    ],
)
def test_what_no_reader_would_accept_is_not_written(tmp_path: Path, entry: Revision) -> None:
    with pytest.raises(NotPossible):
        write(tmp_path / "a.wsbundle", a_parcel(entry), LAPTOP, PLAIN)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_that_nobody_could_open(tmp_path: Path) -> None:
    for recipients in ((), ("age1notakey",)):
        with pytest.raises(NotPossible):
            write(tmp_path / "a.wsbundle", a_parcel(), LAPTOP, To(recipients))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["laptop.capture", "laptop.capture-keys", "laptop.capture-erasures", "notes.txt"]
)
def test_a_bundle_never_takes_the_place_of_a_workspace_or_of_another_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"months of work")
    with pytest.raises(NotPossible, match=rf"{name}.* Nothing was written|{name}.* nothing was written"):
        write(path, a_parcel(), LAPTOP, PLAIN)
    assert path.read_bytes() == b"months of work"
    assert list(tmp_path.iterdir()) == [path]


def test_a_bundle_takes_the_place_of_an_older_one_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "for the lead"
    path.touch()
    for _time in range(2):
        write(path, a_parcel(), LAPTOP, PLAIN)
    assert path.stat().st_size


def test_a_full_disk_leaves_the_bundle_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.wsbundle"
    write(path, a_parcel(), LAPTOP, PLAIN)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageTrouble):
        write(path, a_parcel(), LAPTOP, PLAIN)
    assert [file.name for file in tmp_path.iterdir()] == ["a.wsbundle"]
    assert path.read_bytes() == before


def test_a_bundle_that_cannot_take_its_name_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.wsbundle").mkdir()
    with pytest.raises(StorageTrouble):
        write(tmp_path / "a.wsbundle", a_parcel(), LAPTOP, PLAIN)
    assert [file.name for file in tmp_path.iterdir()] == ["a.wsbundle"]


def test_what_is_packed_is_held_against_what_was_to_be_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "pack_text", lambda pack: pack_text(replace(pack, holder="somebody else")))
    with pytest.raises(NotPossible):
        write(tmp_path / "a.wsbundle", a_parcel(pack=a_pack()), LEAD, PLAIN)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"is not there, so a\.wsbundle was not written"):
        write(tmp_path / "gone" / "a.wsbundle", a_parcel(), LAPTOP, PLAIN)


def test_an_extra_that_the_format_does_not_have_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no member for"):
        write(tmp_path / "a.wsbundle", a_parcel(extras={"notes.txt": b""}), LAPTOP, PLAIN)


def test_an_erasure_comes_out_as_it_was_signed(tmp_path: Path) -> None:
    marker: Erasure = an_erasure(LAPTOP)
    written = write(tmp_path / "a.wsbundle", a_parcel(erasures=(marker,)), LAPTOP, PLAIN)
    assert read(written.path).erasures == (marker,)


def test_digests_are_of_the_words_as_they_travel() -> None:
    entry = a_revision(body=a_body(text="“Sieben – zu viele”, \\ / \u2028 😀"))
    found = unpack(packed(a_parcel(entry), LAPTOP, Lock.PLAIN))[1].revisions[0]
    assert found.salt is not None
    assert found.body is not None
    assert digest_of(found.salt, found.body) == entry.digest
