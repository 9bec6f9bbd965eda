"""The lead's synthesis of a session: statements, the evidence behind each, and what has not been used yet."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from capture_app.domain.agreed import agreed_minutes, in_force
from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.plain import read_plain
from capture_app.domain.quoting import is_unfinished
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Form,
    Group,
    Line,
    LineSource,
    Minutes,
    Session,
    Statement,
    StatementLink,
)
from capture_app.domain.records.capture import still_heard
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import About, Heard, LineKind, Permission, Side, Stance, ThemeKind, Verdict
from capture_app.services.answer_themes import themes_of_answers
from capture_app.services.closed_boxes import left_out
from capture_app.services.done import Done
from capture_app.services.group_answers import GroupAnswer, group_answers
from capture_app.services.joined_themes import asking, bonds, filed
from capture_app.services.places import Places, item_numbers
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
class Evidence:
    """A raw item: a line of a worksheet or of minutes, what one ballot says in own words, or what a group answered.

    reference: where it stands, and what the group decided about it, "G2 · Q3 · 4 · Drop". used_in: how many statements
    rest on it. asked: the sections or areas the questions ask about to which it was said (A2).
    permission: whether the words of a quotation may be used, None for what is none; unfinished: it waits for its
    other words (E3). dissent: when it was read back, not everybody agreed (D1). written: it is written feedback (F4).
    contested: laptops have it in several versions, of which the reference does not tell (D8).
    """

    id: RecordId
    text: str
    reference: str
    group: str
    stance: Stance | None
    side: Side | None
    kind: LineKind | None
    themes: tuple[ThemeTag, ...]
    used_in: int
    is_ballot: bool = False
    asked: frozenset[RecordId] = frozenset()
    answered: RecordId = ""
    permission: Permission | None = None
    unfinished: bool = False
    dissent: bool = False
    written: bool = False
    contested: bool = False

    @property
    def waits(self) -> bool:
        """Whether a statement could rest on it and none does: an answer of a group, or a scribe's note, need not."""
        return not (self.used_in or self.answered or self.is_note)

    @property
    def is_note(self) -> bool:
        """Whether it is the comment of whoever wrote, and nobody's words."""
        return self.kind is LineKind.SCRIBE_NOTE


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
    for statement, item in bonds:
        links[statement].append(item)
        uses[item] = uses.get(item, 0) + 1
    evidence = (*_lines(work, session, tags, uses), *_ballots(work, session, tags, uses))
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


def _ballots(
    work: UnitOfWork, session: RecordId, tags: dict[RecordId, ThemeTag], uses: dict[RecordId, int]
) -> list[Evidence]:
    """What respondents wrote in own words. A ballot's reference names the item and nothing else.

    What is about the workshop itself is no evidence on the topic (F1), but where a statement rests on it already.
    """
    found, themes = [], themes_of_answers(work, tags)
    again = {box.id for box in left_out(work, session=session)}
    for ballot in work.projection.ballots(session):
        form = work.records.find(Form, ballot["form"])
        answers = msgspec.convert(read_plain(ballot["answers"]), dict[str, Answer])
        numbers = item_numbers(form)
        asked = {key: item.theme for key, item in asking(work, form).items.items()} if form else {}
        used_in = uses.get(ballot["id"], 0)
        written = {
            key: one.text or one.reason
            for key, one in answers.items()
            if (one.text or one.reason) and (used_in or _on_topic(form, key))
        }
        if not written or (ballot["box"] in again and not used_in):
            continue
        items = sorted(written, key=lambda key: numbers.get(key, 0))
        found.append(
            Evidence(
                id=ballot["id"],
                text=" / ".join(written[key] for key in items),
                reference=_("Answer, item {items}").format(
                    items=", ".join(str(numbers.get(key, "?")) for key in items)
                ),
                group="",
                stance=None,
                side=None,
                kind=None,
                themes=tuple(
                    dict.fromkeys(tag for key in items for tag in themes.get((ballot["id"], key), ()))
                ),
                used_in=used_in,
                is_ballot=True,
                asked=frozenset(asked[key] for key in items if asked.get(key)),
            )
        )
    return found


def _on_topic(form: Form | None, key: str) -> bool:
    """Whether a question is about the topic; one that is not known here is not said to be about anything else."""
    item = form.items.get(key) if form else None
    return item is None or item.about is About.CONTENT


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
