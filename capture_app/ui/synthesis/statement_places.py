"""Where the parts of a statement stand, and its painted parts: the words, and under them the counts."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from capture_app.services.synthesising import StatementView
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_counts import EvidenceCounts
from capture_app.ui.widgets.placing import Placing
from capture_app.ui.widgets.wrapping import Wrapped

_NARROW = 560
"""Below this width (at 100 % text) the buttons stand under the counts."""
_BUTTONS = 28
"""How high the buttons are, at 100 % text."""
_LONGEST = 90
"""Lines are at most this many characters wide."""
_KEPT = 4
"""Widths for which the words are kept laid out."""


class StatementPlaces(Placing):
    """The layout of a statement. Editor and hint, while there are, stand in the place of the words."""

    counts: EvidenceCounts

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor: QWidget | None = None
        self._hint: QWidget | None = None
        self._actions: QWidget | None = None
        self._words_at, self._counts_at = QRect(), QRect()

    def show_view(self, view: StatementView, look: Look) -> None:
        """Take over what stands in a statement, and the look of it."""
        self._look, self._text = look, view.statement.text
        self.counts = EvidenceCounts(view, look)
        self._font = look.font(look.theme.type.capture)
        self._laid_out: dict[int, Wrapped] = {}
        self._longest = QFontMetrics(self._font).averageCharWidth() * _LONGEST
        self.setContentsMargins(look.px(22), look.px(10), look.px(18), look.px(8))
        self.setSpacing(look.px(4))
        self.invalidate()

    def show_words(self, words: str) -> None:
        """Other words, which are being kept."""
        self._text, self._laid_out = words, {}
        self.invalidate()

    def take_actions(self, actions: QWidget) -> None:
        """Buttons beside the counts, or under them where it is narrow."""
        self._actions = actions
        self.addWidget(actions)

    def take_editor(self, editor: QWidget, hint: QWidget) -> None:
        """An editor in the place of the words, with a hint under it."""
        self._editor, self._hint = editor, hint
        self.addWidget(editor)
        self.addWidget(hint)

    def leave_editor(self) -> None:
        """The words stand in their place again."""
        for widget in (self._editor, self._hint):
            if widget is not None:
                self.removeWidget(widget)
        self._editor = self._hint = None
        self.invalidate()

    def sizeHint(self) -> QSize:
        """Only the width counts: the height follows from it."""
        return QSize(self._look.px(_NARROW), self._look.px(_BUTTONS))

    def minimumSize(self) -> QSize:
        return QSize(self._look.px(200), 0)

    def paint(self, painter: QPainter) -> None:
        """Draw the words, unless they are being typed, and the counts."""
        if self._editor is None:
            at = QPointF(self._words_at.topLeft())
            self._wrapped(self._words_at.width()).paint(painter, at, self._look.colour("text"))
        self.counts.paint(painter, self._counts_at)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        head = self._arrange_head(inside, place=place)
        foot = inside.adjusted(0, head + self.spacing(), 0, 0)
        height = head + self.spacing() + self._arrange_foot(foot, place=place)
        margins: QMargins = self.contentsMargins()
        return margins.top() + height + margins.bottom()

    def _arrange_head(self, inside: QRect, *, place: bool) -> int:
        """The words, or editor and hint."""
        if self._editor is None or self._hint is None:
            height = round(self._wrapped(inside.width()).height)
            if place:
                self._words_at = QRect(inside.topLeft(), QSize(inside.width(), height))
            return height
        high, low = self._editor.minimumHeight(), self._hint.sizeHint().height()
        if place:
            self._editor.setGeometry(QRect(inside.topLeft(), QSize(inside.width(), high)))
            below = inside.topLeft() + QPoint(0, high + self.spacing())
            self._hint.setGeometry(QRect(below, QSize(inside.width(), low)))
        return high + self.spacing() + low

    def _arrange_foot(self, inside: QRect, *, place: bool) -> int:
        """The counts, and the buttons where one is. Room for their height is kept, so that coming here moves little."""
        shown = self._actions is not None and not self._actions.isHidden()
        size = self._actions.sizeHint() if self._actions is not None and shown else QSize()
        narrow = inside.width() * 100 / self._look.scale < _NARROW
        taken = size.width() + self.spacing() if shown and not narrow else 0
        width = max(1, inside.width() - taken)
        counts = self.counts.height(width)
        beside = counts if narrow else max(counts, self._look.px(_BUTTONS), size.height())
        under = self.spacing() + size.height() if shown and narrow else 0
        if place:
            self._counts_at = QRect(inside.topLeft(), QSize(width, beside))
        if place and shown and self._actions is not None:
            left = inside.left() if narrow else inside.right() + 1 - size.width()
            top = inside.top() + (beside + self.spacing() if narrow else (beside - size.height()) // 2)
            self._actions.setGeometry(QRect(QPoint(left, top), size))
        return beside + under

    def _wrapped(self, width: int) -> Wrapped:
        limit = min(width, self._longest)
        if limit not in self._laid_out:
            if len(self._laid_out) >= _KEPT:
                self._laid_out.clear()
            self._laid_out[limit] = Wrapped(self._text, self._font, limit)
        return self._laid_out[limit]
