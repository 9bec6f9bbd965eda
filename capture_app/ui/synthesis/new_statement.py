"""A statement that is being written, in the section it goes under."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.themes import ThemeTag
from capture_app.ui.style import Look
from capture_app.ui.synthesis.sentence_editor import SentenceEditor
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label
from capture_app.words import _


class NewStatement(QWidget):
    """An editor, and the theme it is filed under; it starts with the section one is in.

    Signals:
        written(str, str): keep this sentence under this theme (empty for none).
        left(): nothing was written.
    """

    written = Signal(str, str)
    left = Signal()

    def __init__(
        self, look: Look, themes: Sequence[ThemeTag], theme: RecordId, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.editor = SentenceEditor(look, _("New statement"))
        self.under = DropDown(look, _("Under"))
        for tag in themes:
            self.under.addItem(" ".join(part for part in (tag.code, tag.label) if part), tag.id)
        self.under.addItem(_("Under no section"), "")
        self.under.setCurrentIndex(max(0, self.under.findData(theme)))
        self.keep = Button(_("Keep it"), look, size="row", key=_("Enter"))
        self.leave = Button(_("Leave it"), look, "quiet", size="row", key=_("Esc"))
        self._build(look)
        self.editor.kept.connect(self._on_kept)
        self.editor.left.connect(self.left)
        self.keep.clicked.connect(self.keep_typed)
        self.leave.clicked.connect(self.left)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._column.setContentsMargins(look.px(22), look.px(10), look.px(18), look.px(12))
        self._column.setSpacing(look.px(6))
        self._foot.setSpacing(look.px(8))

    def begin(self) -> None:
        """Put the keyboard into it."""
        self.editor.begin("")

    def keep_typed(self) -> None:
        """Keep it, as Enter does; nothing happens while there is nothing."""
        self._on_kept(self.editor.words())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        painter.fillRect(rect, look.colour("accent_soft"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        painter.fillRect(QRectF(0, 0, look.px(3), rect.height() - 1), look.colour("accent"))

    def _build(self, look: Look) -> None:
        self._column, self._foot = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addWidget(Label(_("New statement"), "label"))
        self._column.addWidget(self.editor)
        self._column.addWidget(Field(look, _("Under"), self.under))
        self._foot.addWidget(self.keep)
        self._foot.addWidget(self.leave)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)

    def _on_kept(self, words: str) -> None:
        if words:
            self.written.emit(words, str(self.under.currentData()))
