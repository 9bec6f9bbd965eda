"""A labelled input: the label above, help or the error below. The field keeps its text whatever is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import restyle


class Field(QWidget):
    """`editor` is any Qt input (QLineEdit, QComboBox, QPlainTextEdit …); it is named by the label."""

    def __init__(
        self, look: Look, label: str, editor: QWidget, help_line: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor, self._help_line = editor, help_line
        self._label = Label(label, "label")
        self._label.setBuddy(editor)
        self._icon = Icon("warning-circle", look, "bad", 16)
        self._below = Prose(help_line, look, "caption")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._below, 1)
        for widget in (self._label, editor):
            self._column.addWidget(widget)
        self._column.addLayout(self._row)
        editor.setAccessibleName(label)
        self.set_look(look)
        self.clear_error()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(4))
        self._row.setSpacing(look.px(6))

    def set_error(self, sentence: str) -> None:
        """Say in one sentence what is wrong."""
        restyle(self.editor, "error")
        self._below.set_kind("bad")
        self._say(sentence, error=True)

    def clear_error(self) -> None:
        """Back to the help line."""
        restyle(self.editor, "")
        self._below.set_kind("caption")
        self._say(self._help_line, error=False)

    def _say(self, words: str, *, error: bool) -> None:
        self._icon.setVisible(error)
        self._below.setVisible(bool(words))
        self._below.set_words(words)
        self.editor.setAccessibleDescription(words)
