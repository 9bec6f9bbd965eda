"""The tokens of the look: colours, stances, sizes and weights of type, spaces, corners.

No colour is written anywhere else. Pure values without Qt, so that the contrast can be checked without a
window. Sizes are at 100 % text; `capture_app.ui.style.Look` scales them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from capture_app.domain.vocabulary import Stance

Colour = str
"""A colour as "#RRGGBB"."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
"""Weights: text, buttons, titles and selection, letters inside badges."""


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes of type in points."""

    caption: float = 9
    secondary: float = 9.5
    body: float = 10.5
    capture: float = 11.5
    question: float = 13
    title: float = 16
    welcome: float = 22
    kiosk: float = 26
    time_left: float = 32


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in pixels: inside controls, between cards, card padding, page margin, and larger ones."""

    hair: int = 4
    control: int = 8
    gap: int = 12
    card: int = 16
    page: int = 24
    wide: int = 32
    vast: int = 48


@dataclass(frozen=True, slots=True)
class Radii:
    """Corners in pixels: chips and keys, controls and rows, cards and popups, kiosk."""

    chip: int = 4
    control: int = 6
    card: int = 8
    kiosk: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme. Colour fields are "#RRGGBB"; `ring` is the focus ring's width in pixels."""

    name: str
    dark: bool
    window: Colour
    surface: Colour
    sunken: Colour
    hover: Colour
    sel: Colour
    accent_soft: Colour
    border: Colour
    line: Colour
    text: Colour
    text2: Colour
    text3: Colour
    accent: Colour
    accent_hover: Colour
    accent_press: Colour
    on_accent: Colour
    good: Colour
    good_soft: Colour
    warn: Colour
    warn_soft: Colour
    bad: Colour
    bad_soft: Colour
    priv: Colour
    priv_soft: Colour
    heat1: Colour
    heat2: Colour
    heat3: Colour
    stances: Mapping[Stance, Colour]
    ring: int = 2
    type: TypeSizes = field(default_factory=TypeSizes)
    space: Spaces = field(default_factory=Spaces)
    radius: Radii = field(default_factory=Radii)

    def high_contrast(self) -> Theme:
        """The same where the system asks for more contrast: real edges, no soft fills, a doubled ring."""
        return replace(
            self,
            border=self.line,
            ring=2 * self.ring,
            accent_soft=self.window,
            good_soft=self.window,
            warn_soft=self.window,
            bad_soft=self.window,
            priv_soft=self.window,
        )


def _stances(
    agreed: Colour, mixed: Colour, disagreed: Colour, one: Colour, question: Colour
) -> Mapping[Stance, Colour]:
    return MappingProxyType(
        {
            Stance.AGREED: agreed,
            Stance.MOSTLY: agreed,
            Stance.MIXED: mixed,
            Stance.DISAGREED: disagreed,
            Stance.RAISED_BY_ONE: one,
            Stance.NO_OBJECTION: agreed,
            Stance.QUESTION: question,
        }
    )


LIGHT = Theme(
    name="light",
    dark=False,
    window="#F5F4F0",
    surface="#FFFFFF",
    sunken="#ECEAE4",
    hover="#F0EEE9",
    sel="#DFE6F7",
    accent_soft="#E8ECF8",
    border="#DCD9D1",
    line="#858179",
    text="#1E2227",
    text2="#4C525B",
    text3="#636971",
    accent="#2F4C9B",
    accent_hover="#253E82",
    accent_press="#1C3069",
    on_accent="#FFFFFF",
    good="#17694A",
    good_soft="#E3F1EA",
    warn="#7F5200",
    warn_soft="#FBF0D9",
    bad="#A9222F",
    bad_soft="#FBE9E8",
    priv="#5A3E8C",
    priv_soft="#EFEAF7",
    heat1="#EEF1FA",
    heat2="#D6DEF4",
    heat3="#B5C3EA",
    stances=_stances("#0D6B62", "#6A4499", "#A8401B", "#7F5A00", "#505964"),
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#14161B",
    surface="#1C1F26",
    sunken="#101217",
    hover="#252932",
    sel="#2A355A",
    accent_soft="#232C4A",
    border="#333946",
    line="#7C8593",
    text="#E9EBEF",
    text2="#BCC2CC",
    text3="#9BA3AF",
    accent="#A9BCFF",
    accent_hover="#C0CEFF",
    accent_press="#8FA6F5",
    on_accent="#10182F",
    good="#72CFA3",
    good_soft="#17301F",
    warn="#EBBE66",
    warn_soft="#33290F",
    bad="#FF9C96",
    bad_soft="#3C1B1D",
    priv="#C6AEF2",
    priv_soft="#2B2340",
    heat1="#20263A",
    heat2="#2A3557",
    heat3="#3A4A7E",
    stances=_stances("#5CCABC", "#C2A3F2", "#FFA37D", "#E6BC5C", "#B0B9C5"),
)
