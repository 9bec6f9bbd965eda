"""Files dropped on a page, and choosing them in the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.choosing import BUNDLE, WORKSPACE, Purpose, folder_for, note_folder
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

WORDS = 420
"""How wide the words in the middle of an empty page are, at 100 % text."""


def files_in(mime: QMimeData) -> list[Path]:
    """The files on this laptop that are being dragged, but no workspaces: the window opens those."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix != WORKSPACE]


def choose_bundles(parent: QWidget, chosen: Callable[[list[Path]], None]) -> None:
    """Ask for one or several bundles, without stopping the window."""
    dialog = QFileDialog(parent, _("Add bundles"), str(folder_for(parent, Purpose.BUNDLES)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(_("Bundles ({patterns})").format(patterns=f"*{BUNDLE}"))
    dialog.filesSelected.connect(
        lambda names: note_folder(parent, Purpose.BUNDLES, Path(names[0]).parent) if names else None
    )
    dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
    dialog.open()


def show_folder_of(path: Path) -> None:
    """Show where a file is, in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class DropPlace(QFrame):
    """Where nothing is yet: the whole page, or `low`, a strip over what waits."""

    def __init__(self, look: Look, *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        self.add = Button(_("Add bundles"), look, icon="plus", size="row" if low else "normal")
        self._words: EmptyState | None = None
        self._said = Prose("", look, "secondary")
        self._row: QHBoxLayout | QVBoxLayout
        if low:
            self._row = QHBoxLayout(self)
            self._row.addWidget(Icon("tray", look, "text2", 22))
            self._row.addWidget(self._said, 1)
            self._row.addWidget(self.add)
        else:
            self._row = QVBoxLayout(self)
            self._words = EmptyState(look, "tray", "", self.add)
            self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignHCenter)
        self.show_count(0)
        self.set_look(look)

    def show_count(self, came: int) -> None:
        """Say what to do here, after so many bundles were merged."""
        sentence = _drop_words(came)
        self.setAccessibleName(sentence)
        self._said.set_words(sentence)
        if self._words is not None:
            self._words.set_words(sentence)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        side = look.px(16)
        self._row.setContentsMargins(side, look.px(8), side, look.px(8))
        self._row.setSpacing(look.px(10))
        if self._words is not None:
            self._words.setFixedWidth(look.px(WORDS))


def _drop_words(came: int) -> str:
    if not came:
        return _("No bundles yet. Drop the files from the laptops here.")
    return n_(
        "{count} bundle was merged here. Drop more files from the laptops here.",
        "{count} bundles were merged here. Drop more files from the laptops here.",
        came,
    )
