"""The search field: a magnifier, a way to clear it, and the count of hits, said aloud too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.painting import RIGHT, advance, focus_ring, middle, written
from capture_app.words import _, n_

_ICON = 16


class _Clear(QAbstractButton):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(_("Clear the search"))
        self.setToolTip(_("Clear the search"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc does it from the field
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(24), self.look.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self.look.px(_ICON - 2)
        box = middle(QRectF(self.rect()), (self.width() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, "x", box, self.look.colour("text2"))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self.look, self.look.px(4))


class SearchField(QLineEdit):
    """A line edit named `name`; Esc clears it. `set_hits` shows and says how many lines were found."""

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        count_words: Callable[[int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`count_words` says how many were found, where they are not lines."""
        super().__init__(parent)
        self._look, self._count_words = look, count_words or _lines
        self._hits = ""
        self.setProperty("kind", "search")
        self._clear = _Clear(look, self)
        self._clear.clicked.connect(self.clear)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.textChanged.connect(self._on_text)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = self._clear.look = look
        self._make_room()

    def set_hits(self, count: int | None) -> None:
        """Show how many were found; None shows nothing."""
        self._hits = "" if count is None else self._count_words(count)
        if self._hits:
            announce(self, self._hits)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        side = look.px(_ICON)
        paint_icon(painter, "magnifying-glass", middle(rect, look.px(9), side, side), look.colour("text2"))
        if self._hits:
            right = rect.adjusted(0, 0, -look.px(34), 0)
            written(painter, right, self._hits, self._small(), look.colour("text2"), RIGHT)

    def _on_text(self, text: str) -> None:
        if not text:
            self._hits = ""
        self._make_room()

    def _make_room(self) -> None:
        look, filled = self._look, bool(self.text())
        hits = round(advance(self._small(), self._hits)) + look.px(8) if self._hits else 0
        self.setTextMargins(look.px(_ICON + 6), 0, hits + (look.px(24) if filled else 0), 0)
        side = self._clear.sizeHint().width()
        self._clear.setGeometry(self.width() - side - look.px(4), (self.height() - side) // 2, side, side)
        self._clear.setVisible(filled)
        self.update()

    def _small(self) -> QFont:
        return self._look.font(self._look.theme.type.caption)


def _lines(count: int) -> str:
    return n_("{count} line", "{count} lines", count)
