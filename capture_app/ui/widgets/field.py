"""A labelled input: the label above, help or the error below. The field keeps its text whatever is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import restyle


def name_control(control: QWidget, label: str) -> None:
    """Name a control by the label above it; one that shows words of its own is called by those first.

    Whoever speaks to the program says the words that are shown (WCAG 2.2, label in name).
    """
    own = control.text() if isinstance(control, QAbstractButton) else ""
    control.setAccessibleName(f"{own}, {label}" if own else label)


class Field(QWidget):
    """`editor` is any Qt input (QLineEdit, QComboBox, QPlainTextEdit …); it is named by the label.

    What stands below it is made once there is something to say: most fields of a long form never say anything.
    """

    def __init__(
        self, look: Look, label: str, editor: QWidget, help_line: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor, self._help_line, self._look = editor, help_line, look
        self._told = self._said = ""
        self._label = Label(label, "label")
        self._label.setBuddy(editor)
        self._icon: Icon | None = None
        self._below: Prose | None = None
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, editor):
            self._column.addWidget(widget)
        self._column.addLayout(self._row)
        name_control(editor, label)
        self.set_look(look)
        self.clear_error()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._column.setSpacing(look.px(4))
        self._row.setSpacing(look.px(6))

    def set_label(self, label: str) -> None:
        """Call it something else."""
        self._label.setText(label)
        name_control(self.editor, label)

    def label(self) -> str:
        """What it is called."""
        return self._label.text()

    def set_error(self, sentence: str) -> None:
        """Say in one sentence what is wrong."""
        restyle(self.editor, "error")
        if self._icon is None:
            self._icon = Icon("warning-circle", self._look, "bad", 16)
            self._row.insertWidget(0, self._icon)
        self._icon.show()
        self._say(sentence, "bad")

    def clear_error(self) -> None:
        """Back to the help line."""
        restyle(self.editor, "")
        if self._icon is not None:
            self._icon.hide()
        self._say(self._help_line, "caption")

    def set_told(self, words: str) -> None:
        """What the editor itself says of what stands there: told before the help or error."""
        self._told = words
        self._describe()

    def _say(self, words: str, kind: str) -> None:
        if words and self._below is None:
            self._below = Prose("", self._look, kind)
            self._row.addWidget(self._below, 1)
        if self._below is not None:
            self._below.set_kind(kind)
            self._below.set_words(words)
            self._below.setVisible(bool(words))
        self._said = words
        self._describe()

    def _describe(self) -> None:
        words = " ".join(said for said in (self._told, self._said) if said)
        self.editor.setAccessibleDescription(words)
