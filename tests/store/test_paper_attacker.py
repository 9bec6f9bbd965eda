"""An attacker with every key and file learns neither the order of a pile of paper, nor whose an answer is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from statistics import fmean

import pytest

import capture_app.domain.heaps
import capture_app.store.boxes
from capture_app.domain.forms.languages import in_language
from capture_app.domain.ids import new_id
from capture_app.domain.records import Attendance, AttendanceMark, Return
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Grain, Presence, Side, WayIn
from capture_app.services.handing_over import hand_over
from capture_app.services.paper import compared, put_right, type_again
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.store.boxes import Boxes
from capture_app.store.workspace import Workspace
from capture_app.ui.kiosk.sitting import Sitting
from tests.helpers.attacker import clues, tau
from tests.helpers.every_question import EVERY_KIND
from tests.store.ballot_room import Room, marked_sheets, type_something
from tests.store.test_attacker import RESPONDENTS, _everything_kept_in, _how_good, _is_chance

PILES, FEW_PILES, MANY_PILES = 15, 6, 90
SESSIONS, FEW_SESSIONS, MANY_SESSIONS = 6, 4, 60
LINK_SIGMAS = 7
"""How far a way of joining may lie off chance. There are tens of thousands, so more than for a clue on its own: one
of them is so far off in ten million runs."""

Sheet = Mapping[str, Answer]

_STATES = ("closed", "open workspace", "open box")
"""When the attacker comes."""


# The order of the pile


@pytest.mark.timeout(900)
@pytest.mark.parametrize("piles", [PILES, pytest.param(MANY_PILES, marks=pytest.mark.soak, id="many")])
def test_an_attacker_guesses_the_order_of_the_pile_no_better_than_chance(
    piles: int, room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither that in which it was typed first nor that of the second entry, before and after closing."""
    guesses = _type_piles(room, folder, piles, monkeypatch)
    assert "closed, entry 1: database 0: ballot, place" in guesses
    assert {clue: _how_good(found) for clue, found in guesses.items() if not _is_chance(found)} == {}


def _keep_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither an open box nor a closed one is sorted."""
    monkeypatch.setattr(capture_app.domain.heaps, "_in_order", list)
    monkeypatch.setattr(capture_app.store.boxes, "sorted_answers", tuple)


def _leave_the_write_ahead_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "leave_no_trace", lambda _self: None)


def _keep_the_second_entry_in_a_box_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each form typed again is dropped in a box that stays open, unsorted."""
    _keep_order(monkeypatch)
    monkeypatch.setattr(Boxes, "type_again", lambda boxes, _box, one: boxes.drop_in(boxes.all()[0].id, one))


@pytest.mark.parametrize(
    "leak", [_keep_order, _leave_the_write_ahead_log, _keep_the_second_entry_in_a_box_of_its_own]
)
def test_the_attacker_of_a_pile_would_notice(
    leak: Callable[[pytest.MonkeyPatch], None], room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak(monkeypatch)
    guesses = _type_piles(room, folder, FEW_PILES, monkeypatch)
    assert [clue for clue, found in guesses.items() if not _is_chance(found)] != []


def _type_piles(
    room: Room, folder: Path, piles: int, monkeypatch: pytest.MonkeyPatch
) -> dict[str, list[float]]:
    """How good each clue's guess was, of the order of either entry.

    The attacker comes by turns when all is closed, while the workspace is open, and before the box is closed; of a box
    that is open backups are known to tell what came between them, so then there are none. The kiosk's box stays open.
    """
    marked = marked_sheets(RESPONDENTS)
    chance = random.Random(20230906)
    guesses: dict[str, list[float]] = {}
    for number in range(piles):
        state = _STATES[number % len(_STATES)]
        entries = [chance.sample(list(marked), RESPONDENTS) for _entry in range(2)]
        home = folder / str(number)
        with _everything_kept_in(home, room, monkeypatch) as workspace:
            first, second = ([marked[one] for one in entry] for entry in entries)
            close = _type_twice(room, workspace, first, second, backs_up=state != "open box")
            if state != "open box":
                close()
            if state != "closed":
                found = clues(home, room.key, room.lead, list(marked))
        if state == "closed":
            found = clues(home, room.key, room.lead, list(marked))
        for (clue, scores), (turn, entry) in product(found.items(), enumerate(entries, start=1)):
            guesses.setdefault(f"{state}, entry {turn}: {clue}", []).append(tau(entry, scores))
        shutil.rmtree(home)
    return guesses


def _type_twice(
    room: Room, workspace: Workspace, first: Sequence[Sheet], second: Sequence[Sheet], *, backs_up: bool
) -> Callable[[], None]:
    """Two entries with one misread form that is put right, while others type; gives what closes the box."""
    box = open_box(workspace, room.session, room.form, len(first), WayIn.PAPER).value.id
    for turn, form in enumerate(first):
        answer(workspace, box, form)
        type_something(workspace, turn)
        if backs_up and turn % 5 == 2:
            workspace.back_up()
    hand_over(workspace, workspace.path.parent / "halfway.wsbundle")
    for turn, form in enumerate(second):
        misread = {**form, "local": Answer(choice="no", reason="misread")} if turn == 3 else form
        type_again(workspace, box, misread)
        type_something(workspace, turn)
    for pair in compared(workspace, box).pairs:
        put_right(workspace, box, pair, pair.first)

    def close() -> None:
        close_box(workspace, box)
        hand_over(workspace, workspace.path.parent / "closed.wsbundle")

    return close


# Whose an answer is


@dataclass(frozen=True, slots=True)
class _Known:
    """What the attacker has found in one session: clues about answers, clues about people, and the truth."""

    answers: Mapping[str, Mapping[str, object]]
    people: Mapping[str, Mapping[str, object]]
    whose: Mapping[str, str] = field(default_factory=dict)


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "sessions", [SESSIONS, pytest.param(MANY_SESSIONS, marks=pytest.mark.soak, id="many")]
)
@pytest.mark.parametrize("way_in", [WayIn.KIOSK, WayIn.PAPER])
def test_no_answer_is_joined_with_the_return_register_or_the_attendance_list(
    way_in: WayIn, sessions: int, room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everybody is ticked off as here and as having returned a form in the very moment they answer."""
    links = _links(_sessions(room, folder, sessions, way_in, monkeypatch))
    assert "database 0: the_return, place with database 0: ballot, place" in links
    assert {link: fmean(found) for link, found in links.items() if _is_joined(found)} == {}


@pytest.mark.parametrize("way_in", [WayIn.KIOSK, WayIn.PAPER])
def test_the_attacker_would_join_them_if_their_order_were_kept(
    way_in: WayIn, room: Room, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_order(monkeypatch)
    links = _links(_sessions(room, folder, FEW_SESSIONS, way_in, monkeypatch))
    assert [link for link, found in links.items() if _is_joined(found)] != []


def _is_joined(found: Sequence[float]) -> bool:
    variance = 2 * (2 * RESPONDENTS + 5) / (9 * RESPONDENTS * (RESPONDENTS - 1))
    return len(found) > 1 and abs(fmean(found)) >= LINK_SIGMAS * (variance / len(found)) ** 0.5


def _links(sessions: Sequence[_Known]) -> dict[str, list[float]]:
    """Every clue about people with every clue about answers: sorted by both, how well they go together."""
    chance = random.Random(7)
    found: dict[str, list[float]] = {}
    for known in sessions:
        for one, by_person in known.people.items():
            names = chance.sample(
                list(known.whose), len(known.whose)
            )  # where a clue cannot tell, chance does
            ranked = sorted(names, key=lambda name: by_person[name])  # type: ignore[arg-type,return-value]
            order = [known.whose[name] for name in ranked]
            for other, scores in known.answers.items():
                found.setdefault(f"{one} with {other}", []).append(tau(order, scores))
    return found


def _sessions(
    room: Room, folder: Path, count: int, way_in: WayIn, monkeypatch: pytest.MonkeyPatch
) -> list[_Known]:
    sheets = _with_blanks(marked_sheets(RESPONDENTS))
    names = [f"Organisation {mark.upper()}" for mark in marked_sheets(RESPONDENTS + 1)][:RESPONDENTS]
    chance = random.Random(20230907)
    found = []
    for number in range(count):
        whose = dict(zip(names, chance.sample(list(sheets), RESPONDENTS), strict=True))
        home = folder / str(number)
        with _everything_kept_in(home, room, monkeypatch) as workspace:
            _come_and_answer(room, workspace, chance.sample(names, RESPONDENTS), whose, sheets, way_in)
        about = {f"{clue}, blanks": scores for clue, scores in _blanks(sheets).items()}
        answers = {**clues(home, room.key, room.lead, list(sheets)), **about}
        people = {
            clue: scores
            for clue, scores in clues(home, room.key, room.lead, names).items()
            if clue.startswith("database 0")
        }
        found.append(_Known(answers, people, whose))
        shutil.rmtree(home)
    return found


def _with_blanks(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """Some leave out more than others."""
    return {
        mark: {key: one for place, (key, one) in enumerate(sheet.items()) if place == 0 or turn % 3}
        for turn, (mark, sheet) in enumerate(sheets.items())
    }


def _blanks(sheets: Mapping[str, Sheet]) -> dict[str, dict[str, object]]:
    return {"how many answers": {mark: len(sheet) for mark, sheet in sheets.items()}}


def _come_and_answer(
    room: Room,
    workspace: Workspace,
    arrivals: Sequence[str],
    whose: Mapping[str, str],
    sheets: Mapping[str, Sheet],
    way_in: WayIn,
) -> None:
    """At the kiosk they answer as they come; on paper the pile is typed as it lies, and again from below."""
    box = room.box
    if way_in is WayIn.PAPER:
        box = open_box(workspace, room.session, room.form, len(arrivals), way_in).value.id
    for turn, name in enumerate(arrivals):
        _tick_off(workspace, room.session, name, turn)
        answer(workspace, box, sheets[whose[name]])
    if way_in is WayIn.PAPER:
        for name in reversed(arrivals):
            type_again(workspace, box, sheets[whose[name]])
    close_box(workspace, box)
    hand_over(workspace, workspace.path.parent / "closed.wsbundle")


def _tick_off(workspace: Workspace, session: str, name: str, turn: int) -> None:
    with workspace.unit_of_work() as work:
        entry = new_id()
        side = Side.REMOTE if turn % 4 == 0 else Side.ROOM
        work.records.save(
            Attendance(
                id=entry,
                session=session,
                grain=Grain.ORGANISATION,
                listing=name,
                side=side,
                order=f"{turn:02}",
            )
        )
        work.records.save(
            AttendanceMark(
                id=new_id(),
                session=session,
                entry=entry,
                at=f"2023-05-16T09:{turn:02}:00",
                state=Presence.HERE,
                side=side,
            )
        )
        work.records.save(Return(id=new_id(), about=session, listing=name, order=f"{turn:02}"))
        work.commit()


def test_the_language_somebody_read_in_is_in_no_answer() -> None:
    read = []
    for language in ("", "cy"):
        sitting = Sitting(EVERY_KIND)
        sitting.read_in(in_language(EVERY_KIND, language))
        sitting.move(1)
        assert sitting.item.prompt == ("Sut oeddech chi yma?" if language else "How were you here?")
        sitting.put(Answer(choice="o2"))
        read.append(sitting.answers())
    assert read[0] == read[1] == {"how": Answer(choice="o2")}
