"""What the list of who is here says, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from capture_app.domain.record import RecordId
from capture_app.domain.records import AttendanceMark
from capture_app.domain.vocabulary import Grain, Presence, Side
from capture_app.domain.who_is_here import Attendee, HereCount, same_words
from capture_app.services.attending import Named
from capture_app.words import _, n_


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


def spoken(named: Named, about: str) -> str:
    """A row as it is read out."""
    parts = (named.name, state_words(named.row), side_words(named.row), about)
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


def counts_told(grain: Grain, rows: Sequence[Attendee]) -> str:
    """ "People: 12 came": how many of a grain were ever there."""
    came = sum(row.came for row in rows if row.entry.grain is grain)
    return _("{grain}: {count} came").format(grain=grain_words(grain), count=came)


def trail_words(row: Attendee, groups: Mapping[RecordId, str]) -> str:
    """ "09:31 here, room · 10:40 remote · 11:20 left": all that was kept of a row, in its order."""
    return " · ".join(_mark_words(mark, groups) for mark in row.trail)


def unmarked_words(rows: Iterable[Attendee]) -> str:
    """How many were expected whom nobody marked as here; empty where there are none."""
    missing = [row.entry.grain for row in rows if not row.came]
    told = (
        n_("{count} person", "{count} people", missing.count(Grain.PERSON)),
        n_("{count} organisation", "{count} organisations", missing.count(Grain.ORGANISATION)),
        n_("{count} headcount", "{count} headcounts", missing.count(Grain.CATEGORY)),
    )
    grains = (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY)
    found = [words for words, grain in zip(told, grains, strict=True) if grain in missing]
    return _("On the list, and not marked as here: {which}.").format(which=", ".join(found)) if found else ""


def same_words_told(rows: Iterable[Attendee]) -> str:
    """Which walk-ins have the same words, so that they may be counted twice; empty where there are none."""
    found = [
        _("“{words}” ({count} times)").format(words=words, count=count) for words, count in same_words(rows)
    ]
    if not found:
        return ""
    return _(
        "With a walk-in the same words stand on the list more than once: {which}. Each counts by itself; if they "
        "are one, take the others away below."
    ).format(which="; ".join(found))


def _mark_words(mark: AttendanceMark, groups: Mapping[RecordId, str]) -> str:
    state = {Presence.HERE: _("here"), Presence.LEFT: _("left"), Presence.EXPECTED: _("expected")}
    side = {Side.ROOM: _("room"), Side.REMOTE: _("remote"), Side.CHAT: _("chat")}
    parts = [state[mark.state] if mark.state else "", side[mark.side] if mark.side else ""]
    if mark.group is not None:
        parts.append(groups.get(mark.group, "") or _("no group"))
    if mark.count is not None:
        parts.append(_("{count} counted").format(count=mark.count))
    return f"{mark.at[11:16]} {', '.join(part for part in parts if part)}"
