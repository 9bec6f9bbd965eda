"""What people answered in another tool comes in as they meant it, or not at all, and only once (F6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.records import Session
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, Promise, WayIn
from capture_app.services.answers_in import Chosen, Looked, bring_in, look_at, read_answer_file
from capture_app.services.keeping import keep
from capture_app.services.questioning import close_box, questionnaires
from capture_app.services.workspaces import Workspace, new_workspace
from tests.helpers.answer_exports import (
    ASKED,
    EXPORTS,
    GOOGLE,
    LIMESURVEY,
    MICROSOFT,
    PLAIN,
    QUALTRICS,
    SURVEYMONKEY,
    Rows,
    as_csv,
    as_xlsx,
)

FIRST = {
    "useful": Answer(choice="o1"),
    "helped": Answer(chosen=("o1", "o2")),
    "heard": Answer(by_row={"room": "o2"}),
    "hours": Answer(value="3.5"),
}
SECOND = {
    "useful": Answer(choice="o3"),
    "heard": Answer(by_row={"call": "o1"}),
    "missed": Answer(text="The bus,\nand the stairs"),
}
THIRD = {
    "useful": Answer(given=Given.RATHER_NOT_SAY),
    "helped": Answer(chosen=("o2",)),
    "hours": Answer(value="12"),
}


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_workspace(tmp_path / "laptop.capture", None).workspace
    keep(workspace, Session(id="session", label="Sectoral 5"))
    keep(workspace, ASKED)
    yield workspace
    workspace.close()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "answers.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def brought(laptop: Workspace, path: Path, **more: bool) -> tuple[Looked, int]:
    """Bring a file in; gives what was seen of it, and how many answers are in then."""
    read = read_answer_file(path)
    looked = look_at(laptop, "session", "asked", read)
    return looked, bring_in(laptop, "session", read, looked, **more).value.count


@pytest.mark.parametrize("tool", EXPORTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_export_of_each_tool_holds_what_people_answered(
    laptop: Workspace, file: Callable[..., Path], tool: str, kind: str
) -> None:
    content = as_csv(EXPORTS[tool]) if kind == "csv" else as_xlsx(EXPORTS[tool])
    read = read_answer_file(file(content, f"answers.{kind}"))
    looked = look_at(laptop, "session", "asked", read)
    assert read.export.tool.value == tool
    assert all(use.item for use in looked.uses), "every column answers a question"
    assert (looked.not_in_file, looked.read.unfit) == ((), ())
    assert list(looked.read.heap.sheets()) == [FIRST, SECOND, THIRD]


def test_who_did_not_hand_it_in_or_only_tried_it_is_left_out_and_told(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    for rows, tried in ((LIMESURVEY, 0), (QUALTRICS, 1)):
        read = read_answer_file(file(as_csv(rows)))
        assert (len(read.export.unfinished), read.export.tried) == (1, tried)
        looked = look_at(laptop, "session", "asked", read, Chosen(with_unfinished=True))
        assert [one.get("missed") for one in looked.read.heap.sheets()][-1] == Answer(text="I went away")


def test_what_is_brought_in_says_neither_who_nor_when_nor_which_row(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    _looked, count = brought(laptop, file(as_csv(SURVEYMONKEY), "export 7.csv"))
    assert count == 3
    (opened,) = questionnaires(laptop, "session").open
    assert (opened.way_in, opened.promise) == (WayIn.FILE, Promise.CONFIDENTIAL)
    closed = close_box(laptop, opened.id).value
    assert (closed.count, closed.source, len(closed.sha256)) == (3, "export 7.csv", 64)
    for word in ("10.0.0", "11/20/2026", "Respondent"):
        assert word not in str(closed)
    with pytest.raises(NotPossible, match="closed for this questionnaire already"):
        brought(laptop, file(as_csv(GOOGLE)))


def test_the_same_file_adds_nothing_and_a_newer_one_takes_its_place(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    assert brought(laptop, file(as_csv(GOOGLE[:3])))[1] == 2
    looked, count = brought(laptop, file(as_csv(GOOGLE[:3]), "the same under another name.csv"))
    assert (looked.there_already, count) == (True, 2)
    looked, count = brought(laptop, file(as_csv(GOOGLE)))
    assert (looked.there_already, looked.replaces, count) == (False, 2, 3)
    assert len(questionnaires(laptop, "session").open) == 1


def test_answers_of_a_file_are_called_anonymous_only_if_they_are_enough_and_nobody_is_named(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    several = [MICROSOFT[0], *(row for number in range(6) for row in ((number, *MICROSOFT[1][1:]),))]
    brought(laptop, file(as_csv(several)), unnamed=True)
    assert questionnaires(laptop, "session").open[0].promise is Promise.ANONYMOUS
    named = [(*row[:3], "jo@example.org", *row[4:]) for row in several[1:]]
    assert read_answer_file(file(as_csv([several[0], *named]))).export.names_people


def test_a_question_that_is_not_in_the_file_was_not_asked_and_a_column_of_none_is_told(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    rows = [("Was it useful?", "How did you travel?"), ("Yes", "By bus"), ("Perhaps", "On foot")]
    looked = look_at(laptop, "session", "asked", read_answer_file(file(as_csv(rows))))
    assert [use.item for use in looked.uses] == ["useful", ""]
    assert looked.not_in_file == ("helped", "heard", "hours", "missed")
    for sheet in looked.read.heap.sheets():
        assert {sheet[key].given for key in looked.not_in_file} == {Given.NOT_ASKED}
    assert [(one.item, one.words, one.count) for one in looked.read.unfit] == [("useful", "Perhaps", 1)]


def test_a_column_put_by_hand_stays_put_for_the_next_file(
    laptop: Workspace, file: Callable[..., Path]
) -> None:
    rows = [("Helpful?", "Anything else"), ("Yes", "The bus")]
    read = read_answer_file(file(as_csv(rows)))
    found = look_at(laptop, "session", "asked", read)
    put = {
        use.column.place: replace(use, item=item)
        for use, item in zip(found.uses, ("useful", "missed"), strict=True)
    }
    looked = look_at(laptop, "session", "asked", read, Chosen(put))
    bring_in(laptop, "session", read, looked)
    later = read_answer_file(file(as_csv([*rows, ("No", "")])))
    again = look_at(laptop, "session", "asked", later)
    assert [use.item for use in again.uses] == ["useful", "missed"]
    assert len(again.read.heap.sheets()) == 2


FEW: Rows = PLAIN[:3]
RIGHT = {
    "UTF-8 with a mark": (as_csv(FEW), "utf-8-sig"),
    "UTF-16": (as_csv(FEW), "utf-16"),
    "UTF-16 without a mark": (as_csv(FEW), "utf-16-le"),
    "Windows-1252": (as_csv([*FEW, ("Yes", "", "", "", "", "Café, naïve, £5")]), "cp1252"),
    "semicolons": (as_csv(FEW, separator=";"), "utf-8"),
    "tabs": (as_csv(FEW, separator="\t"), "utf-8"),
    "a line that says which separator": (f"sep=;\n{as_csv(FEW, separator=';')}", "utf-8"),
    "old Mac line ends": (as_csv(FEW[:2]).replace("\r\n", "\r"), "utf-8"),
    "empty rows between": (as_csv([FEW[0], (), FEW[1], (), FEW[2], (), ()]), "utf-8"),
    "a title above the heads": (as_csv([("Before you go",), *FEW]), "utf-8"),
    "ragged rows": (as_csv([FEW[0], FEW[1][:1], FEW[2][:6]]), "utf-8"),
    "heads in capitals": (as_csv([[str(one).upper() for one in FEW[0]], *FEW[1:]]), "utf-8"),
    "heads with tags": (as_csv([("<p><b>Was it useful?</b></p>",), ("Yes",)]), "utf-8"),
    "hard spaces and blanks around": (as_csv([("  Was it\u00a0useful?  ",), (" Yes ",)]), "utf-8"),
    "formulas": (as_csv([*FEW, ("Yes", "", "", "", "", '=HYPERLINK("http://x.example","free")')]), "utf-8"),
    "a column twice": (as_csv([("Was it useful?", "Was it useful?"), ("Yes", "No")]), "utf-8"),
    "an empty head above nothing": (as_csv([("Was it useful?", "", "x"), ("Yes", "", "y")]), "utf-8"),
    "answers in another script": (as_csv([("What did we miss?",), ("العربية 漢字 🙂",)]), "utf-8"),
    "one column": ("Was it useful?\nYes\nNo\n", "utf-8"),
}
WRONG: dict[str, bytes] = {
    "nothing": b"",
    "blanks only": b"\n\n , ,\n",
    "heads only": b"Was it useful?,What helped?\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "zeros": bytes(4096),
    "more cells than heads": as_csv([FEW[0], (*FEW[1], "", "", "stray")]).encode(),
    "a comma that parts an answer": b"Was it useful?,What did we miss?\nYes,Tea\nNo,More tea, and time\n",
    "a column without a head": as_csv([("Was it useful?", ""), ("Yes", "stray")]).encode(),
    "a web page": b"<!DOCTYPE html><html><table><tr><td>Was it useful?</td></tr></table></html>",
    "a zip that is no workbook": b"PK\x03\x04" + b"x" * 200,
    "half a workbook": as_xlsx(FEW)[:-400],
    "a workbook with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "answers to something else": b"Colour,Size\nred,3\n",
    "rows of nothing but blanks": b"Was it useful?,What helped?\n,\n ,\n",
}


@pytest.mark.parametrize("name", RIGHT)
def test_an_awkward_file_comes_in_right(laptop: Workspace, file: Callable[..., Path], name: str) -> None:
    text, encoding = RIGHT[name]
    path = file(text.encode(encoding), "answers.xlsx")  # the ending is wrong, and does not matter
    looked = look_at(laptop, "session", "asked", read_answer_file(path))
    answers = list(looked.read.heap.sheets())
    assert answers
    assert looked.read.unfit == ()
    if "useful" not in looked.not_in_file:
        assert answers[0]["useful"] == FIRST["useful"]
    if name == "answers in another script":
        assert answers[0]["missed"] == Answer(text="العربية 漢字 🙂")
    if name == "Windows-1252":
        assert answers[-1]["missed"] == Answer(text="Café, naïve, £5")
    if name == "formulas":
        assert answers[-1]["missed"].text.startswith("=HYPERLINK"), "kept as words, and never worked out"


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_none_is_refused_in_a_sentence_and_nothing_is_stored(
    laptop: Workspace, file: Callable[..., Path], name: str
) -> None:
    with pytest.raises((Refused, NotPossible)) as told:
        brought(laptop, file(WRONG[name]))
    assert told.value.sentence.count(".") >= 2
    assert "Nothing was added." in told.value.sentence
    assert questionnaires(laptop, "session").open == ()
