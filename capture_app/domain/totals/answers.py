"""Totals of answers: for each question with options, how many chose each, session by session (F2, X19)."""

from collections.abc import Iterable, Iterator

from capture_app.domain.records import Box, Form
from capture_app.domain.totals.shapes import Part, Programme, Total, What
from capture_app.domain.values import Answer, Item
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
    for key, item in sorted(form.items.items(), key=lambda each: each[1].order):
        if item.kind is ItemKind.CHOICE:
            answers = list(_to(key, boxes))
            answered = [one for one in answers if one.given is Given.ANSWERED and one.choice]
            blank = sum(box.count for box in boxes) - len(answered)
            yield Total(
                what=What.ANSWERS,
                count=len(answered),
                of=item.prompt,
                session=session,
                parts=_counted(item, answered),
                unsaid=blank,
            )


def _to(key: str, boxes: Iterable[Box]) -> Iterator[Answer]:
    for box in boxes:
        yield from (ballot[key] for ballot in box.answers if key in ballot)
        yield from box.by_item.get(key, ())


def _counted(item: Item, answered: list[Answer]) -> tuple[Part, ...]:
    return tuple(
        Part(option.label, sum(one.choice == option.id for one in answered)) for option in item.options
    )
