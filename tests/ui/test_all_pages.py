"""Over every page, dialog and screen: nothing is cut off, everything has a name, the keyboard gets everywhere.

That nothing is cut off at 200 % either is seen in `test_pseudo_language`, with words a third longer than these.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.settings import ThemeChoice
from capture_app.ui.style import Look, apply
from capture_app.ui.theme import LIGHT
from tests.helpers.render import clipped_texts, prefer_inter, settle, unnamed_controls
from tests.shots.__main__ import fitted
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    prefer_inter(qapp)
    stage = Stage(qapp, tmp_path_factory.mktemp("stage"))
    yield stage
    stage.close()
    apply(qapp, Look(LIGHT))


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
    for _press in range(3 * len(wanted) + 10):
        window.focusNextChild()
        wanted.discard(QApplication.focusWidget())
    return [f"{type(w).__name__} {w.accessibleName()!r} in {type(w.parent()).__name__}" for w in wanted]


def _is_tab_stop(widget: QWidget) -> bool:
    stops = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(stops) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


@pytest.mark.parametrize("scene", SCENES, indirect=True)
def test_everything_can_be_read_named_and_reached(scene: QWidget) -> None:
    assert clipped_texts(scene) == []
    assert unnamed_controls(scene) == []
    assert unreached(scene) == []
