"""The totals of the appendix: each computed, with the rule it was computed by; nothing is guessed from another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from capture_app.domain.dates import NO_YEAR, dates_in, place_in_time
from capture_app.domain.one_date import WHOLE_DAY
from capture_app.domain.record import RecordId
from capture_app.domain.records import Attendance
from capture_app.domain.totals import date_key, sent_key
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import Focus, Grain, Precision, YesNo
from capture_app.reports.appendix import Workshop, in_appendix
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.dated import meant_words
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that was computed, and how. topic: under which name sources make claims about the same."""

    what: str
    value: str
    rule: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: a session, or a call for feedback. `day`: whether it is known to the day."""

    name: str
    given: str
    meant: str
    day: bool


@dataclass(frozen=True, slots=True)
class Covered:
    """A theme of the frame and the workshops of the appendix that bear on it (B4, X15).

    touched: those that were not meant mainly for it, and only touched on it.
    """

    theme: RecordId
    called: str
    workshops: tuple[str, ...]
    touched: tuple[str, ...]

    @property
    def bare(self) -> bool:
        """Whether none bears on it in either way."""
        return not (self.workshops or self.touched)


def figures_of(material: WholeMaterial, workshops: Sequence[Workshop]) -> tuple[Figure, ...]:
    """Every total, in the order of the page."""
    here = [one for one in workshops if in_appendix(one)]
    return (
        *_inclusion(workshops),
        *_headcounts(here),
        *_listed(material, here),
        *_returned(material, here),
    )


def total_headcount(workshops: Iterable[Workshop]) -> int:
    """The sum of the headcounts that can be added up."""
    return sum(one.headcount or 0 for one in workshops)


def series_of(workshops: Iterable[Workshop]) -> tuple[str, ...]:
    """The series, each once, in the order in which they come."""
    return tuple(dict.fromkeys(one.session.series for one in workshops))


def bodies_of(material: WholeMaterial, entries: Iterable[Attendance]) -> set[str]:
    """The entries with those put together that somebody recorded as the same (C5, M4): never by likeness.

    An entry counts as the organisation it is linked to; else as the one that has exactly its spelling as a
    name; a kind of people counts as its category.
    """
    spelt = {name: one for one, name in material.organisations.items()}
    spelt |= {name.text: name.organisation for name in material.names}
    return {_body(one, spelt.get(one.listing, "")) for one in entries}


def attended_returns(workshops: Iterable[Workshop]) -> int:
    """How many returns are from an organisation that is listed as attending that very workshop."""
    return sum(
        bool(one.organisation) and one.organisation in {entry.organisation for entry in workshop.listed}
        for workshop in workshops
        for one in workshop.returns
    )


def dates_of(material: WholeMaterial, workshops: Iterable[Workshop]) -> tuple[Dated, ...]:
    """Sessions, in the order in which the window has them, and calls among them (B5, X5, X7)."""
    found = [(date_key(one.session), _dated(one.name, one.session.date)) for one in workshops]
    found += [
        (sent_key(call), _dated(_("Call: {title}").format(title=call.title), call.sent))
        for call in material.calls
    ]
    return tuple(one for _key, one in sorted(found, key=itemgetter(0)))


def _dated(name: str, date: DateGiven) -> Dated:
    return Dated(name, date.given, meant_words(date), _known_to_the_day(date))


def _known_to_the_day(date: DateGiven) -> bool:
    """Also where the year was worked out, and of several days; a day of no year has no place in time (X5)."""
    found = dates_in(date)
    days = len(found) > 1 and all(len(one) == WHOLE_DAY for one in found)
    of_days = date.precision is Precision.RANGE and days
    exact = of_days or date.precision in (Precision.DAY, Precision.YEAR_UNKNOWN)
    return exact and not place_in_time(date).startswith(NO_YEAR)


def coverage_of(material: WholeMaterial, workshops: Iterable[Workshop]) -> tuple[Covered, ...]:
    """Sections and key areas with the workshops of the appendix that bear on them; none is left out."""
    bearing = {(link.theme, link.session): link.focus for link in material.focus}
    here = [one for one in workshops if in_appendix(one)]

    def those(theme: RecordId, focus: Focus) -> tuple[str, ...]:
        return tuple(one.name for one in here if bearing.get((theme, one.session.id)) is focus)

    return tuple(
        Covered(node.id, node.called, those(node.id, Focus.PRIMARY), those(node.id, Focus.SECONDARY))
        for node in material.frame
        if node.code
    )


def areas_covered(material: WholeMaterial, series: str) -> tuple[int, int]:
    """How many of the key areas have a session of this series, and how many areas there are."""
    held = {session.id for session in material.sessions if session.series == series}
    covered = {link.theme for link in material.focus if link.session in held} & material.areas
    return len(covered), len(material.areas)


def _inclusion(workshops: Sequence[Workshop]) -> Iterator[Figure]:
    """Three facts of which none follows from another (A7, X2)."""

    def marked(field: str) -> int:
        return sum(getattr(one.session, field) is YesNo.YES for one in workshops)

    yield Figure(
        _("Sessions in this workspace"), str(len(workshops)), _("every session, whatever it is marked as")
    )
    yield Figure(
        _("Counted in the total"),
        str(marked("counted_in_total")),
        _("marked as counted in the total"),
        _("workshops held"),
    )
    yield Figure(_("Listed in the appendix"), str(marked("in_appendix")), _("marked as in the appendix"))
    yield Figure(_("Analysed"), str(marked("in_analysis")), _("marked as part of the analysis"))


def _headcounts(here: Sequence[Workshop]) -> Iterator[Figure]:
    sums = []
    for series in series_of(here):
        own = [one for one in here if one.session.series == series]
        name = _("Headcount, series {series}").format(series=series or _("not recorded"))
        added = [one for one in own if one.headcount is not None]
        if not added:
            yield Figure(name, _("Not recorded"), _rule_without_sum(own))
            continue
        sums.append(total_headcount(added))
        yield Figure(name, str(sums[-1]), _sum_rule(added, own))
    if sums:
        rule = _("the headcounts of the series above, {sums}; no number is taken from lists of organisations")
        yield Figure(
            _("Headcounts in all"),
            str(sum(sums)),
            rule.format(sums=" + ".join(map(str, sums))),
            _("responses"),
        )


def _sum_rule(added: Sequence[Workshop], own: Sequence[Workshop]) -> str:
    said = " + ".join(str(one.headcount) for one in added)
    left = [one.name for one in own if one not in added]
    if left:
        return _("{sum}; not in it: {names}").format(sum=said, names=", ".join(left))
    return said


def _rule_without_sum(own: Sequence[Workshop]) -> str:
    if any(one.overlaps for one in own):
        return _("some may have been counted in two kinds, so nothing is added up")
    if any(entry.count is not None for one in own for entry in one.entries):
        return _("a number of people stands beside some organisations only; it is added to nothing")
    return _("organisations are listed, heads are not counted; one is never worked out from the other")


def _listed(material: WholeMaterial, here: Sequence[Workshop]) -> Iterator[Figure]:
    each = [len(one.entries) for one in here if one.entries]
    entries = [entry for one in here for entry in one.entries]
    if not entries:
        return
    rule = _("organisations, and kinds of people without a number, {sum}")
    yield Figure(_("Listed entries"), str(len(entries)), rule.format(sum=" + ".join(map(str, each))))
    spellings = {entry.listing for entry in entries}
    yield Figure(
        _("Distinct spellings"), str(len(spellings)), _("entries that differ in any letter count as two")
    )
    yield Figure(
        _("After putting together what is recorded as one"),
        str(len(bodies_of(material, entries))),
        _(
            "by recorded names and links alone, never because two look alike; a kind of people is one, not one person"
        ),
    )


def _returned(material: WholeMaterial, here: Sequence[Workshop]) -> Iterator[Figure]:
    if not material.returns:
        return
    yield Figure(
        _("Returns"),
        str(len(material.returns)),
        _("one organisation giving something back about one session"),
        _("written responses"),
    )
    bodies = {one.organisation or one.listing for one in material.returns}
    yield Figure(_("Organisations that returned something"), str(len(bodies)), _("each counted once"))
    yield Figure(
        _("Returns from an organisation listed as attending"),
        str(attended_returns(here)),
        _("listed at the very workshop the return is about"),
    )


def _body(entry: Attendance, spelt: RecordId) -> str:
    if entry.grain is Grain.ORGANISATION:
        return entry.organisation or spelt or entry.listing
    return entry.category or entry.listing
