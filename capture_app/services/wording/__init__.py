"""Kinds, fields and values in words: for forms, histories, conflicts, receipts and refusals."""

from collections.abc import Mapping
from typing import Any

from capture_app.domain.record import Plain
from capture_app.reports.choices import choice_words
from capture_app.reports.dated import slip_words
from capture_app.reports.decided import about_words, decided_words, several, verdict_versions
from capture_app.reports.engagement_words import (
    PRINCIPLES,
    contradiction_words,
    heavy_title,
    open_words,
    principle_words,
)
from capture_app.reports.names import gathered_word, verdict_word, verdict_words
from capture_app.reports.stored import stored_words
from capture_app.reports.wording import date_words, read_words
from capture_app.services.wording.counts import counted_words
from capture_app.services.wording.fields import field_words
from capture_app.services.wording.kinds import kind_words
from capture_app.services.wording.promises import kept_apart_words, promise_words
from capture_app.words import _

__all__ = [
    "PRINCIPLES",
    "about_words",
    "choice_words",
    "contradiction_words",
    "counted_words",
    "date_words",
    "decided_words",
    "field_words",
    "gathered_word",
    "heavy_title",
    "kept_apart_words",
    "kind_words",
    "open_words",
    "principle_words",
    "promise_words",
    "read_words",
    "several",
    "slip_words",
    "value_words",
    "verdict_versions",
    "verdict_word",
    "verdict_words",
]


def value_words(kind: str, field: str, value: Plain) -> str:
    """A field's value as people would say it."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dict):
        return _answer_words(value) if field.startswith("answers/") else _given_words(value)
    if isinstance(value, list):
        return _("{count} entries").format(count=len(value))
    if (kind, field) == ("Device", "role"):
        return choice_words(str(value))
    return stored_words(kind, field, value)


def _answer_words(value: Mapping[str, Any]) -> str:
    """An answer: a figure with its range, unit and certainty; a choice; or words."""
    if value.get("given") in ("rather_not_say", "not_discussed"):
        return choice_words(str(value["given"]))
    figure = " – ".join(str(value[name]) for name in ("value", "upper") if value.get(name))
    unit = str(value.get("unit", ""))
    joined = f"{figure}{'' if unit == '%' else ' '}{unit}".strip()
    certain = str(value.get("certainty", ""))
    certainty = choice_words(certain) if certain != "not_stated" else ""
    parts = [joined, str(value.get("of", "")), certainty]
    parts += [str(value[name]) for name in ("choice", "text", "reason") if value.get(name)]
    return ", ".join(part for part in parts if part) or _("nothing")


def _given_words(value: Mapping[str, Any]) -> str:
    """A date as given; a question, a case or a part of an agenda by what it is called."""
    named = (str(value[name]) for name in ("given", "prompt", "title") if name in value)
    return next(named, "") or _("nothing")
