"""The course one respondent takes through a form: which items come, and what is handed in at the end (F2)."""

from collections.abc import Mapping

from capture_app.domain.forms.conditions import all_hold
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Given, ItemKind

__all__ = ["NOT_ASKED", "ONLY_READ", "handed_in", "is_asked", "items_asked", "ordered"]

ONLY_READ = (ItemKind.NOTE, ItemKind.SECTION)
"""Kinds that ask nothing."""

NOT_ASKED = Answer(given=Given.NOT_ASKED)


def ordered(items: Mapping[str, Item]) -> tuple[tuple[str, Item], ...]:
    """The items of a form as they follow one another."""
    return tuple(sorted(items.items(), key=lambda entry: (entry[1].order, entry[0])))


def is_asked(item: Item) -> bool:
    """Whether it asks anything."""
    return item.kind not in ONLY_READ


def items_asked(items: Mapping[str, Item], answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The keys of the items that come, in order, given the answers so far.

    Only what was answered earlier counts, and only where it is still asked: an answer to a question that no longer
    comes leads nowhere. A section that is passed over takes along what follows it, up to the next section.
    """
    come: list[str] = []
    counting: dict[str, Answer] = {}
    section_comes = True
    for key, item in ordered(items):
        if item.kind is ItemKind.SECTION:
            section_comes = comes = all_hold(item.show_if, counting)
        else:
            comes = section_comes and all_hold(item.show_if, counting)
        if comes:
            come.append(key)
            if key in answers and is_asked(item):
                counting[key] = answers[key]
    return tuple(come)


def handed_in(items: Mapping[str, Item], answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """What is kept of one respondent: what they answered, and which questions they were not asked.

    A blank is in it nowhere: it is a question that neither has an answer nor was passed over.
    """
    come = set(items_asked(items, answers))
    kept: dict[str, Answer] = {}
    for key, item in ordered(items):
        if is_asked(item) and key not in come:
            kept[key] = NOT_ASKED
        elif is_asked(item) and answers.get(key, Answer()) != Answer():
            kept[key] = answers[key]
    return kept
