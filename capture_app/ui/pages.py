"""Which pages a workspace has for whoever sits at this laptop, and how each is made.

A page's module is imported when the page is first shown, so that starting stays quick, or a while after the
start, so that nobody waits for it (see `bring_along`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import Role
from capture_app.ui.app import Preferences
from capture_app.ui.going import HAND_OVER, MINUTES, SYNTHESIS, page_for
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.widgets.nav import Place
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.entering import Entered
    from capture_app.services.reading import Reading

LONGEST_WORD = 14
"""Letters of a group's name in the rail; the whole name is in the tooltip."""


@runtime_checkable
class Saves(Protocol):
    """A page on which people write: it says what is on the disk and what is not.

    saved(datetime), unsaved(), save_failed(str) are signals.
    """

    saved: SignalInstance
    unsaved: SignalInstance
    save_failed: SignalInstance

    def settle(self, then: Callable[[bool], None] | None = None) -> None:
        """Make everything typed a change, in the store lane; then say whether all of it was saved."""


@runtime_checkable
class KeepsTyped(Protocol):
    """A page with a sentence or two: it is kept on leaving, and what failed is told by `failed(str)`."""

    saved: SignalInstance
    failed: SignalInstance

    def keep_typed(self) -> None:
        """Keep what was typed, in the store lane."""


@runtime_checkable
class Refuses(Protocol):
    """A page with forms: `refused(object, str)` tells what stands in one of them and cannot be kept; or nothing."""

    refused: SignalInstance


@runtime_checkable
class Tells(Protocol):
    """A page that says when something of its own is on the disk: `saved(datetime)`."""

    saved: SignalInstance


@runtime_checkable
class Focuses(Protocol):
    """A page that knows where the cursor belongs."""

    def focus_first(self) -> None:
        """Go to what one came for."""


@runtime_checkable
class HasCard(Protocol):
    """A page with the data-protection card."""

    def show_card(self) -> None:
        """Turn to it."""


@runtime_checkable
class TakesBundles(Protocol):
    """A page on which bundles may be dropped."""

    def add_bundles(self, paths: object) -> None:
        """Look at these files."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A place in the navigation, how its page is made, and the module of `capture_app.ui` that this needs."""

    place: Place
    make: Callable[[Look], QWidget]
    module: str


def pages_of(entered: Entered, jobs: Jobs, keys: Callable[[], KeyMap]) -> tuple[PlacedPage, ...]:
    """The pages of a scribe's, facilitator's or observer's workspace, in the order of the day.

    `keys` gives those in force.
    """
    if entered.about.role is Role.OBSERVER:
        return _observers(entered, jobs, keys)
    workspace, session = entered.workspace, entered.about.session
    sheets = [_worksheet(entered, number, jobs, keys) for number in range(len(entered.sheets))]

    def runs(look: Look) -> QWidget:
        from capture_app.ui.session_page import SessionPage

        return SessionPage(workspace, session, jobs, look, keymap=keys())

    def here(look: Look) -> QWidget:
        from capture_app.ui.here_page import HerePage

        return HerePage(workspace, session, jobs, look, keymap=keys())

    def minutes(look: Look) -> QWidget:
        from capture_app.ui.minutes_page import MinutesPage

        return MinutesPage(workspace, session, jobs, look, keymap=keys())

    def questions(look: Look) -> QWidget:
        from capture_app.ui.questions_page import QuestionsPage

        return QuestionsPage(workspace, session, jobs, look)

    facilitates = entered.about.role is Role.FACILITATOR
    run = (
        PlacedPage(Place("session", _("Session"), "presentation-chart"), runs, "session_page"),
        PlacedPage(Place("here", _("Who is here"), "user-list"), here, "here_page"),
    )
    asked = (PlacedPage(Place("questions", _("Questions"), "clipboard-text"), questions, "questions_page"),)
    return (
        *(run if facilitates else ()),
        *sheets,
        PlacedPage(Place("minutes", _("Minutes"), "note-pencil"), minutes, "minutes_page"),
        *(asked if entered.asks else ()),
        search_page(entered, jobs, keys),
        _hand_over(entered, jobs),
    )


def _observers(entered: Entered, jobs: Jobs, keys: Callable[[], KeyMap]) -> tuple[PlacedPage, ...]:
    """Whoever observes writes neither worksheets nor minutes (E4); what is for the evaluator is read here (I3)."""

    def observes(look: Look) -> QWidget:
        from capture_app.ui.observation_page import ObservationPage

        page = ObservationPage(entered, jobs, look)
        page.listen(keys())
        return page

    def confidence(look: Look) -> QWidget:
        from capture_app.ui.confidence_page import ConfidencePage

        return ConfidencePage(entered, jobs, look)

    return (
        PlacedPage(Place("observation", _("Observation"), "eye"), observes, "observation_page"),
        PlacedPage(Place("confidence", _("In confidence"), "lock-simple"), confidence, "confidence_page"),
        search_page(entered, jobs, keys),
        _hand_over(entered, jobs),
    )


def _hand_over(entered: Entered, jobs: Jobs) -> PlacedPage:
    def hand_over(look: Look) -> QWidget:
        from capture_app.ui.hand_over_page import HandOverPage

        return HandOverPage(entered.workspace, jobs, look)

    return PlacedPage(Place(HAND_OVER, _("Hand over"), "export"), hand_over, "hand_over_page")


def bring_along(pages: Iterable[PlacedPage]) -> None:
    """Import what these pages need. For a lane: it takes a while."""
    for page in pages:
        import_module(f"capture_app.ui.{page.module}")


def settings_page(
    preferences: Preferences, scopes: tuple[Scope, ...], entered: Entered, jobs: Jobs
) -> PlacedPage:
    """The settings, for everybody."""

    def settings(look: Look) -> QWidget:
        from capture_app.ui.settings.workspace_card import WorkspaceCard
        from capture_app.ui.settings_page import SettingsPage

        card = WorkspaceCard(entered, jobs, look)
        return SettingsPage(preferences, scopes, lockable=entered.about.encrypted, workspace=card)

    return PlacedPage(Place("settings", _("Settings"), "gear-six"), settings, "settings_page")


def is_lead(entered: Entered) -> bool:
    """Whether this is the project lead's workspace."""
    return entered.about.role is Role.LEAD


def identity(entered: Entered) -> str:
    """Device and role: "Laptop B · scribe Noor A."."""
    about = entered.about
    words = {
        Role.LEAD: _("project lead"),
        Role.FACILITATOR: _("facilitator"),
        Role.SCRIBE: _("scribe"),
        Role.OBSERVER: _("observer"),
    }[about.role]
    who = about.holder if words in about.holder.casefold() else f"{words} {about.holder}".strip()
    if about.device_label.casefold() in who.casefold():
        return who[:1].upper() + who[1:]
    return f"{about.device_label} · {who}"


def _worksheet(entered: Entered, number: int, jobs: Jobs, keys: Callable[[], KeyMap]) -> PlacedPage:
    sheet = entered.sheets[number]
    words = _("Worksheet") if len(entered.sheets) == 1 else _shortened(sheet.group)

    def worksheet(look: Look) -> QWidget:
        from capture_app.ui.worksheet_page import WorksheetPage

        return WorksheetPage(entered.workspace, sheet.id, jobs, look, keymap=keys())

    return PlacedPage(Place(f"worksheet/{sheet.id}", words, "notebook"), worksheet, "worksheet_page")


def search_page(entered: Entered, jobs: Jobs, key_map: Callable[[], KeyMap]) -> PlacedPage:
    """The page of search, for every role. `key_map` gives the keys in force."""
    lead = is_lead(entered)
    written = [SYNTHESIS] if lead else []
    writes = not lead and entered.about.role is not Role.OBSERVER
    sheets = [*(f"worksheet/{sheet.id}" for sheet in entered.sheets), MINUTES] if writes else []
    keys = frozenset((*written, *sheets))

    def search(look: Look) -> QWidget:
        from capture_app.ui.search_page import SearchPage

        def opens(reading: Reading) -> bool:
            return bool(page_for(keys, reading.kind, reading.record, reading.spot))

        return SearchPage(entered.workspace, jobs, look, opens=opens, statements=lead, keys=key_map())

    return PlacedPage(Place("search", _("Search"), "magnifying-glass"), search, "search_page")


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_WORD else f"{name[: LONGEST_WORD - 1].rstrip()}…"
