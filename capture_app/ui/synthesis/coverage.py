"""The coverage bar of the first synthesis: what has been used and what is pending."""

from __future__ import annotations

from capture_app.ui.widgets.coverage_bar import CoverageBar


class Coverage(CoverageBar):
    """Names no part that is empty for want of a way to fill it: nothing can be set aside yet."""

    def set_counts(self, used: int, set_aside: int, pending: int) -> None:
        """Show how many items are in each state."""
        super().set_counts(used, set_aside, pending)
        self._keys["set_aside"].setVisible(set_aside > 0)
