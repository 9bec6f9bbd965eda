"""Nobody can tell who answered when: not by a table, not by a page, not with the keys and every file there is."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

import capture_app.services.handing_over
import capture_app.store.author
import capture_app.store.workspace
import tests.store.ballot_room
from capture_app.domain.errors import NotPossible
from capture_app.domain.example import ballots_in
from capture_app.domain.heaps import Answers
from capture_app.domain.plain import canonical, read_plain, to_plain
from capture_app.domain.records import Form
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.exchange.locks import PLAIN
from capture_app.paths import resource
from capture_app.services.dumping import dump
from capture_app.services.handing_over import hand_over
from capture_app.services.questioning import OpenBox, answer, close_box
from capture_app.services.shown_results import form_results
from capture_app.store.backup import backups_folder, backups_in
from capture_app.store.key_file import key_path
from capture_app.store.workspace import Workspace
from capture_app.ui.kiosk.asking import asked_for
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from tests.helpers.attacker import loot
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.store.ballot_room import (
    START,
    Room,
    live_through,
    marked_sheets,
    memory_folder,
    rows_of,
)

EXAMPLE = ballots_in(resource("example", "answers.json").read_text("utf-8"))
A_DAY = 24 * 3600 * 1000
RESPONDENTS = 14
WORDS = ("zebra", "tapir")

WHERE_IDS_ARE_MADE = (
    capture_app.store.author,
    capture_app.store.workspace,
    capture_app.services.handing_over,
    tests.store.ballot_room,
)

Rows = Mapping[str, Sequence[tuple[object, ...]]]

given_answers = st.builds(
    Answer,
    given=st.sampled_from([Given.ANSWERED, Given.RATHER_NOT_SAY]),
    choice=st.sampled_from(["", "yes", "maybe", "no"]),
    text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=2000),
)
sheets = st.lists(st.dictionaries(st.sampled_from("abc"), given_answers), max_size=9)


# The same answers in another order and at other times


def test_order_and_times_leave_no_mark_in_any_table_index_or_dump(room: Room, folder: Path) -> None:
    orders = [EXAMPLE, EXAMPLE[::-1], sorted(EXAMPLE, key=lambda one: len(str(one)))]
    traces = [_trace(room, folder / str(day), order, day) for day, order in enumerate(orders)]
    tables, _dump = traces[0]
    assert len(tables["ballot"]) == len(EXAMPLE)
    assert traces[0] == traces[1] == traces[2]


@given(data=st.data())
def test_no_answers_whatever_leave_a_mark_of_their_order(room: Room, data: st.DataObject) -> None:
    arrivals = data.draw(sheets)
    others = data.draw(st.permutations(arrivals))
    with memory_folder() as folder:
        assert _trace(room, folder / "one", arrivals, 0) == _trace(room, folder / "other", others, 1)


def test_with_nothing_left_to_chance_every_order_gives_the_same_file_page_for_page(
    room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = marked_sheets(RESPONDENTS)
    by_length = sorted(marked, key=lambda mark: len(str(marked[mark])))
    orders = [
        by_length,
        by_length[::-1],
        *(random.Random(n).sample(by_length, RESPONDENTS) for n in range(6)),
    ]
    found = [
        _pages(room, folder / str(n), [marked[mark] for mark in order], monkeypatch)
        for n, order in enumerate(orders)
    ]
    assert [n for n, pages in enumerate(found) if pages != found[0]] == []


def _trace(room: Room, folder: Path, arrivals: Sequence[Answers], day: int) -> tuple[Rows, list[str]]:
    """All rows of all tables after closing, with the closing's own envelope blotted out; and the dump."""
    workspace = room.open(room.copy(folder), START + day * A_DAY)
    for given_ in arrivals:
        answer(workspace, room.box, given_)
    close_box(workspace, room.box)
    dumped = dump(workspace)
    with workspace.unit_of_work() as work:
        (closing,) = work.records.history(room.box)
    workspace.close()
    own = {getattr(closing, name): f"<{name}>" for name in ("id", "stamp", "digest", "salt", "incarnation")}
    tables = {
        table: [tuple(_blotted(value, own) for value in row) for row in rows]
        for table, rows in rows_of(workspace.path, room.key).items()
    }
    return tables, dumped


def _blotted(value: object, own: Mapping[str, str]) -> object:
    if isinstance(value, str):
        for said, name in own.items():
            value = value.replace(said, name)
    return value


def _pages(
    room: Room, folder: Path, arrivals: Sequence[Answers], monkeypatch: pytest.MonkeyPatch
) -> dict[str, bytes]:
    """The workspace's own pages and those of its backup, where every id, salt and clock only counts."""
    numbers = count(1)
    for module in WHERE_IDS_ARE_MADE:
        monkeypatch.setattr(module, "new_id", lambda: f"01900000-0000-7000-8000-{next(numbers):012x}")
    monkeypatch.setattr(capture_app.store.author, "random_hex", lambda size: f"{next(numbers):0{2 * size}x}")
    workspace = room.open(room.copy(folder))
    live_through(room, workspace, arrivals, PLAIN)
    workspace.close()
    files = loot(folder, room.key, room.lead)
    return {re.sub(r"\d{8}T[\d.]+Z", "TIME", name): content for name, content in files.items()}


# While the box is open, and when it closes


def test_after_each_answer_the_box_stands_on_the_disk_once_and_nowhere_as_it_was(
    room: Room, folder: Path
) -> None:
    marked = marked_sheets(RESPONDENTS)
    workspace = room.open(room.copy(folder / "laptop"))
    for number, given_ in enumerate(marked.values(), start=1):
        answer(workspace, room.box, given_)
        content = _all_bytes(folder, room)
        in_yet = {mark: place < number for place, mark in enumerate(marked)}
        assert {mark: _copies(content, mark) for mark in marked} == in_yet
    workspace.close()


def test_an_open_box_stays_out_of_bundles_and_the_receipt_says_so(room: Room, folder: Path) -> None:
    workspace = room.open(room.copy(folder / "laptop"))
    _take(workspace, room, 3)
    (folder / "away").mkdir()
    receipt = hand_over(workspace, folder / "away" / "early.wsbundle")
    workspace.close()
    assert receipt.left_out == ("an open questionnaire (1): it goes once it is closed",)
    assert receipt.contents.answers == 0
    assert _files_with(WORDS, folder / "away", room) == []


def test_backups_of_an_open_box_say_so_in_their_name_and_go_when_it_closes(room: Room, folder: Path) -> None:
    workspace = room.open(room.copy(folder / "laptop"))
    before = backups_in(backups_folder(workspace.path))
    _take(workspace, room, 2)
    early = workspace.back_up()
    _take(workspace, room, 4)
    late = workspace.back_up()
    assert all(path.stem.endswith("-open") and path.exists() for path in (early.path, late.path))

    close_box(workspace, room.box)
    (kept,) = backups_in(backups_folder(workspace.path))
    workspace.close()
    assert before == []
    assert not kept.during_questionnaire
    assert sorted(path.name for path in backups_folder(workspace.path).iterdir()) == [
        kept.path.name,
        key_path(kept.path).name,
    ]


def test_no_backup_of_an_open_box_is_made_where_it_cannot_be_taken_back(room: Room, folder: Path) -> None:
    workspace = room.open(room.copy(folder / "laptop"))
    _take(workspace, room, 2)
    with pytest.raises(NotPossible, match=r"questionnaire is open.*Close it first"):
        workspace.back_up(folder / "stick")
    close_box(workspace, room.box)
    made = workspace.back_up(folder / "stick")
    workspace.close()
    assert [path.suffix for path in sorted((folder / "stick").iterdir())] == [".capture", ".capture-keys"]
    assert not made.during_questionnaire


def test_a_box_that_closes_below_its_threshold_is_kept_as_one_sorted_list_an_item(
    room: Room, folder: Path
) -> None:
    workspace = room.open(room.copy(folder / "laptop"))
    for given_ in reversed(EXAMPLE[:4]):
        answer(workspace, room.box, given_)
    closed = close_box(workspace, room.box).value
    counted = form_results(workspace, room.session, room.form).questions
    dumped = "\n".join(dump(workspace))
    with workspace.unit_of_work() as work:
        ballots = work.projection.ballots(room.session)
    workspace.close()
    assert (closed.count, closed.threshold, closed.answers) == (4, 5, ())
    for item, answers in closed.by_item.items():
        texts = [canonical(to_plain(one)) for one in answers]
        assert texts == sorted(canonical(to_plain(given_[item])) for given_ in EXAMPLE[:4] if item in given_)
    assert {one.counted.n for one in counted if one.item.kind is ItemKind.CHOICE} == {4}
    assert {len(read_plain(row["answers"])) for row in ballots} == {1}
    assert not any(canonical(to_plain(given_)) in dumped for given_ in EXAMPLE[:4])


def test_answers_that_were_not_handed_in_are_in_no_file(
    room: Room, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    jobs = InlineJobs(_raise)
    workspace = in_lane(jobs, lambda: room.open(room.copy(folder / "laptop")))
    kiosk = in_lane(jobs, partial(_questions_of, room, workspace))
    window = KioskWindow(asked_for(workspace, *kiosk, "1234"), jobs, Look(LIGHT))
    qtbot.addWidget(window)

    _write_at_the_kiosk(window, "quagga", "okapi")
    assert _files_with(("quagga", "okapi"), folder, room) == []
    window.idle.gone.emit()
    _write_at_the_kiosk(window, "zebra", "tapir")
    window.hand_in()
    in_lane(jobs, lambda: close_box(workspace, room.box))
    in_lane(jobs, workspace.close)
    jobs.close()

    assert _files_with(("quagga", "okapi"), folder, room) == []
    assert _files_with(("zebra", "tapir"), folder, room) != []


def _take(workspace: Workspace, room: Room, answers: int) -> None:
    for number in range(answers):
        answer(workspace, room.box, {"change": Answer(text=f"{WORDS[0]} {number} {WORDS[1]}")})


def _files_with(words: Sequence[str], folder: Path, room: Room) -> list[str]:
    """The files in a folder that hold any of these words, whatever they are encrypted with."""
    files = loot(folder, room.key, room.lead)
    return [
        name for name, content in files.items() if any(word.encode() in content.lower() for word in words)
    ]


def _copies(content: str, mark: str) -> int:
    """How often it is there. Where a page of the file ends in the middle of it, one of its halves is whole."""
    middle = len(mark) // 2
    return max(content.count(mark[:middle]), content.count(mark[middle:]))


def _all_bytes(folder: Path, room: Room) -> str:
    """All that is in any file, one after the other; the list of free pages is left out, as it repeats pages."""
    files = loot(folder, room.key, room.lead)
    return b"".join(content for name, content in files.items() if "free" not in name).decode("latin-1")


def _questions_of(room: Room, workspace: Workspace) -> tuple[OpenBox, Form]:
    with workspace.unit_of_work() as work:
        return work.boxes.all()[0], work.records.get(Form, room.form)


def _write_at_the_kiosk(window: KioskWindow, *words: str) -> None:
    """Skip what is chosen, write in own words where one can, and stay at the last question."""
    window.begin.wanted.emit()
    said = iter(words)
    while not window.sitting.is_last:
        if window.sitting.item.kind is ItemKind.TEXT:
            assert window.question.asked is not None
            (box,) = window.question.asked.findChildren(QPlainTextEdit)
            QTest.keyClicks(box, next(said))
            window.foot.next_wanted.emit()
        else:
            window.foot.skip_wanted.emit()
    assert list(said) == []


def _raise(error: BaseException) -> None:
    raise error
