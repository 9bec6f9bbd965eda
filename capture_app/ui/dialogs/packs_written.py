"""What was written: each pack with whom it is for, the folder, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from capture_app.services.packing import ForWhom
from capture_app.services.wording import choice_words
from capture_app.ui.dialogs.question import Question
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

__all__ = ["show_written"]


def show_written(question: Question, packs: Sequence[tuple[ForWhom, Path]]) -> None:
    """Put a list "file – for whom" into a dialog whose fields are hidden, how to hand out, and a way to the folder."""
    look, folder = question.look, packs[0][1].parent
    words = [Prose(_("for {whom}").format(whom=_whom(whom)), look, lead=file.name) for whom, file in packs]
    open_folder = Button(_("Open the folder"), look, icon="folder-open")
    open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    for widget in (*words, Prose(_how(), look, "secondary")):
        question.add(widget)
        widget.show()
    question.add_at_foot(open_folder)


def _whom(laptop: ForWhom) -> str:
    return ", ".join(filter(None, (laptop.label, laptop.holder, choice_words(laptop.role))))


def _how() -> str:
    return _(
        "Put each file on its laptop, by stick or mail, and tell the passphrase by another way: in person or on the "
        "phone, never beside the file. On the laptop the file is opened once; from then on its own workspace."
    )
