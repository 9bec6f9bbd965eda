"""Declared interests on the page of setting up: the list says whose each is (A9)."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record
from capture_app.domain.records import Interest, Person
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle


def test_an_interest_with_only_a_person_stands_under_their_name_with_its_words(
    entered: Entered, jobs: InlineJobs, look: Look, request: pytest.FixtureRequest
) -> None:
    rowan = Person(id=person_code(), display="Rowan K.")
    records: tuple[Record, ...] = (
        rowan,
        Interest(id=new_id(), person=rowan.id, part="Evaluator", text="Worked for the trust until 2021."),
    )
    for record in records:
        jobs.write(partial(keeping.keep, entered.workspace, record), lambda _done: None, jobs)
    page = SetupPage(entered, jobs, look)
    request.addfinalizer(page.deleteLater)
    page.show()
    page.show_part("interests")
    settle(page)
    row = page.pane().list.model().index(0, 0)
    said = str(row.data(Qt.ItemDataRole.AccessibleTextRole))
    page.hide()
    assert said == "Rowan K.. Evaluator · Worked for the trust until 2021."
