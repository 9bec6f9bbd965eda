"""Documents look like the window: the same ink, and the same letter, word and colour for each stance."""

import pytest

from capture_app.domain.vocabulary import Stance
from capture_app.reports.names import stance_word
from capture_app.reports.palette import INK, STANCES
from capture_app.ui.badges import stance_word as word_in_the_window
from capture_app.ui.theme import LIGHT


def test_the_ink_is_that_of_the_light_theme() -> None:
    assert (INK.text, INK.quiet, INK.paper, INK.accent) == (
        LIGHT.text,
        LIGHT.text2,
        LIGHT.surface,
        LIGHT.accent,
    )
    assert (INK.border, INK.line, INK.warn, INK.warn_soft) == (
        LIGHT.border,
        LIGHT.line,
        LIGHT.warn,
        LIGHT.warn_soft,
    )


@pytest.mark.parametrize("stance", Stance)
def test_a_stance_has_one_word_and_one_colour_everywhere(stance: Stance) -> None:
    assert stance_word(stance) == word_in_the_window(stance)
    assert STANCES[stance] == LIGHT.stances[stance]
