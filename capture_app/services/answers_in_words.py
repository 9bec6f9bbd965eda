"""What was found in a file of answers, in sentences: for the window and the command line."""

from collections.abc import Iterable, Iterator
from datetime import date

from capture_app.dates import day_words
from capture_app.domain.answer_files.addresses import is_address, is_telephone
from capture_app.domain.answer_files.answers import Unclear, Unfit
from capture_app.domain.answer_files.matching import Use, Uses
from capture_app.domain.answer_files.tools import Export, Tool
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.vocabulary import ItemKind
from capture_app.services.answers_in import AnswerFile, Looked
from capture_app.words import _, n_

__all__ = [
    "MOST",
    "column_words",
    "found_words",
    "left_out_words",
    "reading_words",
    "told_without_address",
    "unclear_words",
    "unfit_words",
    "use_words",
]

MOST = 30
"""So many different words that fit no option are told; a free text put to a choice would bring thousands."""


def found_words(file: AnswerFile, looked: Looked) -> str:
    """Whose export it is and how many people answered: "An export of LimeSurvey. 23 people answered."."""
    tool = file.export.tool
    whose = (
        _("A table of answers.") if tool is Tool.PLAIN else _("An export of {tool}.").format(tool=tool.value)
    )
    count = n_("{count} person answered.", "{count} people answered.", looked.read.heap.count)
    return f"{whose} {count}"


def left_out_words(file: AnswerFile, looked: Looked) -> tuple[str, ...]:
    """A sentence about each thing of the file that does not come in, or not as one might think."""
    unfinished = file.export.unfinished and not looked.chosen.with_unfinished
    return (
        *_columns_left_out(file.export, looked),
        *_rows_left_out(file.export, looked, len(file.export.unfinished) if unfinished else 0),
        *_counted_twice(file.export, looked),
        *_read_so(looked),
        *_beyond_limits(looked),
    )


def unclear_words(one: Unclear) -> str:
    """That days or numbers read in two ways, with one of them and how it reads."""
    words = _("“{words}” can be {one} or {other}: {times} like it, kept as it stands until it is said which.")
    return words.format(
        words=one.words,
        one=reading_words(one, one.one),
        other=reading_words(one, one.other),
        times=_times(one.count),
    )


def reading_words(one: Unclear, plain: str) -> str:
    """A day or number that something reads as, in words."""
    return day_words(date.fromisoformat(plain)) if one.kind is ItemKind.DATE else plain


def unfit_words(looked: Looked) -> tuple[str, ...]:
    """A sentence about each words that are no answer the form offers, the most frequent first, as far as `MOST`."""
    return (*(_unfit(one, looked) for one in looked.read.unfit[:MOST]), *_more(looked.read.unfit[MOST:]))


def _unfit(one: Unfit, looked: Looked) -> str:
    words = _("“{words}” is no answer that “{question}” offers: {times}, kept as it stands.")
    question = looked.form.items[one.item].prompt
    return words.format(words=one.words, question=question, times=_times(one.count))


def _more(unfit: Iterable[Unfit]) -> Iterator[str]:
    count = len(tuple(unfit))
    if count:
        yield n_(
            "{count} more answer fits no option, and is kept as it stands.",
            "{count} more answers fit no option, and are kept as they stand.",
            count,
        )


def _times(count: int) -> str:
    return n_("{count} time", "{count} times", count)


def _columns_left_out(export: Export, looked: Looked) -> Iterator[str]:
    unused = [column_words(use) for use in looked.uses if not use.item]
    if unused:
        yield _("Answers no question of this form, and is left out: {columns}").format(
            columns="; ".join(unused)
        )
    if export.set_aside:
        yield _("Left out, as they say who or when: {heads}.").format(heads=", ".join(export.set_aside))
    missing = [looked.form.items[key].prompt for key in looked.not_in_file]
    if missing:
        yield _("Not in this file, and counted as not asked: {questions}").format(
            questions="; ".join(missing)
        )
    if looked.twice:
        yield _(
            "Put where another column is already, and counted only where that one is empty: {columns}"
        ).format(columns="; ".join(map(column_words, looked.twice)))


def _rows_left_out(export: Export, looked: Looked, unfinished: int) -> Iterator[str]:
    if unfinished:
        yield n_(
            "{count} person did not finish and is left out.",
            "{count} people did not finish and are left out.",
            unfinished,
        )
    if export.tried:
        yield n_("{count} trial is left out.", "{count} trials are left out.", export.tried)
    if export.copies:
        yield n_(
            "{count} row stands in the file twice and is counted once.",
            "{count} rows stand in the file twice and are counted once.",
            export.copies,
        )
    if looked.read.empty:
        yield n_("{count} row has no answer.", "{count} rows have no answer.", looked.read.empty)


def _counted_twice(export: Export, looked: Looked) -> Iterator[str]:
    """Who may be counted twice: nothing here can tell."""
    if export.again:
        yield n_(
            "{count} row has the number of another and other answers. Both are counted.",
            "{count} rows have the number of another and other answers. All are counted.",
            export.again,
        )
    if export.alike:
        yield n_(
            "{count} row is like another, time and all. Both are counted; if one was copied, take it out of the file.",
            "{count} rows are like others, time and all. All are counted; if some were copied, take them out of the "
            "file.",
            export.alike,
        )
    if looked.elsewhere:
        yield _(
            "This very file is in at “{session}” too: whoever is counted there is counted here again."
        ).format(session=looked.elsewhere)


def _read_so(looked: Looked) -> Iterator[str]:
    for key in looked.read.by_place:
        item = looked.form.items[key]
        words = _(
            "Numbers answered to “{question}” are taken for places: 1 is “{first}”, {count} is “{last}”."
        )
        first, last = item.options[0].label, item.options[-1].label
        yield words.format(question=item.prompt, first=first, count=len(item.options), last=last)


def _beyond_limits(looked: Looked) -> Iterator[str]:
    for key, count in looked.read.beyond.items():
        words = _("More or less than “{question}” allows, and kept as it stands: {times}.")
        yield words.format(question=looked.form.items[key].prompt, times=_times(count))


def column_words(use: Uses) -> str:
    """A column by its head: "What helped? [Breaks]"."""
    column = use.column
    return (
        _("{question} [{part}]").format(question=column.question, part=column.part)
        if column.part
        else column.question
    )


def told_without_address(words: str) -> str:
    """What stands in a cell, to be looked at; of an address or a number to call only that it is one."""
    if is_address(words):
        return _("(an address)")
    return _("(a number to call)") if is_telephone(words) else words


def use_words(use: Uses, looked: Looked) -> str:
    """The question a column answers, with its number and what of it; that it answers none."""
    if not use.item:
        return _("answers no question, and is left out")
    item = looked.form.items[use.item]
    asked = [key for key, one in ordered(looked.form.items) if is_asked(one)]
    question = _("{number}. {prompt}").format(number=asked.index(use.item) + 1, prompt=item.prompt)
    if use.use is Use.REASON:
        return _("{question} (why)").format(question=question)
    if use.use is Use.PLACE:
        return _("{question} (place {number})").format(question=question, number=use.part)
    part = next((one.label for one in (*item.rows, *item.options) if one.id == use.part), "")
    return _("{question} [{part}]").format(question=question, part=part) if part else question
