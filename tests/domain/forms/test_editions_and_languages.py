"""A form in several languages, and what keeps two editions of it from being compared."""

from dataclasses import replace

import pytest

from capture_app.domain.forms.comparing import Broken, breaks
from capture_app.domain.forms.languages import in_language, missing_in, place_in, texts_of
from capture_app.domain.records import Form
from capture_app.domain.values import Condition, Item, Limits, Option
from capture_app.domain.vocabulary import ItemKind

YES, NO = Option(id="yes", label="Yes"), Option(id="no", label="No")
CAME = Item(kind=ItemKind.SCALE, prompt="Was there time?", order="1", options=(YES, NO))
FORM = Form(
    id="f",
    title="At the end",
    intro="Skip any you like.",
    items={
        "time": CAME,
        "lost": Item(
            kind=ItemKind.FIGURE,
            prompt="How long did it take?",
            order="2",
            unit="minutes",
            limits=Limits(least="0", message="Not less than none."),
        ),
    },
    language="en",
    languages=("cy",),
)


def test_every_text_of_a_form_has_one_place_and_is_missing_until_it_is_translated() -> None:
    assert missing_in(FORM, "cy") == tuple(texts_of(FORM))
    whole = replace(
        FORM, translations={place_in("cy", place): f"<{text}>" for place, text in texts_of(FORM).items()}
    )
    assert missing_in(whole, "cy") == ()
    assert texts_of(in_language(whole, "cy")) == {
        place: f"<{text}>" for place, text in texts_of(FORM).items()
    }


def test_a_text_that_is_missing_stays_in_the_language_it_was_written_in() -> None:
    partly = replace(FORM, translations={"cy/items/time/options/yes": "Oedd"})
    welsh = in_language(partly, "cy")
    assert [one.label for one in welsh.items["time"].options] == ["Oedd", "No"]
    assert welsh.items["time"].prompt == "Was there time?"
    assert in_language(partly, "fr") == partly


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (replace(CAME, prompt="was  there TIME?"), None),
        (replace(CAME, help="Roughly.", order="9"), None),
        (None, Broken.GONE),
        (replace(CAME, limits=Limits(most="2")), Broken.LIMITS),
        (replace(CAME, kind=ItemKind.CHOICE), Broken.KIND),
        (replace(CAME, prompt="Was there enough time?"), Broken.REWORDED),
        (replace(CAME, options=(YES,)), Broken.OPTIONS),
        (replace(CAME, options=(YES, replace(NO, label="Never"))), Broken.OPTIONS),
        (replace(CAME, options=(NO, YES)), Broken.ORDER),
        (replace(CAME, show_if=(Condition(item="lost"),)), Broken.CONDITION),
    ],
)
def test_a_question_that_is_no_longer_the_same_is_told_with_why(
    later: Item | None, why: Broken | None
) -> None:
    items = {key: item for key, item in FORM.items.items() if key != "time"}
    after = replace(FORM, items=items | ({"time": later} if later else {}))
    assert [one.broken for one in breaks(FORM, after)] == ([why] if why else [])
