"""Polls: one line a question with counts, and never who answered, whatever the report says about them."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.meeting_file import FileKind, MeetingFile
from capture_app.domain.poll import read_poll
from tests.helpers.meeting_texts import FORMS_POLL, OLDER_ZOOM_POLL, ZOOM_POLL

CHOICES = ("Trust", "Respect", "One page, plain", "Yes")
ANSWERS = st.lists(st.sampled_from(CHOICES), min_size=1, max_size=20)


def poll(text: str, separator: str = ",") -> MeetingFile:
    """The poll that is in a table."""
    found = read_poll(list(csv.reader(text.splitlines(keepends=True), delimiter=separator)))
    assert found is not None
    return found


def told(file: MeetingFile) -> list[tuple[str, int, str]]:
    """Time, level and words of each line."""
    return [(line.time, line.level, line.text) for line in file.lines]


def test_a_report_of_zoom_becomes_one_line_a_question_and_what_asks_for_names_is_left_out() -> None:
    file = poll(ZOOM_POLL)
    assert told(file) == [
        ("10:44", 0, "Which values matter most? Trust 3; Respect 1 (3 answers, several choices each)"),
        ("10:42", 0, "What is missing? (2 answers)"),
        ("10:42", 1, '=HYPERLINK("http://example.org")'),
        ("10:42", 1, "[a person] knows, ask [an address]"),
        ("11:21", 0, "Is one page enough? No 1; Yes 1 (2 answers)"),
    ]
    assert (file.kind, file.counted, file.left_out.personal) == (FileKind.POLL, 3, 1)


def test_older_reports_name_the_question_before_each_answer() -> None:
    assert told(poll(OLDER_ZOOM_POLL)) == [
        ("10:42", 0, "Is one page enough? No 2 (2 answers)"),
        ("10:42", 0, "Anything else? An easy-read version 1 (1 answer)"),
    ]


def test_answers_of_forms_are_counted_and_marks_are_no_question() -> None:
    assert told(poll(FORMS_POLL, ";")) == [("10:45", 0, "Is one page enough? No 1; Yes 1 (2 answers)")]


@given(ANSWERS)
def test_counts_add_up_and_tell_nothing_of_who_came_first(answers: list[str]) -> None:
    def text_of(told: list[str]) -> str:
        rows = [
            f'{at},Person {at},p{at}@example.org,2024-05-16 10:41:00,"{one}"' for at, one in enumerate(told)
        ]
        return "\n".join(["#,User Name,Email Address,Submitted Date and Time,Which?", *rows])

    (line,) = poll(text_of(answers)).lines
    assert line.text == poll(text_of(answers[::-1])).lines[0].text
    for one in set(answers):
        assert f"{one} {answers.count(one)}" in line.text
    assert "example.org" not in line.text
    assert "Person" not in line.text


@pytest.mark.parametrize(
    "asked",
    [
        "Your name?",
        "What's your full name?",
        "Your e-mail address",
        "Please enter your phone number *",
        "Contact",
    ],
)
def test_a_question_that_asks_who_somebody_is_is_no_line(asked: str) -> None:
    text = f"ID,Completion time,Name,{asked},Why?\n1,2024-05-16 10:41,Jo,jo@example.org,Because\n"
    file = poll(text)
    assert [line.text for line in file.lines] == ["Why? Because 1 (1 answer)"]
    assert file.left_out.personal == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Name (Original Name),User Email,Join Time,Leave Time\nJo,jo@example.org,10:00,11:00\n",
        "First Name,Last Name,Email,Registration Time\nJo,M.,jo@example.org,2024-05-01\n",
        "#,User Name,User Email,Submitted Date/Time,Your name?\n1,Jo,jo@example.org,2024-05-16 10:41:00,Jo\n",
    ],
)
def test_a_table_that_holds_no_answers_is_no_poll(text: str) -> None:
    assert read_poll(list(csv.reader(text.splitlines()))) is None
