"""Search across everything: one field, what was found, and the record that is chosen with its history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.records import Session, Theme
from capture_app.services.naming import choices
from capture_app.services.reading import Reading, read_record
from capture_app.services.searching import Narrow, Searched, search
from capture_app.services.workspaces import Workspace
from capture_app.ui.aside_desk import AsideDesk
from capture_app.ui.history.history_desk import HistoryDesk
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.problems import sentence_of
from capture_app.ui.search.hit_pane import HitPane
from capture_app.ui.search.narrowing import Choices
from capture_app.ui.search.reading_card import ReadingCard
from capture_app.ui.style import Look
from capture_app.ui.undo_steps import UndoSteps
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

Query = tuple[str, Narrow]
Opens = Callable[[Reading], bool]
_LEAST = 360
"""The height (at 100 % text) of one side alone; with less room the page scrolls."""
_NARROW = 1000
"""Where the split pane shows one side only."""


class SearchPage(QWidget):
    """`opens` says whether a page of this window shows a record where it stands.

    Signals:
        open_wanted(str, str): show the record of this kind and id where it stands.
    """

    open_wanted = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        opens: Opens,
        statements: bool,
        keys: KeyMap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`statements`: whether this workspace has any, so that lines are used or not."""
        super().__init__(parent)
        self._workspace, self._jobs, self._opens = workspace, jobs, opens
        self._asked: Query = ("", Narrow())
        self._running = False
        self._stale = False
        self.trouble = Banner(look, "bad", "")
        self.hits = HitPane(look, used=statements)
        self.card = ReadingCard(look, HistoryDesk(look, workspace, jobs))
        sides = (_("What was found"), self.hits), (_("What is chosen"), self.card)
        self.panes = SplitPane(look, *sides, share=0.52)
        self.aside = AsideDesk(self, workspace, jobs, keys or KeyMap(), look)
        self._build(look)
        self.toast = Toast(self, look, above=16)
        self.steps = self.card.history.steps = UndoSteps(self, workspace, jobs, self.toast, self._tell)
        self.steps.listen(keys or KeyMap())
        self._connect()
        self.set_look(look)
        self._read_choices()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page, gap = look.px(look.theme.space.page), look.px(look.theme.space.gap)
        self._look = look
        self.aside.set_look(look)
        self._body.setContentsMargins(page, 0, page, gap)
        self._body.setSpacing(gap)
        self._fit()

    def focus_first(self) -> None:
        """Go to the field, ready to be typed over."""
        self.hits.field.setFocus()
        self.hits.field.selectAll()

    def show_history(self) -> None:
        """Go to the history of what is chosen."""
        if self.card.reading is not None:
            self.panes.show_pane("second")
            self.card.column.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Air over the switch between the sides, where there is one."""
        room = self.width() - 2 * self._look.px(self._look.theme.space.page)
        alone = room * 100 / self._look.scale < _NARROW
        self.panes.setContentsMargins(0, self._look.px(4) if alone else 0, 0, 0)
        self.panes.setMinimumHeight(self._look.px(_LEAST) if alone else 0)

    def _build(self, look: Look) -> None:
        column, body, card = QVBoxLayout(self), QWidget(), Card(look, padded=False)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body = QVBoxLayout(body)
        card.add(self.panes, 1)
        self._body.addWidget(self.trouble)
        self._body.addWidget(card, 1)
        head = PageHeader(look, _("Search"))
        head.add_action(self.aside.button)
        column.addWidget(head)
        scroll = ScrollColumn(look, margins=False)  # where there is little room, the page scrolls down
        scroll.column.addWidget(body, 1)
        column.addWidget(scroll, 1)
        self.trouble.hide()

    def _connect(self) -> None:
        self.hits.asked.connect(self._on_asked)
        self.hits.chosen.connect(self._read_chosen)
        self.hits.opened.connect(self._open)
        self.card.open_wanted.connect(lambda _reading: self._open())
        self.card.aside_wanted.connect(self.aside.set_aside)
        self._jobs.changed.connect(self._on_changed)

    def _read_choices(self) -> None:
        self._jobs.read(
            partial(_choices, self._workspace), self.hits.narrowing.show_choices, self, on_error=self._tell
        )

    def _on_asked(self, words: str, narrow: Narrow) -> None:
        """One search at a time: what is typed meanwhile is looked for as soon as the lane is free."""
        self._asked = (words, narrow)
        if not self._running:
            self._search()

    def _search(self) -> None:
        asked, self._running = self._asked, True
        job = partial(search, self._workspace, *asked)
        deliver = partial(self._on_searched, asked)
        self._jobs.read(job, deliver, self, on_error=self._on_not_searched)

    def _on_searched(self, asked: Query, searched: Searched) -> None:
        self._running = False
        if asked != self._asked:
            self._search()
            return
        self.trouble.hide()
        self.hits.show_searched(searched)

    def _on_not_searched(self, error: BaseException) -> None:
        self._running = False
        self._tell(error)

    def _read_chosen(self) -> None:
        hit = self.hits.table.hit()
        if hit is None:
            self.card.show_reading(None, opens=False)
            return
        job = partial(read_record, self._workspace, hit.kind, hit.record)
        self._jobs.read(job, self._on_read, self, on_error=self._tell)

    def _on_read(self, reading: Reading | None) -> None:
        hit = self.hits.table.hit()
        if reading is None:
            self.card.show_reading(None, opens=False)
        elif hit is not None and hit.record == reading.record:
            self.card.show_reading(reading, opens=self._opens(reading))

    def _open(self) -> None:
        """Show it where it stands; what no page shows is read at the right."""
        reading = self.card.reading
        if reading is None:
            return
        if self._opens(reading):
            self.open_wanted.emit(reading.kind, reading.record)
        else:
            self.show_history()

    def _tell(self, error: BaseException) -> None:
        sentence = sentence_of(error)
        self.trouble.show_message("bad", sentence)
        self.trouble.show()
        announce(self, sentence, assertive=True)

    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._stale = True
        if self.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        self._stale = False
        self._read_choices()
        if self._asked[0].strip():
            self._on_asked(*self._asked)


def _choices(workspace: Workspace) -> Choices:
    return Choices(choices(workspace, Session), choices(workspace, Theme))
