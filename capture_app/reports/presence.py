"""Who was there, which groups they made, and who took minutes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from capture_app.domain.record import Plain
from capture_app.domain.records import Attendance, Group, Sheet
from capture_app.domain.vocabulary import Agreement, Grain, GroupMode, Heard, SheetState, Side
from capture_app.domain.who_is_here import attendees, was_seen
from capture_app.reports.appendix import is_at_the_door, is_taking_part
from capture_app.reports.material import Material
from capture_app.reports.places import Places
from capture_app.reports.wording import organisation_words


@dataclass(frozen=True, slots=True)
class Counted:
    """A category as it is listed; `count` is None where the source gives none (C3).

    added: whether it is added up with the others: not who ran it or looked on, nor a count at the door beside them.
    overlaps: some may have been counted in another entry as well (X23).
    """

    listing: str
    category: str
    count: int | None
    side: Side | None
    added: bool = True
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class KeptThen:
    """What was marked of one grain while the session ran: how many of those listed were seen there.

    walk_ins: how many came whom nobody had listed; they are among neither.
    numbers: what each headcount or organisation came to, as it is listed, where somebody counted.
    """

    grain: Grain
    came: int
    listed: int
    walk_ins: int = 0
    numbers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there, at the three grains in which it was given, none worked out from another (C3).

    organisations: as listed, each with its headcount where it has one; with_people: how many have one.
    unnamed: how many people are entered who did not say that their name may be listed (C6).
    kept: what was marked while it ran; empty where nobody kept the list then.
    """

    counted: tuple[Counted, ...]
    organisations: tuple[str, ...]
    people: tuple[str, ...]
    unnamed: int = 0
    kept: tuple[KeptThen, ...] = ()
    with_people: int = 0

    @property
    def total(self) -> int:
        """The sum of the counts that are given and may be added up."""
        return sum(one.count or 0 for one in self._added)

    @property
    def with_count(self) -> int:
        """How many categories are in the sum."""
        return sum(one.count is not None for one in self._added)

    @property
    def apart(self) -> int:
        """How many counts stand apart from the sum: of who ran it or looked on, and at the door."""
        return sum(one.count is not None and not one.added for one in self.counted)

    @property
    def overlaps(self) -> bool:
        """Whether somebody may stand in two of the counts that would be added up, so that none is (X23)."""
        return any(one.overlaps and one.count is not None for one in self._added)

    @property
    def without_count(self) -> int:
        """How many categories are listed without a count, and so are not in the sum."""
        return sum(one.count is None for one in self._added)

    @property
    def _added(self) -> tuple[Counted, ...]:
        return tuple(one for one in self.counted if one.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntry:
    """One sheet of a breakout group, or a group without any (D1). `code` ("G2") is what references use.

    headcounts, remote: every value that stands, so two where laptops differ; empty where nobody counted.
    said: how many lines somebody in the group said; confirmed, dissent: of how many it confirmed the words, as they
    were written or corrected, and of how many not everybody agreed. reopened: why the worksheet was opened again.
    """

    code: str
    label: str
    mode: GroupMode
    facilitator: str
    headcounts: tuple[int, ...] = ()
    remote: tuple[int, ...] = ()
    state: SheetState | None = None
    said: int = 0
    confirmed: int = 0
    dissent: int = 0
    reopened: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """One taker's minutes; `code` ("Minutes 2") is what references use (E1). `agreement`: it is the agreed version."""

    code: str
    taker: str
    lines: int
    agreement: Agreement | None = None


def presence_of(material: Material) -> Presence:
    """The attendance of a session."""

    def listed(grain: Grain) -> Iterable[Attendance]:
        own = (entry for entry in material.attendance if entry.grain is grain)
        return (entry for entry in own if not entry.says_nothing)

    organisations = list(listed(Grain.ORGANISATION))
    named = [_name(material, entry) for entry in listed(Grain.PERSON)]
    return Presence(
        counted=tuple(_counted(list(listed(Grain.CATEGORY)))),
        organisations=tuple(map(organisation_words, organisations)),
        people=tuple(name for name in named if name),
        unnamed=named.count(""),
        kept=_kept(material) if any(map(was_seen, material.marks)) else (),
        with_people=sum(entry.count is not None for entry in organisations),
    )


def _counted(entries: Sequence[Attendance]) -> Iterator[Counted]:
    """Counts at the door stand in for those of what is listed only where nothing listed has one."""
    there = [one for one in entries if one.count is not None and is_taking_part(one)]
    only_the_door = all(map(is_at_the_door, there))
    for one in entries:
        door = is_at_the_door(one)
        added = is_taking_part(one) and (only_the_door or not door)
        overlaps = one.may_overlap and not door
        yield Counted(one.listing, one.category, one.count, one.side, added=added, overlaps=overlaps)


def _name(material: Material, entry: Attendance) -> str:
    """The name of somebody who said that it may be listed. Whoever was only typed in was not asked (C6)."""
    return material.people.get(entry.person or "", "")


def _kept(material: Material) -> tuple[KeptThen, ...]:
    rows = attendees(material.attendance, material.marks)
    found: list[KeptThen] = []
    for grain in (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY):
        own = [row for row in rows if row.entry.grain is grain]
        came = [row for row in own if row.came]
        numbers = [(row.entry.listing or row.entry.category, row.count) for row in came]
        told = tuple((words, count) for words, count in numbers if count is not None)
        if own:
            unlisted = sum(row.entry.walk_in for row in own)
            walk_ins = sum(row.entry.walk_in for row in came)
            numbered = told if grain is not Grain.PERSON else ()
            found.append(KeptThen(grain, len(came) - walk_ins, len(own) - unlisted, walk_ins, numbered))
    return tuple(found)


def groups_of(material: Material, places: Places) -> tuple[GroupEntry, ...]:
    """The groups of a session with what their sheets say of them, in order."""
    entries: list[GroupEntry] = []
    for group in material.groups:
        sheets = [sheet for sheet in material.sheets if sheet.group == group.id]
        entries.extend(_group(material, group, sheet, places.sheets[sheet.id]) for sheet in sheets)
        if not sheets:
            code = places.groups[group.id]
            entries.append(
                GroupEntry(code=code, label=group.label, mode=group.mode, facilitator=group.facilitator)
            )
    return tuple(entries)


def streams_of(material: Material, places: Places) -> tuple[Stream, ...]:
    """The streams of minutes of a session, in order; what was agreed of them comes last."""
    return tuple(
        Stream(
            places.minutes[one.id],
            one.taker,
            sum(line.minutes == one.id for line in material.lines),
            one.agreement,
        )
        for one in sorted(material.minutes, key=lambda one: one.agreement is not None)
    )


def _group(material: Material, group: Group, sheet: Sheet, code: str) -> GroupEntry:
    heard = [line.spoken_of for line in material.lines if line.sheet == sheet.id and line.is_said]
    return GroupEntry(
        code=code,
        label=group.label,
        mode=group.mode,
        facilitator=group.facilitator,
        headcounts=_numbers(material.standing(sheet.id, "headcount", sheet.headcount)),
        remote=_numbers(material.standing(sheet.id, "remote_headcount", sheet.remote_headcount)),
        state=sheet.state,
        said=len(heard),
        confirmed=heard.count(Heard.CONFIRMED) + heard.count(Heard.CORRECTED),
        dissent=heard.count(Heard.DISSENT),
        reopened=sheet.reopened_because.strip(),
    )


def _numbers(standing: Iterable[Plain]) -> tuple[int, ...]:
    return tuple(sorted(value for value in standing if isinstance(value, int)))
