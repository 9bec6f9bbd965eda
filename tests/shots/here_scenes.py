"""Who is here: while people come, a name being typed, a part under the rule, nobody yet, and what went wrong."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.domain.ids import new_id
from capture_app.domain.records import AgendaPart, Attendance, SessionRole
from capture_app.domain.vocabulary import Grain, Presence, Rule, Side
from capture_app.services import attending, keeping, running
from capture_app.services.attending import Change, Named, Newcomer
from capture_app.services.entering import Entered
from capture_app.ui.here_page import HerePage
from capture_app.ui.sessions.session_register import PEOPLE
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.session_scenes import with_card
from tests.shots.stage import Scene, Stage

_BEGINS = datetime(2023, 5, 16, 9, 31, 7).astimezone()
CAME = Change(Presence.HERE, Side.ROOM)
_EXPECTED = (
    ("Amara O. (invented)", Side.ROOM),
    ("Dele F. (invented)", Side.ROOM),
    ("Jo M. (invented)", Side.REMOTE),
    ("Rowan K. (invented)", Side.REMOTE),
)


def coming(stage: Stage) -> QWidget:
    """People come: some are here, one has left, one changed from the room to the call."""
    return _page(stage, _filled(stage))[0]


def typing(stage: Stage) -> QWidget:
    """An organisation that nobody expected is typed, and two known ones are offered."""
    window, page = _page(stage, _filled(stage))
    page.bar.begin()
    page.bar.kind.findChildren(QWidget)[1].click()  # type: ignore[attr-defined]
    QTest.keyClicks(page.bar.name, "Ella")
    settle(window)
    return window


def asking(stage: Stage) -> QWidget:
    """How many came of one kind; what was typed is no number."""
    window, page = _page(stage, _filled(stage))
    counted = next(one for one in _rows(stage, _laptop(stage)) if one.row.entry.grain is Grain.CATEGORY)
    page.list.go_to(counted.row.key)
    page.act("here.number")
    page.ask.field.setText("ten")
    page.ask._take()
    settle(window)
    return window


def under_the_rule(stage: Stage) -> QWidget:
    """A part under the Chatham House Rule runs."""
    laptop = _filled(stage)
    parts = in_lane(stage.jobs, partial(running.read_agenda, laptop.workspace, laptop.about.session)).parts
    part = AgendaPart(
        id=new_id(), session=laptop.about.session, title="Feedback", rule=Rule.CHATHAM_HOUSE, order="zz"
    )
    in_lane(stage.jobs, partial(keeping.keep, laptop.workspace, part))
    begin = partial(running.begin, laptop.workspace, laptop.about.session, part.id, _BEGINS)
    in_lane(stage.jobs, begin)
    assert parts
    return _page(stage, laptop)[0]


def nobody(stage: Stage) -> QWidget:
    """Nobody is expected."""
    laptop = _laptop(stage)
    for kind in (Attendance, SessionRole):
        found = in_lane(
            stage.jobs, partial(keeping.entries, laptop.workspace, kind, session=laptop.about.session)
        )
        for one in found:
            in_lane(stage.jobs, partial(keeping.take_away, laptop.workspace, kind, one.record.id))
    return _page(stage, laptop)[0]


def not_kept(stage: Stage) -> QWidget:
    """The disk is full."""
    window, page = _page(stage, _filled(stage))
    page.bar.name.setText("Noor A.")
    page._on_failed(StorageTrouble("The disk is full, so it was not kept. Free some space and try again."))
    settle(window)
    return window


def not_read(stage: Stage) -> QWidget:
    """The list could not be read."""
    window, page = _page(stage, _laptop(stage))
    page.show_not_read(NotPossible("The list could not be read. What was kept is safe."))
    settle(window)
    return window


def kept(stage: Stage) -> QWidget:
    """What came of it at the lead’s: below who was there, each mark in its order."""
    entered = with_card(stage, stage.lead())
    session = max(entered.sessions, key=lambda row: row.lines).session.id
    found = in_lane(stage.jobs, partial(attending.read_here, entered.workspace, session))
    moves = (CAME, Change(side=Side.REMOTE), Change(Presence.LEFT))
    for place, named in enumerate(found.rows[:6]):
        for step, change in enumerate(moves[: 1 + place % 3]):
            _mark(stage, entered, named, place + 40 * step, change)
    return _of_the_lead(stage, entered, session)


def kept_twice(stage: Stage) -> QWidget:
    """Two laptops each put the same walk-in on the list."""
    entered = with_card(stage, stage.lead())
    session = max(entered.sessions, key=lambda row: row.lines).session.id
    newcomer = Newcomer(listing="Rowan K., Ellas (invented)")
    for _laptop_of_two in range(2):
        job = partial(attending.walk_in, entered.workspace, session, newcomer, Side.ROOM, _BEGINS)
        in_lane(stage.jobs, job)
    return _of_the_lead(stage, entered, session)


def _of_the_lead(stage: Stage, entered: Entered, session: str) -> QWidget:
    window = stage.window(entered)
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    page.go_to("sessions", session)
    page.session_pane().panes.show_pane("second")
    page.session_pane().form.show_page(PEOPLE)
    settle(window)
    page.session_pane().kept.button.click()
    settle(window)
    return window


def _laptop(stage: Stage) -> Entered:
    return stage.laptop("C")


def _filled(stage: Stage) -> Entered:
    laptop = _laptop(stage)
    for order, (name, side) in enumerate(_EXPECTED):
        entry = Attendance(
            id=new_id(),
            session=laptop.about.session,
            grain=Grain.PERSON,
            listing=name,
            side=side,
            order=f"zz{order}",
        )
        in_lane(stage.jobs, partial(keeping.keep, laptop.workspace, entry))
    rows = _rows(stage, laptop)
    groups = in_lane(stage.jobs, partial(attending.read_here, laptop.workspace, laptop.about.session)).groups
    for place, named in enumerate(rows[::2]):
        side = next(iter(named.row.sides), Side.REMOTE if place % 3 == 2 else Side.ROOM)
        count = named.row.entry.count or 2 if named.row.entry.grain is Grain.CATEGORY else None
        group = groups[place % len(groups)].id if named.row.entry.grain is Grain.PERSON else None
        _mark(stage, laptop, named, place, Change(Presence.HERE, side, group, count))
    _mark(stage, laptop, rows[0], 20, Change(side=Side.REMOTE))
    _mark(stage, laptop, rows[2], 40, Change(Presence.LEFT))
    return laptop


def _rows(stage: Stage, laptop: Entered) -> tuple[Named, ...]:
    return in_lane(stage.jobs, partial(attending.read_here, laptop.workspace, laptop.about.session)).rows


def _mark(stage: Stage, laptop: Entered, named: Named, minutes: int, change: Change) -> None:
    at = _BEGINS + timedelta(minutes=minutes)
    in_lane(stage.jobs, partial(attending.mark, laptop.workspace, named.row, at, change))


def _page(stage: Stage, laptop: Entered) -> tuple[QWidget, HerePage]:
    window = stage.window(laptop)
    page = stage.page(window, "here")
    assert isinstance(page, HerePage)
    page._now = lambda: _BEGINS + timedelta(minutes=45)
    page._show_time()
    settle(window)
    return window, page


HERE_SCENES: dict[str, Scene] = {
    "15-here": coming,
    "15-here-typing": typing,
    "15-here-number": asking,
    "15-here-rule": under_the_rule,
    "15-here-empty": nobody,
    "15-here-error": not_kept,
    "15-here-not-read": not_read,
    "15-here-kept": kept,
    "15-here-kept-twice": kept_twice,
}
