"""Fields in which several values stand, in words: "headcount of Group 2: 9 or 11". None is settled here.

A decision about a line that laptops made otherwise stands as one, with all that each of them decided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from capture_app.domain.differing import Difference, Whole, differences
from capture_app.domain.plain import canonical
from capture_app.domain.reading_order import in_order, reading_order
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import Attendance, Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.view import DELETED, Conflict
from capture_app.domain.vocabulary import Grain
from capture_app.reports.decided import about_words
from capture_app.reports.evidence import item_of
from capture_app.reports.material import Material
from capture_app.reports.places import Places, ordered_items
from capture_app.reports.stored import stored_words
from capture_app.reports.wording import plain_answer_words
from capture_app.words import _

_SOMEBODY = frozenset(("form", "organisation", "parent", "person", "respondent", "who"))
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
    lines = {line.id: line for line in material.lines}
    found = (_told(one, material, names, lines) for one in differences(material.conflicts, lines))
    return tuple(sorted(found, key=lambda one: reading_order(one.what)))


def _told(
    one: Difference, material: Material, names: Mapping[RecordId, str], lines: Mapping[RecordId, Line]
) -> Disagreement:
    line = lines.get(one.record)
    item = item_of(material, line) if line else None
    if isinstance(one, Whole):
        what = _("{field} of {record}").format(
            field=_("decision"), record=names.get(one.record, one.kind.lower())
        )
        return Disagreement(what, in_order(_sides(one, line, item, names)))
    asked = _question(one, {sheet.id: sheet for sheet in material.sheets}, material)
    values = (None if standing.absent else standing.value for standing in one.values)
    said = (_value(one.kind, one.field, value, asked[1] if asked else item, names) for value in values)
    return Disagreement(_what(one, asked, names), in_order(said))


def _sides(
    whole: Whole, line: Line | None, item: Item | None, names: Mapping[RecordId, str]
) -> Iterator[str]:
    """What each laptop decided, whole: the verdict, the words, and whatever else differs."""
    others = [field for field in whole.fields if field not in ("verdict", "text")]
    for side in whole.sides:
        verdict = side.values.get("verdict", line.verdict if line else None)
        decided = stored_words(whole.kind, "verdict", verdict, item) if verdict else _("nothing decided")
        text = str(side.values.get("text", line.text if line else ""))
        more = [
            _("{field}: {value}").format(
                field=_field(one), value=_value(whole.kind, one, side.values[one], item, names)
            )
            for one in others
        ]
        about = about_words(item, replace(line, text=text)) if line else ""
        told = [_("{verdict}: {words}").format(verdict=decided, words=text), about, *more]
        yield "; ".join(part for part in told if part)


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
    field = _("answer to question {number}").format(number=asked[0]) if asked else _field(conflict.field)
    record = names.get(conflict.record, conflict.kind.lower())
    return _("{field} of {record}").format(field=field, record=record)


def _value(kind: str, field: str, value: Plain, item: Item | None, names: Mapping[RecordId, str]) -> str:
    """One of the values that stand; `item` is the question it answers or is about."""
    if value is None or value == "":
        return _("nothing")
    if field == DELETED:
        return _("taken out") if value else _("left in")
    if isinstance(value, dict):
        if field.startswith("answers/") and item:
            return plain_answer_words(value, item)
        return str(value.get("given") or value.get("prompt") or canonical(value))
    if field in _SOMEBODY:
        return names.get(str(value), _("one that is not named here"))
    return names.get(str(value)) or stored_words(kind, field, value, item)


def _field(name: str) -> str:
    return _field_words().get(name, name.replace("_", " "))


def _field_words() -> dict[str, str]:
    """Fields whose own names would not be understood."""
    return {
        DELETED: _("presence"),
        "headcount": _("headcount"),
        "remote_headcount": _("remote headcount"),
        "heard": _("reading back"),
        "priority": _("matters most"),
        "reference": _("where to find it"),
        "text": _("text"),
        "verdict": _("decision"),
        "theme": _("section"),
        "line_kind": _("kind"),
        "said_at": _("time"),
        "who": _("speaker"),
    }
