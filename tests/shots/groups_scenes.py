"""Who sits in which group of a session: proposed, with a wish that cannot be kept, and before anybody is expected."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtWidgets import QWidget

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Attendance, Group, GroupWish, Person, SessionRole
from capture_app.domain.vocabulary import Grain, GroupMode, Side
from capture_app.services import keeping
from capture_app.ui.main_window import MainWindow
from capture_app.ui.people_page import PeoplePage
from capture_app.ui.sessions.session_pane import SessionPane
from capture_app.ui.sessions.session_register import GROUPS
from capture_app.ui.sessions_page import SessionsPage
from capture_app.ui.widgets.scroll import ScrollColumn
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import with_card
from tests.shots.stage import Stage

ROOM = ("Amara O.", "Dele A.", "Kit", "Noor", "Rowan K.", "Sol M.", "Wren", "Zola B.")
CALL = ("Bea", "Ines R.", "Jo M.", "Lior")


def before(stage: Stage) -> QWidget:
    """Everybody is expected, and nobody has a group."""
    window, _pane = _expected(stage, ())
    return window


def proposed(stage: Stage) -> QWidget:
    """Room, call and a mixed group, and every wish kept."""
    window, pane = _expected(stage, (("Amara O.", "Dele A."), ("Kit", "Noor")))
    pane.groups.propose_button.click()
    return _at_groups(window, pane)


def not_kept(stage: Stage) -> QWidget:
    """Four on the call who would all rather sit apart, and three groups that suit them."""
    window, pane = _expected(stage, tuple(combinations(CALL, 2)))
    pane.groups.anew_button.show()
    pane.groups.propose(anew=True)
    return _at_groups(window, pane)


def in_confidence(stage: Stage) -> QWidget:
    """Which wish that is."""
    window = not_kept(stage)
    assert isinstance(window, MainWindow)
    page = stage.page(window, "people")
    assert isinstance(page, PeoplePage)
    page.show_part("wishes")
    settle(window)
    return window


def nobody(stage: Stage) -> QWidget:
    """Where nobody is expected yet."""
    window, _shown = _pane(stage, [])
    return window


def _expected(stage: Stage, apart: tuple[tuple[str, str], ...]) -> tuple[MainWindow, SessionPane]:
    people = {name: Person(id=person_code(), display=name) for name in (*ROOM, *CALL)}
    wishes = [
        GroupWish(id=new_id(), person=people[one].id, apart_from=people[other].id) for one, other in apart
    ]
    return _pane(stage, [*people.values(), *wishes])


def _pane(stage: Stage, records: list[Record]) -> tuple[MainWindow, SessionPane]:
    entered = with_card(stage, stage.lead())
    session = max(entered.sessions, key=lambda row: row.lines).session.id

    def keep() -> None:
        for one in keeping.entries(entered.workspace, Attendance, session=session):
            keeping.take_away(entered.workspace, Attendance, one.record.id)
        for role in keeping.entries(entered.workspace, SessionRole, session=session):
            keeping.take_away(entered.workspace, SessionRole, role.record.id)
        for record in (*records, *_around(session, records)):
            keeping.keep(entered.workspace, record)

    in_lane(stage.jobs, keep)
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", session)
    pane = page.session_pane()
    pane.panes.show_pane("second")
    pane.form.show_page(GROUPS)
    settle(window)
    _at_groups(window, pane)
    return window, pane


def _around(session: RecordId, records: list[Record]) -> list[Record]:
    """Their entries on the list, and three groups more than the room has, one of which sits nobody knows where."""
    entries: list[Record] = [
        Attendance(
            id=new_id(),
            session=session,
            grain=Grain.PERSON,
            person=one.id,
            side=Side.REMOTE if one.display in CALL else Side.ROOM,
        )
        for one in records
        if isinstance(one, Person)
    ]
    call = Group(id=new_id(), session=session, label="On the call", mode=GroupMode.REMOTE, order="x")
    mixed = Group(id=new_id(), session=session, label="Together", mode=GroupMode.MIXED, order="y")
    unsaid = Group(id=new_id(), session=session, label="Evening", mode=GroupMode.NOT_STATED, order="z")
    return [*entries, call, mixed, unsaid]


def _at_groups(window: MainWindow, pane: SessionPane) -> MainWindow:
    settle(window)
    for area in pane.findChildren(ScrollColumn):
        inner = area.widget()
        if inner is not None and area.isAncestorOf(pane.groups):
            top = pane.groups.mapTo(inner, pane.groups.rect().topLeft()).y()
            area.verticalScrollBar().setValue(top)
    settle(window)
    return window


GROUPS_SCENES = {
    "07-sessions-groups-before": before,
    "07-sessions-groups-proposed": proposed,
    "07-sessions-groups-not-kept": not_kept,
    "07-sessions-groups-in-confidence": in_confidence,
    "07-sessions-groups-nobody": nobody,
}
