"""One question with its counts drawn, n, and what is no answer beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.forms.bars import apart_words, bars_of
from capture_app.services.shown_results import QuestionCounts
from capture_app.ui.results.bars import DrawnCounts
from capture_app.ui.results.result_words import how_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class QuestionCard(Card):
    """`drawn` are the bars; None where nobody answered, or the question is answered in words."""

    def __init__(self, look: Look, question: QuestionCounts, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        found = question.counted
        title = f"{question.number} · {question.item.prompt}"
        self.setAccessibleName(title)
        self.drawn: DrawnCounts | None = None
        self.add(Prose(title, look, "heading"))
        self.add(Prose(how_words(question.item.kind, found), look, "secondary"))
        if found.n and found.groups:
            self.drawn = DrawnCounts(look, bars_of(found))
            self.add(self.drawn)
        elif not found.n:
            self.add(Prose(_("Nobody answered this question."), look, "strong"))
        apart = FlowRow(look, 18)
        for words in apart_words(found):
            apart.add(Label(words, "secondary"))
        self.add(apart)
