"""Whose export a table is, told by its heads alone; its columns, and the rows people filled (F6).

Microsoft Forms and Google Forms write one row of heads, SurveyMonkey two (the second has the options), Qualtrics
three (names, words, ids). LimeSurvey writes codes, words or both. Times, addresses, names and numbers of rows are
columns about a response and no answers: nothing here hands on what stands in them but which rows were not finished.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from capture_app.domain.answer_files.folding import folded

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
    whoever tried the form out. copies: rows that stand in the file twice to the letter, and were counted once.
    separators: what may part several choices in one cell. names_people: a column about a response names somebody.
    """

    tool: Tool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unfinished: tuple[Row, ...] = ()
    tried: int = 0
    copies: int = 0
    set_aside: tuple[str, ...] = ()
    names_people: bool = False
    separators: str = ";,\n"


_ABOUT = frozenset(
    folded(words)
    for words in (
        *(
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "Last modified time",
            "Language",
            "Total points",
        ),
        *(
            "Quiz feedback",
            "Timestamp",
            "Username",
            "Email Address",
            "Score",
            "Response ID",
            "Date submitted",
        ),
        *(
            "Last page",
            "Start language",
            "Seed",
            "Date started",
            "Date last action",
            "IP address",
            "Referrer URL",
        ),
        *("submitdate", "lastpage", "startlanguage", "startdate", "datestamp", "ipaddr", "refurl", "token"),
        *(
            "Access code",
            "Total time",
            "interviewtime",
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "End Date",
        ),
        *(
            "First Name",
            "Last Name",
            "Custom Data 1",
            "EndDate",
            "Status",
            "IPAddress",
            "Progress",
            "Finished",
        ),
        *("Duration (in seconds)", "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName"),
        *(
            "RecipientEmail",
            "ExternalReference",
            "ExternalDataReference",
            "LocationLatitude",
            "LocationLongitude",
        ),
        *(
            "DistributionChannel",
            "UserLanguage",
            "Zeitstempel",
            "Horodateur",
            "E-mail",
            "Response type",
            "Row",
        ),
    )
)
_NAMING = frozenset(
    folded(words)
    for words in (
        *(
            "Email",
            "Name",
            "Username",
            "Email Address",
            "First Name",
            "Last Name",
            "RecipientLastName",
            "E-mail",
        ),
        *("RecipientFirstName", "RecipientEmail", "token", "Access code"),
    )
)
_BRACKETED = re.compile(r"(?P<question>.+?)\s*\[(?P<part>[^\[\]]*)\]\s*", re.DOTALL)
_COLONED = re.compile(r"(?P<code>[A-Za-z]\w{0,19}(?:\[\w+\])?)\.\s+(?P<words>\S.*)", re.DOTALL)
"""LimeSurvey's "code and text": "G01Q01. Was it useful?"."""
_NOBODY = frozenset(("anonymous", "anonym"))
"""What Microsoft Forms writes as the name and address of somebody who was asked for neither."""


def export_of(rows: Sequence[Row]) -> Export:
    """Whose export a table is. Rows before the heads, such as a title, are left out."""
    tool, start = _told(rows)
    heads = list(rows[start])
    if tool is Tool.QUALTRICS:
        return _qualtrics(heads, rows[start + 1], rows[start + 3 :])
    if tool is Tool.SURVEYMONKEY:
        return _surveymonkey(heads, rows[start + 1], rows[start + 2 :])
    columns = tuple(_column(place, head) for place, head in enumerate(heads) if not _is_about(head) and head)
    about = [place for place, head in enumerate(heads) if head and _is_about(head)]
    whole: Sequence[Row] = rows[start + 1 :]
    unfinished: tuple[Row, ...] = ()
    if tool is Tool.LIMESURVEY:
        done = next(
            (at for at in about if _without_code(heads[at]) in ("submitdate", "date submitted")), None
        )
        whole, unfinished = _parted(whole, lambda row: done is None or bool(row[done]))
    separators = {Tool.MICROSOFT: ";", Tool.GOOGLE: ","}.get(tool, ";,\n")
    return _export(tool, heads, about, columns, whole, unfinished, separators=separators)


def _told(rows: Sequence[Row]) -> tuple[Tool, int]:
    """Whose heads stand where; of a plain table the first row that is at least half filled, as a title is not."""
    for start, row in enumerate(rows[:10]):
        known = {folded(cell) for cell in row} | {_without_code(cell) for cell in row}
        for tool, wanted in _SIGNS:
            if wanted <= known:
                return tool, start
    if any(cell.startswith('{"ImportId"') for cell in rows[min(2, len(rows) - 1)]):
        return Tool.QUALTRICS, 0
    filled = [sum(map(bool, row)) for row in rows[:10]]
    return Tool.PLAIN, next(at for at, count in enumerate(filled) if 2 * count >= max(filled))


_SIGNS: tuple[tuple[Tool, frozenset[str]], ...] = (
    (Tool.QUALTRICS, frozenset(("recordeddate", "responseid"))),
    (Tool.SURVEYMONKEY, frozenset(("respondent id", "collector id"))),
    (Tool.LIMESURVEY, frozenset(("submitdate", "lastpage"))),
    (Tool.LIMESURVEY, frozenset(("date submitted", "last page"))),
    (Tool.MICROSOFT, frozenset(("start time", "completion time"))),
    (Tool.GOOGLE, frozenset(("timestamp",))),
    (Tool.GOOGLE, frozenset(("zeitstempel",))),
    (Tool.GOOGLE, frozenset(("horodateur",))),
)


def _is_about(head: str) -> bool:
    return bool({folded(head), _without_code(head)} & _ABOUT)


def _without_code(head: str) -> str:
    """ "submitdate. Date submitted" is "date submitted"."""
    return folded(_COLONED.sub(r"\g<words>", head))


def _column(place: int, head: str) -> Column:
    """A head that may have its row or option in brackets, and a code before it."""
    coloned = _COLONED.fullmatch(head)
    words = coloned["words"] if coloned else head
    found = _BRACKETED.fullmatch(words)
    return Column(place, found["question"], found["part"].strip()) if found else Column(place, words.strip())


def _surveymonkey(heads: list[str], below: Row, rows: Sequence[Row]) -> Export:
    """A question stands once over all its columns; below it each column's option, or that it is the answer itself."""
    question, about, columns = "", [], []
    for place, head in enumerate(heads):
        question = head or question
        part = "" if folded(below[place]) in ("response", "open ended response") else below[place]
        if _is_about(question) and not part:
            about.append(place)
        elif question:
            columns.append(Column(place, question, part))
    return _export(Tool.SURVEYMONKEY, heads, about, tuple(columns), rows)


def _qualtrics(names: list[str], words: Row, rows: Sequence[Row]) -> Export:
    """Names, then words; a question of several columns has its option behind a dash: "What helped? - Breaks"."""
    about = [place for place, name in enumerate(names) if _is_about(name)]
    many = _question_numbers(names)
    columns = []
    for place, name in enumerate(names):
        if place in about or not name:
            continue
        question, dash, part = words[place].rpartition(" - ")
        selected = folded(f"x - {part}") == "x"  # "Selected Choice": the answer itself
        parted = dash and not selected and many.count(name.partition("_")[0]) > 1
        columns.append(Column(place, question, part.strip()) if parted else Column(place, words[place]))
    status = next((at for at in about if names[at] == "Status"), None)
    finished = next((at for at in about if names[at] == "Finished"), None)
    real, tried = _parted(rows, lambda row: status is None or "preview" not in row[status].casefold())
    whole, unfinished = _parted(
        real, lambda row: finished is None or row[finished].casefold() not in ("false", "0")
    )
    return _export(
        Tool.QUALTRICS, names, about, tuple(columns), whole, unfinished, tried=len(tried), separators=","
    )


def _question_numbers(names: Sequence[str]) -> list[str]:
    return [name.partition("_")[0] for name in names]


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
    """`about`: places of the columns about a response. With them two equal rows are one response written twice."""
    once = list(dict.fromkeys(tuple(row) for row in rows)) if about else list(rows)
    naming = [place for place in about if folded(heads[place]) in _NAMING]
    return Export(
        tool=tool,
        columns=columns,
        rows=tuple(once),
        unfinished=unfinished,
        tried=tried,
        copies=len(rows) - len(once),
        set_aside=tuple(_COLONED.sub(r"\g<words>", heads[place]) for place in about),
        names_people=any(row[at] and folded(row[at]) not in _NOBODY for row in once for at in naming),
        separators=separators,
    )
