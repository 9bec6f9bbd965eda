"""The key map: what is pressed or typed means exactly one thing, on every keyboard, and can be changed."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from capture_app.domain.vocabulary import LineKind, Stance
from capture_app.ui.keys import Chord, KeyMap, Scope

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, place: int = 0) -> QKeyEvent:
    """A key press; `place` is the code of the key's place on the keyboard."""
    return QKeyEvent(QEvent.Type.KeyPress, key.value, held, place, place, 0, "")


@pytest.fixture(scope="module")
def keymap() -> KeyMap:
    return KeyMap()


def meant(keymap: KeyMap, event: QKeyEvent) -> str | None:
    found = keymap.pressed(event, Scope.CAPTURE, Scope.APP)
    return found.action if found else None


def test_the_number_row_with_control_sets_the_seven_stances_and_three_sides(keymap: KeyMap) -> None:
    pressed = [meant(keymap, press(Qt.Key(Qt.Key.Key_0 + n % 10), CTRL)) for n in range(1, 11)]
    assert pressed == [*(f"stance.{stance}" for stance in Stance), "side.room", "side.remote", "side.chat"]


def test_the_keypad_counts_as_the_number_row(keymap: KeyMap) -> None:
    assert meant(keymap, press(Qt.Key.Key_3, CTRL | KEYPAD)) == "stance.mixed"


@pytest.mark.parametrize("held", [CTRL | ALT, CTRL | SHIFT, ALT, NONE])
def test_altgr_and_other_modifiers_never_set_a_stance(keymap: KeyMap, held: Qt.KeyboardModifier) -> None:
    """AltGr is Control and Alt on Windows: "@" on a German keyboard must stay a letter."""
    assert meant(keymap, press(Qt.Key.Key_1, held)) is None
    assert meant(keymap, press(Qt.Key.Key_Q, CTRL | ALT)) is None


def test_a_french_keyboard_matches_digits_by_the_place_of_the_key(
    keymap: KeyMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On AZERTY the key of 4 gives an apostrophe unless Shift is held."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert meant(keymap, press(Qt.Key.Key_Apostrophe, CTRL, place=13)) == "stance.disagreed"
    assert meant(keymap, press(Qt.Key.Key_Apostrophe, NONE, place=13)) is None


@pytest.mark.parametrize(
    ("before", "action"),
    [
        ("/a", "stance.agreed"),
        ("Seven values are too many /x", "stance.mixed"),
        ("/ro", "side.room"),
        ("“", f"kind.{LineKind.QUOTATION}"),
        ("? ", f"kind.{LineKind.QUESTION}"),
        ("// ", f"kind.{LineKind.SCRIBE_NOTE}"),
        ("Ask the council #", "mark.theme"),
        ("and/or", None),
        ("either/a", None),
        ("//a", None),
        ("Is it? ", None),
        ("ines@", None),
    ],
)
def test_a_typed_code_counts_only_at_the_start_of_a_line_or_word(
    keymap: KeyMap, before: str, action: str | None
) -> None:
    found = keymap.typed(before)
    assert (found[0].action if found else None) == action


@given(
    st.text(st.characters(categories=["L"]), min_size=1), st.sampled_from(["a", "m", "x", "ro", "ch", "q"])
)
def test_a_code_inside_a_word_is_never_taken_out_of_it(word: str, code: str) -> None:
    assert KeyMap().typed(f"{word}/{code}") is None


def test_a_changed_key_works_and_the_usual_one_no_longer_does() -> None:
    keymap = KeyMap({"line.park": "F9, Ctrl+B"})
    assert meant(keymap, press(Qt.Key.Key_F9)) == "line.park"
    assert meant(keymap, press(Qt.Key.Key_B, CTRL)) == "line.park"
    assert meant(keymap, press(Qt.Key.Key_K, CTRL | SHIFT)) is None


@pytest.mark.parametrize("taken", ["Ctrl+1", "F1", "not a key"])
def test_a_key_that_is_taken_or_is_no_key_is_refused(taken: str) -> None:
    with pytest.raises(ValueError, match=re.escape(taken)):
        KeyMap({"line.park": taken})


def test_the_letters_of_a_list_do_nothing_while_one_types(keymap: KeyMap) -> None:
    letter = press(Qt.Key.Key_L)
    assert meant(keymap, letter) is None
    found = keymap.pressed(letter, Scope.EVIDENCE)
    assert found is not None
    assert found.action == "evidence.link"


def test_no_key_belongs_to_menus_screen_readers_or_the_system(keymap: KeyMap) -> None:
    """No Alt, no Insert, no Control with the arrow keys, none of Command+H, M, Q, Tab."""
    chords = [chord for binding in keymap.bindings() for chord in binding.chords]
    refused = {
        Chord.parse(text)
        for text in ("Ins", "Ctrl+Up", "Ctrl+Down", "Ctrl+H", "Ctrl+M", "Ctrl+Q", "Ctrl+Tab")
    }
    assert chords
    assert not refused & set(chords)
    assert not [chord for chord in chords if chord.modifiers & ALT]


def test_what_settings_write_is_read_back_as_the_same_chord(keymap: KeyMap) -> None:
    for binding in keymap.bindings():
        for chord in binding.chords:
            assert Chord.parse(chord.text()) == chord
