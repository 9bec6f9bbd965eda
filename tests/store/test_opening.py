"""A workspace opens safely or says why not; what was saved is there, whatever happened to the program or the disk."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from capture_app.domain.errors import CaptureError, StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import Line
from capture_app.domain.revision import Revision
from capture_app.domain.seen import NOTHING
from capture_app.store.engine import PRAGMAS
from capture_app.store.key_file import Ways, key_path
from capture_app.store.workspace import Workspace, create, open_workspace
from tests.architecture.source import ROOT
from tests.helpers.laptops import KEY
from tests.store.hardship import disk_full, files_no_larger_than, read_only

SEALED, PLAIN = Ways(recipients={"lead": KEY.recipient}), Ways()

EXPECTED = {
    "journal_mode": "wal",
    "locking_mode": "exclusive",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}


@pytest.fixture(params=[SEALED, PLAIN], ids=["sealed", "plain"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with one line in it, encrypted or not."""
    (tmp_path / "home").mkdir()
    made = create(tmp_path / "home" / "laptop.capture", request.param, role="scribe")
    write(made, "kept before")
    yield made
    made.close()


# Safe from the first moment


def test_every_setting_that_keeps_words_safe_is_in_force(workspace: Workspace) -> None:
    raw = workspace._raw()
    found = {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED}
    assert found == EXPECTED
    assert raw.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone() == (1,)
    assert not workspace.path.with_name("laptop.capture-shm").exists()


def test_a_statement_is_parsed_once_however_many_others_ran_before(workspace: Workspace) -> None:
    parsed: list[int] = []

    def note(action: int, *_: object) -> int:
        parsed.append(action)  # asked when a statement is parsed
        return 0

    workspace._raw().set_authorizer(note)
    write(workspace, "every statement of a save is parsed")
    assert len(parsed) > 1
    parsed.clear()
    write(workspace, "and now none but the driver's own COMMIT")
    assert len(parsed) == 1


def test_a_setting_that_did_not_take_keeps_the_file_shut(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.close()
    monkeypatch.setitem(PRAGMAS, "freelist_count", 99)
    with pytest.raises(StorageTrouble, match="could not be opened safely"):
        reopened(workspace)


def test_a_change_that_breaks_off_leaves_nothing_behind_not_even_a_table(workspace: Workspace) -> None:
    before = everything(workspace)
    with pytest.raises(ZeroDivisionError):
        break_off(workspace)
    assert everything(workspace) == before
    assert write(workspace, "the next change") == 2


def test_only_one_program_opens_a_workspace_at_a_time(workspace: Workspace) -> None:
    code = (
        "import sys; from pathlib import Path; from capture_app.sealing import Identity\n"
        "from capture_app.domain.errors import StorageTrouble\n"
        "from capture_app.store.workspace import open_workspace\n"
        "try: open_workspace(Path(sys.argv[1]), Identity(sys.argv[2]))\n"
        "except StorageTrouble as trouble: print(trouble.sentence)"
    )
    command = [sys.executable, "-c", code, str(workspace.path), KEY.secret]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert second.stdout == "This workspace is open in another window. Only one can write to it.\n"
    write(workspace, "the first goes on")


def test_a_plain_workspace_opens_without_a_key_and_says_that_it_is_plain(tmp_path: Path) -> None:
    made = create(tmp_path / "plain.capture", PLAIN, role="scribe")
    write(made, "in clear text")
    made.close()
    again = open_workspace(made.path)
    assert (made.encrypted, again.encrypted, texts(again)) == (False, False, ["in clear text"])
    again.close()
    assert b"in clear text" in made.path.read_bytes()


# What keeps it shut


def test_a_missing_key_file_is_named(tmp_path: Path) -> None:
    path = sealed(tmp_path)
    key_path(path).rename(tmp_path / "put-away")
    with pytest.raises(StorageTrouble, match=r"laptop\.capture-keys is missing beside it"):
        open_workspace(path, KEY)
    (tmp_path / "put-away").rename(key_path(path))
    assert texts(open_workspace(path, KEY), close=True) == ["kept before"]


@pytest.mark.parametrize("content", ["", "{}", '{"ways": [{"way": "lead", "sealed": "?"}]}', "\udcff"])
def test_a_key_file_that_cannot_be_read_is_named(tmp_path: Path, content: str) -> None:
    path = sealed(tmp_path)
    key_path(path).write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(CaptureError, match="key"):
        open_workspace(path, KEY)


def test_the_key_file_of_another_workspace_does_not_open_it(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = sealed(tmp_path / "one"), sealed(tmp_path / "two")
    shutil.copy(key_path(one), key_path(two))
    with pytest.raises(StorageTrouble, match="does not open with that key"):
        open_workspace(two, KEY)


def test_a_newer_minor_format_opens_and_a_newer_major_one_is_refused(workspace: Workspace) -> None:
    set_version(workspace, 1_001)
    workspace.close()
    newer = reopened(workspace)
    assert texts(newer) == ["kept before"]
    set_version(newer, 2_000)
    newer.close()
    before = newer.path.read_bytes()
    with pytest.raises(StorageTrouble, match=r"written by a newer version.*Nothing was changed"):
        reopened(workspace)
    assert newer.path.read_bytes() == before


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.capture"
    other.write_bytes(b"Minutes of the meeting\n" * 400)
    with pytest.raises(StorageTrouble, match="is not a workspace"):
        open_workspace(other)
    (tmp_path / "empty.capture").touch()
    with pytest.raises(StorageTrouble, match="is not a workspace of this program"):
        open_workspace(tmp_path / "empty.capture")
    with pytest.raises(StorageTrouble, match=r"nowhere\.capture is not there"):
        open_workspace(tmp_path / "nowhere.capture")


def test_the_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    other = tmp_path / "other.capture"
    with sqlite3.connect(other) as theirs:
        theirs.execute("CREATE TABLE theirs (x)")
    theirs.close()
    before = other.read_bytes()
    with pytest.raises(StorageTrouble, match="is not a workspace of this program"):
        open_workspace(other)
    assert other.read_bytes() == before
    assert list(tmp_path.iterdir()) == [other]


def test_why_a_file_stays_shut_is_said_in_one_sentence_and_nowhere_else(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = sealed(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(StorageTrouble):
        open_workspace(path, KEY)
    assert capfd.readouterr() == ("", "")


# After a crash


def test_what_was_being_typed_when_the_program_died_is_kept_as_a_change(workspace: Workspace) -> None:
    draft = Line(id=new_id(), text="half a sent")
    with workspace.unit_of_work() as work:
        work.drafts.put(draft, NOTHING)
        work.commit()
    crashed = reopened(workspace, as_it_lies(workspace))
    assert (crashed.recovered, texts(crashed)) == (1, ["half a sent", "kept before"])
    crashed.close()
    again = reopened(crashed)
    assert (again.recovered, texts(again)) == (0, ["half a sent", "kept before"])
    again.close()


def test_after_a_crash_a_damaged_file_is_noticed_before_anybody_writes(workspace: Workspace) -> None:
    for number in range(300):
        write(workspace, f"line {number} " * 30)
    workspace.leave_no_trace()
    write(workspace, "left in the write-ahead log")
    crashed = as_it_lies(workspace)
    damage(crashed)
    with pytest.raises(StorageTrouble, match=r"damaged\. .*Restore it from its newest backup"):
        reopened(workspace, crashed)


def test_a_copied_or_restored_file_never_uses_a_number_again(workspace: Workspace, tmp_path: Path) -> None:
    backup = workspace.back_up().path
    write(workspace, "after the backup")
    workspace.close()
    (tmp_path / "copy").mkdir()
    for source in workspace.path.parent.glob("laptop.capture*"):
        shutil.copy(source, tmp_path / "copy")
    branches = [
        reopened(workspace),
        reopened(workspace, tmp_path / "copy" / workspace.path.name),
        reopened(workspace, backup),
    ]
    for name, branch in zip(("original", "copy", "restored"), branches, strict=True):
        write(branch, name)
    found = [entry for branch in branches for entry in entries(branch)]
    for branch in branches:
        branch.close()
    ids = {entry.id for entry in found}
    assert len({(entry.device, entry.incarnation, entry.number) for entry in found}) == len(ids) == 5
    assert len({entry.device for entry in found}) == 1


# No room, no right to write


def test_on_a_full_disk_nothing_is_lost_and_it_goes_on_when_there_is_room(workspace: Workspace) -> None:
    with disk_full(workspace), pytest.raises(StorageTrouble, match=r"disk is full, so this was not saved"):
        write(workspace, "too much " * 5000)
    assert texts(workspace) == ["kept before"]
    write(workspace, "room again")
    workspace.close()
    again = reopened(workspace)
    assert texts(again) == ["kept before", "room again"]
    assert again.check_pages() == "ok"
    again.close()


def test_when_the_system_refuses_to_let_files_grow_nothing_is_lost(workspace: Workspace) -> None:
    with files_no_larger_than(100_000), pytest.raises(StorageTrouble, match="What was saved"):
        write(workspace, "too much " * 20_000)
    assert texts(workspace) == ["kept before"]
    write(workspace, "room again")
    workspace.close()
    again = reopened(workspace)
    assert texts(again) == ["kept before", "room again"]
    assert again.check_pages() == "ok"
    again.close()


def test_a_change_the_file_refuses_at_the_last_moment_leaves_nothing_and_stops_nothing(
    workspace: Workspace,
) -> None:
    raw = workspace._raw()
    raw.execute("CREATE TABLE owed (number INTEGER PRIMARY KEY)")
    raw.execute("CREATE TABLE owes (number INTEGER REFERENCES owed DEFERRABLE INITIALLY DEFERRED)")

    def refused() -> None:
        with workspace.unit_of_work() as work:
            work.records.save(Line(id=new_id(), text="refused"))
            raw.execute("INSERT INTO owes VALUES (1)")
            work.commit()

    with pytest.raises(StorageTrouble, match="What was saved"):
        refused()
    write(workspace, "taken again")
    assert texts(workspace) == ["kept before", "taken again"]


def test_a_read_only_folder_is_named_and_nothing_is_touched(workspace: Workspace) -> None:
    workspace.close()
    before = {path: path.read_bytes() for path in workspace.path.parent.iterdir()}
    with read_only(workspace.path.parent), pytest.raises(StorageTrouble, match="read-only"):
        reopened(workspace)
    assert {path: path.read_bytes() for path in workspace.path.parent.iterdir()} == before
    again = reopened(workspace)
    write(again, "may write again")
    assert texts(again) == ["kept before", "may write again"]
    again.close()


@pytest.mark.parametrize("ways", [SEALED, PLAIN], ids=["sealed", "plain"])
def test_a_workspace_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path, ways: Ways) -> None:
    with read_only(tmp_path), pytest.raises(CaptureError):
        create(tmp_path / "laptop.capture", ways, role="scribe")
    with files_no_larger_than(20_000), pytest.raises(CaptureError):
        create(tmp_path / "laptop.capture", ways, role="scribe")
    assert list(tmp_path.iterdir()) == []


def break_off(workspace: Workspace) -> None:
    """Begin a change of records, facts and tables, and fail in the middle."""
    with workspace.unit_of_work() as work:
        work.records.save(Line(id=new_id(), text="half a change"))
        work.facts.put("role", "lead")
        work._connection.execute(text("CREATE TABLE leftover (x)"))
        work._connection.execute(text("DROP TABLE quarantine"))
        raise ZeroDivisionError


def write(workspace: Workspace, words: str) -> int:
    """Add a line; gives the number its change got."""
    with workspace.unit_of_work() as work:
        entry = work.records.save(Line(id=new_id(), text=words))
        work.commit()
    assert entry is not None
    return entry.number


def texts(workspace: Workspace, *, close: bool = False) -> list[str]:
    """The words of all lines, in order of the alphabet."""
    with workspace.unit_of_work() as work:
        found = sorted(line.text for line in work.records.all(Line))
    if close:
        workspace.close()
    return found


def entries(workspace: Workspace) -> list[Revision]:
    """The whole log."""
    with workspace.unit_of_work() as work:
        return list(work.log.everything())


def everything(workspace: Workspace) -> list[str]:
    """The whole database as SQL."""
    tables = workspace._raw().execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    rows = [
        workspace._raw().execute(f'SELECT * FROM "{name}"').fetchall()
        for name, sql in tables
        if (sql or "").startswith("CREATE TABLE")
    ]
    return [str(tables), str(rows)]


def reopened(workspace: Workspace, path: Path | None = None) -> Workspace:
    """The same workspace, or a copy of it, opened anew."""
    return open_workspace(path or workspace.path, KEY if workspace.encrypted else None)


def sealed(folder: Path) -> Path:
    """A closed encrypted workspace with one line in it."""
    made = create(folder / "laptop.capture", SEALED, role="scribe")
    write(made, "kept before")
    made.close()
    return made.path


def as_it_lies(workspace: Workspace) -> Path:
    """A copy of an open workspace's files, as a crash would leave them at this moment."""
    folder = workspace.path.parent.parent / "crashed"
    folder.mkdir()
    for source in workspace.path.parent.glob("laptop.capture*"):
        shutil.copy(source, folder)
    assert (folder / "laptop.capture-wal").stat().st_size > 0
    return folder / "laptop.capture"


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 40_960)


def set_version(workspace: Workspace, version: int) -> None:
    workspace._raw().execute(f"PRAGMA user_version = {version}")
