"""Lists and forms where there is little room: a small laptop, or text at twice its size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from capture_app.services.entering import Entered, plan
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record
from tests.helpers.render import settle


@pytest.fixture
def entered(jobs: InlineJobs, tmp_path: Path) -> Iterator[Entered]:
    path = tmp_path / "riverside.capture"
    made = in_lane(jobs, partial(plan, path, "Riverside and Vale", "Stage one", None)).entered
    yield made
    in_lane(jobs, made.workspace.close)


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[PeoplePage]:
    page = PeoplePage(entered, jobs, look)
    page.show()
    yield page
    page.hide()
    page.deleteLater()


def test_an_empty_list_that_stands_alone_says_what_to_do(page: PeoplePage) -> None:
    pane = page.pane()
    side = pane.list.parentWidget()
    assert side is not None
    said = "No organisations yet. Add one for each body that takes part or answers."
    _fit(page, 1150, 680)
    assert _sentences(side) == []
    _fit(page, 700, 680)
    assert _sentences(side) == [said]
    add_record(pane, {"Name": "Vale Trust"})
    pane.panes.show_pane("first")
    _fit(page, 700, 680)
    assert _sentences(side) == []
    assert pane.list.isVisible()


def test_in_a_low_window_a_form_scrolls_with_all_that_stands_above_it(page: PeoplePage) -> None:
    pane = page.pane()
    _fit(page, 1150, 680)
    add_record(pane, {"Name": "Vale Trust"})
    last = next(one for one in pane.form.findChildren(QAbstractButton) if one.text() == "Add a spelling")
    for height, stays in ((680, True), (320, False), (680, True)):
        _fit(page, 1150, height)
        pane._scroll.ensureWidgetVisible(last)
        assert not last.visibleRegion().isEmpty()
        assert pane.history_button.visibleRegion().isEmpty() is not stays


def _fit(page: PeoplePage, width: int, height: int) -> None:
    page.resize(width, height)
    settle(page)


def _sentences(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(Prose) if one.isVisible()]
