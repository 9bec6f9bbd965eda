"""What is asked before minutes are marked as agreed: whether decisions and actions may stay out of the version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Line
from capture_app.ui.capture.faces import kind_word
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

_SHOWN = 6
"""So many lines are told; of the rest how many there are."""


def ask_to_leave_out(look: Look, lines: Sequence[Line], parent: QWidget) -> Question:
    """Whether to mark the version as agreed although documents will then tell none of these."""
    title = n_(
        "{count} decision or action is not in the agreed version.",
        "{count} decisions and actions are not in the agreed version.",
        len(lines),
    )
    question = Question(look, title, _("Mark as agreed"), harmless=_("Not yet"), parent=parent.window())
    question.add(
        Prose(
            _("Documents tell only what is agreed. Two people may have written one thing down in two ways."),
            look,
        )
    )
    for line in lines[:_SHOWN]:
        question.add(Prose(line.text, look, lead=f"{kind_word(line.line_kind)}."))
    if len(lines) > _SHOWN:
        question.add(Prose(n_("And {count} more.", "And {count} more.", len(lines) - _SHOWN), look))
    return question
