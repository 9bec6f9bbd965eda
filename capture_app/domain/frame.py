"""The name under which a theme is shown, of the several that sources give it (A2, X12 to X14)."""

from collections.abc import Iterable

from capture_app.domain.records import ThemeLabel

__all__ = ["in_turn", "shown_name"]


def in_turn(labels: Iterable[ThemeLabel]) -> list[ThemeLabel]:
    """The names of one theme, the one that is shown first; the same on every laptop.

    A ticked one comes before the others. Where a merge left two ticked, the one that was put first comes first.
    """
    return sorted(labels, key=lambda one: (not one.preferred, one.order, one.id))


def shown_name(labels: Iterable[ThemeLabel], code: str) -> str:
    """What a theme is called; its code where it has no name yet. An empty name is none."""
    return next((one.text for one in in_turn(labels) if one.text), code)
