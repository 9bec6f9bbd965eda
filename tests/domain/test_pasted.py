"""What was copied out of a document or a chat: bullets come off, levels and times are read, and no word is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.chat_heads import looks_like_name
from capture_app.domain.chat_log import read_chat
from capture_app.domain.pasted import read_pasted, tidied

BREAKS = ("\n", "\n\n", "\v", "\r\n", "\t", "    ", "  ", "\xa0", "\u200b")
HEADS = ("Ines R.", "Jo", "10:42", "[10:42]", "says:", "From ", " to Everyone:", " to Me (Privately) ", ": ")
BITS = st.sampled_from((*BREAKS, *HEADS, "•", "-", "o\t", "1.", "a)", "we need time", "Hosts.", "ünd", "字"))
TEXTS = st.one_of(st.lists(BITS, max_size=25).map("".join), st.text(max_size=80))
WORDS = st.lists(st.sampled_from(["Hosts", "need", "time", "and", "reasons"]), min_size=1, max_size=6).map(
    " ".join
)


def letters(text: str) -> str:
    """A text without anything between its letters."""
    return "".join(text.split())


@given(TEXTS)
def test_no_letter_is_lost_and_what_was_taken_off_a_line_stands_beside_it(text: str) -> None:
    lines = read_pasted(text)
    assert "".join(letters(f"{one.head}{one.mark}{one.text}") for one in lines) == letters(tidied(text))


@given(TEXTS)
def test_every_line_is_one_clean_row_not_much_deeper_than_the_one_above(text: str) -> None:
    above = -1
    for one in read_pasted(text):
        assert one.text == " ".join(one.text.split())
        assert not any(unicodedata.category(letter) == "Cc" for letter in one.text)
        assert 0 <= one.level <= above + 1
        above = one.level


@given(
    st.lists(st.tuples(st.integers(0, 3), WORDS), min_size=1, max_size=12), st.sampled_from(["•", "-", "1."])
)
def test_indented_bullets_come_back_with_their_words_and_their_levels(
    told: list[tuple[int, str]], mark: str
) -> None:
    levels: list[int] = []
    for level, _words in told:
        levels.append(min(level, levels[-1] + 1 if levels else 0))
    rows = [f"{'    ' * level}{mark} {words}" for level, (_level, words) in zip(levels, told, strict=True)]
    lines = read_pasted("\r\n".join(rows))
    assert [(one.level, one.text, one.mark) for one in lines] == [
        (level, words, mark) for level, (_level, words) in zip(levels, told, strict=True)
    ]


def test_a_second_kind_of_bullet_stands_deeper_as_word_copies_it() -> None:
    lines = read_pasted("•\tValues\no\tReasons\no\tMore\n•\tHosts\n1.\tA\n1.1\tB\n2.\tC")
    assert [(one.level, one.text) for one in lines] == [
        *((0, "Values"), (1, "Reasons"), (1, "More"), (0, "Hosts")),
        *((1, "A"), (2, "B"), (1, "C")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.5 million people",
        "12 people came",
        "I. Khan spoke",
        "o dear",
        "-5 degrees",
        "a) ",
        "n/a",
        "+ flexible",
    ],
)
def test_what_only_looks_like_a_bullet_stays(text: str) -> None:
    assert [one.text for one in read_pasted(text)] == [text.strip()]


def test_what_speaks_for_and_against_keeps_its_signs() -> None:
    assert [one.text for one in read_pasted("+ flexible\n- costly")] == ["+ flexible", "- costly"]


def test_a_paragraph_broken_by_the_width_of_a_page_is_one_line_and_short_points_are_not() -> None:
    mail = "Long paragraphs that come out of a mail are broken after so many\nletters, as nobody wants.\nNext point"
    assert [(one.text[-20:], one.joined) for one in read_pasted(mail)] == [
        ("rs, as nobody wants.", 1),
        ("Next point", 0),
    ]
    assert [one.text for one in read_pasted("A soft\vbreak\u2028here")] == ["A soft break here"]
    assert len(read_pasted("values need reasons\nhosts need time\nmoney is short")) == 3


def test_what_nobody_sees_goes_and_what_joins_letters_of_other_scripts_stays() -> None:
    (line,) = read_pasted("\ufeffa\u200bb\xa0c\x07\u2009d \u0645\u06cc\u200c\u062e\u0648")
    assert line.text == "ab c d \u0645\u06cc\u200c\u062e\u0648"


@pytest.mark.parametrize(
    "text",
    [
        "Ines R.  10:42\nWe need time\nJo  10:43\nYes",
        "10:42 Ines R.: We need time\n10:43 Jo: Yes",
        "[10:42] Ines R. says:\nWe need time\n\n[10:43] Jo says:\nYes",
        "[10:42 AM] Ines R.\n    We need time\n[10:43 AM] Jo\n    Yes",
        "Ines R.\n10:42\nWe need time\nJo\n10:43\nYes",
        "10:42:15 From Ines R. to Everyone:\n\tWe need time\n10:43:01\t From Jo : Yes",
        "Ines R. to Everyone 10:42 AM\nWe need time\nJo to Everyone 10:43 AM\nYes",
        "16/05/2024, 10:42 - Ines R.: We need time\n16/05/2024, 10:43 - Jo: Yes",
        "[16/05/2024, 10:42:11] Ines R.: We need time\n[16/05/2024, 10:43:12] Jo: Yes",
        "10:42 From Ines R. To Everyone: We need time\n10:43 From Jo to Everyone: Yes",
    ],
)
def test_messages_of_chat_windows_have_their_time_and_name_taken_off(text: str) -> None:
    assert [(one.text, one.time, one.name, one.chat) for one in read_pasted(text)] == [
        ("We need time", "10:42", "Ines R.", True),
        ("Yes", "10:43", "Jo", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "From Ines R. to Everyone:\n\tWe need time\nFrom Jo to Everyone:\n\tYes",
        "From Ines R. to Everyone: We need time\nFrom Jo to Everyone: Yes",
        "From Ines R. to Everyone\nWe need time\nFrom Jo to Everyone\nYes",
    ],
)
def test_messages_without_a_time_have_their_name_taken_off(text: str) -> None:
    assert [(one.text, one.time, one.name, one.chat) for one in read_pasted(text)] == [
        ("We need time", "", "Ines R.", True),
        ("Yes", "", "Jo", True),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "10:42:20 From Jo M. to Ines R.(Direct Message):\n\t",
        "10:42:20 From 07700 900123 to iPhone [2] (Privately) : ",
        "10:42 From Jo to Me: (Privately) ",
        "10:42 Jo to Ines R. (direct message): ",
        "[10:42] Jo to Ines R. (Direct Message) ",
        "Jo M. to Me (Direct Message) 10:42 AM\n",
        "From Jo To Ines R.: (Privately) 10:42\n",
        "Jo M. to You (Direct Message)\n10:42 AM\n",
        "10:42 From Lee to Hosts and panelists: ",
        "10:42 From guest4 to Ines R.: ",
        "Lee to Me 10:42\n",
    ],
)
def test_what_was_not_written_for_everybody_is_marked_to_the_next_message(head: str) -> None:
    text = f"10:41 From Ines R. to Everyone: Hello\n{head}only for you\n- and this\n10:43 From 0123 to Everyone: Yes"
    private = [one for one in read_pasted(text) if one.private]
    assert [one.text for one in private][-2:] == ["only for you", "and this"]
    assert sum(bool(one.head) for one in private) == 1
    assert [one.text for one in read_pasted(text) if not one.private] == ["Hello", "Yes"]
    chat = read_chat(f"Ines R. to Everyone 10:41 AM\nHello\n{head}only for you")
    assert chat is not None
    assert ([one.text for one in chat.lines], chat.left_out.private) in ((["Hello"], 1), ([], 1))


def test_a_message_of_several_lines_has_its_time_on_each_and_the_name_once() -> None:
    lines = read_pasted("Ines R.  2:05 PM\nWe need:\n- time\n- money\n")
    assert [(one.text, one.time, one.name) for one in lines] == [
        ("We need:", "14:05", "Ines R."),
        ("time", "14:05", ""),
        ("money", "14:05", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lunch  12:30\nPlenary  13:00",
        "10:42 Decision: one list",
        "We met at 10:42",
        "[10:42] We spoke of hosts",
        "10:42 From what Jo said to the group: costs rise",
        "Some talk to advocates (privately)\nWe moved to Slack (direct message)",
    ],
)
def test_a_programme_or_a_note_with_a_time_is_no_message(text: str) -> None:
    assert not any(one.chat for one in read_pasted(text))


def test_names_are_a_few_words_with_capitals() -> None:
    assert all(map(looks_like_name, ["Ines R.", "Jo", "Maria de la Cruz", "Ines R. (Guest)", "李雷"]))
    assert not any(map(looks_like_name, ["we agreed", "The group said", "Is it so?", "Decision", ""]))
