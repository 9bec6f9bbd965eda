"""Agenda templates in the window: parts written and put in order, and a new edition that says why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaTemplate, Session
from capture_app.services import keeping
from capture_app.services.entering import Entered
from capture_app.ui.sessions.template_pane import TemplatePane
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.style import Look
from capture_app.ui.unsaved import Unsaved
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.saved_indicator import SavedIndicator, SavedState
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.registers import add_record, control, fill, shown
from tests.helpers.render import settle


@pytest.fixture
def page(entered: Entered, jobs: InlineJobs, look: Look) -> Iterator[SessionsPage]:
    page = SessionsPage(entered.workspace, jobs, look)
    page.resize(1150, 680)
    page.show()
    page.show_part("templates")
    settle(page)
    yield page
    page.hide()
    page.deleteLater()


def kept(jobs: InlineJobs, entered: Entered) -> list[AgendaTemplate]:
    found = in_lane(jobs, partial(keeping.entries, entered.workspace, AgendaTemplate))
    return [one.record for one in found]


def test_a_new_edition_of_a_template_asks_why(page: SessionsPage, entered: Entered, jobs: InlineJobs) -> None:
    pane = page.pane()
    assert isinstance(pane, TemplatePane)
    add_record(pane, {"Title": "Half a day"})
    pane.ask_edition()
    dialog = pane.dialog
    assert dialog is not None
    dialog.verb.click()
    settle(page)
    assert "Say why" in dialog.said()
    QTest.keyClicks(dialog.reason, "More time was asked for.")
    dialog.verb.click()
    settle(page)
    assert not dialog.isVisible()
    assert [(one.edition, one.reason) for one in kept(jobs, entered)] == [
        (1, ""),
        (2, "More time was asked for."),
    ]
    assert shown(pane.form, "Why it changed") == "More time was asked for."
    assert pane.fixed.isHidden()
    made_from_it = Session(id=new_id(), label="Riverside 1", agenda=pane.current)
    jobs.write(partial(keeping.keep, entered.workspace, made_from_it), lambda _done: None, jobs)
    settle(page)
    assert "1 session was made from it." in pane.fixed.accessibleName()
    assert not pane.remove_button.isEnabled()
    assert control_button(pane, "Add a part, Parts in order").isHidden()


def test_parts_of_a_template_are_written_and_put_in_order(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = page.pane()
    add_record(pane, {"Title": "Half a day"})
    for title in ("Welcome", "Groups"):
        QTest.mouseClick(control_button(pane, "Add a part, Parts in order"), Qt.MouseButton.LeftButton)
        settle(page)
        QTest.keyClicks(page.window().focusWidget(), title)
        page.keep_typed()
        settle(page)
    up = [one for one in pane.findChildren(QPushButton) if one.accessibleName() == "Move up"]
    QTest.mouseClick(max(up, key=lambda one: one.mapTo(pane, one.pos()).y()), Qt.MouseButton.LeftButton)
    settle(page)
    (template,) = kept(jobs, entered)
    told = sorted(template.parts.values(), key=lambda part: part.order)
    assert [part.title for part in told] == ["Groups", "Welcome"]


def test_a_number_that_cannot_be_read_is_refused_alone_and_nothing_seems_to_be_saved(
    page: SessionsPage, entered: Entered, jobs: InlineJobs, look: Look
) -> None:
    banner, indicator = Banner(look, "bad", "", parent=page), SavedIndicator(look, parent=page)
    unsaved = Unsaved(banner, indicator, lambda: page)
    unsaved.listen(page)
    pane = page.pane()
    add_record(pane, {"Title": "Half a day"})
    for number in range(5):
        QTest.mouseClick(control_button(pane, "Add a part, Parts in order"), Qt.MouseButton.LeftButton)
        settle(page)
        QTest.keyClicks(page.window().focusWidget(), f"Part {number + 1}")
        if number == 1:
            QTest.keyClicks(minutes(pane)[1], "20 min")
        page.keep_typed()
        settle(page)
    (template,) = kept(jobs, entered)
    told = sorted(template.parts.values(), key=lambda part: part.order)
    assert [(part.title, part.minutes) for part in told] == [(f"Part {n + 1}", None) for n in range(5)]
    assert [one.text() for one in minutes(pane)] == ["", "20 min", "", "", ""]
    assert minutes(pane)[1].accessibleDescription() == "Type a whole number, or leave it empty."
    assert indicator.state is SavedState.NOT_SAVED
    assert "“20 min” is not kept as “Minutes”" in unsaved.sentence
    minutes(pane)[1].selectAll()
    QTest.keyClicks(minutes(pane)[1], "20")
    page.keep_typed()
    settle(page)
    assert (indicator.state, unsaved.sentence) == (SavedState.SAVED, "")
    (template,) = kept(jobs, entered)
    assert [part.minutes for part in template.parts.values() if part.title == "Part 2"] == [20]


def test_going_to_another_template_says_what_was_not_read(page: SessionsPage, look: Look) -> None:
    banner, indicator = Banner(look, "bad", "", parent=page), SavedIndicator(look, parent=page)
    Unsaved(banner, indicator, lambda: page).listen(page)
    pane = page.pane()
    add_record(pane, {"Title": "Half a day"})
    QTest.mouseClick(control_button(pane, "Add a part, Parts in order"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(minutes(pane)[0], "ten")
    page.keep_typed()
    settle(page)
    pane.add()
    settle(page)
    assert "“ten” was not kept as “Minutes”" in pane.trouble.accessibleName()
    assert (minutes(pane), indicator.state) == ([], SavedState.SAVED)


def test_the_reason_of_an_edition_cannot_be_taken_out_afterwards(
    page: SessionsPage, entered: Entered, jobs: InlineJobs
) -> None:
    pane = page.pane()
    assert isinstance(pane, TemplatePane)
    add_record(pane, {"Title": "Half a day"})
    fill(pane.form, {"Why it changed": "Not needed"})
    fill(pane.form, {"Why it changed": ""})
    page.keep_typed()
    settle(page)
    pane.ask_edition()
    assert pane.dialog is not None
    QTest.keyClicks(pane.dialog.reason, "More time was asked for.")
    pane.dialog.verb.click()
    settle(page)
    fill(pane.form, {"Why it changed": ""})
    page.keep_typed()
    settle(page)
    assert [one.reason for one in kept(jobs, entered)] == ["", "More time was asked for."]
    assert "Say why" in control(pane.form, "Why it changed").accessibleDescription()
    assert "cannot be left empty" in pane.form.refused()
    pane.add()
    settle(page)
    assert "“Why it changed” of “Half a day” cannot be left empty" in pane.trouble.accessibleName()


def minutes(pane: QWidget) -> list[QLineEdit]:
    """The fields for minutes, from the top."""
    found = [one for one in pane.findChildren(QLineEdit) if one.accessibleName() == "Minutes"]
    shown = [one for one in found if one.isVisible()]
    return sorted(shown, key=lambda one: one.mapTo(pane, one.pos()).y())


def control_button(pane: object, name: str) -> QPushButton:
    assert isinstance(pane, TemplatePane)
    (found,) = (one for one in pane.findChildren(QPushButton) if one.accessibleName() == name)
    return found
