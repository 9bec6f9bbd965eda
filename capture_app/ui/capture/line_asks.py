"""What is asked for under a line: hands, where to find what it names, who does an action, how long trouble lasted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import LineKind
from capture_app.ui.capture.action_ask import ActionAsk
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.line_marks import LineMarks
from capture_app.ui.capture.under_line import OneText, TwoNumbers
from capture_app.ui.style import Look
from capture_app.words import _


class LineAsks:
    """Asks about the active line of a desk. `people`: how many sit in the group, of whom hands are raised."""

    def __init__(self, desk: LineDesk, marks: LineMarks, look: Look, host: QWidget) -> None:
        self._desk, self._host = desk, host
        self.people: int | None = None
        names = (_("Hands up"), _("Of how many"))
        self._hands = TwoNumbers(look, host, (_("Hands up"), _("of")), names)
        self._reference = OneText(look, host, _("Where to find it"))
        self.action_ask = ActionAsk(look, host)
        words = (_("Minutes it lasted"), _("People affected"))
        self.trouble_ask = TwoNumbers(look, host, words, words)
        self._hands.answered.connect(marks.set_hands)
        self._reference.answered.connect(marks.set_reference)
        self.action_ask.answered.connect(marks.set_action)
        self.trouble_ask.answered.connect(marks.set_trouble)
        for asked in (self._hands, self._reference, self.action_ask, self.trouble_ask):
            asked.given_up.connect(desk.editor.setFocus)

    def hands(self) -> None:
        """How many hands went up, of how many."""
        view = self._desk.active()
        if view is not None:
            of = view.line.hands_of if view.line.hands_of is not None else self.people
            self._hands.ask(view.line.hands, of, self._desk.lines.frame_in(self._host))

    def reference(self) -> None:
        """Where to find what the line names (D7). A line without words goes, and would take that along."""
        view, desk = self._desk.active(), self._desk
        if view is not None and desk.book.is_blank(desk.row):
            desk.refused.emit(_("Write the line first. Then say where to find what it names."))
        elif view is not None:
            self._reference.ask(view.line.reference, self._desk.lines.frame_in(self._host))

    def action(self) -> None:
        """Who does it and by when; a line of another kind becomes an action by the answer (D15)."""
        view = self._desk.active()
        if view is not None:
            self.action_ask.ask(view.line, self._desk.lines.frame_in(self._host))

    def trouble(self) -> None:
        """Sound or link broke: in this line if it is empty or says so, else in a new one (practice 2.6)."""
        desk, view = self._desk, self._desk.active()
        if view is None:
            return
        if view.line.line_kind is not LineKind.INCIDENT:
            if not desk.book.is_blank(desk.row):
                desk.begin(desk.row)
            words = _("Sound or link trouble")
            desk.book.write(desk.row, words)
            desk.editor.set_cursor(len(words))
            desk.book.change(desk.row, line_kind=LineKind.INCIDENT)
        line = desk.model.at(desk.row).line
        self.trouble_ask.ask(line.lasted, line.affected, desk.lines.frame_in(self._host))
