"""Files of chats and polls from outside: read right however they are written, or refused in one sentence."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused
from capture_app.domain.meeting_file import FileKind, MeetingFile
from capture_app.exchange.meeting_file import read_meeting_file
from capture_app.exchange.page_text import parts_of, words_of
from tests.helpers.meeting_texts import (
    FORMS_POLL,
    PLAIN_PAGE,
    TEAMS,
    TEAMS_PAGE,
    ZOOM,
    ZOOM_POLL,
)

ALL = (ZOOM, TEAMS, TEAMS_PAGE, PLAIN_PAGE, ZOOM_POLL, FORMS_POLL)


def read(folder: Path, content: str | bytes, name: str = "meeting_saved_chat.txt") -> MeetingFile:
    """What is understood of a file with this in it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_meeting_file(path)


def refusal(folder: Path, content: str | bytes) -> str:
    """The sentence with which it is refused."""
    with pytest.raises(Refused) as refused:
        read(folder, content)
    return refused.value.sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_it_does_not_matter_how_the_letters_are_written(tmp_path: Path, encoding: str, ends: str) -> None:
    for text in ALL:
        assert read(tmp_path, text.replace("\n", ends).encode(encoding)) == read(tmp_path, text)


def test_letters_of_the_west_are_read_as_windows_wrote_them(tmp_path: Path) -> None:
    file = read(tmp_path, "10:41:23 From Zoë to Everyone:\n\t“Déjà vu” – ça va\n".encode("cp1252"))
    assert [(line.name, line.text) for line in file.lines] == [("Zoë", "“Déjà vu” – ça va")]


def test_what_a_file_is_is_told_by_what_stands_in_it(tmp_path: Path) -> None:
    kinds = [read(tmp_path, text, "wrong.docx").kind for text in ALL]
    assert kinds == [FileKind.CHAT] * 4 + [FileKind.POLL] * 2


def test_a_page_of_teams_is_read_with_its_times_days_and_answers(tmp_path: Path) -> None:
    file = read(tmp_path, TEAMS_PAGE)
    assert [(line.time, line.name, line.text, line.day) for line in file.lines] == [
        ("10:41", "Ines Rowan", "We need time & money", "2024-05-16"),
        ("10:41", "", "more than 3 < 4", "2024-05-16"),
        ("10:42", "", "Reply to “We need time”: Agreed", "2024-05-16"),
        ("10:42", "", "by me", "2024-05-16"),
        ("10:42", "", "Said a week before", "2024-05-09"),
    ]
    assert file.counted == 3


def test_any_other_page_is_read_by_its_words(tmp_path: Path) -> None:
    file = read(tmp_path, PLAIN_PAGE)
    assert [(line.time, line.name, line.text) for line in file.lines] == [
        ("10:41", "Ines Rowan", "We need time"),
        ("10:42", "Jo M.", "Yes"),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "nothing in this file"),
        (b" \r\n\t\n", "nothing in this file"),
        (b"PK\x03\x04and more", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as CSV"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not text"),
        (b"10:41:23 From Jo to Everyone:\n\thello\0\0", "not text"),
        (b"\xff\xfe\x00", "not text"),
        ("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Jo>Hello", "transcript"),
        ("Shopping\n- bread", "No chat or poll was found"),
        ("<html><body><p>Nothing</body>", "No chat or poll was found"),
        ("#,User Name,User Email,Submitted Date/Time,Your name?\n", "No chat or poll was found"),
        ("a\n" * 50_000, "more rows"),
        (b"x" * (8 * 1024 * 1024 + 1), "larger than 8 MB"),
    ],
)
def test_what_is_no_chat_and_no_poll_is_refused_in_one_sentence(
    tmp_path: Path, content: str | bytes, says: str
) -> None:
    sentence = refusal(tmp_path, content)
    assert says in sentence
    assert "Nothing was added." in sentence


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.txt", tmp_path):
        with pytest.raises(Refused, match="could not be read"):
            read_meeting_file(path)


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", '<a "', "<a '", "<svg>", "<script>", "&#", "<time>", " to all (", '"', "Jo to All a:"],
)
def test_a_file_that_repeats_what_is_never_closed_is_still_read_at_once(tmp_path: Path, piece: str) -> None:
    """Work that grew with the square of this would take hours, and the test would never end."""
    for begun in ("<html>", "10:41:23 From Jo to Everyone:\n"):
        with suppress(Refused):
            assert read(tmp_path, begun + piece * (150_000 // len(piece))).left_out.private == 0


def test_damaged_files_are_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    chance = random.Random(4)
    for number in range(300):
        content = bytearray(chance.choice(ALL).encode(chance.choice(("utf-8", "utf-16"))))
        for _cut in range(chance.randrange(1, 12)):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(6)] = chance.randbytes(chance.randrange(4))
        try:
            file = read(tmp_path, bytes(content), f"{number}.txt")
        except Refused:
            continue
        assert all(line.text and line.text == " ".join(line.text.split()) for line in file.lines)
        assert len(file.lines) >= 1 or file.left_out.private


def test_what_nobody_sees_on_a_page_is_not_read_and_what_is_broken_is() -> None:
    assert words_of("<style>a{}</STYLE>x<!-- no -->y<svg/>z<title>t") == "xyz"
    assert words_of("2 < 3 <b class='>'>bold") == "2 < 3 bold"
    assert list(parts_of("<")) == ["<"]
