"""The frame: themes with their names, and what is doubtful about one said above its form (A2)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from capture_app.domain.record import Record, RecordId
from capture_app.services.themes import Doubt, doubts
from capture_app.ui.register.described import Register
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.widgets.banner import Banner
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.jobs import Jobs
    from capture_app.ui.style import Look


def in_the_list(workspace: Workspace) -> Mapping[RecordId, str]:
    """In a few words what is doubtful about a theme, under `doubt_of` its id: its name stands under the id."""
    return {doubt_of(theme): _briefly(doubt) for theme, doubt in doubts(workspace).items()}


def doubt_of(theme: RecordId) -> str:
    """Where the list finds what is doubtful about a theme."""
    return f"{theme}/doubt"


class ThemePane(RegisterPane):
    """A register of themes. What is doubtful about one is said above its form, and nothing of it is settled here."""

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.ticked, self.same, self.alike = (Banner(look, "warn", "") for _each in range(3))
        for banner in (self.ticked, self.same, self.alike):
            banner.hide()
            self.ahead.addWidget(banner)

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        job = partial(doubts, self._workspace)
        self._jobs.read(job, partial(self._on_doubts, record.id), self, on_error=self._on_not_read)

    def _on_doubts(self, theme: RecordId, found: Mapping[RecordId, Doubt]) -> None:
        if theme != self.current:
            return
        doubt = found.get(theme, Doubt())
        self.ticked.setVisible(bool(doubt.ticked))
        self.same.setVisible(bool(doubt.same))
        self.alike.setVisible(bool(doubt.alike))
        if doubt.ticked:
            names = ", ".join(f"“{one}”" for one in doubt.ticked)
            self.ticked.show_message(
                "warn",
                _("Several names are ticked: {names}.").format(names=names),
                _("“{name}” is shown. Take the tick off all but one.").format(name=doubt.ticked[0]),
            )
        if doubt.same:
            self.same.show_message(
                "warn",
                _("This code also stands at: {themes}.").format(themes="; ".join(doubt.same)),
                _("A scribe who types it is offered all of them. Give each a code of its own."),
            )
        if doubt.alike:
            self.alike.show_message(
                "warn",
                _("Perhaps the same as: {themes}.").format(themes="; ".join(doubt.alike)),
                _("If they mean the same, choose under “Joined into” the one that stays."),
            )


def _briefly(doubt: Doubt) -> str:
    said = [
        _("several names are ticked") if doubt.ticked else "",
        _("same code twice") if doubt.same else "",
        _("perhaps there twice") if doubt.alike else "",
    ]
    return " · ".join(words for words in said if words)
