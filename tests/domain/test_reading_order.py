"""Lists that people read stand in the order in which people look for words."""

from hypothesis import given
from hypothesis import strategies as st

from capture_app.domain.frame import place_in_frame
from capture_app.domain.reading_order import in_order as put_in_order
from capture_app.domain.records import Theme
from capture_app.domain.vocabulary import ThemeKind


def in_order(*words: str) -> list[str]:
    return list(put_in_order(words))


def test_a_number_stands_by_how_much_it_is_and_before_words() -> None:
    assert in_order("S10", "S2", "S1") == ["S1", "S2", "S10"]
    assert in_order("Group 11", "Group 9 b", "group 9 a") == ["group 9 a", "Group 9 b", "Group 11"]
    assert in_order("eleven", "11", "9") == ["9", "11", "eleven"]
    assert in_order("7" * 5000, "8" * 4999) == ["8" * 4999, "7" * 5000]


def test_marks_on_letters_and_capitals_move_nobody_to_the_end() -> None:
    assert in_order("Zoe", "Émile", "adam", "Emma") == ["adam", "Émile", "Emma", "Zoe"]
    assert in_order("Łukasz", "Mia", "Karl", "Ørsted", "Paul") == ["Karl", "Łukasz", "Mia", "Ørsted", "Paul"]
    assert in_order("Strasse 3", "Straße 2") == ["Straße 2", "Strasse 3"]


def test_sections_that_nobody_put_in_order_stand_by_their_codes_after_those_somebody_did() -> None:
    themes = [Theme(id=code, theme_kind=ThemeKind.SECTION, code=code) for code in ("S10", "S2")]
    themes.append(Theme(id="S99", theme_kind=ThemeKind.SECTION, code="S99", order="A"))
    assert [one.code for one in sorted(themes, key=place_in_frame)] == ["S99", "S2", "S10"]


@given(st.lists(st.text()))
def test_the_order_of_a_list_does_not_depend_on_how_it_came(words: list[str]) -> None:
    assert in_order(*words) == in_order(*reversed(words))
