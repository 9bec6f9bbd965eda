"""A choice between a few things side by side; nothing needs to be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM, SEMIBOLD
from capture_app.ui.widgets.painting import LEFT, advance, focus_ring, line_height, middle, written

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Segment(QAbstractButton):
    def __init__(self, key: str, words: str, look: Look, *, first: bool, last: bool) -> None:
        super().__init__()
        self.key, self._look, self._first, self._last = key, look, first, last
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would pass the focus on in its own way; the row it stands in knows better.
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        look, font = self._look, self._font(SEMIBOLD)
        check = look.px(24) if self.isChecked() else 0
        height = max(look.px(28), round(line_height(font)) + 2 * look.px(5))
        return QSize(round(advance(font, self.text())) + 2 * look.px(10) + check, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        chosen = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), look.edge))
        ground = "sel" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(ground))
        painter.drawPath(self._outline(rect))
        left = float(look.px(10))
        if chosen:
            paint_icon(painter, "check", middle(rect, left, look.px(16), look.px(16)), look.colour("text"))
            left += look.px(24)
        font = self._font(SEMIBOLD if chosen else MEDIUM)
        words = QRectF(left, 0, rect.width() - left, rect.height())
        written(painter, words, self.text(), font, look.colour("text"), LEFT)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))

    def _outline(self, rect: QRectF) -> QPainterPath:
        """Round at the ends of the row, straight between; neighbours share an edge."""
        inset, radius = self._look.edge / 2, self._look.px(6)
        right = -inset if self._last else inset
        box = rect.adjusted(inset, inset, right, -inset)
        path, square = QPainterPath(), QPainterPath()
        path.addRoundedRect(box, radius, radius)
        if not self._first:
            square.addRect(QRectF(box.left(), box.top(), radius, box.height()))
        if not self._last:
            square.addRect(QRectF(box.right() - radius, box.top(), radius, box.height()))
        return path.united(square).simplified()

    def _font(self, weight: int) -> QFont:
        return self._look.font(self._look.theme.type.secondary, weight)


class Segments(QWidget):
    """`name` says what is chosen here. One Tab stop; arrows move and choose.

    Signals:
        chosen(str): the key of what somebody chose.
    """

    chosen = Signal(str)

    def __init__(
        self, look: Look, name: str, options: Sequence[tuple[str, str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        ends = {0, len(options) - 1}
        self._segments = [
            _Segment(key, words, look, first=n == 0, last=n == max(ends))
            for n, (key, words) in enumerate(options)
        ]
        for segment in self._segments:
            segment.setAccessibleDescription(name)
            segment.clicked.connect(self._on_clicked)
            row.addWidget(segment)
        self.set_chosen(None)

    def set_chosen(self, key: str | None) -> None:
        """Mark what is chosen; None for nothing."""
        for segment in self._segments:
            segment.setChecked(segment.key == key)
            segment.updateGeometry()
        stop = next((s for s in self._segments if s.isChecked()), self._segments[0])
        for segment in self._segments:
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            )

    def focus_chosen(self) -> None:
        """Put the keyboard on what is chosen."""
        stop = next((s for s in self._segments if s.isChecked()), self._segments[0])
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def chosen_key(self) -> str | None:
        """What is chosen, if anything."""
        return next((s.key for s in self._segments if s.isChecked()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        held = next((i for i, segment in enumerate(self._segments) if segment.hasFocus()), None)
        if step is None or held is None or not 0 <= held + step < len(self._segments):
            super().keyPressEvent(event)
            return
        goal = self._segments[held + step]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        goal.click()

    def _on_clicked(self) -> None:
        clicked = next(segment for segment in self._segments if segment is self.sender())
        self.set_chosen(clicked.key)
        self.chosen.emit(clicked.key)
