"""A legend whose keys change with the part: where no names are to be written, @ is there and locked."""

from __future__ import annotations

from collections.abc import Sequence

from capture_app.ui.widgets.legend import LegendGroup
from capture_app.ui.widgets.legend_bar import LegendBar


class PartLegend(LegendBar):
    """The legend bar with groups that can be exchanged."""

    def set_groups(self, groups: Sequence[LegendGroup]) -> None:
        """Show these keys from now on."""
        self._groups = tuple(groups)
        self._describe()
