"""Writing down what is said: worksheet lines, minutes, tags, figures and headcounts.

While somebody types, `type_line` keeps a draft at once; `leave_line` makes it a change of the record.
Pages show drafts over records, so what they show is always what is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from capture_app.domain.changes import Changes
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    AgendaPart,
    Form,
    Group,
    Line,
    LineTheme,
    Minutes,
    Session,
    Sheet,
    Theme,
    ThemeLabel,
)
from capture_app.domain.seen import NOTHING, Seen
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind, SheetState, Side, ThemeKind
from capture_app.services.done import Done
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

MANY_LINES = 300
"""Above this, themes of a list of lines are read with one query for all."""


@dataclass(frozen=True, slots=True)
class ThemeTag:
    """A theme as a scribe sees it: its code ("S1"; empty for an emergent topic) and its preferred label."""

    id: RecordId
    code: str
    label: str
    kind: ThemeKind
    uses: int = 0


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as a page shows it.

    seen: what it stands on, to hand back when it is edited. contested: fields in conflict.
    """

    line: Line
    themes: tuple[ThemeTag, ...]
    seen: Seen
    contested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question of a worksheet: `lines` written to it, and its answer where it is not lines."""

    id: str
    item: Item
    number: int
    lines: int
    answer: Answer | None
    contested: bool = False

    @property
    def done(self) -> bool:
        """Whether something has been said to it, or that it was not discussed."""
        return self.lines > 0 or self.answer is not None


@dataclass(frozen=True, slots=True)
class SheetView:
    """One group's worksheet with its questions, and what its header shows."""

    sheet: Sheet
    session: Session
    group: Group
    form: Form
    items: tuple[ItemView, ...]
    sides: Mapping[Side, int]
    parked: int
    contested: tuple[str, ...]


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
        form = work.records.get(Form, found.form)
        lines = _with_drafts(work, work.records.all(Line, session=found.session, sheet=sheet))
        contested = tuple(c.field for c in work.records.conflicts() if c.record == sheet)
        return SheetView(
            sheet=found,
            session=work.records.get(Session, found.session),
            group=work.records.get(Group, found.group),
            form=form,
            items=_items(form, found, lines, contested),
            sides={side: sum(line.side is side for line in lines) for side in Side},
            parked=sum(line.parked for line in lines),
            contested=contested,
        )


def lines_of_item(workspace: Workspace, sheet: RecordId, item: str) -> list[LineView]:
    """The lines of one question, drafts included, in order."""
    with workspace.unit_of_work() as work:
        session = work.records.get(Sheet, sheet).session
        kept = work.records.all(Line, session=session, sheet=sheet, item=item)
        lines = [line for line in _with_drafts(work, kept, sheet=sheet) if line.item == item]
        return _line_views(work, [line for line in lines if not line.parked])


def lines_of_minutes(workspace: Workspace, minutes: RecordId, part: RecordId = "") -> list[LineView]:
    """The lines of a stream of minutes, of one part or of all, drafts included, in order."""
    with workspace.unit_of_work() as work:
        session = work.records.get(Minutes, minutes).session
        kept = work.records.all(Line, session=session, minutes=minutes)
        lines = _with_drafts(work, kept, minutes=minutes)
        return _line_views(work, [line for line in lines if not part or line.part == part])


def line_view(workspace: Workspace, line: RecordId) -> LineView | None:
    """One line, with its draft if it has one; None if it is not here."""
    with workspace.unit_of_work() as work:
        draft = work.drafts.get(line)
        found = draft.record if draft and isinstance(draft.record, Line) else work.records.find(Line, line)
        return _line_views(work, [found])[0] if found else None


def my_minutes(workspace: Workspace, session: RecordId, taker: str) -> Done[RecordId]:
    """This laptop's own stream of minutes for a session, begun if there is none yet."""
    with workspace.unit_of_work() as work:
        own = link_id("Minutes", session, work.author.device)
        if work.records.find(Minutes, own) is None:
            work.records.save(Minutes(id=own, session=session, taker=taker))
        return Done(own, work.commit())


def minutes_view(workspace: Workspace, minutes: RecordId) -> MinutesView:
    """A stream of minutes with its session."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Minutes, minutes)
        others = [m.taker for m in work.records.all(Minutes, session=found.session) if m.id != minutes]
        return MinutesView(
            minutes=found,
            session=work.records.get(Session, found.session),
            parts=tuple(work.records.all(AgendaPart, session=found.session)),
            others=tuple(name for name in others if name),
        )


def new_line(after: str = "", before: str = "") -> Line:
    """An empty line between two order keys, known to nobody yet."""
    return Line(id=new_id(), order=between(after, before))


def type_line(workspace: Workspace, line: Line, seen: Seen = NOTHING) -> datetime:
    """Keep a line as typed so far; gives the time at which it was safe on the disk."""
    with workspace.unit_of_work() as work:
        work.drafts.put(line, seen)
        work.commit()
    return datetime.now().astimezone()


def leave_line(workspace: Workspace, line: RecordId) -> Done[Seen]:
    """Make a line's draft a change of its record; gives what the next edit stands on."""
    with workspace.unit_of_work() as work:
        work.drafts.keep(line)
        return Done(work.records.seen(Line, line), work.commit())


def keep_line(workspace: Workspace, line: Line, seen: Seen = NOTHING) -> Done[Seen]:
    """Keep a line at once; its draft, if any, is settled by it."""
    with workspace.unit_of_work() as work:
        work.drafts.drop(line.id)
        work.records.save(line, seen)
        return Done(work.records.seen(Line, line.id), work.commit())


def keep_all(workspace: Workspace) -> Done[int]:
    """Make every draft a change; gives how many there were."""
    with workspace.unit_of_work() as work:
        kept = work.drafts.keep_all()
        return Done(len(kept), work.commit())


def remove_line(workspace: Workspace, line: RecordId) -> Done[None]:
    """Take a line away; it can be brought back."""
    return _mark_deleted(workspace, line, True)


def bring_back_line(workspace: Workspace, line: RecordId) -> Done[None]:
    """Bring back a line that was taken away."""
    return _mark_deleted(workspace, line, False)


def tag(workspace: Workspace, line: RecordId, theme: RecordId, on: bool = True) -> Done[None]:
    """Put a theme on a line, or take it off."""
    with workspace.unit_of_work() as work:
        link = LineTheme(id=link_id("LineTheme", line, theme), line=line, theme=theme, deleted=not on)
        work.records.save(link)
        return Done(None, work.commit())


def new_topic(workspace: Workspace, label: str) -> Done[RecordId]:
    """An emergent topic (A5); one of the same name is used again."""
    with workspace.unit_of_work() as work:
        for known in _labels(work):
            if known.text.casefold() == label.casefold():
                return Done(known.theme, Changes())
        theme = Theme(id=new_id(), theme_kind=ThemeKind.EMERGENT)
        work.records.save(theme)
        work.records.save(ThemeLabel(id=new_id(), theme=theme.id, text=label, preferred=True))
        return Done(theme.id, work.commit())


def themes(workspace: Workspace) -> list[ThemeTag]:
    """Every theme with its preferred label and how many lines bear it, in the order of the frame."""
    with workspace.unit_of_work() as work:
        return list(_themes(work).values())


def fill_in(workspace: Workspace, sheet: RecordId, item: str, answer: Answer | None) -> Done[None]:
    """Answer one item of a worksheet that is not written as lines; None takes the answer back."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        answers = {key: value for key, value in found.answers.items() if key != item}
        if answer is not None:
            answers[item] = answer
        work.records.save(replace(found, answers=answers))
        return Done(None, work.commit())


def not_discussed(workspace: Workspace, sheet: RecordId, item: str) -> Done[None]:
    """Say that a group did not come to an item (D14)."""
    return fill_in(workspace, sheet, item, Answer(given=Given.NOT_DISCUSSED))


def count_heads(
    workspace: Workspace, sheet: RecordId, headcount: int | None, remote: int | None
) -> Done[None]:
    """How many sit in the group, and how many of them joined remotely; None where nobody counted."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        work.records.save(replace(found, headcount=headcount, remote_headcount=remote))
        return Done(None, work.commit())


def set_state(workspace: Workspace, sheet: RecordId, state: SheetState) -> Done[None]:
    """Open, read back or close a worksheet."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(work.records.get(Sheet, sheet), state=state))
        return Done(None, work.commit())


def _mark_deleted(workspace: Workspace, line: RecordId, deleted: bool) -> Done[None]:
    with workspace.unit_of_work() as work:
        work.drafts.keep(line)
        found = work.records.find(Line, line)
        if found is not None:
            work.records.save(replace(found, deleted=deleted))
        return Done(None, work.commit())


def _with_drafts(work: UnitOfWork, lines: Sequence[Line], sheet: str = "", minutes: str = "") -> list[Line]:
    """Lines with what is being typed over them, and new ones that are only drafts yet."""
    drafts = {draft.record.id: draft.record for draft in work.drafts.all() if isinstance(draft.record, Line)}
    shown = [_as_line(drafts.pop(line.id, line)) for line in lines]
    fresh = [
        _as_line(line)
        for line in drafts.values()
        if isinstance(line, Line)
        and ((sheet and line.sheet == sheet) or (minutes and line.minutes == minutes))
    ]
    return sorted([*shown, *fresh], key=lambda line: (line.order, line.id)) if fresh else shown


def _as_line(record: object) -> Line:
    assert isinstance(record, Line)  # noqa: S101 - drafts of lines are lines
    return record


def _line_views(work: UnitOfWork, lines: Sequence[Line]) -> list[LineView]:
    tags = _themes(work)
    links = _links(work, lines)
    contested = _contested(work)
    return [
        LineView(
            line,
            tuple(tags[theme] for theme in links.get(line.id, ()) if theme in tags),
            _seen(work, line),
            contested.get(line.id, ()),
        )
        for line in lines
    ]


def _seen(work: UnitOfWork, line: Line) -> Seen:
    draft = work.drafts.get(line.id)
    return draft.seen if draft else work.records.seen(Line, line.id)


def _links(work: UnitOfWork, lines: Sequence[Line]) -> dict[RecordId, list[RecordId]]:
    """The themes of each line."""
    found: dict[RecordId, list[RecordId]] = {}
    if len(lines) > MANY_LINES:
        links = work.records.all(LineTheme)
    else:
        links = [link for line in lines for link in work.records.all(LineTheme, line=line.id)]
    for link in links:
        found.setdefault(link.line, []).append(link.theme)
    return found


def _contested(work: UnitOfWork) -> dict[RecordId, tuple[str, ...]]:
    fields: dict[RecordId, tuple[str, ...]] = {}
    for conflict in work.records.conflicts():
        fields[conflict.record] = (*fields.get(conflict.record, ()), conflict.field)
    return fields


def _themes(work: UnitOfWork) -> dict[RecordId, ThemeTag]:
    labels: dict[RecordId, str] = {}
    for label in _labels(work):
        if label.preferred or label.theme not in labels:
            labels[label.theme] = label.text
    uses: dict[RecordId, int] = {}
    for link in work.records.all(LineTheme):
        uses[link.theme] = uses.get(link.theme, 0) + 1
    found = sorted(work.records.all(Theme), key=lambda theme: (_KIND_ORDER[theme.theme_kind], theme.order))
    return {
        theme.id: ThemeTag(
            theme.id, theme.code, labels.get(theme.id, theme.code), theme.theme_kind, uses.get(theme.id, 0)
        )
        for theme in found
    }


_KIND_ORDER = {ThemeKind.SECTION: 0, ThemeKind.AREA: 1, ThemeKind.EMERGENT: 2}


def _labels(work: UnitOfWork) -> list[ThemeLabel]:
    return work.records.all(ThemeLabel)


def _items(form: Form, sheet: Sheet, lines: Sequence[Line], contested: Sequence[str]) -> tuple[ItemView, ...]:
    ordered = sorted(form.items.items(), key=lambda entry: (entry[1].order, entry[0]))
    return tuple(
        ItemView(
            id=key,
            item=item,
            number=number,
            lines=sum(line.item == key and not line.parked for line in lines)
            if item.kind is ItemKind.LINES
            else 0,
            answer=sheet.answers.get(key),
            contested=f"answers/{key}" in contested,
        )
        for number, (key, item) in enumerate(ordered, start=1)
    )
