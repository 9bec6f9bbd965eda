"""Results of questionnaires: of one session for its facilitator, of all of them for the lead (F1 to F3, F7)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.vocabulary import About
from capture_app.services.answer_themes import tag_answer
from capture_app.services.question_results import QuestionClosely, question_closely
from capture_app.services.shown_results import (
    Asked,
    FormResults,
    QuestionCounts,
    asked_and_closed,
    form_results,
)
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.record_list import Shown
from capture_app.ui.results.elsewhere_card import ElsewhereCard
from capture_app.ui.results.question_card import QuestionCard
from capture_app.ui.results.result_words import (
    again_words,
    asked_words,
    rate_words,
    split_words,
    warnings,
    ways_words,
)
from capture_app.ui.results.results_frame import ResultsFrame
from capture_app.ui.results.written_card import WrittenCard
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, number_words

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace

_SHOWS = {"AnswerTheme", "Box", "Form", "Session", "Statement", "StatementLink", "Theme", "ThemeLabel"}


@dataclass(frozen=True, slots=True)
class _Read:
    """What can be chosen, and what is; `results` is None where nothing was closed yet."""

    offered: tuple[Asked, ...]
    results: FormResults | None


class ResultsView(ResultsFrame):
    """`lead` says whether what was written is shown too, with its themes: a facilitator sees counts alone (F4).

    Signals:
        open_wanted(str, str): go to a record of this kind and id.
    """

    open_wanted = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        look: Look,
        *,
        lead: bool,
        session: str = "",
        form: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _nothing(lead=lead), back=not lead, parent=parent)
        self._workspace, self._jobs, self._lead, self._session = workspace, jobs, lead, session
        self._wanted = (session, form)
        self.results: FormResults | None = None
        self.question: QuestionCard | None = None
        self.elsewhere: ElsewhereCard | None = None
        self.written: WrittenCard | None = None
        self._stale, self._shown = False, ""
        self._at: dict[About, str] = {}
        self.choice.activated.connect(self._on_choice)
        self.about.chosen.connect(lambda _key: self._show_list())
        self.list.chosen.connect(self._on_question)
        jobs.changed.connect(self._on_changed)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        job = partial(_gather, self._workspace, self._session, self._wanted)
        self._jobs.read(job, self._show, self)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & _SHOWS:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _show(self, read: _Read) -> None:
        self.results = found = read.results
        self.show_nothing(found is None)
        if found is None:
            return
        self._wanted = (found.session.id, found.form.id)
        self._offer(read.offered)
        self.head.set_title(_("Results · {session}").format(session=found.session.label))
        self.rate.setText(rate_words(found.rate))
        self.ways.setText(ways_words(found.boxes))
        asked = [about for about in About if found.about(about)]
        self.show_choices(choice=len(read.offered) > 1, about=len(asked) > 1)
        if asked and self.about.chosen_key() not in asked:
            self.about.set_chosen(asked[0].value)
        self._show_list()

    def _offer(self, offered: tuple[Asked, ...]) -> None:
        several = len({one.session.id for one in offered}) > 1
        self.choice.clear()
        for one in offered:
            self.choice.addItem(asked_words(one, several=several), (one.session.id, one.form.id))
        places = [(one.session.id, one.form.id) for one in offered]
        self.choice.setCurrentIndex(places.index(self._wanted))

    def _show_list(self) -> None:
        """The questions on the subject, or on the workshop; one stays at the question one was at there."""
        if self.results is None:
            return
        asked = self.results.about(self._about())
        rows = [Shown(one.key, f"{one.number} · {one.item.prompt}", _n_words(one)) for one in asked]
        keys, wanted = [row.record for row in rows], self._at.get(self._about(), "")
        with QSignalBlocker(self.list):  # what one is at is read once, below
            self.list.show_rows(rows)
            self.list.go_to(wanted if wanted in keys else keys[0] if keys else "")
        self._read_question()

    def _on_choice(self) -> None:
        self._wanted = self.choice.currentData()
        self._read()

    def _on_question(self, _key: str) -> None:
        self._read_question()

    def _read_question(self) -> None:
        """What there is to the question one is at, beside its counts."""
        found, key = self.results, self.list.current
        if found is None or not key:
            self.show_cards([])
            return
        self._at[self._about()] = key
        job = partial(question_closely, self._workspace, found.session.id, found.form.id, key)
        self._jobs.read(job, partial(self._show_question, found, key), self)

    def _show_question(self, found: FormResults, key: str, closely: QuestionClosely) -> None:
        if found is not self.results or key != self.list.current:
            return
        question = next(one for one in found.questions if one.key == key)
        same, shown = self._shown == key, len(self.written.rows) if self.written else 0
        self._shown = key
        self.question, self.elsewhere, self.written = QuestionCard(self._look, question), None, None
        cards: list[QWidget] = [self.question, *self._minded(found, question)]
        if closely.elsewhere:
            self.elsewhere = ElsewhereCard(self._look, found.session.label, question, closely.elsewhere)
            cards.append(self.elsewhere)
        cards += self._answers(question, closely, shown if same else 0)
        self.show_cards(cards)
        if not same:
            self.go_to_top()

    def _minded(self, found: FormResults, question: QuestionCounts) -> list[QWidget]:
        """What is to be minded of these counts."""
        small = warnings(question.counted) if self._lead else ()
        banners: list[QWidget] = [Banner(self._look, "warn", *said) for said in small]
        if split := split_words(found.boxes):
            banners.append(Banner(self._look, "priv", split))
        if again := again_words(found.again):
            banners.append(Banner(self._look, "warn", again))
        return banners

    def _answers(self, question: QuestionCounts, closely: QuestionClosely, shown: int) -> list[QWidget]:
        if not closely.written:
            return []
        if not self._lead:
            words = _("What was written is for the project lead, and is not shown here.")
            return [Prose(words, self._look, "secondary")]
        card = self.written = WrittenCard(
            self._look,
            closely,
            reasons=bool(question.item.options),
            evidence=question.item.about is About.CONTENT,
            shown=shown,
        )
        card.tagged.connect(partial(self._tag, question.key))
        card.evidence_wanted.connect(lambda ballot: self.open_wanted.emit("Ballot", ballot))
        return [card]

    def _tag(self, key: str, ballot: str, theme: str, on: bool) -> None:
        job = partial(tag_answer, self._workspace, ballot, key, theme, on)
        self._jobs.write(job, lambda _done: None, self)

    def _about(self) -> About:
        return About(self.about.chosen_key() or About.CONTENT)


def _n_words(question: QuestionCounts) -> str:
    return _("n = {count}").format(count=number_words(question.counted.n))


def _nothing(*, lead: bool) -> str:
    if lead:
        return _(
            "No questionnaire is closed in this workspace yet. Results stand here once a facilitator has closed one "
            "and their bundle is taken in."
        )
    return _("This questionnaire is not closed yet. Its results stand here once it is.")


def _gather(workspace: Workspace, session: str, wanted: tuple[str, str]) -> _Read:
    """What can be chosen, and the one wanted; else the last that anybody answered."""
    offered = asked_and_closed(workspace, session)
    places = [(one.session.id, one.form.id) for one in offered]
    if not places:
        return _Read(offered, None)
    if wanted not in places:
        answered = [place for place, one in zip(places, offered, strict=True) if one.count]
        wanted = (answered or places)[-1]
    return _Read(offered, form_results(workspace, *wanted))
