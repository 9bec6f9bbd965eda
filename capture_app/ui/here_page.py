"""Who is here while a session runs: ticked in standing up, one key each, kept at once (C3, C5, C6, practice 2.6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Grain, Presence, Rule, Side
from capture_app.services import attending
from capture_app.services.attending import Change, Here, Named, Newcomer, Offer
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.agenda import running
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.capture.sheet_header import session_words
from capture_app.ui.here.here_frame import HereFrame
from capture_app.ui.here.number_ask import NumberAsk
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_TICK = 10_000
"""Milliseconds between looks at the clock, for the rule of the part that runs."""
_KINDS = frozenset(
    (
        *("AgendaPart", "Attendance", "AttendanceMark", "Group", "Organisation", "OrganisationName"),
        *("PartRun", "Person", "Session", "SessionRole"),
    )
)


class HerePage(HereFrame):
    """Signals:
    saved(datetime): what was kept is on the disk. failed(str): it is not; the page shows the sentence itself.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        session: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keymap: KeyMap | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(look, keymap or KeyMap(), self._offers, parent)
        self._workspace, self._session, self._jobs, self._now = workspace, session, jobs, now
        self._here: Here | None = None
        self._adding = False
        self.menu = QMenu(self)
        self.ask = NumberAsk(look, self)
        self.toast = Toast(self, look)
        self.steps = UndoSteps(self, workspace, jobs, self.toast, self._on_failed)
        self.steps.listen(self._keys)
        self._connect()
        self._read()

    def focus_first(self) -> None:
        """The list; the field while nobody is on it."""
        if self._here is not None and not self._here.rows:
            self.go_to_field()
        else:
            self.go_to_list()

    def act(self, action: str) -> None:
        """Do what a key or a button says ("here.left") with the row one is at."""
        if action == "here.add":
            self.go_to_field()
            return
        named = self.list.named()
        if named is not None:
            verbs = {
                "here.here": self._came,
                "here.left": self._left,
                "here.side": self._moved,
                "here.group": self._open_groups,
                "here.number": self._open_number,
            }
            verbs[action](named)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, Scope.HERE)
        # Letters are for the list alone, where no text is typed; what has Ctrl in it works all over the page.
        if binding is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.act(binding.action)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _came(self, named: Named) -> None:
        row = named.row
        if row.here:
            self.toast.tell(_("{name} is here already.").format(name=named.name))
        elif row.entry.grain is Grain.CATEGORY and row.count is None:
            self._open_number(named)
        else:
            self._mark(named, self._coming(named), _("{name} is here.").format(name=named.name))

    def _left(self, named: Named) -> None:
        if named.row.here:
            self._mark(named, Change(Presence.LEFT), _("{name} has left.").format(name=named.name))
        else:
            self.toast.tell(_("{name} is not here, so nothing was changed.").format(name=named.name))

    def _moved(self, named: Named) -> None:
        remote = named.row.sides != {Side.REMOTE}
        words = _("{name}: remote.") if remote else _("{name}: in the room.")
        change = Change(side=Side.REMOTE if remote else Side.ROOM)
        self._mark(named, change, words.format(name=named.name))

    def _open_groups(self, named: Named) -> None:
        self.menu.clear()
        groups = self._here.groups if self._here else ()
        for group, label in (*((one.id, one.label) for one in groups), ("", _("No group"))):
            action = self.menu.addAction(label or _("Not named yet"))
            action.setCheckable(True)
            action.setChecked(named.row.group == group)
            action.triggered.connect(partial(self._put_in_group, named, group, label))
        rect = self._row_place()
        self.menu.popup(self.mapToGlobal(QPoint(rect.left() + self._look.px(56), rect.bottom())))

    def _put_in_group(self, named: Named, group: RecordId, label: str, _on: bool = False) -> None:
        words = _("{name}: {group}.").format(name=named.name, group=label)
        self._mark(named, Change(group=group), words)

    def _open_number(self, named: Named) -> None:
        if named.row.entry.grain is Grain.PERSON:
            self.toast.tell(_("A person is one. Numbers are for organisations and headcounts."))
        else:
            self.ask.ask(named.row.count, self._row_place())

    def _on_number(self, number: int) -> None:
        named = self.list.named()
        self.go_to_list()
        if named is not None:
            came = Change() if named.row.here else self._coming(named)
            change = Change(came.state, came.side, count=number)
            self._mark(named, change, _("{name}: {count}.").format(name=named.name, count=number))

    def _coming(self, named: Named) -> Change:
        """Here, and where: as expected, or as is usual in this session."""
        usual = self._here.usual_side if self._here else Side.ROOM
        side = next(iter(named.row.sides)) if len(named.row.sides) == 1 else usual
        return Change(Presence.HERE, side)

    def _mark(self, named: Named, change: Change, words: str) -> None:
        job = partial(attending.mark, self._workspace, named.row, self._now(), change)
        self.steps.do(job, words, self._on_kept)

    def _on_wanted(self, newcomer: Newcomer) -> None:
        if not newcomer.listing.strip():
            self.bar.say(_("Type a name as it should stand on the list."))
        elif self._here is not None and not self._adding:
            self._adding = True
            side = self._here.usual_side
            job = partial(attending.walk_in, self._workspace, self._session, newcomer, side, self._now())
            self.steps.do(job, _("{name} is here.").format(name=newcomer.listing.strip()), self._on_added)

    def _on_added(self, entry: RecordId) -> None:
        self._adding = False
        self.bar.clear()
        self.go_to_list()
        self._on_kept(entry)

    def _on_listed(self, key: RecordId) -> None:
        """Whoever was being typed stands on the list: go there, and mark them here."""
        self.bar.clear()
        self.go_to_list()
        self.list.go_to(key)
        self.act("here.here")

    def _offers(self, typed: str, grain: Grain) -> tuple[Offer, ...]:
        return attending.offers(self._here, typed, grain) if self._here else ()

    def _on_kept(self, entry: RecordId) -> None:
        self.trouble.hide()
        self.saved.emit(datetime.now().astimezone())
        self._read(entry)

    def _on_failed(self, error: BaseException) -> None:
        self._adding = False
        words = _("What was kept before is safe, and what you typed is still here.")
        self.trouble.show_message("bad", sentence_of(error), words)
        self.trouble.show()
        self.show_trouble()
        announce(self, sentence_of(error), assertive=True)
        self.failed.emit(sentence_of(error))

    def _read(self, at: RecordId = "") -> None:
        job = partial(attending.read_here, self._workspace, self._session)
        self._jobs.read(job, partial(self._on_read, at), self, on_error=self._on_not_read)

    def _on_read(self, at: RecordId, here: Here) -> None:
        first, self._here = self._here is None, here
        self.header.set_title(_("Who is here · {session}").format(session=session_words(here.session)))
        self.show_here(here)
        self._show_time()
        if at:
            self.list.go_to(at)
        if first and self.isVisible():
            self.focus_first()

    def _on_not_read(self, error: BaseException) -> None:
        if self._here is None:
            self.show_not_read(error)
        else:
            self._on_failed(error)

    def _show_time(self) -> None:
        if self._here is not None:
            self.show_rule(self._rule(self._here))

    def _rule(self, here: Here) -> Rule:
        """The rule of the part that runs by the times kept here; while nobody keeps any, by those planned."""
        if here.runs:
            return here.rule_at(self._now())
        planned = running(here.session, here.parts, self._now())
        return planned.part.rule if planned else Rule.OPEN

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.kinds & _KINDS:
            self._read()

    def _row_place(self) -> QRect:
        """Where the row one is at stands on the page."""
        rect = self.list.visualRect(self.list.currentIndex())
        return QRect(self.list.viewport().mapTo(self, rect.topLeft()), rect.size())

    def _connect(self) -> None:
        self.acted.connect(self.act)
        self.bar.wanted.connect(self._on_wanted)
        self.bar.on_list.connect(self._on_listed)
        self.bar.given_up.connect(self.go_to_list)
        self.list.verticalScrollBar().valueChanged.connect(lambda _at: self.ask.follow(self._row_place()))
        self.ask.answered.connect(self._on_number)
        self.ask.given_up.connect(self.go_to_list)
        self.not_read.again.connect(self._read)
        self._jobs.changed.connect(self._on_changed)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._show_time)
