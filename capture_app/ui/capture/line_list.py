"""The list of lines with the editor over the active one.

A table of one column, because Qt's list view lays out every row at each change. Heights come from the
delegate; in a long list those out of sight are guessed until they are seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from capture_app.ui.capture.line_delegate import LineDelegate
from capture_app.ui.capture.line_editor import MARGIN, LineEditor
from capture_app.ui.capture.line_geometry import PITCH, Guess, Place
from capture_app.ui.capture.line_model import LineModel
from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import line_height

_EXACT = 100
"""Up to so many rows every height is measured at once."""


class LineList(QTableView):
    """Shows a `LineModel`; `editor` stands over the row made active.

    Signals:
        picked(int): somebody clicked a row; the editor's cursor goes to `cursor_at`.
        picked_below(): somebody clicked below the last row.
    """

    picked = Signal(int)
    picked_below = Signal()

    def __init__(
        self, model: LineModel, editor: LineEditor, look: Look, *, times: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self.editor = model, editor
        self._guessed = False
        self._at = QPoint()
        self._rows = LineDelegate(model, Place(look, 1, times=times), self)
        self._prepare()
        editor.setParent(self.viewport())
        editor.hide()
        editor.focused.connect(self._on_focused)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.rowsMoved.connect(self._on_moved)
        model.dataChanged.connect(self._on_changed)
        model.modelReset.connect(self.refit_all)

    @property
    def active(self) -> int:
        """The row with the editor; -1 if there is none."""
        return self._rows.active

    @property
    def place(self) -> Place:
        """How rows are set."""
        return self._rows.place

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self.set_place(replace(self.place, look=look))

    def set_stacked(self, stacked: bool) -> None:
        """Everything under the text, for narrow windows and large text; or in columns."""
        if stacked != self.place.stacked:
            self.set_place(replace(self.place, stacked=stacked))

    def set_active(self, row: int) -> None:
        """Move the editor to a row; the caller gives it its text."""
        before, self._rows.active = self.active, row
        for each in {before, row} - {-1}:
            if each < self._lines.rowCount():
                self.refit(each)
        self.editor.setVisible(row >= 0)
        if row >= 0:
            self.place_editor()
            self.show_row(row)
        self.viewport().update()

    def refit(self, row: int) -> None:
        """Give a row the height its parts need."""
        height = self._rows.geometry_of(row).height
        grown = self.rowHeight(row) != height
        if grown:
            self.setRowHeight(row, height)
        if row == self.active or (grown and row < self.active):
            self.place_editor()
        if grown and row == self.active:
            self.show_row(row)

    def refit_all(self) -> None:
        """Give every row its height; guessed where it is out of sight and there are many."""
        count = self._lines.rowCount()
        self._guessed = count > _EXACT
        if self.active >= count:
            self._rows.active = -1
            self.editor.hide()
        header = self.verticalHeader()
        heights = self._guesses() if self._guessed else map(self._measured, range(count))
        header.blockSignals(True)
        for row, height in enumerate(heights):
            header.resizeSection(row, height)
        header.blockSignals(False)
        self.updateGeometries()
        self._fit_visible()
        self.place_editor()
        self.viewport().update()

    def place_editor(self) -> None:
        """Put the editor over the active row's words."""
        if self.active < 0:
            return
        words = self._rows.geometry_of(self.active).text
        look = self.place.look
        pitch = look.px(PITCH)
        natural = line_height(look.font(look.theme.type.capture))
        ascent = QFontMetricsF(look.font(look.theme.type.capture)).ascent()
        corner = self.corner_of(self.active)
        top = corner.y() + words.top() + (pitch - natural) / 2 + ascent
        left, width = corner.x() + round(words.left()) - MARGIN, round(words.width()) + 2 * MARGIN
        if self.editor.width() != width:
            # The baseline is known only after the text has been set to this width.
            self.editor.resize(width, self.editor.height())
        height = round(words.height()) + 4 * MARGIN
        self.editor.setGeometry(QRect(left, round(top - self.editor.baseline()), width, height))

    def show_row(self, row: int) -> None:
        """Scroll so that the whole row can be seen."""
        self.scrollTo(self._lines.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        self._fit_visible()

    def frame_in(self, widget: QWidget) -> QRect:
        """Where the editor's frame stands in another widget, for what opens below it."""
        frame = self._rows.geometry_of(self.active).frame.toRect()
        frame.translate(self.corner_of(self.active))
        return QRect(self.viewport().mapTo(widget, frame.topLeft()), frame.size())

    def corner_of(self, row: int) -> QPoint:
        """Where a row begins, in the viewport."""
        return QPoint(0, self.rowViewportPosition(row))

    def set_place(self, place: Place) -> None:
        """Set every row anew."""
        self._rows.place = place
        self.verticalScrollBar().setSingleStep(place.look.px(38))
        self.refit_all()

    def cursor_at_click(self) -> int:
        """The letter that was clicked, once the editor stands there."""
        spot = self.editor.viewport().mapFrom(self.viewport(), self._at)
        return self.editor.cursorForPosition(spot).position()

    def page_rows(self) -> int:
        """How many rows one page is, at least one."""
        return max(1, self.viewport().height() // self.place.look.px(60) - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        row = self.rowAt(self._at.y())
        if event.button() == Qt.MouseButton.LeftButton:
            if row < 0:
                self.picked_below.emit()
            else:
                self.picked.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # As wide with a scroll bar as without: no text is set anew because one more line does not fit the page.
        width = self._row_width(self.width() - self.verticalScrollBar().sizeHint().width())
        if width != self.place.width:
            self.set_place(replace(self.place, width=width))
        if self.active >= 0:
            self.show_row(self.active)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._fit_visible()
        self.place_editor()

    def _row_width(self, room: int) -> int:
        """How wide a row is where the list is so wide."""
        return room

    def _prepare(self) -> None:
        self.setModel(self._lines)
        self.setItemDelegate(self._rows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameStyle(0)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _measured(self, row: int) -> int:
        return self._rows.geometry_of(row).height

    def _guesses(self) -> Iterator[int]:
        """Each row's height by the count of its letters; right for most, and put right when it is seen."""
        guess = Guess(self.place)
        for row, view in enumerate(self._lines.lines()):
            tagged = bool(view.themes) or view.line.hands is not None
            yield self._measured(row) if row == self.active else guess.height(view.line, tagged=tagged)

    def _fit_visible(self) -> None:
        """Measure the rows in sight, where heights were guessed."""
        if not self._guessed or not self._lines.rowCount():
            return
        row = max(0, self.rowAt(0))
        while row < self._lines.rowCount() and self.rowViewportPosition(row) < self.viewport().height():
            height = self._measured(row)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
            row += 1

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self.active >= first:
            self._rows.active += last - first + 1
        for row in range(first, last + 1):
            self.refit(row)
        self.place_editor()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first <= self.active <= last:
            self._rows.active = -1
            self.editor.hide()
        elif self.active > last:
            self._rows.active -= last - first + 1
        self.place_editor()

    def _on_moved(self, _from: QModelIndex, row: int, _last: int, _to: QModelIndex, before: int) -> None:
        to = before - 1 if before > row else before
        if self.active == row:
            self._rows.active = to
        elif row < self.active <= to:
            self._rows.active -= 1
        elif to <= self.active < row:
            self._rows.active += 1
        for each in range(min(row, to), max(row, to) + 1):
            self.refit(each)
        self.place_editor()

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.refit(row)

    def _on_focused(self, writing: bool) -> None:
        self._rows.writing = writing
        self.viewport().update()
