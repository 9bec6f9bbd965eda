"""Where a theme stands in the frame, and the name it is shown under of the several it has (A2, X12 to X14)."""

from collections.abc import Iterable

from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.records import Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind

__all__ = ["in_turn", "place_in_frame", "shown_name"]

_KINDS = (ThemeKind.SECTION, ThemeKind.AREA, ThemeKind.EMERGENT)


def place_in_frame(theme: Theme) -> tuple[int, bool, str, Place, str]:
    """Sections, key areas, topics that came up. What nobody put in order stands last, by code (A5)."""
    return _KINDS.index(theme.theme_kind), not theme.order, theme.order, reading_order(theme.code), theme.id


def in_turn(labels: Iterable[ThemeLabel]) -> list[ThemeLabel]:
    """The names of one theme, the one that is shown first; the same on every laptop.

    A ticked one comes before the others. Where a merge left two ticked, the one that was put first comes first.
    """
    return sorted(labels, key=lambda one: (not one.preferred, one.order, one.id))


def shown_name(labels: Iterable[ThemeLabel], code: str) -> str:
    """What a theme is called; its code where it has no name yet. An empty name is none."""
    return next((one.text for one in in_turn(labels) if one.text), code)
