"""The keys for typing up paper forms, quietly below the form."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.keying.saying import legend
from capture_app.ui.style import Look
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label


class KeyLegend(QFrame):
    """Key caps and what each does."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self._row = FlowRow(look, 14)
        for cap, spoken, words in legend():
            self._row.add(_entry(look, cap, spoken, words))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page = look.px(look.theme.space.page)
        self._column.setContentsMargins(page, look.px(8), page, look.px(8))


def _entry(look: Look, cap: str, spoken: str, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(6))
    row.addWidget(KeyCap(cap, look, spoken=spoken))
    row.addWidget(Label(words, "caption"))
    return holder
