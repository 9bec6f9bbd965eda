"""Setting a line aside as sensitive: it stays on this laptop, out of everything that leaves and of every page but one.

Somebody discloses a danger, a crime, somebody else's story (practice 2.11; issue 4, "Set-aside"). The words are
kept, as part of the log of this laptop; while the mark stands, nothing else shows them. Bringing a line back makes
it a line like all others, which travels with the next bundle.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from capture_app.domain.ids import link_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import AnswerTheme, Line, LineTheme, SessionTheme, SetAside, Statement, Theme
from capture_app.domain.seen import Seen
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.done import Done
from capture_app.services.slices import lines_aside
from capture_app.services.whereabouts import Whereabouts
from capture_app.services.wording import kind_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "Aside",
    "all_aside",
    "bring_back",
    "count_aside",
    "note_done",
    "read_aside",
    "set_aside",
    "set_aside_too",
]

LINE = Line.__name__


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is set aside, told without its words: where it stood, when it was set aside, what was done."""

    line: RecordId
    place: str
    set_at: str
    note: str


def set_aside(workspace: Workspace, line: Line, seen: Seen) -> Done[Seen]:
    """Keep a line as it is typed now, and set it aside: both at once, so that a crash leaves it one or the other.

    `seen` is what the typing began from; a draft that is there is settled by it.
    """
    with workspace.unit_of_work() as work:
        draft = work.drafts.get(line.id)
        work.drafts.drop(line.id)
        work.records.save(line, draft.seen if draft else seen)
        _set_aside(work, line.id)
        return Done(work.records.seen(Line, line.id), work.commit())


def set_aside_too(workspace: Workspace, lines: tuple[RecordId, ...]) -> Done[None]:
    """Set aside lines that hold the same words, or once held them."""
    with workspace.unit_of_work() as work:
        for line in lines:
            work.drafts.keep(line)
            _set_aside(work, line)
        return Done(None, work.commit())


def bring_back(workspace: Workspace, line: RecordId) -> Done[Seen]:
    """Make a line that was set aside a line like all others again, with the topics that stayed with it."""
    with workspace.unit_of_work() as work:
        for mark in work.records.all(SetAside, line=line):
            work.records.save(replace(mark, deleted=True))
            _touch(work, mark.record)
        return Done(work.records.seen(Line, line), work.commit())


def note_done(workspace: Workspace, line: RecordId, note: str) -> Done[None]:
    """Note what was done about a line that is set aside. Raises NotPossible if it is not."""
    with workspace.unit_of_work() as work:
        mark = work.records.get(SetAside, link_id(SetAside.__name__, line))
        work.records.save(replace(mark, note=note.strip()))
        return Done(None, work.commit())


def all_aside(workspace: Workspace) -> tuple[Aside, ...]:
    """Every line that is set aside on this laptop, the newest first; none of their words."""
    with workspace.unit_of_work() as work:
        where, marks = (
            Whereabouts(work),
            [one for one in work.records.all(SetAside) if one.record == one.line],
        )
        return tuple(
            Aside(mark.line, _place(work, where, mark.line), mark.set_at, mark.note)
            for mark in sorted(marks, key=lambda one: (one.set_at, one.id), reverse=True)
        )


def count_aside(workspace: Workspace) -> int:
    """How many lines are set aside on this laptop."""
    with workspace.unit_of_work() as work:
        return lines_aside(work)


def read_aside(workspace: Workspace, line: RecordId) -> str:
    """The words of a line that is set aside; for whoever asks to read them."""
    with workspace.unit_of_work() as work:
        found = work.records.find(Line, line) if work.records.is_set_aside(line) else None
        current = work.records.view(line)
        if found is None or current is None:
            return _("This line is not set aside any more.")
        return _("Its words were erased.") if "text" in current.removed else found.text


def _place(work: UnitOfWork, where: Whereabouts, line: RecordId) -> str:
    found = work.records.find(Line, line)
    return (where.of(found) if found else "") or kind_words(LINE)


def _set_aside(work: UnitOfWork, line: RecordId) -> None:
    at = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M")
    for record in (line, *_topics_of(work, line)):
        known = work.records.find(SetAside, link_id(SetAside.__name__, record))
        mark = known or SetAside(id=link_id(SetAside.__name__, record), record=record, line=line)
        if known is None or known.deleted:
            work.records.save(replace(mark, deleted=False, set_at=at))
        _touch(work, record)


def _topics_of(work: UnitOfWork, line: RecordId) -> list[RecordId]:
    """Topics that were made here and that no other line bears: their names may tell as much as the line."""
    found = []
    for link in work.records.all(LineTheme, line=line):
        theme = work.records.find(Theme, link.theme)
        own = all(entry.device == work.author.device for entry in work.log.of_record(link.theme))
        if theme and theme.theme_kind is ThemeKind.EMERGENT and own and _is_borne_once(work, theme.id):
            found.append(theme.id)
    return found


def _is_borne_once(work: UnitOfWork, theme: RecordId) -> bool:
    """Whether nothing else refers to a topic but the one line."""
    referring: tuple[type[Record], ...] = (AnswerTheme, SessionTheme, Statement)
    elsewhere = sum(work.records.count(kind, theme=theme) for kind in referring)
    elsewhere += work.records.count(Theme, joined_into=theme)
    return work.records.count(LineTheme, theme=theme) == 1 and not elsewhere


def _touch(work: UnitOfWork, record: RecordId) -> None:
    """What pages showed, or show again, has changed with it."""
    kind = LINE if work.records.find(Line, record) else Theme.__name__
    hanging = work.projection.withheld.hanging_on(frozenset((record,)))
    work.records.touched |= {(kind, record), *hanging}
