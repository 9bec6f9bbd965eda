"""Which lines of a list are chosen beside others, so that each of them says so as soon as there are two (D8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QObject, Signal

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Scale
from capture_app.domain.wordings import chosen_together
from capture_app.ui.capture.faces import chosen_words
from capture_app.ui.capture.line_model import LineModel

ScaleOf = Callable[[Line], Scale]


class Chosen(QObject):
    """Watches a list; a row is shown anew when this becomes true of its line, or is no longer.

    Signals:
        several(str): there are more of them than before; what was chosen already, beside which the others stand.
    """

    several = Signal(str)

    def __init__(self, model: LineModel, scale_of: ScaleOf, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._scale_of = model, scale_of
        self._beside: dict[RecordId, tuple[str, ...]] = {}
        model.dataChanged.connect(self._on_changed)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._look)

    def beside(self, line: Line) -> tuple[str, ...]:
        """The other wordings that are chosen at the question of one that is."""
        return self._beside.get(line.id, ())

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """At each key somebody presses: only wordings to choose from are worth looking through."""
        rows = range(first.row(), last.row() + 1)
        if any(self._scale_of(self._model.at(row).line) is Scale.WORDING for row in rows):
            self._look()

    def _look(self) -> None:
        lines = {view.line.id: view.line for view in self._model.lines()}
        before, together = self._beside, chosen_together(lines.values(), self._scale_of)
        self._beside = {
            line: tuple(lines[other].text for other in others if other != line)
            for line, others in together.items()
        }
        for line in before.keys() | self._beside.keys():
            row = self._model.row_of(line)
            if row >= 0 and before.get(line) != self._beside.get(line):
                self._model.put(row, replace(self._model.at(row)))  # another one: faces are kept by view
        if newly := self._beside.keys() - before.keys():
            self.several.emit(chosen_words(self._beside[max(newly, key=self._model.row_of)]))
