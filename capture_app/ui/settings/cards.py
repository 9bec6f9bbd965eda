"""The cards of the settings page: how it looks, the language, when the window locks, how one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.settings import Settings, ThemeChoice
from capture_app.ui.language_names import language_name
from capture_app.ui.style import SCALES, Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.segments import Segments
from capture_app.words import SOURCE, _, n_

LOCKS_AFTER = (0, 2, 5, 10, 30)
"""Minutes on offer; 0 is never."""


class Choice(QWidget):
    """A label over a row of choices."""

    def __init__(
        self, look: Look, label: str, options: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.segments = Segments(look, label, options)
        self._column, row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        self._column.addWidget(Label(label, "label"))
        self._column.addLayout(row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(4))


class LookCard(Card):
    """Signals:
    theme_chosen(str), scale_chosen(int), still_chosen(bool).
    """

    theme_chosen = Signal(str)
    scale_chosen = Signal(int)
    still_chosen = Signal(bool)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("How it looks"), parent=parent)
        themes = (
            (ThemeChoice.SYSTEM.value, _("As the system")),
            (ThemeChoice.LIGHT.value, _("Light")),
            (ThemeChoice.DARK.value, _("Dark")),
        )
        sizes = [(str(scale), _("{scale} %").format(scale=scale)) for scale in SCALES]
        self.theme, self.text_size = Choice(look, _("Colours"), themes), Choice(look, _("Text size"), sizes)
        self.still = Check(_("Nothing moves or blinks"), look)
        for widget in (self.theme, self.text_size, self.still):
            self.add(widget)
        self.theme.segments.chosen.connect(self.theme_chosen)
        self.text_size.segments.chosen.connect(lambda key: self.scale_chosen.emit(int(key)))
        self.still.clicked.connect(self.still_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.theme.segments.set_chosen(settings.theme.value)
        self.text_size.segments.set_chosen(str(settings.text_scale))
        self.still.setChecked(settings.still)


class LanguageCard(Card):
    """Each language is named in itself, so that whoever needs it finds it.

    Signals:
        chosen(str): the code of a language.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, languages: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Language"), parent=parent)
        self._codes = tuple(languages)
        names = [(code, language_name(code)) for code in languages]
        self.choice = Choice(look, _("The program speaks"), names)
        self.note = Prose(_("Takes effect when the program is next started."), look, "secondary")
        begun = Prose(_("Welsh has only begun: what is not translated yet is in English."), look, "secondary")
        for widget in (self.choice, self.note, begun):
            self.add(widget)
        self.choice.segments.chosen.connect(self.chosen)
        begun.setVisible("cy" in languages)

    def show_settings(self, settings: Settings, spoken: str) -> None:
        """Show what is chosen; `spoken` is the language in force."""
        known = settings.language if settings.language in self._codes else SOURCE
        self.choice.segments.set_chosen(known)
        name = language_name(known)
        words = _("Close the program and start it again to see it in {language}.").format(language=name)
        self.note.set_words(words if known != spoken else _("Takes effect when the program is next started."))
        self.note.set_kind("warn" if known != spoken else "secondary")


class LockCard(Card):
    """`lockable` is whether the open workspace has a passphrase; None where none is open.

    Signals:
        chosen(int): minutes, 0 for never.
    """

    chosen = Signal(int)

    def __init__(
        self, look: Look, lock_key: str, lockable: bool | None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("When nobody is here"), parent=parent)
        names = [
            (str(minutes), n_("{count} minute", "{count} minutes", minutes) if minutes else _("Never"))
            for minutes in LOCKS_AFTER
        ]
        self.choice = Choice(look, _("Lock the window after"), names)
        self.add(self.choice)
        words = _("It then asks for the passphrase; everything typed is kept. {key} locks it at once.")
        self.add(Prose(words.format(key=lock_key), look, "secondary"))
        if lockable is False:
            self.add(Prose(_("This workspace has no passphrase, so it cannot be locked."), look, "warn"))
        self.choice.segments.chosen.connect(lambda key: self.chosen.emit(int(key)))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.choice.segments.set_chosen(str(settings.idle_lock))


class TypingCard(Card):
    """`marks_words` is whether there is a dictionary for the language in force, which is called `language`.

    Signals:
        chosen(bool): whether typed codes act. spelling_chosen(bool): whether words are marked.
    """

    chosen = Signal(bool)
    spelling_chosen = Signal(bool)

    def __init__(
        self, look: Look, language: str, *, marks_words: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, _("While typing"), parent=parent)
        self.codes = Check(_("Codes such as /a set a mark, and words of the glossary are offered"), look)
        self.add(self.codes)
        words = _("Without them, what you type stays as it is. Themes still come with # and a name.")
        self.add(Prose(words, look, "secondary"))
        self.spelling = Check(_("Words that may be misspelt are marked"), look)
        self.add(self.spelling)
        none = _("There is no dictionary for {language} in this program yet, so nothing is marked.")
        about = _(
            "A right click offers other words. Terms of the glossary and names on record are left alone."
        )
        self.spelling_note = Prose(
            about if marks_words else none.format(language=language), look, "secondary"
        )
        self.add(self.spelling_note)
        self.codes.clicked.connect(self.chosen)
        self.spelling.clicked.connect(self.spelling_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.codes.setChecked(settings.typed_codes)
        self.spelling.setChecked(settings.spell_check)
