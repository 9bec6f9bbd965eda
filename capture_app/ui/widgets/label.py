"""Words on a page: `Label` for one line, `Prose` for sentences that wrap with air between the lines.

Both show plain text only: what people and files bring in is never taken for mark-up.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.wrapping import with_breaks

_LINE_HEIGHT = 1.4
_LONGEST = 90
"""Lines of prose are at most this many characters wide."""
_KEPT = 8
"""Heights of one text that are kept, for as many widths."""


class Label(QLabel):
    """Plain words in one of the kinds of the style sheet.

    Kinds: body (none), secondary, caption, hint, strong, capture, heading, label, question, title, welcome,
    kiosk, time-left, good, warn, bad, priv, accent.
    """

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setText(text)

    def set_kind(self, kind: str) -> None:
        """Change the kind and take its style over at once."""
        if self.property("kind") == kind:
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()


class Elided(Label):
    """One line that ends in … where there is no room; the tooltip and the accessible name have it whole."""

    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("MMMM")
        return QSize(min(width, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._shown())

    def _tell(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


class Prose(Label):
    """Sentences and paragraphs that wrap: line height 1.4, at most 90 characters a line. `lead` stands bold before."""

    def __init__(
        self, text: str, look: Look, kind: str = "", *, lead: str = "", parent: QWidget | None = None
    ) -> None:
        self._lead = lead
        self._look = look
        self._heights: dict[tuple[str, str, int], int] = {}
        super().__init__(text, kind, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWordWrap(True)
        self._name()

    def set_look(self, look: Look) -> None:
        """Take over the text size."""
        self._look = look
        self.updateGeometry()

    def set_words(self, text: str, *, lead: str | None = None) -> None:
        """Show other words."""
        self._lead = self._lead if lead is None else lead
        self.setText(text)
        self._name()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for this dozens of times for each time the words change, so it is kept."""
        key = (self._whole(), self.font().key(), width)
        if key not in self._heights:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            self._heights[key] = self._line_height() if self._fits(width) else self._lay_out(width)[1]
        return self._heights[key]

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = min(self._natural(), self._longest())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        width = min(self._natural(), self._longest(), self._look.px(120))
        return QSize(width, self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout, height = self._lay_out(self.width())
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = max(0.0, (self.height() - height) / 2)
        left = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            # Lines are centred within the longest a line may be, and that in whatever is wider.
            left = max(0, self.width() - self._longest()) / 2
        layout.draw(painter, QPointF(left, top))

    def _fits(self, width: int) -> bool:
        """Whether all of it stands on one line, which is found out without setting it."""
        return self._natural() <= min(width, self._longest()) and len(self._whole().splitlines()) < 2

    def _natural(self) -> int:
        """How wide its longest line is before it wraps, with a little air."""
        lines = self._whole().split("\n")
        widest = max(map(self.fontMetrics().horizontalAdvance, lines))
        return widest + self._bold_extra() + self._look.px(8)

    def _longest(self) -> int:
        return self.fontMetrics().averageCharWidth() * _LONGEST

    def _whole(self) -> str:
        return f"{self._lead} {self.text()}" if self._lead else self.text()

    def _name(self) -> None:
        self.setAccessibleName(self._whole())

    def _line_height(self) -> int:
        return round(self.fontMetrics().height() * _LINE_HEIGHT / 1.21)

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(with_breaks(self._whole()), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._bold_lead())
        pitch = self._line_height()
        limit = min(width, self._longest())
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(limit)
            line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, max(1, count) * pitch

    def _bold_extra(self) -> int:
        """By how much the lead is wider for being bold."""
        if not self._lead:
            return 0
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold).horizontalAdvance(self._lead) - self.fontMetrics().horizontalAdvance(
            self._lead
        )

    def _bold_lead(self) -> list[QTextLayout.FormatRange]:
        if not self._lead:
            return []
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(self._lead)
        form = QTextCharFormat()
        form.setFontWeight(600)
        form.setForeground(self._look.colour("text"))
        bold.format = form
        return [bold]
