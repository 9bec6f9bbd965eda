"""What has to be said of a question on paper, which a screen sees to by itself."""

from functools import partial

from capture_app.domain.records import Form
from capture_app.domain.values import Condition, Item
from capture_app.domain.vocabulary import ItemKind
from capture_app.reports.choices import choice_words
from capture_app.reports.places import asked_items
from capture_app.reports.wording import how_many_words
from capture_app.words import _

__all__ = ["for_whom", "how_on_paper"]


def how_on_paper(item: Item) -> str:
    """What a pen can do that a screen would have said."""
    if item.kind is ItemKind.MULTIPLE:
        return how_many_words(item) or _("Tick as many as you like.")
    return _("Write 1 beside what matters most, then 2, and so on.") if item.kind is ItemKind.RANK else ""


def for_whom(form: Form, item: Item) -> str:
    """That a question is only for those who gave certain answers, which paper cannot see to (F2)."""
    numbers = {key: number for number, (key, _item) in enumerate(asked_items(form), start=1)}
    named = sorted({numbers[one.item] for one in item.show_if if one.item in numbers})
    if not named:
        return ""
    said = ", ".join(str(number) for number in named)
    return _("Only after certain answers to question {numbers}: {conditions}.").format(
        numbers=said, conditions="; ".join(map(partial(_condition, form), item.show_if))
    )


def _condition(form: Form, condition: Condition) -> str:
    """ "is one of Yes, Maybe"."""
    asked = form.items.get(condition.item)
    labels = {option.id: option.label for option in asked.options} if asked else {}
    values = ", ".join(labels.get(value, value) for value in condition.values)
    return f"{choice_words(condition.when)} {values}".strip()
