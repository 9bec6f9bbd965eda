"""Asks before a record is taken away that others refer to; one that nothing refers to goes at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import Record, RecordId
from capture_app.services.referring import Referred, referred
from capture_app.services.workspaces import Workspace
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class Removal(QObject):
    """What is asked stands in `dialog`."""

    def __init__(
        self, page: QWidget, workspace: Workspace, jobs: Jobs, failed: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self.dialog: Question | None = None
        self._page, self._workspace, self._jobs, self._failed = page, workspace, jobs, failed

    def begin(
        self,
        look: Look,
        kind: type[Record],
        record: RecordId,
        remove: Callable[[], None],
        leave: Callable[[], None],
        *,
        listed: bool,
    ) -> None:
        """Look what refers to it; then `remove` it, or `leave` it where it is. listed: it stands in the list."""

        def told(found: Referred) -> None:
            if found.by:
                self._ask(look, found, remove, leave, _below_the_list() if listed else _below_the_rows())
            else:
                remove()

        job = partial(referred, self._workspace, kind, record)
        self._jobs.read(job, told, self, on_error=self._failed)

    def _ask(
        self,
        look: Look,
        found: Referred,
        remove: Callable[[], None],
        leave: Callable[[], None],
        way_back: str,
    ) -> None:
        self.dialog = dialog = Question(
            look,
            _("Remove “{name}”?").format(name=found.name),
            _("Remove it"),
            harmless=_("Keep it"),
            grave=True,
            parent=self._page.window(),
        )
        words = _("Connected with it: {what}. They stay, but stand without it from then on.")
        dialog.add(Prose(words.format(what=found.by), look))
        dialog.add(Prose(way_back, look, "secondary"))
        dialog.answered.connect(dialog.accept)
        dialog.accepted.connect(remove)
        dialog.rejected.connect(leave)
        dialog.open()


def _below_the_rows() -> str:
    return _(
        "Undo brings it back at once; later, its history does, under “Removed” below the rows it stood in."
    )


def _below_the_list() -> str:
    return _("Undo brings it back at once; later, its history does, under “Removed” below the list.")
