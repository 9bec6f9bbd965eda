"""Times of the day and time zones as people write them."""

import re
from functools import cache
from importlib.resources import files

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?", re.IGNORECASE)


def read_time(words: str) -> str:
    """A local time as "09:30"; empty if the words are none, or say nothing. "9", "9.30" and "2 pm" are read."""
    found = _TIME.fullmatch(words.strip())
    if not found:
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def later(time: str, minutes: int) -> str:
    """A time of the day some minutes later, "09:50"; it stays within the day."""
    hour, minute = (int(part) for part in time.split(":"))
    whole = min(hour * 60 + minute + minutes, 24 * 60 - 1)
    return f"{whole // 60:02}:{whole % 60:02}"


@cache
def time_zones() -> tuple[str, ...]:
    """The names of the world's time zones ("Europe/London"), sorted. Reads a file the first time."""
    names = files("tzdata").joinpath("zones").read_text("utf-8").split()
    return tuple(sorted(name for name in names if "/" in name or name == "UTC"))
