"""Choosing files and folders, in the system's own dialogs, without stopping the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from capture_app.words import _

WORKSPACE, BUNDLE, CARE_FILE = ".capture", ".wsbundle", ".wscare"

Chosen = Callable[[Path], None]


class Purpose(StrEnum):
    """What a folder was chosen for; the next dialog for the same begins there."""

    WORKSPACE = "workspace"
    PACKS = "packs"
    BUNDLE = "bundle"
    BUNDLES = "bundles"
    SECOND_COPY = "second_copy"
    DOCUMENTS = "documents"
    KEY = "key"
    PICTURES = "pictures"
    CARE = "care"
    CHATS = "chats"
    ANSWERS = "answers"
    LETTERS = "letters"


CHATS = (".txt", ".csv", ".tsv", ".htm", ".html")
"""How the files of chats and polls end."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp")


def own_folder() -> Path:
    """Where people keep documents on this laptop; their home where there is no such folder."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def folder_for(within: QWidget | None, purpose: Purpose) -> Path:
    """The folder used last for this purpose in this window, if it is still there, else `own_folder`."""
    used = _outermost(within).property(_used(purpose)) if within is not None else None
    return Path(used) if used and Path(used).is_dir() else own_folder()


def folder_away_from(within: QWidget | None, purpose: Purpose, near: Path) -> Path:
    """The folder to propose for what must not lie in the folder `near`: that of `folder_for`, or the next one."""
    kinds = QStandardPaths.StandardLocation
    others = map(QStandardPaths.writableLocation, (kinds.DesktopLocation, kinds.DownloadLocation))
    places = (folder_for(within, purpose), own_folder(), *map(Path, filter(None, others)))
    away = (place for place in places if place.is_dir() and place.resolve() != near.resolve())
    return next(away, Path.home())


def note_folder(within: QWidget, purpose: Purpose, folder: Path) -> None:
    """Let the window remember this folder for as long as it is open."""
    _outermost(within).setProperty(_used(purpose), str(folder))


def choose_file(parent: QWidget, title: str, endings: tuple[str, ...], chosen: Chosen) -> None:
    """Ask for a file that is there."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFile, own_folder())
    patterns = " ".join(f"*{ending}" for ending in endings)
    dialog.setNameFilter(_("Workshop Capture files ({patterns})").format(patterns=patterns))
    _open(dialog, chosen)


def choose_pictures(parent: QWidget, chosen: Chosen) -> None:
    """Ask for one or several photographs; each is given by itself."""
    dialog = _dialog(
        parent, _("Add pictures"), QFileDialog.FileMode.ExistingFiles, folder_for(parent, Purpose.PICTURES)
    )
    patterns = " ".join(f"*{ending} *{ending.upper()}" for ending in _PICTURES)
    dialog.setNameFilter(_("Pictures ({patterns})").format(patterns=patterns))

    def take(names: list[str]) -> None:
        for name in names:
            note_folder(parent, Purpose.PICTURES, Path(name).parent)
            chosen(Path(name))

    dialog.filesSelected.connect(take)
    dialog.open()


def choose_meeting_file(parent: QWidget, chosen: Chosen) -> None:
    """Ask for the file of a chat or a poll."""
    dialog = _dialog(
        parent,
        _("Add a chat or a poll"),
        QFileDialog.FileMode.ExistingFile,
        folder_for(parent, Purpose.CHATS),
    )
    patterns = " ".join(f"*{ending}" for ending in CHATS)
    dialog.setNameFilters([_("Chats and polls ({patterns})").format(patterns=patterns), _("All files (*)")])
    _open(dialog, chosen, lambda path: note_folder(parent, Purpose.CHATS, path.parent))


def choose_answer_file(parent: QWidget, chosen: Chosen) -> None:
    """Ask for a file of answers that another tool wrote."""
    dialog = _dialog(
        parent,
        _("Bring in a file of answers"),
        QFileDialog.FileMode.ExistingFile,
        folder_for(parent, Purpose.ANSWERS),
    )
    dialog.setNameFilters([_("Answers (*.csv *.tsv *.txt *.xlsx)"), _("All files (*)")])
    _open(dialog, chosen, lambda path: note_folder(parent, Purpose.ANSWERS, path.parent))


def choose_kept_file(parent: QWidget, title: str, chosen: Chosen) -> None:
    """Ask for a file of any kind that stays where it is."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFile, folder_for(parent, Purpose.LETTERS))
    _open(dialog, chosen, lambda path: note_folder(parent, Purpose.LETTERS, path.parent))


def choose_new_file(
    parent: QWidget,
    title: str,
    proposed: Path,
    chosen: Chosen,
    *,
    purpose: Purpose,
    kinds: Mapping[str, str] | None = None,
) -> None:
    """Ask where a new file should be written.

    `kinds` are the endings on offer (".pdf") with what each is called; the one of `proposed` is offered first, and
    a name without an ending gets that of the kind chosen.
    """
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile, proposed.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    if kinds:
        _offer(dialog, proposed, kinds)
    dialog.selectFile(proposed.name)
    _open(dialog, chosen, lambda path: note_folder(parent, purpose, path.parent))


def choose_folder(parent: QWidget, title: str, chosen: Chosen, *, purpose: Purpose) -> None:
    """Ask for a folder."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, folder_for(parent, purpose))
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, chosen, lambda path: note_folder(parent, purpose, path))


def _offer(dialog: QFileDialog, proposed: Path, kinds: Mapping[str, str]) -> None:
    """Let people choose the kind of file; the name in the field follows."""
    filters = {f"{name} (*{ending})": ending for ending, name in kinds.items()}
    dialog.setNameFilters(list(filters))

    def take(chosen: str) -> None:
        ending = filters[chosen]
        dialog.setDefaultSuffix(ending)
        typed = dialog.selectedFiles()
        name = Path(typed[0]).name if typed else proposed.name
        dialog.selectFile(str(Path(name).with_suffix(ending)) if Path(name).suffix in kinds else name)

    dialog.filterSelected.connect(take)


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode, folder: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    return dialog


def _open(dialog: QFileDialog, chosen: Chosen, note: Chosen | None = None) -> None:
    if note is not None:
        dialog.fileSelected.connect(lambda name: note(Path(name)))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def _used(purpose: Purpose) -> str:
    return f"folder_{purpose}"


def _outermost(widget: QWidget) -> QWidget:
    """The window everything else stands in, dialogs too."""
    found = widget
    while (parent := found.parentWidget()) is not None:
        found = parent
    return found
