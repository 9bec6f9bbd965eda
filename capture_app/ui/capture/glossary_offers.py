"""Words of the glossary while one types: offered below the line, and taken only by whoever goes to them (A10).

Nothing is chosen until the arrow key is pressed, so that Enter, Space and Tab do what they always do.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from capture_app.domain.changes import Changes
from capture_app.domain.completing import Completing, Completion
from capture_app.domain.records import GlossaryTerm
from capture_app.services.glossary import glossary
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_list import LineList
from capture_app.ui.capture.offer_popup import BARE_LABEL_AT, LABEL_AT, Offer, OfferPopup
from capture_app.ui.capture.theme_finder import mark_before
from capture_app.ui.jobs import Jobs
from capture_app.words import _

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PASSES = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)


class GlossaryOffers(QObject):
    """Watches the editor of a list. `wanted`: whether what is typed may become something else at all."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, lines: LineList, popup: OfferPopup, *, wanted: bool
    ) -> None:
        super().__init__(lines)
        self._workspace, self._jobs, self._lines, self._popup = workspace, jobs, lines, popup
        self._editor = lines.editor
        self._known: Completing | None = None
        self._asked = False
        self._offered: tuple[Completion, ...] = ()
        self._refused = ""
        self._at = -1
        if wanted:
            self._editor.typed.connect(self._look)
            self._editor.moved.connect(self._on_moved)
            popup.taken.connect(self._take)
            jobs.changed.connect(self._on_changed)

    def is_open(self) -> bool:
        """Whether words are on offer."""
        return bool(self._offered)

    def close(self) -> None:
        """Offer nothing."""
        if self._offered:
            self._offered = ()
            self._popup.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """The arrow key goes to the offers; from there Enter or Tab takes one, and Esc stops it for this word."""
        if not self._offered or event.key() in _PASSES:
            return False
        key, plain = Qt.Key(event.key()), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        chosen = self._popup.current >= 0
        if plain and (key == Qt.Key.Key_Down or (chosen and key == Qt.Key.Key_Up)):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if plain and chosen and key in _TAKES:
            self._take(self._popup.chosen().key)
            return True
        if plain and key == Qt.Key.Key_Escape:
            self._refused = self._offered[0].letters
            self.close()
            return True
        if not (event.text() and event.text().isprintable()):
            self.close()
        return False

    def _look(self) -> None:
        """Somebody typed: what could it become?"""
        if self._known is None:
            self._read()
            return
        text, at = self._editor.text(), self._editor.position()
        self._at = at
        found = () if self._is_busy(text, at) else self._known.offers(text[:at])
        if not found or (self._refused and found[0].letters.startswith(self._refused)):
            self.close()
            return
        self._refused = ""
        self._offer(found)

    def _is_busy(self, text: str, at: int) -> bool:
        """Whether one is inside a word, writes a theme, or composes letters that are not text yet."""
        inside = text[at : at + 1].isalnum()
        return inside or self._editor.is_composing() or mark_before(text, at) is not None

    def _offer(self, found: tuple[Completion, ...]) -> None:
        self._offered = found
        offers = [
            Offer(
                str(place), one.words, match=(0, len(one.letters)), detail=one.tells, cap="" if place else "↓"
            )
            for place, one in enumerate(found)
        ]
        host, cursor = self._popup.host, self._editor.textCursor()
        cursor.setPosition(self._at - len(found[0].letters))
        at = self._editor.viewport().mapTo(host, QPoint(self._editor.cursorRect(cursor).left(), 0)).x()
        # No chip stands before these words.
        left = at + self._lines.place.look.px(LABEL_AT - BARE_LABEL_AT)
        self._popup.open(_("Glossary"), offers, self._lines.frame_in(host), left, quiet=True)

    def _take(self, key: str) -> None:
        if not self._offered:
            return
        taken = self._offered[int(key)]
        self._refused = taken.words
        self.close()
        self._editor.exchange(self._at - len(taken.letters), self._at, taken.words)
        self.close()

    def _on_moved(self) -> None:
        """The cursor went somewhere else."""
        if self._offered and self._editor.position() != self._at:
            self.close()

    def _read(self) -> None:
        if not self._asked:
            self._asked = True
            self._jobs.read(partial(glossary, self._workspace), self._on_read, self)

    def _on_read(self, terms: tuple[tuple[str, str], ...]) -> None:
        self._asked, self._known = False, Completing(terms)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if GlossaryTerm.__name__ in changes.kinds:
            self._known = None
