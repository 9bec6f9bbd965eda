"""A labelled input for how many: figures alone are taken, and anything else is told, never read as a number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.field import Field
from capture_app.words import _, number_words

MOST = 9999


class CountField(Field):
    """`typed` is where it is typed; empty says that nobody knows (F7).

    Signals:
        changed(): something else stands there.
    """

    changed = Signal()

    def __init__(
        self, look: Look, label: str, help_line: str, *, most: int = MOST, parent: QWidget | None = None
    ) -> None:
        self.typed, self._most = QLineEdit(), most
        super().__init__(look, label, self.typed, help_line, parent=parent)
        self.typed.textChanged.connect(self._on_typed)

    def count(self) -> int | None:
        """How many, 0 too; None where nobody knows, or what stands there is no number."""
        return number_in(self.typed.text(), self._most)

    def wrong(self) -> str:
        """What to do instead, where something stands there that is no number; else empty."""
        return not_a_number(self._most) if self.typed.text().strip() and self.count() is None else ""

    def _on_typed(self) -> None:
        if wrong := self.wrong():
            self.set_error(wrong)
        else:
            self.clear_error()
        self.changed.emit()


def number_in(text: str, most: int = MOST) -> int | None:
    """The number that figures say, up to `most`; None for anything else."""
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and int(plain) <= most else None


def not_a_number(most: int = MOST) -> str:
    """What to do instead."""
    return _("Type a number from 0 to {most} in figures.").format(most=number_words(most))
