"""The widgets: nothing is cut off, everything has a name, the keyboard reaches everything, nothing moves by itself."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.vocabulary import LineKind, Side, Stance
from capture_app.ui.badges import badge_pixmap
from capture_app.ui.icons import KIND_ICONS, SIDE_ICONS, glyph
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look, relook
from capture_app.ui.theme import DARK, LIGHT
from capture_app.ui.widgets import toast
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.chip import ChipFace, paint_chip
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.legend import LegendGroup, kept
from capture_app.ui.widgets.legend_bar import LegendBar
from capture_app.ui.widgets.nav import NavItem, Place
from capture_app.ui.widgets.progress_line import ProgressLine
from capture_app.ui.widgets.rail import Rail
from capture_app.ui.widgets.saved_indicator import SavedIndicator, SavedState
from capture_app.ui.widgets.search_field import SearchField
from capture_app.ui.widgets.segments import Segments
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.toast import Toast
from tests.helpers.dangling import left_over, running
from tests.helpers.render import clipped_texts, settle, unnamed_controls
from tests.helpers.window import Frame
from tests.shots.gallery import SHEETS

NONE = Qt.KeyboardModifier.NoModifier
PLACES = [Place("session", "Session", "presentation"), Place("minutes", "Minutes", "note-pencil")]
LOOKS = [Look(LIGHT, scale) for scale in (100, 200)]
"""The dark theme has the same sizes."""


def shown(qtbot: QtBot, widget: QWidget, width: int = 0, height: int = 0) -> None:
    """Show a widget, at its own size or the one given, until its layout has settled."""
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    settle(widget)


@pytest.mark.parametrize("worn", LOOKS, ids=lambda worn: str(worn.scale))
@pytest.mark.parametrize("sheet", SHEETS)
def test_no_text_is_cut_off_and_every_control_has_a_name(
    qtbot: QtBot, put_on: Callable[[Look], Look], sheet: str, worn: Look
) -> None:
    page = SHEETS[sheet](put_on(worn))
    shown(qtbot, page, 1280, 640)  # the smallest screen: what fits there fits on others
    assert clipped_texts(page) == []
    assert unnamed_controls(page) == []


def test_text_that_is_cut_off_would_be_found(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    label, button = (
        QLabel("Seven values are too many to remember.", page),
        Button("Back up and merge", look, parent=page),
    )
    label.setGeometry(0, 0, 60, 20)
    button.setGeometry(0, 40, 60, 34)
    shown(qtbot, page, 200, 100)
    assert len(clipped_texts(page)) == 2


def test_a_timer_a_thread_and_a_window_left_behind_would_be_found(qtbot: QtBot) -> None:
    before, gate = running(), threading.Event()
    window = QWidget()
    shown(qtbot, window)
    timer = QTimer(window)
    timer.start(60_000)
    thread = threading.Thread(target=gate.wait, name="forgotten")
    thread.start()
    assert left_over(before) == ["thread forgotten", "timer of QWidget", "window QWidget"]
    gate.set()
    thread.join()


def test_a_button_says_its_words_and_its_key_and_keeps_them_when_only_the_icon_fits(
    qtbot: QtBot, look: Look
) -> None:
    button = Button("Read back", look, icon="book-open", key="F8")
    shown(qtbot, button)
    wide = button.width()
    button.set_compact(True)
    settle(button)
    button.adjustSize()
    assert button.width() < wide
    assert (button.accessibleName(), button.toolTip()) == ("Read back", "Read back")
    assert button.accessibleDescription() == "Key F8"


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_page_that_grew_to_200_per_cent_and_back_is_as_it_was(
    qtbot: QtBot, put_on: Callable[[Look], Look], look: Look, sheet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "_STAYS", 600_000)  # longer than the slowest computer takes
    page = SHEETS[sheet](put_on(look))
    shown(qtbot, page, 1366, 738)
    before = page.grab().toImage()
    for worn in (Look(DARK, 200), look):
        relook(page, put_on(worn))
        settle(page)
        page.resize(1366, 738)
        settle(page)
    assert page.grab().toImage() == before


def test_the_focus_ring_moves_nothing(qtbot: QtBot, look: Look) -> None:
    page, edit, button = QWidget(), QLineEdit("rain on the roof"), Button("Back up and merge", look)
    column = QVBoxLayout(page)
    column.addWidget(edit)
    column.addWidget(button)
    shown(qtbot, page)
    places = []
    for focused in (button, edit):
        focused.setFocus()
        settle(page)
        places.append((edit.geometry(), edit.cursorRect().left(), button.geometry(), page.sizeHint()))
    assert places[0] == places[1]


def test_the_stances_can_be_told_apart_without_colour(qapp: QApplication, look: Look) -> None:
    pictures = [_shape(badge_pixmap(stance, look, 1.0).toImage()) for stance in (*Stance, None)]
    for one, other in itertools.combinations(pictures, 2):
        differing = sum(abs(a - b) > 96 for a, b in zip(one, other, strict=True))
        assert differing > 12


def _shape(image: QImage) -> list[int]:
    """How opaque each pixel is, whatever its colour; letters cut out of a filled shape count as holes."""
    ground = QImage(image.size(), QImage.Format.Format_Grayscale8)
    pixels = ((x, y) for y in range(ground.height()) for x in range(ground.width()))
    return [
        image.pixelColor(x, y).alpha() * (255 - image.pixelColor(x, y).lightness()) // 255 for x, y in pixels
    ]


@pytest.mark.parametrize("worn", LOOKS, ids=lambda worn: str(worn.scale))
def test_a_chip_with_too_little_room_shortens_its_words_within_its_edge(
    qapp: QApplication, worn: Look
) -> None:
    def beside(words: str, width: int) -> int:
        """How many pixels are drawn at the right of a chip's room."""
        image = QImage(width + 300, 60, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_chip(painter, QRectF(0, 10, width, 40), ChipFace(words, "plain", icon="link"), worn)
        painter.end()
        right = ((x, y) for x in range(width + 1, image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).alpha() > 0 for x, y in right)

    assert beside("In place of “A host in each of the five towns along the coast, for a year”", 200) == 0


def test_badges_are_sharp_on_a_dense_screen(qapp: QApplication, look: Look) -> None:
    picture = badge_pixmap(Stance.MIXED, look, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)


def test_every_side_and_kind_of_line_has_an_icon_in_the_font(qapp: QApplication) -> None:
    assert set(SIDE_ICONS) == set(Side)
    assert set(KIND_ICONS) == set(LineKind)
    assert all(not glyph(name).isEmpty() for name in (*SIDE_ICONS.values(), *KIND_ICONS.values()))


def test_prose_is_at_most_ninety_characters_wide_and_shows_markup_as_it_is_written(
    qtbot: QtBot, look: Look
) -> None:
    words = Prose("<b>Values</b> " + "matter most to people who were never asked before. " * 8, look)
    shown(qtbot, words, 1800, 200)
    assert words.heightForWidth(1800) == words.heightForWidth(900)
    assert words.accessibleName().startswith("<b>Values</b>")


def test_saved_says_the_time_of_the_commit_until_text_waits_too_long(qtbot: QtBot, look: Look) -> None:
    indicator = SavedIndicator(look)
    shown(qtbot, indicator)
    indicator.saved(datetime(2024, 5, 16, 14, 3, 22))
    assert indicator.words() == "Saved 14:03:22"
    width = indicator.sizeHint().width()
    indicator.typed()
    assert indicator.words() == "Saved 14:03:22"
    qtbot.waitUntil(lambda: indicator.state is SavedState.SAVING)
    assert indicator.words() == "Saving…"
    with qtbot.waitSignal(indicator.trouble) as trouble:
        indicator.typed()
    assert trouble.args == [True]
    assert indicator.words() == "Not saved since 14:03:22"
    assert indicator.sizeHint().width() == width
    with qtbot.waitSignal(indicator.trouble) as trouble:
        indicator.saved(datetime(2024, 5, 16, 14, 4, 0))
    assert trouble.args == [False]


def test_text_saved_in_time_is_never_called_unsaved(qtbot: QtBot, look: Look) -> None:
    indicator = SavedIndicator(look)
    shown(qtbot, indicator)
    indicator.typed()
    indicator.saved(datetime(2024, 5, 16, 14, 3, 22))
    with qtbot.assertNotEmitted(indicator.trouble, wait=500):
        pass
    assert indicator.state is SavedState.SAVED


def test_navigation_is_one_tab_stop_and_arrows_move_inside_it(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, PLACES, [Place("settings", "Settings", "gear-six")])
    rail.set_current("session")
    shown(qtbot, rail)
    items = rail.findChildren(NavItem)
    assert [bool(item.focusPolicy() & Qt.FocusPolicy.TabFocus) for item in items] == [True, False, False]
    items[0].setFocus()
    QTest.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(items[1], Qt.Key.Key_Space)
    assert chosen.args == ["minutes"]
    assert [item.isChecked() for item in items] == [False, True, False]


def test_a_counter_is_said_with_its_place(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look, PLACES)
    qtbot.addWidget(rail)
    rail.set_counter("minutes", 5, warns=True)
    assert rail.findChildren(NavItem)[1].accessibleName() == "Minutes, 5 waiting"


def test_a_choice_between_versions_starts_with_none_and_follows_the_arrows(qtbot: QtBot, look: Look) -> None:
    choice = Segments(look, "This name", [("replace", "Replace"), ("keep", "Keep")])
    shown(qtbot, choice)
    assert choice.chosen_key() is None
    first = choice.findChildren(QWidget)[0]
    first.setFocus()
    with qtbot.waitSignal(choice.chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert (chosen.args, choice.chosen_key()) == (["keep"], "keep")


def test_undo_on_a_toast_undoes_once_and_the_toast_goes(qtbot: QtBot, look: Look) -> None:
    host, undone = QWidget(), list[str]()
    shown(qtbot, host, 600, 400)
    toast = Toast(host, look)
    toast.offer("Line removed.", lambda: undone.append("line"))
    settle(host)
    assert host.rect().contains(toast.geometry())
    QTest.mouseClick(toast.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert undone == ["line"]
    assert not toast.isVisible()


def test_a_toast_that_only_says_why_a_key_did_nothing_has_no_button_and_takes_no_keyboard(
    qtbot: QtBot, look: Look
) -> None:
    host, edit, undone = QWidget(), QLineEdit(), list[str]()
    edit.setParent(host)
    shown(qtbot, host, 600, 400)
    edit.setFocus()
    toast = Toast(host, look)
    toast.offer("Line removed.", lambda: undone.append("line"))
    toast.tell("There is nothing to undo.")
    assert (toast.isVisible(), toast.words()) == (True, "There is nothing to undo.")
    assert not toast.findChildren(Button)[0].isVisible()
    assert edit.hasFocus()
    toast.offer("Line removed.", lambda: undone.append("line"))
    assert toast.findChildren(Button)[0].isVisible()


def test_a_wrong_field_keeps_its_text_and_says_what_is_wrong(qtbot: QtBot, look: Look) -> None:
    edit = QLineEdit("/media/stick")
    field = Field(look, "Where to keep it", edit, "A folder on this laptop.")
    shown(qtbot, field)
    field.set_error("That folder cannot be written to. Choose another.")
    assert edit.text() == "/media/stick"
    assert edit.accessibleName() == "Where to keep it"
    assert edit.accessibleDescription() == "That folder cannot be written to. Choose another."
    field.clear_error()
    assert edit.accessibleDescription() == "A folder on this laptop."


def test_escape_clears_the_search_and_its_count(qtbot: QtBot, look: Look) -> None:
    search = SearchField(look, "Search")
    shown(qtbot, search)
    QTest.keyClicks(search, "supervision")
    search.set_hits(14)
    narrow = search.textMargins().right()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert search.textMargins().right() < narrow


def test_cancel_on_a_progress_line_is_said_once(qtbot: QtBot, look: Look) -> None:
    line, told = ProgressLine(look), list[bool]()
    line.cancelled.connect(lambda: told.append(True))
    qtbot.addWidget(line)
    line.start("Checking {count} of {total} bundles")
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    line.show_progress(3, 7)
    (words,), (cancel,) = line.findChildren(QLabel), line.findChildren(Button)
    assert words.text() == "Checking 3 of 7 bundles"
    for _press in range(2):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    line.finish()
    assert told == [True]


def test_the_legend_shows_the_keys_that_work_now(qtbot: QtBot, look: Look) -> None:
    keymap = KeyMap({"stance.mixed": "Ctrl+F3"})
    legend = LegendBar(look, keymap, [LegendGroup(("stance.agreed", "stance.mixed", "mark.who"))])
    shown(qtbot, legend, 900, 42)
    assert legend.accessibleDescription() == "Control 1 Agreed, Control F3 Mixed, @ who, F1 all keys"
    legend.set_locked({"mark.who": "names locked"})
    assert "@ names locked" in legend.accessibleDescription()


def test_a_click_on_the_legend_does_what_the_key_does_unless_it_is_locked(qtbot: QtBot, look: Look) -> None:
    legend = LegendBar(look, KeyMap(), [LegendGroup(("mark.who",), by="typed")])
    shown(qtbot, legend, 900, 42)
    with qtbot.waitSignal(legend.triggered) as triggered:
        QTest.mouseClick(legend, Qt.MouseButton.LeftButton, NONE, QPoint(30, 20))
    assert triggered.args == ["mark.who"]
    legend.set_locked({"mark.who": "names locked"})
    with qtbot.assertNotEmitted(legend.triggered):
        QTest.mouseClick(legend, Qt.MouseButton.LeftButton, NONE, QPoint(30, 20))


def test_where_there_is_little_room_the_keys_used_last_stay() -> None:
    keys = ("agreed", "mostly", "mixed", "remote")
    assert kept(keys, [], lambda shown: len(shown) <= 2) == {"agreed", "mostly"}
    assert kept(keys, ["remote", "mixed"], lambda shown: len(shown) <= 2) == {"remote", "mixed"}
    assert kept(keys, ["remote"], lambda shown: len(shown) <= 3) == {"remote", "agreed", "mostly"}


def test_the_handle_between_two_panes_is_moved_by_arrow_keys(qtbot: QtBot, look: Look) -> None:
    panes = SplitPane(look, ("Evidence", QWidget()), ("Statements", QWidget()))
    shown(qtbot, panes, 1100, 400)
    handle = next(w for w in panes.findChildren(QWidget) if w.accessibleName() == "Width of the two sides")
    with qtbot.waitSignal(panes.moved) as moved:
        QTest.keyClick(handle, Qt.Key.Key_Right)
    assert moved.args[0] > 0.42


def test_two_panes_become_one_with_a_switch_where_it_is_narrow(qtbot: QtBot, look: Look) -> None:
    first, second = QWidget(), QWidget()
    panes = SplitPane(look, ("Evidence", first), ("Statements", second))
    shown(qtbot, panes, 1100, 400)
    assert (first.isVisible(), second.isVisible()) == (True, True)
    panes.resize(800, 400)
    settle(panes)
    assert (first.isVisible(), second.isVisible()) == (True, False)
    panes.show_pane("second")
    assert (first.isVisible(), second.isVisible()) == (False, True)


def test_where_the_other_pane_is_shown_the_keyboard_stays_among_the_panes(qtbot: QtBot, look: Look) -> None:
    first, second, foot = QLineEdit(), QLineEdit(), QLineEdit()
    panes, whole = SplitPane(look, ("Evidence", first), ("Statements", second)), QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(panes)
    column.addWidget(foot)
    frame = Frame(whole, 800, 400)
    qtbot.addWidget(frame)
    settle(frame)
    frame.activateWindow()
    first.setFocus()
    panes.show_pane("second")
    assert frame.focusWidget() is second


def test_a_pane_where_nothing_can_be_typed_leaves_the_keyboard_at_the_switch(qtbot: QtBot, look: Look) -> None:
    first, foot = QLineEdit(), QLineEdit()
    panes, whole = SplitPane(look, ("Evidence", first), ("Statements", QLabel("counts"))), QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(panes)
    column.addWidget(foot)
    frame = Frame(whole, 800, 400)
    qtbot.addWidget(frame)
    settle(frame)
    frame.activateWindow()
    first.setFocus()
    panes.show_pane("second")
    assert frame.focusWidget() is not None
    assert frame.focusWidget().accessibleName() == "Statements"
