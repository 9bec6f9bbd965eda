"""How many lines came from the room, from those joining remotely, and from the chat (practice 2.6)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import advance, line_height, rounded, written
from capture_app.words import _, number_words


class BalanceBar(QWidget):
    """`set_counts(room, remote, chat, after)`: numbers above, a bar in their proportion below.

    `after` are words after each number: ("lines, 14 people", ", 7 people", "").
    """

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts = (0, 0, 0)
        self._after = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def set_counts(
        self, room: int, remote: int, chat: int, after: tuple[str, str, str] = ("", "", "")
    ) -> None:
        """Show the lines of each side."""
        self._counts, self._after = (room, remote, chat), after
        said = (f"{word} {count} {more}".strip() for word, count, more in self._texts())
        self.setAccessibleName(", ".join(said))
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Give way where the header has one row only."""
        self.setVisible(not compact)

    def sizeHint(self) -> QSize:
        words = sum(self._text_width(*text) for text in self._texts()) + 2 * self._look.px(12)
        return QSize(round(words), round(line_height(self._plain())) + self._look.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        texts = self._texts()
        words = sum(self._text_width(*text) for text in texts)
        gap = (self.width() - words) / (len(texts) - 1)
        left = 0.0
        for text in texts:
            self._paint_text(painter, left, *text)
            left += self._text_width(*text) + gap
        bar = QRectF(0, self.height() - look.px(8), self.width(), look.px(6))
        self._paint_bar(painter, bar)

    def _paint_text(self, painter: QPainter, left: float, word: str, count: str, more: str) -> None:
        height = line_height(self._plain())
        for text, font, tint in (
            (f"{word} ", self._plain(), "text2"),
            (count, self._strong(), "text"),
            (more and f" {more}", self._plain(), "text2"),
        ):
            width = advance(font, text)
            written(painter, QRectF(left, 0, width, height), text, font, self._look.colour(tint))
            left += width

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        look, whole = self._look, sum(self._counts)
        if not whole:
            rounded(painter, bar, bar.height() / 2, fill=look.colour("sunken"))
            return
        shown = [(count, tint) for count, tint in zip(self._counts, self._tints(), strict=True) if count]
        gap = look.px(2)
        room, left = bar.width() - gap * (len(shown) - 1), bar.left()
        for count, tint in shown:
            width = room * count / whole
            rounded(painter, QRectF(left, bar.top(), width, bar.height()), look.px(3), fill=tint)
            left += width + gap

    def _tints(self) -> tuple[QColor, QColor, QColor]:
        look = self._look
        return look.colour("accent"), look.blend("accent", "surface", 0.62), look.colour("line")

    def _texts(self) -> list[tuple[str, str, str]]:
        words = (_("Room"), _("Remote"), _("Chat"))
        return [(w, number_words(c), a) for w, c, a in zip(words, self._counts, self._after, strict=True)]

    def _text_width(self, word: str, count: str, more: str) -> float:
        plain = advance(self._plain(), f"{word} ") + advance(self._plain(), more and f" {more}")
        return plain + advance(self._strong(), count)

    def _plain(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary)

    def _strong(self) -> QFont:
        return self._look.font(self._look.theme.type.secondary, SEMIBOLD)
