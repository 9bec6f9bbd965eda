"""Over every page, dialog and screen, in a language nobody speaks with words a third longer than English.

All that is said can be translated, nothing is cut off at 100 % nor at 200 %, everything has a name, which begins
with the words it shows, and the keyboard gets everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.paths import resource
from capture_app.settings import ThemeChoice
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.words import SOURCE, speak
from tests.helpers.example_home import ExampleHome
from tests.helpers.plain_texts import plain_texts
from tests.helpers.pseudo import write_pseudo
from tests.helpers.render import (
    clipped_texts,
    misnamed_controls,
    prefer_inter,
    settle,
    unnamed_controls,
    wear,
)
from tests.shots.__main__ import fitted
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage


@pytest.fixture(scope="module")
def stage(qapp: QApplication, home: ExampleHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The example at `home` was made in English: what stands in its records was typed by people."""
    prefer_inter(qapp)
    folder, catalogues = tmp_path_factory.mktemp("stage"), tmp_path_factory.mktemp("i18n")
    speak(write_pseudo(catalogues), catalogues)
    stage = Stage(qapp, folder, home)
    yield stage
    speak(SOURCE, resource("i18n"))
    stage.close()
    wear(qapp, Look(LIGHT))


@pytest.fixture
def scene(stage: Stage, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    stage.wear(ThemeChoice.LIGHT, 100)
    yield fitted(SCENES[request.param](stage))
    stage.strike()


def unreached(window: QWidget) -> list[str]:
    """Controls that Tab should stop at and never does."""
    wanted = {w for w in window.findChildren(QWidget) if _is_tab_stop(w)}
    window.activateWindow()
    settle(window)  # a list of offers that came up while typing gives the keyboard back
    wanted.discard(QApplication.focusWidget())  # what opens under a line closes when one leaves it
    for _press in range(3 * len(wanted) + 10):
        if not wanted:
            break
        window.focusNextChild()
        wanted.discard(QApplication.focusWidget())
    return [f"{type(w).__name__} {w.accessibleName()!r} in {type(w.parent()).__name__}" for w in wanted]


def _is_tab_stop(widget: QWidget) -> bool:
    stops = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(stops) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


@pytest.mark.parametrize("scene", SCENES, indirect=True)
def test_everything_can_be_translated_read_named_and_reached(scene: QWidget, stage: Stage) -> None:
    assert plain_texts(scene) == set()
    assert clipped_texts(scene) == []
    assert unnamed_controls(scene) == []
    assert misnamed_controls(scene) == []
    assert unreached(scene) == []
    stage.wear(ThemeChoice.DARK, 200)
    settle(scene)
    assert clipped_texts(scene) == [], "at 200 %"
