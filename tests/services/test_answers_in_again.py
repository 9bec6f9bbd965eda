"""A file of answers that comes again, is taken out again, or was closed on two laptops: nobody counts twice (F6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from capture_app.domain import heaps
from capture_app.domain.errors import NotPossible
from capture_app.domain.records import Session
from capture_app.domain.vocabulary import WayIn
from capture_app.reports.telling import report_of
from capture_app.services.answer_profiles import profile_of
from capture_app.services.answers_in import Brought, Chosen, bring_in, look_at, read_answer_file, take_out
from capture_app.services.answers_in_words import left_out_words
from capture_app.services.erasing import erase_record
from capture_app.services.keeping import keep
from capture_app.services.questioning import answer, close_box, open_box, questionnaires
from capture_app.services.reporting import synthesis_document
from capture_app.services.shown_results import form_results
from capture_app.services.synthesising import synthesis
from capture_app.services.undecided import undecided
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.answer_exports import ASKED, GOOGLE, LIMESURVEY, PLAIN, Rows, as_csv
from tests.helpers.pack_world import PackWorld, pack_world

FORM = replace(ASKED, id="0190a000-0000-7000-8000-0000000000f1")
SAID = "Wheelchairs-do-not-fit"
"""What one person wrote, and nobody else."""


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "laptop"
    folder.mkdir()
    workspace = new_workspace(folder / "laptop.capture", None).workspace
    keep(workspace, Session(id="session", label="Sectoral 5"))
    keep(workspace, FORM)
    yield workspace
    workspace.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[PackWorld]:
    with pack_world(tmp_path) as found:
        keep(found.lead, FORM)
        yield found


def written(folder: Path, rows: Rows, name: str = "answers.csv") -> Path:
    path = folder / name
    path.write_text(as_csv(rows), encoding="utf-8")
    return path


def brought(
    laptop: Workspace,
    path: Path,
    session: str = "session",
    chosen: Chosen = Chosen(),  # noqa: B008 frozen
) -> Brought:
    read = read_answer_file(path)
    looked = look_at(laptop, session, FORM.id, read, chosen)
    return bring_in(laptop, session, read, looked).value


def box_of(laptop: Workspace, session: str = "session") -> str:
    (opened,) = questionnaires(laptop, session).open
    return opened.id


@pytest.fixture(autouse=True)
def legible(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in an open box is found by its words."""
    monkeypatch.setattr(heaps, "PRESSED", 0)


def files_with(folder: Path, words: str) -> list[str]:
    """The files in which some words stand, of a workspace that is not encrypted, its backups and what is beside it."""
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def withdrawn(tmp_path: Path) -> tuple[Path, Path]:
    """A file, and a newer export from which one person took back what they said."""
    older = written(tmp_path, [*GOOGLE, ("2026/11/20", "Yes", "", "", "", "", SAID)], "older.csv")
    return older, written(tmp_path, [*GOOGLE, GOOGLE[1]], "newer.csv")


def test_the_same_file_adds_nothing_open_or_closed_and_says_so(laptop: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, GOOGLE)
    assert brought(laptop, path) == Brought(3)
    box = box_of(laptop)
    assert brought(laptop, path) == Brought(3, there_already=True)
    assert box_of(laptop) == box
    close_box(laptop, box)
    assert brought(laptop, path) == Brought(3, there_already=True)
    assert [one.count for one in questionnaires(laptop, "session").closed] == [3]
    assert questionnaires(laptop, "session").open == ()


def test_the_same_file_read_otherwise_takes_its_own_place(laptop: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path, LIMESURVEY)
    assert brought(laptop, path) == Brought(3)
    assert brought(laptop, path, chosen=Chosen(with_unfinished=True)) == Brought(4)
    assert [one.count for one in questionnaires(laptop, "session").open] == [4]


def test_a_newer_export_replaces_the_one_before_without_a_trace(laptop: Workspace, tmp_path: Path) -> None:
    """Not in the file, not beside it, and in no backup: two versions would tell who came between."""
    older, newer = withdrawn(tmp_path)
    folder = laptop.path.parent
    brought(laptop, older)
    laptop.back_up()
    assert len(files_with(folder, SAID)) >= 2, (
        "in the workspace and in a backup, as long as it is what there is"
    )
    assert brought(laptop, newer) == Brought(4)
    assert files_with(folder, SAID) == []
    assert files_with(folder, older.name) == []
    closed = close_box(laptop, box_of(laptop)).value
    assert (closed.source, closed.count) == (newer.name, 4)


def test_answers_that_are_taken_out_leave_nothing_and_the_file_can_come_again(
    laptop: Workspace, tmp_path: Path
) -> None:
    older, _newer = withdrawn(tmp_path)
    brought(laptop, older)
    laptop.back_up()
    take_out(laptop, box_of(laptop))
    assert questionnaires(laptop, "session").open == ()
    for words in (SAID, older.name, read_answer_file(older).sha256):
        assert files_with(laptop.path.parent, words) == []
    assert brought(laptop, older) == Brought(4)


def test_only_open_answers_of_a_file_can_be_taken_out(laptop: Workspace, tmp_path: Path) -> None:
    kiosk = open_box(laptop, "session", FORM.id, 20).value.id
    answer(laptop, kiosk, {})
    with pytest.raises(NotPossible, match="Only answers of a file"):
        take_out(laptop, kiosk)
    brought(laptop, written(tmp_path, GOOGLE))
    of_file = next(one for one in questionnaires(laptop, "session").open if one.way_in is WayIn.FILE)
    close_box(laptop, of_file.id)
    with pytest.raises(NotPossible, match="Only answers of a file"):
        take_out(laptop, of_file.id)
    assert [one.count for one in questionnaires(laptop, "session").closed] == [3]


@pytest.mark.parametrize("people", [2, 3])
def test_what_one_or_two_people_wrote_is_not_remembered_and_taking_out_forgets_the_rest(
    laptop: Workspace, tmp_path: Path, people: int
) -> None:
    path = written(tmp_path, [("Was it useful?",), ("Yes",), *[("So so",)] * people])
    brought(laptop, path, chosen=Chosen(meant={"useful": {"So so": "o2"}}))
    with laptop.unit_of_work() as work:
        assert profile_of(work, FORM.id).meanings == ({"useful": {"So so": "o2"}} if people > 2 else {})
    take_out(laptop, box_of(laptop))
    assert files_with(laptop.path.parent, "So so") == []


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([*PLAIN[:1], PLAIN[1], PLAIN[1]], 0),
        ([*GOOGLE[:1], GOOGLE[1], GOOGLE[1]], 1),
        ([("Was it useful?",), ("Yes",), ("Yes",)], 0),
    ],
    ids=["no column about the response", "within one second", "one question"],
)
def test_two_people_whose_rows_are_alike_to_the_letter_both_count(
    laptop: Workspace, tmp_path: Path, rows: Rows, told: int
) -> None:
    path = written(tmp_path, rows)
    read = read_answer_file(path)
    looked = look_at(laptop, "session", FORM.id, read)
    assert (
        sum("like another, time and all. Both are counted" in one for one in left_out_words(read, looked))
        == told
    )
    assert brought(laptop, path) == Brought(2)
    close_box(laptop, box_of(laptop))
    useful = form_results(laptop, "session", FORM.id).questions[0].counted
    assert [(one.label, one.count) for one in useful.counts] == [("Yes", 2), ("Maybe", 0), ("No", 0)]


def closed_on(world: PackWorld, label: str, path: Path, chosen: Chosen = Chosen()) -> None:  # noqa: B008 frozen
    """A laptop of its own brings a file in, closes it, and hands over."""
    laptop = world.laptop(label)
    brought(laptop, path, world.session, chosen)
    close_box(laptop, box_of(laptop, world.session))
    world.bring(laptop, label)
    laptop.close()


def doubts(world: PackWorld) -> list[str]:
    with world.lead.unit_of_work() as work:
        said = [one.words for one in undecided(work, world.session, date(2026, 5, 1))]
    return [one for one in said if FORM.title in one]


def test_a_file_that_two_laptops_closed_is_counted_once_and_told(world: PackWorld, tmp_path: Path) -> None:
    """They read it otherwise; the one with more answers counts, whichever came first."""
    path = written(tmp_path, LIMESURVEY)
    closed_on(world, "Laptop B", path, Chosen(with_unfinished=True))
    assert doubts(world) == []
    closed_on(world, "Laptop C", path)
    found = form_results(world.lead, world.session, FORM.id)
    assert ([box.count for box in found.boxes], [box.count for box in found.again]) == ([4], [3])
    assert sum(one.count for one in found.questions[0].counted.counts) == 3
    evidence = [one.text for one in synthesis(world.lead, world.session).evidence]
    assert sum("and the stairs" in text for text in evidence) == 1
    (told,) = doubts(world)
    assert "read in different ways. The reading with 4 answers counts" in told
    document = synthesis_document(world.lead, world.session)
    (result,) = document.questionnaires
    assert (result.count, result.again) == (4, True)
    assert "was brought in and closed more than once" in str(report_of(document))
    erase_record(world.lead, told.split()[-1])
    assert [box.count for box in form_results(world.lead, world.session, FORM.id).boxes] == [3]
    assert doubts(world) == []


def test_a_file_that_two_laptops_read_alike_is_counted_once_and_told(
    world: PackWorld, tmp_path: Path
) -> None:
    path = written(tmp_path, LIMESURVEY)
    for label in ("Laptop B", "Laptop C"):
        closed_on(world, label, path)
    assert doubts(world) == [
        "The same file of answers to “Before you go” was closed more than once. It is counted once."
    ]


def test_of_two_files_and_of_one_in_two_sessions_it_is_told_that_people_may_count_twice(
    world: PackWorld, tmp_path: Path
) -> None:
    closed_on(world, "Laptop B", written(tmp_path, GOOGLE[:3], "older.csv"))
    closed_on(world, "Laptop C", newer := written(tmp_path, GOOGLE, "newer.csv"))
    assert doubts(world) == [
        "Answers to “Before you go” were closed from several files: who is in two of them counts twice."
    ]
    keep(world.lead, Session(id="other", label="Plenary"))
    assert look_at(world.lead, "other", FORM.id, read_answer_file(newer)).elsewhere
    brought(world.lead, newer, "other")
    close_box(world.lead, box_of(world.lead, "other"))
    assert doubts(world)[1:] == [
        "The file with answers to “Before you go” is in at “Plenary” too: its people count twice."
    ]
    assert form_results(world.lead, world.session, FORM.id).rate.answered == 5
