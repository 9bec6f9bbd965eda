"""What every way to answer a question has in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from capture_app.domain.values import Answer, Item
from capture_app.ui.kiosk.writing import OwnWords
from capture_app.ui.style import Look


class Way(QWidget):
    """Shows what there is to tap or to write, nothing of it preselected (practice 2.8).

    tapped: what can be tapped, in the order of its numbers; words: where one writes, or None.

    Signals:
        changed(): the answer is another.
        on_wanted(): Enter was pressed while writing.
    """

    changed = Signal()
    on_wanted = Signal()

    tapped: Sequence[QAbstractButton] = ()
    words: OwnWords | None = None
    numbered = True
    """Whether a figure key taps what has that number. Not where a figure is part of what one writes."""

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self.column.setSpacing(look.px(12))

    def answer(self) -> Answer | None:
        """What was answered; None for nothing."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Show what was answered before."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take back what was tapped: somebody would rather not say. What was written stays, to be wanted again."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """To the writing, where the whole question is written; else to nothing, so that nothing seems chosen."""
        self.setFocus()

    def write(self, words: OwnWords) -> None:
        """Let somebody write; where it stands is up to whoever shows this."""
        self.words = words
        words.changed.connect(self.changed)
        words.on_wanted.connect(self.on_wanted)
