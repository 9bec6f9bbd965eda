"""Totals of answers: for each question with options, how many chose each, session by session (F2, X19)."""

from collections.abc import Iterator

from capture_app.domain.forms.counting import answers_to, counted
from capture_app.domain.forms.course import ordered
from capture_app.domain.records import Box, Form
from capture_app.domain.totals.shapes import Part, Programme, Total, What
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, ItemKind


def answers_of(programme: Programme) -> Iterator[Total]:
    """The answers in closed boxes. A session without a box has no total: not asked is not nobody (X22)."""
    forms = {form.id: form for form in programme.forms}
    for session in programme.ordered():
        boxes = [box for box in programme.boxes if box.session == session.id]
        for form in dict.fromkeys(box.form for box in boxes):
            if form in forms:
                yield from _of_form(session.id, forms[form], [box for box in boxes if box.form == form])


def _of_form(session: str, form: Form, boxes: list[Box]) -> Iterator[Total]:
    sheets = sum(box.count for box in boxes)
    for key, item in ordered(form.items):
        if item.kind in (ItemKind.CHOICE, ItemKind.SCALE):
            found = counted(item, [one for one in answers_to(key, boxes) if _says(one)], sheets)
            labels = {option.id for option in item.options}
            yield Total(
                what=What.ANSWERS,
                count=found.n,
                of=item.prompt,
                session=session,
                parts=tuple(Part(one.label, one.count) for one in found.counts if one.option in labels),
                unsaid=sheets - found.n,
            )


def _says(answer: Answer) -> bool:
    return answer.given is not Given.ANSWERED or bool(answer.choice)
