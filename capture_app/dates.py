"""Days and times as people write them, for every room that shows one."""

from datetime import date, datetime, time

from capture_app.words import _


def month_name(month: int) -> str:
    """1 is "January". Raises IndexError beyond 12."""
    return _months()[month - 1]


def weekday_name(day: int) -> str:
    """0 is "Monday". Raises IndexError beyond 6."""
    return (
        *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday")),
        *(_("Friday"), _("Saturday"), _("Sunday")),
    )[day]


def day_words(day: date, *, year: bool = True) -> str:
    """A day: "16 May 2024", or "16 May"."""
    said = _("{day} {month} {year}") if year else _("{day} {month}")
    return said.format(day=day.day, month=month_name(day.month), year=day.year)


def clock_words(moment: time, *, seconds: bool = False) -> str:
    """A time of day, of 24 hours: "14:03", or "14:03:22"."""
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def moment_words(moment: datetime, *, year: bool = True) -> str:
    """A day and a time of day: "16 May 2024, 14:03"."""
    day = day_words(moment.date(), year=year)
    return _("{day}, {time}").format(day=day, time=clock_words(moment.time()))


def _months() -> tuple[str, ...]:
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July")),
        *(_("August"), _("September"), _("October"), _("November"), _("December")),
    )
