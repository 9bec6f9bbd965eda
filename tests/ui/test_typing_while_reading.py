"""What was typed stays in sight while the workspace is slow: a reading from before it is not shown over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from capture_app.domain.records import DataProtection
from capture_app.services.entering import Entered, plan
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.held_jobs import HeldJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle


@pytest.fixture
def slow(qapp: QApplication) -> Iterator[HeldJobs]:
    """Jobs of which an error fails the test."""

    def raise_it(error: BaseException) -> None:
        raise error

    made = HeldJobs(raise_it)
    yield made
    made.close()


def test_a_field_that_was_left_is_not_seen_empty_again(slow: HeldJobs, look: Look, tmp_path: Path) -> None:
    entered = in_lane(slow, lambda: plan(tmp_path / "vale.capture", "Vale", "", None)).entered
    page = SetupPage(entered, slow, look)
    page.show_part("card")
    page.show()
    settle(page)
    pane = page.pane()
    first, second = (
        next(one for one in pane.findChildren(QLineEdit) if one.accessibleName() == label)
        for label in ("Controller", "Contact")
    )
    first.setFocus()
    QTest.keyClicks(first, "Vale Trust")
    second.setFocus()
    settle(page)

    QTest.keyClicks(second, "data@vale.invalid")
    slow.hold()
    pane._open(pane.current)
    page.keep_typed()
    seen = [second.text() for _job in slow.let_go()]
    assert len(seen) > 2
    assert set(seen) == {"data@vale.invalid"}
    kept = in_lane(slow, lambda: _card(entered))
    assert (kept.controller, kept.contact) == ("Vale Trust", "data@vale.invalid")
    page.hide()
    page.deleteLater()
    in_lane(slow, entered.workspace.close)


def _card(entered: Entered) -> DataProtection:
    with entered.workspace.unit_of_work() as work:
        (card,) = work.records.all(DataProtection)
    return card
