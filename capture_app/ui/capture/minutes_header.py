"""The head of the minutes: which part, of which session, who takes them, and how long the part still has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from capture_app.domain.records import AgendaPart
from capture_app.services.pages import MinutesView
from capture_app.ui.capture.agenda import Running
from capture_app.ui.capture.sheet_header import session_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.chip import Chip, ChipButton, ChipFace
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.time_left import TimeLeft
from capture_app.words import _


class MinutesHeader(PageHeader):
    """Shows one part.

    Signals:
        part_chosen(str): the id of a part somebody chose from the list.
        trouble_wanted(): sound or link broke. file_wanted(): a chat or a poll is to be added from a file.
    """

    part_chosen = Signal(str)
    trouble_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, look: Look, trouble_key: str, file_key: str, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Minutes"), ruled=True, parent=parent)
        self._shown: tuple[object, ...] = ()
        self._time = TimeLeft(look)
        self._time.hide()
        self.add_aside(self._time)
        self.trouble = Button(_("Sound or link trouble"), look, icon="wifi-slash", key=trouble_key)
        self.trouble.clicked.connect(self.trouble_wanted)
        self.file = Button(_("Chat or poll…"), look, icon="file-arrow-down")
        self.file.setToolTip(_("Add a chat or a poll from a file ({key})").format(key=file_key))
        self.file.clicked.connect(self.file_wanted)
        for button in (self.file, self.trouble):
            self.add_action(button)

    def show_part(self, view: MinutesView, part: AgendaPart | None) -> None:
        """Show where one is; what has not changed stays as it is."""
        if (view, part) == self._shown:
            return
        self._shown = (view, part)
        self.set_title(_("Minutes · {part}").format(part=part.title) if part else _("Minutes"))
        self.clear_facts()
        if part is not None:
            self.add_chip(self._part_switch(view, part))
        self.add_fact(Elided(session_words(view.session), "secondary"))
        if view.minutes.taker:
            self.add_fact(Elided(_("Minute taker {name}").format(name=view.minutes.taker), "secondary"))
        for name in view.others:
            words = _("{name} also takes minutes").format(name=name)
            self.add_fact(Chip(words, self._look, "plain", icon="users"))
        self._fit()

    def show_time(self, running: Running | None, part: AgendaPart | None) -> None:
        """How long the part shown still has, if it is the one that runs."""
        runs = running is not None and part is not None and running.part.id == part.id
        self._time.setVisible(runs)
        if running is not None and runs:
            self._time.set_time(running.minutes, _("left in this part"))

    def _part_switch(self, view: MinutesView, part: AgendaPart) -> ChipButton:
        number = [one.id for one in view.parts].index(part.id) + 1
        words = _("Part {number} of {count}").format(number=number, count=len(view.parts))
        switch = ChipButton(ChipFace(words, "plain", icon_after="caret-down"), self._look)
        switch.setAccessibleDescription(_("Press to choose another part."))
        switch.clicked.connect(partial(self._open_menu, switch, view, part))
        return switch

    def _open_menu(self, switch: ChipButton, view: MinutesView, shown: AgendaPart) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(_("Parts"))
        for part in view.parts:
            action = menu.addAction(f"{part.planned_start}  {part.title}".strip())
            action.setCheckable(True)
            action.setChecked(part.id == shown.id)
            action.triggered.connect(partial(self.part_chosen.emit, part.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(switch.mapToGlobal(QPoint(0, switch.height())))
