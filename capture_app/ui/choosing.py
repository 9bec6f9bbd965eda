"""Choosing files and folders, in the system's own dialogs, without stopping the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from capture_app.words import _

WORKSPACE, BUNDLE = ".capture", ".wsbundle"

Chosen = Callable[[Path], None]


def own_folder() -> Path:
    """Where people keep documents on this laptop."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def choose_file(parent: QWidget, title: str, endings: tuple[str, ...], chosen: Chosen) -> None:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*{ending}" for ending in endings)
    dialog.setNameFilter(_("Workshop Capture files ({patterns})").format(patterns=patterns))
    _open(dialog, chosen)


def choose_new_file(parent: QWidget, title: str, proposed: Path, chosen: Chosen) -> None:
    """Ask where a new file should be written."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    dialog.setDefaultSuffix(proposed.suffix)
    _open(dialog, chosen)


def choose_folder(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Ask for a folder."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, chosen)


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(own_folder()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    return dialog


def _open(dialog: QFileDialog, chosen: Chosen) -> None:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()
