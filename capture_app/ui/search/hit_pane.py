"""The left side of the search: the field, what narrows it, and what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from capture_app.services.searching import Narrow, Searched, count_words, nothing_found
from capture_app.ui.search.hit_table import HitTable
from capture_app.ui.search.narrowing import Narrowing
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.search_field import SearchField
from capture_app.words import _, n_

_PAUSE = 120
"""Milliseconds after the last key before anything is looked for."""


class Asking(SearchField):
    """The field; the arrow down leads to what was found."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class HitPane(QWidget):
    """Signals: asked(str, Narrow): look for these words. chosen(): another hit is chosen. opened(): open it."""

    asked = Signal(str, object)
    chosen = Signal()
    opened = Signal()

    def __init__(self, look: Look, *, used: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = ""
        self.field = Asking(look, _("Search everything"), count_words=count_words)
        self.narrowing, self.table = Narrowing(look, used=used), HitTable(look)
        self._more = Prose("", look, "secondary")
        self._stack = QStackedWidget()
        self.widen = Button("", look, size="row")
        self._nothing = EmptyState(look, "magnifying-glass", "", self.widen)
        self._begin = EmptyState(look, "magnifying-glass", _first_words())
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._build()
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._head.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(10))
        self._head.setSpacing(look.px(10))
        side = look.px(16)
        self._more.setContentsMargins(side, look.px(6), side, look.px(6))

    def ask_now(self) -> None:
        """Look again, at once."""
        self._wait.stop()
        self.asked.emit(self.field.text(), self.narrowing.narrow)

    def show_searched(self, searched: Searched) -> None:
        """Show what was found."""
        self.narrowing.show_counts(searched.kinds)
        self.table.show_hits(searched.hits, searched.count)
        asked = bool(searched.words.strip())
        self.field.set_hits(searched.count if asked else None)
        self._say_more(searched.count - len(searched.hits))
        if searched.hits:
            self._stack.setCurrentWidget(self.table)
        elif asked:
            self._show_nothing(searched)
        else:
            self._stack.setCurrentWidget(self._begin)
        self.chosen.emit()

    def _say_more(self, more: int) -> None:
        words = n_("{count} more is not shown.", "{count} more are not shown.", more)
        self._more.set_words(f"{words.replace(str(more), f'{more:,}')} " + _("Another word narrows it down."))
        self._more.setVisible(more > 0)

    def _show_nothing(self, searched: Searched) -> None:
        self._near = searched.near
        narrowed = self.narrowing.narrow != Narrow()
        said = nothing_found(searched)
        if narrowed and not searched.near:
            said = _("{said} It was only looked for where the filters allow.").format(said=said)
        self._nothing.set_words(said)
        offer = _("Search for {near}").format(near=searched.near)
        self.widen.set_words(offer if searched.near else _("Take the filters off"))
        self.widen.setVisible(bool(searched.near) or narrowed)
        self._stack.setCurrentWidget(self._nothing)

    def _build(self) -> None:
        column, top = QVBoxLayout(self), QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout(top)
        self._head.addWidget(self.field)
        self._head.addWidget(self.narrowing)
        for view in (self._begin, self.table, self._nothing):
            self._stack.addWidget(view)
        for widget in (top, Divider(), self._stack, self._more):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        self._more.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda: self._wait.start())
        self.field.returnPressed.connect(self._on_enter)
        self.field.left_down.connect(self._to_list)
        self._wait.timeout.connect(self.ask_now)
        self.narrowing.changed.connect(lambda _narrow: self.ask_now())
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.left_up.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.widen.clicked.connect(self._on_widen)

    def _to_list(self) -> None:
        if self.table.rows.shown:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enter(self) -> None:
        """What is still waiting to be looked for is; else the hit that is chosen opens."""
        if self._wait.isActive():
            self.ask_now()
        else:
            self.opened.emit()

    def _on_widen(self) -> None:
        if self._near:
            self.field.setText(self._near)
            self.ask_now()
        else:
            self.narrowing.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_words() -> str:
    return _(
        "Type a word. Lines, minutes, answers, statements and everything else with words is looked through."
    )
