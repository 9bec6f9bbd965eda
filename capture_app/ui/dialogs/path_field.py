"""A field for a path: typed, or chosen in the system's dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.words import _


class PathField(QWidget):
    """`choose` is called when the button is pressed, with this field's path and `set_path`."""

    def __init__(
        self,
        look: Look,
        label: str,
        proposed: Path,
        choose: Callable[[Path, Callable[[Path], None]], None],
        help_line: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = QLineEdit(str(proposed))
        self._choose = choose
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.editor, 1)
        button = Button(_("Change…"), look, icon="folder-open")
        button.setAccessibleDescription(label)
        button.clicked.connect(self._on_choose)
        self._row.addWidget(button)
        self._column = QHBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Field(look, label, inside, help_line))
        self.editor.setAccessibleName(label)
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setSpacing(look.px(look.theme.space.control))

    def path(self) -> Path:
        """What stands in the field."""
        return Path(self.editor.text().strip()).expanduser()

    def set_path(self, path: Path) -> None:
        """Put another path in."""
        self.editor.setText(str(path))

    def _on_choose(self) -> None:
        self._choose(self.path(), self.set_path)
