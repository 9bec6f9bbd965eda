"""However a bundle is damaged: one sentence, or exactly what was sent. Never another error, never other words."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused
from capture_app.exchange.container import To, read, write
from capture_app.exchange.locks import Lock
from capture_app.exchange.reader import unpack
from capture_app.exchange.writer import packed
from tests.exchange.forgery import LOG, MANIFEST, put_together, taken_apart, with_manifest
from tests.exchange.parcels import LAPTOP, LEAD_KEY, RECIPIENTS, a_pack, a_parcel, sent

PARCEL = a_parcel(extras={"synthesis.pdf": b"%PDF-1.7 " + bytes(range(256))})
BUNDLE = packed(PARCEL, LAPTOP, Lock.PLAIN)
MEMBERS = taken_apart(BUNDLE)
Damage = Callable[[random.Random, bytes], bytes]


def flipped(chance: random.Random, content: bytes) -> bytes:
    """One to four bits turned round."""
    damaged = bytearray(content)
    for _flip in range(chance.randint(1, 4)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def spliced(chance: random.Random, content: bytes) -> bytes:
    """A piece cut out and put somewhere else, or doubled, or lost."""
    start, end, place = sorted(chance.randrange(len(content)) for _ in range(3))
    piece = content[start:end]
    return chance.choice(
        [content[:start] + content[end:], content[:end] + piece + content[end:], content[place:] + piece]
    )


def overwritten(chance: random.Random, content: bytes) -> bytes:
    """A few bytes replaced by what often hurts."""
    nasty = [
        b"\0\0\0\0",
        b"\xff\xff\xff\xff",
        b"PK\x01\x02",
        b"\\ud800",
        b"[[[[",
        b"1e999",
        b'"',
        b"\n",
        b"../",
    ]
    piece = chance.choice(nasty)
    place = chance.randrange(len(content))
    return content[:place] + piece + content[place + len(piece) :]


DAMAGE: list[Damage] = [flipped, spliced, overwritten]


def check_damaged_file(chance: random.Random) -> None:
    """A bundle damaged on its way."""
    damaged = chance.choice(DAMAGE)(chance, BUNDLE)
    try:
        found = unpack(damaged)[1]
    except Refused:
        return
    assert sent(found) == PARCEL


def check_forged_member(chance: random.Random) -> None:
    """A member changed by somebody who then signs the bundle: what is taken in can at least be passed on."""
    name = chance.choice([LOG, LOG, "erasures.jsonl", MANIFEST])
    damaged = chance.choice(DAMAGE)(chance, MEMBERS[name])
    forged = with_manifest(MEMBERS, damaged) if name == MANIFEST else put_together({**MEMBERS, name: damaged})
    try:
        found = unpack(forged)[1]
    except Refused:
        return
    assert unpack(packed(found, LAPTOP, Lock.PLAIN))[1].revisions == found.revisions


def check_damaged_seal(chance: random.Random, sealed: bytes, path: Path) -> None:
    """A sealed bundle damaged on its way."""
    path.write_bytes(chance.choice(DAMAGE)(chance, sealed))
    try:
        found = read(path, LEAD_KEY)
    except Refused:
        return
    assert sent(found) == PARCEL


def campaign(folder: Path, rounds: int) -> None:
    """Every kind of damage, so many times."""
    sealed = write(folder / "sealed.wsbundle", PARCEL, LAPTOP, To(RECIPIENTS)).path.read_bytes()
    for seed in range(rounds):
        check_damaged_file(random.Random(seed))
        check_forged_member(random.Random(seed))
        check_damaged_seal(random.Random(seed), sealed, folder / "damaged.wsbundle")


def test_a_damaged_bundle_is_refused_in_one_sentence_or_read_as_it_was(tmp_path: Path) -> None:
    campaign(tmp_path, 300)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_ten_thousand_damaged_bundles(tmp_path: Path) -> None:
    campaign(tmp_path, 10_000)


def test_a_damaged_session_pack_is_refused_in_one_sentence() -> None:
    pack = packed(a_parcel(pack=a_pack(lead_key=LAPTOP.verify_key)), LAPTOP, Lock.PLAIN)
    for seed in range(100):
        with pytest.raises(Refused):
            unpack(spliced(random.Random(seed), pack))
