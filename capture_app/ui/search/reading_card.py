"""The right side of the search: the record that is chosen, to be read, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.records import Line
from capture_app.services.reading import Reading
from capture_app.ui.history.history_desk import HistoryDesk
from capture_app.ui.merge.naming import sentence_case
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _


class ReadingCard(QWidget):
    """Signals:
    open_wanted(Reading): show it on the page where it stands.
    aside_wanted(str): set this line aside as sensitive.
    """

    open_wanted = Signal(object)
    aside_wanted = Signal(str)

    def __init__(self, look: Look, history: HistoryDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.history = look, history
        self.reading: Reading | None = None
        self._called, self._place = Prose("", look, "question"), Prose("", look, "secondary")
        self.open = Button(_("Open where it stands"), look, size="row")
        self.open.clicked.connect(lambda: self.open_wanted.emit(self.reading))
        self.aside = Button(_("Set aside as sensitive"), look, size="row", icon="eye-slash")
        self.aside.clicked.connect(self._on_aside)
        self._buttons, self._fields = QHBoxLayout(), QVBoxLayout()
        self._heading = Label(_("History"), "heading")
        self._anonymous = Prose(_no_history(), look, "secondary")
        self._none = EmptyState(look, "text-align-left", _("What you choose at the left is shown here."))
        self.column = ScrollColumn(look, top=14)
        self._build()
        self.set_look(look)
        self.show_reading(None, opens=False)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._buttons.setSpacing(look.px(8))
        self._fields.setSpacing(look.px(3))

    def show_reading(self, reading: Reading | None, *, opens: bool) -> None:
        """Show a record, or that none is chosen. `opens`: a page shows it where it stands."""
        same = self.reading is not None and reading is not None and self.reading.record == reading.record
        self.reading = reading
        self.column.setVisible(reading is not None)
        self._none.setVisible(reading is None)
        if reading is None:
            self.history.clear()
            return
        self._called.set_words(reading.called)
        self._place.set_words(" · ".join(part for part in (reading.kind_words, reading.place) if part))
        self.open.setVisible(opens)
        self.aside.setVisible(reading.kind == Line.__name__)
        self._show_fields(reading)
        self._anonymous.setVisible(not reading.has_history)
        self.history.setVisible(reading.has_history)
        if not reading.has_history:
            self.history.clear()
        elif not same:
            self.history.show_record(reading.kind, reading.record)
            self.column.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.column, 1)
        column.addWidget(self._none, 1)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column.setAccessibleName(_("What is chosen"))
        inner = self.column.column
        inner.addWidget(self._place)
        inner.addWidget(self._called)
        for button in (self.open, self.aside):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        inner.addLayout(self._buttons)
        inner.addLayout(self._fields)
        inner.addWidget(self._heading)
        inner.addWidget(self._anonymous)
        inner.addWidget(self.history)
        inner.addStretch(1)

    def _on_aside(self) -> None:
        if self.reading is not None:
            self.aside_wanted.emit(self.reading.record)

    def _show_fields(self, reading: Reading) -> None:
        while (item := self._fields.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, value in reading.fields:
            if value != reading.called:
                self._fields.addSpacing(self._look.px(6))
                self._fields.addWidget(Label(sentence_case(name), "label"))
                self._fields.addWidget(Prose(value, self._look))


def _no_history() -> str:
    return _("Answers from a questionnaire keep no history, so that nobody can tell who answered when.")
