"""What people do in sessions: the roles that are usual, and two that do not go together quietly (C1, C2, X31)."""

from collections import defaultdict
from collections.abc import Container, Iterable

from capture_app.domain.reading_order import in_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Device, Group, Minutes, Person, Session, SessionRole, Sheet
from capture_app.domain.vocabulary import Role
from capture_app.services.handing_on import names_in
from capture_app.services.naming import called
from capture_app.services.watching import as_read, looks_on, observers, watching_words, words_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["doubtful_people", "doubtful_sessions", "runs_or_watches", "usual_roles", "watches_and_writes"]

_WRITING = frozenset(
    {
        *("scribe", "scribes", "scribed", "scribing", "rapporteur", "recorder", "secretary", "clerk"),
        *("facilitator", "facilitators", "facilitated", "facilitating", "cofacilitator"),
        *("note", "notes", "notetaker", "notetaking", "minute", "minutes", "minuted", "minutetaker"),
    }
)
"""Words of roles as people write them; "note taker" and "took minutes" are found by their first or last word."""

_RUNNING = frozenset({"host", "hosts", "lead", "organiser", "organisers", "watcher", "chair"})
"""The same of those who run a session without writing in it."""


def usual_roles() -> tuple[str, ...]:
    """The roles a workshop has, to offer; a project may use words of its own."""
    return (
        _("facilitator"),
        _("scribe"),
        _("observer"),
        _("presenter"),
        _("project lead"),
        _("evaluator"),
        _("project board"),
        _("monitoring and evaluation lead"),
        _("consultant"),
        _("note taker"),
        _("remote host"),
        _("chat watcher"),
    )


def runs_or_watches(roles: Iterable[str]) -> bool:
    """Whether somebody with these roles runs the session, writes in it or looks on, and so sits in no group (C6)."""
    running = {_("project lead"), _("monitoring and evaluation lead"), _("remote host"), _("chat watcher")}
    known = watching_words() | _WRITING | _RUNNING | _own_writing() | running
    return bool(words_of(roles) & known)


def watches_and_writes(roles: Iterable[str]) -> bool:
    """Whether somebody with these roles both looks on and shapes what is written down.

    Roles are a project's own words ("scribe or facilitator", "co-facilitator"), so their words are looked at.
    """
    roles = tuple(roles)
    return looks_on(roles) and bool(words_of(roles) & (_own_writing() | _WRITING))


def _own_writing() -> set[str]:
    """The same words in the language of the window."""
    return {_("scribe"), _("facilitator"), _("note taker")}


def doubtful_sessions(workspace: Workspace, person: RecordId) -> tuple[str, ...]:
    """The labels of the sessions in which one person both looked on and wrote or led (report p. 11)."""
    with workspace.unit_of_work() as work:
        found = work.records.find(Person, person)
        roles: dict[RecordId, list[str]] = defaultdict(list)
        for one in work.records.all(SessionRole, person=person):
            roles[one.session].append(one.role)
        labels = {one.id: one.label for one in work.records.all(Session)}
        name = found.display if found else ""
        doubtful = [
            each
            for each in {*roles, *labels}
            if _is_doubtful(roles.get(each, ()), name, _writers(work, each), observers(work, each))
        ]
    return in_order(labels.get(each) or _("a session not named") for each in doubtful)


def doubtful_people(workspace: Workspace, session: RecordId) -> tuple[str, ...]:
    """Who in a session both looked on and wrote or led, as they chose to be shown (C2, X31)."""
    with workspace.unit_of_work() as work:
        roles: dict[RecordId, list[str]] = defaultdict(list)
        for one in work.records.all(SessionRole, session=session):
            if one.person:
                roles[one.person].append(one.role)
        people = {one.id: one for one in work.records.all(Person, id=list(roles))}
        writers, watchers = _writers(work, session), observers(work, session)
    shown = {each: people[each].display if each in people else "" for each in roles}
    doubtful = [each for each, held in roles.items() if _is_doubtful(held, shown[each], writers, watchers)]
    known = {as_read(name) for name in shown.values()}
    return in_order(
        (
            *(called(people[each]) if each in people else _("a person who is not here") for each in doubtful),
            *(name for read, name in watchers.items() if read in writers and read not in known),
        )
    )


def _writers(work: UnitOfWork, session: RecordId) -> frozenset[str]:
    """The names, as read, of those who wrote or led whatever their role is called.

    They hold a laptop for a scribe or facilitator, took minutes, got the keyboard, or lead a group: all kept as text.
    """
    writing = (Role.SCRIBE.value, Role.FACILITATOR.value)
    holders = [one.holder for one in work.records.all(Device, session=session) if one.role in writing]
    takers = [each for one in work.records.all(Minutes, session=session) for each in names_in(one.taker)]
    typed = [each for one in work.records.all(Sheet, session=session) for each in names_in(one.typed_by)]
    leading = [one.facilitator for one in work.records.all(Group, session=session)]
    return frozenset(map(as_read, (*holders, *takers, *typed, *leading))) - {""}


def _is_doubtful(roles: Iterable[str], name: str, writers: Container[str], watchers: Container[str]) -> bool:
    """Whether somebody looked on and wrote, by their roles or because their name stands among those who did."""
    wrote = (_("scribe"),) if as_read(name) in writers else ()
    looked = (_("observer"),) if as_read(name) in watchers else ()
    return watches_and_writes((*roles, *wrote, *looked))
