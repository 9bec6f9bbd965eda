"""What is known of words while a workspace is open: the dictionary, this consultation's own words, what is ignored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.spelling import Checker, Found, Lexicon, key_of
from capture_app.services.spelling import (
    NAMING,
    OwnWords,
    add_word,
    has_lexicon,
    lexicon,
    own_words,
    take_word_out,
)
from capture_app.services.workspaces import Workspace
from capture_app.ui.app import Preferences
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.spelling.marked_editor import MarkedEditor


class Speller(QObject):
    """Knows nothing and marks nothing until the dictionary is there; it is read in the lane for files.

    Signals:
        changed(): other words are known than before, or marks look otherwise.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._preferences = workspace, jobs, preferences
        self._lexicon: Lexicon | None = None
        self._checker: Checker | None = None
        self._own = OwnWords()
        self._ignored: frozenset[str] = frozenset()
        self._asked = False
        jobs.changed.connect(self._on_changed)
        preferences.changed.connect(self._on_preferences)
        self._load()

    def attend(self, editor: QWidget) -> None:
        """Mark words in this editor from now on."""
        known = editor.findChild(MarkedEditor)
        if known is None and isinstance(editor, QTextEdit | QPlainTextEdit):
            MarkedEditor(self, editor)

    def unknown(self, text: str) -> list[Found]:
        """The words of a text that may be misspelt."""
        return self._checker.unknown(text) if self._checker is not None else []

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may be meant, the likeliest first."""
        return self._lexicon.suggestions(word) if self._lexicon is not None else ()

    def was_added(self, word: str) -> bool:
        """Whether somebody added this word to those of the workspace."""
        return self._checker is not None and key_of(word) in self._own.added

    def keys(self) -> KeyMap:
        """The keys in force."""
        return self._preferences.keys

    def tint(self) -> QColor:
        """The colour of a mark."""
        return self._preferences.look.colour("bad")

    def add(self, word: str) -> None:
        """Take a word for right in this workspace; it is not marked once that is on the disk."""
        self._jobs.write(partial(add_word, self._workspace, word), self._on_added, self)

    def take_out(self, word: str) -> None:
        """Take a word that was added out again."""
        self._jobs.write(partial(take_word_out, self._workspace, word), self._on_added, self)

    def ignore(self, word: str) -> None:
        """Leave a word alone until the workspace is closed."""
        self._ignored |= {key_of(word)}
        self._renew()

    def _load(self) -> None:
        """Have the dictionary read, where it is wanted and there is one."""
        wanted = self._preferences.settings.spell_check and has_lexicon(self._preferences.spoken)
        if wanted and not self._asked:
            self._asked = True
            self._jobs.files(partial(lexicon, self._preferences.spoken), self._on_lexicon, self)

    def _on_lexicon(self, words: Lexicon) -> None:
        self._lexicon = words
        self._read_own()

    def _read_own(self) -> None:
        # The workspace may have been closed meanwhile. Nobody waits for this, so nobody is told.
        read = partial(own_words, self._workspace)
        self._jobs.read(read, self._on_own, self, on_error=lambda _error: None)

    def _on_own(self, own: OwnWords) -> None:
        self._own = own
        self._renew()

    def _on_added(self, added: frozenset[str]) -> None:
        self._own = OwnWords(self._own.named, added)
        self._renew()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._lexicon is not None and NAMING & changes.kinds:
            self._read_own()

    def _on_preferences(self) -> None:
        self._load()
        self._renew()

    def _renew(self) -> None:
        """Begin anew with what is known now. Nothing is marked before this consultation's own words are read."""
        if self._lexicon is not None and self._preferences.settings.spell_check:
            own = self._own.named | self._own.added | self._ignored
            self._checker = Checker(self._lexicon, own)
        else:
            self._checker = None
        self.changed.emit()
