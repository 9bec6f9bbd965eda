"""What is asked of an action under its line: who does it, by when, and what became of it (D15)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from capture_app.domain.dates import read_date
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import ActionState
from capture_app.services.wording import slip_words
from capture_app.ui.capture.faces import action_word
from capture_app.ui.capture.under_line import Asks
from capture_app.ui.style import Look
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _


class ActionAsk(Asks):
    """Two fields and a choice; the date is kept as it is typed, and what cannot be right in it stands below (B3).

    Signals:
        answered(str, str, ActionState): who, by when, and what became of it.
    """

    answered = Signal(str, str, object)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, host)
        self.owner, self.due = QLineEdit(), QLineEdit()
        for words, field in ((_("Who does it"), self.owner), (_("By when"), self.due)):
            field.setAccessibleName(words)
            field.installEventFilter(self)
            self.row.addWidget(Label(words, "secondary"))
            self.row.addWidget(field)
        states = [(state.value, action_word(state)) for state in ActionState]
        self.state = Segments(look, _("What became of it"), states)
        for segment in self.state.findChildren(QWidget):
            segment.installEventFilter(self)
        self._slip = Label("", "warn")
        self._slip.hide()
        self.column.addWidget(self._slip)
        self.due.textChanged.connect(self._tell)
        below = QHBoxLayout()
        below.addWidget(self.state)
        below.addStretch(1)
        below.addWidget(KeyCap(_("Enter"), look))
        self.column.addLayout(below)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width of the fields."""
        super().set_look(look)
        self.owner.setFixedWidth(look.px(180))
        self.due.setFixedWidth(look.px(170))

    def ask(self, line: Line, place: QRect) -> None:
        """Open under a line with what it says now."""
        self.owner.setText(line.owner)
        self.due.setText(line.due.given)
        self.state.set_chosen(line.action_state.value)
        self.place(place)
        self.owner.selectAll()
        self.owner.setFocus(Qt.FocusReason.PopupFocusReason)

    def _tell(self, typed: str) -> None:
        words = slip_words(read_date(typed.strip()))
        if words == self._slip.text():
            return
        self._slip.setText(words)
        self._slip.setVisible(bool(words))
        self.due.setAccessibleDescription(words)
        if self.isVisible():
            self.place(self._line)

    def _take(self) -> None:
        self.hide()
        state = ActionState(self.state.chosen_key() or ActionState.OPEN.value)
        self.answered.emit(self.owner.text().strip(), self.due.text().strip(), state)
