"""An attacker who has the workspace's key, the lead's key and every file there is, and asks who answered when.

Files are decrypted here without SQLCipher, page by page, so that freed pages and what stands behind the end
of a row are seen too. Each clue the attacker finds gives every answer a score; sorted by score, that is his
guess. How good a guess is says Kendall's tau: 1 for the true order, -1 for its reverse, 0 on average for
somebody who knows nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import inf
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3.dbapi2 as driver
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from capture_app.domain.heaps import unpacked
from capture_app.exchange.zip_reader import Zip
from capture_app.sealing import Identity

PAGE, RESERVE, SALT = 4096, 80, 16
"""How SQLCipher 4 lays out a file: at the end of each page its IV and its MAC, at the start of the first a salt."""

NOT_ENCRYPTED = b"SQLite format 3\0"

WAL_HEADER, FRAME_HEADER = 32, 24
FIRST_FREE = 32
"""Where the first page says which page begins the list of free ones."""
MOST_COPIES = 8

Scores = Mapping[str, Any]
"""A clue: for each mark something that can be compared, small for an answer guessed to be early."""


def plain_pages(file: bytes, key: str) -> list[bytes]:
    """The pages of a database, freed ones too; of an encrypted one without what SQLCipher keeps in reserve."""
    if file.startswith(NOT_ENCRYPTED):
        return [file[start : start + PAGE] for start in range(0, len(file), PAGE)]
    return [_page(file[start : start + PAGE], key, start == 0) for start in range(0, len(file), PAGE)]


def plain_frames(wal: bytes, key: str) -> list[bytes]:
    """The pages in an encrypted write-ahead log, oldest first; those of an earlier round of it too."""
    step = FRAME_HEADER + PAGE
    starts = range(WAL_HEADER, len(wal) - step + 1, step)
    frames = [wal[start : start + step] for start in starts]
    return [_page(frame[FRAME_HEADER:], key, int.from_bytes(frame[:4], "big") == 1) for frame in frames]


def loot(folder: Path, key: str, lead: Identity) -> dict[str, bytes]:
    """Every file in the folder and below it as plain bytes, by name; a bundle's members each by their own."""
    found: dict[str, bytes] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if name.endswith((".capture", ".capture.part")):
            pages = plain_pages(content, key)
            found[name] = b"".join(pages)
            found[f"{name}, free pages"] = b"".join(pages[number - 1] for number in _free(pages))
        elif name.endswith("-wal"):
            found[name] = b"".join(plain_frames(content, key))
        elif name.endswith(".wsbundle"):
            found |= {f"{name}/{member}": inside for member, inside in _members(content, lead)}
        else:
            found[name] = content
    return found


def clues(folder: Path, key: str, lead: Identity, marks: Sequence[str]) -> dict[str, Scores]:
    """Whatever might tell the order, by where it was found. `marks` are words, one in each answer."""
    files = loot(folder, key, lead)
    found: dict[str, Scores] = {"how many files it is in": {mark: -_holding(files, mark) for mark in marks}}
    for place, (name, content) in enumerate(files.items()):
        label = f"file {place} ({Path(name).suffix})"
        found |= {f"{label}: {clue}": scores for clue, scores in _places(content, marks)}
    for place, path in enumerate(sorted(folder.rglob("*.capture"))):
        found |= {f"database {place}: {clue}": scores for clue, scores in _rows(path, key, marks)}
    return found


def tau(truth: Sequence[str], scores: Scores) -> float:
    """Kendall's tau of a guess against the true order. Where the guess cannot tell two apart they count nothing."""
    pairs = list(combinations(truth, 2))
    right = sum(bool(scores[early] < scores[late]) for early, late in pairs)
    wrong = sum(bool(scores[early] > scores[late]) for early, late in pairs)
    return (right - wrong) / len(pairs)


def _page(page: bytes, key: str, first: bool) -> bytes:
    end = PAGE - RESERVE
    cipher = Cipher(AES256(bytes.fromhex(key)), CBC(page[end : end + 16])).decryptor()
    plain = cipher.update(page[SALT if first else 0 : end]) + cipher.finalize()
    if first and plain[:2] != PAGE.to_bytes(2, "big"):
        raise ValueError("The first page is not what it should be: the key is wrong, or the layout.")
    return bytes(SALT) + plain if first else plain


def _free(pages: Sequence[bytes]) -> Iterator[int]:
    """The numbers of the pages that the database has given up, as SQLite lists them."""
    trunk = _number(pages[0], FIRST_FREE)
    while trunk:
        yield trunk
        page = pages[trunk - 1]
        yield from (_number(page, 8 + 4 * place) for place in range(_number(page, 4)))
        trunk = _number(page, 0)


def _number(page: bytes, place: int) -> int:
    return int.from_bytes(page[place : place + 4], "big")


def _members(content: bytes, lead: Identity) -> Iterator[tuple[str, bytes]]:
    inside = Zip(lead.open(content) if content.startswith(b"age-") else content)
    for name in inside.names:
        yield name, inside.read(name)


def _holding(files: Mapping[str, bytes], mark: str) -> int:
    return sum(mark.encode() in content for content in files.values())


def _places(content: bytes, marks: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """Where in a file the marks stand, the first time, the second, ..., and how often: a copy left is one more."""
    places = {mark: list(_occurrences(content, mark.encode())) for mark in marks}
    most = max(map(len, places.values()))
    if most:
        yield "copies", {mark: -len(found) for mark, found in places.items()}
        yield "middle", {mark: fmean(found) if found else inf for mark, found in places.items()}
    for turn in range(min(most, MOST_COPIES)):
        yield (
            f"copy {turn}",
            {mark: found[turn] if turn < len(found) else inf for mark, found in places.items()},
        )
        yield (
            f"copy -{turn + 1}",
            {mark: found[-turn - 1] if turn < len(found) else -1 for mark, found in places.items()},
        )


def _occurrences(content: bytes, mark: bytes) -> Iterator[int]:
    place = content.find(mark)
    while place >= 0:
        yield place
        place = content.find(mark, place + 1)


def _rows(path: Path, key: str, marks: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """For every column of every table, its value in the row that holds a mark; and the row's own place."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for source in (path, path.with_name(f"{path.name}-wal")):
            if source.exists():
                shutil.copy(source, folder)
        connection = driver.connect(str(copy))
        try:
            yield from _columns_of_all(connection, key, marks)
        finally:
            connection.close()


def _columns_of_all(connection: Any, key: str, marks: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """The tables of the index too, and the words in it, each with its place."""
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for table in [*(name for (name,) in tables), "words"]:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        yield from _columns(table, rows, marks)
        if table == "open_box":
            for place, heap in enumerate(value for row in rows for value in row if isinstance(value, bytes)):
                sheets = [(str(sheet),) for sheet in unpacked(heap).sheets()]
                yield from _columns(f"open_box, heap {place}", sheets, marks)


def _columns(table: str, rows: Sequence[Sequence[Any]], marks: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """Of each mark the first row that holds it; nothing if one row holds them all."""
    first: dict[str, int] = {}
    pattern = re.compile("|".join(marks))
    for place, row in enumerate(rows):
        for mark in pattern.findall(str(row)):
            first.setdefault(mark, place)
    if len(set(first.values())) > 1:
        yield f"{table}, place", {mark: first.get(mark, inf) for mark in marks}
        for column in range(len(rows[0])):
            yield (
                f"{table}, column {column}",
                {mark: _comparable(rows[first[mark]][column]) if mark in first else "" for mark in marks},
            )


def _comparable(value: object) -> str:
    """A value so that it can be compared with others: numbers by size, all else letter by letter."""
    if isinstance(value, int):
        return f"{value:020d}"
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
