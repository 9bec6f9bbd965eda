"""The time in the status bar is that of the last thing written, whichever page or dialog wrote it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.records import Form, Session
from capture_app.domain.vocabulary import FormPurpose
from capture_app.services import keeping, questioning, sessions
from capture_app.services.entering import Entered, enter
from capture_app.ui.desk import Desk
from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog
from capture_app.ui.dialogs.next_pack_dialog import NextPackDialog
from capture_app.ui.laptops_page import LaptopsPage
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.lead_world import in_lane, plan
from tests.helpers.render import settle
from tests.helpers.window import Opened

NOTHING = "Nothing to save yet"
LONG_AGO = datetime(2024, 5, 16, 14, 3, 22)


@pytest.fixture
def entered(opened: Opened, jobs: InlineJobs, tmp_path: Path) -> Entered:
    """The lead's workspace, open in the window."""

    def prepared() -> Entered:
        lead, _session = plan(tmp_path / "lead")
        path = lead.path
        lead.close()
        return enter(path, None)

    found = in_lane(jobs, prepared)
    opened.window.opening.entered.emit(found)
    settle(opened.window)
    return found


def desk_of(opened: Opened) -> Desk:
    assert opened.window.desk is not None
    return opened.window.desk


def said(opened: Opened) -> str:
    """What the status bar says of saving."""
    return desk_of(opened).status.saved.words()


def page_of(opened: Opened, key: str) -> QWidget:
    desk_of(opened).show_page(key)
    settle(opened.window)
    page = desk_of(opened).page()
    assert page is not None
    return page


def test_giving_worksheets_moves_the_time(opened: Opened, entered: Entered, jobs: InlineJobs) -> None:
    page = page_of(opened, "sessions")
    assert isinstance(page, SessionsPage)
    row = next(row for row in entered.sessions if row.groups)
    form = in_lane(jobs, partial(_fresh_form, entered))
    pane = page.session_pane()
    pane.go_to(row.session.id)
    settle(page)
    pane.form.show_page("groups")
    settle(page)
    assert said(opened) == NOTHING
    pane.worksheets.wanted.emit(form)
    given = in_lane(jobs, partial(sessions.worksheets, entered.workspace, row.session.id))
    assert [one.sheet.form for one in given.sheets].count(form) == len(row.groups)
    assert said(opened).startswith("Saved ")


def test_making_packs_and_a_fresh_pack_moves_the_time(
    opened: Opened, entered: Entered, tmp_path: Path
) -> None:
    page = page_of(opened, "laptops")
    assert isinstance(page, LaptopsPage)
    assert said(opened) == NOTHING
    page.make_packs()
    (dialog,) = page.window().findChildren(MakePacksDialog)
    dialog.place.set_path(tmp_path)
    dialog.phrase.set_words("rain on the roof")
    dialog.verb.click()
    assert dialog.paths
    assert said(opened).startswith("Saved ")
    dialog.reject()

    desk_of(opened).status.saved.saved(LONG_AGO)
    page.cards[0].pack_wanted.emit()
    (fresh,) = page.window().findChildren(NextPackDialog)
    fresh.place.set_path(tmp_path / "fresh.wsbundle")
    fresh.phrase.set_words("rain on the roof")
    fresh.verb.click()
    assert "The pack is written" in fresh.said()
    assert said(opened) != "Saved 14:03:22"
    fresh.reject()


def test_what_could_not_be_saved_or_still_waits_is_not_called_saved_by_something_else(
    opened: Opened, entered: Entered, jobs: InlineJobs
) -> None:
    desk, indicator = desk_of(opened), desk_of(opened).status.saved
    write = partial(keeping.keep, entered.workspace, Session(id=new_id(), label="One more"))
    indicator.saved(LONG_AGO)
    indicator.typed()
    jobs.write(write, lambda _done: None, desk)
    assert said(opened) == "Saved 14:03:22", "what is being typed is not on the disk yet"

    desk.unsaved.failed(desk.page(), "The disk is full.")
    jobs.write(write, lambda _done: None, desk)
    assert said(opened) == "Not saved since 14:03:22"
    assert desk.unsaved.sentence == "The disk is full."


def test_nobody_is_told_by_it_when_somebody_answered(
    opened: Opened, entered: Entered, jobs: InlineJobs
) -> None:
    session = entered.sessions[0].session.id

    def box() -> str:
        form = next(
            one
            for one in keeping.entries(entered.workspace, Form)
            if one.record.purpose is FormPurpose.QUESTIONNAIRE
        )
        return questioning.open_box(entered.workspace, session, form.record.id, expected=9).value.id

    opened_box = in_lane(jobs, box)
    desk_of(opened).status.saved.saved(LONG_AGO)
    jobs.write(
        partial(questioning.answer, entered.workspace, opened_box, {}), lambda _done: None, desk_of(opened)
    )
    assert said(opened) == "Saved 14:03:22"


def _fresh_form(entered: Entered) -> str:
    made = Form(id=new_id(), title="One more worksheet")
    keeping.keep(entered.workspace, made)
    return made.id
