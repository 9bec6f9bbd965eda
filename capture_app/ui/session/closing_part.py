"""What is undecided about a session, why it is closed all the same, and opening it again (delight 12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.errors import StorageTrouble
from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary_care import LeftOpen
from capture_app.services import closing
from capture_app.services.closing import Closing
from capture_app.services.done import Done
from capture_app.services.wording import choice_words
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.session.closing_words import elsewhere_words, state_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_TELLS = frozenset(
    {
        *(
            "AgendaPart",
            "Attendance",
            "Box",
            "CareItem",
            "CareLeftOpen",
            "Device",
            "Dispatch",
            "Group",
            "Line",
            "Need",
            "OpenBox",
        ),
        *("Expectation", "Observation", "PartRun", "Payment", "Session", "SessionClosing", "SessionRole"),
        *("Dispatch", "Sheet", "TeamDebrief"),
    }
)
"""Kinds of record on which depends what is undecided."""


class ClosingPart(QWidget):
    """Empty until `show_session`. `folded`: what is undecided, and how to close, stand behind a button.

    Signals:
        read(Closing): how far the end of the session is, told anew whenever it changes.
        saved(datetime): the session was closed or opened again, and that is on the disk.
        failed(str): it could not be; the part shows the sentence itself.
    """

    read = Signal(object)
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        folded: bool = False,
        now: Callable[[], datetime] = local_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look, self._now = workspace, jobs, look, now
        self._session: RecordId = ""
        self._folds, self._folded = folded, folded
        self._found: Closing | None = None
        self._stale = False
        self.trouble, self.state = Banner(look, "bad", ""), Banner(look, "warn", "")
        self.unfold_button = Button("", look, size="row")
        self.open_button = Button(_("Open it again"), look, size="row", icon="arrow-counter-clockwise")
        self.close_button = Button(
            _("Close the session"), look, "normal" if folded else "primary", icon="check-square"
        )
        self.reason, self.why = QLineEdit(), DropDown(look, "")
        self._build(look)
        self.unfold_button.clicked.connect(lambda: self._fold(not self._folded))
        self.close_button.clicked.connect(self.close_session)
        self.reason.returnPressed.connect(self.close_session)
        self.open_button.clicked.connect(self.open_again)
        jobs.changed.connect(self._on_changed)

    def show_session(self, session: RecordId) -> None:
        """Turn to a session; what was typed for another one goes."""
        if session != self._session:
            self._session = session
            self._found = None
            self.reason.clear()
            self.why.setCurrentIndex(0)
            for field in (self._reason, self._why):
                field.clear_error()
            self._folded = self._folds
            self.hide()
        self._read()

    def read_if_stale(self) -> None:
        """Read it again where something changed while it was out of sight."""
        if self._stale:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read_if_stale()

    def close_session(self) -> None:
        """Close it, with the reasons that stand here."""
        if not self._answered():
            return
        why = self.why.currentData()
        reasons = (self.reason.text(), LeftOpen(why) if why else None)
        job = partial(closing.close_session, self._workspace, self._session, self._now(), *reasons)
        self._write(job, _("The session is closed on this laptop."))

    def open_again(self) -> None:
        """Open it again."""
        job = partial(closing.open_again, self._workspace, self._session)
        self._write(job, _("The session is open again."))

    def _answered(self) -> bool:
        """Whether the reasons that are asked for stand here; said beside the field where one does not."""
        asked = self._found
        bare = asked is not None and asked.asks_why and not self.reason.text().strip()
        unchosen = asked is not None and asked.asks_why_of_care and not self.why.currentData()
        for missing, field, sentence in (
            (unchosen, self._why, _("Choose why it is left open.")),
            (bare, self._reason, _("Say in a sentence why you close the session all the same.")),
        ):
            if missing:
                field.set_error(sentence)
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                announce(self, sentence)
            else:
                field.clear_error()
        return not (bare or unchosen)

    def _read(self) -> None:
        self._stale = False
        job = partial(closing.read_closing, self._workspace, self._session, self._now())
        self._jobs.read(job, self._on_read, self, on_error=self._on_failed)

    def _on_read(self, found: Closing) -> None:
        if found.session.id != self._session:
            return
        self._found = found
        self._show_state(found)
        self._show_list(found)
        self._reason.setVisible(found.asks_why)
        self._why.setVisible(found.asks_why_of_care)
        self._fold(self._folded)
        self.setVisible(not self._folds or found.due or bool(found.own or found.elsewhere))
        self.read.emit(found)

    def _show_state(self, found: Closing) -> None:
        kind, sentence, more = state_words(found)
        self.state.show_message(kind, sentence, more)
        is_open = found.own is None
        going, coming = (self.open_button, self._how) if is_open else (self._how, self.open_button)
        at = QApplication.focusWidget()
        held = at is not None and (at is going or going.isAncestorOf(at))
        coming.show()
        self.unfold_button.setVisible(self._folds and is_open)
        if held:  # or Qt would take the keyboard to whatever comes next
            on = self.unfold_button if self._folds else self.close_button
            (on if is_open else self.open_button).setFocus(Qt.FocusReason.OtherFocusReason)
        going.hide()

    def _show_list(self, found: Closing) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        open_now = () if found.own else found.undecided
        for one in (each for each in open_now if not each.care):
            self._list.addWidget(Prose(one.words, self._look))
        care = [one.words for one in open_now if one.care]
        if care:
            self._list.addWidget(Label(_("In confidence"), "priv"))
        for words in (*care, *map(elsewhere_words, found.elsewhere)):
            self._list.addWidget(Prose(words, self._look))

    def _fold(self, folded: bool) -> None:
        self._folded = folded
        self._details.setVisible(not folded)
        self.unfold_button.set_words(_("Show, and close…") if folded else _("Put away"))

    def _write(self, job: Callable[[], Done[None]], words: str) -> None:
        def deliver(_none: None) -> None:
            self.trouble.hide()
            self.reason.clear()
            announce(self, words)
            self.saved.emit(datetime.now().astimezone())
            self._read()

        self._jobs.write(job, lambda done: deliver(done.value), self, self, on_error=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self.trouble.show_message("bad", sentence_of(error), _("Nothing was changed."))
        self.trouble.show()
        if isinstance(error, StorageTrouble):
            self.failed.emit(sentence_of(error))

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Out of sight nothing is read before it is shown again: somebody may be typing meanwhile."""
        if initiator is self or not changes.kinds & _TELLS or not self._session:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _build(self, look: Look) -> None:
        column, self._details, self._how = QVBoxLayout(self), QWidget(), QWidget()
        inside, self._list, how = QVBoxLayout(self._details), QVBoxLayout(), QVBoxLayout(self._how)
        for layout in (column, inside, self._list, how):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.px(10))
        self._list.setSpacing(look.px(6))
        self.state.add_button(self.unfold_button)
        self.state.add_button(self.open_button)
        goes = "" if self._folds else _("It goes to your project lead.")
        help_line = " ".join((_("One sentence, with nothing that participants said."), goes)).strip()
        self._reason = Field(look, _("Why you close it all the same"), self.reason, help_line)
        self.why.addItem("–", "")
        for each in LeftOpen:
            self.why.addItem(choice_words(each), each.value)
        self._why = Field(look, _("Why care is left open"), self.why, _("This stays on this laptop."))
        for widget in (self._reason, self._why, self.close_button):
            how.addWidget(
                widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.close_button else Qt.AlignmentFlag(0)
            )
        inside.addLayout(self._list)
        inside.addWidget(self._how)
        for part in (self.state, self.trouble, self._details):
            column.addWidget(part)
        self.trouble.hide()
