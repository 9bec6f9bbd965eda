"""How much room the parts of the legend take at one look."""

from __future__ import annotations

from collections.abc import Iterator

from capture_app.ui.style import Look
from capture_app.ui.widgets.keycap import keycap_size
from capture_app.ui.widgets.legend import LegendEntry, LegendGroup
from capture_app.ui.widgets.painting import advance

BADGE = 17
"""Side of a stance's badge in the legend at 100 %."""

Shown = list[tuple[LegendGroup, list[LegendEntry]]]


class LegendMeasure:
    """Widths in pixels."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.font = look.font(look.theme.type.secondary)

    def cap(self, text: str) -> tuple[float, float]:
        """Width and height of a key cap."""
        return keycap_size(text, self._look)

    def width(self, entry: LegendEntry) -> float:
        """An entry without the keys held with it: lock, cap, badge, words."""
        look = self._look
        badge = look.px(BADGE) + look.px(6) if entry.stance else 0
        lock = look.px(15) + look.px(5) if entry.locked else 0
        return lock + self.cap(entry.cap)[0] + look.px(6) + badge + advance(self.font, entry.words)

    def held(self, entry: LegendEntry, before: tuple[str, ...]) -> float:
        """The keys held, drawn once before the first of several entries that share them."""
        if not entry.held or entry.held == before:
            return 0
        caps = sum(self.cap(cap)[0] + self._look.px(4) for cap in entry.held)
        return caps + self._look.px(12) + advance(self.font, "+")

    def whole(self, groups: Shown, gap: float) -> float:
        """All of it, with so much room after each entry."""
        wide = sum(self.width(entry) + gap for _group, members in groups for entry in members)
        return wide + self.extras(groups, gap)

    def extras(self, groups: Shown, gap: float) -> float:
        """What lines, held keys and notes take beside the entries."""
        lines = (len(groups) - 1) * (1 + gap)
        notes = sum(advance(self.font, group.note) + gap for group, _members in groups if group.note)
        return lines + notes + sum(self.held(entry, before) for entry, before in _pairs(groups))


def _pairs(
    groups: Shown,
) -> Iterator[tuple[LegendEntry, tuple[str, ...]]]:
    """Every entry with the keys held for the one before it."""
    before: tuple[str, ...] = ()
    for _group, members in groups:
        for entry in members:
            yield entry, before
            before = entry.held
