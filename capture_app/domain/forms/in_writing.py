"""What a question for a group becomes where one person answers it in writing, and how that is typed up (G2)."""

from collections.abc import Mapping
from dataclasses import replace

from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.records import Form
from capture_app.domain.values import Item, Option
from capture_app.domain.vocabulary import FormPurpose, ItemKind, Scale, Verdict

LETTER = "letter"
"""The key under which the lines of a letter stand, which answers no question."""

_AS_ANSWERED = (ItemKind.CHOICE, ItemKind.FIGURE)
"""Kinds of answer that are typed up as they are; the others become lines."""


def in_writing(items: Mapping[str, Item], verdicts: Mapping[Scale, tuple[Option, ...]]) -> dict[str, Item]:
    """The questions of a worksheet as one person can answer them; each keeps its key, order, wording and theme.

    A list to be decided becomes a table with a row for each of its options, to be answered with one of the `verdicts`
    of its scale, which it keeps; what speaks for something and against it, and whatever else was written as lines,
    becomes one text.
    """
    return {key: _alone(item, verdicts) for key, item in items.items()}


def as_lines(form: Form) -> Form:
    """A written form as it is typed up: what was written in words as lines; a figure or a choice as it was given.

    A table that was made of a list to be decided is that list again, so that it stands beside what groups decided. What
    asks nothing is left out. Any other form stays as it is.
    """
    if form.purpose is not FormPurpose.WRITTEN_FEEDBACK:
        return form
    asked = ((key, item) for key, item in ordered(form.items) if is_asked(item))
    return replace(form, items={key: _typed_up(item) for key, item in asked})


def letter_form(prompt: str) -> Form:
    """What stands in for a form where a letter or mail answers none."""
    item = Item(kind=ItemKind.LINES, prompt=prompt, order="V")
    return Form(id="", purpose=FormPurpose.WRITTEN_FEEDBACK, title=prompt, items={LETTER: item})


def _alone(item: Item, verdicts: Mapping[Scale, tuple[Option, ...]]) -> Item:
    if item.kind is not ItemKind.LINES:
        return item
    if item.options and item.scale in verdicts:
        rows, options = item.options, verdicts[item.scale]
        return replace(item, kind=ItemKind.MATRIX, rows=rows, options=options)
    told = "; ".join(option.label for option in item.options)
    help_words = "\n".join(words for words in (item.help, told) if words)
    return replace(item, kind=ItemKind.TEXT, help=help_words, options=(), scale=Scale.NONE)


def _typed_up(item: Item) -> Item:
    if item.kind is ItemKind.SCALE:
        return replace(item, kind=ItemKind.CHOICE)
    if item.kind in _AS_ANSWERED:
        return item
    if _decides(item):
        return replace(item, kind=ItemKind.LINES, options=item.rows, rows=())
    return replace(item, kind=ItemKind.LINES, options=(), rows=(), scale=Scale.NONE)


def _decides(item: Item) -> bool:
    """Whether each row of a table is answered with a verdict; its author may have put other words in their place."""
    listed = item.kind is ItemKind.MATRIX and item.scale not in (Scale.NONE, Scale.WEIGHING)
    return listed and {option.id for option in item.options} <= {verdict.value for verdict in Verdict}
