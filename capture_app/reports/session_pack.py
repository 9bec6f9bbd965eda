"""A session on paper, for whoever runs it: what it is, how people are protected, how it runs, who sits where."""

from collections.abc import Iterator

from capture_app.domain.date_slips import names_no_day
from capture_app.domain.reading_order import reading_order
from capture_app.domain.records import DataProtection, GlossaryTerm, Session
from capture_app.domain.vocabulary import SessionKind
from capture_app.reports.blocks import Block, Cell, Heading, NewPage, Notice, Prose, Report, Table
from capture_app.reports.contested import contested_told
from capture_app.reports.dated import date_told
from capture_app.reports.engagement_words import heavy_title
from capture_app.reports.names import group_mode_word, mode_word, session_kind_word
from capture_app.reports.run_sheet import run_sheet_told
from capture_app.reports.session_paper import SessionPaper, project_line, session_line, session_name
from capture_app.reports.wording import date_words, session_title
from capture_app.words import _


def session_pack_of(paper: SessionPaper) -> Report:
    """The session pack on paper (B6, practice 2.13). Equal material gives an equal document."""
    return Report(
        title=_("Session pack for {session}").format(session=session_name(paper)),
        above=project_line(paper),
        below=session_line(paper),
        every_page=paper.consultation.invented,
        blocks=(
            *contested_told(paper.contested),
            *_heavy(paper.session),
            *_facts(paper),
            *_protection(paper.protection),
            NewPage(),
            Heading(_("Run sheet")),
            *run_sheet_told(paper),
            *_groups(paper),
            *_glossary(paper),
        ),
    )


def _heavy(session: Session) -> Iterator[Block]:
    """What may be hard to hear or to read in it, before anything else is read (I11)."""
    if note := session.content_note.strip():
        yield Notice(heavy_title(), note)


def _facts(paper: SessionPaper) -> Iterator[Block]:
    session, unknown = paper.session, _("Not recorded")
    kind = session.session_kind
    said = (
        (_("Kind of session"), "" if kind is SessionKind.NOT_STATED else session_kind_word(kind)),
        (_("Belongs to"), session_title(paper.parent)),
        (_("Theme"), session.theme_as_given or unknown),
        (_("Purpose"), session.purpose),
        (_("Date"), date_told(session.date) or unknown),
        (_("Begins and ends"), " – ".join(part for part in (session.starts, session.ends) if part)),
        (_("Time zone"), session.time_zone),
        (_("How people meet"), mode_word(session.mode)),
        (_("Place"), session.place or unknown),
        (_("Series"), session.series),
        (_("Funding round"), session.funding_round),
        (_("Commissioned by"), paper.consultation.commissioned_by),
    )
    yield Heading(_("This session"))
    yield Table(
        caption=_("What is planned"),
        header=(_("Fact"), _("As recorded")),
        rows=tuple((Cell(name), Cell(value)) for name, value in said if value),
        widths=(0.3, 0.7),
        short=_("This session"),
    )


def _protection(card: DataProtection | None) -> Iterator[Block]:
    """Who reads what is written, and whom to call in danger: first of all the words people have to know."""
    yield Heading(_("How people are protected"))
    if card is None:
        yield Notice(
            _("The data-protection card has not been filled in"),
            _("Fill it in before the session: people have to be told who reads what they say."),
        )
        return
    yield Notice(
        _("If somebody is in danger: {whom}").format(
            whom=card.in_danger or _("nobody has written this down yet")
        )
    )
    unknown = _("Not recorded")
    said = (
        (_("Who reads the notes"), card.who_reads or unknown),
        (_("Who is responsible"), card.controller or unknown),
        (_("Whom to ask"), card.contact or unknown),
        (_("What allows keeping these records (UK GDPR, Article 6)"), card.basis or unknown),
        (_("What allows notes on health, belief or origin (UK GDPR, Article 9)"), card.condition or unknown),
        (_("Kept until"), _kept_until(card) or unknown),
    )
    yield Table(
        caption=_("What people may ask about their words"),
        header=(_("Question"), _("Answer")),
        rows=tuple((Cell(name), Cell(value)) for name, value in said),
        widths=(0.3, 0.7),
        short=_("Protection"),
    )
    if not card.complete:
        yield Notice(_("The data-protection card is not complete"), _("It has to be before anybody speaks."))


def _kept_until(card: DataProtection) -> str:
    given = card.retention.given
    if names_no_day(given):
        return _("{date} (there is no such day)").format(date=given)
    return date_words(card.retention) or given


def _groups(paper: SessionPaper) -> Iterator[Block]:
    yield Heading(_("Groups"))
    if not paper.groups:
        yield Prose(_("No breakout group is recorded."))
        return
    yield Table(
        caption=_("Breakout groups"),
        header=(_("Group"), _("Topic"), _("Members"), _("Facilitator")),
        rows=tuple(
            (
                Cell(one.label),
                Cell(one.topic),
                Cell(group_mode_word(one.mode)),
                Cell(one.facilitator or _("Not recorded")),
            )
            for one in paper.groups
        ),
        widths=(0.18, 0.36, 0.16, 0.3),
        short=_("Groups"),
    )


def _glossary(paper: SessionPaper) -> Iterator[Block]:
    terms = sorted(paper.glossary, key=lambda one: (not one.term, reading_order(one.term), one.id))
    if not terms:
        return
    yield Heading(_("Words that will be used"))
    yield Table(
        caption=_("Glossary"),
        header=(_("Term"), _("What it stands for")),
        rows=tuple(
            (
                Cell(one.term or _("No term yet")),
                Cell(one.meaning or _("Not explained yet"), _note(one, one.id in paper.unsettled)),
            )
            for one in terms
        ),
        widths=(0.25, 0.75),
        short=_("Glossary"),
    )


def _note(term: GlossaryTerm, unsettled: bool) -> str:
    """What stands below a meaning; first of all that another one stands beside it (C9)."""
    two = _("Two versions of this stand; one is shown for now.") if unsettled else ""
    return " ".join(words for words in (two, term.note) if words)
