"""The questions of a worksheet with how far each is, and the parking lot below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Given, ItemKind
from capture_app.services.pages import ItemView, SheetView
from capture_app.ui.capture.item_row import ItemFace, ItemRow
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import restyle
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.tag import TagFace
from capture_app.words import _, n_

WIDTH = 236
PARKED = "parked"
"""The key of the parking lot; no question has it, because the keys of questions are prefixed."""
_ITEM = "item/"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def item_face(item: ItemView, *, shown: bool) -> ItemFace:
    """How a question stands in the list."""
    return ItemFace(item_key(item.id), str(item.number), item.item.prompt, _state(item, shown=shown))


def item_key(item: str) -> str:
    """The key of a question in the list."""
    return f"{_ITEM}{item}"


def item_of_key(key: str) -> str:
    """The question of a key; empty for the parking lot."""
    return key.removeprefix(_ITEM) if key.startswith(_ITEM) else ""


def count_words(item: ItemView) -> str:
    """ "6 lines", "6 lines · 1 to finish", the figure, or nothing."""
    if item.item.kind is ItemKind.LINES:
        lines = n_("{count} line", "{count} lines", item.lines) if item.lines else ""
        return f"{lines} · {_to_finish(item.unfinished)}" if item.unfinished else lines
    answer = item.answer
    if answer is None or answer.given is not Given.ANSWERED or item.item.kind is not ItemKind.FIGURE:
        return ""
    figure = (
        _("{lower} to {upper}").format(lower=answer.value, upper=answer.upper)
        if answer.upper
        else answer.value or answer.text
    )
    return f"{figure} {answer.unit}".strip()


def _state(item: ItemView, *, shown: bool) -> TagFace:
    if item.contested:
        return TagFace("git-merge", _("Two versions"), "warn")
    if item.answer is not None and item.answer.given is Given.NOT_DISCUSSED and not item.lines:
        return TagFace("minus-circle", _("Not discussed"))
    count = count_words(item)
    if item.unfinished:
        return TagFace("quotes", count, "warn", "text2")
    if shown and item.lines:
        return _joined("pencil-simple", _("Writing"), count)
    if item.done:
        return _joined("check-circle-fill", _("Done"), count, "good")
    return TagFace("circle", _("Not started"))


def _to_finish(count: int) -> str:
    return n_("{count} to finish", "{count} to finish", count)


def _joined(icon: str, word: str, count: str, tint: str = "text2") -> TagFace:
    return TagFace(icon, f"{word} · {count}" if count else word, tint, "text2")


class _Rows(ScrollColumn):
    """The questions, close under each other."""

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.column.setSpacing(look.px(2))


class ItemList(QFrame):
    """One Tab stop; arrows move inside, Enter or Space goes.

    Signals:
        chosen(str): the key of a question, or `PARKED`.
        given_up(): Esc.
    """

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[ItemRow] = []
        self._heading = Label("", "label")
        self._scroll = _Rows(look, margins=False)
        self._foot = ItemRow(_parking_face(0), look, WIDTH - 20)
        self._column = QVBoxLayout(self)
        for widget in (self._heading, self._scroll, self._foot):
            self._column.addWidget(widget)
        self._scroll.column.addStretch(1)
        self._foot.clicked.connect(self._on_clicked)
        self.setAccessibleName(_("Questions"))
        self.float_over(False)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width."""
        self._look = look
        self._column.setContentsMargins(look.px(10), look.px(12), look.px(10) - 1, look.px(12))
        self._column.setSpacing(look.px(8))
        self._heading.setContentsMargins(look.px(10), 0, 0, 0)
        if not self._floats:
            self.setFixedWidth(look.px(WIDTH))

    def float_over(self, floats: bool) -> None:
        """Stand beside the lines, or over them as an open drop-down."""
        self._floats = floats
        restyle(self, "popup" if floats else "rail")

    def place(self, rect: QRect) -> None:
        """Stand in `rect`, over the page, no higher than the questions need."""
        width = int(rect.width() * 100 / self._look.scale) - 24
        for row in (*self._rows, self._foot):
            row.set_width(width)
        height = sum(row.sizeHint().height() + self._look.px(2) for row in self._rows)
        height += self._foot.sizeHint().height() + self._heading.sizeHint().height() + self._look.px(44)
        self.setFixedWidth(rect.width())
        self.setGeometry(rect.left(), rect.top(), rect.width(), min(height, rect.height()))
        self.show()
        self.raise_()
        self.focus_shown()

    def stand_beside(self) -> None:
        """Back to the column."""
        for row in (*self._rows, self._foot):
            row.set_width(WIDTH - 20)
        self.setFixedWidth(self._look.px(WIDTH))
        self.setVisible(bool(self._rows))

    def show_sheet(self, sheet: SheetView, shown: str) -> None:
        """Show the questions; `shown` is the key of what stands beside them."""
        place = next((item.number for item in sheet.items if item_key(item.id) == shown), 0)
        whole = len(sheet.items)
        self._heading.setText(
            _("Worksheet · {number} of {count}").format(number=place, count=whole)
            if place
            else _("Worksheet")
        )
        faces = [item_face(item, shown=item_key(item.id) == shown) for item in sheet.items]
        self._show_faces(faces)
        self._foot.show_face(_parking_face(sheet.parked))
        for row in (*self._rows, self._foot):
            row.setChecked(row.face.key == shown)
        self._one_tab_stop()
        self._show_shown()

    def keys_in_order(self) -> list[str]:
        """The keys of the questions."""
        return [row.face.key for row in self._rows]

    def focus_shown(self) -> None:
        """Put the keyboard on the question shown."""
        self._stop().setFocus(Qt.FocusReason.TabFocusReason)
        self._show_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = [*self._rows, self._foot]
        step = _STEPS.get(Qt.Key(event.key()))
        held = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if held is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            rows[held].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif step is None or held is None:
            super().keyPressEvent(event)
        else:
            goal = rows[max(0, min(len(rows) - 1, held + step))]
            goal.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(goal)

    def _show_faces(self, faces: Sequence[ItemFace]) -> None:
        while len(self._rows) > len(faces):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for row, face in zip(self._rows, faces, strict=False):
            if row.face != face:
                row.show_face(face)
        for face in faces[len(self._rows) :]:
            row = ItemRow(face, self._look, WIDTH - 20)
            row.clicked.connect(self._on_clicked)
            self._scroll.column.insertWidget(len(self._rows), row)
            self._rows.append(row)

    def _on_clicked(self) -> None:
        row = next(row for row in (*self._rows, self._foot) if row is self.sender())
        self.chosen.emit(row.face.key)

    def _show_shown(self) -> None:
        """Scroll to the question shown."""
        stop = self._stop()
        if stop in self._rows:
            self._scroll.ensureWidgetVisible(stop, 0, 0)

    def _stop(self) -> ItemRow:
        rows = [*self._rows, self._foot]
        return next((row for row in rows if row.isChecked()), rows[0])

    def _one_tab_stop(self) -> None:
        stop = self._stop()
        for row in (*self._rows, self._foot):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)


def _parking_face(count: int) -> ItemFace:
    lines = n_("{count} line", "{count} lines", count) if count else _("Empty")
    return ItemFace(PARKED, "", _("Parking lot"), TagFace("", lines), icon="car")
