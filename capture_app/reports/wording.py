"""Text that can stand in any document, dates as people write them, and answers in words."""

import re
from unicodedata import normalize

import msgspec

from capture_app.dates import month_name
from capture_app.domain.dates import NO_YEAR, dates_in, is_set, says_more
from capture_app.domain.record import Plain
from capture_app.domain.records import Attendance, Session
from capture_app.domain.totals import session_words
from capture_app.domain.values import SEVERAL_IN_ROW, Answer, DateGiven, Item
from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.reports.names import certainty_word
from capture_app.words import _, n_

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text after them: they could make a page lie."""

_NO_LETTERS = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_CANNOT_STAND = re.compile(rf"[\ud800-\udfff{_NO_LETTERS}{_TURNING}\u200b\u2060\ufeff]")
"""Those, spaces that take no room, and what is no letter in any script."""

_BREAKS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"))
"""What other programs break a line with; in Word, a new line within a paragraph is a vertical tab."""

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What is left of the control characters, tabs among them: each holds apart what stands on either side of it."""

_EMPTY_LINES = re.compile(r"\n\s*\n\s*\n")

_EDTF_DATE = re.compile(rf"(\d{{4}}|{NO_YEAR})(?:-(\d\d))?(?:-(\d\d))?")

_MONTHS = 12


def cleaned(text: str) -> str:
    """Text with spaces for control characters, line breaks as \\n and never many of them, letters composed."""
    if text.isascii() and text.isprintable():
        return text
    broken = text.replace("\r\n", "\n").translate(_BREAKS)
    whole = normalize("NFC", _CONTROLS.sub(" ", broken))
    return _EMPTY_LINES.sub("\n\n", _CANNOT_STAND.sub("", whole))


def organisation_words(entry: Attendance) -> str:
    """An organisation as it is listed, with how many came of it where somebody said so: "Vale Trust (3 people)".

    The number belongs to this entry alone and is added to nothing (C3).
    """
    name = entry.listing or entry.category or _("An organisation without a name")
    if entry.count is None:
        return name
    people = n_("{count} person", "{count} people", entry.count)
    return _("{organisation} ({people})").format(organisation=name, people=people)


def session_title(session: Session | None) -> str:
    """A session as another one refers to it: "3, 4/11/22: Training"; empty for none."""
    if session is None:
        return ""
    told = (session_words(session), session.theme_as_given)
    return ": ".join(part for part in told if part) or _("a session without a name")


def words_or(text: str, nothing: str) -> str:
    """The text, or what to say where no word of it can be seen."""
    return text if cleaned(text).strip() else nothing


def date_words(date: DateGiven) -> str:
    """What a date means, in words, and as it was given where that says more; empty if nobody has said."""
    return date.given if says_more(date) else read_words(date)


def read_words(date: DateGiven) -> str:
    """What was read of a date: "16 May 2023", "June 2023 to September 2023", "2023" of a spring; empty if nothing.

    Days that stand each by itself are never told as a span: "3 May 2024 and 9 May 2024".
    """
    said = [_one_date(one) for one in dates_in(date)]
    if is_set(date) and len(said) > 1:
        return _("{first} and {last}").format(first=", ".join(said[:-1]), last=said[-1])
    return _(" to ").join(said)


def answer_words(answer: Answer, item: Item) -> str:
    """An answer in words, whatever kind of item it is to."""
    if answer.given is Given.NOT_DISCUSSED:
        return _("Not discussed")
    if answer.given is Given.RATHER_NOT_SAY:
        return _("Rather not say")
    if answer.given is Given.NOT_ASKED:
        return _("Not asked")
    if answer.given is Given.SEVERAL_MARKED:
        return _("More than one marked")
    said = [_chosen(answer, item), answer.text, _figure(answer, item), answer.reason]
    return ": ".join(part for part in said if part) or _("Nothing stands here")


def plain_answer_words(plain: Plain, item: Item) -> str:
    """The same of an answer as it stands in the log."""
    return answer_words(msgspec.convert(plain, Answer), item)


def how_many_words(item: Item) -> str:
    """How many options may be chosen; empty where there is no limit."""
    least, most = item.limits.least, item.limits.most
    if least and most:
        return _("Choose {least} to {most}.").format(least=least, most=most)
    if least:
        return _("Choose at least {limit}.").format(limit=least)
    return _("Choose at most {limit}.").format(limit=most) if most else ""


def _chosen(answer: Answer, item: Item) -> str:
    """What was chosen: "Yes", "Time, Money", "1. Law, 2. Time", "the room: Poor; the food: Good"."""
    labels = {option.id: option.label or str(n) for n, option in enumerate(item.options, start=1)}
    labels[SEVERAL_IN_ROW] = _("more than one marked")
    several = [labels.get(key, key) for key in answer.chosen]
    if item.kind is ItemKind.RANK:
        several = [f"{place}. {label}" for place, label in enumerate(several, start=1)]
    rows = {row.id: row.label for row in item.rows}
    given = [row for row in (*rows, *sorted(answer.by_row.keys() - rows.keys())) if row in answer.by_row]
    by_row = [f"{rows.get(row, row)}: {labels.get(answer.by_row[row], answer.by_row[row])}" for row in given]
    return labels.get(answer.choice, answer.choice) or ", ".join(several) or "; ".join(by_row)


def _figure(answer: Answer, item: Item) -> str:
    """A figure with all that was said of it: "30 to 40 % of clients (an estimate)" (D9). A day as people write it."""
    number = _one_date(answer.value) if item.kind is ItemKind.DATE else answer.value
    if answer.upper:
        number = _("{lower} to {upper}").format(lower=answer.value, upper=answer.upper)
    if number and answer.unit:
        number = f"{number} {answer.unit}"
    if number and answer.of:
        number = _("{figure} of {what}").format(figure=number, what=answer.of.removeprefix("of "))
    certain = certainty_word(answer.certainty)
    return f"{number} ({certain})" if number and certain else number


def _one_date(edtf: str) -> str:
    found = _EDTF_DATE.fullmatch(edtf)
    if not found:
        return edtf
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= _MONTHS:
        return edtf
    parts = [day and str(int(day)), month and month_name(int(month)), year if year != NO_YEAR else ""]
    said = " ".join(part for part in parts if part)
    return said if year != NO_YEAR else _("{date}, year not known").format(date=said)
