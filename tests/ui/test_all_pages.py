"""Over every page, dialog and screen, in a language nobody speaks with words a third longer than English.

All that is said can be translated, nothing is cut off at 100 % nor at 200 %, everything has a kind and a name, which
begins with the words it shows, and the Tab key gets everywhere in the order in which one reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from shutil import copytree

import pytest
from _pytest.mark import ParameterSet
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.paths import resource
from capture_app.settings import ThemeChoice
from capture_app.ui.style import Look
from capture_app.ui.theme import LIGHT
from capture_app.ui.widgets.accessible_role import interface_of
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
from tests.helpers.walking import stops_by_tab, turned_back, unheard, unreached
from tests.shots.__main__ import fitted
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage


@pytest.fixture(scope="module")
def stage(qapp: QApplication, home: ExampleHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The example at `home` was made in English: what stands in its records was typed by people."""
    prefer_inter(qapp)
    QAccessible.installFactory(interface_of)
    folder, catalogues = tmp_path_factory.mktemp("stage"), tmp_path_factory.mktemp("i18n")
    language = write_pseudo(catalogues)
    copytree(catalogues / language, catalogues / "cy")  # for whoever chooses it at the kiosk
    speak(language, catalogues)
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


def _scenes() -> Iterator[ParameterSet]:
    """Every page in each run, and every other of its states; all of them in the long one."""
    pages = Counter[str]()
    for name in SCENES:
        page = "-".join(name.split("-")[:2])
        yield pytest.param(name, id=name, marks=[pytest.mark.soak] if pages[page] % 2 else [])
        pages[page] += 1


@pytest.mark.parametrize("scene", [*_scenes()], indirect=True)
def test_everything_can_be_translated_read_named_and_reached_as_one_reads(
    scene: QWidget, stage: Stage
) -> None:
    assert plain_texts(scene) == set()
    assert clipped_texts(scene) == []
    assert unnamed_controls(scene) == []
    assert misnamed_controls(scene) == []
    assert unheard(scene) == []
    stops = stops_by_tab(scene)
    assert unreached(scene, stops) == []
    assert turned_back(scene, stops) == []
    stage.wear(ThemeChoice.DARK, 200)
    settle(scene)
    assert clipped_texts(scene) == [], "at 200 %"
