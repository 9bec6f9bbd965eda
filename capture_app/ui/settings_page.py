"""The settings: how it looks, the language, when the window locks, how one types, and every key.

Each choice is kept and in force at once; only the language waits for the next start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.spelling import has_lexicon
from capture_app.settings import ThemeChoice
from capture_app.ui.app import Preferences
from capture_app.ui.keys import Scope
from capture_app.ui.language_names import language_name
from capture_app.ui.settings.cards import LanguageCard, LockCard, LookCard, TypingCard
from capture_app.ui.settings.keys_card import KeysCard
from capture_app.ui.settings.workspace_card import WorkspaceCard
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_WIDEST = 820
"""The width of a card in pixels at 100 %."""


class SettingsPage(QWidget):
    """`scopes` are the places whose keys this person has; `lockable` as in `LockCard`.

    `workspace` is the card of the workspace that is open, if one is.
    """

    def __init__(
        self,
        preferences: Preferences,
        scopes: Iterable[Scope],
        *,
        lockable: bool | None,
        workspace: WorkspaceCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look, self._preferences = preferences.look, preferences
        self.header = PageHeader(look, _("Settings"), _("For you on this laptop; kept as you choose"))
        spoken, self.looks = preferences.spoken, LookCard(look)
        self.typing = TypingCard(look, language_name(spoken), marks_words=has_lexicon(spoken))
        self.language = LanguageCard(look, preferences.languages)
        self.lock = LockCard(look, preferences.keys["app.lock"].cap, lockable)
        self.keys = KeysCard(look, preferences.keys, scopes)
        whole, self._scroll = QVBoxLayout(self), ScrollColumn(look)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._scroll, 1)
        self.workspace = workspace
        own = () if workspace is None else (workspace,)
        self._cards = (self.looks, self.language, self.lock, *own, self.typing, self.keys)
        for card in self._cards:
            self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        self.back = Button(_("Back to the first page"), look, icon="arrow-left")
        self.header.add_action(self.back)
        self.back.hide()
        self._connect()
        self._show()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over how wide the cards may be: a key stands not far from what it does."""
        for card in self._cards:
            card.setMaximumWidth(look.px(_WIDEST))

    def add_way_back(self, back: Callable[[], None]) -> None:
        """Show the button to the first page, where no navigation stands beside."""
        self.back.clicked.connect(back)
        self.back.show()

    def focus_first(self) -> None:
        """Go to the first choice."""
        self.looks.theme.segments.focus_chosen()

    def show_row(self, action: str) -> None:
        """Scroll to an action among the keys."""
        self._scroll.ensureWidgetVisible(self.keys.rows[action], 0, self._scroll.height() // 3)

    def _connect(self) -> None:
        settled = self._preferences
        self.looks.theme_chosen.connect(lambda name: settled.choose_theme(ThemeChoice(name)))
        self.looks.scale_chosen.connect(settled.set_scale)
        self.looks.still_chosen.connect(lambda on: self._choose(still=on))
        self.language.chosen.connect(lambda code: self._choose(language=code))
        self.lock.chosen.connect(lambda minutes: self._choose(idle_lock=minutes))
        self.typing.chosen.connect(lambda on: self._choose(typed_codes=on))
        self.typing.spelling_chosen.connect(lambda on: self._choose(spell_check=on))
        self.keys.chosen.connect(self._choose_key)
        self.keys.usual_wanted.connect(lambda: self._choose(keys={}))
        settled.changed.connect(self._show)

    def _choose(self, **changes: object) -> None:
        self._preferences.choose(replace(self._preferences.settings, **changes))  # type: ignore[arg-type]

    def _choose_key(self, action: str, chords: str) -> None:
        self._choose(keys={**self._preferences.settings.keys, action: chords})

    def _show(self) -> None:
        settings = self._preferences.settings
        self.looks.show_settings(settings)
        self.language.show_settings(settings, self._preferences.spoken)
        self.lock.show_settings(settings)
        self.typing.show_settings(settings)
        self.keys.show_keys(self._preferences.keys)
        self.keys.usual.setVisible(bool(settings.keys))
