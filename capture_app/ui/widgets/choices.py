"""Check boxes, radio buttons and drop-down lists with marks that can be seen in both themes and at every size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from capture_app.ui.icons import paint_icon
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM, REGULAR
from capture_app.ui.widgets.painting import advance, focus_ring, line_height, middle, rounded, written

_MARK = 18

_LEAST_TITLE = 0.25
"""The share of the room that a title keeps before what follows it; else all is shortened at its end."""


def _hint(button: QAbstractButton, look: Look) -> QSize:
    font = look.font(look.theme.type.body, MEDIUM)
    height = max(look.px(24), round(line_height(font)) + look.px(6))
    return QSize(look.px(_MARK + 14) + round(advance(font, button.text())), height)


def _paint_words(painter: QPainter, button: QAbstractButton, look: Look) -> None:
    rect = QRectF(button.rect())
    font = look.font(look.theme.type.body, MEDIUM if button.isChecked() else REGULAR)
    ink = look.colour("text" if button.isEnabled() else "text3")
    written(painter, rect.adjusted(look.px(_MARK + 12), 0, 0, 0), button.text(), font, ink)
    if button.hasFocus():
        focus_ring(painter, rect, look, look.px(4))


class Check(QCheckBox):
    """A check box."""

    def __init__(self, text: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return _hint(self, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint, /) -> bool:
        """The whole of it, not only what the style would have drawn."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        box = middle(QRectF(self.rect()), look.px(5), look.px(_MARK), look.px(_MARK))
        paint_check(painter, box, look, on=self.isChecked(), enabled=self.isEnabled())
        _paint_words(painter, self, look)


class Radio(QRadioButton):
    """A radio button."""

    def __init__(self, text: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return _hint(self, self._look)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint, /) -> bool:
        """The whole of it, not only what the style would have drawn."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        box = middle(QRectF(self.rect()), look.px(5), look.px(_MARK), look.px(_MARK))
        paint_radio(painter, box, look, on=self.isChecked(), enabled=self.isEnabled())
        _paint_words(painter, self, look)


def paint_check(painter: QPainter, box: QRectF, look: Look, *, on: bool, enabled: bool = True) -> None:
    """The mark of a check box: an empty box, or filled with a tick in it."""
    filled = on and enabled
    ground = look.colour("accent" if filled else "surface" if enabled else "window")
    edge = look.colour("accent" if filled else "line")
    rounded(painter, box, look.px(4), fill=ground, edge=edge, width=max(look.edge, box.width() / 13))
    if on:
        inset = box.width() / 9
        inner = box.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "check-bold", inner, look.colour("on_accent" if enabled else "text3"))


def paint_radio(painter: QPainter, box: QRectF, look: Look, *, on: bool, enabled: bool = True) -> None:
    """The mark of a radio button: an empty ring, or filled with a dot in the middle."""
    tint = look.colour("accent" if on and enabled else "line")
    ground = tint if on else look.colour("surface")
    rounded(painter, box, box.width() / 2, fill=ground, edge=tint, width=max(look.edge, box.width() / 13))
    if on:
        inset = box.width() * 0.31
        dot = box.adjusted(inset, inset, -inset, -inset)
        rounded(painter, dot, dot.width() / 2, fill=look.colour("on_accent" if enabled else "surface"))


_AROUND = 60
"""Pixels of a drop-down, at 100 %, that are never for its words: edges, padding, and the sign that it opens."""


def with_its_end(words: str, metrics: QFontMetrics, room: int) -> str:
    """Words that fit into `room` pixels: of a title and what follows its last comma, the title is shortened.

    What follows tells it from others of that title: its edition, or the session it is of.
    """
    title, comma, end = words.rpartition(", ")
    left = room - metrics.horizontalAdvance(comma + end)
    if metrics.horizontalAdvance(words) <= room or not comma or left < room * _LEAST_TITLE:
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, left) + comma + end


_MOST_AT_ONCE = 14
"""Entries of a drop-down that are seen before one scrolls."""


class DropDown(QComboBox):
    """A drop-down list; `name` is what a screen reader calls it.

    The wheel turns the page and never the choice: whoever scrolls past must not change an answer.
    """

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dressed = False
        self.setMaxVisibleItems(_MOST_AT_ONCE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def let_shrink(self) -> None:
        """It may be narrower than the longest of its words."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()

    def showPopup(self) -> None:
        if not self._dressed:  # its list is made at the first look, since few are ever opened
            self.setItemDelegate(QStyledItemDelegate(self))
            self._dressed = True
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox, /) -> None:
        """What is drawn: words that have too little room are shortened, and never cut off."""
        super().initStyleOption(option)
        needed = self.fontMetrics().horizontalAdvance(self.currentText())
        if needed <= self.width() - self._look.px(_AROUND):  # Qt asks often, and the style is slow to answer
            return
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width()
        room += self._look.px(1)  # at large text its hint asks for a hair too little
        option.currentText = with_its_end(self.currentText(), self.fontMetrics(), room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        side = look.px(16)
        box = middle(QRectF(self.rect()), self.width() - side - look.px(10), side, side)
        paint_icon(QPainter(self), "caret-down", box, look.colour("text2" if self.isEnabled() else "text3"))
