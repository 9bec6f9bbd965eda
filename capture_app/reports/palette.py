"""The colours of documents: ink on paper, one accent, and a colour for each stance that never stands alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from capture_app.domain.vocabulary import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours as "#RRGGBB". `line` is strong enough to be the edge of something, `border` only decorates."""

    text: str = "#1E2227"
    quiet: str = "#4C525B"
    paper: str = "#FFFFFF"
    accent: str = "#2F4C9B"
    border: str = "#DCD9D1"
    line: str = "#858179"
    warn: str = "#7F5200"
    warn_soft: str = "#FBF0D9"


INK = Ink()

STANCES: Mapping[Stance, str] = {
    Stance.AGREED: "#0D6B62",
    Stance.MOSTLY: "#0D6B62",
    Stance.MIXED: "#6A4499",
    Stance.DISAGREED: "#A8401B",
    Stance.RAISED_BY_ONE: "#7F5A00",
    Stance.NO_OBJECTION: "#0D6B62",
    Stance.QUESTION: "#505964",
}
"""The colour of each stance; its letter and word always stand with it."""


def contrast(one: str, other: str) -> float:
    """How far two colours are apart for the eye: 1 for the same, 21 for black on white (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
