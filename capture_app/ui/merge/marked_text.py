"""A version's words with the parts that differ marked: underlined as well as tinted, so colour is not needed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.wrapping import Span, Wrapped, pitch_of
from capture_app.words import _


class MarkedText(QWidget):
    """Wraps to its width. `dim` is for words nobody can choose, as what stood there before."""

    def __init__(
        self,
        look: Look,
        text: str,
        marks: tuple[Span, ...] = (),
        *,
        dim: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._marks, self._dim = look, text, marks, dim
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        if marks:
            differing = "; ".join(mark.of(text) for mark in marks)
            self.setAccessibleDescription(_("Different: {words}").format(words=differing))

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._wrapped(width).height

    def sizeHint(self) -> QSize:
        width = self._look.px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), pitch_of(self._font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, wrapped = QPainter(self), self._look, self._wrapped(self.width())
        for mark in self._marks:
            for box in wrapped.boxes(mark):
                self._paint_mark(painter, box)
        wrapped.paint(painter, QPointF(0, 0), look.colour("text2" if self._dim else "text"))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        ground = box.adjusted(-look.px(1), look.px(2), look.px(1), -look.px(1))
        painter.fillRect(ground, look.colour("warn_soft"))
        foot = ground.adjusted(0, ground.height() - look.px(2), 0, 0)
        painter.fillRect(foot, look.colour("warn"))

    def _wrapped(self, width: int) -> Wrapped:
        return Wrapped(self._text, self._font(), width)

    def _font(self) -> QFont:
        return self._look.font(self._look.theme.type.capture)
