"""One questionnaire on the facilitator's page: not opened, open with n answers in, or closed with its counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.domain.records import Box, Form
from capture_app.domain.vocabulary import Promise, WayIn
from capture_app.services.wording import promise_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.count_field import CountField
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.questioning import OpenBox


@dataclass(frozen=True, slots=True)
class FormFacts:
    """A form of a session, its boxes if they are open: the kiosk's, that of a file, that of paper; and those closed."""

    form: Form
    open: OpenBox | None
    from_file: OpenBox | None
    closed: tuple[Box, ...]
    threshold: int
    paper: OpenBox | None = None

    @property
    def answers(self) -> int:
        """How many answers closed boxes hold."""
        return sum(box.count for box in self.closed)

    @property
    def takes_files(self) -> bool:
        """Whether answers of a file can still come in: those of one that were closed are not added to."""
        return all(box.way_in is not WayIn.FILE for box in self.closed)


class FormCard(Card):
    """Signals:
    start_wanted(int or None): start the kiosk; so many people are expected.
    close_wanted(OpenBox): close the questionnaire, or the answers of a file.
    file_wanted(): bring in a file of answers.
    take_out_wanted(OpenBox): take the answers of a file out again.
    paper_wanted(): type up forms on paper.
    results_wanted(): look at what came out of it.
    """

    start_wanted = Signal(object)
    close_wanted = Signal(object)
    file_wanted = Signal()
    take_out_wanted = Signal(object)
    paper_wanted = Signal()
    results_wanted = Signal()

    def __init__(self, look: Look, facts: FormFacts, *, parent: QWidget | None = None) -> None:
        questions = n_("{count} question", "{count} questions", len(facts.form.items))
        super().__init__(look, facts.form.title, detail=questions, parent=parent)
        self._facts = facts
        self.add_aside(_state_chip(look, facts))
        label = _("How many people are expected to answer?")
        self._people = CountField(look, label, _("Leave it empty if nobody knows."))
        self.expected = self._people.typed
        self._people.changed.connect(self._on_expected)
        self._promise_icon = Icon("lock-simple", look, "priv", 20)
        self._promise = Prose("", look)
        self.start = Button(_("Start the kiosk"), look, "primary", icon="presentation")
        self.start.clicked.connect(self._on_start)
        self.close_box = Button(_("Close the questionnaire"), look)
        self.close_box.clicked.connect(lambda: self.close_wanted.emit(self._facts.open))
        newer = _("Bring in a newer file…") if facts.from_file else _("Bring in a file of answers…")
        self.file = Button(newer, look, icon="file-arrow-down")
        self.file.clicked.connect(self.file_wanted)
        self.close_file = Button(_("Close these answers"), look)
        self.close_file.clicked.connect(lambda: self.close_wanted.emit(self._facts.from_file))
        self.take_out = Button(_("Take them out…"), look)
        self.take_out.clicked.connect(lambda: self.take_out_wanted.emit(self._facts.from_file))
        self.results = Button(_("See the results"), look, icon="chart-bar-horizontal")
        self.results.clicked.connect(self.results_wanted)
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
        if facts.closed:
            self._fill_results(look)
        else:
            self.results.setParent(None)
        if facts.open is None and facts.closed:
            self.add_section()
            self.add(Label(_("Late answers"), "strong"))
        self._fill_opening(look)
        self._fill_paper(look)
        self._fill_file(look)

    def _fill_file(self, look: Look) -> None:
        """Answers that people gave in another tool."""
        found = self._facts.from_file
        shown = [self.file] if self._facts.takes_files else []
        shown += [self.close_file, self.take_out] if shown and found else []
        for button in {self.file, self.close_file, self.take_out} - set(shown):
            button.setParent(None)
        if not shown:
            return
        self.add_section()
        self.add(Label(_("Answered in another tool"), "strong"))
        if found is None:
            words = _("Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey, Qualtrics, or any table.")
        else:
            words = n_("{count} answer of a file is in", "{count} answers of a file are in", found.count)
        self.add(Prose(words, look, "secondary" if found is None else "body"))
        self.add(_in_lines(look, *shown))

    def _fill_paper(self, look: Look) -> None:
        """Forms that were filled in on paper."""
        found = self._facts.paper
        self.add_section()
        self.add(Label(_("Filled in on paper"), "strong"))
        if found is not None:
            self.add(Label(n_("{count} paper form typed up", "{count} paper forms typed up", found.count)))
        self.add(_in_a_row(look, self.paper))

    def _fill_opening(self, look: Look) -> None:
        facts = self._facts
        if facts.open is None:
            row = QHBoxLayout()
            row.addWidget(self._people, 1)
            row.addStretch(2)
            self.section.column.addLayout(row)
        else:
            self._people.setParent(None)
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
        if self._facts.open is None:
            self.close_box.setParent(None)
        if self._facts.open is None and self._facts.closed:
            self.start.set_words(_("Open for late answers"))
        return _in_a_row(look, self.start, *([self.close_box] if self._facts.open else []))

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
        facts, expected = self._facts, self._people.count()
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
        if self._people.wrong():
            self.expected.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.start_wanted.emit(self._people.count())

    def _fill_results(self, look: Look) -> None:
        """The way to the counts, which have a page of their own."""
        self.add(_in_a_row(look, self.results))


def _in_a_row(look: Look, *buttons: Button) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder


def _in_lines(look: Look, *buttons: Button) -> QWidget:
    """Beside each other as far as there is room."""
    row = FlowRow(look, 8)
    for button in buttons:
        row.add(button)
    return row


def _state_chip(look: Look, facts: FormFacts) -> Chip:
    if facts.open is not None:
        return Chip(_("Open"), look, "accent", icon="pencil-simple")
    if facts.closed:
        words = n_("Closed, {count} answer", "Closed, {count} answers", facts.answers)
        return Chip(words, look, "good", icon="check")
    if facts.from_file or facts.paper:
        return Chip(_("Answers are in"), look, "accent", icon="pencil-simple")
    return Chip(_("Not opened"), look, "plain")
