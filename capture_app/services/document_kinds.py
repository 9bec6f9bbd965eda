"""Which documents there are, in which kinds of file, and what each is about."""

from dataclasses import dataclass

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import FormPurpose
from capture_app.reports.making import ENDINGS
from capture_app.words import _

SYNTHESIS, APPENDIX, HOW_IT_RAN = "synthesis", "appendix", "how-it-ran"
PUBLIC_RESULTS = "public-results"
WORKSHEET, QUESTIONNAIRE, WRITTEN_FORM = "worksheet", "questionnaire", "written-form"
FORMS = {
    WORKSHEET: FormPurpose.WORKSHEET,
    QUESTIONNAIRE: FormPurpose.QUESTIONNAIRE,
    WRITTEN_FORM: FormPurpose.WRITTEN_FEEDBACK,
}
"""The documents that are a form to print, and what kind of form."""

IDS = (
    *("session-pack", "run-sheet", "attendee-preview", "attendance-sheet", WORKSHEET, QUESTIONNAIRE),
    WRITTEN_FORM,
    *(SYNTHESIS, PUBLIC_RESULTS, APPENDIX, HOW_IT_RAN),
)
"""Every document by its name on the command line, in the order of `kinds`."""

_TO_PRINT = ("pdf", "docx", "html")


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document that can be made. needs_session: whether it is about one session; `of_form`: about a form."""

    id: str
    title: str
    about: str
    endings: tuple[str, ...]
    needs_session: bool
    of_form: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One document somebody wants, in one or several kinds of file.

    form: which form is printed; empty for the only one there is. group: for which group of the session.
    """

    kind: str
    session: RecordId = ""
    form: RecordId = ""
    group: RecordId = ""
    endings: tuple[str, ...] = ("pdf",)


def kinds() -> tuple[DocumentKind, ...]:
    """Every document there is, in the order of a consultation."""
    return (*_about_a_session(), *_forms(), *_about_what_was_said())


def _about_a_session() -> tuple[DocumentKind, ...]:
    pack = _("What it is, how people are protected, run sheet, groups, glossary.")
    run = _("The parts with their times, owners and rules.")
    who = _("To be sent out beforehand; everybody as they wish to be listed.")
    door = _("To tick off at the door, with empty rows.")
    return (
        DocumentKind("session-pack", _("Session pack on paper"), pack, _TO_PRINT, needs_session=True),
        DocumentKind("run-sheet", _("Run sheet"), run, ENDINGS, needs_session=True),
        DocumentKind("attendee-preview", _("Who is coming"), who, _TO_PRINT, needs_session=True),
        DocumentKind("attendance-sheet", _("Attendance sheet"), door, ENDINGS, needs_session=True),
    )


def _forms() -> tuple[DocumentKind, ...]:
    notes = _("For a group’s notes, with the ids of its questions.")
    answers = _("For one person’s answers; it asks for no name.")
    written = _("For feedback in writing; it asks who it is from and says that it is confidential.")
    return (
        DocumentKind(WORKSHEET, _("Worksheet to print"), notes, _TO_PRINT, False, of_form=True),
        DocumentKind(QUESTIONNAIRE, _("Questionnaire to print"), answers, _TO_PRINT, False, of_form=True),
        DocumentKind(WRITTEN_FORM, _("Written form to print"), written, _TO_PRINT, False, of_form=True),
    )


def _about_what_was_said() -> tuple[DocumentKind, ...]:
    synthesis = _("Statements with their evidence, the groups side by side, the counts of the questionnaire.")
    public = _("Counts that tell nobody’s answer, also beside what was told before.")
    summary = _("Attendees as listed, returns, totals with their rules, what sources say.")
    ran = _("Principles of engagement, briefings, comments on drafts, and what debriefs led to.")
    return (
        DocumentKind(SYNTHESIS, _("Synthesis"), synthesis, ENDINGS, needs_session=True),
        DocumentKind(PUBLIC_RESULTS, _("Results for everybody"), public, ENDINGS, needs_session=True),
        DocumentKind(APPENDIX, _("Summary of workshops"), summary, ENDINGS, needs_session=False),
        DocumentKind(HOW_IT_RAN, _("How the consultation ran"), ran, ENDINGS, needs_session=False),
    )


def kind_named(name: str) -> DocumentKind:
    """The document of this id. Raises NotPossible, naming all there are, for another name."""
    for kind in kinds():
        if kind.id == name.casefold().strip():
            return kind
    known = ", ".join(kind.id for kind in kinds())
    raise NotPossible(_("No document is called “{name}”. There are: {known}.").format(name=name, known=known))


def checked(wanted: Wanted) -> DocumentKind:
    """The kind of what is wanted. Raises NotPossible, saying why, if it cannot be made so."""
    kind = kind_named(wanted.kind)
    for ending in wanted.endings:
        if ending not in kind.endings:
            said = _(
                "“{title}” is written as {endings}. Give the file one of these endings; nothing was written."
            )
            known = ", ".join(f".{each}" for each in kind.endings)
            raise NotPossible(said.format(title=kind.title, endings=known))
    if kind.needs_session and not wanted.session:
        raise NotPossible(_("“{title}” is about one session. Say which.").format(title=kind.title))
    if not (kind.needs_session or kind.of_form) and wanted.session:
        raise NotPossible(
            _("“{title}” is about all sessions. Leave the session out.").format(title=kind.title)
        )
    return kind
