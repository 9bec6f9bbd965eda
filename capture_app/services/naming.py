"""What people call a record: one line of words for lists, choices, histories and search."""

from capture_app.domain.codec import record_of
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    KINDS,
    AgendaPart,
    AgendaTemplate,
    Dispatch,
    Form,
    Interest,
    Person,
    Session,
    Theme,
)
from capture_app.domain.totals import in_date_order, session_words
from capture_app.services.agendas import template_words
from capture_app.services.forms import form_words
from capture_app.services.joined_themes import joined
from capture_app.services.keeping import Step
from capture_app.services.namesakes import apart
from capture_app.services.slices import not_for
from capture_app.services.themes import every_tag, tag_of
from capture_app.services.wording import kind_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Choice", "called", "choices", "name_of", "shortened", "step_words"]

Choice = tuple[RecordId, str]
"""A record that can be chosen, and its words."""

_NAMES = (
    "label",
    "title",
    "display",
    "name",
    "listing",
    "term",
    "declared_by",
    "role",
    "topic",
    "text",
    "need",
)
"""The fields that name a record, the best first."""

LONGEST = 80
"""Letters of a name in a list; the rest is cut off."""


def called(record: Record) -> str:
    """What people call a record; the word for its kind where it says nothing of its own.

    A person is called as they chose to be shown (C6).
    """
    if isinstance(record, Person):
        return shortened(record.display) or _("Person without a name")
    for name in _NAMES:
        if words := str(getattr(record, name, "") or ""):
            return shortened(words)
    return kind_words(type(record).__name__)


def step_words(step: Step) -> str:
    """What people call the record a step changed: as it was called after it, or before where it then says nothing."""
    kind = kind_words(step.kind)
    bodies = [body for body in (step.after, step.before) if body]
    names = (called(record_of(KINDS[step.kind], step.record, body)) for body in bodies)
    return next((name for name in names if name != kind), kind)


def choices(workspace: Workspace, kind: type[Record]) -> tuple[Choice, ...]:
    """Every record of a kind that can be referred to, by name; themes as in the frame, sessions as they were held,
    parts of an agenda with the session they are of.

    No two read alike (C5, C6). An observer is told nobody's name who did not choose to be listed by it (I3, I4).
    """
    with workspace.unit_of_work() as work:
        if kind is Session:
            held = in_date_order(work.records.all(Session))
            return apart(work, [(one, session_words(one) or called(one)) for one in held])
        if kind is Theme:
            return _themes(work)
        if kind is AgendaPart:
            named = _parts(work)
        else:
            withheld = not_for(work, work.author.role) if kind is Person else frozenset()
            named = [(one, _words(one)) for one in work.records.all(kind) if one.id not in withheld]
        found = apart(work, named)
    return tuple(sorted(found, key=lambda choice: (reading_order(choice[1]), choice[0])))


def _themes(work: UnitOfWork) -> tuple[Choice, ...]:
    """Every theme in the order of the frame; last those that count as another, which then say so (A5)."""
    every, counted = every_tag(work), joined(work)
    kept = [(one, tag.words()) for one, tag in every.items() if one not in counted]
    words = _("{theme}, joined into {kept}")
    return (
        *kept,
        *(
            (one, words.format(theme=every[one].words(), kept=every[kept].words()))
            for one, kept in counted.items()
        ),
    )


def _parts(work: UnitOfWork) -> list[tuple[Record, str]]:
    """Every part of an agenda, with its session behind the name: those of several sessions are called alike."""
    held = {one.id: session_words(one) for one in work.records.all(Session)}
    parts = work.records.all(AgendaPart)
    return [(one, ", ".join(filter(None, (called(one), held.get(one.session))))) for one in parts]


def _words(record: Record) -> str:
    """What it is called among others of its kind: editions of a template, paper or form share their title (A8, F3)."""
    if isinstance(record, Dispatch) and record.edition:
        return _("{title}, {edition}").format(title=called(record), edition=shortened(record.edition))
    if isinstance(record, Form) and record.title:
        return form_words(record)
    return template_words(record) if isinstance(record, AgendaTemplate) else called(record)


def name_of(work: UnitOfWork, kind: str, record: RecordId) -> str:
    """What people call a record of this id, taken away or not; the word for its kind where it is not here."""
    if kind == Theme.__name__:
        theme = work.records.find(Theme, record)
        return (tag_of(work, theme).words() if theme else "") or kind_words(kind)
    found = None if work.records.is_set_aside(record) else work.records.find(KINDS[kind], record)
    if isinstance(found, Interest) and found.person and not found.declared_by:
        return _of_a_person(name_of(work, Person.__name__, found.person), found.text)
    return called(found) if found else kind_words(kind)


def _of_a_person(person: str, words: str) -> str:
    """Whose something is, and what it says where it says anything."""
    return shortened(_("{person}: {words}").format(person=person, words=words)) if words else person


def shortened(words: str) -> str:
    """At most a line of it."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
