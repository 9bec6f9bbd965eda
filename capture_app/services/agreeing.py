"""Bringing several takers' minutes of a session together in an agreed version; the streams stay as they are (E1)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Line, LineSource, LineTheme, Minutes, Session
from capture_app.domain.totals import in_date_order
from capture_app.domain.vocabulary import Agreement, Attribution, LineKind, Permission, Rule
from capture_app.services.agreed_sources import Origin, origins, reworded
from capture_app.services.done import Done
from capture_app.services.joined_themes import bonds
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "AgreedLine",
    "Agreeing",
    "Origin",
    "Stream",
    "accept_change",
    "drop_line",
    "read_agreeing",
    "reword",
    "sessions_with_minutes",
    "set_agreed",
    "take_over",
]


_OPENNESS = (Rule.CONFIDENTIAL, Rule.CHATHAM_HOUSE, Rule.OPEN)
"""Rules, the strictest first."""

_OUTCOMES = (LineKind.DECISION, LineKind.ACTION)


@dataclass(frozen=True, slots=True)
class Stream:
    """One taker's minutes, with their lines in order."""

    minutes: Minutes
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """A line of the agreed version and where it comes from; `part` is the title of its part."""

    line: Line
    origins: tuple[Origin, ...]

    @property
    def changed(self) -> bool:
        """Whether a line it was taken from says something else now, or is no longer there."""
        return not self.origins or any(one.changed or one.gone for one in self.origins)

    @property
    def reworded(self) -> bool:
        """Whether it says something in other words than the lines it was taken from had then."""
        return reworded(self.line.text, self.origins)


@dataclass(frozen=True, slots=True)
class Agreeing:
    """A session's streams of minutes and what is agreed of them. parts: in the order of the day.

    agreement: None where nothing has been taken over yet. taken: the lines of the streams that are in it.
    """

    session: Session
    parts: tuple[AgendaPart, ...]
    streams: tuple[Stream, ...]
    agreement: Agreement | None
    lines: tuple[AgreedLine, ...]
    taken: frozenset[RecordId]

    @property
    def is_agreed(self) -> bool:
        """Whether it stands as agreed, so that nothing in it changes any more."""
        return self.agreement is Agreement.AGREED

    @property
    def left_out(self) -> tuple[Line, ...]:
        """The decisions and actions of the streams that are in no line of the version (E1)."""
        every = (line for stream in self.streams for line in stream.lines)
        return tuple(one for one in every if one.line_kind in _OUTCOMES and one.id not in self.taken)


def sessions_with_minutes(workspace: Workspace) -> tuple[Session, ...]:
    """The sessions of which somebody took minutes, in order of date."""
    with workspace.unit_of_work() as work:
        taken = {one.session for one in work.records.all(Minutes)}
        return tuple(one for one in in_date_order(work.records.all(Session)) if one.id in taken)


def read_agreeing(workspace: Workspace, session: RecordId) -> Agreeing:
    """The streams of a session and its agreed version. Raises NotPossible if the session is not here."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Session, session)
        parts = tuple(work.records.all(AgendaPart, session=session))
        every = work.records.all(Minutes, session=session)
        streams = tuple(Stream(one, _lines(work, one, parts)) for one in every if one.agreement is None)
        agreed = next((one for one in every if one.agreement is not None), None)
        lines = _lines(work, agreed, parts) if agreed else ()
        told = origins(work, [line.id for line in lines])
        views = tuple(AgreedLine(line, told.get(line.id, ())) for line in lines)
        taken = frozenset(origin.line for view in views for origin in view.origins)
        return Agreeing(found, parts, streams, agreed.agreement if agreed else None, views, taken)


def take_over(
    workspace: Workspace, session: RecordId, lines: Sequence[RecordId], text: str = ""
) -> Done[RecordId]:
    """Take lines of the streams over as one line of the agreed version; gives its id.

    Lines of several parts stand in the one with the strictest rule, so that joining opens nothing (practice 2.5).
    `text` is what it says; empty means the words of the only line there is. Raises NotPossible if a line is in it
    already, if several lines have no words together, or if the version stands as agreed.
    """
    with workspace.unit_of_work() as work:
        agreed = _open_version(work, session)
        sources = [work.records.get(Line, one) for one in lines]
        _refuse_taken(work, lines)
        words = text.strip() or (sources[0].text.strip() if len(sources) == 1 else "")
        if not words:
            raise NotPossible(_("The agreed line needs words. Nothing was taken over."))
        strictest = min(sources, key=lambda one: _openness(work, one))
        made = replace(
            _worded(_common(sources), words, sources),
            id=new_id(),
            minutes=agreed.id,
            part=strictest.part,
            order=_place(work, agreed, strictest),
        )
        work.records.save(made)
        for source in sources:
            _note_source(work, made.id, source.id)
        _take_themes(work, made.id, lines)
        return Done(made.id, work.commit())


def reword(workspace: Workspace, line: RecordId, text: str) -> Done[None]:
    """Say a line of the agreed version otherwise; where it comes from stays.

    A quotation is one only in words that were taken down so; in others it becomes a point (E3).
    """
    with workspace.unit_of_work() as work:
        found = _open_line(work, line)
        if not text.strip():
            raise NotPossible(_("The agreed line needs words. It stays as it was."))
        links = work.records.all(LineSource, line=line)
        sources = [one for link in links if (one := work.records.find(Line, link.taken_from)) is not None]
        work.records.save(_worded(found, text.strip(), sources))
        return Done(None, work.commit())


def drop_line(workspace: Workspace, line: RecordId) -> Done[None]:
    """Take a line out of the agreed version; what it was taken from can be taken over again."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(_open_line(work, line), deleted=True))
        for source in work.records.all(LineSource, line=line):
            work.records.save(replace(source, deleted=True))
        return Done(None, work.commit())


def accept_change(workspace: Workspace, line: RecordId) -> Done[None]:
    """Somebody looked at what was changed in its sources since, and the agreed line stays as it is."""
    with workspace.unit_of_work() as work:
        _open_line(work, line)
        for source in work.records.all(LineSource, line=line):
            _note_source(work, line, source.taken_from)
        return Done(None, work.commit())


def set_agreed(workspace: Workspace, session: RecordId, on: bool = True) -> Done[None]:
    """Mark the version as agreed, so that documents use it; or open it again. Raises NotPossible while it is empty."""
    with workspace.unit_of_work() as work:
        found = work.records.find(Minutes, _agreed_id(session))
        if found is None or not work.records.count(Line, session=session, minutes=found.id):
            raise NotPossible(_("Nothing has been taken over yet, so there is nothing to mark as agreed."))
        state = Agreement.AGREED if on else Agreement.IN_HAND
        work.records.save(replace(found, agreement=state))
        return Done(None, work.commit())


def _agreed_id(session: RecordId) -> RecordId:
    """The same on every laptop: a session has one agreed version."""
    return link_id("Minutes", session, "agreed")


def _open_version(work: UnitOfWork, session: RecordId) -> Minutes:
    found = work.records.find(Minutes, _agreed_id(session))
    if found is None:
        found = Minutes(id=_agreed_id(session), session=session, agreement=Agreement.IN_HAND)
        work.records.save(found)
    if found.agreement is Agreement.AGREED:
        raise NotPossible(
            _("These minutes stand as agreed. Open them again before you change anything in them.")
        )
    return found


def _open_line(work: UnitOfWork, line: RecordId) -> Line:
    found = work.records.get(Line, line)
    _open_version(work, found.session)
    return found


def _refuse_taken(work: UnitOfWork, lines: Sequence[RecordId]) -> None:
    if any(work.records.count(LineSource, taken_from=line) for line in lines):
        raise NotPossible(_("This line is in the agreed version already. Nothing was taken over."))


def _note_source(work: UnitOfWork, line: RecordId, source: RecordId) -> None:
    stood = " ".join(sorted(work.records.seen(Line, source).parents))
    link = link_id("LineSource", line, source)
    work.records.save(LineSource(id=link, line=line, taken_from=source, stood=stood))


def _take_themes(work: UnitOfWork, line: RecordId, sources: Sequence[RecordId]) -> None:
    borne = bonds(work, sources)
    for theme in dict.fromkeys(bond.theme for bond in borne):
        indirect = all(bond.indirect for bond in borne if bond.theme == theme)
        link = link_id("LineTheme", line, theme)
        work.records.save(LineTheme(id=link, line=line, theme=theme, indirect=indirect))


def _openness(work: UnitOfWork, line: Line) -> int:
    """How openly what was said there may be told; lines joined stand in the part that is told least openly."""
    part = work.records.find(AgendaPart, line.part) if line.part else None
    return _OPENNESS.index(part.rule) if part else len(_OPENNESS)


def _common(sources: Sequence[Line]) -> Line:
    """What the agreed line takes from all its sources: a mark on which they differ is left open for a person."""
    first = sources[0]

    def same(name: str) -> bool:
        return len({getattr(one, name) for one in sources}) == 1

    one_speaker = same("who") and same("organisation") and same("attribution")
    return replace(
        first,
        said_at=min((one.said_at for one in sources if one.said_at), default=""),
        level=0,
        parked=False,
        heard=None,
        heard_as="",
        heard_stance=None,
        line_kind=first.line_kind if same("line_kind") else LineKind.POINT,
        side=first.side if same("side") else None,
        stance=first.stance if same("stance") else None,
        who=first.who if one_speaker else None,
        organisation=first.organisation if one_speaker else "",
        attribution=first.attribution if one_speaker else Attribution.NONE,
        permission=first.permission if same("permission") else Permission.NOT_ASKED,
        hands=first.hands if same("hands") else None,
        hands_of=first.hands_of if same("hands") and same("hands_of") else None,
    )


def _worded(line: Line, words: str, sources: Sequence[Line]) -> Line:
    """The line in these words: as the quotation whose words they are, or as nobody's very words.

    Permission was given for the words that were said, and for no others.
    """
    quotations = (one for one in sources if one.line_kind is LineKind.QUOTATION)
    if quoted := next((one for one in quotations if one.text.strip() == words), None):
        return replace(line, text=words, line_kind=LineKind.QUOTATION, permission=quoted.permission)
    if line.line_kind is not LineKind.QUOTATION or line.text == words:
        return replace(line, text=words)
    return replace(line, text=words, line_kind=LineKind.POINT, permission=Permission.NOT_ASKED)


def _place(work: UnitOfWork, agreed: Minutes, line: Line) -> str:
    """The order key at which a line stands among those of its part, by its time."""
    own = [one for one in _ordered(work, agreed) if one.part == line.part]
    before = [one for one in own if one.said_at <= line.said_at]
    after = own[len(before) :] if own[: len(before)] == before else []
    return between(before[-1].order if before else "", after[0].order if after else "")


def _ordered(work: UnitOfWork, minutes: Minutes) -> list[Line]:
    found = work.records.all(Line, session=minutes.session, minutes=minutes.id)
    return sorted(found, key=lambda line: (line.order, line.id))


def _lines(work: UnitOfWork, minutes: Minutes, parts: Collection[AgendaPart]) -> tuple[Line, ...]:
    """The lines of a stream that have words, by part and in order."""
    order = {part.id: place for place, part in enumerate(parts)}
    found = [line for line in _ordered(work, minutes) if line.text.strip()]
    return tuple(sorted(found, key=lambda line: order.get(line.part, len(order))))
