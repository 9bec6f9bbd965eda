"""Fields in which several values stand, in words: "headcount of Group 2: 9 or 11". None is settled here."""

from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.domain.plain import canonical
from capture_app.domain.reading_order import in_order, reading_order
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import Attendance, Sheet
from capture_app.domain.values import Item
from capture_app.domain.view import DELETED, Conflict
from capture_app.domain.vocabulary import Grain
from capture_app.reports.material import Material
from capture_app.reports.places import Places, ordered_items
from capture_app.reports.wording import plain_answer_words
from capture_app.words import _

_CLOSED_LISTS = frozenset(
    ("attribution", "line_kind", "mode", "permission", "precision", "rule", "side", "stance", "state")
)
"""Fields whose values are fixed names, "raised_by_one", and not text of anybody's."""

_SOMEBODY = frozenset(("form", "organisation", "parent", "person", "who"))
"""Fields that point to people and other records of which this document does not speak."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which several values stand, sorted; which of them is right nobody has said yet."""

    what: str
    values: tuple[str, ...]


def disagreements_of(
    material: Material, places: Places, statements: Mapping[RecordId, int]
) -> tuple[Disagreement, ...]:
    """The open conflicts of a session; `statements` gives the number each statement has in the document."""
    names = _names(material, places, statements)
    sheets = {sheet.id: sheet for sheet in material.sheets}
    found = []
    for conflict in material.conflicts:
        asked = _question(conflict, sheets, material)
        values = (
            _value(conflict, None if one.absent else one.value, asked, names) for one in conflict.values
        )
        found.append(Disagreement(_what(conflict, asked, names), in_order(values)))
    return tuple(sorted(found, key=lambda one: reading_order(one.what)))


def _names(material: Material, places: Places, statements: Mapping[RecordId, int]) -> dict[RecordId, str]:
    """What people call the records of a session."""
    groups = {group.id: group.label or places.groups[group.id] for group in material.groups}
    themes = {node.id: node.called for node in material.frame}
    return {
        **themes,
        **{one.id: themes.get(one.theme, "") for one in material.focus},
        **{entry.id: _attending(entry) for entry in material.attendance},
        **{part.id: part.title for part in material.parts},
        **groups,
        **{sheet.id: groups.get(sheet.group, places.sheets[sheet.id]) for sheet in material.sheets},
        **places.minutes,
        **places.lines,
        **{one: _statement(number) for one, number in statements.items()},
        **{
            link.id: _("{evidence} under {statement}").format(
                evidence=places.lines.get(link.evidence, _("an answer")),
                statement=_statement(statements[link.statement]),
            )
            for link in material.links
        },
        material.session.id: material.session.label,
    }


def _attending(entry: Attendance) -> str:
    """An entry of attendance; one about a single person names nobody (C6)."""
    return _("one person") if entry.grain is Grain.PERSON else entry.listing


def _statement(number: int) -> str:
    return _("statement {number}").format(number=number)


def _question(
    conflict: Conflict, sheets: Mapping[RecordId, Sheet], material: Material
) -> tuple[int, Item] | None:
    """The question of a worksheet that a field answers, with its number."""
    field, _slash, key = conflict.field.partition("/")
    sheet = sheets.get(conflict.record)
    form = material.forms.get(sheet.form) if sheet and field == "answers" else None
    asked = enumerate(ordered_items(form), start=1) if form else ()
    return next(((number, item) for number, (one, item) in asked if one == key), None)


def _what(conflict: Conflict, asked: tuple[int, Item] | None, names: Mapping[RecordId, str]) -> str:
    """The field and the record it belongs to."""
    if asked:
        field = _("answer to question {number}").format(number=asked[0])
    else:
        field = _field_words().get(conflict.field, conflict.field.replace("_", " "))
    record = names.get(conflict.record, conflict.kind.lower())
    return _("{field} of {record}").format(field=field, record=record)


def _value(
    conflict: Conflict, value: Plain, asked: tuple[int, Item] | None, names: Mapping[RecordId, str]
) -> str:
    """One of the values that stand."""
    if value is None or value == "":
        return _("nothing")
    if conflict.field == DELETED:
        return _("taken out") if value else _("left in")
    if isinstance(value, dict):
        if asked:
            return plain_answer_words(value, asked[1])
        return str(value.get("given") or value.get("prompt") or canonical(value))
    if conflict.field in _CLOSED_LISTS:
        return str(value).replace("_", " ")
    if conflict.field in _SOMEBODY:
        return names.get(str(value), _("one that is not named here"))
    return names.get(str(value), str(value))


def _field_words() -> dict[str, str]:
    """Fields whose own names would not be understood."""
    return {
        DELETED: _("presence"),
        "headcount": _("headcount"),
        "remote_headcount": _("remote headcount"),
        "text": _("text"),
        "theme": _("section"),
        "line_kind": _("kind"),
        "said_at": _("time"),
        "who": _("speaker"),
    }
