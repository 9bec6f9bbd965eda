"""Help opens the guide where it speaks of the page one is on, from the disk alone; and the guide is that of docs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from capture_app.paths import resource
from capture_app.ui.help import help_file
from capture_app.ui.help_places import PLACES
from scripts.help_pages import HELP, build
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.helpers.window import Opened

STALE = "run `make help-pages` and commit what it changes"
LINK = re.compile(r'(?:href|src)="([^"]+)"')
ANCHOR = re.compile(r' id="([^"]+)"')


@pytest.fixture
def browsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files a browser was asked to show."""
    asked: list[Path] = []

    def take(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


def pages() -> list[Path]:
    return sorted(resource("help").rglob("*.html"))


def test_the_pages_are_those_of_the_guide(tmp_path: Path) -> None:
    build(tmp_path / "help")
    fresh = {path.relative_to(tmp_path / "help"): path.read_bytes() for path in files(tmp_path / "help")}
    here = {path.relative_to(HELP): path.read_bytes() for path in files(HELP)}
    # By name: to show how two pictures differ would take minutes.
    assert sorted(name for name in here.keys() | fresh.keys() if here.get(name) != fresh.get(name)) == [], (
        STALE
    )


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_every_link_and_picture_of_the_help_is_there_without_a_network(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "<script" not in text
    for target in LINK.findall(text):
        if target.startswith("https://"):
            continue
        name, _hash, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.is_file(), target
        assert not anchor or anchor in ANCHOR.findall(file.read_text("utf-8")), target


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_no_anchor_is_given_twice(page: Path) -> None:
    anchors = ANCHOR.findall(page.read_text("utf-8"))
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("letter", ["A", "C", "lead"])
def test_every_page_of_the_window_has_its_place_in_the_guide(
    opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path, browsed: list[Path], letter: str
) -> None:
    made = home.lead(jobs, tmp_path) if letter == "lead" else home.fresh_laptop(jobs, tmp_path, letter)
    opened.window.opening.entered.emit(made)
    assert opened.window.desk is not None
    for key in opened.window.desk.places():
        opened.window.desk.show_page(key)
        settle(opened.window)
        QTest.keyClick(opened.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        assert browsed[-1].stem == key.partition("/")[0]
        assert browsed[-1].stem in PLACES
        assert browsed[-1].is_file()


def test_where_no_browser_opens_the_window_says_where_the_guide_is(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    opened.window.show_help()
    (told,) = opened.problems_told()
    assert str(help_file("welcome").parent.parent / "index.html") in told
