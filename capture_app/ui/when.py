"""Times as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta

from capture_app.dates import clock_words, moment_words
from capture_app.words import _, number_words


def when(moment: datetime, now: datetime | None = None) -> str:
    """ "today, 09:41", "yesterday, 16:20", "9 May, 16:20"; with the year if it is another one."""
    here = moment.astimezone()
    today = (now or datetime.now()).astimezone()
    time = clock_words(here.time())
    if here.date() == today.date():
        return _("today, {time}").format(time=time)
    if here.date() == (today - timedelta(days=1)).date():
        return _("yesterday, {time}").format(time=time)
    return moment_words(here, year=here.year != today.year)


def size_words(size: int) -> str:
    """A size in bytes as a person reads it: "1.8 MB"."""
    if size < 1000_000:
        return _("{size} kB").format(size=number_words(max(1, round(size / 1000))))
    return _("{size} MB").format(size=f"{size / 1000_000:,.1f}")
