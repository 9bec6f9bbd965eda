"""Below the groups of a session: who sits in which, a proposal that keeps wishes, and moving somebody by hand (C6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.dividing import Division
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.record import RecordId
from capture_app.services import grouping
from capture_app.services.done import Done
from capture_app.services.grouping import Grouped, Member
from capture_app.services.keeping import Step
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.sessions.groups_words import (
    group_words,
    hint_words,
    member_words,
    proposal_words,
    wishes_words,
    without_words,
)
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.chip import ChipButton, ChipFace
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_TELLS = frozenset(
    {
        *("Attendance", "AttendanceMark", "Group", "GroupWish"),
        *("Person", "Session", "SessionRole"),
    }
)
"""Kinds of record on which depends who sits where, and whether that keeps what people asked for."""


class GroupsPart(QWidget):
    """Empty until `show_session`.

    Signals:
        acted(Step, str): something was done and is on the disk, to be undone under these words.
        failed(str): it could not be; the part shows the sentence itself.
    """

    acted = Signal(object, str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        now: Callable[[], datetime] = local_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look, self._now = workspace, jobs, look, now
        self._session, self._at, self._stale = "", "", True
        self._shown: Grouped | None = None
        self.chips: dict[RecordId, ChipButton] = {}
        self.menu = QMenu(self)
        self.propose_button = Button(_("Propose groups"), look, size="row", icon="users-three")
        self.anew_button = Button(_("Divide everybody anew"), look, "quiet", size="row")
        self.wishes, self.said = Banner(look, "warn", ""), Prose("", look, "secondary")
        self.hint = Prose("", look, "secondary")
        self._build(look)
        self.propose_button.clicked.connect(lambda: self.propose(anew=False))
        self.anew_button.clicked.connect(lambda: self.propose(anew=True))
        jobs.changed.connect(self._on_changed)

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_session(self, session: RecordId) -> None:
        """Turn to a session; what was said about another one goes."""
        if session != self._session:
            self._session, self._at = session, ""
            self._clear()
            self.say("")
        self._read_in_sight()

    def propose(self, *, anew: bool) -> None:
        """Seat those without a group, or everybody."""
        job = partial(grouping.propose, self._workspace, self._session, self._now(), anew=anew)
        self._jobs.write(job, partial(self._on_proposed, anew), self, self, on_error=self._on_failed)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """What came of it."""
        self.said.set_kind("bad" if wrong else "secondary")
        self.said.set_words(sentence)
        self.said.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read_in_sight()

    def _read_in_sight(self) -> None:
        """Out of sight nothing is read: a session has many pages."""
        self._stale = not self.isVisible()
        if not self._stale and self._session:
            job = partial(grouping.read_groups, self._workspace, self._session)
            self._jobs.read(job, self._on_read, self, on_error=self._on_failed)

    def _on_read(self, found: Grouped) -> None:
        if found.session != self._session or found == self._shown:
            return
        self._at = next((key for key, chip in self.chips.items() if chip is self.focusWidget()), self._at)
        self._clear()
        self._shown = found
        for group, members in found.groups:
            self._add_group(group_words(group, sum(one.divided for one in members)), members, found)
        if found.without:
            self._add_group(without_words(len(found.without)), found.without, found)
        hint, seated = hint_words(found), any(members for _group, members in found.groups)
        self.hint.set_words(hint)
        self.hint.setVisible(bool(hint))
        self.propose_button.setEnabled(not hint)
        self.anew_button.setVisible(seated)
        self._show_wishes(found)
        if self._at in self.chips:  # where one was, or whom one moved
            self.chips[self._at].setFocus(Qt.FocusReason.OtherFocusReason)
            self._at = ""

    def _show_wishes(self, found: Grouped) -> None:
        sentence, more = wishes_words(found)
        self.wishes.setVisible(bool(sentence))
        self.wishes.show_message("warn" if found.broken else "good", sentence, more)

    def _add_group(self, title: str, members: Sequence[Member], found: Grouped) -> None:
        holder, row = QWidget(), FlowRow(self._look, 6)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, self._look.px(4), 0, self._look.px(4))
        column.setSpacing(self._look.px(4))
        column.addWidget(Prose(title, self._look, "strong"))
        for member in members:
            chip = ChipButton(ChipFace(member_words(member), "plain", icon_after="caret-down"), self._look)
            chip.setAccessibleDescription(_("{where}. Opens the groups to move to.").format(where=title))
            chip.clicked.connect(partial(self._open_groups, member, found))
            row.add(chip)
            self.chips[member.row.key] = chip
        row.setVisible(bool(members))
        column.addWidget(row)
        self._rows.addWidget(holder)

    def _open_groups(self, member: Member, found: Grouped) -> None:
        self.menu.clear()
        groups = [(group.id, group.label or _("Not named yet")) for group, _members in found.groups]
        for group, label in (*groups, ("", _("No group"))):
            action = self.menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(member.row.group == group)
            action.triggered.connect(partial(self._move, member, group, label))
        chip = self.chips[member.row.key]
        self.menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _move(self, member: Member, group: RecordId, label: str, _on: bool = False) -> None:
        if group == member.row.group:
            return
        self._at = member.row.key
        words = _("{name}: {group}.").format(name=member.name, group=label)
        job = partial(grouping.move, self._workspace, member.row, group, self._now())
        self._jobs.write(job, partial(self._on_moved, words), self, self, on_error=self._on_failed)

    def _on_moved(self, words: str, done: Done[Step]) -> None:
        self.say("")
        self.acted.emit(done.value, words)
        self._read_in_sight()

    def _on_proposed(self, anew: bool, done: Done[tuple[Step, Division]]) -> None:
        step, division = done.value
        sentence = proposal_words(division, anew=anew)
        self.say(sentence)
        announce(self, sentence or _("Groups proposed."))
        self.acted.emit(step, _("Groups proposed."))
        self._read_in_sight()

    def _on_failed(self, error: BaseException) -> None:
        self.say(sentence_of(error), wrong=True)
        announce(self, sentence_of(error))
        if isinstance(error, StorageTrouble):
            self.failed.emit(sentence_of(error))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.kinds & _TELLS:
            self.say("")
            self._read_in_sight()

    def _clear(self) -> None:
        self.chips, self._shown = {}, None
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self, look: Look) -> None:
        column, self._rows, buttons = QVBoxLayout(self), QVBoxLayout(), FlowRow(look, 8)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        self._rows.setSpacing(look.px(4))
        words = _(
            "A proposal spreads whoever is expected evenly over the groups that suit where they take part, and keeps "
            "people apart who asked for it. Whoever runs the session or looks on is left out. Move anybody by hand."
        )
        for button in (self.propose_button, self.anew_button):
            buttons.add(button)
        column.addWidget(Label(_("Who sits in which group"), "heading"))
        column.addWidget(Prose(words, look, "caption"))
        for part in (buttons, self.hint, self.said, self.wishes):
            column.addWidget(part)
        column.addLayout(self._rows)
        for hidden in (self.hint, self.said, self.wishes, self.anew_button):
            hidden.hide()
