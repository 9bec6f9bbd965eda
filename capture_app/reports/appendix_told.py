"""The summary of workshops as a document: the tables, the totals with their rules, and what sources say."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from capture_app.domain.vocabulary import Side
from capture_app.reports.appendix import (
    Workshop,
    attendees,
    door_counts,
    in_appendix,
    running_words,
    workshops_of,
)
from capture_app.reports.appendix_claims import Said, Topic, topics_of
from capture_app.reports.appendix_declared import inclusion_told, interests_told
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.appendix_numbers import given_told, nations_told
from capture_app.reports.appendix_totals import Covered, Figure, coverage_of, dates_of, figures_of
from capture_app.reports.appendix_written import feedback_told
from capture_app.reports.blocks import Block, Cell, Heading, Notice, Prose, Report, Row, Table, Tone
from capture_app.reports.contested import contested_told
from capture_app.reports.names import check_word
from capture_app.reports.places import BETWEEN
from capture_app.words import _


def appendix_of(material: WholeMaterial) -> Report:
    """The summary of workshops of a whole consultation (M1, delight 17). Equal material gives an equal document."""
    workshops = workshops_of(material)
    here = [one for one in workshops if in_appendix(one)]
    topics = topics_of(material, workshops)
    plan = material.consultation
    return Report(
        title=_("Summary of workshops"),
        above=BETWEEN.join(part for part in (plan.title, plan.stage) if part),
        below=_("Appendix: what is listed, what is counted, and what sources say"),
        every_page=plan.invented,
        blocks=(
            *contested_told(material.contested),
            *_table(here),
            *_door(here),
            *given_told(here),
            *_returns(here),
            *feedback_told(material, workshops),
            *_totals(material, workshops, topics),
            *nations_told(material),
            *inclusion_told(workshops),
            *_dates(material, workshops),
            *_coverage(material, workshops),
            *_claims(topics),
            *interests_told(material.interests, material.people),
        ),
    )


def _table(here: Sequence[Workshop]) -> Iterator[Block]:
    yield Heading(_("Workshops"))
    if not here:
        yield Prose(
            _(
                "No session is marked as listed in the appendix yet. That is said on the page Sessions, under "
                "Details: Where it counts."
            )
        )
        return
    yield Prose(
        _(
            "Every session that is marked as listed in the appendix, as the sources give it. Where people were "
            "counted, their numbers stand; where organisations were listed, their names. Neither is worked "
            "out from the other."
        ),
        Tone.QUIET,
    )
    yield Table(
        caption=_("Summary of workshops"),
        header=(_("Workshop"), _("Date as given"), _("Theme as given"), _("Attendees")),
        rows=tuple(map(_row, here)),
        widths=(0.15, 0.13, 0.22, 0.5),
        short=_("Workshops"),
    )


def _row(one: Workshop) -> Row:
    running = running_words(one)
    note = _("There to run or watch it: {who}").format(who=running) if running else ""
    return (
        Cell(one.session.label),
        Cell(one.session.date.given),
        Cell(one.session.theme_as_given),
        Cell(attendees(one) or _("Not recorded"), note),
    )


def _door(here: Sequence[Workshop]) -> Iterator[Block]:
    rows = []
    for one in here:
        counts = door_counts(one)
        if counts:
            sides = (Side.ROOM, Side.REMOTE, Side.CHAT)
            numbers = (str(counts[side]) if side in counts else "" for side in sides)
            rows.append((Cell(one.name), *map(Cell, numbers), Cell(str(sum(counts.values())))))
    if rows:
        yield Table(
            caption=_("Counted at the door: the same people in another way, so never added to the above"),
            header=(
                _("Workshop"),
                _("In the room"),
                _("On the link"),
                _("In the chat"),
                _("Together (computed)"),
            ),
            rows=tuple(rows),
            widths=(0.34, 0.15, 0.15, 0.15, 0.21),
            numbers=frozenset({1, 2, 3, 4}),
            short=_("At the door"),
        )


def _returns(here: Sequence[Workshop]) -> Iterator[Block]:
    yield Heading(_("Returns"))
    rows = []
    for one in here:
        headings = dict.fromkeys(each.heading for each in one.returns)
        for heading in headings:
            who = ", ".join(each.listing for each in one.returns if each.heading == heading)
            rows.append((Cell(one.name), Cell(heading), Cell(who)))
    if not rows:
        yield Prose(_("No return about a workshop of the appendix is listed."))
        return
    yield Table(
        caption=_("What came back about each workshop, as given"),
        header=(_("Workshop"), _("Heading as given"), _("Organisations")),
        rows=tuple(rows),
        widths=(0.2, 0.36, 0.44),
        short=_("Returns"),
    )
    yield Prose(
        _("A return is filed under the workshop it is about; when it came is another fact."), Tone.QUIET
    )


def _totals(
    material: WholeMaterial, workshops: Sequence[Workshop], topics: Sequence[Topic]
) -> Iterator[Block]:
    yield Heading(_("Totals"))
    yield Prose(
        _(
            "Each number is computed from the records of this workspace, by the rule beside it. What a source "
            "claims about the same stands below the rule, as a claim."
        ),
        Tone.QUIET,
    )
    here = [one for one in workshops if in_appendix(one)]
    yield Table(
        caption=_("Workshop by workshop (computed)"),
        header=(_("Workshop"), _("Headcount"), _("Listed entries"), _("Returns")),
        rows=tuple(map(_numbers, here)),
        widths=(0.4, 0.24, 0.18, 0.18),
        numbers=frozenset({1, 2, 3}),
        short=_("By workshop"),
    )
    yield Table(
        caption=_("Totals (computed)"),
        header=(_("What"), _("Computed"), _("By this rule")),
        rows=tuple(
            (Cell(one.what), Cell(one.value), Cell(one.rule, _claimed(one, topics)))
            for one in figures_of(material, workshops)
        ),
        widths=(0.36, 0.16, 0.48),
        numbers=frozenset({1}),
        short=_("Totals"),
    )


def _claimed(figure: Figure, topics: Sequence[Topic]) -> str:
    """What sources claim about the same as a number, each with its place."""
    said = [
        _("Claimed: {claim} ({source})").format(claim=one.claimed, source=one.source)
        for topic in topics
        for one in topic.claims
        if figure.topic and one.topic.casefold() == figure.topic and not one.about
    ]
    return "\n".join(said)


def _numbers(one: Workshop) -> Row:
    if one.headcount is not None:
        heads = Cell(str(one.headcount))
    elif one.overlaps:
        heads = Cell(_("Not added up"), _("some may be counted in two kinds"))
    else:
        beside = any(entry.count is not None for entry in one.entries)
        heads = Cell(_("Not recorded"), _("only beside organisations") if beside else "")
    return Cell(one.name), heads, Cell(str(len(one.entries))), Cell(str(len(one.returns)))


def _dates(material: WholeMaterial, workshops: Sequence[Workshop]) -> Iterator[Block]:
    yield Heading(_("In the order of their dates"))
    yield Prose(
        _("A label is not an order: what counts is the date. Calls for feedback stand among the sessions."),
        Tone.QUIET,
    )
    dates = dates_of(material, workshops)
    places = accumulate(int(one.day) for one in dates)
    yield Table(
        caption=_("Sessions and calls by date, all of the consultation (computed)"),
        header=(_("Order"), _("What"), _("Date as given"), _("Date as read")),
        rows=tuple(
            (
                Cell(str(at) if one.day else _("Day not known")),
                Cell(one.name),
                Cell(one.given),
                Cell(one.meant),
            )
            for at, one in zip(places, dates, strict=True)
        ),
        widths=(0.14, 0.34, 0.22, 0.3),
        short=_("By date"),
    )


def _coverage(material: WholeMaterial, workshops: Sequence[Workshop]) -> Iterator[Block]:
    covered = coverage_of(material, workshops)
    if not covered:
        return
    yield Heading(_("What the workshops bear on"))
    bare = [one.called for one in covered if one.bare]
    if bare:
        yield Notice(_("No workshop of the appendix bears on {themes}").format(themes="; ".join(bare)))
    yield _covered_table(covered)


def _covered_table(covered: Sequence[Covered]) -> Table:
    """What was only touched on stands in a column of its own, where there is any (B4)."""
    touched = any(one.touched for one in covered)
    ways = [(one.called, (one.workshops, one.touched) if touched else (one.workshops,)) for one in covered]
    names = (_("Main focus of"), _("Also touched by")) if touched else (_("Main focus of"),)
    return Table(
        caption=_("Sections and key areas, and the workshops of the appendix on each (computed)"),
        header=(_("Section or key area"), *names),
        rows=tuple(
            (Cell(called), *(Cell(", ".join(those) or _("none")) for those in by_way))
            for called, by_way in ways
        ),
        widths=(0.4, 0.3, 0.3) if touched else (0.5, 0.5),
        short=_("Coverage"),
    )


def _claims(topics: Sequence[Topic]) -> Iterator[Block]:
    yield Heading(_("What sources say"))
    if not topics:
        yield Prose(_("No claim of a source is recorded."))
        return
    yield Prose(
        _(
            "“Claimed” is what a source says, kept as it stands; “computed” is counted from the records of this "
            "workspace. Neither replaces the other, and nothing here is settled."
        ),
        Tone.QUIET,
    )
    differing = [one for topic in topics if topic.differs for one in topic.claims]
    other = [one for topic in topics if not topic.differs for one in topic.claims]
    yield Heading(_("Where sources say different things"), 2)
    if differing:
        yield _claims_table(_("Claims that differ from one another"), _("Claims that differ"), differing)
    else:
        yield Prose(_("Nowhere: no two claims about one thing differ."))
    if other:
        yield Heading(_("Other claims"), 2)
        yield _claims_table(_("Other claims, beside what is computed"), _("Other claims"), other)


def _claims_table(caption: str, short: str, claims: Sequence[Said]) -> Table:
    return Table(
        caption=caption,
        header=(_("Topic"), _("Claimed"), _("Computed here"), _("Compared"), _("Source")),
        rows=tuple(map(_claim_row, claims)),
        widths=(0.19, 0.18, 0.2, 0.13, 0.3),
        short=short,
    )


def _claim_row(one: Said) -> Row:
    return (
        Cell(one.topic, one.about),
        Cell(one.claimed),
        Cell(one.computed or _("Nothing is counted under this name")),
        Cell(check_word(one.check)),
        Cell(one.source, one.note),
    )
