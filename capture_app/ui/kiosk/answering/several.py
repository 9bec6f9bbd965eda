"""Any number of several answers, and several answers put in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.values import Answer, Item
from capture_app.ui.kiosk.answering.way import Way
from capture_app.ui.kiosk.option import Mark, Option
from capture_app.ui.style import Look


class Several(Way):
    """Each tap chooses one more, or takes one back."""

    mark = Mark.CHECK

    def __init__(self, item: Item, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent=parent)
        self._chosen: list[str] = []
        self._options = {
            one.id: Option(one.label, number, look, self.mark)
            for number, one in enumerate(item.options, start=1)
        }
        self.tapped = list(self._options.values())
        for key, option in self._options.items():
            option.clicked.connect(partial(self._on_tapped, key))
            self.column.addWidget(option)

    def answer(self) -> Answer | None:
        return Answer(chosen=self.kept(self._chosen)) if self._chosen else None

    def show_answer(self, answer: Answer) -> None:
        self._chosen = [key for key in answer.chosen if key in self._options]
        self._show()

    def clear(self) -> None:
        self._chosen = []
        self._show()

    def kept(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """The ids as an answer keeps them: in an order that does not tell what was tapped first."""
        return tuple(sorted(chosen))

    def _on_tapped(self, key: str) -> None:
        if key in self._chosen:
            self._chosen.remove(key)
        else:
            self._chosen.append(key)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for key, option in self._options.items():
            option.setChecked(key in self._chosen)


class Ranking(Several):
    """The first one tapped is the first; one that is taken back lets the others move up."""

    mark = Mark.RANK

    def kept(self, chosen: Sequence[str]) -> tuple[str, ...]:
        return tuple(chosen)

    def _show(self) -> None:
        super()._show()
        for key, option in self._options.items():
            option.set_rank(self._chosen.index(key) + 1 if key in self._chosen else 0)
