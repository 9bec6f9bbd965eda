"""How a consultation ran, for its lead and board: principles, times, briefings, comments, what came of debriefs.

It holds nothing about anybody's care, and says of no debrief who wrote it (H2, I1, I8, I9).
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.records import Commenting, Dispatch, EngagementCheck, Session, TeamDebrief
from capture_app.domain.vocabulary import DispatchKind
from capture_app.reports.blocks import Block, Bullets, Cell, Heading, Prose, Report, Row, Table, Tone
from capture_app.reports.contested import contested_told
from capture_app.reports.dated import date_told
from capture_app.reports.engagement_words import (
    PRINCIPLES,
    contradiction_words,
    principle_words,
    sent_words,
    session_name,
    upheld_word,
)
from capture_app.reports.how_it_ran_material import RunMaterial
from capture_app.reports.names import yes_no_word
from capture_app.reports.places import BETWEEN
from capture_app.reports.real_times import real_times
from capture_app.words import _, n_

R = TypeVar("R", EngagementCheck, Dispatch, TeamDebrief)


def how_it_ran_of(material: RunMaterial) -> Report:
    """The whole document. Equal material gives an equal document."""
    plan = material.consultation
    return Report(
        title=_("How the consultation ran"),
        above=BETWEEN.join(part for part in (plan.title, plan.stage) if part),
        below=_("For the project lead and the board"),
        every_page=plan.invented,
        blocks=(
            *contested_told(material.contested),
            Prose(
                _("Nothing about the care of any person stands here, and no debrief says who wrote it."),
                Tone.QUIET,
            ),
            *_principles(material),
            *real_times(material),
            *_briefings(material),
            *_comments(material),
            *_issues(material),
        ),
    )


def _principles(material: RunMaterial) -> Iterator[Block]:
    yield Heading(_("Three principles of engagement"))
    yield Bullets(tuple(f"{name}. {asks}" for name, asks in principle_words().values()))
    if material.checks:
        yield Table(
            caption=_("How far each principle held, as somebody judged it"),
            header=(_("Looked at"), *(name for name, _asks in principle_words().values())),
            rows=tuple(_looks(material)),
            widths=(0.25, 0.25, 0.25, 0.25),
            short=_("Principles"),
        )
    looked = {one.session for one in material.checks}
    if "" not in looked:
        yield Prose(_("Nobody has looked at the consultation as a whole yet."))
    if bare := [session_name(one) for one in material.sessions if one.id not in looked]:
        words = n_("{count} session was not looked at", "{count} sessions were not looked at", len(bare))
        yield Prose(_("{what}: {which}.").format(what=words, which="; ".join(bare)))


def _looks(material: RunMaterial) -> Iterator[Row]:
    """The whole consultation first, then its sessions as they were held."""
    for session, checks in _by_session(material, material.checks):
        name = session_name(session) if session else _("The whole consultation")
        yield from (
            (Cell(name, _who(material, one)), *(_cell(one, name) for name in PRINCIPLES)) for one in checks
        )


def _briefings(material: RunMaterial) -> Iterator[Block]:
    yield Heading(_("Briefings"))
    briefings = [one for one in material.sent if one.briefing]
    if not briefings:
        yield Prose(_("No briefing on a topic is recorded."))
        return
    yield Table(
        caption=_("Briefings on topics, and how long before their session they were sent (computed)"),
        header=(_("Session"), _("Briefing"), _("Topic"), _("Sent on"), _("How long before"), _("To whom")),
        rows=tuple(
            _briefing(material, session, one)
            for session, those in _by_session(material, briefings)
            for one in those
        ),
        widths=(0.17, 0.22, 0.16, 0.13, 0.16, 0.16),
        short=_("Briefings"),
    )


def _briefing(material: RunMaterial, session: Session | None, one: Dispatch) -> Row:
    parts = {part.id: part.title for part in material.agenda if part.session == one.session}
    part = parts.get(one.part, "")  # one of another session is a slip, which the form tells
    about = (one.topic, part) if one.topic else (part or _("Not recorded"), "")
    words = sent_words(one, session)
    return (
        Cell(session_name(session) if session else _("No session named")),
        Cell(one.title or _("Not named yet"), _edition(one)),
        Cell(*about),
        Cell(date_told(one.sent) or _("No day written down")),
        Cell(words[:1].upper() + words[1:]),
        Cell(one.audience or _("Not recorded"), one.channel),
    )


def _comments(material: RunMaterial) -> Iterator[Block]:
    yield Heading(_("Comments on drafts"))
    if not material.comments:
        yield Prose(_("Who could comment on what was sent out is not recorded."))
        return
    papers = {one.id: one for one in material.sent}
    yield Table(
        caption=_("Who could comment, how many comments came, and what became of them (open: computed)"),
        header=(
            *(_("Paper"), _("Contributors"), _("Could comment"), _("Came"), _("Taken up")),
            *(_("In part"), _("Not taken up"), _("Open")),
        ),
        rows=tuple(_comment(papers.get(one.dispatch), one) for one in material.comments),
        widths=(0.2, 0.24, 0.14, 0.08, 0.08, 0.08, 0.09, 0.09),
        numbers=frozenset(range(3, 8)),
        short=_("Comments"),
    )
    named = {one.dispatch for one in material.comments}
    papers_only = [
        one for one in material.sent if one.dispatch_kind is DispatchKind.PAPER and not one.briefing
    ]
    bare = [one for one in papers_only if one.id not in named]
    if bare:
        words = n_(
            "Of {count} other paper nobody noted who could comment.",
            "Of {count} other papers nobody noted who could comment.",
            len(bare),
        )
        yield Prose(words, Tone.QUIET)


def _comment(paper: Dispatch | None, one: Commenting) -> Row:
    until = date_told(one.until)
    return (
        Cell(paper.title if paper else _("A paper that is not here"), _edition(paper) if paper else ""),
        Cell(one.contributors or _("Not named yet"), contradiction_words(one)),
        Cell(yes_no_word(one.may_comment), _("until {date}").format(date=until) if until else ""),
        *(Cell(_count(each)) for each in (one.came, one.taken_up, one.taken_in_part, one.not_taken_up)),
        Cell(_count(one.still_open)),
    )


def _issues(material: RunMaterial) -> Iterator[Block]:
    """Each issue of the team's debriefs, what was to change, what was changed, and what that led to (H2)."""
    yield Heading(_("From an issue to what came of it"))
    told = [one for one in material.debriefs if any((one.issues, one.proposed, one.changed, one.result))]
    if not told:
        yield Prose(_("No debrief of the team names an issue or a change."))
        return
    yield Table(
        caption=_("What the team’s debriefs led to"),
        header=(
            *(_("Session"), _("What was difficult"), _("What to change")),
            *(_("What was changed"), _("What came of it")),
        ),
        rows=tuple(
            _issue(material, session, one) for session, those in _by_session(material, told) for one in those
        ),
        widths=(0.16, 0.21, 0.21, 0.21, 0.21),
        short=_("Issues and changes"),
    )


def _issue(material: RunMaterial, session: Session | None, one: TeamDebrief) -> Row:
    edition = _new_edition(material, one)
    changed = one.changed or ("" if edition else _("Nothing recorded"))
    return (
        Cell(session_name(session) if session else _("No session named")),
        Cell(one.issues or _("Nothing recorded")),
        Cell(one.proposed or _("Nothing recorded")),
        Cell(*((changed, edition) if changed else (edition, ""))),
        Cell(one.result or _("Nothing recorded")),
    )


def _new_edition(material: RunMaterial, one: TeamDebrief) -> str:
    """The edition of the agenda that came of a debrief, and why it differs (B7); empty where none did."""
    agenda, reason = material.agendas.get(one.agenda, ""), material.reasons.get(one.agenda, "")
    if not agenda:
        return ""
    if not reason:
        return _("New edition of the agenda: {edition}").format(edition=agenda)
    return _("New edition of the agenda: {edition}. Why it changed: {reason}").format(
        edition=agenda, reason=reason
    )


def _by_session(material: RunMaterial, records: Iterable[R]) -> Iterator[tuple[Session | None, list[R]]]:
    """Records by their session, those of none first, then as the sessions were held."""
    found: dict[RecordId, list[R]] = {}
    for one in records:
        found.setdefault(one.session, []).append(one)
    known = {one.id: one for one in material.sessions}
    yield None, [one for session, those in found.items() if session not in known for one in those]
    yield from ((session, found[session.id]) for session in material.sessions if session.id in found)


def _cell(check: EngagementCheck, name: str) -> Cell:
    words = upheld_word(getattr(check, name))
    return Cell(words[:1].upper() + words[1:], getattr(check, f"{name}_rests"))


def _who(material: RunMaterial, check: EngagementCheck) -> str:
    """Who looked, as they were written down, else where they wish to be listed by name (C6); and when."""
    who = check.looked_by or material.people.get(check.person or "", "")
    return BETWEEN.join(part for part in (who, date_told(check.looked_on)) if part)


def _edition(paper: Dispatch) -> str:
    return _("Edition: {edition}").format(edition=paper.edition) if paper.edition else ""


def _count(number: int | None) -> str:
    return _("not known") if number is None else str(number)
