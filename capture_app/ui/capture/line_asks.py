"""What is asked for under a line: how many hands went up, and where to find what it names."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

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
        self._hands.answered.connect(marks.set_hands)
        self._reference.answered.connect(marks.set_reference)
        for asked in (self._hands, self._reference):
            asked.given_up.connect(desk.editor.setFocus)

    def hands(self) -> None:
        """How many hands went up, of how many."""
        view = self._desk.active()
        if view is not None:
            of = view.line.hands_of if view.line.hands_of is not None else self.people
            self._hands.ask(view.line.hands, of, self._desk.lines.frame_in(self._host))

    def reference(self) -> None:
        """Where to find what the line names (D7)."""
        view = self._desk.active()
        if view is not None:
            self._reference.ask(view.line.reference, self._desk.lines.frame_in(self._host))
