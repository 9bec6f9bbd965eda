"""The verb that brings in what people answered in another tool: import."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from capture_app.cli.asking import AsJson, PassphraseFile, WorkspacePath, opened
from capture_app.cli.saying import result
from capture_app.domain.answer_files.habits import Habits
from capture_app.services import finding
from capture_app.services.answer_meanings import meanings_of
from capture_app.services.answers_in import (
    AnswerFile,
    Brought,
    Chosen,
    Looked,
    bring_in,
    look_at,
    read_answer_file,
)
from capture_app.services.answers_in_words import (
    column_words,
    found_words,
    left_out_words,
    unclear_words,
    unfit_words,
    use_words,
)
from capture_app.words import _, n_


class DaysAre(StrEnum):
    """What "03/04/2024" begins with."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"

    def says(self) -> bool:
        """Whether the day is first."""
        return self is DaysAre.DAY_FIRST


class NumbersHave(StrEnum):
    """What parts a whole number from the rest in "1,200" or "1.200"."""

    COMMA = "comma"
    POINT = "point"

    def says(self) -> bool:
        """Whether it is the comma."""
        return self is NumbersHave.COMMA


def add_to(app: typer.Typer) -> None:
    """Make this verb known."""
    app.command("import")(import_)


def import_(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(help="Answers as .csv or .xlsx, as a tool exports them.")],
    session: Annotated[str, typer.Option(help="The session's id or label.")],
    form: Annotated[str, typer.Option(help="The questionnaire's id or title.")],
    expected: Annotated[int | None, typer.Option(help="How many could have answered, if known.")] = None,
    unnamed: Annotated[bool, typer.Option(help="The tool asked nobody who they were.")] = False,
    with_unfinished: Annotated[bool, typer.Option(help="Also those who did not finish.")] = False,
    days: Annotated[DaysAre | None, typer.Option(help="How days such as 03/04/2024 are written.")] = None,
    numbers: Annotated[
        NumbersHave | None, typer.Option(help="What parts decimals in numbers such as 1,200.")
    ] = None,
    reads: Annotated[
        list[str] | None,
        typer.Option(
            help="What an answer means that fits no option, as 'Perhaps=Maybe'; '=-' for none, "
            "'=rather not say'. As often as needed."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option(help="Only say what would come in.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Bring in the answers of Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey, Qualtrics or a plain table.

    Times, names, addresses and the order of rows stay out. The answers stay open until the questionnaire is closed
    on its page, and a newer export of the same questionnaire takes their place.
    """
    read = read_answer_file(file)
    with opened(workspace, passphrase_file) as found:
        about = finding.find_session(found, session)
        asked = finding.find_form(found, form)
        habits = Habits(days.says() if days else None, numbers.says() if numbers else None)
        chosen = Chosen(habits=habits, with_unfinished=with_unfinished)
        looked = look_at(found, about, asked, read, chosen)
        if reads:
            looked = look_at(found, about, asked, read, replace(chosen, meant=meanings_of(looked, reads)))
        brought = None
        if not dry_run:
            brought = bring_in(found, about, read, looked, unnamed=unnamed, expected=expected).value
    said = [found_words(read, looked)]
    said += [f"{column_words(use)} → {use_words(use, looked)}" for use in looked.uses]
    said += left_out_words(read, looked)
    said += [*map(unclear_words, looked.read.unclear), *unfit_words(looked)]
    result(_told(read, looked, brought), [*said, _what_became_of_it(brought)], as_json=as_json)


def _what_became_of_it(brought: Brought | None) -> str:
    if brought is None:
        return _("Nothing was added: this was only a look.")
    if brought.there_already:
        return _("This very file is in already. Nothing was added.")
    return n_("{count} answer is in now.", "{count} answers are in now.", brought.count)


def _told(read: AnswerFile, looked: Looked, brought: Brought | None) -> dict[str, object]:
    return {
        "tool": read.export.tool.value,
        "answers": looked.read.heap.count,
        "columns": {column_words(use): use.item for use in looked.uses},
        "not_in_file": looked.not_in_file,
        "set_aside": read.export.set_aside,
        "unfinished": len(read.export.unfinished),
        "unfit": [
            {"question": one.item, "words": one.words, "times": one.count} for one in looked.read.unfit
        ],
        "unclear": [{"words": one.words, "times": one.count} for one in looked.read.unclear],
        "in_now": brought.count if brought else None,
        "added": bool(brought and not brought.there_already),
    }
