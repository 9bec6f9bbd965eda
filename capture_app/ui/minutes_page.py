"""One taker's minutes, part by part: when, what kind, what was said, and under which rule (E1, E2, E3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Line
from capture_app.domain.vocabulary import LineKind, Rule, Side
from capture_app.services.handing_on import now_takes_minutes
from capture_app.services.whereabouts import Spot
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.agenda import running
from capture_app.ui.capture.capture_page import CapturePage, Room
from capture_app.ui.capture.capture_pane import ListKind, Setting
from capture_app.ui.capture.faces import minutes_face
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.capture.meeting_files import place_in_minutes
from capture_app.ui.capture.minutes_header import MinutesHeader
from capture_app.ui.capture.minutes_reading import MinutesTold, read_minutes, so_far
from capture_app.ui.capture.names_banner import NamesBanner, take_out
from capture_app.ui.capture.rule_banner import RuleBanner, locked_names_words
from capture_app.ui.capture.so_far_card import SoFarSide
from capture_app.ui.capture.trouble import NotRead
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.legend import LegendGroup
from capture_app.words import _

_TYPED = (LineKind.QUOTATION, LineKind.QUESTION, LineKind.DECISION, LineKind.ACTION, LineKind.SCRIBE_NOTE)
_KIND_CODES = tuple(f"kind.{kind}" for kind in _TYPED)
_SIDES = tuple(f"side.{side}" for side in Side)
_LINES = ("line.next", "line.indent", "line.outdent", "line.up", "line.down", "line.set_aside", "line.hands")
_ASKED = ("line.action", "line.trouble")
_PAGE = ("question.next", "question.previous", "status.say")
_ACTIONS = frozenset(
    (*_KIND_CODES, "kind.choose", *_SIDES, *_LINES, *_ASKED, *_PAGE, "mark.theme", "edit.undo", "edit.redo")
)
_KINDS = frozenset(("Minutes", "Line", "LineTheme", "Theme", "ThemeLabel", "AgendaPart", "Session"))
_TICK = 10_000
"""Milliseconds between looks at the clock; the words change once a minute."""


class MinutesPage(CapturePage):
    """The minutes of one session on this laptop. Signals and `settle` are those of every capture page."""

    def __init__(
        self,
        workspace: Workspace,
        session_id: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keymap: KeyMap | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        setting = Setting(workspace, jobs, keymap or KeyMap(), now)
        super().__init__(setting, ListKind(minutes_face, True, _ACTIONS), _legend(Rule.OPEN), look, parent)
        self._workspace, self._session_id, self._now = workspace, session_id, now
        self._told: MinutesTold | None = None
        self._part: AgendaPart | None = None
        self._wants_focus = False
        self._wanted_part: RecordId | None = None
        caps = (setting.keymap["line.trouble"].cap, setting.keymap["lines.file"].cap)
        self.header, self.banner = MinutesHeader(look, *caps), RuleBanner(look)
        self.names = NamesBanner(look)
        self.side, self._not_read = SoFarSide(look), NotRead(look)
        self._build()
        self._connect()
        self.set_look(look)
        self._read()

    def focus_first(self) -> None:
        """Go to where one writes, as soon as it is there."""
        self._wants_focus = True
        if self._told is not None:
            self._go_to_work()

    def header_part(self) -> RecordId:
        """The id of the part shown; empty where the session has none."""
        return self._part.id if self._part else ""

    def show_part(self, part: RecordId) -> None:
        """Turn to a part; the line in hand is kept first."""
        self._wants_focus = True
        found = next((one for one in self._parts() if one.id == part), None)
        if found is None or found == self._part:
            self._go_to_work()
            return
        self._part = found
        self._turn()
        self._read()

    def show_record(self, _kind: str, record: RecordId, spot: Spot) -> None:
        """Turn to a line of these minutes."""
        self.go_to_line(record)
        self._wanted_part = spot.part
        if self._told is not None:
            self.show_part(spot.part)

    def _build(self) -> None:
        body = QWidget()
        self._row, self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight, body), QVBoxLayout()
        self._top = QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        for layout in (self._row, self._main):
            layout.setSpacing(0)
        self._top.setSpacing(self._look.px(8))
        self._top.addWidget(self.banner)
        self._top.addWidget(self.names)
        self._main.addLayout(self._top)
        self._main.addWidget(self.pane, 1)
        self._main.addWidget(self._not_read, 1)
        self._not_read.hide()
        self._row.addLayout(self._main, 1)
        self._row.addWidget(self.side)
        self.build(self.header, body)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()

    def _connect(self) -> None:
        self.answer(
            {
                "question.next": partial(self._step, 1),
                "question.previous": partial(self._step, -1),
                "status.say": self._say_status,
            }
        )
        self.room_changed.connect(self._arrange)
        self.hand_on.keep_with(partial(now_takes_minutes, self._workspace, self._session_id))
        self.hand_on.gone_on.connect(self._on_gone_on)
        self.header.part_chosen.connect(self.show_part)
        self.names.wanted.connect(self._on_names_out)
        self.header.trouble_wanted.connect(self._on_trouble)
        self.header.file_wanted.connect(self.files.choose)
        self.pane.counted.connect(self._show_counts)
        self._not_read.again.connect(self._read)
        self._jobs.changed.connect(self._on_changed)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        super().set_look(look)
        narrow, page = self.room is Room.NARROW, look.px(look.theme.space.page)
        side, right = (0, 0) if narrow else (page, look.px(20))
        foot = 0 if narrow else look.px(14)
        self._main.setContentsMargins(side, 0 if narrow else look.px(14), right, foot)
        told = self.banner.isVisibleTo(self) or self.names.isVisibleTo(self)
        below = look.px(12) if told else 0
        self._top.setContentsMargins(
            *((look.px(12), look.px(8)) * 2 if narrow and below else (0, 0, 0, below))
        )

    def _arrange(self, room: Room) -> None:
        wide = room is Room.WIDE
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.side.stand_beside(wide)
        self.side.setVisible(room is not Room.NARROW)
        self.banner.set_short(room is Room.NARROW)
        for button in (self.header.trouble, self.header.file):
            button.setVisible(room is not Room.NARROW)  # their keys still work
        self.pane.set_framed(room is not Room.NARROW)
        self.set_look(self._look)

    # What the workspace tells.

    def _read(self) -> None:
        job = partial(read_minutes, self._workspace, self._session_id)
        self._jobs.write(job, self._on_told, self, self, on_error=self._show_not_read)

    def _on_told(self, told: MinutesTold) -> None:
        first = self._told is None
        self._told = told
        self.pane.themes.set_themes(told.themes)
        self._not_read.hide()
        self.side.setVisible(self.room is not Room.NARROW)
        for part in (self.pane, self.legend):
            part.show()
        if first:
            self._part = self._first_part(told)
            self._turn()
        else:
            self._part = next(
                (one for one in self._parts() if self._part and one.id == self._part.id), self._part
            )
        self.header.show_part(told.view, self._part)
        self.show_content_note(told.view.session.content_note)
        self.files.place = place_in_minutes(told.view, self._part)
        self.pane.show_lines(told.lines)
        self._show_counts()
        self._show_names()
        self._go_to_work()

    def _show_not_read(self, error: BaseException) -> None:
        if self._told is not None:
            self.tell_stale(error)
            return
        self._not_read.show()  # first, so that the keyboard finds a place on the page
        for part in (self.pane, self.side, self.legend):
            part.hide()
        self._not_read.say(error)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self.concerns(changes, initiator, _KINDS):
            self._read()

    def _first_part(self, told: MinutesTold) -> AgendaPart | None:
        """The part that runs now; else that of the last line written; else the first."""
        parts = told.view.parts
        if self._wanted_part is not None:
            return next((part for part in parts if part.id == self._wanted_part), None)
        now = running(told.view.session, parts, self._now())
        if now is not None:
            return now.part
        written = max(told.lines, key=lambda view: view.line.said_at, default=None)
        wanted = written.line.part if written else ""
        return next((part for part in parts if part.id == wanted), parts[0] if parts else None)

    # What is shown.

    def _turn(self) -> None:
        """Turn to the part: its rule, its keys, and an empty list until its lines are there."""
        if self._told is None:
            return
        view, part = self._told.view, self._part
        minutes = view.minutes.id
        self.pane.open(
            Line(
                id="", session=self._session_id, minutes=minutes, part=part.id if part else "", side=Side.ROOM
            ),
            partial(_is_of, minutes, part.id if part else None),
            extendable=True,
        )
        rule = part.rule if part else Rule.OPEN
        self.files.place = place_in_minutes(view, part)
        self.banner.show_rule(rule)
        self.pane.lock_names(locked_names_words(rule))
        self.legend.set_groups(_legend(rule))
        self.legend.set_locked({"mark.who": _("names locked")} if rule is not Rule.OPEN else {})
        if rule is not Rule.OPEN:
            self.say(self.banner.accessibleName())
        self.header.show_part(view, part)
        self._show_time()
        self.set_look(self._look)

    def _go_to_work(self) -> None:
        if not self.pane.isHidden():
            if not self.arrive():
                self.pane.write_on(focus=self._wants_focus)
            self._wants_focus = False

    def _show_names(self) -> None:
        """The lines of this part that say more than its rule allows."""
        found = self._told.too_much if self._told else ()
        part = self._part.id if self._part else ""
        self.names.show_lines([one for one in found if one.line.part == part])
        self.set_look(self._look)

    def _on_names_out(self) -> None:
        self.pane.desk.leave()
        take_out(self.pane.desk, self.names.found)
        self.settle(lambda _all_saved: self._read())

    def _on_trouble(self) -> None:
        """The button: as the key does, in the line one is at."""
        if self.pane.desk.row < 0:
            self.pane.write_on()
        self.pane.asks.trouble()

    def _on_gone_on(self) -> None:
        """Whoever takes the minutes now stands in the head."""
        self._read()
        self.focus_first()

    def _show_counts(self) -> None:
        self.side.show_counts(so_far([view.line for view in self.pane.model.lines()]))

    def _show_time(self) -> None:
        if self._told is not None:
            view = self._told.view
            self.header.show_time(running(view.session, view.parts, self._now()), self._part)

    def _parts(self) -> tuple[AgendaPart, ...]:
        return self._told.view.parts if self._told else ()

    def _step(self, by: int) -> None:
        ids = [part.id for part in self._parts()]
        goal = ids.index(self._part.id) + by if self._part and self._part.id in ids else -1
        if 0 <= goal < len(ids):
            self.show_part(ids[goal])
        elif ids:
            self.pane.refuse(_("This is the last part.") if by > 0 else _("This is the first part."))

    def _say_status(self) -> None:
        if self._told is None or self._part is None:
            return
        words = _("Part {number} of {count}: {part}")
        number = [part.id for part in self._parts()].index(self._part.id) + 1
        self.say(words.format(number=number, count=len(self._parts()), part=self._part.title))


def _is_of(minutes: RecordId, part: RecordId | None, line: Line) -> bool:
    return line.minutes == minutes and (part is None or line.part == part)


def _legend(rule: Rule) -> tuple[LegendGroup, ...]:
    """The keys of a part. Names cannot be chosen yet, so @ is there only where it is locked."""
    marks = ("mark.theme",) if rule is Rule.OPEN else ("mark.theme", "mark.who")
    return (
        LegendGroup(_KIND_CODES, by="typed", note=_("at the start of a line")),
        LegendGroup(_SIDES),
        LegendGroup(marks, by="typed"),
    )
