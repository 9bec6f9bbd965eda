"""The heads of messages copied out of a chat window: who wrote to whom, and when. Known shapes, what is a name."""

import re
from dataclasses import dataclass, replace

from capture_app.domain.times import read_time

_TIME = r"(?P<time>\d{1,2}[:.]\d{2})(?::\d{2})?(?P<half>\s?[AaPp][Mm]\b)?"
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_BEFORE = rf"(?:(?:(?P<day>{_DAY})|[Tt]oday|[Yy]esterday),?\s+)?"
_IN_BRACKETS = (
    rf"\[(?:(?:(?P<day>{_DAY}|\d{{1,2}}[/.]\d{{1,2}})|[Tt]oday|[Yy]esterday),?\s+)?{_TIME}(?:,?\s+{_DAY})?\]"
)
_NAME = r"(?P<name>[^\W\d_][^:\[\]<>]{0,60}?)"
_REST = r"\s*:\s*(?P<rest>.*)"
_ANYBODY = r"(?P<name>\S[^:]{0,80}?)"
"""Also a telephone number, where nothing but a head could be written so."""
_TO = r"\s+[Tt]o\s+(?P<to>(?:[Ee]veryone|[Mm]e|[Aa]ll\b[^:]*|[Hh]osts?\b[^:]*)(?:\s*\([^)]*\))?)"
_TO_ONE = r"\s+to\s+(?P<to>[^:]{1,80}?\s*:?\s*\((?:direct message|privately)\))"

_SURE = tuple(
    re.compile(shape)
    for shape in (
        rf"{_BEFORE}{_TIME}\s+From\s+{_ANYBODY}(?:\s+[Tt]o\s+(?P<to>[^:]+?))?{_REST}",
        rf"(?:From\s+)?{_NAME}{_TO}\s*:?\s*\(?{_TIME}\)?",
        rf"{_IN_BRACKETS}\s*{_NAME}\s+(?:says|wrote|schrieb)(?:{_REST})?",
    )
)
"""Shapes no sentence has: Zoom's saved chat, Zoom's window, and programs that say "says"."""
_PRIVATE = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_BEFORE}{_TIME}\s+(?:From\s+)?{_ANYBODY}{_TO_ONE}(?:\s*:?\s*(?P<rest>.*))",
        rf"{_IN_BRACKETS}\s*{_ANYBODY}{_TO_ONE}(?:\s*:?\s*(?P<rest>.*))",
        rf"(?:From\s+)?{_ANYBODY}{_TO_ONE}\s*:?\s*\(?{_TIME}\)?(?:{_REST})?",
    )
)
"""What is marked as written to one person, whatever that person is called."""
_PRIVATE_UNTIMED = re.compile(
    rf"(?:From\s+)?{_ANYBODY}\s+to\s+(?P<to>[^:]{{1,80}}?\s*:?\s*\(direct message\))(?:{_REST})?",
    re.IGNORECASE,
)
"""The same where no time stands: then only with the words no note has, and what looks like a name."""
_TO_PROGRAMS = (
    r"(?P<to>Everyone(?: in \w[^:]{0,40})?|All (?:[Pp]anell?ists|[Aa]ttendees)[^:]{0,40}"
    r"|Hosts and [Pp]anell?ists|Me)"
)
_UNTIMED = re.compile(rf"From\s+{_ANYBODY}\s+[Tt]o\s+{_TO_PROGRAMS}\s*(?:$|:\s*(?P<rest>.*))")
"""What is written to those whom a program names, where no time stands either."""
_TO_ALL = re.compile(
    r"everyone\b|all (?:panelists|panellists|attendees|participants) and\b|all attendees\b", re.IGNORECASE
)
_TO_KNOWN = re.compile(r"me\b|hosts?\b", re.IGNORECASE)
_MARK_OF_ONE = re.compile(r"\((?:direct message|privately)\)", re.IGNORECASE)
_BRACKETED = re.compile(rf"{_IN_BRACKETS}\s*{_NAME}(?:{_REST})?")
_LIKELY = tuple(
    re.compile(shape)
    for shape in (
        rf"{_BEFORE}{_TIME}(?:\s*[-–—])?\s+{_NAME}{_REST}",
        rf"{_NAME}(?:,\s*|\s{{2,}}|\t\s*){_BEFORE}{_TIME}",
        rf"{_NAME}\s{_BEFORE}\d{{1,2}}[:.]\d{{2}}\s?[AaPp][Mm]",
    )
)
"""Shapes a note may have, too: they count only with what looks like a name."""
_ENDING = re.compile(rf".*?{_TIME}")
_BARE_TIME = re.compile(rf"{_BEFORE}{_TIME}")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_WORDS = 5
"""Words of a name at most."""
_LONGEST = 300
"""Letters from the start of a row within which its head ends; what follows is never looked at."""
_PARTICLES = frozenset(
    (
        "al",
        "ap",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "do",
        "el",
        "ibn",
        "la",
        "le",
        "ó",
        "van",
        "von",
    )
)
_NO_NAMES = frozenset(
    ("action", "agenda", "break", "context", "decision", "introduction", "lunch", "note", "point", "question")
)


@dataclass(frozen=True, slots=True)
class Head:
    """What was taken off (`raw`), the time in it as "10:42", the name, and the words that follow on the same line.

    sure: no note would be written so; else it is a head only if words follow it. day: as it is written there.
    private: not everybody could read the message.
    """

    raw: str
    time: str
    name: str
    rest: str = ""
    sure: bool = True
    day: str = ""
    private: bool = False


def is_for_all(to: str) -> bool:
    """Whether what went to these was written for everybody, and not for one person or for the hosts alone.

    Where nobody is named, it was.
    """
    return not to or bool(_TO_ALL.match(to) and not _MARK_OF_ONE.search(to))


def read_head(row: str) -> Head | None:
    """The head with which a row without spaces at its ends begins; None if it is none that is known."""
    head = _read_head(row[:_LONGEST])
    if head is None or len(row) <= _LONGEST:
        return head
    return replace(head, rest=row[len(head.raw) :].strip()) if head.rest else None


def _read_head(row: str) -> Head | None:
    for shape in (*_PRIVATE, *_SURE):
        found = shape.fullmatch(row)
        if found and _is_from_somebody(found):
            return _head(row, found, sure=True)
    found = _PRIVATE_UNTIMED.fullmatch(row)
    if found and looks_like_name(found["name"]):
        return _head(row, found, sure=True)
    if untimed := read_untimed(row):
        return untimed
    found = _BRACKETED.fullmatch(row)
    if found and (looks_like_name(found["name"]) or (found["rest"] and len(found["name"].split()) <= 2)):
        return _head(row, found, sure=True)
    for shape in _LIKELY:
        found = shape.fullmatch(row)
        if found and looks_like_name(found["name"]):
            return _head(row, found, sure=False)
    return None


def read_untimed(row: str) -> Head | None:
    """The head "From Ines R. to Everyone:" where no time stands before it; None if there is none.

    Without its colon it counts only if words follow it. A note may begin "From what we said to Everyone".
    """
    found = _UNTIMED.fullmatch(row[:_LONGEST])
    if not found or found["name"][0].islower() or len(found["name"].split()) > _WORDS:
        return None
    rest = row[found.start("rest") :].strip() if found["rest"] is not None else ""
    raw = row[: len(row) - len(rest)].rstrip()
    private = not is_for_all(found["to"])
    return Head(raw, "", found["name"].strip(), rest, raw.endswith(":"), private=private)


def read_bare_time(row: str) -> str:
    """The time, "10:42", where a row holds nothing else; empty where it does."""
    found = _BARE_TIME.fullmatch(row)
    return read_time(found["time"] + (found["half"] or "")) if found else ""


def time_in(words: str) -> str:
    """The time of the day in words with a date before it, "10:42"; empty where there is none."""
    found = _ENDING.match(words[:_LONGEST])
    return read_time(found["time"] + (found["half"] or "")) if found else ""


def looks_like_name(words: str) -> bool:
    """Whether these could be the name of a person in a chat: a few words with capitals, "de" and "van" among them."""
    parts = _ASIDE.sub("", words).split()
    if not 1 <= len(parts) <= _WORDS or parts[-1].rstrip(".").casefold() in _NO_NAMES:
        return False
    big = [not part[0].islower() and part[0].isalpha() for part in parts]
    known = all(is_big or part in _PARTICLES for is_big, part in zip(big, parts, strict=True))
    return known and big[0] and not re.search(r"[?!;…\"“”]", words)


def _is_from_somebody(found: re.Match[str]) -> bool:
    """Whether "A to B" is a message at all: a note may begin "10:42 From what Jo said to the group".

    Where B is none that a program names, A has to be a name, a single word, or a telephone number.
    """
    to = (found.groupdict().get("to") or "").strip()
    if is_for_all(to) or _TO_KNOWN.match(to) or _MARK_OF_ONE.search(to):
        return True
    name = found["name"].strip()
    return looks_like_name(name) or " " not in name or not re.search(r"[^\W\d_]", name)


def _head(row: str, found: re.Match[str], *, sure: bool) -> Head | None:
    rest = found.groupdict().get("rest") or ""
    clock = found if "time" in found.groupdict() else _ENDING.fullmatch(row)
    time = read_time(clock["time"] + (clock["half"] or "")) if clock else ""
    private = not is_for_all((found.groupdict().get("to") or "").strip())
    if not (time or private):
        return None
    raw = row[: len(row) - len(rest)]
    day = found.groupdict().get("day") or ""
    return Head(raw.rstrip(), time, found["name"].strip(), rest.strip(), sure, day, private)
