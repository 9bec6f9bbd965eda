"""What stands where nothing is yet: an icon, one sentence what belongs here, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose


class EmptyState(QWidget):
    """Centred in the card it stands in. `action` is one button, or a key cap."""

    def __init__(
        self,
        look: Look,
        icon: str,
        sentence: str,
        action: QWidget | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._sentence = Prose(sentence, look)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._column.addWidget(Icon(icon, look, "text2", 24), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(self._centred())
        if action is not None:
            self._column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setAccessibleName(sentence)
        self.set_look(look)

    def _centred(self) -> QHBoxLayout:
        """The sentence takes the width it wants, up to its longest line, and stands in the middle of the rest."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._sentence, 1000)
        row.addStretch(1)
        return row

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        pad = look.px(look.theme.space.page)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.px(look.theme.space.gap))

    def set_words(self, sentence: str) -> None:
        """Another sentence."""
        self._sentence.set_words(sentence)
        self.setAccessibleName(sentence)
