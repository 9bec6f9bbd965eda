"""The chapter on questionnaires."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from capture_app.domain.vocabulary import About
from capture_app.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Notice,
    Numbered,
    Prose,
    Row,
    Table,
    Tone,
)
from capture_app.reports.names import promise_word, way_in_word
from capture_app.reports.results import (
    PERCENT_FROM,
    BoxEntry,
    OptionCount,
    QuestionnaireResult,
    QuestionResult,
)
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.wording import words_or
from capture_app.words import _

OPTIONS_ABREAST = 5
"""The most options that fit side by side in one table."""

OPTION, APART = 0.11, (0.06, 0.075, 0.095)
"""Shares of the page for the count of an option, and for n, blank and "rather not say"."""


def questionnaires_told(document: SynthesisDocument) -> Iterator[Block]:
    """Every questionnaire: how answers came in, then its questions on content, then those on the workshop."""
    yield Heading(_("Questionnaire"))
    if document.open_boxes:
        yield Notice(
            _("A questionnaire is still open on this laptop."),
            _("Its answers are not counted here until it is closed."),
        )
    if not document.questionnaires:
        yield Prose(_("No closed questionnaire is in this workspace. That is not the same as no answers."))
    for result in document.questionnaires:
        yield from _questionnaire(result)


def _questionnaire(result: QuestionnaireResult) -> Iterator[Block]:
    yield Table(
        caption=_("“{title}”: how the answers came in").format(title=result.title),
        header=(_("Way in"), _("Promise"), _("Answers (computed)"), _("Expected")),
        rows=tuple(map(_box_row, result.boxes)),
        widths=(0.25, 0.35, 0.2, 0.2),
        numbers=frozenset({2, 3}),
    )
    if not any(question.with_percentages for question in result.questions):
        few = _("Counts only: fewer than {least} answered, so there are no percentages.")
        yield Prose(few.format(least=PERCENT_FROM), Tone.QUIET)
    for about, heading in (
        (About.CONTENT, _("On the subject")),
        (About.PROCESS, _("On the workshop itself")),
    ):
        asked = [question for question in result.questions if question.about is about]
        if asked:
            yield Heading(heading, 2)
            yield from _questions(asked)
    if result.not_asked:
        yield Prose(_("Not asked in this edition, which is not the same as no answers:"))
        yield Bullets(result.not_asked)


def _box_row(box: BoxEntry) -> Row:
    split = _("Fewer came than that needs, so each question has a list of its own") if box.split else ""
    expected = _("Not recorded") if box.expected is None else str(box.expected)
    return (
        Cell(way_in_word(box.way_in)),
        Cell(promise_word(box.promise), split),
        Cell(str(box.count)),
        Cell(expected),
    )


def _questions(questions: Iterable[QuestionResult]) -> Iterator[Block]:
    """Questions in their order; neighbours with the same options and no reasons share a table."""
    for labels, group in groupby(questions, key=_shared_options):
        together = list(group)
        if labels and len(together) > 1:
            yield _shared_table(labels, together)
        else:
            for question in together:
                yield from _question(question)


def _shared_options(question: QuestionResult) -> tuple[str, ...]:
    """The options by which a question can share a table; none if it has reasons or texts to show, or many."""
    if any(option.reasons for option in question.counts) or len(question.counts) > OPTIONS_ABREAST:
        return ()
    return tuple(option.label for option in question.counts)


def _shared_table(labels: tuple[str, ...], questions: list[QuestionResult]) -> Table:
    columns = (*labels, _("n"), _("Blank"), _("Rather not say"))
    return Table(
        caption=_("Questions {first} to {last}: counts (computed)").format(
            first=questions[0].number, last=questions[-1].number
        ),
        header=(_("Question"), *columns),
        rows=tuple(_shared_row(question) for question in questions),
        widths=(1 - OPTION * len(labels) - sum(APART), *(OPTION for _label in labels), *APART),
        numbers=frozenset(range(1, len(columns) + 1)),
    )


def _shared_row(question: QuestionResult) -> Row:
    apart = (question.n, question.blank, question.rather_not_say)
    return (
        Cell(f"{question.number} · {question.prompt}"),
        *(Cell(_count(option.count, question)) for option in question.counts),
        *(Cell(str(number)) for number in apart),
    )


def _question(question: QuestionResult) -> Iterator[Block]:
    yield Numbered(question.number, words_or(question.prompt, _("(No words stand here.)")))
    if question.counts:
        yield Table(
            caption=_("Question {number}: counts (computed)").format(number=question.number),
            header=(_("Answer"), _("Count"), _("n"), _("Reasons given")),
            rows=tuple(_option_row(option, question) for option in question.counts),
            widths=(0.18, 0.24, 0.08, 0.5),
        )
    elif question.texts:
        yield Bullets(question.texts)
    yield Prose(_apart(question), Tone.QUIET)
    for option in question.counts:
        if option.tells_too_much:
            yield _small(option)


def _option_row(option: OptionCount, question: QuestionResult) -> Row:
    return (
        Cell(option.label),
        Cell(_count(option.count, question), bar=(option.count, question.n)),
        Cell(str(question.n)),
        Cell("\n".join(option.reasons)),
    )


def _count(count: int, question: QuestionResult) -> str:
    if not question.with_percentages:
        return str(count)
    return _("{count} ({percent} %)").format(count=count, percent=round(100 * count / question.n))


def _apart(question: QuestionResult) -> str:
    return _("n = {n} (computed). Left blank: {blank}. Rather not say: {silent}.").format(
        n=question.n, blank=question.blank, silent=question.rather_not_say
    )


def _small(option: OptionCount) -> Notice:
    return Notice(
        _("A count of {count} carries a reason: “{label}”.").format(count=option.count, label=option.label),
        _(
            "So few gave this answer that the reason may point to a person. Leave both out of anything public."
        ),
    )
