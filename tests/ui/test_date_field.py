"""A date in a form: what is told of it while it is typed and afterwards, and what is kept (B3)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit

from capture_app.services.entering import Entered
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.setup_page import SetupPage
from capture_app.ui.style import Look
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.registers import control, fill
from tests.helpers.render import settle

HELP = "Empty while it is not sent."


@pytest.fixture
def pane(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[RegisterPane]:
    """Briefings on the page of setting up, one begun."""
    page = SetupPage(entered, jobs, look)
    page.show()
    page.show_part("briefings")
    settle(page)
    pane = page.pane()
    pane.add()
    settle(pane)
    yield pane
    page.hide()
    page.deleteLater()


def typed(pane: RegisterPane, words: str) -> QLineEdit:
    """The field with this in it."""
    fill(pane.form, {"Sent on": words})
    found = control(pane.form, "Sent on")
    assert isinstance(found, QLineEdit)
    return found


def kept(pane: RegisterPane) -> None:
    """What was typed is kept, and shown anew."""
    pane.keep_typed()
    settle(pane)


def test_how_a_date_is_read_is_told_beside_the_help_also_once_it_is_kept(pane: RegisterPane) -> None:
    told = f"Read as 3 May 2024. {HELP}"
    field = typed(pane, "3 May 2024")
    assert field.accessibleDescription() == told
    kept(pane)
    first = pane.current
    assert field.accessibleDescription() == told
    pane.add()
    settle(pane)
    assert field.accessibleDescription() == HELP
    pane.go_to(first)
    settle(pane)
    assert field.accessibleDescription() == told
