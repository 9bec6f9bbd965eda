"""Where a theme stands in the frame, the name it is shown under of the several it has, and which are one.

(A2, A5, X12 to X14)
"""

from collections.abc import Iterable, Mapping

from capture_app.domain.reading_order import Place, reading_order
from capture_app.domain.record import RecordId
from capture_app.domain.records import Theme, ThemeLabel
from capture_app.domain.vocabulary import ThemeKind

__all__ = ["counted_as", "in_turn", "place_in_frame", "shown_name"]

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


def counted_as(into: Mapping[RecordId, RecordId]) -> dict[RecordId, RecordId]:
    """Of every theme that was joined into another, the one it counts as; `into` says it of all there are (A5).

    Where that one was joined in turn, the last one counts. One that is not here, or was taken away, is nothing to
    count as. Where two laptops joined two themes into each other, both count as the same one on every laptop.
    """
    return {theme: kept for theme in into if (kept := _last_of(theme, into)) != theme}


def _last_of(theme: RecordId, into: Mapping[RecordId, RecordId]) -> RecordId:
    way = [theme]
    while (following := into.get(way[-1], "")) in into:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]
