"""What came out of the questionnaires: counts, with what is not an answer kept apart (F2, F7, practice 2.9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from capture_app.domain.forms.bars import PERCENT_FROM
from capture_app.domain.forms.counting import Counted, answers_to, counted
from capture_app.domain.reading_order import in_order, reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Form
from capture_app.domain.same_file import counted_once
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import About, Promise, WayIn
from capture_app.reports.material import Material
from capture_app.reports.places import asked_items
from capture_app.reports.wording import answer_words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionResult:
    """One item of a questionnaire (F2).

    texts: what was written where nothing was to be chosen, sorted by content.
    """

    number: int
    prompt: str
    about: About
    counted: Counted
    texts: tuple[str, ...]

    @property
    def with_percentages(self) -> bool:
        """Whether enough answered for percentages."""
        return self.counted.n >= PERCENT_FROM


@dataclass(frozen=True, slots=True)
class BoxEntry:
    """A closed box: how answers came in, what was promised, and how many (F4, F7).

    expected: how many were thought to answer; None where nobody said.
    split: fewer came than anonymity needs, so each question has a list of its own.
    """

    way_in: WayIn
    promise: Promise
    count: int
    expected: int | None
    split: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireResult:
    """One edition of a questionnaire over the session's closed boxes.

    not_asked: questions of another edition used in the session that this one does not have (X22). again: a file was
    brought in and closed on several laptops, of which one is counted.
    """

    title: str
    edition: int
    boxes: tuple[BoxEntry, ...]
    questions: tuple[QuestionResult, ...]
    not_asked: tuple[str, ...] = ()
    again: bool = False

    @property
    def count(self) -> int:
        """How many answered it at all."""
        return sum(box.count for box in self.boxes)

    @property
    def expected(self) -> int | None:
        """How many were thought to answer; None as soon as one box does not say."""
        known = [box.expected for box in self.boxes if box.expected is not None]
        return sum(known) if len(known) == len(self.boxes) else None


def results_of(material: Material) -> tuple[QuestionnaireResult, ...]:
    """The questionnaires of a session, each edition apart."""
    return questionnaires_of(material.boxes, material.forms)


def questionnaires_of(
    boxes: Sequence[Box], forms: Mapping[RecordId, Form]
) -> tuple[QuestionnaireResult, ...]:
    """The questionnaires of these closed boxes, each edition apart."""
    used = sorted({box.form for box in boxes} & forms.keys())
    editions = sorted(
        (forms[one] for one in used), key=lambda form: (reading_order(form.title), form.edition, form.id)
    )
    return tuple(_questionnaire(form, editions, boxes) for form in editions)


def _questionnaire(form: Form, forms: Iterable[Form], boxes: Iterable[Box]) -> QuestionnaireResult:
    closed = [box for box in boxes if box.form == form.id]
    own = counted_once(closed)
    elsewhere = {
        key: item.prompt
        for other in forms
        if other.family == form.family
        for key, item in asked_items(other)
        if key not in form.items
    }
    return QuestionnaireResult(
        title=form.title,
        edition=form.edition,
        boxes=tuple(_box(box) for box in sorted(own, key=lambda box: (box.way_in, box.count, box.id))),
        questions=tuple(
            _question(number, item, answers_to(key, own), sum(box.count for box in own))
            for number, (key, item) in enumerate(asked_items(form), start=1)
        ),
        not_asked=tuple(elsewhere.values()),
        again=len(own) < len(closed),
    )


def _box(box: Box) -> BoxEntry:
    return BoxEntry(box.way_in, box.promise, box.count, box.expected, bool(box.by_item))


def _question(number: int, item: Item, given: Sequence[Answer], sheets: int) -> QuestionResult:
    found = counted(item, given, sheets)
    return QuestionResult(
        number=number,
        prompt=item.prompt,
        about=item.about,
        counted=found,
        texts=in_order(answer_words(one, item) for one in found.written),
    )
