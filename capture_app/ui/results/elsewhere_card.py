"""The same question in other sessions, beside what was answered here; where it is another question, why (F3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from capture_app.domain.forms.bars import BarGroup, bars_of
from capture_app.domain.forms.counting import Counted
from capture_app.domain.vocabulary import ItemKind
from capture_app.services.question_results import Elsewhere
from capture_app.services.shown_results import QuestionCounts
from capture_app.ui.results.fills import FillKey
from capture_app.ui.results.parts_bar import PartsBar
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, number_words

_IN_PARTS = (ItemKind.CHOICE, ItemKind.SCALE, ItemKind.MATRIX, ItemKind.RANK)
"""Kinds of which one who answers makes one choice in a group, so that the parts come to n."""


class ElsewhereCard(Card):
    """Sessions as they were held, after this one; `said` is what stands at each in words."""

    def __init__(
        self,
        look: Look,
        here: str,
        question: QuestionCounts,
        elsewhere: Sequence[Elsewhere],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _("The same question in other sessions"), parent=parent)
        self._look, self._question = look, question
        self.said: list[str] = []
        there = [(_place(one), one.counted, one.why) for one in elsewhere]
        rows = [(here, question.counted, ""), *there]
        groups = bars_of(question.counted) if question.item.kind in _IN_PARTS else ()
        for at, group in enumerate(groups):
            if group.heading:
                self.add(Prose(group.heading, look, "strong"))
            self.add(self._grid(rows, at))
        if not groups:
            self.add(self._grid(rows, None))
        if any(found is not None and found.n for _words, found, _why in there):
            if groups:
                self._add_key(groups[0])
            self.add(Prose(_with_care(), look, "secondary"))

    def _grid(self, rows: Sequence[tuple[str, Counted | None, str]], at: int | None) -> QWidget:
        holder, look = QWidget(), self._look
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 6)
        for row, (words, found, why) in enumerate(rows):
            grid.addWidget(Prose(words, look, "" if row else "strong"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            if found is None:
                grid.addWidget(self._told(words, why), row, 1, 1, 2)
                continue
            group = bars_of(found)[at] if at is not None else None
            grid.addWidget(self._drawn(words, found, group), row, 1)
            n = Label(_("n = {count}").format(count=number_words(group.n if group else found.n)), "secondary")
            grid.addWidget(n, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _drawn(self, words: str, found: Counted, group: BarGroup | None) -> QWidget:
        """A bar in parts; in words where the choices of one person are in several of them, or none is the same."""
        if not found.n:
            return self._told(words, _("Nobody answered this question."))
        if group is not None and group.n:
            bar = PartsBar(self._look, group)
            self.said.append(f"{words}: {bar.accessibleName()}")
            return bar
        bars = (bar for one in bars_of(found) for bar in one.bars if bar.count)
        return self._told(words, " · ".join(f"{bar.label}: {bar.words}" for bar in bars))

    def _told(self, place: str, words: str) -> Prose:
        self.said.append(f"{place}: {words}")
        return Prose(words, self._look, "secondary")

    def _add_key(self, group: BarGroup) -> None:
        key = FlowRow(self._look, 18)
        for bar in group.bars:
            key.add(FillKey(self._look, bar.fill, bar.label))
        self.add(key)


def _place(there: Elsewhere) -> str:
    if not there.edition:
        return there.session
    return _("{session}, edition {edition}").format(session=there.session, edition=there.edition)


def _with_care() -> str:
    return _(
        "The question has the same words and answers in all that are counted here. "
        "Other people came each time, so compare with care."
    )
