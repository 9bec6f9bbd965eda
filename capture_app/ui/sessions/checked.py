"""Words of a session that have to mean something: times of the day and time zones."""

from capture_app.domain.times import read_time, time_zones
from capture_app.words import _


def time_of_day(words: str) -> str:
    """A local time as "09:30". Raises ValueError with a sentence where it is none."""
    if found := read_time(words):
        return found
    raise ValueError(_("Type a time of the day, such as 9:30 or 14:00."))


def time_zone(words: str) -> str:
    """A time zone by its name, however it is capitalised. Raises ValueError with a sentence where there is none."""
    found = next((name for name in time_zones() if name.casefold() == words.casefold()), "")
    if found:
        return found
    raise ValueError(_("No time zone has this name. Type a place, such as Europe/London, and choose one."))
