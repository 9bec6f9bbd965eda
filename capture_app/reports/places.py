"""Where each thing was written down, in the few letters a reader can look up: G2 · Q3 · 4."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Line, Minutes, Sheet
from capture_app.domain.values import Item
from capture_app.reports.material import Material
from capture_app.words import _

BETWEEN = " · "

NO_GROUP = "G–"
"""The code of a sheet whose group is not in this workspace."""


@dataclass(frozen=True, slots=True)
class Places:
    """The codes of groups, sheets, minutes and written responses ("G2", "Minutes 1", "Written 1, Ellas"), by id.

    Of every line its reference.

    The lines stand in the order in which they would be read: sheets by group and question, then minutes.
    """

    groups: Mapping[RecordId, str]
    sheets: Mapping[RecordId, str]
    minutes: Mapping[RecordId, str]
    lines: Mapping[RecordId, str]
    written: Mapping[RecordId, str] = field(default_factory=dict)


def ordered_items(form: Form) -> tuple[tuple[str, Item], ...]:
    """The items of a form in their order."""
    return ordered(form.items)


def asked_items(form: Form) -> list[tuple[str, Item]]:
    """The questions of a form in their order; the first is question 1, and what is only read has no number."""
    return [(key, item) for key, item in ordered(form.items) if is_asked(item)]


def places_of(material: Material) -> Places:
    """The places of one session."""
    groups = {group.id: f"G{number}" for number, group in enumerate(material.groups, start=1)}
    written = _written(material)
    own = [one for one in material.sheets if not one.response]
    sheets = _sheets(material.groups, own, groups) | _typed_up(material.sheets, written)
    minutes = _minutes(material.minutes)
    lines: dict[RecordId, str] = {}
    forms = {sheet.id: material.forms.get(sheet.form) for sheet in material.sheets}
    for sheet, code in sheets.items():
        lines |= _on_sheet(material, sheet, code, forms[sheet])
    for stream in material.minutes:
        lines |= _in_minutes(material, stream.id, minutes[stream.id])
    for line in _sorted(line for line in material.lines if line.id not in lines):
        lines[line.id] = _("Note {number}").format(number=len(lines) + 1)
    return Places(groups, sheets, minutes, lines, written)


def _sheets(
    groups: Iterable[Group], sheets: Iterable[Sheet], codes: Mapping[RecordId, str]
) -> dict[RecordId, str]:
    """A sheet goes by its group, a group's second one as "G2/2"; sheets of groups not known here are "G–"."""
    own: dict[str, list[RecordId]] = {**{codes[group.id]: [] for group in groups}, NO_GROUP: []}
    for sheet in sorted(sheets, key=lambda one: one.id):
        own[codes.get(sheet.group, NO_GROUP)].append(sheet.id)
    return {
        sheet: code if number == 1 else f"{code}/{number}"
        for code, here in own.items()
        for number, sheet in enumerate(here, start=1)
    }


def _written(material: Material) -> dict[RecordId, str]:
    """Each response by its number and whoever wrote it, as they wish to be listed (F4)."""
    words = _("Written {number}, {who}")
    return {
        one.id: words.format(number=number, who=material.respondents.get(one.id) or _("not here"))
        for number, one in enumerate(material.responses, start=1)
    }


def _typed_up(sheets: Iterable[Sheet], written: Mapping[RecordId, str]) -> dict[RecordId, str]:
    """The sheets of responses, in the order of those."""
    order = {response: place for place, response in enumerate(written)}
    own = sorted(
        (one for one in sheets if one.response), key=lambda one: (order.get(one.response, len(order)), one.id)
    )
    return {one.id: written.get(one.response) or _("Written feedback") for one in own}


def _minutes(streams: Iterable[Minutes]) -> dict[RecordId, str]:
    """A single stream is "Minutes"; several are numbered. What was agreed of them is called so (E1)."""
    taken, agreed = list[RecordId](), dict[RecordId, str]()
    for stream in streams:
        if stream.agreement is None:
            taken.append(stream.id)
        else:
            agreed[stream.id] = _("Agreed minutes")
    if len(taken) == 1:
        return {taken[0]: _("Minutes"), **agreed}
    numbered = {one: _("Minutes {number}").format(number=number) for number, one in enumerate(taken, start=1)}
    return numbered | agreed


def _on_sheet(material: Material, sheet: RecordId, code: str, form: Form | None) -> dict[RecordId, str]:
    found: dict[RecordId, str] = {}
    here = _sorted(line for line in material.lines if line.sheet == sheet)
    for number, (item, _asked) in enumerate(asked_items(form) if form else [], start=1):
        on_item = [line for line in here if line.item == item and not line.parked]
        found |= _numbered(on_item, f"{code}{BETWEEN}Q{number}")
    parked = _("Parking lot")
    found |= _numbered([line for line in here if line.parked], f"{code}{BETWEEN}{parked}")
    return found | _numbered([line for line in here if line.id not in found], code)


def _in_minutes(material: Material, stream: RecordId, code: str) -> dict[RecordId, str]:
    titles = {part.id: part.title for part in material.parts}
    order = {part.id: place for place, part in enumerate(material.parts)}
    here = _sorted(line for line in material.lines if line.minutes == stream)
    here.sort(key=lambda line: order.get(line.part, len(order)))
    return {
        line.id: BETWEEN.join(
            part for part in (code, titles.get(line.part, ""), line.said_at[11:16] or str(number)) if part
        )
        for number, line in enumerate(here, start=1)
    }


def _numbered(lines: Iterable[Line], start: str) -> dict[RecordId, str]:
    return {line.id: f"{start}{BETWEEN}{number}" for number, line in enumerate(lines, start=1)}


def _sorted(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.order, line.id))
