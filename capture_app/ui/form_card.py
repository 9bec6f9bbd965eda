"""One questionnaire on the facilitator's page: not opened, open with n answers in, or closed with its counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.domain.forms.counting import CountGroup
from capture_app.domain.records import Box, Form
from capture_app.domain.vocabulary import Promise
from capture_app.services.wording import promise_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.figures import Figures
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.questioning import ItemResult, OpenBox

FEWEST_FOR_PER_CENT = 30
"""Below this n only counts are shown, never percentages."""


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A form of a session, its box if one is open, those closed, their counts; `paper` is the box of forms on paper."""

    form: Form
    open: OpenBox | None
    closed: tuple[Box, ...]
    results: tuple[ItemResult, ...]
    threshold: int
    paper: OpenBox | None = None

    @property
    def answers(self) -> int:
        """How many answers closed boxes hold."""
        return sum(box.count for box in self.closed)


class FormCard(Card):
    """Signals:
    start_wanted(int or None): start the kiosk; so many people are expected.
    close_wanted(): close the questionnaire.
    paper_wanted(): type up forms on paper.
    """

    start_wanted = Signal(object)
    close_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, look: Look, facts: FormFacts, *, parent: QWidget | None = None) -> None:
        questions = n_("{count} question", "{count} questions", len(facts.form.items))
        super().__init__(look, facts.form.title, detail=questions, parent=parent)
        self._facts = facts
        self.add_aside(_state_chip(look, facts))
        self.expected = QLineEdit()
        self.expected.setValidator(QIntValidator(0, 999, self.expected))
        self.expected.textChanged.connect(self._on_expected)
        self._promise_icon = Icon("lock-simple", look, "priv", 20)
        self._promise = Prose("", look)
        self.start = Button(_("Start the kiosk"), look, "primary", icon="presentation")
        self.start.clicked.connect(self._on_start)
        self.close_box = Button(_("Close the questionnaire"), look)
        self.close_box.clicked.connect(self.close_wanted)
        self.paper = Button(_("Type up paper forms…"), look, icon="pencil-line")
        self.paper.clicked.connect(self.paper_wanted)
        self._fill(look)

    def promise(self) -> str:
        """The promise shown, in words."""
        return self._promise.accessibleName()

    def _fill(self, look: Look) -> None:
        facts = self._facts
        if facts.form.intro:
            self.add(Prose(facts.form.intro, look, "secondary"))
        if facts.open is None and facts.closed:
            self._fill_results(look)
            self.add_section()
            self.add(Label(_("Late answers"), "strong"))
        self._fill_opening(look)
        self._fill_paper()

    def _fill_paper(self) -> None:
        """Forms that were filled in on paper."""
        found = self._facts.paper
        self.add_section()
        self.add(Label(_("Filled in on paper"), "strong"))
        if found is not None:
            self.add(Label(n_("{count} paper form typed up", "{count} paper forms typed up", found.count)))
        self.add(_in_one_row(self.paper))

    def _fill_opening(self, look: Look) -> None:
        facts = self._facts
        if facts.open is None:
            label = _("How many people are expected to answer?")
            field = Field(look, label, self.expected, _("Leave it empty if nobody knows."))
            row = QHBoxLayout()
            row.addWidget(field, 1)
            row.addStretch(2)
            self.section.column.addLayout(row)
        else:
            self.expected.setParent(None)
            count = n_("{count} answer in", "{count} answers in", facts.open.count)
            self.add(Label(count, "title"))
        self.add(self._promise_row(look))
        self.add(self._verbs(look))
        self._on_expected()

    def _promise_row(self, look: Look) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(8))
        row.addWidget(self._promise_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._promise, 1)
        return holder

    def _verbs(self, look: Look) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.start)
        if self._facts.open is not None:
            row.addWidget(self.close_box)
        else:
            self.close_box.setParent(None)
        if self._facts.open is None and self._facts.closed:
            self.start.set_words(_("Open for late answers"))
        row.addStretch(1)
        return holder

    def _on_expected(self) -> None:
        promise, why = self._promised()
        anonymous = promise is Promise.ANONYMOUS
        self._promise_icon.show_icon(
            "fingerprint" if anonymous else "lock-simple", "good" if anonymous else "priv"
        )
        lead, words = promise_words(promise)
        self._promise.set_words(f"{words} {why}".strip(), lead=lead)

    def _promised(self) -> tuple[Promise, str]:
        """What the kiosk will truthfully say, and why it says no more (practice 2.10)."""
        facts, expected = self._facts, self._expected()
        anonymous = expected is not None and expected >= facts.threshold
        if facts.open is not None:
            anonymous = facts.open.promise is Promise.ANONYMOUS
            expected = facts.open.expected
        if anonymous:
            return Promise.ANONYMOUS, ""
        few = _("Anonymous needs at least {threshold} expected people, because fewer can be guessed.")
        why = few.format(threshold=facts.threshold)
        if expected is None:
            why = _("{why} Here nobody has said how many are expected.").format(why=why)
        return Promise.CONFIDENTIAL, why

    def _on_start(self) -> None:
        self.start_wanted.emit(self._expected())

    def _expected(self) -> int | None:
        """How many are expected, 0 too; None where nobody knows (F7)."""
        words = self.expected.text()
        return int(words) if words else None

    def _fill_results(self, look: Look) -> None:
        for result in self._facts.results:
            self.add_section()
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(4))
            column.addWidget(Prose(result.item.prompt, look, "strong"))
            for group in result.counted.groups:
                if heading := group_words(group):
                    column.addWidget(Prose(heading, look))
                column.addWidget(Figures(look, list(_figures(group))))
            column.addWidget(Prose(_n_words(result), look, "caption"))
            self.add(holder)


def _in_one_row(button: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder


def group_words(group: CountGroup) -> str:
    """Of which row or place these counts are; empty where a question has only one."""
    return _("On place {place}").format(place=group.place) if group.place else group.row


def _figures(group: CountGroup) -> Iterator[tuple[int, str]]:
    for number, one in enumerate(group.counts, start=1):
        yield one.count, _option_words(one.label or str(number), one.count, group.n)


def _option_words(label: str, count: int, n: int) -> str:
    if n < FEWEST_FOR_PER_CENT:
        return label
    return _("{label} ({share} %)").format(label=label, share=round(100 * count / n))


def _n_words(result: ItemResult) -> str:
    """ "n = 13 · 1 would rather not say · 2 left blank"."""
    found = result.counted
    parts = [_("n = {count}").format(count=found.n)]
    if not found.groups:
        parts = [n_("{count} written answer", "{count} written answers", found.n)]
    if found.rather_not_say:
        parts.append(_("{count} would rather not say").format(count=found.rather_not_say))
    if found.blank:
        parts.append(_("{count} left blank").format(count=found.blank))
    if found.not_asked:
        parts.append(_("{count} not asked").format(count=found.not_asked))
    if found.several_marked:
        parts.append(_("{count} with more than one marked").format(count=found.several_marked))
    return " · ".join(parts)


def _state_chip(look: Look, facts: FormFacts) -> Chip:
    if facts.open is not None:
        return Chip(_("Open"), look, "accent", icon="pencil-simple")
    if facts.closed:
        words = n_("Closed, {count} answer", "Closed, {count} answers", facts.answers)
        return Chip(words, look, "good", icon="check")
    return Chip(_("Not opened"), look, "plain")
