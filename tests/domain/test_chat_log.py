"""Chats as files hold them: who wrote to everybody is kept with its time, and nothing that was not for everybody."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.chat_log import read_chat
from capture_app.domain.meeting_file import LeftOut, MeetingFile, names_of, not_there, of_day, rule_at, worded
from capture_app.domain.pasted import PastedLine
from capture_app.domain.records import AgendaPart
from capture_app.domain.vocabulary import Rule
from tests.helpers.meeting_texts import CLOUD_ZOOM, OLDER_ZOOM, TEAMS, ZOOM

WORDS = st.text(string.ascii_letters + " .,'-", min_size=1, max_size=40).map(str.strip).filter(bool)
NAMES = st.sampled_from(
    ("Ines Rowan", "Jo M.", "李雷", "Room 3", "07700 900123", "L. (she/her)", "iPhone [2]")
)
TO = st.sampled_from(("Everyone", "Everyone in Meeting", "All panelists and attendees"))
ONE = st.sampled_from(
    ("Jo M.(Direct Message)", "Jo M. (Privately)", "Hosts and panelists", "All Panelists", "Lee")
)
MESSAGES = st.lists(st.tuples(NAMES, TO | ONE, WORDS), min_size=1, max_size=8)


def chat(text: str) -> MeetingFile:
    """The chat that is in a text."""
    found = read_chat(text)
    assert found is not None
    return found


def told(file: MeetingFile) -> list[tuple[str, str, str]]:
    """Time, name and words of each line."""
    return [(line.time, line.name, line.text) for line in file.lines]


def test_what_zoom_saves_is_read_with_replies_and_without_reactions_or_private_messages() -> None:
    file = chat(ZOOM)
    assert told(file) == [
        ("10:41", "Ines Rowan", "We need time before the second question"),
        ("10:42", "Jo M.", "Reply to “We need time before...”: So do we, and:"),
        ("10:42", "", "money"),
        ("10:42", "", "an interpreter"),
        ("11:15", "Jo M.", "Thank you Ines, write to ines.rowan@example.org"),
    ]
    assert (file.counted, file.span) == (3, ("10:41", "11:15"))
    assert file.left_out == LeftOut(private=2, reactions=2)


def test_older_chats_and_messages_of_several_rows_are_read() -> None:
    file = chat(OLDER_ZOOM)
    assert told(file) == [
        ("10:41", "Ines Rowan", "We need time: a lot"),
        ("10:41", "", "of it"),
        ("10:42", "Jo M.", "Yes"),
    ]
    assert file.left_out == LeftOut(private=1)


def test_times_from_the_start_of_a_recording_are_not_taken_for_times_of_the_day() -> None:
    file = chat(CLOUD_ZOOM)
    assert file.untimed
    assert told(file) == [("", "Ines Rowan", "We need time"), ("", "Jo M.", "Yes")]


def test_of_a_chat_that_goes_on_from_week_to_week_only_the_day_of_the_session_counts() -> None:
    file = of_day(chat(TEAMS), "2024-05-16")
    assert told(file) == [("10:41", "Ines Rowan", "We need time"), ("10:42", "Jo M.", "Yes")]
    assert (file.counted, file.left_out) == (2, LeftOut(outside=1, other_days=1))
    assert len(of_day(chat(TEAMS), "").lines) == 3


@given(MESSAGES)
def test_a_message_is_a_line_exactly_if_it_was_written_for_everybody(
    messages: list[tuple[str, str, str]],
) -> None:
    rows = [
        f"10:{minute:02}:00 From {name} to {to}:\n\t{words}"
        for minute, (name, to, words) in enumerate(messages)
    ]
    for_all = ("Everyone", "Everyone in Meeting", "All panelists and attendees")
    public = [(name, words) for name, to, words in messages if to in for_all]
    file = chat("\r\n".join(rows))
    assert file.left_out.private == len(messages) - len(public)
    assert file.counted == len(public)
    said = " ".join(line.text for line in file.lines).replace(" ", "")
    assert {line.name for line in file.lines if line.name} <= {name for name, _words in public}
    assert len(said) <= len("".join(words for _name, words in public).replace(" ", ""))


@pytest.mark.parametrize("begins", ["10:41:23 From Ines Rowan to Everyone:", "From Ines Rowan to Everyone:"])
@pytest.mark.parametrize("break_", ["\n\t", " "])
def test_who_wrote_is_known_where_no_time_stands_before_a_message(begins: str, break_: str) -> None:
    file = chat(
        f"{begins}{break_}We need time\n"
        f"From Jo M. to Everyone:{break_}Yes, Ines\n"
        f"From Jo M. to Ines Rowan(Direct Message):{break_}only for you\n"
        f"From 07700 900123 to Hosts and panelists:{break_}My sound is gone\n"
        f"From Lee to Everyone in Meeting:{break_}So do we\n"
    )
    time = "10:41" if begins[0].isdigit() else ""
    assert told(file) == [
        *((time, "Ines Rowan", "We need time"), ("", "Jo M.", "Yes, Ines"), ("", "Lee", "So do we"))
    ]
    assert (file.counted, file.left_out) == (3, LeftOut(private=2))
    assert worded(file.lines[1], file.people, locked=True).text == "Yes, [a person]"


@pytest.mark.parametrize(
    "text",
    [
        "From what Jo said to Everyone: costs rise\nand more",
        "From Guests to Hosts: trust grows\nand more",
        "From Monday to Friday: open\nand more",
        "From Jo to Everyone",
    ],
)
def test_a_note_from_one_to_another_is_no_chat(text: str) -> None:
    assert read_chat(text) is None


@pytest.mark.parametrize(
    "text", ["", "Just a note\nand more", "10:42\n10:43", "Lunch  12:30\nPlenary  13:00"]
)
def test_what_is_no_chat_is_none(text: str) -> None:
    assert read_chat(text) is None


def test_in_a_message_nothing_begins_that_only_looks_like_another_one() -> None:
    text = "10:41:23 From Jo M. to Everyone:\n\tInes Rowan  10:42\n\t09:00:00 From Lee to Everyone:\n\tnever said\n"
    assert {line.name for line in chat(text).lines} == {"Jo M.", ""}
    assert chat(text).counted == 1


def test_the_rule_is_that_of_the_part_shown_and_of_the_part_that_ran_by_plan() -> None:
    parts = tuple(
        AgendaPart(id=title, title=title, planned_start=start, rule=rule)
        for title, start, rule in (
            ("Welcome", "10:00", Rule.OPEN),
            ("Plenary", "11:10", Rule.CHATHAM_HOUSE),
            ("Close", "11:40", Rule.OPEN),
        )
    )
    welcome, plenary, _close = parts
    assert [rule_at(parts, welcome, at) for at in ("09:50", "10:41", "11:10", "11:39", "12:30")] == [
        *(Rule.OPEN, Rule.OPEN, Rule.CHATHAM_HOUSE, Rule.CHATHAM_HOUSE, Rule.OPEN)
    ]
    assert rule_at(parts, plenary, "10:41") is Rule.CHATHAM_HOUSE
    assert rule_at(parts, welcome, "") is Rule.CHATHAM_HOUSE
    assert rule_at((), None, "10:41") is Rule.OPEN


def test_where_names_are_locked_none_stands_anywhere_and_elsewhere_all_stay_as_words() -> None:
    file = chat(ZOOM)
    bare = [worded(line, file.people, locked=True) for line in file.lines]
    assert bare[-1].text == "Thank you [a person], write to [an address]"
    assert not any(name in str(line) for line in bare for name in ("Ines", "Rowan", "Jo M."))
    assert worded(file.lines[0], file.people, locked=False).text == (
        "Ines Rowan: We need time before the second question"
    )


@pytest.mark.parametrize("locked", [True, False])
def test_the_same_file_brings_nothing_twice_however_its_names_were_dealt_with(locked: bool) -> None:
    file = chat(ZOOM)
    there = [(line.time, worded(line, file.people, locked=locked).text) for line in file.lines]
    assert not_there(file, there) == ()
    assert not_there(file, there[1:]) == file.lines[:1]
    assert not_there(file, [("10:40", there[0][1])]) == file.lines


def test_the_same_words_in_the_same_minute_count_as_often_as_they_were_written() -> None:
    file = chat("10:41:01 From Jo to Everyone:\n\tYes\n10:41:02 From Lee to Everyone:\n\tYes\n")
    assert len(not_there(file, [("10:41", "Yes")])) == 1
    untimed = chat(CLOUD_ZOOM)
    assert [line.text for line in not_there(untimed, [("17:05", "Jo M.: Yes")])] == ["We need time"]


def test_a_line_without_a_message_around_it_is_worded_as_it_is() -> None:
    line = PastedLine("money", 1, time="10:42", chat=True)
    assert worded(line, names_of(()), locked=False) == line
