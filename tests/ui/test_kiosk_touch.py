"""The kiosk is used with a finger alone: at the largest text, and in another language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.values import Answer
from capture_app.paths import resource
from capture_app.services.entering import Entered
from capture_app.services.keeping import keep
from capture_app.services.questioning import OpenBox, answer, close_box, open_box
from capture_app.ui.kiosk.asking import asked_for
from capture_app.ui.kiosk.bars import SIZES
from capture_app.ui.kiosk.kiosk_window import KioskWindow
from capture_app.ui.style import Look
from capture_app.words import SOURCE, speak
from tests.helpers.every_question import ASKED, EVERY_KIND
from tests.helpers.failing_jobs import FailingJobs
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle

NUMBER = "2468"


@pytest.fixture
def box(facilitator: Entered, lanes: FailingJobs) -> OpenBox:
    speak(SOURCE, resource("i18n"))
    in_lane(lanes, partial(keep, facilitator.workspace, EVERY_KIND))
    job = partial(open_box, facilitator.workspace, facilitator.about.session, EVERY_KIND.id, 20)
    return in_lane(lanes, job).value


@pytest.fixture
def kiosk(box: OpenBox, facilitator: Entered, lanes: FailingJobs, look: Look) -> Iterator[KioskWindow]:
    kiosk = KioskWindow(asked_for(facilitator.workspace, box, EVERY_KIND, NUMBER), lanes, look)
    kiosk.resize(1366, 768)
    kiosk.show()
    settle(kiosk)
    yield kiosk
    kiosk.top.staff.click()
    kiosk.staff.editor.setText(NUMBER)
    kiosk.staff.button.click()
    kiosk.deleteLater()


class Finger:
    """One finger on the screen of a kiosk."""

    def __init__(self, kiosk: KioskWindow) -> None:
        self._kiosk = kiosk
        self._device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)

    def tap(self, target: QWidget) -> None:
        """Touch the middle of what is in sight of something, and let go."""
        seen = target.visibleRegion().boundingRect()
        assert not seen.isEmpty(), f"a finger cannot reach {target.accessibleName()!r}"
        at = target.mapTo(self._kiosk, seen.center())
        window = self._kiosk.windowHandle()
        QTest.touchEvent(window, self._device).press(0, at, window).commit()
        QTest.touchEvent(window, self._device).release(0, at, window).commit()
        settle(self._kiosk)

    def push_up(self, by: int) -> None:
        """Drag the page, from the middle of it; down where `by` is negative."""
        window, start = self._kiosk.windowHandle(), self._kiosk.rect().center()
        QTest.touchEvent(window, self._device).press(0, start, window).commit()
        for part in range(21):
            QTest.touchEvent(window, self._device).move(
                0, start - QPoint(0, by * part // 20), window
            ).commit()
        QTest.touchEvent(window, self._device).release(0, start - QPoint(0, by), window).commit()
        settle(self._kiosk)

    def reach(self, target: QWidget) -> None:
        """Push the page up until something can be tapped, and tap it."""
        for _push in range(8):
            if target.visibleRegion().boundingRect().height() > 20:
                break
            self.push_up(200)
        self.tap(target)


def _option(kiosk: KioskWindow, place: int) -> QWidget:
    assert kiosk.question.asked is not None
    return kiosk.question.asked.options[place]


def _asks_what_helped(kiosk: KioskWindow) -> bool:
    return kiosk.sitting.item.prompt == ASKED["liked"].prompt


def test_a_questionnaire_is_answered_with_a_finger_at_the_largest_text_in_welsh(
    kiosk: KioskWindow, box: OpenBox, facilitator: Entered, lanes: FailingJobs
) -> None:
    finger = Finger(kiosk)
    finger.tap(kiosk.top.languages["cy"])
    finger.tap(kiosk.top.letters[-1])
    finger.tap(kiosk.begin.button)
    finger.tap(kiosk.foot.next)
    assert kiosk.sitting.item.prompt == "Sut oeddech chi yma?"
    finger.reach(_option(kiosk, 1))
    finger.tap(kiosk.foot.next)
    finger.reach(_option(kiosk, 3))
    finger.tap(kiosk.foot.next)
    finger.reach(_option(kiosk, 0))
    finger.reach(_option(kiosk, 2))
    while kiosk.shown() is kiosk.question:
        finger.tap(kiosk.foot.next if _asks_what_helped(kiosk) else kiosk.foot.skip)
    for _another in range(19):
        in_lane(lanes, partial(answer, facilitator.workspace, box.id, {}))
    kept = in_lane(lanes, partial(close_box, facilitator.workspace, box.id)).value
    (whole,) = [one for one in kept.answers if "how" in one]
    assert whole == {
        "how": Answer(choice="o2"),
        "sound": Answer(choice="o4"),
        "liked": Answer(chosen=("o1", "o3")),
    }


def test_a_page_that_is_longer_than_the_screen_is_pushed_with_a_finger_and_answers_nothing(
    kiosk: KioskWindow,
) -> None:
    kiosk.set_text_size(SIZES[-1])
    kiosk.start()
    while not _asks_what_helped(kiosk):
        kiosk.foot.next.click()
    settle(kiosk)
    bar, finger = kiosk.question.verticalScrollBar(), Finger(kiosk)
    assert bar.maximum() > 0
    finger.push_up(200)
    assert 150 < bar.value() <= 200
    finger.push_up(-300)
    assert bar.value() == 0
    assert "liked" not in kiosk.sitting.answers()
