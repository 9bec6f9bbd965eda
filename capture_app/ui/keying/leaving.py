"""What is asked before something half-done with paper forms is left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

__all__ = ["ask_to_leave"]


def ask_to_leave(look: Look, parent: QWidget) -> Question:
    """Whether to leave in the middle of a form."""
    question = Question(
        look,
        _("Stop in the middle of this form?"),
        _("Leave it out"),
        harmless=_("Go on typing"),
        grave=True,
        parent=parent.window(),
    )
    words = _("What is typed of this form goes, and so it is not counted. Forms that were put away stay.")
    question.add(Prose(words, look))
    return question
