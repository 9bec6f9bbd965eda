"""Adding a chat or a poll from a file: it is read in the files lane, shown, and only then written, as one step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.meeting_file import MeetingFile, not_there, of_day, rule_at, worded
from capture_app.domain.pasted import PastedLine
from capture_app.domain.records import AgendaPart, Line
from capture_app.domain.vocabulary import Rule, Side
from capture_app.services import keeping
from capture_app.services.done import Done
from capture_app.services.keeping import Step
from capture_app.services.meeting_files import add_lines, chat_there, read_meeting_file
from capture_app.services.pages import ItemView, MinutesView, SheetView
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.sheet_reading import blank_line
from capture_app.ui.choosing import CHATS, choose_meeting_file
from capture_app.ui.merge.dropping import files_in
from capture_app.ui.problems import sentence_of
from capture_app.words import _, number_words

if TYPE_CHECKING:
    from capture_app.ui.capture.capture_page import CapturePage
    from capture_app.ui.capture.capture_pane import CapturePane, Setting
    from capture_app.ui.style import Look

MOST = 1000
"""Lines of one file that are added at once."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines of a file go: `where` in words, on which day ("" if that is not certain), under which rule.

    blank: what a new line there starts from.
    """

    where: str = ""
    day: str = ""
    blank: Line = Line(id="")
    parts: tuple[AgendaPart, ...] = ()
    shown: AgendaPart | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What adding a file would do.

    lines: those to add, as they will stand. nameless: the same without any name. known: how many are there already.
    unnamed: how many people's names a rule leaves out. named: whether any name stays as words.
    """

    file: MeetingFile
    place: Place
    lines: tuple[PastedLine, ...]
    nameless: tuple[PastedLine, ...]
    known: int
    unnamed: int
    named: bool


def place_in_minutes(view: MinutesView, part: AgendaPart | None) -> Place:
    """A part of the minutes."""
    where = (
        _("the end of “{part}”").format(part=part.title)
        if part and part.title
        else _("the end of the minutes")
    )
    blank = Line(
        id="", session=view.session.id, minutes=view.minutes.id, part=part.id if part else "", side=Side.ROOM
    )
    return Place(where, _day(view.session.date.edtf), blank, view.parts, part)


def place_in_sheet(view: SheetView, item: ItemView | None) -> Place:
    """A question of a worksheet."""
    where = _("the end of question {number}").format(number=item.number) if item else ""
    return Place(where, _day(view.session.date.edtf), blank_line(view, item.id if item else ""))


def offer_of(workspace: Workspace, place: Place, file: MeetingFile) -> Offer:
    """What of a file is new at a place, worded by the rule that holds there and then."""
    today = of_day(file, place.day)
    there = chat_there(workspace, sheet=place.blank.sheet, minutes=place.blank.minutes)
    people, fresh = file.people, not_there(today, there)
    ruled = [(line, rule_at(place.parts, place.shown, line.time) is not Rule.OPEN) for line in fresh]
    return Offer(
        today,
        place,
        lines=tuple(worded(line, people, locked=locked) for line, locked in ruled),
        nameless=tuple(worded(line, people, locked=True) for line in fresh),
        known=len(today.lines) - len(fresh),
        unnamed=len({line.name for line, locked in ruled if locked and line.name}),
        named=any(line.name and not locked for line, locked in ruled),
    )


def chats_in(mime: QMimeData) -> list[Path]:
    """The files being dragged that may be chats or polls."""
    return [path for path in files_in(mime) if path.suffix.casefold() in CHATS]


class MeetingFiles(QObject):
    """Adds files to the list of a page. `place` is kept by the page as it turns from list to list.

    Signals:
        added(int, object): so many lines were added; calling the second value takes them back.
    """

    added = Signal(int, object)

    def __init__(self, page: CapturePage, pane: CapturePane, setting: Setting, look: Look) -> None:
        super().__init__(page)
        self._page, self._pane, self._setting = page, pane, setting
        self.look, self.place = look, Place()

    def choose(self) -> None:
        """Ask for a file."""
        if self._takes_lines():
            choose_meeting_file(self._page, self.take)

    def take(self, path: Path) -> None:
        """Read a file and show what it would bring."""
        if self._takes_lines():
            job = partial(read_meeting_file, path)
            self._setting.jobs.files(job, partial(self._on_read, self.place), self, on_error=self.tell)

    def watch(self, *widgets: QWidget) -> None:
        """Take the files that are dropped on these; what else is dropped there goes on as ever."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return super().eventFilter(watched, event)
        chats = chats_in(event.mimeData())
        if not chats:
            event.ignore()  # the window around opens bundles and workspaces
        elif event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.take(chats[0])
        else:
            event.acceptProposedAction()
        return True

    def tell(self, error: BaseException) -> None:
        """Say what went wrong."""
        self._say(sentence_of(error))

    def _takes_lines(self) -> bool:
        if self._pane.isVisibleTo(self._page) and self._pane.desk.extendable:
            return True
        self._say(_("Lines cannot be added here. Go to a question that is answered in lines and still open."))
        return False

    def _on_read(self, place: Place, file: MeetingFile) -> None:
        """What is being typed is a change first, so that it is compared too."""
        job = partial(offer_of, self._setting.workspace, place, file)
        self._page.settle(
            lambda _all_saved: self._setting.jobs.read(job, self._show, self, on_error=self.tell)
        )

    def _show(self, offer: Offer) -> None:
        from capture_app.ui.capture.meeting_file_dialog import MeetingFileDialog

        if len(offer.lines) > MOST:
            words = _(
                "This file would bring {count} lines, and {most} can be added at once. Nothing was added."
            )
            self._say(words.format(count=number_words(len(offer.lines)), most=number_words(MOST)))
            return
        dialog = MeetingFileDialog(self.look, offer, parent=self._page)
        dialog.agreed.connect(partial(self._add, offer.place))
        dialog.open()

    def _add(self, place: Place, lines: tuple[PastedLine, ...]) -> None:
        if place != self.place or not self._takes_lines():
            self._say(_("The page has turned meanwhile. Nothing was added. Choose the file again."))
            return
        desk = self._pane.desk
        desk.leave()
        rows = desk.model.rowCount()
        job = partial(
            add_lines,
            self._setting.workspace,
            place.blank,
            lines,
            after=desk.model.at(rows - 1).line.order if rows else "",
            day=place.day,
            now=self._setting.now(),
        )
        self._page.settle(
            lambda _all_saved: self._setting.jobs.write(job, self._on_added, self, self, on_error=self.tell)
        )

    def _on_added(self, done: Done[Step]) -> None:
        """The page reads again on its own, and goes to the last of them."""
        lines = (done.value, *done.value.also)
        turn = _Turn(self, self._page, self._setting, done.value)
        self._page.go_to_line(lines[-1].record)
        self._pane.desk.undo.note(partial(turn.go, there=False), partial(turn.go, there=True))
        self.added.emit(len(lines), partial(turn.go, there=False))
        self._page.saved.emit(self._setting.now())

    def _say(self, sentence: str) -> None:
        from capture_app.ui.dialogs.problem_dialog import ProblemDialog

        ProblemDialog(self.look, sentence, parent=self._page).open()


class _Turn:
    """Lines of one file, taken back and brought again as a whole, whichever way that is asked for."""

    def __init__(self, files: MeetingFiles, page: CapturePage, setting: Setting, step: Step) -> None:
        self._files, self._page, self._setting, self._step = files, page, setting, step
        self._there = True

    def go(self, *, there: bool) -> None:
        """Let them be there, or not; what was typed meanwhile is a change first."""
        if there != self._there:
            self._there = there
            self._page.settle(lambda _all_saved: self._write())

    def _write(self) -> None:
        job = partial(keeping.undo, self._setting.workspace, self._step)
        self._setting.jobs.write(job, self._on_done, self._files, self._files, on_error=self._on_error)

    def _on_done(self, done: Done[Step]) -> None:
        self._step = done.value
        self._page.saved.emit(self._setting.now())

    def _on_error(self, error: BaseException) -> None:
        self._there = not self._there
        self._files.tell(error)


def _day(edtf: str) -> str:
    return edtf if _DAY.fullmatch(edtf) else ""
