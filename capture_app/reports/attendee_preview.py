"""The sheet sent out before a session: who is coming, each as they wish to be listed (C6; report p. 29)."""

from collections.abc import Iterator

from capture_app.domain.records import Attendance
from capture_app.reports.attendance_sheet import left_off
from capture_app.reports.attending import Attending, Listed, attending_of
from capture_app.reports.blocks import Block, Bullets, Cell, Heading, Notice, Prose, Report, Table, Tone
from capture_app.reports.session_paper import (
    SessionPaper,
    project_line,
    ruled_parts,
    session_line,
    session_name,
)
from capture_app.words import _


def attendee_preview_of(paper: SessionPaper) -> Report:
    """The attendee preview (C6). Equal material gives an equal document."""
    return Report(
        title=_("Who is coming to {session}").format(session=session_name(paper)),
        above=project_line(paper),
        below=session_line(paper),
        every_page=paper.consultation.invented,
        blocks=tuple(_told(paper, attending_of(paper))),
    )


def _told(paper: SessionPaper, attending: Attending) -> Iterator[Block]:
    yield Prose(
        _(
            "So that you know beforehand whom you may meet. Everybody stands here as they wish to, and nobody is "
            "named who was not asked. To be listed in another way, or not at all, tell the project lead."
        )
    )
    if attending.nobody:
        yield Prose(_("Nobody is recorded for this session yet."))
    if attending.people:
        yield Heading(_("People"))
        yield Table(
            caption=_("People, as they wish to be listed"),
            header=(_("Name"), _("From"), _("Here as")),
            rows=tuple(
                (
                    Cell(one.name or _unnamed(one)),
                    Cell(one.organisation),
                    Cell(", ".join(one.roles)),
                )
                for one in attending.people
            ),
            widths=(0.4, 0.35, 0.25),
            short=_("People"),
        )
    if attending.organisations:
        yield Heading(_("Organisations"))
        yield Bullets(attending.organisations)
    if attending.categories:
        yield Heading(_("Kinds of people"))
        yield Bullets(tuple(map(_category, attending.categories)))
    yield from left_off(attending)
    for rule, words in ruled_parts(paper):
        yield Notice(rule, words)
    if paper.protection and paper.protection.contact:
        yield Prose(_("Questions: {contact}").format(contact=paper.protection.contact), Tone.QUIET)


def _unnamed(one: Listed) -> str:
    """Somebody whose name does not stand here, of whom no organisation may be recorded either (C6)."""
    if one.organisation:
        return _("A person from this organisation")
    return _("A person whose organisation is not recorded")


def _category(one: Attendance) -> str:
    return one.listing or one.category
