"""What people decided and declared, in the summary of workshops: what counts and why (A7), and interests (A9)."""

from collections.abc import Iterator, Mapping, Sequence

from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Interest
from capture_app.domain.vocabulary import YesNo
from capture_app.reports.appendix import Workshop
from capture_app.reports.blocks import Block, Cell, Heading, Prose, Row, Table, Tone
from capture_app.reports.dated import date_told
from capture_app.words import _

_MARKS = ("counted_in_total", "in_appendix", "in_analysis")


def inclusion_told(workshops: Sequence[Workshop]) -> Iterator[Block]:
    """Of each session the three facts, its funding round and the reason; nothing where nothing was marked (A7)."""
    told = [one for one in workshops if _says_something(one)]
    if not told:
        return
    yield Heading(_("What is counted, and why"), 2)
    yield Prose(_("Three facts, of which none follows from another, as somebody marked them."), Tone.QUIET)
    yield Table(
        caption=_("Counted, listed and analysed, session by session (as marked)"),
        header=(_("Session"), _("In the total"), _("Listed"), _("Analysed"), _("Funding round"), _("Reason")),
        rows=tuple(map(_marked, told)),
        widths=(0.22, 0.1, 0.1, 0.11, 0.16, 0.31),
        short=_("What is counted"),
    )


def interests_told(interests: Sequence[Interest], people: Mapping[RecordId, str]) -> Iterator[Block]:
    """What those who judge or report declared about their own interests; no section where nobody did (A9).

    people: names by id of those who wish to be listed by name (C6).
    """
    if not interests:
        return
    yield Heading(_("Declared interests"))
    yield Prose(
        _(
            "What people who judge or report said of their own interests, in their words. Nobody is ranked by it."
        ),
        Tone.QUIET,
    )
    named = [(_who(one, people), one) for one in interests]
    yield Table(
        caption=_("Interests as declared"),
        header=(_("Who"), _("Declared"), _("In their words"), _("What follows from it")),
        rows=tuple(_declared(one, who) for who, one in sorted(named, key=_by_name)),
        widths=(0.22, 0.14, 0.34, 0.3),
        short=_("Interests"),
    )


def _who(one: Interest, people: Mapping[RecordId, str]) -> str:
    """As they were written down; else the person who was chosen, where they wish to be listed by name (C6)."""
    return one.declared_by or people.get(one.person or "", "")


def _by_name(named: tuple[str, Interest]) -> tuple[bool, Place, RecordId]:
    return not named[0], reading_order(named[0]), named[1].id


def _says_something(one: Workshop) -> bool:
    session = one.session
    marks = (getattr(session, name) is not YesNo.NOT_STATED for name in _MARKS)
    return any(marks) or bool(session.funding_round or session.inclusion_reason)


def _marked(one: Workshop) -> Row:
    session = one.session
    return (
        Cell(one.name),
        *(Cell(_mark(getattr(session, name))) for name in _MARKS),
        Cell(session.funding_round or _("Not recorded")),
        Cell(session.inclusion_reason or _("No reason recorded")),
    )


def _mark(said: YesNo) -> str:
    return {YesNo.YES: _("Yes"), YesNo.NO: _("No")}.get(said, _("Not stated"))


def _declared(one: Interest, who: str) -> Row:
    nobody = _("Somebody who is not named here") if one.person else _("Not named yet")
    return (
        Cell(who or nobody, one.part),
        Cell(date_told(one.declared) or _("No date given")),
        Cell(one.text or _("Not recorded")),
        Cell(one.effect or _("Not recorded")),
    )
