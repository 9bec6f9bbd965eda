"""What one person has chosen survives, whatever state the file is found in."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from capture_app.domain.errors import StorageTrouble
from capture_app.settings import FILE, RECENT_AT_MOST, Settings, ThemeChoice, load, save

any_settings = strategies.builds(
    Settings,
    theme=strategies.sampled_from(ThemeChoice),
    text_scale=strategies.integers(100, 200),
    language=strategies.sampled_from(["en", "cy", "xx"]),
    idle_lock=strategies.integers(0, 60),
    recent=strategies.lists(
        strategies.text(strategies.characters(exclude_characters="\0", codec="utf-8"), min_size=1).map(Path),
        max_size=RECENT_AT_MOST,
    ).map(tuple),
    keys=strategies.dictionaries(strategies.text(), strategies.text(), max_size=3),
    typed_codes=strategies.booleans(),
    spell_check=strategies.booleans(),
    still=strategies.booleans(),
    packs=strategies.dictionaries(strategies.text(), strategies.just(Path("a.capture")), max_size=3),
)


@given(chosen=any_settings)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_chosen_is_there_next_time(tmp_path: Path, chosen: Settings) -> None:
    save(chosen, tmp_path)
    assert load(tmp_path) == (chosen, None)


def test_before_anything_was_chosen_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == (Settings(), None)
    assert not list(tmp_path.iterdir())


def test_what_a_newer_version_wrote_is_written_back(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"still": true, "spelling": {"dictionary": "en_GB"}}')
    save(replace(load(tmp_path).settings, text_scale=150), tmp_path)
    written = json.loads((tmp_path / FILE).read_text())
    assert written["spelling"] == {"dictionary": "en_GB"}
    assert (written["still"], written["text_scale"]) == (True, 150)


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b'{"theme": "dar',
        b"[1, 2]",
        b'"\xff\xfe"',
        b'{"theme": "\xff"}',
        b'{"theme": "purple"}',
        b'{"text_scale": 900}',
        b'{"idle_lock": -1}',
        b'{"language": 7}',
        b'{"recent": [5]}',
        b'{"still": "yes"}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_used_is_put_aside_unchanged_and_said(tmp_path: Path, found: bytes) -> None:
    (tmp_path / FILE).write_bytes(found)
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.aside is not None
    assert loaded.aside.read_bytes() == found
    assert not (tmp_path / FILE).exists()


def test_a_second_unreadable_file_does_not_replace_the_first(tmp_path: Path) -> None:
    kept = []
    for found in (b"first", b"second"):
        (tmp_path / FILE).write_bytes(found)
        kept.append(load(tmp_path).aside)
    assert [path.read_bytes() for path in kept if path] == [b"first", b"second"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(Settings(still=True), tmp_path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageTrouble, match="No space"):
        save(Settings(still=False), tmp_path)
    assert load(tmp_path).settings.still
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a person's folder to that person by other means")
def test_nobody_else_can_read_which_files_were_opened(tmp_path: Path) -> None:
    save(Settings().opened(Path("/home/ann/Workshop 9.capture")), tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_the_file_opened_last_comes_first_and_once() -> None:
    chosen = Settings()
    for name in ["a", "b", "a", *(str(number) for number in range(RECENT_AT_MOST)), "b"]:
        chosen = chosen.opened(Path(name))
    assert chosen.recent[0] == Path("b")
    assert len(chosen.recent) == len(set(chosen.recent)) == RECENT_AT_MOST


def test_a_file_whose_name_is_no_text_is_forgotten_and_the_rest_kept(tmp_path: Path) -> None:
    save(Settings().opened(Path("odd-\udcff.capture")).opened(Path("plain.capture")), tmp_path)
    assert load(tmp_path).settings.recent == (Path("plain.capture"),)
