"""Days in confidence: their field keeps a day and nothing besides, so that no words can be written there (I2, I6)."""

from __future__ import annotations

from datetime import date

from capture_app.dates import day_words
from capture_app.domain.dates import read_date
from capture_app.domain.vocabulary import Precision
from capture_app.services.wording import slip_words
from capture_app.ui.register.described import Text
from capture_app.words import _


def day_field(name: str) -> Text:
    """A field for a day; today is offered."""
    return Text(name=name, short=True, read=day, offers=_today)


def day(words: str) -> str:
    """A day as "2023-05-16". Raises ValueError with a sentence where it is none, has no year or is another weekday."""
    found = read_date(words)
    wanted = _("Type a day with its year, such as 16 May 2023.")
    if found.precision is not Precision.DAY:
        raise ValueError(wanted)
    if slip := slip_words(found):
        raise ValueError(f"{slip} {wanted}")
    return found.edtf


def said_day(kept: str) -> str:
    """A day that was kept, in words: "16 May 2023"; what came from elsewhere and is no day, as it is."""
    try:
        return day_words(date.fromisoformat(kept))
    except ValueError:
        return kept


def newest_first(kept: str) -> tuple[int, ...]:
    """What puts days that were kept in order: those without one at the top, then from the newest on."""
    return tuple(-ord(letter) for letter in kept)


def _today() -> tuple[str, ...]:
    return (date.today().isoformat(),)
