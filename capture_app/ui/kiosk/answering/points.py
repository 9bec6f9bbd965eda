"""A scale of a few points beside each other, and rows of them (practice 2.8: 4 or 5 points, words at the ends)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.domain.values import Answer, Item
from capture_app.domain.values import Option as Choice
from capture_app.ui.kiosk.answering.way import Way
from capture_app.ui.kiosk.point import Point
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose

_BETWEEN = 8
"""Pixels more between two rows than within one."""


class PointRow(QWidget):
    """Points of which one or none is chosen. `about` is what they say something about, for a screen reader.

    Signals:
        changed(): another one is chosen, or none.
    """

    changed = Signal()

    def __init__(
        self,
        choices: tuple[Choice, ...],
        look: Look,
        *,
        about: str = "",
        numbered: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self.points = [
            Point(one.label, number, look, of=len(choices), about=about, numbered=numbered)
            for number, one in enumerate(choices, start=1)
        ]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for point in self.points:
            point.clicked.connect(partial(self._on_tapped, point))
            self._row.addWidget(point, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setSpacing(look.px(8))

    def chosen(self) -> str:
        """The id of the chosen one; empty for none."""
        for choice, point in zip(self._choices, self.points, strict=True):
            if point.isChecked():
                return choice.id
        return ""

    def choose(self, key: str) -> None:
        """Show this one as chosen; none for an id that is not among them."""
        for choice, point in zip(self._choices, self.points, strict=True):
            point.setChecked(choice.id == key)

    def _on_tapped(self, tapped: Point) -> None:
        for point in self.points:
            if point is not tapped:
                point.setChecked(False)
        self.changed.emit()


class OnAScale(Way):
    """One row of points."""

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent=parent)
        self._row = PointRow(item.options, look)
        self._row.changed.connect(self.changed)
        self.tapped = self._row.points
        self.column.addWidget(self._row)

    def answer(self) -> Answer | None:
        chosen = self._row.chosen()
        return Answer(choice=chosen) if chosen else None

    def show_answer(self, answer: Answer) -> None:
        self._row.choose(answer.choice)

    def clear(self) -> None:
        self._row.choose("")


class InRows(Way):
    """A row of points for each thing that is asked about. A row can be left out."""

    numbered = False

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent=parent)
        self._rows: dict[str, PointRow] = {}
        for one in item.rows:
            row = PointRow(item.options, look, about=one.label, numbered=False)
            row.changed.connect(self.changed)
            self._rows[one.id] = row
            if len(self._rows) > 1:
                self.column.addSpacing(_BETWEEN)
            self.column.addWidget(Prose(one.label, look, "capture"))
            self.column.addWidget(row)
        self.tapped = [point for row in self._rows.values() for point in row.points]

    def answer(self) -> Answer | None:
        chosen = {key: row.chosen() for key, row in self._rows.items() if row.chosen()}
        return Answer(by_row=chosen) if chosen else None

    def show_answer(self, answer: Answer) -> None:
        for key, row in self._rows.items():
            row.choose(answer.by_row.get(key, ""))

    def clear(self) -> None:
        for row in self._rows.values():
            row.choose("")
