"""The agreed version of minutes as a list: its lines, where each comes from, and what was changed there since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.agreeing import AgreedLine, Agreeing
from capture_app.ui.agreeing.agreed_words import changed_words, head_words, origin_words
from capture_app.ui.icons import KIND_ICONS, paint_icon
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.headed_rows import HeadedRows, Index, paint_ground
from capture_app.ui.widgets.keyed_list import KeyedList
from capture_app.ui.widgets.painting import focus_ring, line_height, middle, written
from capture_app.ui.widgets.wrapping import Wrapped
from capture_app.words import _

_PAD, _TOP, _GAP, _ICON = 14, 8, 6, 16


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """The heading of a part, or a line of the agreed version."""

    title: str = ""
    view: AgreedLine | None = None

    @property
    def key(self) -> RecordId:
        """The line's id; empty for a heading."""
        return self.view.line.id if self.view else ""

    @property
    def words(self) -> str:
        """Its words."""
        return self.view.line.text if self.view else self.title

    @property
    def spoken(self) -> str:
        """What a screen reader says: the words first."""
        if self.view is None:
            return self.title
        parts = (self.words, head_words(self.view), origin_words(self.view), *changed_words(self.view))
        return " ".join(part for part in parts if part)


class AgreedList(KeyedList[AgreedRow]):
    """Worked with the same keys as the streams."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        self.rows = HeadedRows[AgreedRow]()
        super().__init__(keys, Scope.MINUTES, self.rows, _("Agreed version"), parent=parent)
        self._delegate = _AgreedRows(look, self.rows, self)
        self.setItemDelegate(self._delegate)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.doItemsLayout()

    def show_agreed(self, told: Agreeing) -> None:
        """Show its lines; one stays at the same one."""
        at, top = self.at(), self.verticalScrollBar().value()
        self.rows.show_rows(_rows(told))
        self.doItemsLayout()
        row = self.rows.row_of(at.key) if at else -1
        self._be_at(row if row >= 0 else self.rows.next_row())
        if row >= 0:
            self.verticalScrollBar().setValue(top)

    def view_at(self) -> AgreedLine | None:
        """The line one is at."""
        row = self.at()
        return row.view if row else None

    def go_to(self, line: RecordId) -> None:
        """Be at a line, and bring it into sight."""
        self._be_at(self.rows.row_of(line))
        self.scrollTo(self.currentIndex())


def _rows(told: Agreeing) -> Iterator[AgreedRow]:
    titles = {part.id: part.title for part in told.parts}
    last: str | None = None
    for view in told.lines:
        title = titles.get(view.line.part) or _("Under no part")
        if title != last:
            yield AgreedRow(title)
        last = title
        yield AgreedRow(view=view)


class _AgreedRows(QStyledItemDelegate):
    """A heading for each part; a line with its origin below it, and an amber sentence where that is other now."""

    def __init__(self, look: Look, model: HeadedRows[AgreedRow], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        kinds = look.theme.type
        self.look = look
        self._text, self._small = look.font(kinds.body), look.font(kinds.secondary)
        self._heading = look.font(kinds.body, SEMIBOLD)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, row, width = self.look, self._model.shown[index.row()], self._view.viewport().width()
        if row.view is None:
            words = Wrapped(row.title, self._heading, width - look.px(2 * _PAD))
            return QSize(look.px(120), round(words.height) + look.px(20))
        below = sum(words.height for words, _tint in self._below(row.view, width))
        height = self._head() + self._words(row.view, width).height + below
        return QSize(look.px(120), round(height) + look.px(2 * _TOP + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, row = self.look, QRectF(option.rect), self._model.shown[index.row()]
        painter.save()
        if row.view is None:
            at = rect.topLeft() + QPointF(look.px(_PAD), look.px(10))
            words = Wrapped(row.title, self._heading, rect.width() - look.px(2 * _PAD))
            words.paint(painter, at, look.colour("text2"))
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        else:
            paint_ground(painter, rect, option.state, look)
            self._paint_line(painter, rect, row.view)
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, view: AgreedLine) -> None:
        look, width = self.look, round(rect.width())
        left, top, icon = rect.left() + look.px(_PAD), rect.top() + look.px(_TOP), look.px(_ICON)
        head = QRectF(left, top, rect.width() - look.px(2 * _PAD), self._head())
        paint_icon(
            painter, KIND_ICONS[view.line.line_kind], middle(head, left, icon, icon), look.colour("text2")
        )
        said = head.adjusted(icon + look.px(_GAP), 0, 0, 0)
        written(painter, said, head_words(view), self._small, look.colour("text2"))
        words = self._words(view, width)
        at = QPointF(left, head.bottom() + look.px(2))
        words.paint(painter, at, look.colour("text"))
        at += QPointF(0, words.height)
        for below, tint in self._below(view, width):
            below.paint(painter, at, look.colour(tint))
            at += QPointF(0, below.height)

    def _words(self, view: AgreedLine, width: int) -> Wrapped:
        return Wrapped(view.line.text, self._text, width - self.look.px(2 * _PAD))

    def _below(self, view: AgreedLine, width: int) -> list[tuple[Wrapped, str]]:
        room = width - self.look.px(2 * _PAD)
        told = ((origin_words(view), "text2"), *((words, "warn") for words in changed_words(view)))
        return [(Wrapped(words, self._small, room), tint) for words, tint in told if words]

    def _head(self) -> float:
        return max(float(self.look.px(_ICON + 2)), line_height(self._small))
