"""Worksheets, minutes and lines as pages show them: records with what is being typed over them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from capture_app.domain.option_lines import not_begun, option_lines
from capture_app.domain.quoting import is_unfinished
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Form,
    Group,
    Line,
    Minutes,
    Picture,
    Session,
    Sheet,
)
from capture_app.domain.seen import Seen
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import ItemKind, LineKind, SheetState, Side
from capture_app.services.card import card_in
from capture_app.services.differing import asked_about, lines_decided_otherwise
from capture_app.services.joined_themes import asking, bonds
from capture_app.services.read_when import ReadWhen, read_when
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.services.written import group_of, questions_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

Tally = Counter[tuple[str, Side | None, bool]]
"""Counts of lines by question, side, and whether they are parked."""

Stood = tuple[Line, Seen]
"""A line and what it stands on."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as a page shows it.

    seen: what it stands on, to hand back when it is edited. contested: fields in conflict; versions: the line as each
    laptop has it, where they decided otherwise. waiting: an option of which nothing is kept yet (D2).
    """

    line: Line
    themes: tuple[ThemeTag, ...]
    seen: Seen
    contested: tuple[str, ...] = ()
    waiting: bool = False
    versions: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question of a worksheet: `lines` written to it, and its answer where it is not lines.

    unfinished: how many of its lines are quotations that wait for their other words (E3).
    """

    id: str
    item: Item
    number: int
    lines: int
    answer: Answer | None
    contested: bool = False
    unfinished: int = 0

    @property
    def done(self) -> bool:
        """Whether something has been said to it, or that it was not discussed."""
        return self.lines > 0 or self.answer is not None


@dataclass(frozen=True, slots=True)
class SheetView:
    """One group's worksheet with its questions, and what its header shows.

    who_reads: the sentence of the data-protection card, empty where it has none (practice 2.13).
    unheard: of a worksheet that was read back, how many lines the group has not heard as they stand.
    pictures: how many photographs of it were added. read: of a closed one, when it was read back, if it was.
    """

    sheet: Sheet
    session: Session
    group: Group
    form: Form
    items: tuple[ItemView, ...]
    sides: Mapping[Side, int]
    parked: int
    contested: tuple[str, ...]
    who_reads: str = ""
    unheard: int = 0
    pictures: int = 0
    read: ReadWhen | None = None


@dataclass(frozen=True, slots=True)
class MinutesView:
    """One taker's minutes with the parts of the session, and who else takes minutes."""

    minutes: Minutes
    session: Session
    parts: tuple[AgendaPart, ...]
    others: tuple[str, ...]


def sheets_of(workspace: Workspace, session: RecordId, group: RecordId = "") -> list[Sheet]:
    """The worksheets of a session, or of one of its groups, in the order of the groups."""
    with workspace.unit_of_work() as work:
        groups = {one.id: place for place, one in enumerate(work.records.all(Group, session=session))}
        found = work.records.all(Sheet, session=session)
    wanted = [sheet for sheet in found if not group or sheet.group == group]
    return sorted(wanted, key=lambda sheet: groups.get(sheet.group, len(groups)))


def sheet_view(workspace: Workspace, sheet: RecordId) -> SheetView:
    """A worksheet as it stands. Raises NotPossible if it is not here."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        form = asking(work, questions_of(work, found) or work.records.get(Form, found.form))
        lines = _tally(work, found)
        card = card_in(work)
        contested = tuple(c.field for c in work.records.conflicts() if c.record == sheet)
        return SheetView(
            sheet=found,
            session=work.records.get(Session, found.session),
            group=group_of(work, found) or work.records.get(Group, found.group),
            form=form,
            items=_items(
                form, found, lines, contested, Counter(one.item for one in _unfinished(work, found))
            ),
            sides={side: sum(n for (_, where, _p), n in lines.items() if where == side) for side in Side},
            parked=sum(n for (_, _s, parked), n in lines.items() if parked),
            contested=contested,
            who_reads=card.who_reads.strip() if card else "",
            unheard=_unheard(work, found),
            pictures=work.records.count(Picture, sheet=sheet),
            read=read_when(work, found) if found.state is SheetState.CLOSED else None,
        )


def unfinished_lines(workspace: Workspace, sheet: RecordId) -> tuple[Line, ...]:
    """The quotations of a worksheet that wait for their other words, in its order (E3)."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        form = questions_of(work, found)
        places = {key: (item.order, key) for key, item in form.items.items()} if form else {}
        return tuple(
            sorted(
                _unfinished(work, found),
                key=lambda line: (*places.get(line.item, ("", "")), line.order, line.id),
            )
        )


def _unfinished(work: UnitOfWork, sheet: Sheet) -> list[Line]:
    kept = work.records.all_seen(
        Line, session=sheet.session, sheet=sheet.id, line_kind=LineKind.QUOTATION, parked=False
    )
    return [
        line
        for line, _seen in _with_drafts(work, kept, sheet=sheet.id)
        if is_unfinished(line) and not line.parked
    ]


def lines_of_item(workspace: Workspace, sheet: RecordId, item: str) -> list[LineView]:
    """The lines of one question, drafts included, in order; parked ones stand in the parking lot."""
    with workspace.unit_of_work() as work:
        own = work.records.get(Sheet, sheet)
        kept = work.records.all_seen(Line, session=own.session, sheet=sheet, item=item)
        found = [stood for stood in _with_drafts(work, kept, sheet=sheet) if stood[0].item == item]
        views = _line_views(work, [(line, seen) for line, seen in found if not line.parked])
        waiting = _options_left(work, own, item, [line for line, _seen in found])
    return sorted([*views, *waiting], key=lambda view: (view.line.order, view.line.id)) if waiting else views


def _options_left(work: UnitOfWork, sheet: Sheet, key: str, found: Sequence[Line]) -> list[LineView]:
    """The options of a question to which the group has said nothing yet (D2)."""
    form = questions_of(work, sheet)
    item = form.items.get(key) if form else None
    aside = work.projection.withheld.named
    left = not_begun(found, option_lines(sheet, key, item, aside)) if item else ()
    return [LineView(line, (), work.records.seen(Line, line.id), waiting=True) for line in left]


def parked_lines(workspace: Workspace, sheet: RecordId) -> list[LineView]:
    """The parking lot of a worksheet."""
    with workspace.unit_of_work() as work:
        session = work.records.get(Sheet, sheet).session
        kept = work.records.all_seen(Line, session=session, sheet=sheet, parked=True)
        found = _with_drafts(work, kept, sheet=sheet)
        return _line_views(work, [(line, seen) for line, seen in found if line.parked])


def lines_of_minutes(workspace: Workspace, minutes: RecordId, part: RecordId = "") -> list[LineView]:
    """The lines of a stream of minutes, of one part or of all, drafts included, in order."""
    with workspace.unit_of_work() as work:
        session = work.records.get(Minutes, minutes).session
        found = _with_drafts(
            work, work.records.all_seen(Line, session=session, minutes=minutes), minutes=minutes
        )
        return _line_views(work, [(line, seen) for line, seen in found if not part or line.part == part])


def line_view(workspace: Workspace, line: RecordId) -> LineView | None:
    """One line, with its draft if it has one; None if it is not here, or set aside."""
    with workspace.unit_of_work() as work:
        if work.records.is_set_aside(line):
            return None
        draft = work.drafts.get(line)
        if draft is not None and isinstance(draft.record, Line):
            return _line_views(work, [(draft.record, draft.seen)])[0]
        found = work.records.find(Line, line)
        return _line_views(work, [(found, work.records.seen(Line, line))])[0] if found else None


def agenda(workspace: Workspace, session: RecordId) -> tuple[AgendaPart, ...]:
    """The parts of a session, in order."""
    with workspace.unit_of_work() as work:
        return tuple(work.records.all(AgendaPart, session=session))


def minutes_view(workspace: Workspace, minutes: RecordId) -> MinutesView:
    """A stream of minutes with its session."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Minutes, minutes)
        others = [
            m.taker
            for m in work.records.all(Minutes, session=found.session)
            if m.id != minutes and m.agreement is None
        ]
        return MinutesView(
            minutes=found,
            session=work.records.get(Session, found.session),
            parts=tuple(work.records.all(AgendaPart, session=found.session)),
            others=tuple(name for name in others if name),
        )


def _tally(work: UnitOfWork, sheet: Sheet) -> Tally:
    """How many lines a worksheet has, what is being typed included, without reading them."""
    counted = work.records.tally(Line, ("item", "side", "parked"), session=sheet.session, sheet=sheet.id)
    for draft in work.drafts.shown():
        if isinstance(draft.record, Line) and draft.record.sheet == sheet.id:
            before = work.records.find(Line, draft.record.id)
            if before is not None and not before.deleted:
                counted[_place(before)] -= 1
            counted[_place(draft.record)] += 1
    return counted


def _unheard(work: UnitOfWork, sheet: Sheet) -> int:
    if sheet.state is not SheetState.READ_BACK:
        return 0
    lines = work.records.all(Line, session=sheet.session, sheet=sheet.id)
    return sum(line.is_said and line.spoken_of is None for line in lines)


def _place(line: Line) -> tuple[str, Side | None, bool]:
    return line.item, line.side, line.parked


def _with_drafts(work: UnitOfWork, lines: Iterable[Stood], sheet: str = "", minutes: str = "") -> list[Stood]:
    """Lines with what is being typed over them, and new ones that are only drafts yet."""
    drafts = {
        draft.record.id: (draft.record, draft.seen)
        for draft in work.drafts.shown()
        if isinstance(draft.record, Line) and draft.record.sheet == sheet and draft.record.minutes == minutes
    }
    shown = [drafts.pop(line.id, (line, seen)) for line, seen in lines]
    if not drafts:
        return shown
    return sorted([*shown, *drafts.values()], key=lambda stood: (stood[0].order, stood[0].id))


def _line_views(work: UnitOfWork, lines: Sequence[Stood]) -> list[LineView]:
    tags = theme_tags(work)
    links = _links(work, [line.id for line, _ in lines])
    contested, versions = _contested(work), lines_decided_otherwise(work)
    return [
        LineView(
            line,
            tuple(
                replace(tags[theme], indirect=indirect)
                for theme, indirect in links.get(line.id, ())
                if theme in tags
            ),
            seen,
            contested.get(line.id, ()),
            versions=versions.get(line.id, ()),
        )
        for line, seen in lines
    ]


def _links(work: UnitOfWork, lines: Sequence[RecordId]) -> dict[RecordId, list[tuple[RecordId, bool]]]:
    """The themes of each line, and whether it only touches on them (D13)."""
    found: dict[RecordId, list[tuple[RecordId, bool]]] = {}
    for line, theme, indirect in bonds(work, lines):
        found.setdefault(line, []).append((theme, indirect))
    return found


def _contested(work: UnitOfWork) -> dict[RecordId, tuple[str, ...]]:
    fields: dict[RecordId, tuple[str, ...]] = {}
    for conflict in asked_about(work):
        fields[conflict.record] = (*fields.get(conflict.record, ()), conflict.field)
    return fields


def _items(
    form: Form, sheet: Sheet, lines: Tally, contested: Sequence[str], unfinished: Mapping[str, int]
) -> tuple[ItemView, ...]:
    ordered = sorted(form.items.items(), key=lambda entry: (entry[1].order, entry[0]))
    return tuple(
        ItemView(
            id=key,
            item=item,
            number=number,
            lines=sum(n for (at, _, parked), n in lines.items() if at == key and not parked)
            if item.kind is ItemKind.LINES
            else 0,
            answer=sheet.answers.get(key),
            contested=f"answers/{key}" in contested,
            unfinished=unfinished.get(key, 0),
        )
        for number, (key, item) in enumerate(ordered, start=1)
    )
