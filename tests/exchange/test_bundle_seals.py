"""Who can open a bundle: the right key or passphrase and nobody else, and nobody passes it on unseen."""

from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import Refused, WrongKey
from capture_app.exchange import limits
from capture_app.exchange.container import PLAIN, Lock, To, With, needs_key, read, write
from capture_app.exchange.files import read_whole
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.writer import packed
from capture_app.sealing import Identity, Passphrase, Signer, WayIn, seal_to
from tests.exchange.parcels import LAPTOP, LEAD, LEAD_KEY, RECIPIENTS, a_pack, a_parcel, sent

PHRASE = Passphrase("seven values are too many")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle for the lead."""
    path = tmp_path_factory.mktemp("sealed") / "a.wsbundle"
    return write(path, a_parcel(), LAPTOP, To(RECIPIENTS)).path


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle with a passphrase; making one takes seconds, on purpose."""
    path = tmp_path_factory.mktemp("worded") / "a.wsbundle"
    return write(path, a_parcel(), LAPTOP, With(PHRASE)).path


def scrypt_header(*factors: bytes) -> bytes:
    """The first bytes of a file that says how hard its passphrase is to try."""
    stanzas = b"".join(
        b"-> scrypt " + b"A" * 22 + b" " + factor + b"\n" + b"B" * 43 + b"\n" for factor in factors
    )
    return b"age-encryption.org/v1\n" + stanzas + b"--- " + b"C" * 43 + b"\n" + b"D" * 64


def test_one_can_see_what_a_file_needs_before_opening_it(sealed: Path, worded: Path, tmp_path: Path) -> None:
    plain = write(tmp_path / "a.wsbundle", a_parcel(), LAPTOP, PLAIN).path
    assert [needs_key(path) for path in (sealed, worded, plain)] == [Lock.KEY, Lock.PASSPHRASE, Lock.PLAIN]


def test_the_passphrase_opens_it_and_another_does_not(worded: Path) -> None:
    assert read(worded, PHRASE).signer == LAPTOP.verify_key
    with pytest.raises(WrongKey, match="That passphrase does not open this file"):
        read(worded, Passphrase("seven values"))


def test_another_key_does_not_open_it(sealed: Path) -> None:
    with pytest.raises(WrongKey, match="This key does not open that file"):
        read(sealed, Identity.generate())


@pytest.mark.parametrize("way_in", [None, PHRASE])
def test_without_a_key_one_is_asked_for(sealed: Path, way_in: WayIn | None) -> None:
    with pytest.raises(WrongKey, match="opens with a key"):
        read(sealed, way_in)


@pytest.mark.parametrize("way_in", [None, LEAD_KEY])
def test_without_a_passphrase_one_is_asked_for(worded: Path, way_in: WayIn | None) -> None:
    with pytest.raises(WrongKey, match="opens with a passphrase"):
        read(worded, way_in)


def test_a_bundle_sealed_again_for_somebody_else_is_refused(sealed: Path, tmp_path: Path) -> None:
    stranger = Identity.generate()
    inside = LEAD_KEY.open(sealed.read_bytes())
    passed_on, bare = tmp_path / "passed-on.wsbundle", tmp_path / "bare.wsbundle"
    passed_on.write_bytes(seal_to(inside, [stranger.recipient]))
    bare.write_bytes(inside)
    for path in (passed_on, bare):
        with pytest.raises(Refused, match="sealed it again"):
            read(path, stranger)


@pytest.mark.parametrize("factor", [b"23", b"30", b"64", b"99"])
def test_a_passphrase_that_would_take_minutes_to_try_is_not_tried(tmp_path: Path, factor: bytes) -> None:
    path = tmp_path / "a.wsbundle"
    path.write_bytes(scrypt_header(factor))
    for ask in (needs_key, lambda path: read(path, PHRASE)):
        with pytest.raises(Refused, match="would take longer"):
            ask(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"hello, this is a letter",
        b"age-encryption.org/v2\n-> X25519 abc\n",
        scrypt_header(b"100"),
        scrypt_header(b"018"),
        scrypt_header(b"-1"),
        scrypt_header(b"18", b"18"),
    ],
)
def test_a_file_of_another_kind_is_said_to_be_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wsbundle"
    path.write_bytes(content)
    with pytest.raises(Refused, match="not a bundle or a session pack"):
        read(path, PHRASE)


@pytest.mark.parametrize("way_in", [LEAD_KEY, PHRASE, None])
def test_an_age_file_of_nonsense_is_refused(tmp_path: Path, way_in: WayIn | None) -> None:
    path = tmp_path / "a.wsbundle"
    for tail in (b"", b"\xff" * 100, b"-> X25519\n", b"-> X25519 AAAA\n\n--- AAAA\n", b"-> grease\n--- \n"):
        path.write_bytes(b"age-encryption.org/v1\n" + tail)
        with pytest.raises(Refused):
            read(path, way_in)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    for ask in (needs_key, read):
        for path in (tmp_path / "gone.wsbundle", tmp_path):
            with pytest.raises(Refused, match="could not be read"):
                ask(path)


def test_a_file_larger_than_any_bundle_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE", 100)
    path = tmp_path / "a.wsbundle"
    path.write_bytes(b"x" * 101)
    with pytest.raises(Refused, match="holds more than a bundle may"):
        read(path)
    path.write_bytes(b"x" * 100)
    assert len(read_whole(path)) == 100


@pytest.mark.parametrize(
    ("signer", "changes"),
    [
        (LAPTOP, {}),
        (LEAD, {"lead_key": LAPTOP.verify_key}),
        (LEAD, {"consultation": "00000000-0000-7000-8000-000000000000"}),
    ],
)
def test_a_pack_must_be_signed_by_the_lead_it_names(
    tmp_path: Path, signer: Signer, changes: dict[str, str]
) -> None:
    path = tmp_path / "a.wsbundle"
    path.write_bytes(packed(a_parcel(pack=a_pack(**changes)), signer, Lock.PLAIN))
    with pytest.raises(Refused, match="session pack was not taken in"):
        read(path)


def test_a_pack_for_another_project_than_its_lead_s_is_refused(tmp_path: Path) -> None:
    parcel = a_parcel(pack=a_pack(), project=fingerprint(LAPTOP.verify_key))
    path = tmp_path / "a.wsbundle"
    path.write_bytes(packed(parcel, LEAD, Lock.PLAIN))
    with pytest.raises(Refused, match="session pack was not taken in"):
        read(path)


def test_the_reader_says_who_signed_and_leaves_it_to_others_whether_they_are_known(tmp_path: Path) -> None:
    stranger = Signer.generate()
    parcel = a_parcel()
    found = read(write(tmp_path / "a.wsbundle", parcel, stranger, PLAIN).path)
    assert (found.signer, sent(found)) == (stranger.verify_key, replace(parcel))
