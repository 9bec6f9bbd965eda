"""The language chosen in the settings is spoken from the next start on: by the window, by Qt, by the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from capture_app import paths
from capture_app.bootstrap import Program
from capture_app.cli import run
from capture_app.settings import Settings, save
from capture_app.ui.qt_words import listen
from capture_app.ui.style import Look
from capture_app.words import SOURCE, speak
from tests.helpers.pseudo import LANGUAGE, pseudo, write_pseudo
from tests.helpers.render import wear


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(SOURCE, paths.resource("i18n"))


@pytest.fixture
def pseudo_catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's catalogues are those of a language nobody speaks."""
    folder, own = tmp_path / "i18n", paths.resource
    write_pseudo(folder)
    monkeypatch.setattr(paths, "resource", lambda *parts: folder if parts == ("i18n",) else own(*parts))
    return folder


def test_the_window_and_qt_speak_welsh(tmp_path: Path, qapp: QApplication, look: Look) -> None:
    save(Settings(language="cy"), tmp_path)
    program = Program(tmp_path)
    try:
        assert program.window.windowTitle() == "Croeso — Workshop Capture"
        assert QCoreApplication.translate("QLineEdit", "&Undo") == "Dadwneud"
        assert QCoreApplication.translate("QLineEdit", "Nobody translated this") == "Nobody translated this"
    finally:
        program.close()
        program.window.deleteLater()
        program.preferences.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        wear(qapp, look)


def test_qt_uses_its_own_words_where_it_has_them(qapp: QApplication) -> None:
    assert listen(qapp, SOURCE) is None
    german = listen(qapp, "de")
    assert german is not None
    try:
        assert "ckgängig" in QCoreApplication.translate("QWidgetTextControl", "&Undo")
    finally:
        qapp.removeTranslator(german)


def test_the_command_line_speaks_it_too_and_so_does_its_help(
    tmp_path: Path,
    pseudo_catalogues: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(Settings(language=LANGUAGE), tmp_path)
    monkeypatch.setattr(paths, "settings_dir", lambda: tmp_path)
    assert run(["info", str(tmp_path / "gone.capture")]) == 4
    said = capsys.readouterr().err
    assert said.startswith("[")
    assert "may have been moved" not in said
    assert run(["search", "--help"]) == 0
    assert pseudo("Find records that hold some words.") in capsys.readouterr().out


def test_settings_that_cannot_be_read_leave_the_command_line_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.json").write_bytes(b'{"language": ')
    monkeypatch.setattr(paths, "settings_dir", lambda: tmp_path)
    assert run(["search", "--help"]) == 0
    assert "Find records" in capsys.readouterr().out
    assert (tmp_path / "settings.json").read_bytes() == b'{"language": ', "only the window puts files aside"
