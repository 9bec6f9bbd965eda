"""What a date means, and what cannot be right in it as it was typed, for documents and the window (B3)."""

from capture_app.dates import day_words, weekday_name
from capture_app.domain.date_slips import (
    ends_before_it_begins,
    names_no_day,
    says_less,
    says_otherwise,
    wrong_weekday,
)
from capture_app.domain.dates import worked_out
from capture_app.domain.values import DateGiven
from capture_app.reports.wording import date_words, read_words
from capture_app.words import _

__all__ = ["date_told", "day_told", "meant_words", "slip_words"]


def slip_words(date: DateGiven) -> str:
    """In one sentence what cannot be right in a date as it was typed, or as it was worked out; empty if nothing is."""
    given, marked, meant = (part.strip() for part in date.given.partition("="))
    if marked and not date.edtf:
        read = worked_out(given, meant)
        return slip_words(read) or (
            "" if read.edtf else _("Behind the = stands no date, such as 2023-09-28.")
        )
    if names_no_day(date.given):
        return _("There is no {date}.").format(date=date.given)
    if ends_before_it_begins(date.given) and not date.edtf:
        return _("It ends before it begins.")
    if says_otherwise(date):
        return _("That is another date than {given}.").format(given=date.given)
    if says_less(date):
        return _("That says less than {given}.").format(given=date.given)
    if found := wrong_weekday(date):
        day, typed = found
        words = _("{date} is a {weekday}, not a {typed}.")
        return words.format(
            date=day_words(day), weekday=weekday_name(day.weekday()), typed=weekday_name(typed)
        )
    return ""


def meant_words(date: DateGiven) -> str:
    """What a date means, with what was worked out and what is wrong in it; why nothing where nothing was read."""
    words, slip = _inferred(date, read_words(date)), slip_words(date)
    if not words:
        unread = _("Nobody has said what it means") if date.given else _("No date given")
        return slip or unread
    return f"{words}. {slip}" if slip else words


def date_told(date: DateGiven) -> str:
    """What a date means, else as it was given, with what is wrong in it; empty where none was given."""
    slip = slip_words(date)
    return f"{date.given}. {slip}" if slip else day_told(date)


def day_told(date: DateGiven) -> str:
    """What a date means, and that it was in part worked out, as in a document's head; else as it was given (X5)."""
    return _inferred(date, date_words(date)) or date.given


def _inferred(date: DateGiven, words: str) -> str:
    return _("{date} (in part inferred)").format(date=words) if words and date.inferred else words
