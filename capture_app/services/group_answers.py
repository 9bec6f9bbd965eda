"""What groups answered on their worksheets with a figure, a choice or a text, beside what they wrote as lines (D9)."""

from collections.abc import Iterator
from typing import NamedTuple

from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Sheet
from capture_app.reports.wording import answer_words
from capture_app.services.written import questions_of
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.words import _

__all__ = ["GroupAnswer", "group_answers"]


class GroupAnswer(NamedTuple):
    """One answer in words, after its question. `id` is made of worksheet and question: an answer is no record.

    It has the fields by which `Places` finds where a line stands; it comes before the lines of its question.
    """

    id: RecordId
    sheet: RecordId
    item: str
    text: str
    minutes: RecordId = ""
    part: RecordId = ""
    order: str = ""
    said_at: str = ""


def group_answers(work: UnitOfWork, session: RecordId) -> Iterator[GroupAnswer]:
    """Every answer on the worksheets of a session; also that a question was not discussed."""
    for sheet in work.records.all(Sheet, session=session):
        form = questions_of(work, sheet)
        for key, answer in sheet.answers.items():
            if form is not None and key in form.items:
                item = form.items[key]
                said = _("{question} – {answer}").format(
                    question=item.prompt, answer=answer_words(answer, item)
                )
                yield GroupAnswer(link_id("Answer", sheet.id, key), sheet.id, key, said)
