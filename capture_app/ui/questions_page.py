"""The questionnaires of a session: opening one for the kiosk, watching answers come in, closing it, counts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from capture_app.domain.records import Form
from capture_app.domain.vocabulary import WayIn
from capture_app.services.questioning import Questionnaires, close_box, open_box, questionnaires
from capture_app.services.wording import kept_apart_words
from capture_app.ui.answers.bringing import AnswersIn
from capture_app.ui.dialogs.question import Question
from capture_app.ui.form_card import FormCard, FormFacts
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.done import Done
    from capture_app.services.questioning import OpenBox
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.keying.paper_forms import PaperForms
    from capture_app.ui.kiosk.kiosk_window import KioskWindow
    from capture_app.ui.results.results_view import ResultsView

_SHOWS = {"OpenBox", "Box", "Form", "Session"}


class QuestionsPage(QWidget):
    """One card a form. `kiosk` is the kiosk's window while it runs, `paper` or `results` what stands in place of
    the cards.

    Signals:
        saved(datetime), failed(str): as every page with something typed; nothing half-typed is kept here.
        refused(object, str): a paper form is half typed, or no longer.
    """

    saved = Signal(object)
    failed = Signal(str)
    refused = Signal(object, str)

    def __init__(
        self, workspace: Workspace, session: str, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._session, self._jobs, self._look = workspace, session, jobs, look
        self.kiosk: KioskWindow | None = None
        self.dialog: Question | None = None
        self.results: ResultsView | None = None
        self.paper: PaperForms | None = None
        self.cards: list[FormCard] = []
        self._empty: Card | None = None
        self._instead: QWidget | None = None
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head, self._scroll = PageHeader(look, _("Questions")), ScrollColumn(look)
        self._fact = Label("", "secondary")
        self._head.add_fact(self._fact)
        self.trouble = Banner(look, "bad", "", parent=self)
        self.trouble.hide()
        self.answers_in = AnswersIn(self, workspace, session, jobs, self._fail)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        self._scroll.column.addWidget(self.trouble)
        self._scroll.column.addStretch(1)
        jobs.changed.connect(self._on_changed)
        self._read()

    def set_look(self, look: Look) -> None:
        """Used for the cards shown from now on; those there take it themselves."""
        self._look = look

    def focus_first(self) -> None:
        """The first thing one can do here."""
        for instead in (self.results, self.paper):
            if instead is not None:
                instead.focus_first()
                return
        buttons = self._scroll.findChildren(Button)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def start_kiosk(self, form: Form, box: OpenBox, number: str) -> None:
        """Give the screen to whoever answers; `number` ends it."""
        from capture_app.ui.kiosk.asking import asked_for
        from capture_app.ui.kiosk.kiosk_window import KioskWindow

        self.kiosk = KioskWindow(asked_for(self._workspace, box, form, number), self._jobs, self._look)
        self.kiosk.left.connect(self._on_left)
        self.kiosk.showFullScreen()
        self.window().hide()

    def show_results(self, form: str) -> None:
        """Show what came out of a questionnaire in place of the cards."""
        from capture_app.ui.results.results_view import ResultsView

        results = ResultsView(
            self._workspace, self._jobs, self._look, lead=False, session=self._session, form=form
        )
        results.back_wanted.connect(self._show_cards)
        self.results = results
        self._turn_to(results)

    def show_paper(self, form: Form, box: OpenBox) -> None:
        """Show the paper forms of a questionnaire in place of the cards."""
        from capture_app.ui.keying.paper_forms import PaperForms

        paper = PaperForms(self._look, self._workspace, box, form, self._jobs)
        paper.left.connect(self._show_cards)
        paper.refused.connect(self.refused)
        self.paper = paper
        self._turn_to(paper)

    def keep_typed(self) -> None:
        """A half-typed paper form is told of: it is kept nowhere."""
        if self.paper is not None:
            self.paper.keep_typed()

    def _show_cards(self) -> None:
        self.results = self.paper = None
        self._turn_to(None)
        self._read()

    def _turn_to(self, instead: QWidget | None) -> None:
        """Show this in place of the cards, or the cards again."""
        old, self._instead = self._instead, instead
        if old is not None:
            old.hide()
            old.deleteLater()
        for part in (self._head, self._scroll):
            part.setVisible(instead is None)
        if instead is not None:
            self._whole.addWidget(instead, 1)
        self.focus_first()

    def _read(self) -> None:
        self._jobs.read(partial(questionnaires, self._workspace, self._session), self._show, self)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWS:
            self._read()

    def _show(self, asked: Questionnaires) -> None:
        at = QApplication.focusWidget()
        had_keyboard = at is not None and self._scroll.isAncestorOf(at)
        for old in (*self.cards, *([self._empty] if self._empty else [])):
            old.hide()
            old.deleteLater()
        self._fact.setText(asked.session.label)
        self.cards, self._empty = [], None
        for form in asked.forms:
            facts = FormFacts(
                form=form,
                open=_box_of(form, asked.open, WayIn.KIOSK),
                from_file=_box_of(form, asked.open, WayIn.FILE),
                paper=_box_of(form, asked.open, WayIn.PAPER),
                closed=tuple(box for box in asked.closed if box.form == form.id),
                threshold=asked.threshold,
            )
            self.cards.append(self._card(facts))
        if not self.cards:
            self._empty = card = Card(self._look)
            empty = EmptyState(self._look, "clipboard-text", _nothing())
            card.section.column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
        shown: list[QWidget] = [*self.cards, *([self._empty] if self._empty else [])]
        self.trouble.hide()
        for place, widget in enumerate(shown, start=1):
            self._scroll.column.insertWidget(place, widget)
            widget.show()
        if had_keyboard:
            self.focus_first()

    def _card(self, facts: FormFacts) -> FormCard:
        card = FormCard(self._look, facts)
        card.start_wanted.connect(partial(self._ask_number, facts))
        card.close_wanted.connect(partial(self._ask_close, facts.form))
        card.file_wanted.connect(lambda: self.answers_in.choose(facts.form.id, self._look))
        card.take_out_wanted.connect(partial(self._ask_take_out, facts.form))
        card.results_wanted.connect(partial(self.show_results, facts.form.id))
        card.paper_wanted.connect(partial(self._ask_paper, facts))
        return card

    def _ask_number(self, facts: FormFacts, expected: int | None) -> None:
        from capture_app.ui.dialogs.start_kiosk_dialog import StartKioskDialog

        dialog = StartKioskDialog(self._look, parent=self.window())
        dialog.given.connect(partial(self._open, facts, expected))
        self._ask(dialog)

    def _open(self, facts: FormFacts, expected: int | None, number: str) -> None:
        if facts.open is not None:
            self.start_kiosk(facts.form, facts.open, number)
            return
        job = partial(open_box, self._workspace, self._session, facts.form.id, expected)
        self._jobs.write(job, partial(self._on_open, facts.form, number), self)

    def _on_open(self, form: Form, number: str, opened: Done[OpenBox]) -> None:
        self.start_kiosk(form, opened.value, number)

    def _ask_paper(self, facts: FormFacts) -> None:
        """Before the first form is typed: how many there are."""
        if facts.paper is not None:
            self.show_paper(facts.form, facts.paper)
            return
        from capture_app.ui.keying.pile_dialog import PileDialog

        dialog = PileDialog(self._look, parent=self.window())
        dialog.given.connect(partial(self._open_paper, facts.form))
        self._ask(dialog)

    def _open_paper(self, form: Form, expected: int | None) -> None:
        job = partial(open_box, self._workspace, self._session, form.id, expected, WayIn.PAPER)
        self._jobs.write(job, lambda opened: self.show_paper(form, opened.value), self)

    def _ask_close(self, form: Form, box: OpenBox) -> None:
        of_file = box.way_in is WayIn.FILE
        question = Question(
            self._look,
            _("Close ‘{form}’ for good?").format(form=form.title),
            _("Close these answers") if of_file else _("Close the questionnaire"),
            harmless=_("Keep it open"),
            grave=True,
            parent=self.window(),
        )
        question.add(Prose(closing_words(box), self._look))
        question.answered.connect(partial(self._close, question, box.id))
        self._ask(question)

    def _ask_take_out(self, form: Form, box: OpenBox) -> None:
        self._ask(self.answers_in.asking_to_take_out(form, box, self._look))

    def _fail(self, error: BaseException) -> None:
        self.trouble.show_message("bad", sentence_of(error))
        self.trouble.show()

    def _close(self, question: Question, box: str) -> None:
        question.accept()
        self._jobs.write(partial(close_box, self._workspace, box), lambda _done: None, self)

    def _ask(self, dialog: Question) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_left(self) -> None:
        self.window().show()
        if self.kiosk is not None:
            self.kiosk.deleteLater()
            self.kiosk = None
        self._read()


def closing_words(box: OpenBox) -> str:
    """What closing means for this box."""
    words = n_("{count} answer is in.", "{count} answers are in.", box.count)
    kept = _("Nothing can be added or changed afterwards, and it cannot be opened again.")
    late = _("Answers that come late get a questionnaire of their own.")
    if box.way_in is WayIn.FILE:
        late = _("A newer file cannot take their place then.")
    apart = kept_apart_words(box.count, box.threshold)
    return " ".join(filter(None, (words, apart, kept, late)))


def _box_of(form: Form, boxes: Iterable[OpenBox], way_in: WayIn) -> OpenBox | None:
    return next((box for box in boxes if (box.form, box.way_in) == (form.id, way_in)), None)


def _nothing() -> str:
    return _("This session has no questionnaire. The project lead puts one into the session pack.")
