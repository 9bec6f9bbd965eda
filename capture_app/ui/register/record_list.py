"""The list of a register: a title and a detail for each record, on one line or on as many as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from capture_app.domain.record import RecordId
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM, REGULAR, SEMIBOLD
from capture_app.ui.widgets.painting import LEFT, focus_ring, line_height, written
from capture_app.ui.widgets.wrapping import Wrapped

_PAD, _LEFT, _RIGHT = 9, 16, 10


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: the record, its title and its detail."""

    record: RecordId
    title: str
    detail: str = ""


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Shown, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(words for words in (row.title, row.detail) if words)
        return None

    def show_rows(self, rows: tuple[Shown, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, model: _Model, view: QListView, *, wraps: bool) -> None:
        super().__init__(view)
        self.look, self._model, self._view, self._wraps = look, model, view, wraps

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look, kinds = self.look, self.look.theme.type
        below = line_height(look.font(kinds.caption))
        if self._wraps:
            room = self._view.viewport().width() - look.px(_LEFT) - look.px(_RIGHT)
            below = max(below, self._wrapped(self._model.rows[index.row()], room).height)
        heights = line_height(look.font(kinds.body)) + below
        return QSize(look.px(120), round(heights) + 2 * look.px(_PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect, row = self.look, QRectF(option.rect), self._model.rows[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, look.colour("sel"))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), look.px(3), rect.height()), look.colour("accent")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        self._write(
            painter,
            rect.adjusted(look.px(_LEFT), look.px(_PAD), -look.px(_RIGHT), -look.px(_PAD)),
            row,
            chosen,
        )
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.colour("border"))
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            focus_ring(painter, rect.adjusted(1, 1, -1, -1), look, look.px(4))
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, row: Shown, chosen: bool) -> None:
        look, kinds = self.look, self.look.theme.type
        title = look.font(kinds.body, SEMIBOLD if chosen else MEDIUM)
        caption = look.font(kinds.caption, REGULAR)
        split = box.top() + line_height(title)
        upper = QRectF(box.left(), box.top(), box.width(), line_height(title))
        if not row.detail:
            upper = box
        written(painter, upper, _cut(row.title, title, box), title, look.colour("text"), LEFT)
        if self._wraps:
            self._wrapped(row, box.width()).paint(painter, QPointF(box.left(), split), look.colour("text2"))
            return
        lower = QRectF(box.left(), split, box.width(), box.bottom() - split)
        written(painter, lower, _cut(row.detail, caption, box), caption, look.colour("text2"), LEFT)

    def _wrapped(self, row: Shown, width: float) -> Wrapped:
        return Wrapped(row.detail, self.look.font(self.look.theme.type.caption, REGULAR), width)


def _cut(words: str, font: QFont, box: QRectF) -> str:
    """What there is room for, with … at its end where that is not all."""
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())


class RecordList(QListView):
    """`current` is the record one is at; empty if there is none. Only lists that stay short may wrap their details.

    Signals:
        chosen(str): somebody is at another record.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, *, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = _Model(self)
        self._delegate = _Rows(look, self._records, self, wraps=wraps)
        self.setModel(self._records)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(not wraps)
        if wraps:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._current: RecordId = ""
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def current(self) -> RecordId:
        """The record one is at."""
        return self._current

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.look = look
        self.doItemsLayout()

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show these records; one stays at the same record, or at what has come into its place."""
        was = self._place(self._current)
        wanted = self._current
        self.selectionModel().blockSignals(True)
        self._records.show_rows(tuple(rows))
        self.selectionModel().blockSignals(False)
        place = self._place(wanted)
        self.go_to(self._record_at(place if place >= 0 else min(max(was, 0), len(rows) - 1)))

    def go_to(self, record: RecordId) -> None:
        """Be at a record."""
        place = self._place(record)
        if place < 0:
            self._tell("")
            return
        self.setCurrentIndex(self._records.index(place, 0))
        self.scrollTo(self.currentIndex())
        self._tell(record)

    def leave(self) -> None:
        """Be at no record, and tell nobody: another one is being written."""
        self._current = ""
        self.selectionModel().clear()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._tell(self._record_at(current.row()))

    def _tell(self, record: RecordId) -> None:
        if record != self._current:
            self._current = record
            self.chosen.emit(record)

    def _place(self, record: RecordId) -> int:
        return next((place for place, row in enumerate(self._records.rows) if row.record == record), -1)

    def _record_at(self, place: int) -> RecordId:
        return self._records.rows[place].record if 0 <= place < len(self._records.rows) else ""
