"""What the minutes page reads in one go. Coming to the page begins this laptop's own stream of minutes (E1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from capture_app.domain.changes import Changes
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import LineKind, Permission
from capture_app.services.capturing import my_minutes
from capture_app.services.pages import LineView, MinutesView, lines_of_minutes, minutes_view
from capture_app.services.rule_check import TooMuch, too_much
from capture_app.services.themes import ThemeTag, themes
from capture_app.services.workspaces import Workspace, about


@dataclass(frozen=True, slots=True)
class MinutesTold:
    """A stream of minutes with the lines of all its parts, the themes there are, and which lines say too much."""

    view: MinutesView
    lines: tuple[LineView, ...]
    themes: tuple[ThemeTag, ...]
    changes: Changes
    too_much: tuple[TooMuch, ...] = ()


@dataclass(frozen=True, slots=True)
class SoFar:
    """The counts beside a part of the minutes."""

    points: int = 0
    decisions: int = 0
    actions: int = 0
    unpermitted: int = 0
    incidents: int = 0


def read_minutes(workspace: Workspace, session: RecordId) -> MinutesTold:
    """Everything at once."""
    here = about(workspace)
    own = my_minutes(workspace, session, here.holder or here.device_label)
    view = minutes_view(workspace, own.value)
    lines = tuple(lines_of_minutes(workspace, own.value))
    loose = tuple(one for one in too_much(workspace, session) if one.line.minutes == own.value)
    return MinutesTold(view, lines, tuple(themes(workspace)), own.changes, loose)


def so_far(lines: Sequence[Line]) -> SoFar:
    """What has been written, by kind; empty lines do not count."""
    written = [line for line in lines if line.text.strip()]
    kinds = Counter(line.line_kind for line in written)
    asked = sum(
        line.line_kind is LineKind.QUOTATION and line.permission is not Permission.GIVEN for line in written
    )
    return SoFar(
        kinds[LineKind.POINT],
        kinds[LineKind.DECISION],
        kinds[LineKind.ACTION],
        asked,
        kinds[LineKind.INCIDENT],
    )
