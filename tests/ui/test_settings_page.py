"""The settings: every choice is kept and in force at once, and a key is given to one action only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from capture_app.settings import Settings, ThemeChoice, load, save
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.chord_rules import refusal
from capture_app.ui.dialogs.keys_dialog import KeysDialog
from capture_app.ui.keys import Chord, KeyMap, Scope
from capture_app.ui.settings_page import SettingsPage
from capture_app.ui.style import Look
from capture_app.ui.welcome_page import WelcomePage
from capture_app.ui.widgets.keycap import KeyCap
from tests.helpers.example_home import ExampleHome
from tests.helpers.inline_jobs import InlineJobs
from tests.helpers.render import settle
from tests.helpers.window import Opened, open_window

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(qapp: QApplication, jobs: InlineJobs, look: Look) -> Iterator[Opened]:
    opened = open_window(qapp, jobs)
    yield opened
    opened.preferences.choose(Settings())
    opened.close()


@pytest.fixture
def page(opened: Opened, jobs: InlineJobs, home: ExampleHome, tmp_path: Path) -> SettingsPage:
    """The settings of a scribe, reached from the worksheet by key."""
    opened.window.opening.entered.emit(home.fresh_laptop(jobs, tmp_path, "A"))
    settle(opened.window)
    QTest.keyClick(opened.window, Qt.Key.Key_Comma, CTRL)
    settle(opened.window)
    return settings_of(opened)


def settings_of(opened: Opened) -> SettingsPage:
    assert opened.window.desk is not None
    page = opened.window.desk.page()
    assert isinstance(page, SettingsPage)
    return page


def press(page: SettingsPage, action: str, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Choose the key of an action and press another, as a person does."""
    row = page.keys.rows[action]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.waits
    QTest.keyClick(row, key, held)


def test_what_is_chosen_is_in_force_and_kept(opened: Opened, page: SettingsPage, qapp: QApplication) -> None:
    page.looks.theme_chosen.emit("dark")
    page.looks.scale_chosen.emit(125)
    page.looks.still.click()
    page.typing.codes.click()
    page.lock.chosen.emit(5)
    kept = opened.kept[-1]
    assert (kept.theme, kept.text_scale, kept.still) == (ThemeChoice.DARK, 125, True)
    assert (kept.typed_codes, kept.idle_lock) == (False, 5)
    assert opened.preferences.look.theme.dark
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    page.looks.still.click()
    assert qapp.cursorFlashTime() > 0


def test_a_language_waits_for_the_next_start_and_says_so(opened: Opened, page: SettingsPage) -> None:
    opened.preferences.languages = ("en", "cy")
    alone = SettingsPage(opened.preferences, (Scope.APP,), lockable=None)
    english, welsh = alone.language.choice.segments.findChildren(QAbstractButton)
    assert (english.text(), welsh.text()) == ("English", "Cymraeg")
    welsh.click()
    assert opened.kept[-1].language == "cy"
    assert "start it again to see it in Cymraeg" in alone.language.note.text()
    alone.deleteLater()


def test_a_new_key_works_at_once_on_every_page_and_is_shown_wherever_keys_are(
    opened: Opened, page: SettingsPage
) -> None:
    press(page, "stance.mixed", Qt.Key.Key_B, CTRL)
    assert opened.kept[-1].keys == {"stance.mixed": "Ctrl+B"}
    assert opened.window.desk is not None
    opened.window.desk.show_page(next(iter(opened.window.desk.places())))
    worksheet = opened.window.desk.page()
    assert isinstance(worksheet, CapturePage)
    QTest.keyClicks(worksheet.pane.editor, "Seven values are too many.")
    QTest.keyClick(worksheet.pane.editor, Qt.Key.Key_B, CTRL)
    settle(opened.window)
    assert "Mixed" in spoken(worksheet)
    opened.window.show_keys()
    (dialog,) = opened.window.findChildren(KeysDialog)
    assert "B" in {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    dialog.close()


def test_f1_and_the_settings_list_nothing_that_does_nothing(look: Look, page: SettingsPage) -> None:
    dialog = KeysDialog(look, KeyMap(), lead=False)
    caps = {cap.accessibleName() for cap in dialog.findChildren(KeyCap)}
    assert "#" in caps
    assert "@" not in caps, "names cannot be chosen yet"
    assert "mark.theme" in page.keys.rows
    assert "mark.who" not in page.keys.rows
    dialog.deleteLater()


def spoken(page: CapturePage) -> str:
    model = page.pane.model
    return " ".join(
        str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())
    )


def test_a_window_key_moves_too(opened: Opened, page: SettingsPage) -> None:
    press(page, "app.settings", Qt.Key.Key_F9)
    assert opened.window.desk is not None
    opened.window.desk.show_page("minutes")
    QTest.keyClick(opened.window, Qt.Key.Key_Comma, CTRL)
    assert opened.window.desk.page_key() == "minutes"
    QTest.keyClick(opened.window, Qt.Key.Key_F9)
    assert opened.window.desk.page_key() == "settings"


def test_a_key_that_belongs_to_something_else_is_refused_in_one_sentence(
    opened: Opened, page: SettingsPage
) -> None:
    before = opened.preferences.settings
    alt = CTRL | Qt.KeyboardModifier.AltModifier
    for key, held, why in (
        (Qt.Key.Key_1, CTRL, "Ctrl 1 is the key for “Agreed” already. Nothing was changed."),
        (Qt.Key.Key_O, CTRL, "Ctrl O is the key for “Open a file” already. Nothing was changed."),
        (Qt.Key.Key_K, NONE, "K cannot be used: it is for writing and moving about. Hold Ctrl with it."),
        (Qt.Key.Key_Tab, NONE, "Tab cannot be used: it is for writing and moving about. Hold Ctrl with it."),
        (Qt.Key.Key_Up, CTRL, "Ctrl ↑ cannot be used: it belongs to screen readers."),
        (Qt.Key.Key_H, CTRL, "Ctrl H cannot be used: it belongs to the system on a Mac."),
        (Qt.Key.Key_V, CTRL, "Ctrl V cannot be used: it is for choosing and copying text."),
        (Qt.Key.Key_Q, alt, "Ctrl Alt Q cannot be used: Alt opens menus or types letters on some keyboards."),
    ):
        press(page, "line.park", key, held)
        assert page.keys.refusal.words.text() == why
        assert opened.preferences.settings == before
    press(page, "line.park", Qt.Key.Key_F9)
    assert not page.keys.refusal.isVisible()


def test_esc_keeps_the_old_key_and_all_can_go_back(opened: Opened, page: SettingsPage) -> None:
    press(page, "line.park", Qt.Key.Key_Escape)
    assert opened.preferences.settings.keys == {}
    press(page, "question.next", Qt.Key.Key_Return, CTRL | SHIFT)
    assert "already" in page.keys.refusal.words.text()
    press(page, "line.park", Qt.Key.Key_F9)
    press(page, "line.park", Qt.Key.Key_F10)
    assert opened.kept[-1].keys == {"line.park": "F10"}
    page.keys.usual.click()
    assert opened.kept[-1].keys == {}
    assert opened.preferences.keys["line.park"].chords == KeyMap()["line.park"].chords
    assert not page.keys.usual.isVisible()


def test_codes_that_are_switched_off_stay_as_typed_but_themes_still_come() -> None:
    keys = KeyMap(typed_codes=False)
    assert keys.typed("/a") is None
    assert keys.typed("“") is None
    found = keys.typed("#")
    assert found is not None
    assert found[0].action == "mark.theme"


def test_a_chosen_key_that_a_newer_version_needs_itself_goes_back_and_is_named() -> None:
    keys, lost = KeyMap.chosen({"line.park": "Ctrl+L", "line.hands": "Ctrl+B", "gone.action": "F9"})
    assert lost == ("Put in the parking lot",)
    assert keys["line.park"].chords == KeyMap()["line.park"].chords
    assert keys["line.hands"].chords == (Chord.parse("Ctrl+B"),)


ACTIONS = [binding.action for binding in KeyMap().bindings() if binding.chords]
KEYS = [Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_1, Qt.Key.Key_F8, Qt.Key.Key_Return, Qt.Key.Key_Comma]


@given(
    action=st.sampled_from(ACTIONS),
    key=st.sampled_from(KEYS),
    held=st.sampled_from([NONE, CTRL, SHIFT, CTRL | SHIFT]),
)
def test_what_is_not_refused_makes_a_key_map_that_settings_can_keep(
    action: str, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    keys, chord = KeyMap(), Chord(key, held)
    if not refusal(keys, keys[action], chord):
        assert KeyMap({action: chord.text()})[action].chords == (chord,)


def test_the_first_page_has_the_settings_and_they_lead_back(opened: Opened) -> None:
    page = opened.window.centralWidget()
    assert isinstance(page, WelcomePage)
    page.settings_wanted.emit()
    settings = opened.window.centralWidget()
    assert isinstance(settings, SettingsPage)
    assert set(settings.keys.rows) >= {"app.lock", "stance.agreed", "evidence.link", "conflicts.take_a"}
    settings.back.click()
    assert isinstance(opened.window.centralWidget(), WelcomePage)


def test_settings_of_an_older_version_open_and_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "dark", "spelling": "en_GB"}')
    found = load(tmp_path).settings
    assert (found.language, found.idle_lock) == ("en", 0)
    save(found, tmp_path)
    assert '"spelling": "en_GB"' in (tmp_path / "settings.json").read_text()
