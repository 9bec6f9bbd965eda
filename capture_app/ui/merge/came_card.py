"""The bundles that were merged here before, so that nobody wonders whether a laptop's file came in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from capture_app.services.merged_before import CameBack
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class CameCard(Card):
    """One row a bundle, the newest merge first; hidden while none was merged."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Merged before"), parent=parent)
        self._rows: list[QWidget] = []
        self.show_came(())

    def show_came(self, came: Sequence[CameBack]) -> None:
        """Show these instead."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [Prose(_told(one), self._look, lead=_whose(one)) for one in came]
        for row in self._rows:
            self.add(row)
        self.setVisible(bool(came))


def _whose(one: CameBack) -> str:
    return " · ".join(part for part in (one.laptop, one.holder) if part)


def _told(one: CameBack) -> str:
    """ "Session 4 · merged today, 12:16: 6 · 0 · 0 lines, minutes, questionnaires, check number 1234 5678"."""
    words = _("merged {when}, check number {check}")
    if one.numbers:
        words = _("merged {when}: {numbers} lines, minutes, answered questionnaires, check number {check}")
    said = words.format(when=when(one.merged), numbers=one.numbers, check=one.check_number)
    return f"{one.session} · {said}" if one.session else said
