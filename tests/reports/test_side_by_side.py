"""Many documents at once are the same documents, whatever becomes of the processes that write them."""

from multiprocessing import active_children
from pathlib import Path

import pytest

from capture_app.paths import resource
from capture_app.reports.making import file_of
from capture_app.reports.side_by_side import FEW, Wanted, files_of
from capture_app.words import SOURCE, speak
from tests.helpers.pseudo import write_pseudo
from tests.reports.conftest import Written


@pytest.fixture
def wanted(example: Written) -> list[Wanted]:
    """More than a few small files."""
    report = example.reports["run-sheet"]
    return [(report, ending) for ending in ("pdf", "docx", "html")] * (FEW // 3 + 1)


def test_many_are_byte_for_byte_what_each_would_be_alone_and_in_order(wanted: list[Wanted]) -> None:
    assert list(files_of(wanted)) == [file_of(*one) for one in wanted]


def test_processes_that_are_ended_from_outside_lose_no_document(wanted: list[Wanted]) -> None:
    files = files_of(wanted)
    found = [next(files)]
    for process in active_children():
        process.kill()
    found += files
    assert found == [file_of(*one) for one in wanted]


def test_whoever_stops_asking_leaves_no_process_behind(wanted: list[Wanted]) -> None:
    files = files_of(wanted)
    next(files)
    files.close()
    assert active_children() == []


def test_the_processes_speak_the_language_of_the_program(wanted: list[Wanted], tmp_path: Path) -> None:
    speak(write_pseudo(tmp_path), tmp_path)
    try:
        assert list(files_of(wanted)) == [file_of(*one) for one in wanted]
        assert file_of(*wanted[0]) != _in_english(wanted[0])
    finally:
        speak(SOURCE, resource("i18n"))


def _in_english(one: Wanted) -> bytes:
    speak(SOURCE, resource("i18n"))
    return file_of(*one)
