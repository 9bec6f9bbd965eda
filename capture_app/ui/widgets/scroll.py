"""A page's column that scrolls down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from capture_app.ui.style import Look


class ScrollColumn(QScrollArea):
    """`column` is the layout to fill; it has the page's margins and the gaps between cards.

    `top` is the air below the header: none below a plain one, 16 below a ruled one.
    """

    def __init__(
        self, look: Look, *, margins: bool = True, top: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._margins, self._top = margins, top
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("kind", "page")
        self.column = QVBoxLayout(inner)
        self.setWidget(inner)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        page, gap = look.px(look.theme.space.page), look.px(look.theme.space.gap)
        top = look.px(self._top) if self._top else 0
        self.column.setContentsMargins(*((page, top, page, gap) if self._margins else (0, top, 0, 0)))
        self.column.setSpacing(gap)
