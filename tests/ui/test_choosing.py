"""Which folder a dialog begins in, and what it offers to save as."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from capture_app.domain.errors import StorageTrouble
from capture_app.safe_write import write_safely
from capture_app.ui.choosing import (
    Purpose,
    choose_new_file,
    folder_away_from,
    folder_for,
    note_folder,
    own_folder,
)


def test_a_folder_that_is_not_there_is_never_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert own_folder().is_dir()


def test_each_purpose_remembers_its_own_folder_for_the_whole_window_while_the_folder_is_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, dialog = QWidget(window), QDialog(window)
    packs = tmp_path / "packs"
    packs.mkdir()
    note_folder(dialog, Purpose.PACKS, packs)
    assert folder_for(page, Purpose.PACKS) == packs
    assert folder_for(page, Purpose.DOCUMENTS) == own_folder()
    assert folder_away_from(page, Purpose.PACKS, tmp_path) == packs
    assert folder_away_from(page, Purpose.PACKS, packs) == own_folder()
    packs.rmdir()
    assert folder_for(page, Purpose.PACKS) == own_folder()


def test_what_cannot_be_written_because_the_folder_is_missing_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble) as trouble:
        write_safely(tmp_path / "gone" / "report.pdf", b"words")
    assert f"The folder {tmp_path / 'gone'} is not there" in trouble.value.sentence


def test_the_kind_of_file_is_chosen_from_a_list_and_the_name_follows(qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    chosen: list[Path] = []
    kinds = {".pdf": "PDF", ".docx": "Word document"}
    choose_new_file(
        page, "Save", tmp_path / "report.pdf", chosen.append, purpose=Purpose.DOCUMENTS, kinds=kinds
    )
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.nameFilters() == ["PDF (*.pdf)", "Word document (*.docx)"]
    dialog.selectNameFilter("Word document (*.docx)")
    dialog.filterSelected.emit("Word document (*.docx)")
    assert dialog.selectedFiles() == [str(tmp_path / "report.docx")]
    dialog.fileSelected.emit(str(tmp_path / "report.docx"))
    assert chosen == [tmp_path / "report.docx"]
    assert folder_for(page, Purpose.DOCUMENTS) == tmp_path
