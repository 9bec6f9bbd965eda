"""Every text can be read and every edge seen, in both themes: contrast by WCAG 2, computed from the tokens."""

from __future__ import annotations

import dataclasses
import re

import pytest

from capture_app.domain.vocabulary import Stance
from capture_app.paths import resource
from capture_app.ui.style import SCALES, Look, style_sheet
from capture_app.ui.theme import DARK, LIGHT, Theme

TEXT, EDGE = 4.5, 3.0

GROUNDS = ("window", "surface", "sunken", "hover", "sel", "accent_soft")
SOFT = ("good_soft", "warn_soft", "bad_soft", "priv_soft")
PAIRS = [
    *(("text", ground, TEXT) for ground in (*GROUNDS, *SOFT, "heat1", "heat2", "heat3")),
    *(("text2", ground, TEXT) for ground in (*GROUNDS, *SOFT)),
    *(("text3", ground, TEXT) for ground in ("window", "surface", "sunken")),
    *(("accent", ground, TEXT) for ground in ("window", "surface", "sel", "accent_soft", "hover")),
    *(("on_accent", ground, TEXT) for ground in ("accent", "accent_hover", "accent_press")),
    *((state, ground, TEXT) for state in ("good", "warn", "bad", "priv") for ground in ("surface", "window")),
    *((state, f"{state}_soft", TEXT) for state in ("good", "warn", "bad", "priv")),
    *(("line", ground, EDGE) for ground in GROUNDS),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_written_or_drawn_stands_out_from_its_ground(
    theme: Theme, ink: str, ground: str, least: float
) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("stance", list(Stance))
@pytest.mark.parametrize("ground", ["surface", "sel", "accent_soft"])
def test_a_stance_and_its_letter_can_be_read(theme: Theme, stance: Stance, ground: str) -> None:
    """The letter on a filled badge is in the colour of the surface, so this covers it."""
    assert contrast(theme.stances[stance], getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_where_more_contrast_is_asked_for_every_card_has_a_real_edge(theme: Theme) -> None:
    strong = theme.high_contrast()
    assert contrast(strong.border, strong.surface) >= EDGE
    assert {strong.warn_soft, strong.bad_soft, strong.priv_soft} == {theme.window}
    assert strong.ring == 2 * theme.ring


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_style_sheet_takes_every_colour_from_the_theme(theme: Theme, scale: int) -> None:
    """A token the template does not know would raise; a colour written into it would show here."""
    template = resource("style", "app.qss").read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", template)
    values = (getattr(theme, field.name) for field in dataclasses.fields(theme))
    colours = {value for value in values if isinstance(value, str)}
    found = set(re.findall(r"#[0-9A-Fa-f]{6}", style_sheet(Look(theme, scale), template)))
    assert found <= colours


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
