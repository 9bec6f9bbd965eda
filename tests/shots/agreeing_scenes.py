"""Two people's minutes beside each other, and what is agreed of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Organisation, Person
from capture_app.domain.vocabulary import ActionState, LineKind, Rule
from capture_app.services.entering import enter
from capture_app.services.pages import agenda
from capture_app.ui.agreeing_page import AgreeingPage
from capture_app.ui.minutes_page import MinutesPage
from capture_app.ui.sessions_page import SessionsPage
from tests.helpers.capture_world import press, type_text
from tests.helpers.lead_world import in_lane
from tests.helpers.minutes_world import SESSION, change, make_world, said, save
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def agreeing(stage: Stage) -> QWidget:
    """Some lines are taken over, two joined, and one of the sources was changed since."""
    window, page = _page(stage)
    _press(page, Qt.Key.Key_T)
    page.abreast.go_to("n2")
    _press(page, Qt.Key.Key_J)
    page.wording.written.emit("Refusals are published, each with its reason.")
    in_lane(
        stage.jobs,
        lambda: change(page._workspace, "j1", lambda line: replace(line, text="Publish refusals.")),
    )
    page._read()
    page.abreast.go_to("j2")
    _press(page, Qt.Key.Key_M)
    settle(window)
    return window


def version(stage: Stage) -> QWidget:
    """The agreed version, where there is room for one side only, and one of its lines being worded otherwise."""
    window = agreeing(stage)
    page = window.findChildren(AgreeingPage)[0]
    page.panes.show_pane("second")
    page.agreed.setFocus()
    page.act("minutes.reword")
    settle(window)
    return window


def joining(stage: Stage) -> QWidget:
    """Two lines are being joined."""
    window, page = _page(stage)
    page.abreast.go_to("n3")
    _press(page, Qt.Key.Key_J)
    settle(window)
    return window


def agreed(stage: Stage) -> QWidget:
    """It stands as agreed."""
    window, page = _page(stage)
    for line in ("n1", "j1", "n3", "n4", "j3", "j4"):
        page.abreast.go_to(line)
        _press(page, Qt.Key.Key_T)
    page.agree_button.click()
    settle(window)
    return window


def left_out(stage: Stage) -> QWidget:
    """Decisions and an action would be left out."""
    _window, page = _page(stage)
    _press(page, Qt.Key.Key_T)
    page.agree_button.click()
    assert page.dialog is not None
    settle(page.dialog)
    return page.dialog


def refused(stage: Stage) -> QWidget:
    """Nothing could be kept."""
    window, page = _page(stage)
    page.agree_wanted.emit(True)
    settle(window)
    return window


def empty(stage: Stage) -> QWidget:
    """Nobody took minutes yet."""
    entered, _bundles = stage.lead_before_merge()
    window = stage.window(entered)
    stage.page(window, "agreeing")
    return window


def asked_of_an_action(stage: Stage) -> QWidget:
    """Minutes with two actions and trouble with the link; a day by which it is done that was no Monday."""
    window = stage.window(stage.laptop("B", fresh=True))
    page = stage.page(window, "minutes")
    assert isinstance(page, MinutesPage)
    type_text(page, "! Draft the list of criteria for comment")
    page.pane.keys.marks.set_action("Project team", "30 May", ActionState.OPEN)
    press(page, Qt.Key.Key_Return)
    page.pane.asks.trouble()
    page.pane.asks.trouble_ask.hide()
    page.pane.keys.marks.set_trouble(3, 2)
    press(page, Qt.Key.Key_Return)
    type_text(page, "! Ask the hosts for their forms")
    page.pane.asks.action()
    QTest.keyClicks(page.pane.asks.action_ask.owner, "Jo M.")
    QTest.keyClick(page.pane.asks.action_ask.owner, Qt.Key.Key_Return)
    page.pane.asks.action()
    QTest.keyClicks(page.pane.asks.action_ask.due, "Monday 3 May 2024")
    settle(window)
    return window


def says_too_much(stage: Stage) -> QWidget:
    """The lead changed the rule of a part in which names stand already."""
    path = in_lane(stage.jobs, partial(_with_names, stage.new_folder()))
    window = stage.window(stage.opened(in_lane(stage.jobs, lambda: enter(path, None))))
    page = stage.page(window, "sessions")
    assert isinstance(page, SessionsPage)
    pane = page.session_pane()
    pane.go_to(SESSION)
    pane.form.show_page("agenda")
    settle(window)
    pane.rules.look_button.click()
    settle(window)
    return window


def names_stand_there(stage: Stage) -> QWidget:
    """The same on the laptop that wrote them."""
    laptop = stage.laptop("C")
    parts = in_lane(stage.jobs, lambda: agenda(laptop.workspace, laptop.about.session))
    name = Organisation(id="harbour", name="Harbour Trust")
    in_lane(stage.jobs, partial(save, laptop.workspace, name))
    window = stage.window(laptop)
    page = stage.page(window, "minutes")
    assert isinstance(page, MinutesPage)
    page.show_part(next(part.id for part in parts if part.rule is Rule.CHATHAM_HOUSE))
    type_text(page, "Short contracts make it hard to speak up, as at Harbour Trust")
    page.settle()
    page._read()
    settle(window)
    return window


def _with_names(folder: Path) -> Path:
    world = make_world(folder)
    save(world, Organisation(id="o", name="Harbour Trust"), Person(id="p", display="Dele Okoro"))
    told = "Short contracts make it hard to speak up, as at Harbour Trust, Dele Okoro said."
    save(world, said("noor", "n8", "11:25", LineKind.POINT, told))
    world.close()
    return world.path


def _press(page: AgreeingPage, key: Qt.Key) -> None:
    QTest.keyClick(page.abreast, key)


def _page(stage: Stage) -> tuple[QWidget, AgreeingPage]:
    folder = stage.new_folder()
    path = in_lane(stage.jobs, lambda: _made(folder))
    entered = stage.opened(in_lane(stage.jobs, lambda: enter(path, None)))
    window = stage.window(entered)
    page = stage.page(window, "agreeing")
    assert isinstance(page, AgreeingPage)
    return window, page


def _made(folder: Path) -> Path:
    world = make_world(folder)
    world.close()
    return world.path


AGREEING_SCENES: dict[str, Scene] = {
    "03-minutes-action": asked_of_an_action,
    "03-minutes-names": names_stand_there,
    "11-sessions-names": says_too_much,
    "09-minutes": agreeing,
    "09-minutes-joining": joining,
    "09-minutes-version": version,
    "09-minutes-agreed": agreed,
    "09-minutes-left-out": left_out,
    "09-minutes-refused": refused,
    "09-minutes-empty": empty,
}
