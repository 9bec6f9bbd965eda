"""Questionnaires: opening a box, taking answers, and closing it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.course import is_asked
from capture_app.domain.heaps import Answers
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Consultation, Form, Session
from capture_app.domain.same_file import counted_once
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import FormPurpose, WayIn
from capture_app.reports.wording import how_many_words
from capture_app.services.answer_file_facts import file_of_box, forget_file_of_box
from capture_app.services.done import Done
from capture_app.services.forms import newest_of
from capture_app.store.boxes import OpenBox
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "OpenBox",
    "Questionnaires",
    "answer",
    "close_box",
    "how_many_words",
    "open_box",
    "questionnaires",
]


@dataclass(frozen=True, slots=True)
class Questionnaires:
    """What a session asks: its forms, the boxes open on this laptop, and those closed and kept.

    threshold: fewest expected answers for which anonymity may be promised.
    """

    session: Session
    forms: tuple[Form, ...]
    open: tuple[OpenBox, ...]
    closed: tuple[Box, ...]
    threshold: int


def questionnaires(workspace: Workspace, session: RecordId) -> Questionnaires:
    """What a session asks and what has come in."""
    with workspace.unit_of_work() as work:
        opened = tuple(box for box in work.boxes.all() if box.session == session)
        closed = counted_once(work.records.all(Box, session=session))
        return Questionnaires(
            session=work.records.get(Session, session),
            forms=_asked(work, {box.form for box in opened} | {box.form for box in closed}),
            open=opened,
            closed=closed,
            threshold=_threshold(work),
        )


def _asked(work: UnitOfWork, used: Collection[RecordId]) -> tuple[Form, ...]:
    """The newest edition of each questionnaire, and those that people answered in this session."""
    forms = work.records.all(Form, purpose=FormPurpose.QUESTIONNAIRE)
    newest = {form.id for form in newest_of(forms)}
    return tuple(form for form in forms if form.id in newest or form.id in used)


def open_box(
    workspace: Workspace,
    session: RecordId,
    form: RecordId,
    expected: int | None,
    way_in: WayIn = WayIn.KIOSK,
) -> Done[OpenBox]:
    """Open a box for a questionnaire. Raises NotPossible if one for the same form and way in is open already."""
    with workspace.unit_of_work() as work:
        if not any(map(is_asked, work.records.get(Form, form).items.values())):
            raise NotPossible(_("This questionnaire has no questions yet. Write them first, under Forms."))
        if work.boxes.find(session, form, way_in):
            raise NotPossible(_("This questionnaire is open already. Carry on with it, or close it first."))
        opened = work.boxes.open(session, form, way_in, expected, _threshold(work))
        found = next(box for box in work.boxes.all() if box.id == opened)
        work.commit()
    workspace.leave_no_trace()
    return Done(found, Changes(frozenset({opened}), frozenset({"OpenBox"})))


def answer(workspace: Workspace, box: RecordId, answers: Answers) -> Done[int]:
    """Put one respondent's answers in a box; gives how many are in now.

    Afterwards no earlier state of the box is left in the file or beside it.
    """
    with workspace.unit_of_work() as work:
        inside = work.boxes.drop_in(box, _given(answers))
        work.commit()
    workspace.leave_no_trace()
    return Done(inside, Changes(frozenset({box}), frozenset({"OpenBox"})))


def close_box(workspace: Workspace, box: RecordId) -> Done[Box]:
    """Close a box for good. Backups made while it was open go as soon as a checked one replaces them.

    The file is rewritten: where things stand in it depends on how the box grew, and so on who came when.
    """
    with workspace.unit_of_work() as work:
        found = file_of_box(work, box)
        closed = work.boxes.close(box, source=found.name, sha256=found.sha256)
        forget_file_of_box(work, box)
        changes = work.commit()
    workspace.rewrite()
    workspace.back_up(closing=True)
    return Done(closed, changes)


def _given(answers: Mapping[str, Answer]) -> Answers:
    """Only what was really answered: an item that was skipped leaves no trace."""
    return {item: one for item, one in answers.items() if one != Answer()}


def _threshold(work: UnitOfWork) -> int:
    planned = work.records.find(Consultation, work.facts.get("consultation"))
    return planned.threshold if planned else Consultation(id="").threshold
