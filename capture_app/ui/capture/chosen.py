"""Which lines of a list are chosen beside others, so that each of them says so as soon as there are two (D8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, Signal

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Scale
from capture_app.domain.wordings import chosen_together
from capture_app.ui.capture.line_model import LineModel

ScaleOf = Callable[[Line], Scale]


class Chosen(QObject):
    """Watches a list; a row is shown anew when this becomes true of its line, or is no longer.

    Signals:
        several(): there are more of them than before.
    """

    several = Signal()

    def __init__(self, model: LineModel, scale_of: ScaleOf, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._scale_of = model, scale_of
        self._together: frozenset[RecordId] = frozenset()
        model.dataChanged.connect(self._on_changed)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look)

    def beside_others(self, line: Line) -> bool:
        """Whether another line of its question is chosen as well."""
        return line.id in self._together

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """At each key somebody presses: only wordings to choose from are worth looking through."""
        rows = range(first.row(), last.row() + 1)
        if any(self._scale_of(self._model.at(row).line) is Scale.WORDING for row in rows):
            self._look()

    def _look(self) -> None:
        lines = (view.line for view in self._model.lines())
        before, self._together = self._together, frozenset(chosen_together(lines, self._scale_of))
        for line in before ^ self._together:
            row = self._model.row_of(line)
            if row >= 0:
                self._model.put(row, replace(self._model.at(row)))  # another one: faces are kept by view
        if self._together - before:
            self.several.emit()
