"""How much of the raw material has been looked at: used, set aside, pending, always with the numbers."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import advance, hatched, line_height, middle, rounded, written
from capture_app.words import _, number_words

Part = Literal["used", "set_aside", "pending"]

_NARROW = 900
_PARTS: tuple[Part, ...] = ("used", "set_aside", "pending")


def paint_part(painter: QPainter, rect: QRectF, part: Part, look: Look, radius: float) -> None:
    """Fill a part of the bar: accent used, grey set aside, hatched pending."""
    if part == "pending":
        hatched(painter, rect, look.colour("warn"), look.colour("warn_soft"), look.px(9), radius)
    else:
        rounded(painter, rect, radius, fill=look.colour("accent" if part == "used" else "line"))


class _Bar(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.counts = look, dict.fromkeys(_PARTS, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, gap, whole = QPainter(self), self._look.px(2), sum(self.counts.values())
        if not whole:
            rounded(painter, QRectF(self.rect()), self._look.px(2), fill=self._look.colour("sunken"))
            return
        shown = [part for part in _PARTS if self.counts[part]]
        room, left = self.width() - gap * (len(shown) - 1), 0.0
        for part in shown:
            width = room * self.counts[part] / whole
            paint_part(painter, QRectF(left, 0, width, self.height()), part, self._look, self._look.px(2))
            left += width + gap


class _Key(QWidget):
    """A swatch, a number and a word."""

    def __init__(self, part: Part, look: Look) -> None:
        super().__init__()
        self._part, self._look, self._words = part, look, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self._look.font(self._look.theme.type.secondary)
        return QSize(self._look.px(20) + round(advance(font, self._words)), round(line_height(font)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        paint_part(painter, middle(rect, 0, look.px(14), look.px(14)), self._part, look, look.px(3))
        font = look.font(look.theme.type.secondary)
        written(painter, rect.adjusted(look.px(20), 0, 0, 0), self._words, font, look.colour("text"))


class CoverageBar(QWidget):
    """`set_counts(used, set_aside, pending)`; what one can do (Next pending) goes in by `add_action`."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Label("", "strong")
        self._bar = _Bar(look)
        self._keys = {part: _Key(part, look) for part in _PARTS}
        self._legend = FlowRow(look, 16)
        for key in self._keys.values():
            self._legend.add(key)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._label)
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_counts(0, 0, 0)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(20))
        self._fit()

    def set_counts(self, used: int, set_aside: int, pending: int) -> None:
        """Show how many items are in each state."""
        self._bar.counts = {"used": used, "set_aside": set_aside, "pending": pending}
        looked, whole = used + set_aside, used + set_aside + pending
        words = _("{looked} of {whole} looked at").format(
            looked=number_words(looked), whole=number_words(whole)
        )
        self._label.setText(words)
        self._keys["used"].set_words(_("{count} used").format(count=number_words(used)))
        self._keys["set_aside"].set_words(_("{count} set aside").format(count=number_words(set_aside)))
        self._keys["pending"].set_words(_("{count} pending").format(count=number_words(pending)))
        self.setAccessibleName(words)
        self._bar.update()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end."""
        self._row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setSpacing(self._look.px(8 if narrow else 20))
