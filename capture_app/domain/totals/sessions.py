"""Totals of sessions: counted, listed and analysed, by series, in order, by key area; and what came back about them."""

from collections import Counter
from collections.abc import Iterator

from capture_app.domain.reading_order import in_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Session
from capture_app.domain.totals.shapes import Part, Programme, Total, What, by_series, session_words
from capture_app.domain.vocabulary import ThemeKind, YesNo


def included_of(programme: Programme) -> Iterator[Total]:
    """Counted, listed, analysed: three facts of which none follows from another (A7, X2)."""
    ordered = programme.ordered()
    facts = {
        What.COUNTED: [(one, one.counted_in_total) for one in ordered],
        What.LISTED: [(one, one.in_appendix) for one in ordered],
        What.ANALYSED: [(one, one.in_analysis) for one in ordered],
    }
    for what, told in facts.items():
        yes = [one for one, fact in told if fact is YesNo.YES]
        unsaid = sum(fact is YesNo.NOT_STATED for _, fact in told)
        parts = tuple(Part(series, len(held), _named(held)) for series, held in by_series(yes).items())
        yield Total(what=what, count=len(yes), parts=parts, unsaid=unsaid)


def series_of(programme: Programme) -> Iterator[Total]:
    """The sessions of each series, and all of them in the order in which they were held (B1, B5, X7)."""
    ordered = programme.ordered()
    for series, held in by_series(ordered).items():
        parts = tuple(Part(one.label, 1, _dated(one)) for one in held)
        yield Total(what=What.SERIES, of=series, count=len(held), parts=parts)
    yield _dates_of(ordered)


def areas_of(programme: Programme) -> Iterator[Total]:
    """For each series, which key areas its sessions bear on, and which none does (B4, X15)."""
    areas = [theme.id for theme in programme.themes if theme.theme_kind is ThemeKind.AREA]
    bearing = {(link.session, link.theme) for link in programme.links}
    for series, held in by_series(programme.ordered()).items():
        found = {area: [one for one in held if (one.id, area) in bearing] for area in areas}
        covered = sum(bool(sessions) for sessions in found.values())
        if covered:
            parts = tuple(
                Part(programme.called.get(area, area), len(sessions), _named(sessions))
                for area, sessions in found.items()
            )
            yield Total(what=What.AREAS, of=series, count=covered, parts=parts)


def returns_of(programme: Programme) -> Iterator[Total]:
    """Returns, each an organisation about a session; whom they came from; which of those were there (X17, X20)."""
    known = programme.words()
    about = Counter(one.about for one in programme.returns)
    by_session = tuple(Part(words, about[session]) for session, words in known.items() if about[session])
    yield Total(what=What.RETURNS, count=len(programme.returns), parts=by_session)
    yield _returners(programme)
    there: set[tuple[RecordId, RecordId]] = {
        (one.session, one.organisation) for one in programme.attendance if one.organisation
    }
    both = [one for one in programme.returns if (one.about, one.organisation) in there]
    parts = tuple(Part(known.get(one.about, ""), 1, (one.listing,)) for one in both)
    yield Total(what=What.RETURNED_AND_LISTED, count=len(both), parts=parts)


def _dates_of(ordered: list[Session]) -> Total:
    """Those whose date could be read; a date that was typed and not read is no missing one (B3)."""
    read = sum(bool(one.date.edtf) for one in ordered)
    unread = sum(bool(one.date.given.strip()) and not one.date.edtf for one in ordered)
    return Total(
        what=What.DATES,
        count=read,
        parts=tuple(Part(one.label, int(bool(one.date.edtf)), _dated(one)) for one in ordered),
        unsaid=len(ordered) - read - unread,
        unread=unread,
    )


def _returners(programme: Programme) -> Total:
    names = {one.id: one.name for one in programme.organisations}
    bodies = Counter(names.get(one.organisation, one.listing) for one in programme.returns)
    parts = tuple(Part(name, bodies[name]) for name in in_order(bodies))
    return Total(what=What.RETURNERS, count=len(bodies), parts=parts)


def _named(sessions: list[Session]) -> tuple[str, ...]:
    return tuple(session_words(one) for one in sessions)


def _dated(session: Session) -> tuple[str, ...]:
    return (session.date.given,) if session.date.given else ()
