"""Fields and values in words, for conflicts, receipts and refusals."""

from collections.abc import Mapping
from typing import Any

from capture_app.domain.record import Plain
from capture_app.words import _

__all__ = ["field_words", "kind_words", "value_words"]


def kind_words(kind: str) -> str:
    """What people call a kind of record."""
    return _kinds().get(kind, kind)


def field_words(name: str) -> str:
    """What people call a field."""
    return _fields().get(name, name.replace("_", " "))


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
    text = str(value)
    free = kind in ("Line", "Statement") and field == "text"
    return text if free else _values().get(text, text)


def _answer_words(value: Mapping[str, Any]) -> str:
    """An answer: a figure with its range, unit and certainty; a choice; or words."""
    if value.get("given") in ("rather_not_say", "not_discussed"):
        return _values()[str(value["given"])]
    figure = " – ".join(str(value[name]) for name in ("value", "upper") if value.get(name))
    unit = str(value.get("unit", ""))
    joined = f"{figure}{'' if unit == '%' else ' '}{unit}".strip()
    certainty = _values().get(str(value.get("certainty", "")), "")
    parts = [joined, str(value.get("of", "")), certainty]
    parts += [str(value[name]) for name in ("choice", "text", "reason") if value.get(name)]
    return ", ".join(part for part in parts if part) or _("nothing")


def _given_words(value: Mapping[str, Any]) -> str:
    return str(value.get("given") or value.get("prompt") or _("something"))


def _kinds() -> Mapping[str, str]:
    return {
        "AgendaPart": _("Agenda part"),
        "Attendance": _("Attendance"),
        "Box": _("Questionnaire answers"),
        "Claim": _("Reported fact"),
        "Consultation": _("Consultation"),
        "Device": _("Laptop"),
        "Form": _("Form"),
        "Group": _("Group"),
        "Line": _("Line"),
        "LineTheme": _("Theme of a line"),
        "Minutes": _("Minutes"),
        "Objective": _("Objective"),
        "ObjectiveSet": _("Set of objectives"),
        "Organisation": _("Organisation"),
        "OrganisationLink": _("Link between organisations"),
        "OrganisationName": _("Name of an organisation"),
        "Person": _("Person"),
        "Return": _("Returned questionnaire"),
        "Session": _("Session"),
        "SessionTheme": _("Theme of a session"),
        "Sheet": _("Worksheet"),
        "Statement": _("Statement"),
        "StatementLink": _("Evidence of a statement"),
        "Theme": _("Theme"),
        "ThemeLabel": _("Name of a theme"),
    }


def _fields() -> Mapping[str, str]:
    return {
        "answers": _("answer"),
        "count": _("headcount"),
        "deleted": _("taken away"),
        "headcount": _("headcount"),
        "hands": _("hands raised"),
        "hands_of": _("hands that could be raised"),
        "line_kind": _("kind of line"),
        "order": _("place in the list"),
        "level": _("indent"),
        "parked": _("in the parking lot"),
        "permission": _("permission to quote"),
        "remote_headcount": _("people joining remotely"),
        "said_at": _("time"),
        "side": _("room, remote or chat"),
        "stance": _("stance"),
        "state": _("state"),
        "text": _("text"),
        "who": _("who said it"),
    }


def _values() -> Mapping[str, str]:
    return {
        "action": _("action"),
        "agreed": _("agreed"),
        "answered": _("answered"),
        "chat": _("chat"),
        "closed": _("closed"),
        "context": _("context"),
        "decision": _("decision"),
        "disagreed": _("disagreed"),
        "estimate": _("an estimate"),
        "exact": _("exact"),
        "hearsay": _("heard from somebody"),
        "mixed": _("mixed"),
        "mostly": _("mostly agreed"),
        "no_objection": _("nobody objected"),
        "not_discussed": _("not discussed"),
        "observation": _("observation"),
        "open": _("open"),
        "point": _("point"),
        "question": _("question"),
        "quotation": _("quotation"),
        "raised_by_one": _("raised by one"),
        "rather_not_say": _("would rather not say"),
        "read_back": _("read back"),
        "remote": _("remote"),
        "room": _("room"),
        "scribe_note": _("scribe’s note"),
    }
