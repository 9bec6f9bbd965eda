"""An attacker with every key and file does not learn in which row an answer stood, nor when or whence it came (F6)."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

import capture_app.domain.heaps
import capture_app.services.answers_in
import capture_app.store.boxes
from capture_app.domain.records import Form
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import WayIn
from capture_app.services.answers_in import bring_in, look_at, read_answer_file
from capture_app.services.handing_over import hand_over
from capture_app.services.questioning import close_box, questionnaires
from capture_app.store.workspace import Workspace
from tests.helpers.attacker import clues, loot, tau
from tests.store.ballot_room import (
    Room,
    marked_sheets,
    type_something,
)
from tests.store.test_attacker import RESPONDENTS, _everything_kept_in, _how_good, _is_chance

FIRST, SHUFFLES, FEW_SHUFFLES = 7, 12, 6
"""The first file has some of them, and the newer one all."""
TIME, ADDRESS, NUMBER, SEED = "2031-11-20 09:05", "10.77.88.", "7731900", "55667788"
"""How the columns about a response begin, of which nothing may be anywhere."""

Sheet = Mapping[str, Answer]


def test_an_attacker_guesses_the_order_of_rows_no_better_than_chance(
    room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He comes by turns while the answers are open, and when they are closed and handed over."""
    guesses = _play(room, folder, SHUFFLES, monkeypatch, ("open", "over"))
    assert any("ballot, place" in clue for clue in guesses)
    bad = {clue: _how_good(found) for clue, found in guesses.items() if not _is_chance(found)}
    assert bad == {}


def test_neither_time_nor_address_nor_number_of_a_row_is_anywhere(
    room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = marked_sheets(RESPONDENTS)
    with _everything_kept_in(folder / "home", room, monkeypatch) as workspace:
        _live_through(room, workspace, folder, list(marked.values()), "over")
    files = loot(folder / "home", room.key, room.lead)
    assert any(next(iter(marked)).encode() in content for content in files.values()), (
        "what was answered is there"
    )
    for kept_out in (TIME, ADDRESS, NUMBER, SEED):
        assert [name for name, content in files.items() if kept_out.encode() in content] == []


def _keep_the_order_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_app.domain.heaps, "_in_order", list)
    monkeypatch.setattr(capture_app.store.boxes, "sorted_answers", tuple)


def _leave_the_file_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_app.services.answers_in, "_leave_nothing_of", Workspace.leave_no_trace)


@pytest.mark.parametrize("leak", [_keep_the_order_of_rows, _leave_the_file_before])
def test_the_attacker_would_notice(
    leak: Callable[[pytest.MonkeyPatch], None], room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak(monkeypatch)
    guesses = _play(room, folder, FEW_SHUFFLES, monkeypatch, ("open",))
    assert [clue for clue, found in guesses.items() if not _is_chance(found)] != []


def _play(
    room: Room, folder: Path, shuffles: int, monkeypatch: pytest.MonkeyPatch, moments: Sequence[str]
) -> dict[str, list[float]]:
    """How good each clue's guess was where the same people stood in the file, each time in another order."""
    marked = marked_sheets(RESPONDENTS)
    chance = random.Random(20310905)
    guesses: dict[str, list[float]] = {}
    for number in range(shuffles):
        order = chance.sample(list(marked), RESPONDENTS)
        home, moment = folder / str(number), moments[number % len(moments)]
        with _everything_kept_in(home, room, monkeypatch) as workspace:
            _live_through(room, workspace, folder, [marked[mark] for mark in order], moment)
            found = clues(home, room.key, room.lead, list(marked)) if moment != "over" else {}
        if moment == "over":
            found = clues(home, room.key, room.lead, list(marked))
        for clue, scores in found.items():
            guesses.setdefault(f"{moment}: {clue}", []).append(tau(order, scores))
        shutil.rmtree(home)
    return guesses


def _live_through(
    room: Room, workspace: Workspace, folder: Path, sheets: Sequence[Sheet], moment: str
) -> None:
    """Bring in the first file, back up, type, bring in the newer one, which the attacker does not have either."""
    path = folder / "export.csv"
    for turn, given in enumerate((sheets[:FIRST], sheets)):
        with workspace.unit_of_work() as work:
            _export(path, work.records.get(Form, room.form), given)
        file = read_answer_file(path)
        looked = look_at(workspace, room.session, room.form, file)
        assert bring_in(workspace, room.session, file, looked).value.count == len(given)
        type_something(workspace, turn)
        workspace.back_up()
    if moment == "over":
        opened = questionnaires(workspace, room.session).open
        close_box(workspace, next(box.id for box in opened if box.way_in is WayIn.FILE))
        hand_over(workspace, workspace.path.parent / "closed.wsbundle")


def _export(path: Path, form: Form, sheets: Sequence[Sheet]) -> None:
    """As LimeSurvey writes it, with all that it knows of who answered when."""
    local, change = form.items["local"], form.items["change"]
    labels = {option.id: option.label for option in local.options}
    heads = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "seed. Seed"]
    heads += ["ipaddr. IP address", f"Q1. {local.prompt}", f"Q1[comment]. {local.prompt} [Comment]"]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([*heads, f"Q2. {change.prompt}"])
        for place, sheet in enumerate(sheets):
            about = [f"{NUMBER}{place}", f"{TIME}:{place:02}", "2", f"{SEED}{place}", f"{ADDRESS}{place}"]
            said = sheet["local"]
            rows.writerow([*about, labels[said.choice], said.reason, sheet["change"].text])
