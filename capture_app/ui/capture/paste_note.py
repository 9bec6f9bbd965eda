"""What is said after pasting, or after adding a file: how many lines came, and what was taken off them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect

from capture_app.ui.capture.pasting import MOST, Pasted, Pasting
from capture_app.ui.capture.under_line import Hint
from capture_app.ui.capture.verdicts import side_words
from capture_app.ui.keys import KeyMap
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _, n_, number_words


class PasteNote(QObject):
    """Says it where a thing that can be undone is said; below the line where nothing was pasted."""

    def __init__(
        self, pasting: Pasting, toast: Toast, hint: Hint, keymap: KeyMap, place: Callable[[], QRect]
    ) -> None:
        """`place` is that of the line in hand."""
        super().__init__(pasting)
        self._pasting, self._toast, self._hint, self._place = pasting, toast, hint, place
        self._keymap = keymap
        pasting.pasted.connect(self._on_pasted)
        pasting.kept_out.connect(self._on_kept_out)
        pasting.refused.connect(self._on_refused)

    def tell_added(self, count: int, undo: Callable[[], None]) -> None:
        """Lines of a file were added; calling `undo` takes them back."""
        words = n_("{count} line added from the file.", "{count} lines added from the file.", count)
        self._toast.offer(" ".join(filter(None, (words, _way_back(self._cap())))), undo)

    def _on_pasted(self, pasted: Pasted, undo: Callable[[], None]) -> None:
        words = paste_note(pasted, names_locked=self._pasting.names_locked, cap=self._cap())
        self._toast.offer(words, undo)

    def _on_kept_out(self, count: int) -> None:
        self._hint.say("lock-simple", _private(count), self._place())

    def _on_refused(self, count: int) -> None:
        words = _("This would be {count} lines, and {most} can be pasted at once. Nothing was pasted.")
        self._hint.say("warning", words.format(count=number_words(count), most=MOST), self._place())

    def _cap(self) -> str:
        return self._keymap["edit.undo"].cap.replace(" ", "+")


def paste_note(pasted: Pasted, *, names_locked: bool, cap: str) -> str:
    """The sentences; `cap` is the key that undoes, empty where there is none."""
    lines = pasted.lines
    names = _names_out if names_locked else _names_in
    told = (
        n_("{count} line pasted.", "{count} lines pasted.", sum(bool(line.text) for line in lines)),
        _sides(*pasted.sides),
        _some(_marks, sum(bool(line.mark) for line in lines)),
        _some(_breaks, sum(line.joined for line in lines)),
        _some(_messages, sum(bool(line.head) for line in lines)),
        _some(names, sum(bool(line.name) for line in lines)),
        _some(_private, pasted.private),
        _way_back(cap),
    )
    return " ".join(filter(None, told))


def _sides(first: int, second: int) -> str:
    """Into which columns a list of what speaks for and against something went (D5)."""
    if not (first or second):
        return ""
    words = _("{first} went to {one}, {second} to {other}.")
    counts = {"first": number_words(first), "second": number_words(second)}
    return words.format(one=side_words(0), other=side_words(1), **counts)


def _way_back(cap: str) -> str:
    return _("{key} takes all of it back.").format(key=cap) if cap else ""


def _some(words: Callable[[int], str], count: int) -> str:
    return words(count) if count else ""


def _marks(count: int) -> str:
    return n_("{count} bullet or number taken off.", "{count} bullets or numbers taken off.", count)


def _breaks(count: int) -> str:
    return n_("{count} broken line joined.", "{count} broken lines joined.", count)


def _messages(count: int) -> str:
    return n_("{count} chat message with its time.", "{count} chat messages with their times.", count)


def _names_out(count: int) -> str:
    return n_("{count} name left out.", "{count} names left out.", count)


def _names_in(count: int) -> str:
    return n_("{count} name kept as words.", "{count} names kept as words.", count)


def _private(count: int) -> str:
    return n_(
        "{count} message left out that was not written for everybody.",
        "{count} messages left out that were not written for everybody.",
        count,
    )
