"""Whether a question is asked, given what was answered before it (F2).

An answer that was refused or left blank is no answer: of such only "was not answered" holds.
"""

from collections.abc import Mapping

from capture_app.domain.forms.numbers import worth
from capture_app.domain.values import Answer, Condition
from capture_app.domain.vocabulary import Given, When

__all__ = ["all_hold", "chosen_in", "holds"]


def all_hold(conditions: tuple[Condition, ...], answers: Mapping[str, Answer]) -> bool:
    """Whether each of them holds; none at all is no hindrance."""
    return all(holds(one, answers) for one in conditions)


def holds(condition: Condition, answers: Mapping[str, Answer]) -> bool:
    """Whether a condition holds for the answers to the questions that were asked so far."""
    answer = answers.get(condition.item)
    answered = answer is not None and answer.given is Given.ANSWERED and answer != Answer()
    if condition.when is When.NOT_ANSWERED:
        return not answered
    if answer is None or not answered:
        return False
    return condition.when is When.ANSWERED or _fits(condition, answer)


def chosen_in(answer: Answer) -> frozenset[str]:
    """The ids of all options that an answer chose, of whatever kind its question is."""
    return frozenset({answer.choice, *answer.chosen, *answer.by_row.values()} - {""})


def _fits(condition: Condition, answer: Answer) -> bool:
    match condition.when:
        case When.ANY_OF:
            return bool(chosen_in(answer) & set(condition.values))
        case When.NONE_OF:
            return not chosen_in(answer) & set(condition.values)
        case When.AT_LEAST:
            return bool(condition.values) and _compared(answer.value, condition.values[0]) >= 0
        case _:
            return bool(condition.values) and _compared(condition.values[0], answer.value) >= 0


def _compared(one: str, other: str) -> int:
    """1, 0 or -1 for numbers by what they are worth and for days as they are written; -1 for what is neither."""
    left, right = worth(one), worth(other)
    if left is not None and right is not None:
        return (left > right) - (left < right)
    if left is None and right is None and one and other:
        return (one > other) - (one < other)
    return -1
