"""What the list of who is here says, in words."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Grain, Presence, Side
from capture_app.domain.who_is_here import Attendee, HereCount
from capture_app.services.attending import Named
from capture_app.words import _


def grain_words(grain: Grain) -> str:
    """The heading over the rows of one grain."""
    return {
        Grain.PERSON: _("People"),
        Grain.ORGANISATION: _("Organisations"),
        Grain.CATEGORY: _("Headcounts"),
    }[grain]


def what_counts(grain: Grain) -> str:
    """What a count of this grain counts, and what it does not say."""
    return {
        Grain.PERSON: _("People with a row of their own."),
        Grain.ORGANISATION: _("Organisations with somebody here. It does not say how many came."),
        Grain.CATEGORY: _("People counted by kind, without a name."),
    }[grain]


def state_words(row: Attendee) -> str:
    """Where a row is, and since when."""
    time = row.since[11:16]
    if row.state is Presence.HERE:
        return _("Here since {time}").format(time=time)
    if row.state is Presence.LEFT:
        return _("Left at {time}").format(time=time)
    return _("Expected")


def side_words(row: Attendee) -> str:
    """Where they sit; empty where nobody said it."""
    if len(row.sides) > 1:
        return _("Room and call")
    words = {Side.ROOM: _("Room"), Side.REMOTE: _("Remote"), Side.CHAT: _("Chat")}
    return "".join(words[side] for side in row.sides)


def number_of(row: Attendee) -> str:
    """How many people a row is, or how many were expected; empty for a person, and where nobody said."""
    if row.entry.grain is Grain.PERSON:
        return ""
    if row.count is not None:
        return _("{count} counted").format(count=row.count)
    if row.entry.count is None or row.here:
        return ""
    return _("{count} expected").format(count=row.entry.count)


def about_words(named: Named, groups: Mapping[RecordId, str]) -> str:
    """The second line of a row: how many, whom they are from, and their group."""
    row = named.row
    group = groups.get(row.group, "") if row.group else ""
    parts = (number_of(row), named.beside, group, moved_words(row))
    return " · ".join(part for part in parts if part)


def moved_words(row: Attendee) -> str:
    """When somebody who is here changed between the room and the call; empty where they did not."""
    seen = [mark for mark in row.trail if mark.side is not None]
    if not row.here or len(row.sides) != 1 or len(seen) < 2 or seen[-1].side is seen[-2].side:
        return ""
    return "" if seen[-1].state else _("Moved at {time}").format(time=seen[-1].at[11:16])


def spoken(named: Named, groups: Mapping[RecordId, str]) -> str:
    """A row as it is read out."""
    parts = (named.name, state_words(named.row), side_words(named.row), about_words(named, groups))
    return ". ".join(part.rstrip(".") for part in parts if part)


def places_of(count: HereCount) -> str:
    """ "9 in the room · 5 remote": where those sit who are there."""
    told = (
        (count.room, _("{count} in the room")),
        (count.remote, _("{count} remote")),
        (count.both, _("{count} in the room and on the call")),
        (count.unsaid, _("{count} not said where")),
    )
    return " · ".join(words.format(count=number) for number, words in told if number)


def rest_of(count: HereCount) -> str:
    """ "6 expected · 1 left": who of the list is not there."""
    told = ((count.expected, _("{count} expected")), (count.left, _("{count} left")))
    return " · ".join(words.format(count=number) for number, words in told if number)
