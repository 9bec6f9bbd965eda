"""Backups are whole, checked and thinned out with age; and what was erased does not come back from one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import capture_app.store.backup
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.records import Line, Person
from capture_app.exchange.locks import PLAIN
from capture_app.exchange.zip_reader import Zip
from capture_app.sealing import Signer
from capture_app.services.dumping import dump
from capture_app.services.erasing import erase_person, erase_record
from capture_app.services.handing_over import hand_over
from capture_app.store.backup import DAYS, RECENT, WEEKS, Backup, backups_folder, backups_in, worn_out
from capture_app.store.erasure_ledger import ledger_path
from capture_app.store.facts import TrustedKey
from capture_app.store.key_file import Ways, key_path, read_key
from capture_app.store.workspace import Workspace, create, open_workspace
from tests.helpers.attacker import loot
from tests.helpers.laptops import KEY
from tests.store.hardship import files_no_larger_than, read_only

SECRETS = ("quokkazebu", "numbatlynx", "wombatibex", "bilbykudus", "dingolemur")
"""Words that are said and erased."""

LEAD = Signer("33" * 32)
NOON = datetime(2024, 5, 16, 12, tzinfo=UTC)


@pytest.fixture(params=["sealed", "plain"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with one line in it, encrypted or not."""
    ways = Ways(recipients={"lead": KEY.recipient}) if request.param == "sealed" else Ways()
    (tmp_path / "home").mkdir()
    made = create(tmp_path / "home" / "lead.capture", ways, role="lead")
    with made.unit_of_work() as work:
        work.facts.put("consultation", new_id())
        work.facts.put("signing_seed", LEAD.seed)
        work.facts.put("lead_key", LEAD.verify_key)
        work.facts.trust(TrustedKey(LEAD.verify_key, "lead", work.author.device))
        work.commit()
    write(made, "kept from the start")
    yield made
    made.close()


# Made


def test_a_backup_opens_by_itself_with_the_same_key_and_holds_everything(workspace: Workspace) -> None:
    write(workspace, "kept at last")
    made = workspace.back_up()
    assert backups_in(backups_folder(workspace.path)) == [Backup(made.path, made.made)]
    assert made.count == 2
    restored = opened(workspace, made.path)
    assert texts(restored) == texts(workspace) == ["kept at last", "kept from the start"]
    assert restored.check_pages() == "ok"
    restored.close()


def test_a_copy_that_does_not_match_is_thrown_away_and_older_backups_stay(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = workspace.back_up()
    copy = capture_app.store.backup._copy

    def badly(*what: Any) -> None:
        copy(*what)
        damage(what[1])

    with monkeypatch.context() as patch:
        patch.setattr(capture_app.store.backup, "_copy", badly)
        with pytest.raises(StorageTrouble):
            workspace.back_up()
    assert files_of(workspace) == names_of(workspace, older)
    assert texts(workspace) == ["kept from the start"]


def test_a_copy_that_lacks_a_change_is_thrown_away(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = capture_app.store.backup._copy

    def too_early(*what: Any) -> None:
        copy(*what)
        write(workspace, "came in between")

    with monkeypatch.context() as patch:
        patch.setattr(capture_app.store.backup, "_copy", too_early)
        with pytest.raises(StorageTrouble, match="did not match the workspace and was thrown away"):
            workspace.back_up()
    assert files_of(workspace) == set()


def test_without_room_or_the_right_to_write_no_backup_is_made_and_older_ones_stay(
    workspace: Workspace, tmp_path: Path
) -> None:
    older = workspace.back_up()
    with files_no_larger_than(100_000), pytest.raises(StorageTrouble):
        workspace.back_up()
    stick = tmp_path / "stick"
    stick.mkdir()
    with read_only(stick), pytest.raises(StorageTrouble, match="No backup was made"):
        workspace.back_up(stick / "backups")
    with read_only(stick), pytest.raises(StorageTrouble, match="No backup was made"):
        workspace.back_up(stick)
    assert list(stick.iterdir()) == []
    assert files_of(workspace) == names_of(workspace, older)
    write(workspace, "and one goes on")


def test_what_a_backup_that_was_cut_off_left_behind_goes_with_the_next(workspace: Workspace) -> None:
    """Its rest holds what the workspace held at that moment, an open questionnaire too."""
    folder = backups_folder(workspace.path)
    folder.mkdir()
    for rest in (
        "lead-20240516T112500.000000Z-open.capture.part",
        "lead-20240516T112500.000000Z-open.capture.part-journal",
        "lead-20240516T112500.000000Z-open.capture-keys",
    ):
        (folder / rest).write_bytes(b"cut off")
    made = workspace.back_up()
    assert files_of(workspace) == names_of(workspace, made)


# Thinned out


def test_of_many_backups_the_recent_ones_stay_and_one_a_day_and_one_a_week() -> None:
    hourly = [Backup(Path(f"{hours}"), NOON - timedelta(hours=hours)) for hours in range(24 * 70)]
    gone = set(worn_out(hourly, NOON))
    ages = [(NOON - one.made) / timedelta(hours=1) for one in hourly if one not in gone]
    recent = list(range(8))
    days = [13 + 24 * day for day in range(6)]
    weeks = [85 + 24 * 7 * week for week in range(3)]
    assert ages == sorted({*recent, *days, *weeks})


@given(st.lists(st.integers(0, 90 * 24 * 60), unique=True))
def test_thinning_out_keeps_the_newest_and_never_more_than_it_says(minutes: list[int]) -> None:
    made = [
        Backup(Path(str(m)), datetime(2024, 5, 16, tzinfo=UTC) - timedelta(minutes=m))
        for m in sorted(minutes)
    ]
    gone = worn_out(made, NOON)
    kept = [one for one in made if one not in gone]
    assert kept[:RECENT] == made[:RECENT]
    assert len(kept) <= RECENT + DAYS + WEEKS
    assert worn_out(kept, NOON) == []
    assert len({one.made.date() for one in kept}) >= min(DAYS, len({one.made.date() for one in made}))


def test_where_a_clock_was_put_back_what_is_backed_up_now_stays_beside_what_seems_newer() -> None:
    before = [
        Backup(Path(f"before {minute}"), NOON - timedelta(minutes=minute)) for minute in range(RECENT + 4)
    ]
    two_hours_back = NOON - timedelta(hours=2)
    fresh = Backup(Path("made with the clock put back"), two_hours_back)
    gone = worn_out([*before, fresh], two_hours_back)
    assert fresh not in gone
    assert gone == before[RECENT:]


def test_a_workspaces_own_backups_are_thinned_out_with_their_keys_and_others_are_left(
    workspace: Workspace, tmp_path: Path
) -> None:
    for _number in range(RECENT + 3):
        workspace.back_up()
        workspace.back_up(tmp_path / "stick")
    own = backups_in(backups_folder(workspace.path))
    assert len(own) == RECENT
    assert files_of(workspace) == names_of(workspace, *own)
    assert len(backups_in(tmp_path / "stick")) == RECENT + 3


# Erased


def test_erased_words_are_in_no_table_index_log_backup_or_bundle_any_more(workspace: Workspace) -> None:
    line, person = say_secrets(workspace)
    workspace.back_up()
    assert set(SECRETS) == words_left(workspace)

    erase_record(workspace, line)
    erase_person(workspace, person)
    hand_over(workspace, workspace.path.parent / "after.wsbundle", seal=PLAIN)
    assert words_left(workspace) == set()
    assert texts(workspace) == ["", "", "kept from the start"]
    assert not any(word in line for word in SECRETS for line in dump(workspace))
    workspace.close()
    assert words_left(workspace) == set()


def test_an_old_backup_put_back_brings_no_erased_word_back(workspace: Workspace, tmp_path: Path) -> None:
    line, person = say_secrets(workspace)
    workspace.back_up(tmp_path / "stick")
    erase_record(workspace, line)
    erase_person(workspace, person)
    workspace.close()

    (old,) = backups_in(tmp_path / "stick")
    shutil.copy(old.path, workspace.path)
    restored = opened(workspace, workspace.path)
    assert words_left(restored) == set()
    assert texts(restored) == ["", "", "kept from the start"]
    restored.close()
    assert words_left(restored) == set()


def test_an_erasure_that_a_crash_cut_short_is_finished_when_the_workspace_opens(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    line, person = say_secrets(workspace)
    workspace.back_up()
    monkeypatch.setattr(Workspace, "wipe", lambda _self: None)
    erase_record(workspace, line)
    erase_person(workspace, person)
    monkeypatch.undo()
    workspace.close()
    assert words_left(workspace) != set()

    again = opened(workspace, workspace.path)
    assert words_left(again) == set()
    assert ledger_path(workspace.path).read_text("utf-8").count("\n") == 2
    again.close()


def say_secrets(workspace: Workspace) -> tuple[str, str]:
    """Say secret words in every place a workspace has for words; gives the record and the person they belong to."""
    line, who = Line(id=new_id(), text=f"First {SECRETS[0]} was said"), Person(id=person_code())
    with workspace.unit_of_work() as work:
        first = work.records.save(line)
        work.records.save(replace(line, text=f"Then {SECRETS[1]} was said"))
        work.records.save(who)
        work.records.save(Line(id=new_id(), who=who.id, text=f"Of somebody {SECRETS[2]} was said"))
        work.commit()
    assert first is not None
    with workspace.unit_of_work() as work:
        work.drafts.put(replace(line, text=f"Now {SECRETS[3]} is said"), work.records.seen(Line, line.id))
        forged = replace(first, stamp="0" * 16, body=str(first.body).replace(SECRETS[0], SECRETS[4]))
        work.receive([forged], [])
        work.commit()
    return line.id, who.id


def words_left(workspace: Workspace) -> set[str]:
    """The secret words in any file beside the workspace.

    The index may keep a word without its first letter, and the end of a page may part it: five letters tell it.
    """
    folder = workspace.path.parent
    if workspace.encrypted:
        files = loot(folder, read_key(key_path(workspace.path), KEY), KEY)
    else:
        files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        files |= {bundle.name: b"".join(bundle_members(bundle)) for bundle in folder.glob("*.wsbundle")}
    whole = b"".join(content.lower() for content in files.values())
    return {word for word in SECRETS if any(part.encode() in whole for part in (word[1:6], word[-5:]))}


def bundle_members(bundle: Path) -> Iterator[bytes]:
    """What is in a bundle that is not sealed."""
    inside = Zip(bundle.read_bytes())
    return (inside.read(name) for name in inside.names)


def write(workspace: Workspace, words: str) -> None:
    """Add a line."""
    with workspace.unit_of_work() as work:
        work.records.save(Line(id=new_id(), text=words))
        work.commit()


def texts(workspace: Workspace) -> list[str]:
    """The words of all lines, in order of the alphabet."""
    with workspace.unit_of_work() as work:
        return sorted(line.text for line, _state in work.projection.every(Line))


def opened(workspace: Workspace, path: Path) -> Workspace:
    """A copy of it, opened."""
    return open_workspace(path, KEY if workspace.encrypted else None)


def files_of(workspace: Workspace) -> set[str]:
    """Everything in the folder of its own backups."""
    return {path.name for path in backups_folder(workspace.path).iterdir()}


def names_of(workspace: Workspace, *backups: Backup) -> set[str]:
    """The files these backups consist of."""
    names = {backup.path.name for backup in backups}
    return names | {key_path(backup.path).name for backup in backups if workspace.encrypted}


def damage(path: Path) -> None:
    """Overwrite some pages in the middle."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 40_960)
