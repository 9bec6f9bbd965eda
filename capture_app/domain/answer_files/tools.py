"""Whose export a table is, told by its heads alone; its columns, and the rows people filled (F6).

Microsoft Forms and Google Forms write one row of heads, SurveyMonkey two (the second has the options), Qualtrics
three (names, words, ids); people take some of them out again. LimeSurvey writes codes, words or both. Times,
addresses, names and numbers of rows are columns about a response and no answers: nothing here hands on what stands
in them but which rows were not finished.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from capture_app.domain.answer_files.addresses import is_address
from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.heads import (
    ABOUT,
    ALWAYS_ABOUT,
    FINISHED,
    NAMING,
    NOBODY,
    NUMBERS,
    SIGNS_OF_GOOGLE,
    SIGNS_OF_MICROSOFT,
)

__all__ = ["Column", "Export", "Tool", "export_of"]

Row = Sequence[str]


class Tool(Enum):
    """The tools whose exports are known, by what people call them; a plain table is anybody's."""

    MICROSOFT = "Microsoft Forms"
    GOOGLE = "Google Forms"
    LIMESURVEY = "LimeSurvey"
    SURVEYMONKEY = "SurveyMonkey"
    QUALTRICS = "Qualtrics"
    PLAIN = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of answers: where it stands, the question, and the option, row or remark it is about, if any."""

    place: int
    question: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A table as it is to be read. `rows` are people's, one each, as the file has them.

    set_aside: heads of columns about a response. unfinished: rows of people who did not hand it in; tried: rows of
    whoever tried the form out. copies: rows with the number and the words of another, which were counted once;
    again: rows with the number of another and other words; alike: rows like another, time and all, where nothing
    numbers them. Those are counted. separators: what may part several choices in one cell. names_people: somebody
    is named in a column about a response, or gives an address as an answer. beyond: rows that hold more than there are
    heads for, as where a comma parted an answer.
    """

    tool: Tool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unfinished: tuple[Row, ...] = ()
    tried: int = 0
    copies: int = 0
    again: int = 0
    alike: int = 0
    set_aside: tuple[str, ...] = ()
    names_people: bool = False
    separators: str = ";,\n"
    beyond: int = 0


_BRACKETED = re.compile(r"(?P<question>.+?)\s*\[(?P<part>[^\[\]]*)\]\s*", re.DOTALL)
_COLONED = re.compile(r"(?P<code>[A-Za-z]\w{0,19}(?:\[\w+\])?)\.\s+(?P<words>\S.*)", re.DOTALL)
"""LimeSurvey's "code and text": "G01Q01. Was it useful?"."""
_HEADS_WITHIN = 10
_NOT_FINISHED = ("false", "0", "falsch", "faux")
_TRIALS = frozenset(("1", "2", "9", "17"))
"""Qualtrics in numbers: a preview, a test, a preview taken for spam, a preview without a network."""

_SIGNS: tuple[tuple[Tool, frozenset[str]], ...] = (
    (Tool.SURVEYMONKEY, frozenset(("respondent id", "collector id"))),
    (Tool.LIMESURVEY, frozenset(("submitdate", "lastpage"))),
    *(
        (Tool.LIMESURVEY, frozenset((done, page)))
        for done in FINISHED
        for page in ("last page", "letzte seite")
    ),
    *(
        (Tool.LIMESURVEY, frozenset((done, page)))
        for done in FINISHED
        for page in ("dernière page", "última página")
    ),
    *((Tool.MICROSOFT, sign) for sign in SIGNS_OF_MICROSOFT),
    *((Tool.GOOGLE, sign) for sign in SIGNS_OF_GOOGLE),
)
_SIGN_OF_QUALTRICS = frozenset(("recordeddate", "responseid"))


def export_of(rows: Sequence[Row]) -> Export:
    """Whose export a table is. Rows before the heads, such as a title, are left out."""
    tool, start = _told(rows)
    heads, below = list(rows[start]), rows[start + 1 :]
    if tool is Tool.QUALTRICS:
        return _qualtrics(heads, below)
    if tool is Tool.SURVEYMONKEY:
        return _surveymonkey(heads, below)
    known = ALWAYS_ABOUT if tool is Tool.PLAIN else ABOUT
    about = [place for place, head in enumerate(heads) if head and _is_about(head, known)]
    columns = tuple(_column(at, head) for at, head in enumerate(heads) if head and at not in about)
    whole: Sequence[Row] = below
    unfinished: tuple[Row, ...] = ()
    if tool is Tool.LIMESURVEY:
        done = next(at for at in about if _is_about(heads[at], FINISHED))
        whole, unfinished = _parted(below, lambda row: any(map(str.isdigit, row[done])))
    separators = {Tool.MICROSOFT: ";", Tool.GOOGLE: ","}.get(tool, ";,\n")
    return _export(tool, heads, about, columns, whole, unfinished, separators=separators)


def _told(rows: Sequence[Row]) -> tuple[Tool, int]:
    """Whose heads stand where; of a plain table the first row that is at least half filled, as a title is not."""
    for start, row in enumerate(rows[:_HEADS_WITHIN]):
        known = {folded(cell) for cell in row} | {_without_code(cell) for cell in row}
        if {_close(cell) for cell in row} >= _SIGN_OF_QUALTRICS:
            return Tool.QUALTRICS, start
        for tool, wanted in _SIGNS:
            if wanted <= known:
                return tool, start
    filled = [sum(map(bool, row)) for row in rows[:_HEADS_WITHIN]]
    return Tool.PLAIN, next(at for at, count in enumerate(filled) if 2 * count >= max(filled))


def _is_about(head: str, known: frozenset[str]) -> bool:
    return bool({folded(head), _without_code(head)} & known)


def _without_code(head: str) -> str:
    """ "submitdate. Date submitted" is "date submitted"."""
    return folded(_COLONED.sub(r"\g<words>", head))


def _close(head: str) -> str:
    """ "Response ID" and "ResponseId" are both "responseid"."""
    return folded(head).replace(" ", "")


def _column(place: int, head: str) -> Column:
    """A head that may have its row or option in brackets, and a code before it."""
    coloned = _COLONED.fullmatch(head)
    words = coloned["words"] if coloned else head
    found = _BRACKETED.fullmatch(words)
    return Column(place, found["question"], found["part"].strip()) if found else Column(place, words.strip())


def _surveymonkey(heads: list[str], rows: Sequence[Row]) -> Export:
    """A question stands once over all its columns; below it each column's option, or that it is the answer itself.

    A second row that numbers a respondent is no row of heads: somebody took that one out.
    """
    number = next(at for at, head in enumerate(heads) if folded(head) == "respondent id")
    second = bool(rows) and not rows[0][number]
    below = rows[0] if second else [""] * len(heads)
    question, about, columns = "", [], []
    for place, head in enumerate(heads):
        question = head or question
        part = "" if folded(below[place]) in ("response", "open ended response") else below[place]
        if _is_about(question, ABOUT) and not part:
            about.append(place)
        elif question:
            columns.append(Column(place, question, part))
    return _export(Tool.SURVEYMONKEY, heads, about, tuple(columns), rows[1:] if second else rows)


def _qualtrics(names: list[str], rows: Sequence[Row]) -> Export:
    """Names, then words; a question of several columns has its option behind a dash: "What helped? - Breaks".

    The rows of words and of ids are told by what they hold, as people take them out.
    """
    about = [place for place, name in enumerate(names) if _about_in_qualtrics(name)]
    heads = 0
    while heads < min(2, len(rows)) and _is_head_of_qualtrics(rows[heads], names):
        heads += 1
    words = next((row for row in rows[:heads] if not _has_ids(row)), names)
    columns = _columns_of_qualtrics(names, words, about)
    real, tried = _parted(
        rows[heads:], lambda row: not _is_trial(_cell(row, names, "status", "responsetype"))
    )
    whole, unfinished = _parted(
        real, lambda row: _cell(row, names, "finished").casefold() not in _NOT_FINISHED
    )
    return _export(Tool.QUALTRICS, names, about, columns, whole, unfinished, tried=len(tried), separators=",")


def _about_in_qualtrics(name: str) -> bool:
    """By its name there, which is no question of anybody's: "Email" alone may be one."""
    return name.startswith("Q_") or (folded(name) in ABOUT and folded(name) not in ("id", "name", "email"))


def _is_head_of_qualtrics(row: Row, names: Sequence[str]) -> bool:
    """Whether nobody was recorded in it: no number stands where the day would."""
    day = _cell(row, names, "recordeddate")
    return _has_ids(row) or (bool(day) and not any(map(str.isdigit, day)))


def _has_ids(row: Row) -> bool:
    return any(cell.startswith('{"ImportId"') for cell in row)


def _is_trial(status: str) -> bool:
    return "preview" in status.casefold() or "test" in status.casefold() or status in _TRIALS


def _cell(row: Row, names: Sequence[str], *wanted: str) -> str:
    """What a row has in a column of this name; nothing where there is none."""
    return next((row[at] for at, name in enumerate(names) if _close(name) in wanted), "")


def _columns_of_qualtrics(names: Sequence[str], words: Row, about: Sequence[int]) -> tuple[Column, ...]:
    many = [name.partition("_")[0] for name in names]
    found = []
    for place, name in enumerate(names):
        if place in about or not name:
            continue
        question, dash, part = words[place].rpartition(" - ")
        selected = folded(f"x - {part}") == "x"  # "Selected Choice": the answer itself
        parted = dash and not selected and many.count(many[place]) > 1
        found.append(Column(place, question, part.strip()) if parted else Column(place, words[place]))
    return tuple(found)


def _parted(rows: Sequence[Row], holds: Callable[[Row], bool]) -> tuple[list[Row], tuple[Row, ...]]:
    return [row for row in rows if holds(row)], tuple(row for row in rows if not holds(row))


def _export(
    tool: Tool,
    heads: Sequence[str],
    about: Sequence[int],
    columns: tuple[Column, ...],
    rows: Sequence[Row],
    unfinished: tuple[Row, ...] = (),
    *,
    tried: int = 0,
    separators: str = ";,\n",
) -> Export:
    """`about`: places of the columns about a response.

    Where responses are numbered, two rows that are equal are one that was written twice. Where they are not, two
    people may have answered alike within a second.
    """
    number = next(
        (at for at in about if folded(heads[at]) in NUMBERS or _without_code(heads[at]) in NUMBERS), None
    )
    numbered = [row for row in rows if number is not None and row[number]]
    once = list(dict.fromkeys(map(tuple, rows))) if len(numbered) == len(rows) and rows else list(rows)
    numbers = {row[number] for row in once if number is not None}
    return Export(
        tool=tool,
        columns=columns,
        rows=tuple(once),
        unfinished=unfinished,
        tried=tried,
        copies=len(rows) - len(once),
        again=len(once) - len(numbers) if len(numbered) == len(rows) and rows else 0,
        alike=len(rows) - len(set(map(tuple, rows))) if about and number is None else 0,
        set_aside=tuple(_COLONED.sub(r"\g<words>", heads[place]) for place in about),
        names_people=_names_people(heads, about, columns, [*once, *unfinished]),
        separators=separators,
        beyond=_beyond(about, columns, [*once, *unfinished]),
    )


def _beyond(about: Sequence[int], columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """How many rows hold anything behind the last head; all rows are equally long."""
    width = 1 + max((*about, *(one.place for one in columns)), default=-1)
    return sum(any(row[width:]) for row in rows) if rows and len(rows[0]) > width else 0


def _names_people(
    heads: Sequence[str], about: Sequence[int], columns: Sequence[Column], rows: Sequence[Row]
) -> bool:
    naming = [
        place for place in about if folded(heads[place]) in NAMING or _without_code(heads[place]) in NAMING
    ]
    if any(row[at] and folded(row[at]) not in NOBODY for row in rows for at in naming):
        return True
    suspect = (row for row in rows if "@" in "".join(row))
    return any(is_address(row[one.place]) for row in suspect for one in columns)
