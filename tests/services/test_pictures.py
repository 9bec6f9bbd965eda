"""Photographs of flip charts: upright, small, without what the camera noted, and carried like any line (delight 16)."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.ids import new_id
from capture_app.domain.records import Group, Picture, Session, Sheet
from capture_app.domain.vocabulary import Role
from capture_app.exchange.pictures import BYTES, made_small
from capture_app.services import keeping
from capture_app.services.dumping import dump_digest
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import hand_over
from capture_app.services.merging import merge
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.pictures import add_picture, pictures, read_picture, small_picture
from capture_app.services.workspaces import Workspace
from tests.services.test_forms import workspace

__all__ = ["workspace"]

SESSION, GROUP = new_id(), new_id()
ORIENTATION, GPS, MADE_BY = 0x0112, 0x8825, 0x010F


def photograph(folder: Path, size: tuple[int, int] = (3000, 2000), *, noise: bool = False) -> Path:
    """A photograph that lies on its side, with what a camera notes."""
    image = (
        Image.frombytes("RGB", size, os.urandom(3 * size[0] * size[1]))
        if noise
        else Image.new("RGB", size, "red")
    )
    held = Image.Exif()
    held[ORIENTATION], held[MADE_BY] = 6, "Camera of Mara"
    held.get_ifd(GPS)[1] = "N"
    path = folder / "chart.jpg"
    image.save(path, exif=held)
    return path


def _png_that_claims(width: int, height: int) -> bytes:
    """The beginning of a PNG of this size, and nothing behind it."""
    said = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + said
        + struct.pack(">I", zlib.crc32(said))
        + b"\0\0\0\x09IDAT"
    )


def _sheet(workspace: Workspace) -> Sheet:
    keeping.keep(workspace, Session(id=SESSION, label="Riverside 1"))
    keeping.keep(workspace, Group(id=GROUP, session=SESSION, label="Group 1"))
    made = Sheet(id=new_id(), session=SESSION, group=GROUP, form=new_id())
    keeping.keep(workspace, made)
    return made


def test_a_photograph_is_turned_made_small_and_freed_of_what_the_camera_noted(tmp_path: Path) -> None:
    path = photograph(tmp_path)
    before = path.read_bytes()
    small = small_picture(path)
    shown = Image.open(io.BytesIO(small.jpeg))
    assert shown.size == (small.width, small.height)
    assert small.height > small.width, "as it was held"
    assert not shown.getexif()
    assert b"Mara" in before
    assert b"Mara" not in small.jpeg
    assert path.read_bytes() == before


def test_however_busy_a_photograph_is_it_can_travel(tmp_path: Path) -> None:
    small = small_picture(photograph(tmp_path, (2600, 2600), noise=True))
    assert len(small.jpeg) <= BYTES


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no picture this program can read"),
        (b"This is no picture.", "no picture this program can read"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 400, "no picture this program can read"),
        (_png_that_claims(9000, 9999), "too many pixels"),
        (_png_that_claims(40_000, 40_000), "too many pixels"),
        (b"\0" * (40 * 1024 * 1024 + 1), "larger than 40 MB"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        made_small(content)


def test_a_photograph_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match=r"chart\.jpg cannot be read"):
        small_picture(tmp_path / "chart.jpg")


def test_pictures_stand_in_order_are_taken_away_and_come_back(workspace: Workspace, tmp_path: Path) -> None:
    sheet = _sheet(workspace)
    small = small_picture(photograph(tmp_path))
    first, second = (add_picture(workspace, sheet.id, item, small).value for item in ("a", "b"))
    assert [one.item for one in pictures(workspace, sheet.id)] == ["a", "b"]
    assert read_picture(workspace, first.record) == small.jpeg
    gone = keeping.take_away(workspace, Picture, first.record).value
    assert [one.id for one in pictures(workspace, sheet.id)] == [second.record]
    keeping.undo(workspace, gone)
    assert len(pictures(workspace, sheet.id)) == 2


def test_a_picture_goes_with_the_bundle_and_erasing_it_reaches_every_copy(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = _sheet(workspace)
    pack = make_pack(workspace, ForWhom("Laptop A", "", Role.SCRIBE, SESSION), tmp_path / "a.wsbundle", None)
    laptop = open_pack(pack.path, None, tmp_path / "a.capture", None)
    small = small_picture(photograph(tmp_path))
    added = add_picture(laptop, sheet.id, "", small).value.record
    back = hand_over(laptop, tmp_path / "back.wsbundle").path
    laptop.close()
    merge(workspace, [back])
    assert read_picture(workspace, added) == small.jpeg
    erase_record(workspace, added, "withdrawn")
    assert not pictures(workspace, sheet.id)
    emptied = dump_digest(workspace)
    merge(workspace, [back])
    assert not pictures(workspace, sheet.id)
    assert dump_digest(workspace) == emptied


def test_a_damaged_picture_from_a_bundle_is_told_and_nothing_else_suffers(workspace: Workspace) -> None:
    sheet = _sheet(workspace)
    keeping.keep(workspace, Picture(id="p", session=SESSION, sheet=sheet.id, image="?", width=1, height=1))
    with pytest.raises(Refused, match="came damaged"):
        read_picture(workspace, "p")
    assert len(pictures(workspace, sheet.id)) == 1
