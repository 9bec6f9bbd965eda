"""The sheet that lies at the door: who is expected, to be ticked off, and empty rows for whoever comes besides.

It asks for nothing but a name as somebody wants it, whom they are from, and whether they sit in the room.
"""

from collections.abc import Iterator

from capture_app.domain.records import Attendance
from capture_app.reports.attending import Attending, Listed, attending_of
from capture_app.reports.blocks import Block, Cell, Heading, Notice, Prose, Report, Row, Table, Tone
from capture_app.reports.session_paper import (
    SessionPaper,
    project_line,
    ruled_parts,
    session_line,
    session_name,
)
from capture_app.words import _, n_

WALK_INS = 10
"""Empty rows for people nobody expected."""


def attendance_sheet_of(paper: SessionPaper) -> Report:
    """The attendance sheet (C3, C6). Equal material gives an equal document."""
    return Report(
        title=_("Attendance at {session}").format(session=session_name(paper)),
        above=project_line(paper),
        below=session_line(paper),
        every_page=paper.consultation.invented,
        blocks=tuple(_told(paper, attending_of(paper))),
    )


def _told(paper: SessionPaper, attending: Attending) -> Iterator[Block]:
    for rule, words in ruled_parts(paper):
        yield Notice(rule, words)
    yield Prose(_("Sign with the name you want to be called by. You need not sign to take part."), Tone.QUIET)
    if attending.people:
        yield from _people(attending.people)
    if attending.organisations:
        yield from _organisations(attending.organisations)
    if attending.categories:
        yield from _categories(attending.categories)
    yield from left_off(attending)
    yield Heading(_("Whoever comes besides"))
    yield Table(
        caption=_("People nobody expected, as they want to be called"),
        header=(_("Name"), _("From"), _("In the room or on the link")),
        rows=((Cell(), Cell(), Cell()),) * WALK_INS,
        widths=(0.4, 0.35, 0.25),
        short=_("Besides"),
        by_hand=True,
    )


def left_off(attending: Attending) -> Iterator[Block]:
    """How many are expected whose names do not stand here, and why; without a name."""
    if attending.unlisted:
        yield Prose(
            n_(
                "{count} person is expected who wishes to be on no list.",
                "{count} people are expected who wish to be on no list.",
                attending.unlisted,
            ),
            Tone.QUIET,
        )
    if attending.unasked:
        yield Notice(
            n_(
                "{count} person has not been asked how they wish to be listed",
                "{count} people have not been asked how they wish to be listed",
                attending.unasked,
            ),
            _("They are left off this sheet until somebody asks them."),
        )


def _people(people: tuple[Listed, ...]) -> Iterator[Block]:
    yield Heading(_("People"))
    yield Table(
        caption=_("People who are expected, each as they wish to be listed"),
        header=(_("Here"), _("Name"), _("From"), _("In the room or on the link")),
        rows=tuple(map(_person, people)),
        widths=(0.1, 0.35, 0.3, 0.25),
        short=_("People"),
        by_hand=True,
    )


def _person(one: Listed) -> Row:
    somebody = _("somebody from {organisation}").format(organisation=one.organisation)
    name = one.name or (somebody if one.organisation else _("somebody"))
    return Cell(tick=True), Cell(name), Cell(one.organisation), Cell()


def _organisations(organisations: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(_("Organisations"))
    yield Table(
        caption=_("Organisations as listed; how many came from each is a number of its own"),
        header=(_("Here"), _("Organisation"), _("How many, if counted")),
        rows=tuple((Cell(tick=True), Cell(one), Cell()) for one in organisations),
        widths=(0.1, 0.62, 0.28),
        short=_("Organisations"),
        by_hand=True,
    )


def _categories(categories: tuple[Attendance, ...]) -> Iterator[Block]:
    yield Heading(_("Kinds of people"))
    yield Table(
        caption=_("Kinds of people, counted and not named"),
        header=(_("Kind of people"), _("Recorded so far"), _("Room"), _("Link")),
        rows=tuple(
            (
                Cell(one.listing or one.category),
                Cell("" if one.count is None else str(one.count)),
                Cell(),
                Cell(),
            )
            for one in categories
        ),
        widths=(0.46, 0.22, 0.16, 0.16),
        numbers=frozenset({1}),
        short=_("Kinds of people"),
        by_hand=True,
    )
