"""Shows the recovery key, once. It closes only when the lead says that it is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from capture_app.dates import day_words
from capture_app.domain.errors import CaptureError
from capture_app.safe_write import write_apart
from capture_app.ui.choosing import Purpose, choose_new_file, folder_away_from
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import copy, sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

_GROUP, _ROW = 4, 5
"""Letters in a group, and groups in a row."""


class _KeyBox(QPlainTextEdit):
    """The key in groups that are easy to copy; as high as the key is long, whatever the text size."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(in_groups(key))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Recovery key"))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the size of type."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(look.points(look.theme.type.body))
        self.setFont(font)
        self.setFixedHeight(look.px(88))


class RecoveryKeyDialog(Question):
    """`answered` comes when it was kept; Esc and the window's cross do nothing before."""

    def __init__(
        self,
        look: Look,
        key: str,
        jobs: Jobs,
        workspace: Path,
        *,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`title` is that of the consultation, for the file, which is not to lie beside the `workspace`."""
        super().__init__(look, _("Where will you keep the recovery key?"), _("Begin"), parent=parent)
        self.key, self._jobs, self._title, self._beside = key, jobs, title, workspace.parent
        self.harmless.hide()
        self.add(
            Prose(
                _(
                    "It opens this workspace and everything laptops send you, if the passphrase is forgotten. "
                    "It is shown now and never again. Save it or write it down, and keep it away from this laptop. "
                    "Not beside the workspace: whoever takes that folder would have the key with it."
                ),
                look,
            )
        )
        self.add(_KeyBox(look, key))
        self.add(self._ways(look))
        self.kept = Check(_("I have kept it"), look)
        self.kept.toggled.connect(self.verb.setEnabled)
        self.add_at_foot(self.kept)
        self.verb.setEnabled(False)

    def reject(self) -> None:
        """Not before it is kept."""
        if self.kept.isChecked():
            super().reject()

    def save_to(self, path: Path) -> None:
        """Write the key to a file of its own."""
        words = _key_file(self.key, self._title)
        self._jobs.files(
            lambda: write_apart(path, words.encode()),
            lambda _none: self._tell(
                _("Saved as {file} in {folder}.").format(file=path.name, folder=path.parent)
            ),
            self,
            on_error=self._not_saved,
        )

    def _ways(self, look: Look) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        save = Button(_("Save it as a file…"), look, icon="file-arrow-down")
        save.clicked.connect(self._on_save)
        take = Button(_("Copy it"), look, icon="copy")
        take.clicked.connect(self._on_copy)
        for button in (save, take):
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _on_save(self) -> None:
        choose_new_file(
            self,
            _("Where to keep the recovery key"),
            folder_away_from(self, Purpose.KEY, self._beside) / "recovery-key.txt",
            self.save_to,
            purpose=Purpose.KEY,
        )

    def _on_copy(self) -> None:
        copy(self.key)
        self._tell(_("Copied. Paste it where you keep such things, then copy something else."))

    def _tell(self, words: str) -> None:
        self._say(words, error=False)
        announce(self, words)

    def _not_saved(self, error: BaseException) -> None:
        if not isinstance(error, CaptureError):
            raise error
        self._say(sentence_of(error), error=True)


def in_groups(key: str) -> str:
    """A key as it is easy to write down: how it begins, then groups of four, five in a row."""
    begins, one, rest = key.partition("1")
    groups = [rest[start : start + _GROUP] for start in range(0, len(rest), _GROUP)]
    rows = [" ".join(groups[start : start + _ROW]) for start in range(0, len(groups), _ROW)]
    return "\n".join((begins + one, *rows))


def _key_file(key: str, title: str) -> str:
    day = day_words(datetime.now().astimezone().date())
    return _(
        "Recovery key of Workshop Capture\n"
        "Consultation: {title}\n"
        "Made on {day}\n\n"
        "{groups}\n\n"
        "The same in one line, to copy and paste; spaces make no difference:\n"
        "{key}\n"
    ).format(title=title, day=day, groups=in_groups(key), key=key)
