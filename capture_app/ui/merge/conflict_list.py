"""The list of conflicts: where each stands, what it is about, which laptops, and whether it is decided."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import SEMIBOLD
from capture_app.ui.widgets.painting import focus_ring, rounded
from capture_app.ui.widgets.wrapping import Wrapped
from capture_app.words import _

Index = QModelIndex | QPersistentModelIndex
_ICON, _PAD, _TOP = 18, 10, 9


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One conflict as the list shows it."""

    title: str
    detail: str
    decided: bool

    def spoken(self, number: int, count: int) -> str:
        """As a screen reader says it."""
        state = _("Decided.") if self.decided else _("Not decided yet.")
        place = _("{number} of {count}.").format(number=number, count=count)
        return f"{self.title}. {self.detail}. {state} {place}"


class ConflictModel(QAbstractTableModel):
    """The rows, in one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ConflictRow, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken(index.row() + 1, len(self.rows))
        return None

    def show(self, rows: tuple[ConflictRow, ...]) -> None:
        """Show other rows; where only their state differs, nothing moves."""
        same = [row.title for row in rows] == [row.title for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: ConflictModel, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._model = look, model

    def height(self, row: int, width: int) -> int:
        title, detail = self._texts(self._model.rows[row], width)
        return title.height + detail.height + 2 * self.look.px(_TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, row = self.look, self._model.rows[index.row()]
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, rect, state)
        title, detail = self._texts(row, round(rect.width()))
        left, top = rect.left() + look.px(_PAD), rect.top() + look.px(_TOP)
        box = QRectF(left, top + look.px(1), look.px(_ICON), look.px(_ICON))
        icon, tint = ("check-circle-fill", "good") if row.decided else ("warning-circle", "warn")
        paint_icon(painter, icon, box, look.colour(tint))
        left += look.px(_ICON + 10)
        title.paint(painter, QPointF(left, top), look.colour("text"))
        detail.paint(painter, QPointF(left, top + title.height), look.colour("text2"))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        look, radius = self.look, self.look.px(6)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("surface"))  # over the square the view itself draws
        if selected or state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, rect, radius, fill=look.colour("sel" if selected else "hover"))
        if selected:
            bar = rect.adjusted(0, look.px(6), look.px(3) - rect.width(), -look.px(6))
            painter.fillRect(bar, look.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, look, radius)

    def _texts(self, row: ConflictRow, width: int) -> tuple[Wrapped, Wrapped]:
        look, room = self.look, width - self.look.px(2 * _PAD + _ICON + 6)
        return Wrapped(row.title, self._strong(), room), Wrapped(
            row.detail, look.font(look.theme.type.secondary), room
        )

    def _strong(self) -> QFont:
        return self.look.font(self.look.theme.type.body, SEMIBOLD)


class ConflictList(QTableView):
    """One column of conflicts.

    Signals:
        current_changed(int): another conflict is looked at; -1 for none.
        key_pressed(QKeyEvent): a key the list has no use for itself; accept the event to keep it.
    """

    current_changed = Signal(int)
    key_pressed = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ConflictModel(self)
        self._delegate = _Delegate(look, self._rows, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.current_changed.emit(now.row()))

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.look = look
        self._fit()

    def show_rows(self, rows: tuple[ConflictRow, ...], current: int) -> None:
        """Show these, with one of them looked at."""
        self._rows.show(rows)
        self._fit()
        self.go_to(current)

    def go_to(self, row: int) -> None:
        """Look at a conflict."""
        if 0 <= row < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(row, 0))

    def row_at(self) -> int:
        """Which conflict is looked at; -1 for none."""
        return self.currentIndex().row()

    def natural_height(self) -> int:
        """What all rows need together."""
        return self.verticalHeader().length() + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.setAccessibleName(_("Conflicts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _fit(self) -> None:
        width = self.viewport().width()
        for row in range(len(self._rows.rows)):
            self.verticalHeader().resizeSection(row, self._delegate.height(row, width))
