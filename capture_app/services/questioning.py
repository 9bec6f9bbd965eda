"""Questionnaires: opening a box, taking answers, closing it, and counting what is in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from capture_app.domain.ballots import Answers
from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.reading_order import in_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Consultation, Form, Session
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import FormPurpose, Given, WayIn
from capture_app.services.done import Done
from capture_app.services.forms import newest_of
from capture_app.store.boxes import OpenBox
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "Count",
    "ItemResult",
    "OpenBox",
    "Questionnaires",
    "answer",
    "close_box",
    "open_box",
    "questionnaires",
    "results",
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


@dataclass(frozen=True, slots=True)
class Count:
    """How many chose an option; `reasons` are the sentences they gave, sorted by content."""

    option: str
    label: str
    count: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item of a form over one session's closed boxes.

    n: how many answered it. rather_not_say and blank are not answers and are counted apart (F2).
    texts: what was written in own words, sorted by content.
    """

    id: str
    item: Item
    counts: tuple[Count, ...]
    texts: tuple[str, ...]
    n: int
    rather_not_say: int
    blank: int


def questionnaires(workspace: Workspace, session: RecordId) -> Questionnaires:
    """What a session asks and what has come in."""
    with workspace.unit_of_work() as work:
        opened = tuple(box for box in work.boxes.all() if box.session == session)
        closed = tuple(work.records.all(Box, session=session))
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
        work.records.get(Form, form)
        for box in work.boxes.all():
            if (box.session, box.form, box.way_in) == (session, form, way_in):
                raise NotPossible(
                    _("This questionnaire is open already. Carry on with it, or close it first.")
                )
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
        closed = work.boxes.close(box)
        changes = work.commit()
    workspace.rewrite()
    workspace.back_up()
    return Done(closed, changes)


def results(workspace: Workspace, session: RecordId, form: RecordId) -> tuple[ItemResult, ...]:
    """The counts of every item of a form, over all closed boxes of a session."""
    with workspace.unit_of_work() as work:
        asked = work.records.get(Form, form)
        boxes = [box for box in work.records.all(Box, session=session) if box.form == form]
        ordered = sorted(asked.items.items(), key=lambda entry: (entry[1].order, entry[0]))
        return tuple(_result(key, item, boxes) for key, item in ordered)


def _result(key: str, item: Item, boxes: list[Box]) -> ItemResult:
    given = [answer for box in boxes for answer in _answers_to(key, box)]
    answered = [one for one in given if one.given is Given.ANSWERED]
    return ItemResult(
        id=key,
        item=item,
        counts=tuple(_count(option.id, option.label, answered) for option in item.options),
        texts=in_order(one.text for one in answered if one.text),
        n=len(answered),
        rather_not_say=sum(one.given is Given.RATHER_NOT_SAY for one in given),
        blank=sum(box.count for box in boxes) - len(given),
    )


def _answers_to(key: str, box: Box) -> list[Answer]:
    joined = [answers[key] for answers in box.answers if key in answers]
    return joined + list(box.by_item.get(key, ()))


def _count(option: str, label: str, answered: list[Answer]) -> Count:
    chosen = [one for one in answered if one.choice == option]
    return Count(option, label, len(chosen), in_order(one.reason for one in chosen if one.reason))


def _given(answers: Mapping[str, Answer]) -> Answers:
    """Only what was really answered: an item that was skipped leaves no trace."""
    return {item: one for item, one in answers.items() if one != Answer()}


def _threshold(work: UnitOfWork) -> int:
    planned = work.records.find(Consultation, work.facts.get("consultation"))
    return planned.threshold if planned else Consultation(id="").threshold
