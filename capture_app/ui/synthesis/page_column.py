"""The scrolling column of the lead's pages: as `ScrollColumn`, ending closer to what stands below."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.scroll import ScrollColumn


class PageColumn(ScrollColumn):
    """`column` is the layout to fill. Whatever gets the focus is brought into sight."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        super().set_look(look)
        page, gap = look.px(look.theme.space.page), look.px(look.theme.space.gap)
        self.column.setContentsMargins(page, gap, page, gap)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            # Once it has its place: what has just been shown has none yet.
            QTimer.singleShot(0, now, lambda: self._show(now))

    def _show(self, widget: QWidget) -> None:
        if self.isAncestorOf(widget):
            self.ensureWidgetVisible(self._seen_with(widget), 0, widget.height() // 2)

    def _seen_with(self, widget: QWidget) -> QWidget:
        """The widget, or the list inside this column that scrolls by itself and holds it."""
        found, up = widget, widget.parentWidget()
        while up is not None and up is not self:
            if isinstance(up, QAbstractScrollArea):
                found = up
            up = up.parentWidget()
        return found
