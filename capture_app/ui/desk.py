"""What stands in the window while a workspace is open: navigation, the page shown, what is not saved, the status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.services.entering import make_ready
from capture_app.ui.actions import scopes_of
from capture_app.ui.app import Preferences
from capture_app.ui.collecting import keep_out_of_collections
from capture_app.ui.desk_frame import DeskFrame
from capture_app.ui.going import SYNTHESIS, LeadsOn, Opens, ShowsRecord, TellsHistory, page_for
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.lead_pages import Ways, pages_of_lead
from capture_app.ui.pages import (
    Focuses,
    HasCard,
    KeepsTyped,
    PlacedPage,
    Saves,
    TakesBundles,
    bring_along,
    is_lead,
    pages_of,
    settings_page,
)
from capture_app.ui.spelling.watch import Watch
from capture_app.ui.widgets.nav import NavItem

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.domain.records import DataProtection
    from capture_app.services.entering import Entered, SessionRow
    from capture_app.services.whereabouts import Spot
    from capture_app.services.workspaces import Workspace


_FIRST_LOOK = 1000
"""Milliseconds after opening in which nothing is done that nobody asked for."""


class Desk(DeskFrame):
    """Pages are made when first gone to and kept. `unsaved` knows what is not saved, `spelling` marks words.

    Signals:
        help_wanted(): somebody pressed this in the navigation.
    """

    help_wanted = Signal()

    def __init__(
        self,
        entered: Entered,
        jobs: Jobs,
        preferences: Preferences,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._session = _fullest(entered.sessions)
        self._made: dict[str, QWidget] = {}
        self.entered, self._jobs, self._preferences = entered, jobs, preferences
        self._placed = {one.place.key: one for one in self._pages()}
        places = [one.place for one in self._placed.values()]
        settings = settings_page(preferences, scopes_of(lead=is_lead(entered)), entered, jobs)
        self._placed[settings.place.key] = settings
        super().__init__(entered, preferences, places, settings.place, parent)
        for navigation in self._navigations:
            navigation.chosen.connect(self._on_chosen)
        self.status.danger_wanted.connect(self.show_whom_to_call)
        jobs.changed.connect(self._on_changed)
        preferences.keys_changed.connect(self._renew_pages)
        self.spelling = Watch(entered.workspace, jobs, preferences, self)
        self.show_page(next(iter(self._placed)))
        QTimer.singleShot(_FIRST_LOOK, self, self._bring_along)

    def show_page(self, key: str) -> None:
        """Go to a page, and to what one does there. What was typed on the one left becomes a change."""
        self.settle()
        if key not in self._made:
            page = self._placed[key].make(self._preferences.look)
            self._made[key] = page
            self._stack.addWidget(page)
            self.unsaved.listen(page)
            if isinstance(page, Opens):
                page.open_wanted.connect(self._on_open_wanted)
            if isinstance(page, LeadsOn):
                page.page_wanted.connect(self.show_page)
        page = self._made[key]
        self._stack.setCurrentWidget(page)
        self.unsaved.say()
        for navigation in self._navigations:
            navigation.set_current(key)
        self.focus_page()

    def _bring_along(self) -> None:
        """Do now what the first opening of the other pages would wait for."""
        pages = tuple(self._placed.values())
        self._jobs.files(partial(bring_along, pages), self._on_brought, self)

    def _on_brought(self, _none: None) -> None:
        self._jobs.read(make_ready, lambda _none: keep_out_of_collections(), self)

    def page(self) -> QWidget:
        """The page that is shown."""
        return self._made[self.page_key()]

    def places(self) -> tuple[str, ...]:
        """The keys of all pages, in the order of the navigation."""
        return tuple(self._placed)

    def page_key(self) -> str:
        """The key of the page that is shown."""
        return next(key for key, page in self._made.items() if page is self._stack.currentWidget())

    def show_synthesis(self, session: RecordId) -> None:
        """Go to the synthesis of a session."""
        if session != self._session:
            self._forget("synthesis")
        self._session = session
        self.show_page("synthesis")

    def show_history(self) -> None:
        """Tell what became of the record one is at, where the page shown can."""
        page: object = self._stack.currentWidget()
        if isinstance(page, TellsHistory):
            page.show_history()

    def show_record(self, kind: str, record: RecordId, spot: Spot) -> None:
        """Go to a record on the page where it stands; nothing happens if no page shows it."""
        key = page_for(self._placed, kind, record, spot)
        if key == SYNTHESIS:
            self.show_synthesis(spot.session)
        elif key:
            self.show_page(key)
        page: object = self._stack.currentWidget()
        if key and isinstance(page, ShowsRecord):
            page.show_record(kind, record, spot)

    def show_history_of(self, kind: str, record: RecordId) -> None:
        """Tell what became of a record."""
        from capture_app.ui.history.history_dialog import HistoryDialog

        look, workspace = self._preferences.look, self.entered.workspace
        HistoryDialog(
            look, workspace, kind, record, self._jobs, keys=self._keys(), parent=self.window()
        ).open()

    def show_whom_to_call(self) -> None:
        """What the data-protection card says for when somebody is in danger, read at this moment."""
        self._jobs.read(partial(_card, self.entered.workspace), self._on_card, self)

    def show_card(self) -> None:
        """Go to the data-protection card."""
        self.show_page("setup")
        page = self._made["setup"]
        if isinstance(page, HasCard):
            page.show_card()

    def show_bundles(self, paths: Sequence[Path]) -> None:
        """Go to the merge page with these files."""
        self.show_page("bundles")
        page = self._made["bundles"]
        if isinstance(page, TakesBundles):
            page.add_bundles(paths)

    def takes_bundles(self) -> bool:
        """Whether bundles may be dropped here."""
        return "bundles" in self._placed

    def settle(self, then: Callable[[bool], None] | None = None) -> None:
        """Have every page make what was typed a change; then say whether all of it was saved."""
        pages: list[object] = list(self._made.values())
        for page in pages:
            if isinstance(page, KeepsTyped):
                page.keep_typed()
        writing = [page for page in pages if isinstance(page, Saves)]
        told: list[bool] = []

        def one(saved: bool) -> None:
            told.append(saved)
            if len(told) == len(writing) and then is not None:
                then(all(told))

        for page in writing:
            page.settle(one)
        if not writing and then is not None:
            then(True)

    def focus_page(self) -> None:
        """Put the keyboard where one works on the page shown."""
        page: object = self._stack.currentWidget()
        if isinstance(page, Focuses):
            page.focus_first()
        elif isinstance(page, QWidget):
            page.setFocus()

    def focus_next_pane(self) -> None:
        """From the page to the navigation, and back."""
        shown = self.navigation()
        if any(item.hasFocus() for item in shown.findChildren(NavItem)):
            self.focus_page()
            return
        for item in shown.findChildren(NavItem):
            if item.isChecked():
                item.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._preferences.keys.pressed(event, Scope.APP)
        if binding is not None and binding.action in ("pane.next", "pane.previous"):
            self.focus_next_pane()
        else:
            super().keyPressEvent(event)

    def _ways(self) -> Ways:
        return Ways(
            self._keys, lambda: self._session, self.show_synthesis, self.show_card, self.show_history_of
        )

    def _on_card(self, card: DataProtection) -> None:
        from capture_app.ui.dialogs.danger_dialog import DangerDialog

        lead = is_lead(self.entered)
        dialog = DangerDialog(self._preferences.look, card, lead=lead, parent=self.window())
        dialog.card_wanted.connect(self.show_card)
        dialog.open()

    def _on_open_wanted(self, kind: str, record: RecordId) -> None:
        job = partial(_spot, self.entered.workspace, kind, record)
        self._jobs.read(job, partial(self.show_record, kind, record), self)

    def _on_changed(self, changes: Changes) -> None:
        """Lines or sessions came in: the synthesis opens on the session that now has most, unless one is open."""
        if "OpenBox" not in changes.kinds:  # nobody is told when somebody answered
            self.unsaved.changed()
        if is_lead(self.entered) and changes.kinds & {"Line", "Session"}:
            self._jobs.read(partial(_sessions, self.entered.workspace), self._on_sessions, self)

    def _on_sessions(self, rows: Sequence[SessionRow]) -> None:
        for navigation in self._navigations:
            navigation.set_counter("sessions", len(rows))
        if "synthesis" not in self._made or not self._session:
            self._forget("synthesis")
            self._session = _fullest(rows)

    def _forget(self, key: str) -> None:
        """A page that is not shown is made anew when somebody goes to it."""
        page = self._made.get(key)
        if page is not None and page is not self._stack.currentWidget():
            del self._made[key]
            self._stack.removeWidget(page)
            page.deleteLater()

    def _on_chosen(self, key: str) -> None:
        if key in self._placed:
            self.show_page(key)
            return
        for navigation in self._navigations:
            navigation.set_current(self.page_key())
        self.help_wanted.emit()

    def _pages(self) -> tuple[PlacedPage, ...]:
        if is_lead(self.entered):
            return pages_of_lead(self.entered, self._jobs, self._ways())
        return pages_of(self.entered, self._jobs, self._keys)

    def _keys(self) -> KeyMap:
        return self._preferences.keys

    def _renew_pages(self) -> None:
        """Have the pages made anew, with the keys now in force, once all that was typed on them is saved."""
        self.settle(lambda all_saved: self._let_go_of_pages() if all_saved else None)

    def _let_go_of_pages(self) -> None:
        shown = self.page_key()
        let_go = [key for key, page in self._made.items() if key != shown and not self.unsaved.holds(page)]
        for key in let_go:
            page = self._made.pop(key)
            self._stack.removeWidget(page)
            page.deleteLater()


def _fullest(rows: Sequence[SessionRow]) -> RecordId:
    """The session with the most lines: the one a lead most likely means."""
    ranked = sorted(rows, key=lambda row: row.lines, reverse=True)
    return ranked[0].session.id if ranked else ""


def _sessions(workspace: Workspace) -> Sequence[SessionRow]:
    from capture_app.services.entering import sessions

    return sessions(workspace)


def _spot(workspace: Workspace, kind: str, record: RecordId) -> Spot:
    from capture_app.services.whereabouts import spot_of

    return spot_of(workspace, kind, record)


def _card(workspace: Workspace) -> DataProtection:
    from capture_app.services.card import card_here

    return card_here(workspace)
