"""Beside a claim: what the records give, each number with the rule it is counted by, and never as a verdict (C9).

Where there is no claim yet all that is counted stands alone: nobody has to report a fact to see a gap (A6, B4).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.records import Claim
from capture_app.services.computed import Computed, gaps_first, nearest
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class Beside(QWidget):
    """The totals nearest to the claim, and behind a button all others."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._all = look, False
        self._claim: Claim | None = None
        self._totals: Sequence[Computed] = ()
        self._body = QVBoxLayout()
        self._body.setSpacing(look.px(10))
        self.all_button = Button(_("Show every count"), look, "quiet", size="row", icon="list-numbers")
        self.all_button.clicked.connect(self._on_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(4))
        column.setSpacing(look.px(8))
        column.addLayout(self._body)
        column.addWidget(self.all_button)
        column.addWidget(Divider())

    def set_look(self, look: Look) -> None:
        """What is shown from now on."""
        self._look = look

    def show_beside(self, claim: Claim, totals: Sequence[Computed]) -> None:
        """Show the claim and what stands nearest to it."""
        if (claim, totals) == (self._claim, self._totals):
            return
        self._claim, self._totals = claim, totals
        self._show()

    def show_all(self, totals: Sequence[Computed]) -> None:
        """Show everything that is counted, gaps first, with no claim; nothing while there is nothing to count."""
        self._claim, self._totals, self._all = None, gaps_first(totals), True
        self.all_button.hide()
        self.setVisible(any(one.total.count for one in totals))
        self._show()

    def shown(self) -> list[str]:
        """Everything that can be read here, a line each."""
        return [label.accessibleName() or label.text() for label in self.findChildren(Label) if label.text()]

    def chips(self) -> list[Chip]:
        """What says of each line whether it is claimed or computed."""
        return self.findChildren(Chip)

    def _on_all(self) -> None:
        self._all = not self._all
        self.all_button.set_words(_("Show the nearest only") if self._all else _("Show every count"))
        self._show()

    def _show(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        near = nearest(self._claim, self._totals) if self._claim else ()
        if self._claim is not None:
            self._body.addWidget(self._claimed(self._claim))
        else:
            self._body.addWidget(Label(_("What the records give"), "heading"))
        if not near and not self._all:
            words = _(
                "Nothing in the records is counted under these words. The fact stands as it was reported."
            )
            self._body.addWidget(Prose(words, self._look, "secondary"))
        for one in self._totals if self._all else near:
            self._body.addWidget(self._computed(one))

    def _claimed(self, claim: Claim) -> QWidget:
        value = " ".join(words for words in (claim.value, claim.unit) if words)
        if claim.approximate:
            value = _("about {value}").format(value=value)
        place = ", ".join(words for words in (claim.source, claim.locator) if words)
        chip = Chip(_("claimed"), self._look, "plain")
        return self._line(chip, value or _("Nothing yet"), place or _("No source is given."), ())

    def _computed(self, one: Computed) -> QWidget:
        title = f"{one.title}, {one.where}" if one.where else one.title
        chip = Chip(_("computed"), self._look, "accent")
        return self._line(chip, f"{title}: {one.count}", one.rule, one.parts)

    def _line(self, chip: Chip, said: str, below: str, parts: Sequence[str]) -> QWidget:
        holder, words = QWidget(), QVBoxLayout()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        words.setSpacing(self._look.px(2))
        words.addWidget(Prose(said, self._look, "strong"))
        words.addWidget(Prose(below, self._look, "secondary"))
        for part in parts:
            words.addWidget(Prose(part, self._look, "caption"))
        row.addLayout(words, 1)
        return holder
