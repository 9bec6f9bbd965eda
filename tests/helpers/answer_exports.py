"""Exports of five tools in the shapes they document, with invented answers to one small questionnaire."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

from capture_app.domain.records import Form
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind

Rows = Sequence[Sequence[object]]


def _options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{number}", label=label) for number, label in enumerate(labels, start=1))


ASKED = Form(
    id="asked",
    purpose=FormPurpose.QUESTIONNAIRE,
    title="Before you go",
    items={
        "useful": Item(
            kind=ItemKind.CHOICE, prompt="Was it useful?", order="1", options=_options("Yes", "Maybe", "No")
        ),
        "helped": Item(
            kind=ItemKind.MULTIPLE,
            prompt="What helped?",
            order="2",
            options=_options("Papers, sent early", "Breaks", "Small groups"),
        ),
        "heard": Item(
            kind=ItemKind.MATRIX,
            prompt="Could you be heard",
            order="3",
            options=_options("Poorly", "Well"),
            rows=(Option(id="room", label="in the room"), Option(id="call", label="on the call")),
        ),
        "hours": Item(kind=ItemKind.FIGURE, prompt="How many hours did it take you?", order="4"),
        "missed": Item(kind=ItemKind.TEXT, prompt="What did we miss?", order="5"),
    },
)

MICROSOFT: Rows = (
    (
        *("ID", "Start time", "Completion time", "Email", "Name", "Was it useful?", "What helped?"),
        *("in the room", "on the call"),
        *("How many hours did it take you?", "What did we miss?"),
    ),
    (
        1,
        "2026-11-20 09:00",
        "2026-11-20 09:05",
        "anonymous",
        "",
        "Yes",
        "Papers, sent early;Breaks;",
        "Well",
        "",
        3.5,
        "",
    ),
    (
        2,
        "2026-11-20 09:01",
        "2026-11-20 09:07",
        "anonymous",
        "",
        "No",
        "",
        "",
        "Poorly",
        "",
        "The bus,\nand the stairs",
    ),
    (
        3,
        "2026-11-20 09:02",
        "2026-11-20 09:08",
        "anonymous",
        "",
        "Prefer not to say",
        "Breaks;",
        "",
        "",
        12,
        "",
    ),
)

GOOGLE: Rows = (
    (
        *("Timestamp", "1. Was it useful?", "2. What helped?", "Could you be heard [in the room]"),
        *("Could you be heard [on the call]", "How many hours did it take you?", "What did we miss?"),
    ),
    ("2026/11/20 9:05:00 am GMT", "Yes", "Papers, sent early, Breaks", "Well", "", "3,5", ""),
    ("2026/11/20 9:07:00 am GMT", "No", "", "", "Poorly", "", "The bus,\nand the stairs"),
    ("2026/11/20 9:08:00 am GMT", "Prefer not to say", "Breaks", "", "", "12", ""),
)

LIMESURVEY: Rows = (
    (
        *(
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "startlanguage. Start language",
        ),
        *("seed. Seed", "G01Q01. Was it useful?", "G01Q02[SQ001]. What helped? [Papers, sent early]"),
        *("G01Q02[SQ002]. What helped? [Breaks]", "G01Q02[SQ003]. What helped? [Small groups]"),
        *(
            "G02Q03[SQ001]. Could you be heard [in the room]",
            "G02Q03[SQ002]. Could you be heard [on the call]",
        ),
        *("G02Q04. How many hours did it take you?", "G02Q05. What did we miss?"),
    ),
    ("1", "2026-11-20 09:05:00", "2", "en", "7", "Yes", "Yes", "Yes", "No", "Well", "", "3.5000000000", ""),
    (
        "2",
        "2026-11-20 09:07:00",
        "2",
        "en",
        "8",
        "No",
        "No",
        "No",
        "No",
        "",
        "Poorly",
        "",
        "The bus,\nand the stairs",
    ),
    (
        "3",
        "2026-11-20 09:08:00",
        "2",
        "en",
        "9",
        "Prefer not to say",
        "No",
        "Yes",
        "No",
        "",
        "",
        "12.0000",
        "",
    ),
    ("4", "", "1", "en", "9", "Yes", "No", "No", "No", "", "", "", "I went away"),
)

SURVEYMONKEY: Rows = (
    (
        *(
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "End Date",
            "IP Address",
            "Email Address",
            "First Name",
        ),
        *("Last Name", "Custom Data 1", "Was it useful?", "What helped?", "", "", "Could you be heard", ""),
        *("How many hours did it take you?", "What did we miss?"),
    ),
    (
        *("", "", "", "", "", "", "", "", "", "Response", "Papers, sent early", "Breaks", "Small groups"),
        *("in the room", "on the call", "Open-Ended Response", "Open-Ended Response"),
    ),
    (
        *("11", "5", "11/20/2026 09:00", "11/20/2026 09:05", "10.0.0.1", "", "", "", "", "Yes"),
        *("Papers, sent early", "Breaks", "", "Well", "", "3.5", ""),
    ),
    (
        *("12", "5", "11/20/2026 09:01", "11/20/2026 09:07", "10.0.0.2", "", "", "", "", "No", "", "", ""),
        *("", "Poorly", "", "The bus,\nand the stairs"),
    ),
    (
        *("13", "5", "11/20/2026 09:02", "11/20/2026 09:08", "10.0.0.3", "", "", "", "", "Prefer not to say"),
        *("", "Breaks", "", "", "", "12", ""),
    ),
)

QUALTRICS: Rows = (
    (
        *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished"),
        *("RecordedDate", "ResponseId", "UserLanguage", "Q1", "Q2", "Q3_1", "Q3_2", "Q4", "Q5"),
    ),
    (
        *(
            "Start Date",
            "End Date",
            "Response Type",
            "IP Address",
            "Progress",
            "Duration (in seconds)",
            "Finished",
        ),
        *(
            "Recorded Date",
            "Response ID",
            "User Language",
            "Was it useful?",
            "What helped? - Selected Choice",
        ),
        *("Could you be heard - in the room", "Could you be heard - on the call"),
        *("How many hours did it take you?", "What did we miss?"),
    ),
    (*('{"ImportId":"startDate","timeZone":"Z"}', *['{"ImportId":"x"}'] * 15),),
    (
        *(
            "2026-11-20 09:00",
            "2026-11-20 09:05",
            "IP Address",
            "10.0.0.1",
            "100",
            "300",
            "True",
            "2026-11-20",
            "R_1",
        ),
        *("EN", "Yes", "Papers, sent early,Breaks", "Well", "", "3.5", ""),
    ),
    (
        *(
            "2026-11-20 09:01",
            "2026-11-20 09:07",
            "IP Address",
            "10.0.0.2",
            "100",
            "300",
            "True",
            "2026-11-20",
            "R_2",
        ),
        *("EN", "No", "", "", "Poorly", "", "The bus,\nand the stairs"),
    ),
    (
        *(
            "2026-11-20 09:02",
            "2026-11-20 09:08",
            "IP Address",
            "10.0.0.3",
            "100",
            "300",
            "True",
            "2026-11-20",
            "R_3",
        ),
        *("EN", "Prefer not to say", "Breaks", "", "", "12", ""),
    ),
    (
        *(
            "2026-11-20 09:03",
            "2026-11-20 09:09",
            "Survey Preview",
            "",
            "100",
            "30",
            "True",
            "2026-11-20",
            "R_4",
        ),
        *("EN", "Yes", "", "", "", "99", "trying it out"),
    ),
    (
        *(
            "2026-11-20 09:04",
            "2026-11-20 09:10",
            "IP Address",
            "10.0.0.5",
            "40",
            "30",
            "False",
            "2026-11-20",
            "R_5",
        ),
        *("EN", "Yes", "", "", "", "", "I went away"),
    ),
)

PLAIN: Rows = (GOOGLE[0][1:], *(row[1:] for row in GOOGLE[1:]))

EXPORTS = {
    "Microsoft Forms": MICROSOFT,
    "Google Forms": GOOGLE,
    "LimeSurvey": LIMESURVEY,
    "SurveyMonkey": SURVEYMONKEY,
    "Qualtrics": QUALTRICS,
    "": PLAIN,
}


def as_csv(rows: Rows, *, separator: str = ",") -> str:
    """The table as CSV, as these tools write it."""
    text = StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def as_xlsx(rows: Rows) -> bytes:
    """The table as the first sheet of a workbook."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()
