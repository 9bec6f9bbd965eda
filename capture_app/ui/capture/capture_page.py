"""What the worksheet and the minutes have in common: saving and telling of it, keys, the legend, width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.ui.aside_desk import AsideDesk
from capture_app.ui.capture.autosave import Autosave
from capture_app.ui.capture.capture_pane import CapturePane, ListKind, Setting
from capture_app.ui.capture.content_note import ContentNote
from capture_app.ui.capture.hand_on import HandOn
from capture_app.ui.capture.line_keys import Does
from capture_app.ui.capture.meeting_files import MeetingFiles
from capture_app.ui.capture.part_legend import PartLegend
from capture_app.ui.capture.trouble import NotSaved
from capture_app.ui.keys import Scope
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.legend import LegendGroup
from capture_app.words import _

_COMPACT, _NARROW = 1100, 760
"""Widths of the window at 100 % text below which things give way."""


class Room(Enum):
    """How much room the window gives: all columns, one column, or one column without its margins."""

    WIDE = "wide"
    COMPACT = "compact"
    NARROW = "narrow"


class CapturePage(QWidget):
    """Fills the area beside the navigation.

    Signals:
        saved(datetime): everything typed is on the disk since then.
        unsaved(): something is not yet.
        save_failed(str): it could not be saved, with the sentence to show.
        room_changed(Room): the page has to arrange itself for this much room.
    """

    saved = Signal(object)
    unsaved = Signal()
    save_failed = Signal(str)
    room_changed = Signal(object)

    def __init__(
        self,
        setting: Setting,
        kind: ListKind,
        groups: Sequence[LegendGroup],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._keymap, self._jobs = look, setting.keymap, setting.jobs
        self._setting, self._wanted = setting, ""
        self.room = Room.WIDE
        self.autosave = Autosave(setting.jobs, self, self)
        self.pane = CapturePane(setting, kind, self.autosave, look, self)
        self.legend = PartLegend(look, setting.keymap, groups)
        self._trouble = NotSaved(look)
        self.aside = AsideDesk(self, setting.workspace, setting.jobs, setting.keymap, look)
        self.files = MeetingFiles(self, self.pane, setting, look)
        self.content_note: ContentNote | None = None
        self.hand_on = HandOn(self, self, setting, look)
        self._does: dict[str, Does] = {}
        self._join()

    def set_look(self, look: Look) -> None:
        """Take over the spaces, and arrange for the room there is at this text size."""
        self._look = look
        self.aside.set_look(look)
        self.files.look = self.hand_on.look = look
        self._fit()

    def settle(self, then: Callable[[bool], None] | None = None) -> None:
        """Make everything typed a change, through the store lane.

        Calls back with true, or with false if something could not be saved; it stays here and is tried again.
        """
        self.pane.tidy()
        self.autosave.settle(then or _nothing)

    def show_keys(self) -> None:
        """All keys."""
        from capture_app.ui.dialogs.keys_dialog import KeysDialog

        KeysDialog(self._look, self._keymap, lead=False, parent=self).open()

    def show_history(self) -> None:
        """Tell what became of the line one is at; what was typed is a change first, so that it is among them."""
        view = self.pane.desk.active()
        if view is None or not view.line.text.strip():
            self.pane.refuse(_("Nothing is written in this line yet, so it has no history."))
            return
        line = view.line.id
        self.settle(lambda all_saved: self._open_history(line) if all_saved else None)

    def go_to_line(self, line: RecordId) -> None:
        """Go to a line as soon as it is in the list."""
        self._wanted = line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keymap.pressed(event, Scope.CAPTURE, Scope.APP)
        does = self._does.get(binding.action) if binding else None
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def build(self, header: PageHeader, body: QWidget) -> None:
        """Set the page: header, body, what is not saved, legend."""
        header.add_action(self.aside.button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(header)
        self._column.addWidget(body, 1)
        self._column.addWidget(self._trouble)
        self._column.addWidget(self.legend)

    def show_content_note(self, words: str) -> None:
        """Show what may be hard in this session below the header; it is made for those sessions that have a note."""
        if self.content_note is None and words.strip():
            self.content_note = ContentNote(self._look)
            self.content_note.set_folded(self.room is not Room.WIDE)
            self._column.insertWidget(1, self.content_note)
        if self.content_note is not None:
            self.content_note.show_note(words)

    def answer(self, actions: dict[str, Does]) -> None:
        """What the page itself does on these actions, wherever the keyboard is."""
        everywhere: dict[str, Does] = {
            "lines.file": self.files.choose,
            "keyboard.hand_on": self.hand_on.begin,
        }
        self._does = {"app.keys": self.show_keys} | everywhere | actions
        self.pane.also(everywhere | actions)

    def tell_stale(self, error: BaseException) -> None:
        """What is shown could not be read again; one goes on writing."""
        self._trouble.say_stale(sentence_of(error))

    def say(self, words: str) -> None:
        """Tell a screen reader."""
        announce(self, words)

    def concerns(self, changes: Changes, initiator: object, kinds: frozenset[str]) -> bool:
        """Whether somebody else changed what this page shows."""
        return initiator is not self and bool(changes.kinds & kinds)

    def arrive(self) -> bool:
        """At the line somebody wants to see, if the list has it by now; whether one is there."""
        wanted, self._wanted = self._wanted, ""
        return bool(wanted) and self.pane.go_to(wanted)

    def _open_history(self, line: RecordId) -> None:
        from capture_app.ui.history.history_dialog import HistoryDialog

        where = (self._setting.workspace, "Line", line, self._jobs)
        HistoryDialog(self._look, *where, keys=self._keymap, parent=self).open()

    def _offer_more(self, at: QPoint) -> None:
        """The usual menu of a text, and what became of the line."""
        menu = self.pane.editor.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        menu.addSeparator()
        menu.addAction(_("History of this line")).triggered.connect(self.show_history)
        keys = self._keymap["line.set_aside"]
        away = menu.addAction(f"{keys.words}\t{keys.cap}" if keys.cap else keys.words)
        away.triggered.connect(self.pane.keys.steps.set_aside)
        file = self._keymap["lines.file"]
        menu.addAction(f"{file.words}…\t{file.cap}").triggered.connect(self.files.choose)
        on = self._keymap["keyboard.hand_on"]
        menu.addAction(f"{on.words}\t{on.cap}").triggered.connect(self.hand_on.begin)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.pane.editor.mapToGlobal(at))

    def _on_put_aside(self, line: RecordId) -> None:
        """Told once it is so, or once it is sure that it could not be saved."""
        self.settle(lambda _all_saved: self.aside.tell(line))

    def _join(self) -> None:
        self.setAcceptDrops(True)
        self.files.watch(self, self.pane.editor.viewport())
        self.hand_on.saved.connect(self.saved)
        self.files.added.connect(self.pane.paste_note.tell_added)
        self.pane.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.pane.editor.customContextMenuRequested.connect(self._offer_more)
        self.autosave.unsaved.connect(self.unsaved)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)
        self._trouble.again.connect(self.autosave.try_again)
        self.pane.editor.held.connect(self.legend.set_held)
        self.pane.keys.used.connect(self.legend.note_used)
        self.pane.desk.put_aside.connect(self._on_put_aside)
        self.legend.triggered.connect(self._on_legend)

    def _on_saved(self, at: datetime) -> None:
        self._trouble.hide()
        self.saved.emit(at)

    def _on_failed(self, sentence: str) -> None:
        self._trouble.say(sentence)
        self.save_failed.emit(sentence)

    def _on_legend(self, action: str) -> None:
        if action in self._does:
            self._does[action]()
        else:
            self.pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pane.keys.act(self._keymap[action], typed=action.startswith("kind."))

    def _fit(self) -> None:
        width = self.window().width() * 100 / self._look.scale
        room = Room.WIDE if width >= _COMPACT else Room.COMPACT if width >= _NARROW else Room.NARROW
        if room is not self.room:
            self.room = room
            self.pane.lines.set_stacked(room is not Room.WIDE)
            if self.content_note is not None:
                self.content_note.set_folded(room is not Room.WIDE)
            self.room_changed.emit(room)


def _nothing(_all_saved: bool) -> None:
    """Nobody waits."""
