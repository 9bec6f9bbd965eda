"""What was found in a file of answers, in sentences: for the window and the command line."""

from collections.abc import Iterator

from capture_app.domain.answer_files.matching import Use, Uses
from capture_app.domain.answer_files.tools import Tool
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.services.answers_in import AnswerFile, Looked
from capture_app.words import _, n_

__all__ = ["column_words", "found_words", "left_out_words", "use_words"]


def found_words(file: AnswerFile, looked: Looked) -> str:
    """Whose export it is and how many people answered: "An export of LimeSurvey. 23 people answered."."""
    tool = file.export.tool
    whose = (
        _("A table of answers.") if tool is Tool.PLAIN else _("An export of {tool}.").format(tool=tool.value)
    )
    count = n_("{count} person answered.", "{count} people answered.", len(looked.read.answers))
    return f"{whose} {count}"


def left_out_words(file: AnswerFile, looked: Looked, *, with_unfinished: bool = False) -> tuple[str, ...]:
    """A sentence about each thing of the file that does not come in, or not as one might think."""
    return tuple(filter(None, _left_out(file, looked, with_unfinished=with_unfinished)))


def _left_out(file: AnswerFile, looked: Looked, *, with_unfinished: bool) -> Iterator[str]:
    export, items = file.export, looked.form.items
    unused = [column_words(use) for use in looked.uses if not use.item]
    if unused:
        yield _("Answers no question of this form, and is left out: {columns}").format(
            columns="; ".join(unused)
        )
    if export.set_aside:
        yield _("Left out, as they say who or when: {heads}.").format(heads=", ".join(export.set_aside))
    if export.unfinished and not with_unfinished:
        yield n_(
            "{count} person did not finish and is left out.",
            "{count} people did not finish and are left out.",
            len(export.unfinished),
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
    missing = [items[key].prompt for key in looked.not_in_file]
    if missing:
        yield _("Not in this file, and counted as not asked: {questions}").format(
            questions="; ".join(missing)
        )
    for one in looked.read.unfit:
        words = _("“{words}” is no answer that “{question}” offers: {times}, kept as it stands.")
        times = n_("{count} time", "{count} times", one.count)
        yield words.format(words=one.words, question=items[one.item].prompt, times=times)


def column_words(use: Uses) -> str:
    """A column by its head: "What helped? [Breaks]"."""
    column = use.column
    return (
        _("{question} [{part}]").format(question=column.question, part=column.part)
        if column.part
        else column.question
    )


def use_words(use: Uses, looked: Looked) -> str:
    """The question a column answers, with its number and what of it; that it answers none."""
    if not use.item:
        return _("answers no question, and is left out")
    item = looked.form.items[use.item]
    asked = [key for key, one in ordered(looked.form.items) if is_asked(one)]
    question = _("{number}. {prompt}").format(number=asked.index(use.item) + 1, prompt=item.prompt)
    if use.use is Use.REASON:
        return _("{question} (why)").format(question=question)
    part = next((one.label for one in (*item.rows, *item.options) if one.id == use.part), "")
    return _("{question} [{part}]").format(question=question, part=part) if part else question
