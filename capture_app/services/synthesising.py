"""The lead's synthesis of a session: statements, the evidence behind each, and what has not been used yet."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from capture_app.domain.agreed import agreed_minutes, in_force
from capture_app.domain.ballots import ballot_of
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.quoting import is_unfinished
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Group,
    Line,
    LineSource,
    Minutes,
    Session,
    Statement,
    StatementLink,
)
from capture_app.domain.records.capture import still_heard
from capture_app.domain.vocabulary import Heard, LineKind, Permission, Side, Stance, ThemeKind, Verdict
from capture_app.services.answer_items import answer_items, answers_by_ballot, part_from_ballot
from capture_app.services.done import Done
from capture_app.services.group_answers import GroupAnswer, group_answers
from capture_app.services.joined_themes import bonds, filed
from capture_app.services.places import Places
from capture_app.services.raw_item import Evidence
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "Evidence",
    "Section",
    "StatementView",
    "Synthesis",
    "add_statement",
    "link",
    "mend_statement",
    "remove_statement",
    "synthesis",
    "unlink",
]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with the evidence behind it and the groups it comes from."""

    statement: Statement
    evidence: tuple[Evidence, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the frame with its statements; `theme` is None for statements filed under none."""

    theme: ThemeTag | None
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class Synthesis:
    """One session's synthesis as it stands. groups: how many groups the session has."""

    session: Session
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    groups: int
    themes: tuple[ThemeTag, ...]

    @property
    def used(self) -> int:
        """How many raw items a statement rests on."""
        return sum(item.used_in > 0 for item in self.evidence)

    @property
    def pending(self) -> int:
        """How many raw items no statement rests on yet."""
        return sum(item.waits for item in self.evidence)


class _Said(NamedTuple):
    """What the synthesis takes of a line; a session has many."""

    id: RecordId
    sheet: RecordId
    item: str
    minutes: RecordId
    part: RecordId
    order: str
    said_at: str
    text: str
    stance: Stance | None
    side: Side | None
    line_kind: LineKind
    verdict: Verdict | None
    option: str
    deleted: bool
    permission: Permission
    heard: Heard | None
    heard_as: str
    heard_stance: str | None


def synthesis(workspace: Workspace, session: RecordId) -> Synthesis:
    """A session's evidence and statements, as they stand."""
    with workspace.unit_of_work() as work:
        return gather(work, session)


def gather(work: UnitOfWork, session: RecordId) -> Synthesis:
    """The same within a unit of work, for reports."""
    tags = theme_tags(work)
    statements = filed(work, work.records.all(Statement, session=session))
    links: dict[RecordId, list[RecordId]] = {one.id: [] for one in statements}
    uses: dict[RecordId, int] = {}
    bonds = work.projection.values(StatementLink, "statement", "evidence", statement=list(links))
    whole = answers_by_ballot(work, (evidence for _statement, evidence in bonds))
    for statement, rests_on in bonds:
        for item in whole.get(rests_on, (rests_on,)):
            if item not in links[statement]:
                links[statement].append(item)
                uses[item] = uses.get(item, 0) + 1
    evidence = (*_lines(work, session, tags, uses), *answer_items(work, session, tags, uses))
    by_id = {item.id: item for item in evidence}
    views = [
        _statement_view(one, [by_id[item] for item in links[one.id] if item in by_id]) for one in statements
    ]
    return Synthesis(
        session=work.records.get(Session, session),
        sections=_sections(tags, views),
        evidence=evidence,
        groups=work.records.count(Group, session=session),
        themes=tuple(tags.values()),
    )


def add_statement(
    workspace: Workspace, session: RecordId, theme: RecordId, text: str, after: str = ""
) -> Done[RecordId]:
    """Write a sentence of the synthesis; `after` is the order key of the one before it."""
    if not text.strip():
        raise NotPossible(_("A statement needs a sentence. Nothing was added."))
    with workspace.unit_of_work() as work:
        last = after or max((s.order for s in work.records.all(Statement, session=session)), default="")
        written = Statement(id=new_id(), session=session, theme=theme, text=text.strip(), order=between(last))
        work.records.save(written)
        return Done(written.id, work.commit())


def mend_statement(workspace: Workspace, statement: RecordId, text: str) -> Done[None]:
    """Reword a statement; what it said before stays in its history."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(work.records.get(Statement, statement), text=text.strip()))
        return Done(None, work.commit())


def remove_statement(workspace: Workspace, statement: RecordId, gone: bool = True) -> Done[None]:
    """Take a statement away, or bring it back."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(work.records.get(Statement, statement), deleted=gone))
        return Done(None, work.commit())


def link(workspace: Workspace, statement: RecordId, evidence: RecordId, on: bool = True) -> Done[None]:
    """Rest a statement on a raw item, or take that back."""
    with workspace.unit_of_work() as work:
        if not on and ballot_of(evidence) != evidence:
            part_from_ballot(work, statement, evidence)
        basis = StatementLink(
            id=link_id("StatementLink", statement, evidence),
            statement=statement,
            evidence=evidence,
            deleted=not on,
        )
        work.records.save(basis)
        return Done(None, work.commit())


def unlink(workspace: Workspace, statement: RecordId, evidence: RecordId) -> Done[None]:
    """Take a raw item from under a statement."""
    return link(workspace, statement, evidence, on=False)


def _lines(
    work: UnitOfWork, session: RecordId, tags: dict[RecordId, ThemeTag], uses: dict[RecordId, int]
) -> list[Evidence]:
    places = Places(work, session)
    themes: dict[RecordId, list[ThemeTag]] = {}
    said = work.projection.values(Line, *_Said._fields, session=session)
    written = [line for line in msgspec.convert(said, list[_Said], strict=False) if line.text]
    streams = work.records.all(Minutes, session=session)
    lines = in_force(written, streams, uses)
    uses = uses | _uses_through(work, [line.id for line in lines], streams, uses)
    wanted = [line.id for line in lines]
    for line_id, theme, indirect in bonds(work, wanted):
        if theme in tags:
            themes.setdefault(line_id, []).append(replace(tags[theme], indirect=indirect))
    chosen = places.chosen(lines)
    found: list[_Said | GroupAnswer] = [*lines, *group_answers(work, session)]
    found.sort(key=places.order)
    return [
        _answered(places, one)
        if isinstance(one, GroupAnswer)
        else replace(
            _line(places, one, uses.get(one.id, 0), chosen.get(one.id, 1)),
            themes=tuple(themes.get(one.id, ())),
        )
        for one in found
    ]


def _line(places: Places, line: _Said, used_in: int, chosen: int) -> Evidence:
    return Evidence(
        id=line.id,
        text=line.text,
        reference=_referred(places, line, chosen),
        group=places.group(line),
        stance=line.stance,
        side=line.side,
        kind=line.line_kind,
        themes=(),
        used_in=used_in,
        asked=frozenset({places.asked(line)} - {""}),
        permission=line.permission if line.line_kind is LineKind.QUOTATION else None,
        unfinished=is_unfinished(line),
        dissent=still_heard(line) is Heard.DISSENT,
        written=places.is_written(line),
        contested=places.differs(line),
    )


def _answered(places: Places, answer: GroupAnswer) -> Evidence:
    return Evidence(
        id=answer.id,
        text=answer.text,
        reference=places.question(answer),
        group=places.group(answer),
        stance=None,
        side=None,
        kind=None,
        themes=(),
        used_in=0,
        asked=frozenset({places.asked(answer)} - {""}),
        answered=answer.sheet,
        written=places.is_written(answer),
    )


def _uses_through(
    work: UnitOfWork, lines: list[RecordId], streams: list[Minutes], uses: dict[RecordId, int]
) -> dict[RecordId, int]:
    """How many statements rest on lines from which agreed ones were taken, by agreed line (E1)."""
    found: dict[RecordId, int] = {}
    if agreed_minutes(streams) is not None:
        for source in work.records.all(LineSource, line=lines):
            if source.taken_from in uses:
                found[source.line] = (
                    found.get(source.line, uses.get(source.line, 0)) + uses[source.taken_from]
                )
    return found


def _referred(places: Places, line: _Said, chosen: int) -> str:
    """Where a line stands, and what the group decided about it: what it dropped must not read as what it wants."""
    return " · ".join(filter(None, (places.reference(line), places.decided(line, chosen=chosen))))


def _statement_view(statement: Statement, evidence: list[Evidence]) -> StatementView:
    groups = tuple(dict.fromkeys(item.group for item in evidence if item.group))
    return StatementView(statement, tuple(evidence), groups)


def _sections(tags: dict[RecordId, ThemeTag], views: list[StatementView]) -> tuple[Section, ...]:
    """Sections of the frame in order, each with its statements; other themes and none only if used."""
    found = [
        Section(tag, tuple(view for view in views if view.statement.theme == tag.id)) for tag in tags.values()
    ]
    kept = [
        section
        for section in found
        if section.statements or (section.theme and section.theme.kind is ThemeKind.SECTION)
    ]
    loose = tuple(view for view in views if view.statement.theme not in tags)
    return (*kept, Section(None, loose)) if loose else tuple(kept)
