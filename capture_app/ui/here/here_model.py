"""Who is here, row by row: each grain as a heading, and below it those who are expected, here, or have left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import Grain
from capture_app.services.attending import Here, Named
from capture_app.ui.here.here_words import about_words, grain_words, spoken
from capture_app.ui.widgets.headed_rows import HeadedRows


@dataclass(frozen=True, slots=True)
class HereRow:
    """The heading of a grain, or somebody of it with what is said about them."""

    grain: Grain
    named: Named | None = None
    about: str = ""

    @property
    def key(self) -> RecordId:
        """What stays the same while what is known of somebody changes; empty for a heading."""
        return self.named.row.key if self.named else ""

    @property
    def words(self) -> str:
        """The name, or the heading."""
        return self.named.name if self.named else grain_words(self.grain)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return spoken(self.named, self.about) if self.named else grain_words(self.grain)


class HereModel(HeadedRows[HereRow]):
    """`shown` are the rows."""

    def show(self, here: Here) -> None:
        """Show these."""
        self.show_rows(_rows(here))


def _rows(here: Here) -> Iterator[HereRow]:
    groups = {group.id: group.label for group in here.groups}
    for grain, found in groupby(here.rows, key=lambda one: one.row.entry.grain):
        yield HereRow(grain)
        for named in found:
            yield HereRow(grain, named, about_words(named, groups))
