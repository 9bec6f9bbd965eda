"""No zip, however it is built, is unpacked unless every byte of it is where the format says."""

import io
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused
from capture_app.exchange import limits
from capture_app.exchange.zip_reader import Zip
from capture_app.exchange.zip_writer import STORED, zipped
from tests.exchange.forgery import Odd, odd_zip
from tests.exchange.parcels import a_bundle, read_bytes

FIRST = Odd(name=b"manifest.json")
TWO = [FIRST, Odd()]


def refused(content: bytes) -> str:
    """The sentence with which a zip is refused, on opening or on reading its members."""
    with pytest.raises(Refused) as refusal:
        unpacked(content)
    return refusal.value.sentence


def unpacked(content: bytes) -> dict[str, bytes]:
    """Every member of a zip."""
    opened = Zip(content)
    return {name: opened.read(name) for name in opened.names}


def test_the_odd_zips_are_odd_in_nothing_but_what_is_said() -> None:
    assert unpacked(odd_zip(TWO)) == {"manifest.json": b"x", "log/0001.jsonl": b"x"}


def test_what_we_write_other_tools_can_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(a_bundle(tmp_path))) as archive:
        assert archive.testzip() is None
        assert "read-me-first.html" in archive.namelist()


@pytest.mark.parametrize(
    "name",
    [
        *(b"/etc/passwd", b"../up", b"log/../up", b"log/..", b".", b"..", b"./a", b"log//a", b"log/", b""),
        *(
            b"log\\0001.jsonl",
            b"c:a",
            b"log/a:b",
            b"con",
            b"con.json",
            b"log/nul.jsonl",
            b"com1",
            b"lpt9.txt",
        ),
        *(
            b"Log/0001.jsonl",
            b"MANIFEST.JSON",
            b"a b",
            b"a\x00b",
            b"a\n",
            b".hidden",
            b"-rf",
            b"a.",
            b"a/b/c",
        ),
        *("é".encode(), "é".encode("latin-1"), b"a" * 200, b"~", b"$(x)", b"a*"),
    ],
)
def test_a_member_with_an_odd_name_is_refused(name: bytes) -> None:
    assert "not packed as a bundle is" in refused(odd_zip([FIRST, Odd(name=name)]))


@pytest.mark.parametrize(
    "odd",
    [
        Odd(flags=0x1),
        Odd(flags=0x8),
        Odd(flags=0x2000),
        Odd(method=12),
        Odd(method=STORED, size=2),
        Odd(attributes=(stat.S_IFLNK | 0o777) << 16),
        Odd(attributes=(stat.S_IFDIR | 0o755) << 16),
        Odd(attributes=(stat.S_IFCHR | 0o600) << 16),
        Odd(attributes=0x10),
        Odd(local_name=b"log/0002.jsonl"),
        Odd(local_name=b"log/00001.jsonl"),
        Odd(extra=b"up\x04\x00abcd"),
        Odd(comment=b"hello"),
        Odd(disk=1),
        Odd(at=1),
        Odd(at=0xFFFFFFFF),
    ],
)
def test_a_member_that_is_not_a_plain_file_is_refused(odd: Odd) -> None:
    assert "not packed as a bundle is" in refused(odd_zip([FIRST, odd]))


def test_members_that_overlap_are_refused() -> None:
    bomb = b"0" * 60_000
    twins = [Odd(name=b"a0", content=bomb)] + [Odd(name=b"a%d" % n, content=bomb, at=0) for n in range(1, 50)]
    assert "not packed as a bundle is" in refused(odd_zip(twins))


def test_a_member_inside_another_is_refused() -> None:
    inner = odd_zip([Odd(name=b"log/0002.jsonl")])
    outer = Odd(name=b"log/0001.jsonl", content=inner, method=STORED)
    inside = Odd(name=b"log/0002.jsonl", at=30 + len(outer.name))
    assert "not packed as a bundle is" in refused(odd_zip([outer, inside]))


@pytest.mark.parametrize(
    "content",
    [
        odd_zip(TWO, before=b"MZ"),
        odd_zip(TWO, gap=b"hidden"),
        odd_zip(TWO, after=b"more"),
        odd_zip(TWO, count=1),
        odd_zip(TWO, count=3),
        odd_zip(TWO, longer=1),
        odd_zip([*TWO, Odd()]),
        odd_zip(TWO) + odd_zip(TWO),
        b"PK\x05\x06" + b"\0" * 17,
        b"PK\x03\x04",
        b"",
    ],
)
def test_a_zip_with_a_byte_too_many_or_too_few_is_refused(content: bytes) -> None:
    assert "not packed as a bundle is" in refused(content)


def test_members_out_of_order_are_refused() -> None:
    straight = odd_zip([Odd(name=b"a"), Odd(name=b"b", at=None)])
    first = straight.index(b"PK\x01\x02")
    second = straight.index(b"PK\x01\x02", first + 1)
    end = straight.index(b"PK\x05\x06")
    swapped = straight[:first] + straight[second:end] + straight[first:second] + straight[end:]
    assert "not packed as a bundle is" in refused(swapped)


@pytest.mark.parametrize(
    "odd",
    [
        Odd(content=b"0" * 5_000_000),
        Odd(size=limits.MEMBER + 1),
        Odd(size=0xFFFFFFFF),
        Odd(size=70_000),
    ],
)
def test_a_bomb_is_not_unpacked(odd: Odd) -> None:
    assert "holds more than a bundle may" in refused(odd_zip([FIRST, odd]))


@pytest.mark.parametrize(
    "odd",
    [
        Odd(content=b"0" * 5_000_000, size=60_000),
        Odd(content=b"0" * 100, size=101),
        Odd(content=b"0" * 100, size=99),
        Odd(content=b"0" * 100, tail=b"hidden"),
        Odd(crc=0),
    ],
)
def test_a_member_that_is_not_as_long_as_it_says_is_not_unpacked_further(odd: Odd) -> None:
    assert "one part differs" in refused(odd_zip([FIRST, odd]))


def test_unpacking_stops_where_a_member_says_it_ends() -> None:
    bomb = odd_zip([Odd(content=b"0" * 20_000_000, size=60_000)])
    tracemalloc.start()
    refused(bomb)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_members_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOTAL", 1_000)
    assert Zip(zipped([("a", b"x" * 500), ("b", b"x" * 500)])).names == ["a", "b"]
    assert "holds more than a bundle may" in refused(zipped([("a", b"x" * 500), ("b", b"x" * 501)]))


def test_a_zip_of_very_many_members_is_refused() -> None:
    most = [(f"blobs/{number}", b"") for number in range(limits.MEMBERS)]
    assert len(Zip(zipped(most)).names) == limits.MEMBERS
    assert "holds more than a bundle may" in refused(zipped([*most, ("blobs/one-more", b"")]))


def test_a_bundle_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = a_bundle(tmp_path)
    for length in {*range(0, len(whole), 37), len(whole) - 1}:
        with pytest.raises(Refused):
            read_bytes(tmp_path, whole[:length])
