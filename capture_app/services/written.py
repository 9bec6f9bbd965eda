"""Written feedback: whose it is, where its lines stand, and what goes with a response when that changes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.in_writing import LETTER, as_lines, letter_form
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import between
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    Folding,
    Form,
    Group,
    Line,
    LineTheme,
    Organisation,
    Person,
    Response,
    Sheet,
)
from capture_app.domain.vocabulary import GroupMode
from capture_app.domain.vocabulary_written import AnsweredAs
from capture_app.reports.respondents import respondent_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = [
    "abreast",
    "bring_along",
    "folded",
    "group_of",
    "paste_words",
    "questions_of",
    "refuse_to_lose_lines",
    "respondent",
    "responses_abreast",
    "sheet_to_type",
    "sheets_abreast",
    "stand_in",
    "typed_up",
    "written_title",
]


_WHO = frozenset(("answered_as", "listing", "organisation", "person"))
"""What says who wrote."""


def respondent(work: UnitOfWork, response: Response) -> str:
    """Who wrote, as they wish to be listed; nobody is named while two versions of who it was stand."""
    current = work.records.view(response.id)
    if current is not None and any(one.field in _WHO for one in current.conflicts):
        return respondent_words(replace(response, answered_as=AnsweredAs.NOT_NAMED), None, None)
    who = work.records.find(Person, response.person) if response.person else None
    home = response.organisation or (who.organisation if who else "")
    return respondent_words(response, who, work.records.find(Organisation, home) if home else None)


def written_title(work: UnitOfWork, response: Response) -> str:
    """What stands wherever a line of it does: that it is written feedback, and whose."""
    return _("Written feedback, {who}").format(who=respondent(work, response))


def group_of(work: UnitOfWork, sheet: Sheet) -> Group | None:
    """The group of a worksheet; of written feedback what stands in for one. None where neither is here."""
    if not sheet.response:
        return work.records.find(Group, sheet.group)
    found = work.records.find(Response, sheet.response)
    return stand_in(sheet.session, sheet.response, written_title(work, found) if found else "")


def stand_in(session: RecordId, response: RecordId, title: str) -> Group:
    """A response where groups stand side by side; it sits nowhere."""
    label = title or _("Written feedback that is not here")
    return Group(id=response, session=session, label=label, mode=GroupMode.NOT_STATED)


def questions_of(work: UnitOfWork, sheet: Sheet) -> Form | None:
    """What a sheet asks, as it is typed up; of a letter one place for all of it. None where the form is not here."""
    if not sheet.response:
        return work.records.find(Form, sheet.form)
    found = work.records.find(Form, sheet.form) if sheet.form else letter_form(_("What was written"))
    return as_lines(found) if found else None


def sheet_to_type(work: UnitOfWork, response: Response) -> Sheet:
    """The sheet on which a response is typed up, begun if there is none. Raises NotPossible without a session."""
    if not response.session:
        raise NotPossible(_("Say first under which session it is filed. Its lines stand there."))
    known = link_id("Sheet", response.id, response.form or LETTER)
    made = Sheet(
        id=known,
        session=response.session,
        form=response.form,
        response=response.id,
        respondent=response.person,
    )
    found = work.records.find(Sheet, known)
    if found is None or found.deleted:
        work.records.save(made)
        return made
    return found


def paste_words(work: UnitOfWork, response: Response) -> int:
    """Make a line of each paragraph that came and is no line of it yet, at the place for all of it; gives how many."""
    if response.form:
        raise NotPossible(
            _("It answers a form, so its words are typed up question by question. Nothing was added.")
        )
    sheet = sheet_to_type(work, response)
    have = [
        one for one in work.records.all(Line, session=sheet.session, sheet=sheet.id) if one.item == LETTER
    ]
    known = Counter(" ".join(line.text.split()) for line in have)
    wanted = [text for part in response.words.split("\n") if (text := " ".join(part.split()))]
    last, made = max((line.order for line in have), default=""), 0
    for text in wanted:
        if known[text]:
            known[text] -= 1  # a paragraph that stands there twice is two
            continue
        last = between(last)
        line = Line(id=new_id(), session=sheet.session, sheet=sheet.id, item=LETTER, text=text, order=last)
        work.records.save(replace(line, respondent=response.person))
        made += 1
    return made


def typed_up(work: UnitOfWork, responses: Iterable[RecordId]) -> frozenset[RecordId]:
    """The sheets of these responses, their lines, and the themes of those; taken away or not."""
    wanted = set(responses)
    sheets = {one for one, of in work.projection.values_of_every(Sheet, "id", "response") if of in wanted}
    lines = {one for one, of in work.projection.values_of_every(Line, "id", "sheet") if of in sheets}
    themes = {one for one, of in work.projection.values_of_every(LineTheme, "id", "line") if of in lines}
    return frozenset(sheets | lines | themes)


def bring_along(work: UnitOfWork, record: Record) -> None:
    """Let sheets and lines of a response follow it: to the session it is filed under, and as words of its person."""
    if not isinstance(record, Response):
        return
    for sheet in work.records.all(Sheet, response=record.id):
        where = {"session": record.session or sheet.session, "respondent": record.person}
        lines = work.records.all(Line, session=sheet.session, sheet=sheet.id)
        for one in (sheet, *lines):
            work.records.save(replace(one, **where))  # type: ignore[arg-type]


def refuse_to_lose_lines(work: UnitOfWork, kind: type[Record], record: RecordId) -> None:
    """Raises NotPossible for a response whose lines stand: nobody would know any more whose they are."""
    if kind is not Response:
        return
    sheets = [one.id for one in work.records.all(Sheet, response=record)]
    if sheets and work.records.count(Line, sheet=sheets):
        raise NotPossible(
            _(
                "Lines were made of it, and statements may rest on them. Take those away first. Nothing was changed."
            )
        )


def folded(work: UnitOfWork, session: RecordId) -> tuple[Folding, ...]:
    """The decisions by which the responses of a session are told with it; none where nobody decided so (G4)."""
    return tuple(one for one in work.records.all(Folding) if one.session in ("", session))


def sheets_abreast(work: UnitOfWork, session: RecordId) -> list[Sheet]:
    """The sheets that stand side by side: those of groups, and where it was decided so, of responses to a form (G4).

    A sheet of a response names that in place of a group.
    """
    sheets = work.records.all(Sheet, session=session)
    with_them = bool(folded(work, session))
    return [abreast(one) for one in sheets if not one.response or (with_them and one.form)]


def abreast(sheet: Sheet) -> Sheet:
    """A sheet as it stands beside those of groups."""
    return replace(sheet, group=sheet.response) if sheet.response else sheet


def responses_abreast(work: UnitOfWork, sheets: Iterable[Sheet]) -> list[Group]:
    """What stands for the groups of such sheets of responses, each once."""
    own = {one.response: one for one in sheets if one.response}
    return [group for _response, one in sorted(own.items()) if (group := group_of(work, one)) is not None]
