"""Whatever is pressed, touched or asked of the window: the kiosk stays in front, and no answer is lost or left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPointingDevice,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given
from capture_app.paths import resource
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import open_box
from capture_app.ui.kiosk.bars import SIZES
from capture_app.ui.kiosk.idle import ASKS_AFTER, WIPES_AFTER
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.questions_page import QuestionsPage
from capture_app.ui.style import Look
from capture_app.words import SOURCE, speak
from tests.helpers.every_question import EVERY_KIND
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle

NUMBER = "2468"
MODIFIERS = [
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
]
FIRST = {"how": Answer(choice="o2")}
SECRET = "quagga"


@pytest.fixture
def page(facilitator: Entered, lanes: FailingJobs, look: Look) -> Iterator[QuestionsPage]:
    page = QuestionsPage(facilitator.workspace, facilitator.about.session, lanes, look)
    page.show()
    yield page
    page.deleteLater()


@pytest.fixture
def kiosk(page: QuestionsPage, facilitator: Entered, lanes: FailingJobs) -> Iterator[KioskWindow]:
    """One question is answered, and one is at the next."""
    speak(SOURCE, resource("i18n"))
    in_lane(lanes, partial(keep, facilitator.workspace, EVERY_KIND))
    job = partial(open_box, facilitator.workspace, facilitator.about.session, EVERY_KIND.id, 20)
    page.start_kiosk(EVERY_KIND, in_lane(lanes, job).value, NUMBER)
    assert page.kiosk is not None
    kiosk = page.kiosk
    settle(kiosk)
    begin(kiosk)
    yield kiosk
    if page.kiosk is not None:
        kiosk.top.staff.click()
        kiosk.staff.editor.setText(NUMBER)
        kiosk.staff.button.click()


def begin(kiosk: KioskWindow) -> None:
    kiosk.start()
    kiosk.foot.next.click()
    assert kiosk.question.asked is not None
    kiosk.question.asked.options[1].click()
    kiosk.foot.next.click()


def stays(kiosk: KioskWindow, page: QuestionsPage) -> bool:
    """Nothing but the kiosk can be seen, and it fills the screen."""
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return seen == [kiosk] and kiosk.isFullScreen() and not kiosk.isMinimized() and not page.isVisible()


def _strike(target: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """As the system sends a key: asked for as a shortcut first, then pressed and let go."""
    text = chr(key.value) if 0x20 <= key.value < 0x7F and held == Qt.KeyboardModifier.NoModifier else ""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key.value, held, text))


def _held() -> Iterator[Qt.KeyboardModifier]:
    for chosen in product((False, True), repeat=len(MODIFIERS)):
        held = Qt.KeyboardModifier.NoModifier
        for modifier, on in zip(MODIFIERS, chosen, strict=True):
            held = held | modifier if on else held
        yield held


def _focusable(kiosk: KioskWindow) -> list[QWidget]:
    """Where the keyboard can be: nowhere, at an answer, at the buttons of the bars."""
    assert kiosk.question.asked is not None
    return [kiosk, kiosk.question.asked.options[0], kiosk.foot.next, kiosk.top.letters[0], kiosk.top.staff]


@pytest.mark.timeout(300)
def test_no_key_with_whatever_is_held_leaves_the_kiosk_or_loses_an_answer(
    kiosk: KioskWindow, page: QuestionsPage
) -> None:
    for first, held in enumerate(_held()):
        for turn, key in enumerate(Qt.Key, start=first):
            targets = _focusable(kiosk)
            target = targets[
                turn % len(targets)
            ]  # each key meets each of them, with one thing or another held
            target.setFocus()
            _strike(target, key, held)
            assert stays(kiosk, page), (key, held, target)
            assert kiosk.sitting.answers()["how"] == FIRST["how"], (key, held, target)
            _go_back_to_second(kiosk)


def _go_back_to_second(kiosk: KioskWindow) -> None:
    """A key may have gone on, or to the staff's screen; that is what it is for."""
    if kiosk.shown() is kiosk.staff:
        kiosk.staff.other.click()
    while kiosk.sitting.place > 2:
        kiosk.foot.back.click()
    while kiosk.sitting.place < 2:
        kiosk.foot.next.click()


def test_no_key_that_is_struck_at_the_staffs_number_or_in_own_words_leaves_it(
    kiosk: KioskWindow, page: QuestionsPage
) -> None:
    while kiosk.sitting.item.prompt != "In one word?":
        kiosk.foot.skip.click()
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    editors: list[QWidget] = [kiosk.question.asked.words.box, kiosk.staff.editor]
    for held, key in product(_held(), Qt.Key):
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            continue
        for editor in editors:
            _strike(editor, key, held)
    assert stays(kiosk, page)
    assert kiosk.sitting.answers()["how"] == FIRST["how"]


def test_no_shortcut_of_the_program_reaches_into_the_kiosk(kiosk: KioskWindow) -> None:
    everywhere = [
        one
        for widget in QApplication.allWidgets()
        for kind in (QAction, QShortcut)
        for one in widget.findChildren(kind)
        if _context(one) is Qt.ShortcutContext.ApplicationShortcut
    ]
    assert everywhere == []
    assert [*kiosk.findChildren(QShortcut), *kiosk.findChildren(QAction), *kiosk.actions()] == []
    assert kiosk.findChildren(QMenu) == []


def _context(one: object) -> Qt.ShortcutContext:
    if isinstance(one, QAction):
        return one.shortcutContext()
    assert isinstance(one, QShortcut)
    return one.context()


def _close(kiosk: KioskWindow) -> None:
    kiosk.close()
    QApplication.sendEvent(kiosk, QCloseEvent())
    kiosk.windowHandle().close()


def _quit(_kiosk: KioskWindow) -> None:
    app = QApplication.instance()
    assert app is not None
    QApplication.sendEvent(app, QEvent(QEvent.Type.Quit))


def _minimise(kiosk: KioskWindow) -> None:
    kiosk.showMinimized()


def _shrink(kiosk: KioskWindow) -> None:
    kiosk.showNormal()


def _maximise(kiosk: KioskWindow) -> None:
    kiosk.showMaximized()


def _by_the_system(kiosk: KioskWindow) -> None:
    kiosk.windowHandle().setWindowState(Qt.WindowState.WindowMinimized)


def _menu(kiosk: KioskWindow) -> None:
    for widget in (kiosk, *kiosk.findChildren(QWidget)):
        at = QPoint(3, 3)
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))


def _drop(kiosk: KioskWindow) -> None:
    brought = QMimeData()
    brought.setText("from elsewhere")
    action, left, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for widget in (kiosk, *kiosk.findChildren(QWidget)):
        QApplication.sendEvent(widget, QDragEnterEvent(QPoint(3, 3), action, brought, left, held))
        QApplication.sendEvent(widget, QDropEvent(QPointF(3, 3), action, brought, left, held))
        assert not widget.acceptDrops()


def _touch(kiosk: KioskWindow) -> None:
    """Drawn over the whole screen with three fingers, which some systems take for leaving."""
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    size = kiosk.size()
    for step in range(5):
        sequence = QTest.touchEvent(kiosk.windowHandle(), device)
        for finger in range(3):
            at = QPoint(20 + 200 * finger, size.height() - 5 - step * size.height() // 6)
            (sequence.press if step == 0 else sequence.move)(finger, at, kiosk.windowHandle())
        sequence.commit()


@pytest.mark.parametrize(
    "asked", [_close, _quit, _minimise, _shrink, _maximise, _by_the_system, _menu, _drop, _touch]
)
def test_nothing_asked_of_the_window_leaves_the_kiosk(
    kiosk: KioskWindow, page: QuestionsPage, asked: Callable[[KioskWindow], None]
) -> None:
    asked(kiosk)
    settle(kiosk)
    assert stays(kiosk, page)
    assert kiosk.sitting.answers()["how"] == FIRST["how"]


def _texts(kiosk: KioskWindow) -> str:
    """Every text of every widget, shown or not."""
    found = []
    for widget in (kiosk, *kiosk.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)


def _time_out(kiosk: KioskWindow) -> None:
    for _ten in range((ASKS_AFTER + WIPES_AFTER) // 10):
        kiosk.idle.pass_time()


@pytest.mark.parametrize("end", [_time_out, KioskWindow.hand_in])
@pytest.mark.parametrize("written_in_welsh", [False, True])
def test_nothing_of_the_last_person_is_left_in_any_widget_nor_their_language_nor_their_text_size(
    kiosk: KioskWindow, end: Callable[[KioskWindow], None], written_in_welsh: bool
) -> None:
    before = kiosk.begin.fontMetrics().height()
    if written_in_welsh:
        kiosk.top.languages["cy"].click()
    kiosk.set_text_size(SIZES[-1])
    while kiosk.sitting.item.prompt != "In one word?":
        kiosk.foot.skip.click()
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    box = kiosk.question.asked.words.box
    QTest.keyClicks(box, SECRET)
    box.selectAll()
    box.copy()
    assert SECRET in _texts(kiosk)
    end(kiosk)
    settle(kiosk)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert SECRET not in _texts(kiosk)
    assert SECRET not in QGuiApplication.clipboard().text()
    kiosk.thanks.timeout.emit()  # they were thanked in their language for a moment
    assert kiosk.begin.said() == "At the end"
    assert kiosk.sitting.answers() == {"sound": Answer(given=Given.NOT_ASKED)}
    assert kiosk.begin.fontMetrics().height() == before
    assert not kiosk.top.languages["en"].isVisibleTo(kiosk)


def test_somebody_who_answered_in_welsh_is_thanked_in_welsh_and_who_comes_next_may_begin_at_once(
    kiosk: KioskWindow,
) -> None:
    kiosk.top.languages["cy"].click()
    kiosk.hand_in()
    settle(kiosk)
    assert kiosk.thanks.isActive()
    assert kiosk.begin.said() == "Diolch. Mae eich atebion wedi dod i law."
    begin(kiosk)
    assert not kiosk.thanks.isActive()
    assert kiosk.shown() is kiosk.question


def test_nothing_is_pasted_from_what_somebody_copied_elsewhere(kiosk: KioskWindow) -> None:
    while kiosk.sitting.item.prompt != "In one word?":
        kiosk.foot.skip.click()
    assert kiosk.question.asked is not None
    assert kiosk.question.asked.words is not None
    QGuiApplication.clipboard().setText("of the staff")
    kiosk.question.asked.words.box.paste()
    assert kiosk.question.asked.words.text() == ""
    QGuiApplication.clipboard().clear()


def test_the_number_of_the_staff_cannot_be_called_back_after_they_went_back(kiosk: KioskWindow) -> None:
    kiosk.top.staff.click()
    QTest.keyClicks(kiosk.staff.editor, NUMBER)
    kiosk.staff.other.click()
    kiosk.top.staff.click()
    kiosk.staff.editor.undo()
    assert kiosk.staff.editor.text() == ""
    kiosk.staff.editor.redo()
    assert kiosk.staff.editor.text() == ""
    kiosk.staff.other.click()
