"""One question on the kiosk: which one it is, what it asks, and the way to answer it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from capture_app.domain.forms.course import is_asked
from capture_app.ui.kiosk.asked import Asked
from capture_app.ui.kiosk.objection import Objection
from capture_app.ui.kiosk.saying import hint_words
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
    """A column of at most 840 pixels in the middle. Where there is no room a wheel, keys or a finger push it."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self.inside = QWidget()
        self._held_at: float | None = None
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held_at = event.globalPosition().y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger on the page, or one that was on something to be tapped and moved on."""
        bar, at = self.verticalScrollBar(), event.globalPosition().y()
        if self._held_at is not None:
            bar.setValue(bar.value() + round(self._held_at - at))
        self._held_at = at

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held_at = None


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
        self._section, self._number = Prose("", look, "capture"), Label("", "capture")
        self.prompt, self._hint = Prose("", look, "kiosk"), Prose("", look, "capture")
        self._as_written = Prose("", look, "secondary")
        self.objection = Objection(look)
        self.asked: Asked | None = None
        self._holder = QVBoxLayout(self.inside)
        for widget in (self._section, self._number, self.prompt, self._hint, self._as_written):
            self._holder.addWidget(widget)
        self._gap = QSpacerItem(0, 0)
        self._holder.addItem(self._gap)
        self._holder.addWidget(self.objection)
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
        item = self._sitting.item
        told = (*self._show_place(), item.prompt)
        self.prompt.set_words(item.prompt)
        hint = item.help or hint_words(item)
        self._hint.set_words(hint)
        self._hint.setVisible(bool(hint))
        self._as_written.set_words(_("Not all of this question has been translated yet."))
        self._as_written.setVisible(self._sitting.untranslated)
        if is_asked(item):
            self._ask()
        else:
            self.setFocus()
        self.verticalScrollBar().setValue(0)
        announce(self, " ".join(f"{words.rstrip('.')}." for words in told if words))

    def object_to(self, words: str) -> None:
        """Say what is not right with the answer yet, below it and at once; empty takes it away."""
        self.objection.say(words)
        if words:
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.objection))

    def forget(self) -> None:
        """Take away what was shown, words and all."""
        self.object_to("")
        if self.asked is not None:
            self.asked.hide()
            self._holder.removeWidget(self.asked)
            self.asked.deleteLater()
            self.asked = None

    def _show_place(self) -> tuple[str, str]:
        """The section, with what it says of itself at its first question, and the number. Gives their words."""
        section, (number, count) = self._sitting.section, self._sitting.number
        heading = section.prompt if section else ""
        words = _("Question {number} of {count}").format(number=number, count=count) if number else ""
        said = section.help if section and self._sitting.begins_section else ""
        self._section.set_words(said, lead=f"{heading}." if said else heading)
        self._section.setVisible(bool(heading))
        self._number.setText(words)
        self._number.setVisible(bool(words))
        return f"{heading}. {said}" if said else heading, words

    def _ask(self) -> None:
        self.asked = Asked(self._sitting.item, self._sitting.answer, self._look)
        self.asked.answered.connect(self._on_answered)
        self.asked.on_wanted.connect(self.on_wanted)
        self._holder.insertWidget(self._holder.count() - 2, self.asked)
        self.asked.show()
        self.asked.focus_first()

    def _on_answered(self) -> None:
        self.object_to("")
        if self.asked is not None:
            self._sitting.put(self.asked.answer())
            self.answered.emit()
