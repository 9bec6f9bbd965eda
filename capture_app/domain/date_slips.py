"""What cannot be right in a date as it was typed: it is told, and never put right by itself (B3)."""

from datetime import date as date_

from capture_app.domain.date_parts import Piece, ends_of, is_backwards, listed_in, several_in, spans_of
from capture_app.domain.dates import dates_in, is_set, plain_words, read_date
from capture_app.domain.one_date import NO_YEAR, WHOLE_DAY, looks_like_one, one_of, weekday_in
from capture_app.domain.values import DateGiven


def names_no_day(given: str) -> bool:
    """Whether this looks like a date or a span of dates, and there is no such day: "31 February 2028"."""
    words = plain_words(given)
    if read_date(given).edtf:
        return False
    ends = (end for both in ends_of(words) for end in both)
    return any(_is_no_day(one) for one in (words, *ends, *listed_in(words)))


def ends_before_it_begins(given: str) -> bool:
    """Whether this is a span the wrong way round, of which nothing is read: "9-3 May 2024"."""
    spans = tuple(spans_of(plain_words(given)))
    return bool(spans) and not read_date(given).edtf and all(is_backwards(*span) for span in spans)


def wrong_weekday(date: DateGiven) -> tuple[date_, int] | None:
    """The first day that does not fall on the day of the week typed before it, and that weekday, Monday being 0.

    "Monday 3 May 2024", which was a Friday. None where all agree, and where nobody knows the year.
    """
    for piece in _pieces(plain_words(date.given)):
        typed, day = weekday_in(piece.words), _day_meant(piece, date)
        if typed is not None and day is not None and day.weekday() != typed:
            return day, typed
    return None


def says_otherwise(date: DateGiven) -> bool:
    """Whether what was worked out is another date than what was given says: "3 May 2023 = 3 May 2024" (X5)."""
    given = read_date(date.given)
    if not date.inferred or not given.edtf:
        return False
    if len(dates_in(given)) > 1 and not is_set(given):
        return not all(_is_within(given, other) for other in dates_in(date))
    return not all(any(_agree(one, other) for one in dates_in(given)) for other in dates_in(date))


def says_less(date: DateGiven) -> bool:
    """Whether what was worked out is less exact than what was given: "28 September 2023 = September 2023" (X5)."""
    given = dates_in(read_date(date.given))
    return date.inferred and bool(given) and min(map(len, dates_in(date)), default=0) < min(map(len, given))


def _is_within(span: DateGiven, other: str) -> bool:
    """Whether a date may lie in a span: on a day of it, or as exactly as both are known. Without a year, anywhere."""
    first, last = dates_in(span)
    if NO_YEAR in first or NO_YEAR in last:
        first, last = (other[:4] + one[4:] for one in (first, last))
        if first > last:  # over the turn of a year
            return not last[: len(other)] < other < first[: len(other)]
    return first[: len(other)] <= other[: len(first)] and other[: len(last)] <= last[: len(other)]


def _agree(given: str, meant: str) -> bool:
    pairs = zip(given.split("-"), meant.split("-"), strict=False)
    return all(NO_YEAR in pair or len(set(pair)) == 1 for pair in pairs)


def _pieces(words: str) -> tuple[Piece, ...]:
    if one := one_of(words):
        return (Piece(words, one),)
    span = next((span for span in spans_of(words) if not is_backwards(*span)), None)
    return span or several_in(words)


def _day_meant(piece: Piece, date: DateGiven) -> date_ | None:
    """The day of a piece as the date holds it: with the year that was worked out, where one was (X5)."""
    held = next((one for one in dates_in(date) if one[4:] == piece.edtf[4:]), piece.edtf)
    try:
        return date_.fromisoformat(held) if len(held) == WHOLE_DAY else None
    except ValueError:  # of no year
        return None


def _is_no_day(words: str) -> bool:
    return looks_like_one(words) and not one_of(words)
