"""Whole sessions: what the list of them says, whether they may be begun, and the worksheets of their groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Picture, Sheet
from capture_app.domain.vocabulary import FormPurpose, Mode, SessionKind
from capture_app.services.done import Done
from capture_app.services.editions import family_of
from capture_app.services.entering import SessionRow, sessions
from capture_app.services.fixed_editions import is_begun, went_out
from capture_app.services.forms import form_words, newest_of
from capture_app.services.namesakes import apart
from capture_app.services.undecided import near_words
from capture_app.services.wording import choice_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = [
    "FormChoice",
    "Given",
    "GroupSheet",
    "Worksheets",
    "give_each_group",
    "session_facts",
    "session_row",
    "worksheets",
]


@dataclass(frozen=True, slots=True)
class FormChoice:
    """A form that can be given out, and what it is called with its edition."""

    id: RecordId
    title: str


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A worksheet a group has: the group's label and the form's title, and how many pictures there are of it."""

    sheet: Sheet
    group: str
    form: str
    pictures: int = 0


@dataclass(frozen=True, slots=True)
class Worksheets:
    """The worksheets of a session, the forms there are to give, and how many groups it has."""

    sheets: tuple[GroupSheet, ...]
    forms: tuple[FormChoice, ...]
    groups: int


@dataclass(frozen=True, slots=True)
class Given:
    """How many worksheets were given, and how many groups keep the edition they have."""

    given: int
    kept: int


def session_facts(workspace: Workspace, today: date | None = None) -> Mapping[RecordId, str]:
    """For each session: date as given, kind if stated, mode, and how many lines and packs there are (B1 to B3).

    Of one that is today or tomorrow it is said first how much is undecided (delight 12).
    """
    rows, day = sessions(workspace), today or date.today()
    with workspace.unit_of_work() as work:
        told = {row.session.id: (near_words(work, row.session, day), _facts(row)) for row in rows}
    return {session: " · ".join(filter(None, words)) for session, words in told.items()}


def session_row(workspace: Workspace, session: RecordId) -> SessionRow | None:
    """One session with its groups and counts; None if it is not here."""
    return next((row for row in sessions(workspace) if row.session.id == session), None)


def worksheets(workspace: Workspace, session: RecordId) -> Worksheets:
    """What the groups of a session have to fill in, and what could be given to them (D1)."""
    with workspace.unit_of_work() as work:
        groups = {group.id: group for group in work.records.all(Group, session=session)}
        forms = {form.id: form for form in work.records.all(Form)}
        found = [sheet for sheet in work.records.all(Sheet, session=session) if sheet.group in groups]
        shown = work.records.tally(Picture, ("sheet",), session=session)
        place = {group: number for number, group in enumerate(groups)}
        found.sort(key=lambda sheet: (place[sheet.group], _title(forms.get(sheet.form))))
        return Worksheets(
            sheets=tuple(
                GroupSheet(
                    one,
                    groups[one.group].label or _("Not named yet"),
                    _title(forms.get(one.form)),
                    shown[one.id,],
                )
                for one in found
            ),
            forms=_on_offer(work, newest_of(forms.values())),
            groups=len(groups),
        )


def _on_offer(work: UnitOfWork, forms: Iterable[Form]) -> tuple[FormChoice, ...]:
    """The worksheets among these forms, each by a name that no other has."""
    named = [(form, form_words(form)) for form in forms if form.purpose is FormPurpose.WORKSHEET]
    return tuple(FormChoice(form, words) for form, words in apart(work, named))


def give_each_group(workspace: Workspace, session: RecordId, form: RecordId) -> Done[Given]:
    """Give a worksheet of this form to each group that has none of it yet.

    An older edition nobody has begun and no laptop has got is taken away for it; any other stays. The same worksheet
    given on two laptops is one (D1, M4).
    """
    with workspace.unit_of_work() as work:
        wanted = work.records.get(Form, form)
        tried = [_give(work, group, wanted) for group in work.records.all(Group, session=session)]
        return Done(Given(tried.count(True), tried.count(None)), work.commit())


def _give(work: UnitOfWork, group: Group, form: Form) -> bool | None:
    """Whether it was given; None where the group keeps an older edition."""
    held = work.records.all(Sheet, session=group.session, group=group.id)
    if any(sheet.form == form.id for sheet in held):
        return False
    older = [sheet for sheet in held if _family(work, sheet.form) == family_of(form)]
    if any(is_begun(work, sheet) or went_out(work, sheet.form, sheet) for sheet in older):
        return None
    for sheet in older:
        work.records.save(replace(sheet, deleted=True))
    made = link_id("Sheet", group.id, form.id)
    work.records.save(Sheet(id=made, session=group.session, group=group.id, form=form.id))
    return True


def _family(work: UnitOfWork, form: RecordId) -> RecordId:
    found = work.records.find(Form, form)
    return family_of(found) if found else form


def _title(form: Form | None) -> str:
    return form_words(form) if form else _("a form that is not here")


def _facts(row: SessionRow) -> str:
    mode = row.session.mode
    met = _("way of meeting not stated") if mode is Mode.NOT_STATED else choice_words(mode)
    kind = row.session.session_kind
    what = [] if kind is SessionKind.NOT_STATED else [choice_words(kind)]
    facts = [row.session.date.given or _("no date given"), *what, met]
    if row.lines:
        facts.append(n_("{count} line", "{count} lines", row.lines))
    if row.packs:
        facts.append(n_("{count} pack", "{count} packs", row.packs))
    return " · ".join(facts)
