"""A lead's first consultation, as the guide walks through it: two sessions, groups, worksheets, the first packs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.records import Form, Group, Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import FormPurpose, GroupMode, Mode
from capture_app.services.entering import Entered, sessions
from capture_app.services.keeping import keep
from capture_app.services.sessions import give_each_group
from capture_app.services.starters import add_starters, starters
from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog
from capture_app.ui.sessions.session_register import GROUPS
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import just_planned, with_card
from tests.shots.stage import Scene, Stage

HOME = Path("/home/ines/Documents")
DAYS = (("Workshop 1", "7 June 2027"), ("Workshop 2", "21 June 2027"))


def first_groups(stage: Stage) -> QWidget:
    """The groups of the first session, each with its worksheet."""
    window = stage.window(_first(stage))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.session_pane().panes.show_pane("second")
    page.session_pane().form.show_page(GROUPS)
    settle(window)
    return window


def first_packs(stage: Stage) -> QWidget:
    """Three laptops are proposed, and who holds them is filled in."""
    entered = _first(stage)
    row = in_lane(stage.jobs, lambda: sessions(entered.workspace))[0]
    look, folder = stage.preferences.look, HOME
    dialog = MakePacksDialog(look, entered.workspace, row, stage.jobs, folder=folder)
    for laptop, holder in zip(dialog.rows, ("Noor A.", "Jo M.", "Tam O."), strict=True):
        laptop.holder.setText(holder)
    dialog.phrase.set_words("four words of yours")
    return stage.shown(dialog)


def bare_packs(stage: Stage) -> QWidget:
    """A group has no worksheet, and another no label."""
    entered = _first(stage)
    row = in_lane(stage.jobs, lambda: sessions(entered.workspace))[0]
    for label, order in (("Group Heron", "98"), ("", "99")):
        group = Group(id=new_id(), session=row.session.id, label=label, order=order)
        in_lane(stage.jobs, partial(keep, entered.workspace, group))
    row = in_lane(stage.jobs, lambda: sessions(entered.workspace))[0]
    return stage.shown(
        MakePacksDialog(stage.preferences.look, entered.workspace, row, stage.jobs, folder=HOME)
    )


def packs_written(stage: Stage) -> QWidget:
    """Three files, each with whom it is for."""
    dialog = first_packs(stage)
    assert isinstance(dialog, MakePacksDialog)
    dialog.place.set_path(stage.new_folder())
    dialog.verb.click()
    return dialog


def _first(stage: Stage) -> Entered:
    entered = with_card(stage, just_planned(stage))
    in_lane(stage.jobs, lambda: _fill(entered))
    return entered


def _fill(entered: Entered) -> None:
    add_starters(entered.workspace)
    worksheet = next(
        form for form in starters() if isinstance(form, Form) and form.purpose is FormPurpose.WORKSHEET
    )
    for label, day in DAYS:
        date = DateGiven(given=day, edtf=f"2027-06-{day.split()[0]:0>2}")
        session = Session(id=new_id(), label=label, date=date, mode=Mode.HYBRID)
        keep(entered.workspace, session)
        for name, order in zip(("Group 1", "Group 2"), spread(2), strict=True):
            mode = GroupMode.ROOM if name == "Group 1" else GroupMode.REMOTE
            group = Group(id=new_id(), session=session.id, label=name, mode=mode, order=order)
            keep(entered.workspace, group)
        give_each_group(entered.workspace, session.id, worksheet.id)


GUIDE_SCENES: dict[str, Scene] = {
    "13-first-groups": first_groups,
    "13-first-packs": first_packs,
    "13-packs-bare": bare_packs,
    "13-packs-written": packs_written,
}
