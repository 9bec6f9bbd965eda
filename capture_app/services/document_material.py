"""Reading what documents are made of, each kind of material in one look at a workspace."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    AgendaTemplate,
    Attendance,
    Box,
    Claim,
    Commenting,
    Consultation,
    Dispatch,
    EngagementCheck,
    Folding,
    Form,
    GlossaryTerm,
    Group,
    Interest,
    Objective,
    ObjectiveSet,
    Organisation,
    OrganisationName,
    PartRun,
    Person,
    Response,
    Return,
    Session,
    SessionRole,
    Sheet,
    TeamDebrief,
)
from capture_app.domain.totals import What, in_date_order
from capture_app.domain.vocabulary import DispatchKind, FormPurpose, Grain, Listing, ThemeKind
from capture_app.reports.appendix_material import WholeMaterial
from capture_app.reports.how_it_ran_material import RunMaterial
from capture_app.reports.material import FrameNode
from capture_app.reports.session_paper import SessionPaper
from capture_app.services.agendas import template_words
from capture_app.services.card import card_in
from capture_app.services.computed import Computed, computed_in, nearest
from capture_app.services.contested import contested_words
from capture_app.services.forms import newest_of
from capture_app.services.joined_themes import focus, joined
from capture_app.services.naming import shortened
from capture_app.services.themes import theme_tags
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

_SHOWN_IN_THE_APPENDIX = {
    *("Attendance", "Claim", "Consultation", "Dispatch", "Interest", "Objective", "ObjectiveSet"),
    *(
        "Organisation",
        "OrganisationLink",
        "OrganisationName",
        "Return",
        "Session",
        "SessionTheme",
        "Theme",
        "ThemeLabel",
    ),
}
_SHOWN_OF_HOW_IT_RAN = {
    "AgendaPart",
    "AgendaTemplate",
    "Commenting",
    "Consultation",
    "Dispatch",
    "EngagementCheck",
    "PartRun",
    "Session",
    "TeamDebrief",
}


def consultation_of(work: UnitOfWork) -> Consultation:
    """What the workspace is about; an empty one where nobody has said."""
    return work.records.find(Consultation, work.facts.get("consultation")) or Consultation(id="")


def whole_material(work: UnitOfWork) -> WholeMaterial:
    """Everything the summary of workshops rests on."""
    tags, everything = theme_tags(work), work.records.all
    organisations = {one.id: one.name for one in everything(Organisation)}
    objectives, claims = tuple(everything(Objective)), tuple(everything(Claim))
    totals = computed_in(work)
    sessions = tuple(everything(Session))
    return WholeMaterial(
        consultation=consultation_of(work),
        sessions=sessions,
        attendance=as_listed(everything(Attendance), organisations),
        returns=tuple(everything(Return)),
        claims=claims,
        frame=tuple(FrameNode(tag.id, tag.code, tag.label) for tag in tags.values()),
        areas=frozenset(tag.id for tag in tags.values() if tag.kind is ThemeKind.AREA),
        focus=focus(work),
        organisations=organisations,
        nations=next(one.total for one in totals if one.total.what is What.NATIONS),
        beside=_nations_beside(claims, totals),
        names=tuple(everything(OrganisationName)),
        objective_sets=tuple(everything(ObjectiveSet)),
        objectives=objectives,
        calls=tuple(everything(Dispatch, dispatch_kind=DispatchKind.CALL)),
        boxes=tuple(everything(Box)),
        forms={form.id: form for form in everything(Form)},
        subjects={
            **organisations,
            **{one.id: shortened(one.text) for one in objectives},
            **{one.id: one.label for one in sessions},
        },
        interests=tuple(everything(Interest)),
        people=by_name(everything(Person)),
        contested=_contested(work, _SHOWN_IN_THE_APPENDIX),
        responses=tuple(everything(Response)),
        foldings=tuple(everything(Folding)),
    )


def _nations_beside(claims: Iterable[Claim], totals: tuple[Computed, ...]) -> dict[RecordId, str]:
    """By the id of a claim on nations, what the window shows beside it, in the same words (A6).

    How many each nation has, and which, stands in a table of the document under those words.
    """
    return {
        claim.id: _("{title}: {count}").format(title=one.title, count=one.count)
        for claim in claims
        for one in nearest(claim, totals)
        if one.total.what is What.NATIONS
    }


def run_material(work: UnitOfWork) -> RunMaterial:
    """Everything the document on how the consultation ran rests on (H2, I1, I8, I9)."""
    everything = work.records.all
    templates = tuple(everything(AgendaTemplate))
    return RunMaterial(
        consultation=consultation_of(work),
        sessions=tuple(in_date_order(everything(Session))),
        checks=tuple(everything(EngagementCheck)),
        sent=tuple(everything(Dispatch)),
        comments=tuple(everything(Commenting)),
        debriefs=tuple(everything(TeamDebrief)),
        agenda=tuple(everything(AgendaPart)),
        runs=tuple(everything(PartRun)),
        agendas={one.id: template_words(one) for one in templates},
        reasons={one.id: one.reason.strip() for one in templates},
        people=by_name(everything(Person)),
        contested=_contested(work, _SHOWN_OF_HOW_IT_RAN),
    )


def session_paper(work: UnitOfWork, session: RecordId) -> SessionPaper:
    """What goes on paper about a session; about none, where `session` is empty. Raises NotPossible if it is unknown."""
    everything = work.records.all
    found = work.records.get(Session, session) if session else Session(id="")
    organisations = {one.id: one.name for one in everything(Organisation)}
    paper = SessionPaper(
        consultation=consultation_of(work),
        session=found,
        parent=parent_of(work, found),
        parts=tuple(everything(AgendaPart, session=session)),
        groups=tuple(everything(Group, session=session)),
        glossary=tuple(everything(GlossaryTerm)),
        protection=card_in(work),
        attendance=as_listed(everything(Attendance, session=session), organisations),
        people={one.id: one for one in everything(Person)},
        roles=tuple(everything(SessionRole, session=session)),
        organisations=organisations,
        spellings=tuple(one.text for one in everything(OrganisationName)),
        sections=_sections(work),
    )
    shown = {one.id for one in _printed(paper)}
    open_here = [one for one in work.records.conflicts() if one.record in shown]
    return replace(
        paper,
        contested=contested_words(work, open_here),
        unsettled=frozenset(one.record for one in open_here),
    )


def _sections(work: UnitOfWork) -> dict[RecordId, str]:
    """What every theme is called in a form, one that counts as another as that is (A5)."""
    tags = theme_tags(work)
    counted = {theme: tags[kept].words() for theme, kept in joined(work).items()}
    return {tag.id: tag.words() for tag in tags.values()} | counted


def _contested(work: UnitOfWork, kinds: Container[str]) -> tuple[str, ...]:
    """The fields of records of these kinds in which several versions stand, in words."""
    return contested_words(work, (one for one in work.records.conflicts() if one.kind in kinds))


def _printed(paper: SessionPaper) -> Iterator[Record]:
    """What a session pack on paper shows of records in which several versions may stand."""
    yield from (paper.consultation, paper.session, *paper.parts, *paper.groups, *paper.glossary)
    yield from (one for one in (paper.parent, paper.protection) if one is not None)


def parent_of(work: UnitOfWork, session: Session) -> Session | None:
    """The session that one belongs to; none where that was taken away, or is not here (B1)."""
    return next(iter(work.records.all(Session, id=session.parent)), None) if session.parent else None


def by_name(people: Iterable[Person]) -> dict[RecordId, str]:
    """The names, by id, of those who wish to be listed by name (C6)."""
    return {one.id: one.display for one in people if one.listing is Listing.BY_NAME}


def as_listed(entries: Iterable[Attendance], organisations: Mapping[RecordId, str]) -> tuple[Attendance, ...]:
    """Attendance as it is printed: an organisation that was only chosen, and not written, is listed by its name."""
    return tuple(
        replace(one, listing=organisations.get(one.organisation, ""))
        if not one.listing and one.organisation and one.grain is not Grain.PERSON
        else one
        for one in entries
    )


def form_wanted(work: UnitOfWork, form: RecordId, session: RecordId, purpose: FormPurpose) -> Form:
    """The form of this id; without one, the only one of its purpose, those of the session's sheets first.

    Raises NotPossible where there is none, or several and nobody said which.
    """
    if form:
        return work.records.get(Form, form)
    forms = [one for one in newest_of(work.records.all(Form)) if one.purpose is purpose]
    used = {sheet.form for sheet in work.records.all(Sheet, session=session)} if session else set()
    found = [one for one in forms if one.id in used] or forms
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotPossible(_("There is no form of this kind in the workspace yet. Nothing was written."))
    titles = "; ".join(f"“{one.title}”" for one in found)
    raise NotPossible(_("There are several forms: {titles}. Say which one is meant.").format(titles=titles))
