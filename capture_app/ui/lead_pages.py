"""The pages of a lead's workspace, in the order of the work: before the sessions, after them, and what is handed on.

A page's module is imported when the page is first shown, so that starting stays quick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.pages import PlacedPage, search_page
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.nav import Place
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.entering import Entered


@dataclass(frozen=True, slots=True)
class Ways:
    """What a page of the lead can lead to.

    keys: those in force. session: which one is meant. synthesis: open that of another. card: the data-protection
    card. history: what became of a record, by kind and id.
    """

    keys: Callable[[], KeyMap]
    session: Callable[[], RecordId]
    synthesis: Callable[[RecordId], None]
    card: Callable[[], None]
    history: Callable[[str, RecordId], None]


def pages_of_lead(entered: Entered, jobs: Jobs, ways: Ways) -> tuple[PlacedPage, ...]:
    """The pages of a lead's workspace, placed."""
    pages = _Pages(entered, jobs, ways)
    return (
        PlacedPage(Place("sessions", _("Sessions"), "calendar-blank"), pages.sessions, "sessions_page"),
        PlacedPage(Place("setup", _("Set up"), "house"), pages.setup, "setup_page"),
        PlacedPage(Place("people", _("People"), "users"), pages.people, "people_page"),
        PlacedPage(Place("claims", _("Reported facts"), "scales"), pages.claims, "claims_page"),
        PlacedPage(Place("laptops", _("Laptops"), "laptop"), pages.laptops, "laptops_page"),
        PlacedPage(Place("bundles", _("Bundles"), "tray"), pages.bundles, "merge_page"),
        PlacedPage(Place("agreeing", _("Minutes"), "note-pencil"), pages.agreeing, "agreeing_page"),
        PlacedPage(Place("synthesis", _("Synthesis"), "pencil-line"), pages.synthesis, "synthesis_page"),
        PlacedPage(
            Place("results", _("Results"), "chart-bar-horizontal"), pages.results, "results.results_view"
        ),
        PlacedPage(Place("documents", _("Documents"), "printer"), pages.documents, "documents_page"),
        search_page(entered, jobs, ways.keys),
    )


class _Pages:
    """One method a page."""

    def __init__(self, entered: Entered, jobs: Jobs, ways: Ways) -> None:
        self._entered, self._workspace, self._jobs, self._ways = entered, entered.workspace, jobs, ways

    def sessions(self, look: Look) -> QWidget:
        from capture_app.ui.sessions_page import SessionsPage

        page = SessionsPage(self._workspace, self._jobs, look)
        page.synthesis_wanted.connect(self._ways.synthesis)
        page.card_wanted.connect(self._ways.card)
        page.history_wanted.connect(self._ways.history)
        page.listen(self._ways.keys())
        return page

    def setup(self, look: Look) -> QWidget:
        from capture_app.ui.setup_page import SetupPage

        page = SetupPage(self._entered, self._jobs, look)
        page.history_wanted.connect(self._ways.history)
        page.listen(self._ways.keys())
        return page

    def people(self, look: Look) -> QWidget:
        from capture_app.ui.people_page import PeoplePage

        page = PeoplePage(self._entered, self._jobs, look)
        page.history_wanted.connect(self._ways.history)
        page.listen(self._ways.keys())
        return page

    def claims(self, look: Look) -> QWidget:
        from capture_app.ui.claims_page import ClaimsPage

        page = ClaimsPage(self._workspace, self._jobs, look)
        page.history_wanted.connect(self._ways.history)
        page.listen(self._ways.keys())
        return page

    def laptops(self, look: Look) -> QWidget:
        from capture_app.ui.laptops_page import LaptopsPage

        page = LaptopsPage(self._workspace, self._jobs, look)
        page.card_wanted.connect(self._ways.card)
        return page

    def bundles(self, look: Look) -> QWidget:
        from capture_app.ui.merge_page import MergePage

        page = MergePage(self._workspace, self._jobs, look, keys=self._ways.keys())
        page.synthesis_wanted.connect(self._ways.synthesis)
        return page

    def agreeing(self, look: Look) -> QWidget:
        from capture_app.ui.agreeing_page import AgreeingPage

        session = self._ways.session()
        page = AgreeingPage(self._workspace, session, self._jobs, look, keys=self._ways.keys())
        page.history_wanted.connect(self._ways.history)
        return page

    def synthesis(self, look: Look) -> QWidget:
        session = self._ways.session()
        if not session:
            return nothing_to_write_about(look)
        from capture_app.ui.synthesis_page import SynthesisPage

        return SynthesisPage(self._workspace, session, self._jobs, look, keys=self._ways.keys())

    def results(self, look: Look) -> QWidget:
        from capture_app.ui.results.results_view import ResultsView

        return ResultsView(self._workspace, self._jobs, look, lead=True)

    def documents(self, look: Look) -> QWidget:
        from capture_app.ui.documents_page import DocumentsPage

        return DocumentsPage(self._workspace, self._ways.session(), self._jobs, look)


def nothing_to_write_about(look: Look) -> QWidget:
    """What stands on the synthesis page while there is no session."""
    page, card = QWidget(), Card(look)
    column, margin = QVBoxLayout(page), look.px(look.theme.space.page)
    column.setContentsMargins(0, 0, 0, margin)
    column.addWidget(PageHeader(look, _("Synthesis")))
    sentence = _("There is no session to write about yet. Add the first one under Sessions.")
    card.section.column.addWidget(EmptyState(look, "pencil-line", sentence), 0, Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout()
    row.setContentsMargins(margin, 0, margin, 0)
    row.addWidget(card)
    column.addLayout(row, 1)
    return page
