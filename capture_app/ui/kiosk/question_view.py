"""One question on the kiosk: which one it is, what it asks, and the way to answer it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind
from capture_app.ui.kiosk.asked import Asked
from capture_app.ui.kiosk.sitting import Sitting
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_WIDE, _SIDE = 872, 16
"""Pixels of the column at 100 %, and of its margins, in which a focus ring has room."""


_LARGE = 150
"""Text size in per cent from which the question fills the screen and starts higher up."""


class Column(ScrollColumn):
    """A column of at most 840 pixels in the middle, which scrolls where there is no room."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self.inside = QWidget()
        super().__init__(look, margins=False, parent=parent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.inside, 1000)
        row.addStretch(1)
        self.column.addLayout(row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        super().set_look(look)
        self.inside.setMaximumWidth(look.px(_WIDE))


class QuestionView(Column):
    """Signals:
    answered(): the answer is another; it stands in the sitting already.
    on_wanted(): Enter was pressed while writing.
    """

    answered = Signal()
    on_wanted = Signal()

    def __init__(self, look: Look, sitting: Sitting, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look, self._sitting = look, sitting
        self._number, self.prompt = Label("", "capture"), Prose("", look, "kiosk")
        self._hint = Prose("", look, "capture")
        self.asked: Asked | None = None
        self._holder = QVBoxLayout(self.inside)
        for widget in (self._number, self.prompt, self._hint):
            self._holder.addWidget(widget)
        self._gap = QSpacerItem(0, 0)
        self._holder.addItem(self._gap)
        self._holder.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        super().set_look(look)
        if hasattr(self, "_holder"):
            self._look = look
            side, top = (_SIDE, 56) if look.scale < _LARGE else (40, 12)
            self._holder.setContentsMargins(*(look.px(edge) for edge in (side, top, side, 24)))
            self._holder.setSpacing(look.px(6))
            self._gap.changeSize(0, look.px(12))

    def show_question(self) -> None:
        """Show where the sitting is now."""
        self.forget()
        item, sitting = self._sitting.item, self._sitting
        words = _("Question {number} of {count}").format(number=sitting.place + 1, count=sitting.count)
        self._number.setText(words)
        self.prompt.set_words(item.prompt)
        self._hint.set_words(item.help or _usual_hint(item))
        self.asked = Asked(item, sitting.answer, self._look)
        self.asked.answered.connect(self._on_answered)
        self.asked.on_wanted.connect(self.on_wanted)
        self._holder.insertWidget(self._holder.count() - 1, self.asked)
        self.asked.show()
        self.verticalScrollBar().setValue(0)
        self.asked.focus_first()
        announce(self, f"{words}. {item.prompt}")

    def forget(self) -> None:
        """Take away what was shown, words and all."""
        if self.asked is not None:
            self.asked.hide()
            self._holder.removeWidget(self.asked)
            self.asked.deleteLater()
            self.asked = None

    def _on_answered(self) -> None:
        if self.asked is not None:
            self._sitting.put(self.asked.answer())
            self.answered.emit()


def _usual_hint(item: Item) -> str:
    return {
        ItemKind.CHOICE: _("Choose one."),
        ItemKind.FIGURE: _("Write a number."),
    }.get(item.kind, _("Write as much or as little as you like."))
