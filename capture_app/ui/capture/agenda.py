"""Which part of a session runs now, and how long it still has. Pure values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from capture_app.domain.records import AgendaPart, Session

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Running:
    """A part that runs now, and the whole minutes it still has."""

    part: AgendaPart
    minutes: int


def running(session: Session, parts: Sequence[AgendaPart], now: datetime) -> Running | None:
    """The part that runs now by its planned time; None on any other day, between parts, or without times."""
    if not _DAY.fullmatch(session.date.edtf) or session.date.edtf != f"{now:%Y-%m-%d}":
        return None
    for part in parts:
        begins = _begins(part, now)
        if begins is None or not part.planned_minutes:
            continue
        ends = begins + timedelta(minutes=part.planned_minutes)
        if begins <= now < ends:
            return Running(part, -(-int((ends - now).total_seconds()) // 60))
    return None


def _begins(part: AgendaPart, now: datetime) -> datetime | None:
    if not _TIME.fullmatch(part.planned_start):
        return None
    hour, minute = map(int, part.planned_start.split(":"))
    return (
        now.replace(hour=hour, minute=minute, second=0, microsecond=0) if hour < 24 and minute < 60 else None
    )
