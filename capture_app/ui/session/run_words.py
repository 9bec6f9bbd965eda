"""What a run sheet says, in words."""

from __future__ import annotations

from datetime import datetime

from capture_app.domain.run_sheet import RunSheet, Slot, Stage
from capture_app.words import _, n_

LAST, NEARLY = 5, 15
"""Minutes before the end of a part at which the facilitator is told."""
LONG = 30
"""A part of so many minutes is told of twice."""


def clock(time: datetime | None) -> str:
    """A time of the day; "–" where there is none."""
    return f"{time:%H:%M}" if time else "–"


def stage_words(slot: Slot) -> str:
    """Where a part is."""
    if slot.stage is Stage.LATER and slot.part.kept:
        if slot.minutes is None:
            return _("Kept")
        return _("{minutes} min kept").format(minutes=slot.minutes)
    return {
        Stage.DONE: _("Done"),
        Stage.LEFT_OUT: _("Left out"),
        Stage.NOW: _("Now"),
        Stage.LATER: _("Later"),
    }[slot.stage]


def behind_words(sheet: RunSheet) -> str:
    """How the part that runs stands to the plan; empty where nobody planned times."""
    behind = sheet.behind
    if behind is None:
        return ""
    if behind == 0:
        return _("As planned")
    if behind < 0:
        return n_("{count} minute ahead of plan", "{count} minutes ahead of plan", -behind)
    return n_("{count} minute behind plan", "{count} minutes behind plan", behind)


def next_words(slot: Slot | None) -> str:
    """What comes next, when, and how long it takes."""
    if slot is None:
        return _("This is the last part.")
    parts = [slot.part.title or _("Not named yet"), clock(slot.begins or slot.plan)]
    if slot.minutes is not None:
        parts.append(_("{minutes} min").format(minutes=slot.minutes))
    return _("Next: {part}").format(part=", ".join(part for part in parts if part != "–"))


def warning_of(sheet: RunSheet) -> str:
    """What is said shortly before a part ends, and once it is over its time; empty before that."""
    left, now = sheet.minutes_left, sheet.now
    if left is None or now is None or now.minutes is None:
        return ""
    if left < 0:
        return _("Over its time")
    if left <= LAST and now.minutes:
        return _("Last {minutes} minutes").format(minutes=LAST)
    if left <= NEARLY and now.minutes >= LONG:
        return _("Last {minutes} minutes").format(minutes=NEARLY)
    return ""
