"""What the kiosk says about a question and an answer: how to answer, and what is not right yet."""

from __future__ import annotations

from datetime import date

from capture_app.dates import day_words
from capture_app.domain.forms.limits import Wrong
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind
from capture_app.services.questioning import how_many_words
from capture_app.words import _

__all__ = ["hint_words", "meant_words", "wrong_words"]

_COUNTED = (ItemKind.MULTIPLE, ItemKind.RANK)


def hint_words(item: Item) -> str:
    """How one answers it, where the form does not say."""
    return {
        ItemKind.CHOICE: _("Choose one."),
        ItemKind.SCALE: _("Choose one."),
        ItemKind.MULTIPLE: how_many_words(item) or _("Choose as many as you like."),
        ItemKind.RANK: _("Choose what matters most first, then the next. Choose again to take it back."),
        ItemKind.MATRIX: _("Choose one in each row. You can leave rows out."),
        ItemKind.FIGURE: _("Write a number."),
        ItemKind.DATE: _("Write a day."),
        ItemKind.NOTE: "",
    }.get(item.kind, _("Write as much or as little as you like."))


def meant_words() -> str:
    """What is said once of a question left blank that the team would like to have answered."""
    return _("You have not answered this one. That is fine: go on, or answer it first.")


def wrong_words(item: Item, wrong: Wrong) -> str:
    """What is not right about an answer and what would be; the form's own words where it has some."""
    if item.limits.message:
        return item.limits.message
    if wrong is Wrong.NO_NUMBER:
        return _("This is not a number yet. Write it in figures, such as 12 or 2.5, or skip the question.")
    if wrong is Wrong.NO_DAY:
        return _("This is not a day yet. Write it as 27 November 2026, or skip the question.")
    return _beyond(item, least=item.limits.least) if wrong is Wrong.TOO_LITTLE else _beyond(item)


def _beyond(item: Item, least: str = "") -> str:
    limit = least or item.limits.most
    if item.kind in _COUNTED:
        words = _("Choose at least {limit}.") if least else _("Choose at most {limit}.")
    elif item.kind is ItemKind.FIGURE:
        words = _("Write a number of at least {limit}.") if least else _("Write a number of at most {limit}.")
    elif item.kind is ItemKind.DATE:
        limit = day_words(date.fromisoformat(limit))
        words = _("Write a day from {limit} on.") if least else _("Write a day up to {limit}.")
    elif least:
        words = _("Write at least {limit} letters, or skip the question.")
    else:
        words = _("Write at most {limit} letters.")
    return words.format(limit=limit)
