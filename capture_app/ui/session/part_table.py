"""The parts of a session with planned and real times, as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from capture_app.domain.run_sheet import RunSheet, Slot, Stage
from capture_app.services.wording import choice_words
from capture_app.ui.icons import icon_pixmap
from capture_app.ui.session.run_words import clock, stage_words
from capture_app.ui.style import Look
from capture_app.ui.theme import REGULAR, SEMIBOLD
from capture_app.words import _

Index = QModelIndex | QPersistentModelIndex
_ROW = 40
_PLAN, _BEGAN, _PART, _OWNER, _RULE, _STATE = range(6)
_MARKS = {Stage.DONE: ("check-circle-fill", "good"), Stage.NOW: ("play", "accent")}
_SHARP = 2.0
"""Pixels drawn for one of the icon, so that it is sharp on every screen."""
_GIVE_WAY = (_OWNER, _RULE)
"""Columns that are not shown where there is little room."""


class PartModel(QAbstractTableModel):
    """One row a part."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look
        self.slots: tuple[Slot, ...] = ()

    def show(self, sheet: RunSheet) -> None:
        """Show these; what stays the same stays where it is."""
        if len(sheet.slots) != len(self.slots):
            self.beginResetModel()
            self.slots = sheet.slots
            self.endResetModel()
        elif sheet.slots != self.slots:
            self.slots = sheet.slots
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.slots) - 1, _STATE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.slots)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else _STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Plan"), _("Began"), _("Part"), _("Who leads it"), _("Rule"), _("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        slot, look = self.slots[index.row()], self.look
        runs = slot.stage is Stage.NOW
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(slot, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATE:
            return self._mark(slot)
        if role == Qt.ItemDataRole.FontRole:
            font: QFont = look.font(look.theme.type.body, SEMIBOLD if runs else REGULAR)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return look.colour("text" if runs or slot.stage is Stage.LATER else "text2")
        return None

    def _mark(self, slot: Slot) -> QPixmap | None:
        """The icon of where a part is; its word stands beside it."""
        name, ink = ("shield-check", "accent") if slot.part.kept else ("", "")
        if slot.stage is not Stage.LATER:
            name, ink = _MARKS.get(slot.stage, ("", ""))
        look = self.look
        return icon_pixmap(name, look.colour(ink), look.px(16), _SHARP) if name else None


class _Ground(QStyledItemDelegate):
    """Paints the ground of the part that runs; the style sheet paints none where a cell has one of its own."""

    def __init__(self, model: PartModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self._model.look, QRectF(option.rect)
        if self._model.slots[index.row()].stage is Stage.NOW:
            painter.fillRect(rect, look.colour("sel"))
            if index.column() == _PLAN:
                painter.fillRect(rect.adjusted(0, 0, look.px(3) - rect.width(), 0), look.colour("accent"))
        super().paint(painter, option, index)


class PartTable(QTableView):
    """Read, not edited: the plan is the lead's."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PartModel(look, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Ground(self.rows, self))
        self.setProperty("kind", "roomy")
        self.setAccessibleName(_("Parts of the session"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_PART, QHeaderView.ResizeMode.Stretch)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self.rows.look = look
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.viewport().update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out who leads a part and its rule."""
        for column in _GIVE_WAY:
            self.setColumnHidden(column, narrow)

    def show_sheet(self, sheet: RunSheet) -> None:
        """Show how it stands; as high as its rows, so that the page scrolls as a whole."""
        self.rows.show(sheet)
        header, rows = self.horizontalHeader().sizeHint().height(), self.verticalHeader()
        self.setFixedHeight(header + len(sheet.slots) * rows.defaultSectionSize())


def _cell(slot: Slot, column: int) -> str:
    part, rule = slot.part, choice_words(slot.part.rule)
    return (
        clock(slot.plan),
        clock(slot.began),
        part.title or _("Not named yet"),
        part.owner,
        rule[:1].upper() + rule[1:],
        stage_words(slot),
    )[column]
