"""Where several versions stand, told so that a person can decide: of a field, or of a whole decision about a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.codec import Body
from capture_app.domain.differing import Difference, Side, Whole, fields_of
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import Plain, RecordId
from capture_app.domain.records import (
    KINDS,
    Device,
    Form,
    Line,
    Minutes,
    Sheet,
)
from capture_app.domain.revision import EVERYTHING, Revision
from capture_app.domain.view import Conflict, Standing
from capture_app.domain.vocabulary import Role
from capture_app.services.differing import differences_in
from capture_app.services.done import Done
from capture_app.services.naming import called
from capture_app.services.places import item_numbers
from capture_app.services.rest_of_line import RestOfLine, rest_of_line
from capture_app.services.values import about_line, told
from capture_app.services.wording import field_words, kind_words
from capture_app.services.workspaces import device_name, local_time
from capture_app.services.written import group_of, questions_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["ConflictView", "RestOfLine", "Version", "conflicts", "described", "settle", "values_of"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a field, or of a whole decision: what it says, and who wrote it where and when.

    value is what `settle` takes, of a whole decision its fields by path; absent marks that the part was taken out.
    shown: the one shown for now.
    """

    value: Plain
    absent: bool
    text: str
    device: str
    holder: str
    role: str
    at: datetime
    shown: bool

    @property
    def in_a_line(self) -> str:
        """What it says without line breaks, for a terminal."""
        return "; ".join(self.text.splitlines())


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field in conflict: where it stands in words, its versions with the shown one first, what was before.

    fields: those that differ. Of a decision about a line they are all one conflict, in which `field` is "*".
    rest: for a line, what else stands in it. mixed: what is shown for now, where that is none of the versions.
    """

    record: RecordId
    kind: str
    field: str
    place: str
    field_words: str
    versions: tuple[Version, ...]
    before: Version | None
    rest: RestOfLine | None = None
    fields: tuple[str, ...] = ()
    mixed: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is a whole decision about a line."""
        return self.field == EVERYTHING


def conflicts(workspace: Workspace) -> list[ConflictView]:
    """Every conflict that waits for a person."""
    with workspace.unit_of_work() as work:
        return described(work)


def settle(workspace: Workspace, view: ConflictView, value: Plain) -> Done[None]:
    """Decide a field; all versions stay in its history, and the choice can be changed.

    None for one part of a field, such as an answer, takes that part out.
    """
    with workspace.unit_of_work() as work:
        work.records.settle(KINDS[view.kind], view.record, values_of(view, value))
        return Done(None, work.commit())


def values_of(view: ConflictView, value: Plain) -> Mapping[str, Plain]:
    """What a choice says of each field; nothing where it does not say all that a whole decision asks now."""
    if not view.whole:
        return {view.field: value}
    return value if isinstance(value, Mapping) and set(view.fields) <= set(value) else {}


def described(work: UnitOfWork) -> list[ConflictView]:
    """Everything that waits, in words, in the order of the places where it stands."""
    views = [
        _of_decision(work, one) if isinstance(one, Whole) else _of_field(work, one)
        for one in differences_in(work)
    ]
    return sorted(views, key=lambda view: reading_order(view.place))


def _of_field(work: UnitOfWork, conflict: Conflict) -> ConflictView:
    body = _body(work, conflict)
    return ConflictView(
        record=conflict.record,
        kind=conflict.kind,
        field=conflict.field,
        place=place_words(work, conflict.kind, conflict.record),
        field_words=_field(work, conflict),
        versions=tuple(
            _version(work, conflict, body, standing, shown=place == 0)
            for place, standing in enumerate(conflict.values)
        ),
        before=None
        if conflict.before is None
        else _version(work, conflict, body, conflict.before, shown=False),
        rest=rest_of_line(work, conflict.record) if conflict.kind == Line.__name__ else None,
        fields=fields_of(conflict),
    )


def _of_decision(work: UnitOfWork, whole: Whole) -> ConflictView:
    """Both decisions whole, so that nobody chooses the words of one and the verdict of the other unawares."""
    body = _body(work, whole)
    mixed = not any(side.shown for side in whole.sides)
    return ConflictView(
        record=whole.record,
        kind=whole.kind,
        field=EVERYTHING,
        place=place_words(work, whole.kind, whole.record),
        field_words=field_words("verdict"),
        versions=tuple(_side(work, whole, body, side) for side in whole.sides),
        before=None if whole.before is None else _side(work, whole, body, whole.before),
        rest=rest_of_line(work, whole.record),
        fields=whole.fields,
        mixed=_decision_words(work, whole, body) if mixed else "",
    )


def _side(work: UnitOfWork, whole: Whole, body: Body, side: Side) -> Version:
    return _written(
        work,
        side.writer,
        value=dict(side.values),
        text=_decision_words(work, whole, {**body, **side.values}),
        shown=side.shown,
    )


def _decision_words(work: UnitOfWork, whole: Whole, body: Body) -> str:
    """What was decided, the words of the line, then whatever else differs, each on a line of its own."""

    def words(field: str) -> str:
        return told(work, whole.kind, field, body.get(field), body)

    verdict = words("verdict") if body.get("verdict") else _("Nothing decided")
    others = [field for field in whole.fields if field not in ("verdict", "text")]
    more = [
        _("{field}: {value}").format(field=field_words(one, whole.kind), value=words(one)) for one in others
    ]
    told_below = [one for one in (about_line(work, whole.record, body), *more) if one]
    return "\n".join([verdict, words("text"), *(one[:1].upper() + one[1:] for one in told_below)])


def _body(work: UnitOfWork, one: Difference) -> Body:
    found = work.records.view(one.record)
    return found.body if found else {}


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
    group = group_of(work, sheet) if sheet else None
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
    group = group_of(work, sheet) if sheet else None
    form = questions_of(work, sheet) if sheet else None
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
    return field_words(name, conflict.kind)


def _version(work: UnitOfWork, conflict: Conflict, body: Body, standing: Standing, *, shown: bool) -> Version:
    said = _("taken out") if standing.absent else ""
    return _written(
        work,
        standing.writer,
        value=standing.value,
        text=said or told(work, conflict.kind, conflict.field, standing.value, body),
        shown=shown,
        absent=standing.absent,
    )


def _written(
    work: UnitOfWork, writer: Revision, *, value: Plain, text: str, shown: bool, absent: bool = False
) -> Version:
    device = work.records.find(Device, writer.device)
    return Version(
        value=value,
        absent=absent,
        text=text,
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
