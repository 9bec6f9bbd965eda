"""Fields in which several versions stand, told so that a person can decide."""

from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import (
    KINDS,
    Device,
    Form,
    Group,
    Line,
    Minutes,
    Sheet,
)
from capture_app.domain.revision import Revision
from capture_app.domain.view import Conflict, Standing
from capture_app.domain.vocabulary import Role
from capture_app.services.done import Done
from capture_app.services.naming import called
from capture_app.services.places import item_numbers
from capture_app.services.rest_of_line import RestOfLine, rest_of_line
from capture_app.services.wording import field_words, kind_words, value_words
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["ConflictView", "RestOfLine", "Version", "conflicts", "describe", "settle"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a field: what it says, and who wrote it where and when.

    value is what `settle` takes; absent marks that the part was taken out. shown: the one shown for now.
    """

    value: Plain
    absent: bool
    text: str
    device: str
    holder: str
    role: str
    at: datetime
    shown: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field in conflict: where it stands in words, its versions with the shown one first, what was before.

    rest: for a line, what else stands in it.
    """

    record: RecordId
    kind: str
    field: str
    place: str
    field_words: str
    versions: tuple[Version, ...]
    before: Version | None
    rest: RestOfLine | None = None


def conflicts(workspace: Workspace) -> list[ConflictView]:
    """Every conflict that waits for a person."""
    with workspace.unit_of_work() as work:
        return [describe(work, conflict) for conflict in work.records.conflicts()]


def settle(workspace: Workspace, view: ConflictView, value: Plain) -> Done[None]:
    """Decide a field; all versions stay in its history, and the choice can be changed.

    None for one part of a field, such as an answer, takes that part out.
    """
    with workspace.unit_of_work() as work:
        work.records.settle(KINDS[view.kind], view.record, {view.field: value})
        return Done(None, work.commit())


def describe(work: UnitOfWork, conflict: Conflict) -> ConflictView:
    """A conflict in words."""
    return ConflictView(
        record=conflict.record,
        kind=conflict.kind,
        field=conflict.field,
        place=place_words(work, conflict.kind, conflict.record),
        field_words=_field(work, conflict),
        versions=tuple(
            _version(work, conflict, standing, shown=place == 0)
            for place, standing in enumerate(conflict.values)
        ),
        before=None if conflict.before is None else _version(work, conflict, conflict.before, shown=False),
        rest=rest_of_line(work, conflict.record) if conflict.kind == Line.__name__ else None,
    )


def place_words(work: UnitOfWork, kind: str, record: RecordId) -> str:
    """Where a record stands, for people: "Group 2, question 3, line 4"."""
    if kind == Sheet.__name__:
        return _sheet_place(work, record)
    if kind == Line.__name__:
        return _line_place(work, record)
    found = work.records.find(KINDS[kind], record)
    words = called(found) if found else kind_words(kind)
    return kind_words(kind) if words == kind_words(kind) else f"{kind_words(kind)}: {words}"


def _sheet_place(work: UnitOfWork, record: RecordId) -> str:
    sheet = work.records.find(Sheet, record)
    group = work.records.find(Group, sheet.group) if sheet else None
    return _("{group}, worksheet").format(group=group.label if group else _("A group"))


def _line_place(work: UnitOfWork, record: RecordId) -> str:
    line = work.records.find(Line, record)
    if line is None:
        return kind_words(Line.__name__)
    if line.minutes:
        minutes = work.records.find(Minutes, line.minutes)
        taker = minutes.taker if minutes and minutes.taker else _("somebody")
        return _("Minutes by {taker}, {time}").format(taker=taker, time=line.said_at[-5:])
    sheet = work.records.find(Sheet, line.sheet)
    group = work.records.find(Group, sheet.group) if sheet else None
    form = work.records.find(Form, sheet.form) if sheet else None
    number = item_numbers(form).get(line.item, 0)
    words = _("{group}, question {number}, line {place}")
    named = group.label if group else _("A group")
    return words.format(group=named, number=number, place=_place_among_lines(work, line))


def _place_among_lines(work: UnitOfWork, line: Line) -> int:
    """Which line of its question it is, counted as references count: lines without words are none."""
    beside = work.records.all(Line, sheet=line.sheet, item=line.item)
    before = [one for one in beside if one.text and (one.order, one.id) < (line.order, line.id)]
    return len(before) + 1


def _field(work: UnitOfWork, conflict: Conflict) -> str:
    name, slash, item = conflict.field.partition("/")
    if slash and conflict.kind == Sheet.__name__:
        sheet = work.records.find(Sheet, conflict.record)
        form = work.records.find(Form, sheet.form) if sheet else None
        if form and item in form.items:
            number = item_numbers(form)[item]
            return _("question {number}: {prompt}").format(number=number, prompt=form.items[item].prompt)
    return field_words(name)


def _version(work: UnitOfWork, conflict: Conflict, standing: Standing, *, shown: bool) -> Version:
    writer = standing.writer
    device = work.records.find(Device, writer.device)
    return Version(
        value=standing.value,
        absent=standing.absent,
        text=_("taken out")
        if standing.absent
        else value_words(conflict.kind, conflict.field, standing.value),
        device=device_name(work, writer.device),
        holder=device.holder if device else "",
        role=_role(writer),
        at=local_time(writer.stamp),
        shown=shown,
    )


def _role(writer: Revision) -> str:
    words = {
        Role.LEAD.value: _("project lead"),
        Role.FACILITATOR.value: _("facilitator"),
        Role.SCRIBE.value: _("scribe"),
        Role.OBSERVER.value: _("observer"),
    }
    return words.get(writer.role, writer.role)
