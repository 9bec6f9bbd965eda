"""The head of a section in the list of statements: code, name, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.synthesising import Section
from capture_app.ui.style import Look
from capture_app.ui.widgets.chip import Chip
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import focus_ring
from capture_app.words import _, n_


class SectionHead(QWidget):
    """A new statement goes into the section one is in.

    Signals:
        entered(): one is here now. moved(int): to the row above (-1) or below (1).
    """

    accessible_role = QAccessible.Role.Heading
    entered = Signal()
    moved = Signal(int)

    def __init__(self, look: Look, section: Section, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._current = look, False
        theme = section.theme
        self.theme: RecordId = theme.id if theme else ""
        name = theme.label if theme else _("Under no section")
        self._row = QHBoxLayout(self)
        if theme and theme.code:
            self._row.addWidget(Chip("", look, code=theme.code), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Prose(name, look, "strong"), 1)
        self._count = Label("", "secondary")
        self._row.addWidget(self._count)
        self._name = " ".join(part for part in (theme.code if theme else "", name) if part)
        self.set_look(look)
        self.show_section(section)
        self.set_current(False)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._row.setContentsMargins(look.px(18), look.px(7), look.px(18), look.px(8))
        self._row.setSpacing(look.px(10))

    def show_section(self, section: Section) -> None:
        """Say how many statements there are."""
        words = n_("{count} statement", "{count} statements", len(section.statements))
        self._count.setText(words)
        self.setAccessibleName(_("Section {name}, {count}").format(name=self._name, count=words))

    def set_current(self, current: bool) -> None:
        """Whether a new statement would go here."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        painter.fillRect(rect, look.colour("window"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        if self._current:
            painter.fillRect(QRectF(0, 0, look.px(3), rect.height() - 1), look.colour("accent"))
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))
