"""What has to be said of a question on paper, which a screen sees to by itself."""

from capture_app.domain.records import Form
from capture_app.domain.values import Condition, Item
from capture_app.domain.vocabulary import ItemKind, When
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
    conditions = [one for one in item.show_if if one.item in numbers]
    return " ".join(_only_if(form, numbers[one.item], one) for one in conditions)


def _only_if(form: Form, number: int, condition: Condition) -> str:
    labels = {option.id: option.label for option in form.items[condition.item].options}
    values = _(" or ").join(labels.get(value, value) for value in condition.values)
    words = {
        When.ANY_OF: _("Only if your answer to question {number} is {values}."),
        When.NONE_OF: _("Only if your answer to question {number} is not {values}."),
        When.AT_LEAST: _("Only if your answer to question {number} is at least {values}."),
        When.AT_MOST: _("Only if your answer to question {number} is at most {values}."),
        When.ANSWERED: _("Only if you answered question {number}."),
        When.NOT_ANSWERED: _("Only if you left question {number} empty."),
    }[condition.when]
    return words.format(number=number, values=values)
