"""The chapter on questionnaires."""

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from capture_app.domain.forms.bars import PERCENT_FROM, Bar, BarGroup, bars_of, option_words, tells_too_much
from capture_app.domain.forms.counting import Counted, CountGroup, OptionCount
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
from capture_app.reports.results import BoxEntry, QuestionnaireResult, QuestionResult
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.wording import words_or
from capture_app.words import _

OPTIONS_ABREAST = 5
"""The most options that fit side by side in one table."""

WITH_REASONS, ALONE = (0.18, 0.24, 0.08, 0.5), (0.34, 0.58, 0.08)
"""Shares of the page for an option, its count with the bar, n, and the reasons if there are any."""

OPTION, APART, USUAL = 0.11, (0.06, 0.075, 0.095, 0.08), 3
"""Shares of the page for the count of an option, and for n, blank, "rather not say" and "not asked"; the usual ones."""


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
    if result.again:
        yield Notice(
            _("The same file of answers was brought in and closed more than once."),
            _("Its answers are counted once."),
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
    counts = question.counted.counts
    if any(option.reasons for option in counts) or len(counts) > OPTIONS_ABREAST or question.texts:
        return ()
    return tuple(map(option_words, counts, count(1)))


def _shared_table(labels: tuple[str, ...], questions: list[QuestionResult]) -> Table:
    columns = (*labels, *_apart_heads(questions))
    return Table(
        caption=_("Questions {first} to {last}: counts (computed)").format(
            first=questions[0].number, last=questions[-1].number
        ),
        header=(_("Question"), *columns),
        rows=tuple(
            _shared_row(question, with_not_asked=len(columns) - len(labels) > USUAL) for question in questions
        ),
        widths=_widths(len(labels), len(columns) - len(labels)),
        numbers=frozenset(range(1, len(columns) + 1)),
    )


def _widths(options: int, apart: int) -> tuple[float, ...]:
    shares = APART[:apart]
    return (1 - OPTION * options - sum(shares), *(OPTION for _option in range(options)), *shares)


def _apart_heads(questions: Iterable[QuestionResult]) -> tuple[str, ...]:
    """What stands apart from the counts; "not asked" only where somebody was not."""
    usual = (_("n"), _("Blank"), _("Rather not say"))
    return (*usual, _("Not asked")) if any(one.counted.not_asked for one in questions) else usual


def _shared_row(question: QuestionResult, *, with_not_asked: bool) -> Row:
    found = question.counted
    apart = (found.n, found.blank, found.rather_not_say, *((found.not_asked,) if with_not_asked else ()))
    return (
        Cell(f"{question.number} · {question.prompt}"),
        *(Cell(bar.words, bar=bar) for group in bars_of(found) for bar in group.bars),
        *(Cell(str(number)) for number in apart),
    )


def _question(question: QuestionResult) -> Iterator[Block]:
    yield Numbered(question.number, words_or(question.prompt, _("(No words stand here.)")))
    for group, drawn in zip(question.counted.groups, bars_of(question.counted), strict=True):
        yield _group_table(question, group, drawn)
    if question.texts:
        yield Bullets(question.texts)
    yield Prose(_apart(question.counted), Tone.QUIET)
    for group in question.counted.groups:
        yield from (_small(option) for option in group.counts if tells_too_much(option))


def _group_table(question: QuestionResult, group: CountGroup, drawn: BarGroup) -> Table:
    """The options of a question, or of one row or place of it."""
    caption = _("Question {number}: counts (computed)").format(number=question.number)
    if group.row:
        caption = _("Question {number}, {row}: counts (computed)").format(
            number=question.number, row=group.row
        )
    elif group.place:
        caption = _("Question {number}, on place {place}: counts (computed)").format(
            number=question.number, place=group.place
        )
    rows = tuple(_option_row(option, bar) for option, bar in zip(group.counts, drawn.bars, strict=True))
    header = (_("Answer"), _("Count"), _("n"))
    if not any(option.reasons for option in group.counts):
        return Table(caption=caption, header=header, rows=tuple(row[:3] for row in rows), widths=ALONE)
    return Table(caption=caption, header=(*header, _("Reasons given")), rows=rows, widths=WITH_REASONS)


def _option_row(option: OptionCount, bar: Bar) -> Row:
    reasons = "\n".join(option.reasons)
    return Cell(bar.label), Cell(bar.words, bar=bar), Cell(str(bar.n)), Cell(reasons)


def _apart(found: Counted) -> str:
    said = _("n = {n} (computed). Left blank: {blank}. Rather not say: {silent}.").format(
        n=found.n, blank=found.blank, silent=found.rather_not_say
    )
    if found.in_no_bin:
        in_words = _("A range or in words, so in no bar: {count}.").format(count=found.in_no_bin)
        said = f"{said} {in_words}"
    if found.not_asked:
        not_asked = _("Not asked: {count}.").format(count=found.not_asked)
        said = f"{said} {not_asked}"
    if found.several_marked:
        several = _("More than one marked on paper: {count}.").format(count=found.several_marked)
        said = f"{said} {several}"
    return said


def _small(option: OptionCount) -> Notice:
    return Notice(
        _("A count of {count} carries a reason: “{label}”.").format(count=option.count, label=option.label),
        _(
            "So few gave this answer that the reason may point to a person. Leave both out of anything public."
        ),
    )
