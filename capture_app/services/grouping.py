"""Who sits in which group: proposed, moved by hand, kept as marks, and each undone by one step (C6, practice 2.6).

A group is part of an `AttendanceMark`, as it is when somebody changes groups while the session runs. Wishes are read
here and written nowhere: what is kept of a proposal is the groups alone, and whose wish it was stays in confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from capture_app.domain.dividing import Division, Pair, Seat, divide, sitting_together
from capture_app.domain.errors import NotPossible
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Group, GroupWish, Organisation, Person, Session, SessionRole
from capture_app.domain.vocabulary import Capacity, Grain, GroupMode, Mode, Presence, Side
from capture_app.domain.who_is_here import Attendee
from capture_app.services.attending import Change, marking, rows_of, words_of
from capture_app.services.done import Done
from capture_app.services.keeping import Step, Together
from capture_app.services.naming import called
from capture_app.services.people import runs_or_watches
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Grouped", "Member", "move", "propose", "read_groups", "wishes_not_kept"]

_SUITS = {
    GroupMode.ROOM: frozenset({Side.ROOM}),
    GroupMode.REMOTE: frozenset({Side.REMOTE, Side.CHAT}),
    GroupMode.MIXED: frozenset(Side),
    GroupMode.NOT_STATED: frozenset(Side),
}
"""Who can sit in a group, by where they take part."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody expected, as the lead knows them. divided: whether a proposal seats them; others run or watch it."""

    row: Attendee
    name: str
    divided: bool


@dataclass(frozen=True, slots=True)
class Grouped:
    """Who sits in which group of a session, and who in none; in the order of their names.

    wishes: how many wishes are about two people who are expected at it. broken: how many of them are not kept by the
    groups as they stand. Never whose.
    """

    session: RecordId
    groups: tuple[tuple[Group, tuple[Member, ...]], ...]
    without: tuple[Member, ...]
    wishes: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class _Room:
    """A session with all that a division is made from."""

    session: Session
    groups: tuple[Group, ...]
    members: tuple[Member, ...]
    apart: frozenset[Pair]

    def group_of(self) -> dict[RecordId, RecordId]:
        """As it stands, by the key of the row; a group that was taken away is none."""
        known = {group.id for group in self.groups}
        return {one.row.key: one.row.group for one in self.members if one.row.group in known}


def read_groups(workspace: Workspace, session: RecordId) -> Grouped:
    """Who sits where. Raises NotPossible if the session is not here."""
    with workspace.unit_of_work() as work:
        room = _room(work, session)
    group_of = room.group_of()
    return Grouped(
        session=session,
        groups=tuple(
            (group, tuple(one for one in room.members if group_of.get(one.row.key) == group.id))
            for group in room.groups
        ),
        without=tuple(one for one in room.members if one.divided and one.row.key not in group_of),
        wishes=len(room.apart),
        broken=len(sitting_together(group_of, room.apart)),
    )


def propose(
    workspace: Workspace, session: RecordId, at: datetime, *, anew: bool = False
) -> Done[tuple[Step, Division]]:
    """Seat whoever is expected and has no group yet; with `anew`, everybody. One step to undo.

    Raises NotPossible where there is no group, or nobody whose group would change; then nothing is changed.
    """
    with workspace.unit_of_work() as work:
        room = _room(work, session)
        if not room.groups:
            raise NotPossible(_("There is no group yet. Add the groups first. Nothing was changed."))
        found = _divided(room, anew=anew)
        changes = _changes(room, found)
        if not changes:
            raise NotPossible(_nothing_to_do(room, found))
        together = Together(work)
        for member, group in changes:
            _put(work, together, member.row, group, at)
        done = together.done()
    return Done((done.value, found), done.changes)


def move(workspace: Workspace, row: Attendee, group: RecordId, at: datetime) -> Done[Step]:
    """Put somebody into a group by hand; an empty `group` takes them out of theirs.

    Raises NotPossible where their entry was taken off the list meanwhile.
    """
    with workspace.unit_of_work() as work:
        together = Together(work)
        _put(work, together, row, group, at)
        return together.done()


def wishes_not_kept(workspace: Workspace) -> Mapping[RecordId, str]:
    """In confidence, by wish: in which sessions the two sit in one group. Wishes that are kept are not in it."""
    with workspace.unit_of_work() as work:
        wishes = work.records.all(GroupWish)
        told: dict[RecordId, list[str]] = {}
        for session in work.records.all(Session) if wishes else ():
            room = _room(work, session.id)
            broken = _people_in(room, sitting_together(room.group_of(), room.apart))
            for wish in wishes:
                if frozenset((wish.person, wish.apart_from)) in broken:
                    told.setdefault(wish.id, []).append(called(session))
    return {
        wish: _("not kept by the groups of {sessions}").format(sessions=", ".join(sessions))
        for wish, sessions in told.items()
    }


def _room(work: UnitOfWork, session: RecordId) -> _Room:
    members = tuple(sorted(_members(work, session), key=lambda one: (reading_order(one.name), one.row.key)))
    return _Room(
        session=work.records.get(Session, session),
        groups=tuple(work.records.all(Group, session=session)),
        members=members,
        apart=frozenset(_apart(work, members)),
    )


def _members(work: UnitOfWork, session: RecordId) -> Iterable[Member]:
    """People who are expected or there, and whatever else was put into a group."""
    people = {one.id: called(one) for one in work.records.all(Person)}
    organisations = {one.id: called(one) for one in work.records.all(Organisation)}
    roles: dict[RecordId, list[str]] = {}
    for role in work.records.all(SessionRole, session=session):
        roles.setdefault(role.person or "", []).append(role.role)
    for row in rows_of(work, session):
        person = row.entry.grain is Grain.PERSON
        if person or row.group:
            known = organisations.get(row.entry.organisation, "")
            name = people.get(row.entry.person or "") or words_of(row.entry, known)
            yield Member(row, name, person and _takes_part(row, roles.get(row.entry.person or "", [])))


def _takes_part(row: Attendee, roles: Iterable[str]) -> bool:
    """Whether somebody is to sit in a group: not if they left, nor if they run the session or look on."""
    if row.entry.capacity is Capacity.NOT_STATED:
        return row.state is not Presence.LEFT and not runs_or_watches(roles)
    return row.state is not Presence.LEFT and row.entry.capacity is Capacity.PARTICIPANT


def _apart(work: UnitOfWork, members: Iterable[Member]) -> Iterable[Pair]:
    keys = {one.row.entry.person: one.row.key for one in members if one.row.entry.person}
    for wish in work.records.all(GroupWish):
        pair = frozenset(keys[who] for who in (wish.person, wish.apart_from) if who in keys)
        if len(pair) == 2:
            yield pair


def _divided(room: _Room, *, anew: bool) -> Division:
    stands, seats = room.group_of(), []
    for member in room.members:
        key = member.row.key
        if key in stands and not (anew and member.divided):
            seats.append(Seat(key, frozenset({stands[key]}), member.divided))
        elif member.divided:
            seats.append(Seat(key, _suiting(room, member.row)))
    return divide([group.id for group in room.groups], seats, room.apart)


def _suiting(room: _Room, row: Attendee) -> frozenset[RecordId]:
    """The groups in which somebody can sit. Of whom nobody said where, the usual side holds if a group is there."""
    usual = Side.REMOTE if room.session.mode is Mode.ONLINE else Side.ROOM
    sides = row.sides or frozenset({usual})
    suiting = frozenset(group.id for group in room.groups if _SUITS[group.mode] & sides)
    return suiting or (frozenset() if row.sides else frozenset(group.id for group in room.groups))


def _changes(room: _Room, found: Division) -> list[tuple[Member, RecordId]]:
    stands = room.group_of()
    wanted = [(one, found.group_of.get(one.row.key, "")) for one in room.members if one.divided]
    return [(one, group) for one, group in wanted if group and group != stands.get(one.row.key)]


def _nothing_to_do(room: _Room, found: Division) -> str:
    if found.nowhere:
        return _(
            "No group suits where the others take part. Add one, or change where one sits. Nothing was changed."
        )
    if not any(one.divided for one in room.members):
        return _("Nobody is expected yet. Add them under “Expected and there” first. Nothing was changed.")
    return _("Everybody sits as a proposal would have it. Nothing was changed.")


def _put(work: UnitOfWork, together: Together, row: Attendee, group: RecordId, at: datetime) -> None:
    for record in marking(work, row, at, Change(group=group)):
        together.save(record)


def _people_in(room: _Room, pairs: Iterable[Pair]) -> set[frozenset[RecordId | None]]:
    person_of = {one.row.key: one.row.entry.person for one in room.members}
    return {frozenset(person_of[key] for key in pair) for pair in pairs}
