"""What has been written so far in this part, in numbers, beside the minutes or under them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from capture_app.ui.capture.minutes_reading import SoFar
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.figures import Figures
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_, number_words

WIDTH = 292


class SoFarCard(Card):
    """A row for each count; the last is amber while it is not nought."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("So far in this part"), parent=parent)
        grid_holder = QWidget()
        self._grid = QGridLayout(grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._numbers: list[Label] = []
        for row, words in enumerate(_names()):
            number = Label("0", "strong")
            self._grid.addWidget(Prose(words, look, "secondary"), row, 0)
            self._grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignRight)
            self._numbers.append(number)
        self.add(grid_holder)

    def show_counts(self, counts: SoFar) -> None:
        """Show the numbers."""
        values = _values(counts)
        for number, value, name in zip(self._numbers, values, _names(), strict=True):
            number.setText(number_words(value))
            number.setAccessibleName(f"{name}: {number_words(value)}")
        self._numbers[-1].set_kind("warn" if counts.unpermitted else "strong")


class SoFarSide(QFrame):
    """The column at the right with the card; or, where there is no room, one row of counts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._beside = look, True
        self._counts = SoFar()
        self._card, self._row = SoFarCard(look), Figures(look, ())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._card)
        self._column.addWidget(self._row)
        self._column.addStretch(1)
        self._row.hide()
        self.setProperty("kind", "side")
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width."""
        self._look = look
        side, top = look.px(18), look.px(14)
        if self._beside:
            self._column.setContentsMargins(side, top, side, top)
            self.setFixedWidth(look.px(WIDTH))
        else:
            self._column.setContentsMargins(look.px(24), look.px(6), look.px(24), look.px(6))
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)

    def stand_beside(self, beside: bool) -> None:
        """A column of its own, or a row under the lines."""
        self._beside = beside
        self._card.setVisible(beside)
        self._row.setVisible(not beside)
        self.setProperty("kind", "side" if beside else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.set_look(self._look)
        self.show_counts(self._counts)

    def words(self) -> str:
        """The numbers in words."""
        told = zip(_names(), _values(self._counts), strict=True)
        return ", ".join(f"{name} {number_words(value)}" for name, value in told)

    def show_counts(self, counts: SoFar) -> None:
        """Show the numbers."""
        self._counts = counts
        self.setAccessibleName(self.words())
        self._card.show_counts(counts)
        if not self._beside:
            self._row.show_counts(
                (
                    (counts.points, n_("point", "points", counts.points)),
                    (counts.decisions, n_("decision", "decisions", counts.decisions)),
                    (counts.actions, n_("action", "actions", counts.actions)),
                    (
                        counts.incidents,
                        n_("sound or link trouble", "sound or link troubles", counts.incidents),
                    ),
                    (
                        counts.unpermitted,
                        n_(
                            "quotation without permission",
                            "quotations without permission",
                            counts.unpermitted,
                        ),
                    ),
                )
            )


def _names() -> tuple[str, ...]:
    trouble, unpermitted = _("Sound or link trouble"), _("Quotations without permission")
    return (_("Points"), _("Decisions"), _("Actions"), trouble, unpermitted)


def _values(counts: SoFar) -> tuple[int, ...]:
    """In the order of their names."""
    return (counts.points, counts.decisions, counts.actions, counts.incidents, counts.unpermitted)
