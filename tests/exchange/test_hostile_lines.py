"""Every line of the log is one entry in the one right form, whoever signed the bundle."""

import json
from dataclasses import asdict, fields, replace
from typing import Any

import pytest

from capture_app.domain.errors import Refused
from capture_app.domain.ids import new_id
from capture_app.domain.plain import canonical
from capture_app.domain.revision import Erasure, Revision, digest_of
from capture_app.exchange import limits
from capture_app.exchange.locks import Lock
from capture_app.exchange.log_lines import erasure_lines, log_files, read_erasures, read_revisions
from capture_app.exchange.reader import unpack
from capture_app.exchange.writer import packed
from tests.exchange.forgery import LOG, put_together, taken_apart
from tests.exchange.parcels import LAPTOP, LEAD, a_body, a_parcel, a_revision, an_erasure, signed

ENTRY = a_revision()
LINE = dict(log_files([ENTRY]))[LOG]
MARKER = an_erasure()
MARKER_LINE = erasure_lines([MARKER])


def lines_of(*entries: Revision) -> bytes:
    """A file of the log with these entries."""
    return b"".join(content for _name, content in log_files(entries))


def refused(content: bytes) -> str:
    """The sentence with which a file of the log is refused."""
    with pytest.raises(Refused) as refusal:
        list(read_revisions(LOG, content))
    return refusal.value.sentence


def refused_marker(content: bytes) -> str:
    """The sentence with which a file of erasures is refused."""
    with pytest.raises(Refused) as refusal:
        list(read_erasures("erasures.jsonl", content))
    return refusal.value.sentence


def saying(text: str, **changes: Any) -> Revision:
    """A line's entry whose body is exactly this text, well sealed."""
    return a_revision(body=text, **changes)


def nested(levels: int) -> str:
    """A body nested so deep, the outermost object counted."""
    return '{"later":' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


def test_a_line_holds_the_entry_s_own_fields_and_no_others() -> None:
    assert sorted(json.loads(LINE)) == sorted(field.name for field in fields(Revision))
    assert sorted(json.loads(MARKER_LINE)) == sorted(field.name for field in fields(Erasure))
    assert list(read_revisions(LOG, LINE)) == [ENTRY]
    assert list(read_erasures("erasures.jsonl", MARKER_LINE)) == [MARKER]


@pytest.mark.parametrize(
    "changes",
    [
        *(
            {"id": "1"},
            {"id": ENTRY.id.upper()},
            {"id": ENTRY.id + "\n"},
            {"record": ""},
            {"record": "x" * 36},
        ),
        *({"kind": "line"}, {"kind": ""}, {"kind": "Ä"}, {"kind": "A" * 65}, {"device": "Laptop A"}),
        *({"incarnation": ""}, {"role": "what she said"}, {"stamp": "0" * 15}, {"stamp": "G" * 16}),
        *({"digest": "0" * 63}, {"digest": ENTRY.digest.upper()}, {"number": 0}, {"number": 2**53 + 1}),
        *({"number": -1}, {"version": 0}, {"number": 10**40}, {"salt": "00"}, {"salt": None}, {"body": None}),
        *({"parents": ("x",)}, {"parents": (f"{ENTRY.id},{ENTRY.id}",)}, {"parents": ("",)}),
        *({"sets": ("she said that",)}, {"sets": ("text\n",)}, {"sets": ("a/b/c",)}, {"sets": ("*", "")}),
        *({"subjects": ("Ms Smith",)}, {"subjects": ("a,b",)}, {"subjects": ("",)}, {"saw": ("x",)}),
    ],
)
def test_an_envelope_holds_ids_codes_and_numbers_and_nothing_else(changes: dict[str, Any]) -> None:
    assert "line 1 is not written as it should be" in refused(lines_of(replace(ENTRY, **changes)))


@pytest.mark.parametrize(
    "line",
    [
        *(b"\n", b"{}\n", b"[]\n", b"null\n", b"\xff\n", b'{"a":\n', LINE[:-2] + b"\n", LINE + b"\n"),
        LINE.replace(b'"kind":"Line"', b'"kind":"Line","later":1'),
        LINE.replace(b'"kind":"Line"', b'"kind":"Line","kind":"Line"'),
        LINE.replace(b'"kind":"Line"', b'"kind": "Line"'),
        LINE.replace(b'"kind":"Line"', b'"kind":"L\\u0069ne"'),
        LINE.replace(b'"number":1', b'"number":1.0'),
        LINE.replace(b'"number":1', b'"number":1e0'),
        LINE.replace(b'"number":1', b'"number":NaN'),
        LINE.replace(b'"number":1', b'"number":"1"'),
        LINE.replace(b'"number":1', b'"number":true'),
        LINE.replace(b'"saw":[]', b'"saw":null'),
        LINE.replace(b'"saw":[],', b""),
        LINE.replace(b'"saw":[]', b'"saw":' + b"[" * 100_000 + b"]" * 100_000),
        LINE.replace(b"Point", b"\\ud800"),
        LINE.replace(b"Point", b"\xed\xa0\x80"),
        LINE.replace(b"\n", b"\r\n"),
    ],
)
def test_a_line_in_any_but_the_one_right_form_is_refused(line: bytes) -> None:
    assert "is not written as it should be" in refused(line)


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "null", "1", '{"a":1', '{"b":1,"a":1}', '{"a":1,"a":1}', '{ "a":1}', '{"a":1}\n'),
        *(
            '{"a":1.5}',
            '{"a":1.0}',
            '{"a":NaN}',
            '{"a":Infinity}',
            '{"a":-0}',
            '{"a":01}',
            '{"a":9007199254740993}',
        ),
        *('{"a":"\\u0041"}', '{"a":"\\ud800"}', '{"a":"\\/"}', '{"a":"\\u0000"}', '{"\\u0000":1}'),
        *(nested(limits.DEPTH + 1), nested(100_000)),
        '{"a":"' + "x" * (limits.TEXT_CHARACTERS + 1) + '"}',
    ],
)
def test_the_words_too_are_in_the_one_right_form(text: str) -> None:
    assert "line 1 is not written as it should be" in refused(lines_of(saying(text)))


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        nested(limits.DEPTH),
        '{"a":"\\\\u0000"}',
        '{"a":"\\n\\t\\"\\\\/\x7f\u2028é😀"}',
        '{"a":-9007199254740992,"b":9007199254740992,"z":null,"é":[true,false]}',
        '{"a":"' + "x" * limits.TEXT_CHARACTERS + '"}',
    ],
)
def test_what_the_format_allows_is_taken_in(text: str) -> None:
    for kind in ("Line", "Placement"):
        entry = saying(text, kind=kind)
        assert list(read_revisions(LOG, lines_of(entry))) == [entry]


@pytest.mark.parametrize("entry", [a_revision(), saying("{}", kind="Placement")])
def test_words_that_were_exchanged_are_noticed(entry: Revision) -> None:
    other = canonical({"text": "Nobody said this"})
    assert "holds other words than were sealed" in refused(lines_of(replace(entry, body=other)))
    assert "holds other words than were sealed" in refused(lines_of(replace(entry, salt="0" * 32)))


def test_an_emptied_entry_has_neither_words_nor_salt() -> None:
    assert list(read_revisions(LOG, lines_of(ENTRY.emptied()))) == [ENTRY.emptied()]


@pytest.mark.parametrize(
    "text", ['{"text":1}', '{"stance":"furious"}', '{"hands":"8"}', '{"deleted":0}', '{"text":null}']
)
def test_words_that_do_not_fit_their_kind_are_refused(text: str) -> None:
    assert "does not fit what it describes" in refused(lines_of(saying(text)))


def test_what_a_newer_version_wrote_is_kept_as_it_is() -> None:
    body = json.loads(a_body(text="Point"))
    entries = [
        saying(canonical({**body, "weather": "rain"})),
        saying('{"anything":["at","all"]}', kind="Placement"),
        saying('{"stance":"furious"}', version=2),
    ]
    assert list(read_revisions(LOG, lines_of(*entries))) == entries


def test_a_line_may_be_a_megabyte_and_no_more() -> None:
    def long(more: int) -> bytes:
        texts = {f"a{number}": "x" * 200_000 for number in range(5)}
        return lines_of(saying(canonical({**texts, "more": "x" * more}), kind="Longer"))

    room = limits.LINE - len(long(0).rstrip())
    assert len(list(read_revisions(LOG, long(room)))) == 1
    assert "is too long" in refused(long(room + 1))


def test_an_entry_may_have_sixty_four_parents_and_no_more() -> None:
    parents = tuple(new_id() for _ in range(limits.PARENTS + 1))
    assert len(list(read_revisions(LOG, lines_of(replace(ENTRY, parents=parents[1:]))))) == 1
    assert "has too many parents" in refused(lines_of(replace(ENTRY, parents=parents)))


def test_a_file_of_very_many_lines_is_refused_before_they_are_looked_at() -> None:
    assert "holds more than a bundle may" in refused(b"\n" * (limits.LINES_A_FILE + 1))
    assert "holds more than a bundle may" in refused_marker(b"\n" * (limits.ERASURES + 1))


def test_a_last_line_that_does_not_end_is_refused() -> None:
    assert "line 2 does not end" in refused(LINE + LINE[:-1])


@pytest.mark.parametrize(
    "marker",
    [
        replace(MARKER, reason="asked by post to be forgotten"),
        replace(MARKER, subject="Ms Smith"),
        replace(MARKER, subject=""),
        replace(MARKER, record=new_id()),
        replace(MARKER, id="1"),
        replace(MARKER, stamp="now"),
    ],
)
def test_an_erasure_names_one_thing_by_its_code(marker: Erasure) -> None:
    assert "line 1 is not written as it should be" in refused_marker(erasure_lines([signed(marker)]))


@pytest.mark.parametrize(
    "marker",
    [
        replace(MARKER, signature="0" * 128),
        replace(MARKER, key=LAPTOP.verify_key),
        replace(MARKER, stamp="0" * 16),
        signed(MARKER, LAPTOP),
    ],
)
def test_an_erasure_must_be_signed_by_the_key_it_names(marker: Erasure) -> None:
    assert "is not signed by the key it names" in refused_marker(erasure_lines([marker]))


def bundle_of(*entries: Revision, markers: tuple[Erasure, ...] = ()) -> bytes:
    """An unsealed bundle with these entries, in whatever combination."""
    members = taken_apart(packed(a_parcel(*entries), LAPTOP, Lock.PLAIN))
    counts = {"revisions": len(entries), "erasures": len(markers), "kinds": {"Line": len(entries)}}
    return put_together({**members, "erasures.jsonl": erasure_lines(markers)}, counts=counts)


@pytest.mark.parametrize(
    "bundle",
    [
        bundle_of(ENTRY, ENTRY),
        bundle_of(ENTRY, replace(ENTRY, number=2)),
        bundle_of(ENTRY, replace(a_revision(2, kind="Theme", body="{}"), record=ENTRY.record)),
        bundle_of(ENTRY, markers=(MARKER, signed(replace(MARKER, reason="withdrew"), LEAD))),
    ],
)
def test_entries_that_contradict_one_another_are_refused(bundle: bytes) -> None:
    with pytest.raises(Refused, match="contradict one another"):
        unpack(bundle)


def test_one_record_may_not_have_endless_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ENTRIES_OF_ONE_RECORD", 2)
    entries = [replace(a_revision(number), record=ENTRY.record) for number in (1, 2, 3)]
    assert len(unpack(bundle_of(*entries[:2]))[1].revisions) == 2
    with pytest.raises(Refused, match="holds more than a bundle may"):
        unpack(bundle_of(*entries))


def test_a_digest_is_of_the_salt_s_bytes_and_the_body_s() -> None:
    assert ENTRY.salt is not None
    assert ENTRY.body is not None
    assert digest_of(ENTRY.salt, ENTRY.body) == asdict(ENTRY)["digest"]
