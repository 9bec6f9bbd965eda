"""What may be told in public of a questionnaire: from the answers of single people to what everybody may read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement

from capture_app.domain.forms.counting import counted
from capture_app.domain.forms.course import handed_in, is_asked
from capture_app.domain.forms.in_public import Tables, ToldInPublic, told_in_public
from capture_app.domain.small_cells import hidden
from capture_app.domain.values import Answer, Condition, Item, Option
from capture_app.domain.vocabulary import ItemKind

Answers = Mapping[str, Answer]

YES_NO = (Option(id="yes", label="Yes"), Option(id="maybe", label="Maybe"), Option(id="no", label="No"))


def _item(order: str, kind: ItemKind = ItemKind.CHOICE, **more: object) -> Item:
    return Item(prompt=order, kind=kind, order=order, **{"options": YES_NO, **more})  # type: ignore[arg-type]


USEFUL = {"useful": _item("a")}
WHY_NOT = {"useful": _item("a"), "why": _item("b", show_if=(Condition(item="useful", values=("no",)),))}


def _told(
    items: Mapping[str, Item],
    people: Sequence[Answers],
    before: Mapping[str, Tables] | None = None,
    fewest: int = 5,
) -> ToldInPublic:
    sheets = [handed_in(items, one) for one in people]
    found = {
        key: counted(item, [one[key] for one in sheets if key in one], len(sheets))
        for key, item in items.items()
        if is_asked(item)
    }
    return told_in_public(items, found, before or {}, fewest)


def _shown(told: ToldInPublic, fewest: int = 5) -> tuple[tuple[str, str, str, int | None], ...]:
    """What somebody reads: every count, or None where it is hidden."""
    return tuple(
        (key, part, option, None if option in hidden(table, fewest) else count)
        for key, tables in sorted(told.tables.items())
        for part, table in sorted(tables.items())
        for option, count in sorted(table.items())
    )


def _said(**choices: int) -> list[Answers]:
    return [{"useful": Answer(choice=choice)} for choice, count in choices.items() for _each in range(count)]


def test_one_answer_more_changes_nothing_of_what_is_told() -> None:
    fourteen = _said(yes=9, maybe=5, no=0)
    first = _told(USEFUL, fourteen)
    for choice in ("yes", "maybe", "no"):
        again = _told(USEFUL, [*fourteen, *_said(**{choice: 1})], first.tables)
        assert again.tables == first.tables
        assert again.anew == frozenset()


def test_enough_answers_more_are_told_once_they_give_nobody_away() -> None:
    first = _told(USEFUL, _said(yes=20, maybe=12, no=9))
    assert first.anew == {"useful"}
    again = _told(USEFUL, _said(yes=26, maybe=18, no=14), first.tables)
    assert again.anew == {"useful"}
    assert again.tables["useful"][""] == {"yes": 26, "maybe": 18, "no": 14}
    all_said_yes = _told(USEFUL, _said(yes=30, maybe=12, no=9), first.tables)
    assert all_said_yes.tables == first.tables, (
        "ten came, and the difference would say what each of them said"
    )


def test_a_question_for_some_is_not_told_where_it_tells_how_many_said_so() -> None:
    """Nine said yes, four maybe and five no: how many were asked why tells the two that are hidden apart."""
    people = _said(yes=9, maybe=4)
    people += [{"useful": Answer(choice="no"), "why": Answer(choice="maybe")} for _each in range(5)]
    told = _told(WHY_NOT, people)
    assert hidden(told.tables["useful"][""]) == {"maybe", "no"}
    assert "why" not in told.tables


def test_each_choice_of_several_is_told_where_enough_chose_it_and_enough_did_not() -> None:
    items = {"useful": _item("a", ItemKind.MULTIPLE)}
    people = [{"useful": Answer(chosen=("yes",))} for _each in range(3)]
    people += [{"useful": Answer(chosen=("yes", "maybe"))} for _each in range(8)]
    told = _told(items, people).tables["useful"]
    assert hidden(told["maybe"]) == {"chosen", "not_chosen"}, "three did not"
    assert hidden(told["yes"]), "everybody did"
    assert hidden(told["no"]), "nobody did"
    told = _told(items, [*people, *people]).tables["useful"]
    assert not hidden(told["maybe"])


def test_too_few_forms_are_told_nothing_of() -> None:
    assert _told(USEFUL, _said(yes=2, no=2)).tables == {}


def test_nobody_can_tell_what_one_person_said_from_two_tellings_of_two_questions() -> None:
    """Every set of up to nine people with two linked questions, and everyone who could come after them."""
    fewest, seen = 3, defaultdict(set)
    for people in _everyone(range(6, 10)):
        first = _told(WHY_NOT, people, fewest=fewest)
        for number, newcomer in enumerate(_KINDS_OF_PEOPLE):
            second = _told(WHY_NOT, [*people, newcomer], first.tables, fewest)
            seen[_shown(first, fewest), _shown(second, fewest)].add(number)
    assert all(newcomers == set(range(len(_KINDS_OF_PEOPLE))) for newcomers in seen.values())


_KINDS_OF_PEOPLE: tuple[Answers, ...] = (
    {"useful": Answer(choice="yes")},
    {"useful": Answer(choice="no")},
    {"useful": Answer(choice="no"), "why": Answer(choice="yes")},
    {"useful": Answer(choice="no"), "why": Answer(choice="no")},
)


def _everyone(numbers: range) -> Iterator[list[Answers]]:
    for number in numbers:
        yield from (list(people) for people in combinations_with_replacement(_KINDS_OF_PEOPLE, number))
