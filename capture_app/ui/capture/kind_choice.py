"""Choosing what kind of line it is: a chord opens the list, one letter chooses (E2, E3)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from capture_app.domain.vocabulary import LineKind
from capture_app.ui.capture.faces import kind_word
from capture_app.ui.capture.line_list import LineList
from capture_app.ui.capture.offer_popup import Offer, OfferPopup
from capture_app.ui.icons import KIND_ICONS
from capture_app.words import _

_LETTERS = {
    LineKind.POINT: "P",
    LineKind.QUOTATION: "Q",
    LineKind.QUESTION: "?",
    LineKind.DECISION: "D",
    LineKind.ACTION: "A",
    LineKind.CONTEXT: "C",
    LineKind.OBSERVATION: "O",
    LineKind.SCRIBE_NOTE: "N",
    LineKind.INCIDENT: "T",
}


class KindChoice(QObject):
    """Signals:
    chosen(LineKind): what was chosen for the active line.
    """

    chosen = Signal(object)

    def __init__(self, lines: LineList, popup: OfferPopup) -> None:
        super().__init__(lines)
        self._lines, self._popup = lines, popup
        self._open = False
        popup.taken.connect(self._take)
        lines.editor.focused.connect(self._on_focused)

    def open(self, now: LineKind) -> None:
        """Offer the kinds below the active line, beginning at the one it has."""
        offers = [
            Offer(kind.value, kind_word(kind), icon=KIND_ICONS[kind], cap=letter)
            for kind, letter in _LETTERS.items()
        ]
        self._open = True
        frame = self._lines.frame_in(self._popup.host)
        self._popup.open(_("Kind of line"), offers, frame, frame.left() + self._lines.place.look.px(60))
        self._popup.step(list(_LETTERS).index(now))

    def close(self) -> None:
        """Offer nothing."""
        if self._open:
            self._open = False
            self._popup.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """While the list is open every key is its own; one that means nothing closes it."""
        if not self._open:
            return False
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self._popup.step(-1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._take(self._popup.chosen().key)
            case Qt.Key.Key_Shift | Qt.Key.Key_Control:
                return True
            case _:
                self._take_letter(event.text())
        return True

    def _take_letter(self, text: str) -> None:
        wanted = "?" if text == "/" else text.upper()  # the key of the question mark without Shift
        kind = next((kind for kind, letter in _LETTERS.items() if letter == wanted), None)
        if kind is None:
            self.close()
        else:
            self._take(kind.value)

    def _take(self, key: str) -> None:
        if self._open:
            self.close()
            self.chosen.emit(LineKind(key))

    def _on_focused(self, writing: bool) -> None:
        if not writing:
            self.close()
