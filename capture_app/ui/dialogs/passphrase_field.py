"""A field for a passphrase that can be looked at while typing."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from capture_app.sealing import Passphrase, WayIn, way_in_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.field import Field
from capture_app.words import _


class PassphraseField(QWidget):
    """One hidden line, or two where it is chosen anew (`again`), with a box to show them."""

    def __init__(
        self,
        look: Look,
        label: str,
        help_line: str = "",
        *,
        again: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = QLineEdit()
        self.field = Field(look, label, self.editor, help_line)
        self._editors = [self.editor]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.field)
        if again:
            self._editors.append(QLineEdit())
            self._column.addWidget(Field(look, again, self._editors[1]))
        self._show = Check(_("Show what I type"), look)
        self._show.toggled.connect(self._on_show)
        self._column.addWidget(self._show)
        self._on_show(False)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setSpacing(look.px(look.theme.space.control))

    def set_words(self, *words: str) -> None:
        """Fill the lines in, one text into all of them; for tests and examples."""
        texts = words * len(self._editors) if len(words) == 1 else words
        for editor, text in zip(self._editors, texts, strict=True):
            editor.setText(text)

    def words(self) -> str:
        """What stands in the first line."""
        return self.editor.text()

    def agrees(self) -> bool:
        """Whether both lines are the same."""
        return len({editor.text() for editor in self._editors}) == 1

    def passphrase(self) -> Passphrase | None:
        """The words as a passphrase; None where there are none."""
        return Passphrase(self.words()) if self.words() else None

    def way_in(self) -> WayIn | None:
        """The words as a passphrase, or as the recovery key if that is what was typed."""
        return way_in_of(self.words()) if self.words() else None

    def _on_show(self, shown: bool) -> None:
        for editor in self._editors:
            editor.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
