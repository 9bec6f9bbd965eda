"""How many days before something was held a paper for it was sent (I8)."""

from datetime import date

from capture_app.domain.dates import dates_in
from capture_app.domain.values import DateGiven


def days_before(sent: DateGiven, held: DateGiven) -> int | None:
    """Days from the day of sending to the first on which it was held; below nought where it was sent afterwards.

    None where either is not known to the day, as where something was sent on one of several.
    """
    first, day = _day(dates_in(held)[:1]), _day(dates_in(sent))
    return (first - day).days if first and day else None


def _day(found: tuple[str, ...]) -> date | None:
    try:
        return date.fromisoformat("".join(found)) if len("".join(found)) == len("2023-05-16") else None
    except ValueError:  # no year, or the 31st of February out of a file
        return None
