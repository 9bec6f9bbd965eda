"""The jobs that keep lines: what `Autosave` runs away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.seen import NOTHING, Seen
from capture_app.services.capturing import bring_back_line, keep_line, leave_line, remove_line, type_line
from capture_app.services.done import Done
from capture_app.services.pages import line_view
from capture_app.services.setting_aside import bring_back, set_aside
from capture_app.services.themes import ThemeTag, tag
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.autosave import Kept, Leave, Save


@dataclass(frozen=True, slots=True)
class LineSaves:
    """Each method gives, or is, a job on one line of this workspace."""

    workspace: Workspace

    def draft(self, line: Line, seen: Seen) -> Kept:
        """Keep a line as typed so far."""
        return Kept(type_line(self.workspace, line, seen))

    def change(self, line: RecordId) -> Leave:
        """Make a draft a change."""
        return lambda: kept(leave_line(self.workspace, line))

    def removal(self, line: RecordId) -> Save:
        """Take a line away."""
        return lambda _seen: kept(remove_line(self.workspace, line))

    def return_of(self, line: Line) -> Save:
        """Bring a line back, as it was."""

        def job(_seen: Seen) -> Kept:
            back = bring_back_line(self.workspace, line.id)
            found = line_view(self.workspace, line.id)
            # What was typed last may not have reached the workspace before the line was removed.
            done = keep_line(self.workspace, line, found.seen if found else NOTHING)
            return Kept(now(), done.value, back.changes | done.changes)

        return job

    def aside(self, line: Line) -> Save:
        """Keep a line as it is typed now, and set it aside, in one go."""
        return lambda seen: kept(set_aside(self.workspace, line, seen))

    def return_from_aside(self, line: RecordId) -> Save:
        """Bring back a line that was set aside."""
        return lambda _seen: kept(bring_back(self.workspace, line))

    def tag(self, line: RecordId, theme: ThemeTag, on: bool) -> Save:
        """Put a theme on a line, or take it off."""
        return lambda _seen: kept(tag(self.workspace, line, theme.id, on, theme.indirect))


def kept(done: Done[Seen] | Done[None]) -> Kept:
    """What a verb gave back, with the time at which it was done."""
    return Kept(now(), done.value or NOTHING, done.changes)


def now() -> datetime:
    """Local time with its zone."""
    return datetime.now().astimezone()
