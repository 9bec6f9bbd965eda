"""What single keys do in the editor: codes and their letters back, themes, input methods, AltGr, undo, edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import Side, Stance, ThemeKind
from capture_app.services.themes import ThemeTag
from capture_app.ui.capture.theme_finder import Mark, is_new, mark_before, match_in, matches
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_world import (
    CaptureWorld,
    fill_values,
    opened_worksheet,
    press,
    type_text,
)
from tests.helpers.render import settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(world: CaptureWorld, look: Look, qtbot: QtBot) -> WorksheetPage:
    """A worksheet at a question without lines."""
    return opened_worksheet(world, look, qtbot)


def stance(page: WorksheetPage) -> Stance | None:
    """The stance of the line being written."""
    view = page.pane.desk.active()
    assert view is not None
    return view.line.stance


def text(page: WorksheetPage) -> str:
    """The words in the editor."""
    return page.pane.editor.text()


@pytest.mark.parametrize("number", range(1, 8))
def test_a_chord_sets_the_stance_and_again_clears_it(page: WorksheetPage, number: int) -> None:
    key = Qt.Key(Qt.Key.Key_0 + number)
    press(page, key, CTRL)
    assert stance(page) is list(Stance)[number - 1]
    press(page, key, CTRL)
    assert stance(page) is None


def test_a_key_that_can_do_nothing_in_this_line_says_why_below_it_and_leaves_the_keyboard_there(
    page: WorksheetPage,
) -> None:
    for key, held, why in (
        (Qt.Key.Key_Z, (CTRL,), "There is nothing to undo."),
        (Qt.Key.Key_Z, (CTRL, SHIFT), "There is nothing to do again."),
        (Qt.Key.Key_F2, (), "The question of this line does not ask for that."),
        (Qt.Key.Key_PageUp, (CTRL, SHIFT), "This line is the first here."),
        (Qt.Key.Key_PageDown, (CTRL, SHIFT), "This line is the last here."),
        (Qt.Key.Key_Tab, (), "This line cannot go further in."),
        (Qt.Key.Key_K, (CTRL, SHIFT), "Nothing is written in this line yet."),
        (Qt.Key.Key_L, (CTRL, SHIFT), "Nothing is written in this line yet."),
    ):
        press(page, key, *held)
        assert page.pane.hint_words() == why
        assert page.pane.editor.hasFocus()
    type_text(page, "a")
    assert page.pane.hint_words() == ""


@pytest.mark.parametrize(
    ("code", "wanted"),
    list(zip(("/a", "/m", "/x", "/d", "/1", "/n", "/q"), Stance, strict=True)),
)
def test_a_typed_code_becomes_a_stance_and_backspace_gives_its_letters_back(
    page: WorksheetPage, code: str, wanted: Stance
) -> None:
    type_text(page, f"well {code}")
    assert (text(page), stance(page)) == ("well ", wanted)
    press(page, Qt.Key.Key_Backspace)
    assert (text(page), stance(page)) == (f"well {code}", None)
    type_text(page, "t")
    press(page, Qt.Key.Key_Backspace)
    assert (text(page), stance(page)) == (f"well {code}", None)


def test_codes_inside_words_stay_as_typed(page: WorksheetPage) -> None:
    type_text(page, "and/or 1/1 n/a 24/7")
    assert (text(page), stance(page)) == ("and/or 1/1 n/a 24/7", None)


@pytest.mark.parametrize("word", ["/agree", "/not", "/rooms", "/10", "/1st"])
def test_a_code_that_goes_on_as_a_word_was_none(page: WorksheetPage, word: str) -> None:
    type_text(page, f"some say {word}, others not")
    assert (text(page), stance(page)) == (f"some say {word}, others not", None)
    assert page.pane.model.at(0).line.side is not Side.REMOTE


def test_a_code_before_a_new_word_or_a_mark_counts(page: WorksheetPage) -> None:
    type_text(page, "/xSeven are too many")
    assert (text(page), stance(page)) == ("Seven are too many", Stance.MIXED)
    type_text(page, " /a, all of us")
    assert (text(page), stance(page)) == ("Seven are too many , all of us", Stance.AGREED)


def test_the_side_stays_for_the_next_line(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "/ch one|two|")
    press(page, Qt.Key.Key_8, CTRL)
    type_text(page, "three")
    page.settle()
    assert [view.line.side for view in world.lines()] == [Side.CHAT, Side.CHAT, Side.ROOM]


def test_nothing_acts_while_an_input_method_composes(page: WorksheetPage) -> None:
    editor = page.pane.editor
    QApplication.sendEvent(editor, QInputMethodEvent("/a", []))
    press(page, Qt.Key.Key_1, CTRL)
    press(page, Qt.Key.Key_K, CTRL, SHIFT)
    assert (text(page), stance(page)) == ("", None)

    done = QInputMethodEvent("", [])
    done.setCommitString("/a")
    QApplication.sendEvent(editor, done)
    assert (text(page), stance(page)) == ("", Stance.AGREED)


@pytest.mark.parametrize("held", [CTRL | ALT, ALT, CTRL | SHIFT, CTRL | Qt.KeyboardModifier.MetaModifier])
def test_altgr_and_other_company_never_fire(page: WorksheetPage, held: Qt.KeyboardModifier) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(page.pane.editor, QKeyEvent(kind, Qt.Key.Key_1, held, "¹"))
    assert stance(page) is None


def test_a_chord_is_kept_from_the_shortcuts_of_the_window_and_the_windows_own_are_not(
    page: WorksheetPage,
) -> None:
    def claimed(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(page.pane.editor, event)
        return event.isAccepted()

    assert claimed(Qt.Key.Key_1, CTRL)
    assert claimed(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert not claimed(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert not claimed(Qt.Key.Key_K, CTRL)


def test_a_theme_is_taken_from_the_list_taken_off_again_and_undone(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def codes() -> list[str]:
        page.settle()
        return sorted(tag.code for view in world.lines() for tag in view.themes)

    type_text(page, "host #ho")
    assert page.pane.themes.is_open()
    press(page, Qt.Key.Key_Tab)
    assert (text(page), codes()) == ("host ", ["S4"])
    type_text(page, " #s1")
    press(page, Qt.Key.Key_Tab)
    assert codes() == ["S1", "S4"]
    type_text(page, " #s4")
    press(page, Qt.Key.Key_Tab)
    assert codes() == ["S1"]
    press(page, Qt.Key.Key_Z, CTRL)
    assert codes() == ["S1", "S4"]
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert codes() == ["S1"]


def test_a_theme_only_touched_on_is_kept_as_such_until_it_is_spoken_of(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def kept() -> list[tuple[str, bool]]:
        page.settle()
        return [(tag.code, tag.indirect) for view in world.lines() for tag in view.themes]

    def said() -> str:
        return str(page.pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    type_text(page, "host #?s4")
    press(page, Qt.Key.Key_Tab)
    assert (text(page), kept()) == ("host ", [("S4", True)])
    assert "Theme Host organisations, touched on." in said()
    type_text(page, " #s4")
    press(page, Qt.Key.Key_Tab)
    assert (kept(), "touched on" in said()) == ([("S4", False)], False)
    press(page, Qt.Key.Key_Z, CTRL)
    assert kept() == [("S4", True)]
    press(page, Qt.Key.Key_Z, CTRL, SHIFT)
    assert kept() == [("S4", False)]
    for _again in range(2):
        type_text(page, " #?s4")
        press(page, Qt.Key.Key_Tab)
    assert kept() == []
    type_text(page, " #?bus fares")
    press(page, Qt.Key.Key_Return, SHIFT)
    assert (text(page), kept()) == ("host ", [("", True)])


def test_joining_lines_of_which_one_speaks_of_a_theme_is_undone_to_the_letter(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    def kept() -> list[list[tuple[str, bool]]]:
        page.settle()
        return [[(tag.code, tag.indirect) for tag in view.themes] for view in world.lines()]

    for typed in ("one #?s4", "|two #s4"):
        type_text(page, typed)
        press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_J, CTRL)
    assert kept() == [[("S4", False)]]
    press(page, Qt.Key.Key_Z, CTRL)
    assert kept() == [[("S4", True)], [("S4", False)]]


def test_escape_keeps_the_letters_and_enter_goes_on_when_nothing_is_known(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "#tra")
    press(page, Qt.Key.Key_Escape)
    assert not page.pane.themes.is_open()
    type_text(page, "|#zzz|next")
    page.settle()
    assert world.texts() == ["#tra", "#zzz", "next"]
    assert [view.themes for view in world.lines()] == [(), (), ()]


def test_enter_takes_the_theme_that_can_be_meant_and_goes_on_as_whoever_does_not_look_expects(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "one #S4|two #values |#s1|three #ho|")
    type_text(page, "|end here")
    for _letter in " here":
        press(page, Qt.Key.Key_Left)
    type_text(page, " #s4|up ")
    page.settle()
    assert [(view.line.text, sorted(tag.code for tag in view.themes)) for view in world.lines()] == [
        ("one", ["S4"]),
        ("two", ["S1"]),
        ("three", ["S1", "S4"]),
        ("end up here", ["S4"]),
    ]


def test_themes_of_a_line_without_words_wait_for_its_first(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "#s1")
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_1, CTRL)
    assert "".join(world.texts()) == ""
    type_text(page, "now")
    page.settle()
    (view,) = world.lines()
    assert (view.line.text, view.line.stance, [tag.code for tag in view.themes]) == (
        "now",
        Stance.AGREED,
        ["S1"],
    )


def test_undo_takes_the_newest_first_whether_typed_or_done(page: WorksheetPage) -> None:
    type_text(page, "word")
    press(page, Qt.Key.Key_1, CTRL)
    press(page, Qt.Key.Key_Z, CTRL)
    assert (text(page), stance(page)) == ("word", None)
    press(page, Qt.Key.Key_Z, CTRL)
    assert text(page) == ""


def test_hands_are_counted_of_those_in_the_group(world: CaptureWorld, page: WorksheetPage) -> None:
    type_text(page, "Seven are too many")
    press(page, Qt.Key.Key_U, CTRL)
    field = page.focusWidget()
    press_in(field, "5")
    press_in(field, "\r")
    page.settle()
    (view,) = world.lines()
    assert (view.line.hands, view.line.hands_of) == (5, 8)
    assert page.pane.editor.hasFocus()


def press_in(field: QWidget, letters: str) -> None:
    """Type into whatever has the keyboard."""
    for letter in letters:
        if letter == "\r":
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(field, letter)


def test_arrows_go_from_line_to_line_and_past_the_last_to_a_new_one(
    world: CaptureWorld, look: Look, page: WorksheetPage
) -> None:
    fill_values(world)
    page.show_item("item/purpose")
    page.show_item("item/values")
    assert page.pane.desk.row == 5
    press(page, Qt.Key.Key_Up)
    assert (page.pane.desk.row, page.pane.model.rowCount()) == (4, 5)
    press(page, Qt.Key.Key_PageUp)
    assert page.pane.desk.row == 0
    for _row in range(6):
        press(page, Qt.Key.Key_Down)
    assert page.pane.desk.row == 5
    assert text(page) == ""


def test_several_pasted_lines_become_several_lines(world: CaptureWorld, page: WorksheetPage) -> None:
    pasted = QMimeData()
    pasted.setText("first\n\n  second \nthird")
    type_text(page, "the ")
    page.pane.editor.insertFromMimeData(pasted)
    page.settle()
    assert world.texts() == ["the first", "second", "third"]


def test_escape_lets_the_next_tab_leave_the_list(page: WorksheetPage) -> None:
    type_text(page, "a line")
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Tab)
    settle(page)
    assert not page.pane.editor.hasFocus()


def test_a_chord_goes_to_the_next_question_and_back(page: WorksheetPage) -> None:
    press(page, Qt.Key.Key_Return, CTRL)
    assert "4 · " in page.body.title.text()
    page.show_item("item/values")
    press(page, Qt.Key.Key_Return, CTRL, SHIFT)
    assert "2 · " in page.body.title.text()


FRAME = (
    ThemeTag("1", "S1", "Values", ThemeKind.SECTION),
    ThemeTag("3", "S3", "Training and accreditation", ThemeKind.SECTION),
    ThemeTag("4", "A4", "Travel and risk", ThemeKind.AREA),
    ThemeTag("5", "", "transport costs", ThemeKind.EMERGENT),
    ThemeTag("6", "", "remote training", ThemeKind.EMERGENT),
)


def test_themes_are_found_by_code_name_and_word_recent_ones_first() -> None:
    def found(letters: str, *recent: str) -> list[str]:
        return [theme.id for theme in matches(FRAME, letters, recent)]

    assert found("s") == ["1", "3"]
    assert found("tra") == ["3", "4", "5", "6"]
    assert found("TRA", "5") == ["5", "3", "4", "6"]
    assert found("risk") == ["4"]
    assert found("remote training", "5") == ["6"]
    longer = ThemeTag("7", "S10", "Values in practice", ThemeKind.SECTION)
    for letters in ("S1", "values"):
        assert [theme.id for theme in matches((longer, *FRAME), letters, ["7"])] == ["1", "7"]
    assert found("supervision") == []
    assert match_in("remote training", "tra") == (7, 10)
    assert is_new(FRAME, "supervision")
    assert not is_new(FRAME, "Transport Costs")


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("#", Mark("")),
        ("as #tra", Mark("tra")),
        ("#two words", Mark("two words")),
        ("as #?tra", Mark("tra", touched=True)),
        ("a#b", None),
        ("# 1", None),
        ("#? 1", None),
        ("#x. So", None),
        ("#x? So", None),
    ],
)
def test_a_sentence_that_goes_on_is_no_theme(typed: str, mark: Mark | None) -> None:
    assert mark_before(typed, len(typed)) == mark


def test_a_code_in_the_middle_of_a_sentence_is_taken_by_the_space_behind_it_and_leaves_one(
    world: CaptureWorld, page: WorksheetPage
) -> None:
    type_text(page, "Hosts #s4 pay the fares /a in full #s4x")
    page.settle()
    assert text(page) == "Hosts pay the fares in full #s4x"
    (view,) = [one for one in world.lines() if one.line.text.startswith("Hosts")]
    assert [tag.code for tag in view.themes] == ["S4"]
    assert view.line.stance is Stance.AGREED
    press(page, Qt.Key.Key_Escape)
    type_text(page, " and  both")
    assert text(page).endswith("#s4x and  both"), "what nobody marked is left as it is typed"
