"""Days as people write them, for questions that are answered with one."""

from capture_app.domain.one_date import WHOLE_DAY, one_of

__all__ = ["plain_day"]


def plain_day(text: str) -> str:
    """A day as it stands in a file, "2024-05-03"; empty for what says less than a day with its year, or none."""
    day = one_of(" ".join(text.casefold().split()))
    return day if len(day) == WHOLE_DAY and day[:4].isdigit() else ""
