"""What came out of a questionnaire, for the page of results: its questions counted, and what is known of the rate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from capture_app.domain.forms.bars import PERCENT_FROM
from capture_app.domain.forms.counting import Counted, tallied
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Session
from capture_app.domain.totals import in_date_order
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import About, ItemKind
from capture_app.services.closed_boxes import BoxFacts, closed_boxes, left_out, tallies
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace

__all__ = ["Asked", "FormResults", "QuestionCounts", "Rate", "asked_and_closed", "form_results"]

OWN_WORDS = frozenset((ItemKind.TEXT, ItemKind.SHORT_TEXT))
"""Kinds of questions that are answered in own words, of which only the number is counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One edition of a questionnaire that was closed in a session, and how many answered it."""

    session: Session
    form: Form
    count: int


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """One question by its number and key, counted over all closed boxes of a session (F2).

    Of what was written only the number is there: `question_results` has the words.
    """

    key: str
    number: int
    item: Item
    counted: Counted


@dataclass(frozen=True, slots=True)
class Rate:
    """How many answered, and of how many; `expected` is None where no rate can be told (F7).

    unsaid: of how many boxes nobody said how many were expected. Never a share of a number nobody gave.
    """

    answered: int
    expected: int | None
    unsaid: int

    @property
    def per_cent(self) -> int | None:
        """The share that answered, where the number is known, large enough, and not passed."""
        if self.expected is None or not self.expected >= PERCENT_FROM or self.answered > self.expected:
            return None
        return round(100 * self.answered / self.expected)


@dataclass(frozen=True, slots=True)
class FormResults:
    """A form over a session's closed boxes. again: those that hold a file another one holds, and are not counted."""

    session: Session
    form: Form
    boxes: tuple[BoxFacts, ...]
    questions: tuple[QuestionCounts, ...]
    again: tuple[BoxFacts, ...] = ()

    @property
    def rate(self) -> Rate:
        """What is known of how many could have answered."""
        said = [box.expected for box in self.boxes if box.expected is not None]
        unsaid = len(self.boxes) - len(said)
        return Rate(sum(box.count for box in self.boxes), None if unsaid or not said else sum(said), unsaid)

    def about(self, about: About) -> tuple[QuestionCounts, ...]:
        """Its questions about the topic, or about the workshop itself (F1)."""
        return tuple(one for one in self.questions if one.item.about is about)


def asked_and_closed(workspace: Workspace, session: RecordId = "") -> tuple[Asked, ...]:
    """What was closed in a session, or in all: sessions as they were held, forms by title and edition."""
    with workspace.unit_of_work() as work:
        boxes = closed_boxes(work, **({"session": session} if session else {}))
        return tuple(_asked(work, boxes))


def form_results(workspace: Workspace, session: RecordId, form: RecordId) -> FormResults:
    """The counts of every question of a form over all its closed boxes in a session.

    Raises NotPossible if either is not in this workspace.
    """
    with workspace.unit_of_work() as work:
        asked = work.records.get(Form, form)
        boxes = closed_boxes(work, session=session, form=form)
        sheets = sum(box.count for box in boxes)
        in_words = {key for key, item in _questions(asked) if item.kind in OWN_WORDS}
        given = tallies(work, session, form, in_words)
        return FormResults(
            session=work.records.get(Session, session),
            form=asked,
            boxes=boxes,
            questions=tuple(
                QuestionCounts(key, number, item, tallied(item, given.get(key, ()), sheets))
                for number, (key, item) in enumerate(_questions(asked), start=1)
            ),
            again=left_out(work, session=session, form=form),
        )


def _questions(form: Form) -> Iterator[tuple[str, Item]]:
    return ((key, item) for key, item in ordered(form.items) if is_asked(item))


def _asked(work: UnitOfWork, boxes: Sequence[BoxFacts]) -> Iterator[Asked]:
    counts: dict[tuple[RecordId, RecordId], int] = {}
    for box in boxes:
        counts[box.session, box.form] = counts.get((box.session, box.form), 0) + box.count
    held = in_date_order(work.records.all(Session, id=[session for session, _form in counts]))
    forms = sorted(
        work.records.all(Form, id=[form for _session, form in counts]),
        key=lambda form: (reading_order(form.title), form.edition, form.id),
    )
    for session in held:
        for form in forms:
            if (session.id, form.id) in counts:
                yield Asked(session, form, counts[session.id, form.id])
