"""The left side: search, filters, the list, and the keys that act in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.synthesising import StatementView, Synthesis
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter, nearest_word
from capture_app.ui.synthesis.evidence_model import shown_of
from capture_app.ui.synthesis.evidence_table import EvidenceTable
from capture_app.ui.synthesis.filter_bar import FilterBar
from capture_app.ui.synthesis.key_foot import KeyFoot
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.search_field import SearchField
from capture_app.words import _

_PAUSE = 120
"""Milliseconds after the last key before the list is searched."""


class EvidencePane(QWidget):
    """Everything somebody said or wrote in the session.

    Signals:
        link_wanted(list[Evidence]): rest the current statement on these, or take them from it.
        refused(str): why a key did nothing.
    """

    link_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.letter_keys = True
        self._near = ""
        self._opened: RecordId = ""
        self.table = EvidenceTable(look)
        self.filters = FilterBar(look)
        self.search = SearchField(look, _("Search"))
        self._count = Label("", "secondary")
        self.foot = KeyFoot(look, keys)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._build(look)
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._head.setContentsMargins(look.px(16), look.px(9), look.px(16), look.px(9))
        self._head.setSpacing(look.px(8))
        self._title.setSpacing(look.px(8))
        self.search.setMaximumWidth(look.px(230))

    def show_synthesis(self, synthesis: Synthesis) -> None:
        """Show the evidence as it stands; one stays where one was."""
        row = max(0, self.table.currentIndex().row())
        here = self.table.rows.shown[row].id if row < len(self.table.rows.shown) else ""
        self.filters.show_synthesis(synthesis)
        self.table.rows.show(synthesis.evidence)
        self._after_change(here, row)

    def mark(self, view: StatementView | None) -> None:
        """Say which items the current statement rests on; where only they are shown, they still are."""
        if view is not None and self._opened == view.statement.id and self.filters.filter.only is not None:
            self.filters.put(replace(self.filters.filter, only=_ids(view)))
        self.table.rows.mark(_ids(view))
        self.foot.show_statement(view.statement.text if view else "")
        self._name_link()

    def open_evidence(self, view: StatementView) -> None:
        """Show only what a statement rests on."""
        self._open(EvidenceFilter(only=_ids(view)), view.statement.id)

    def open_items(self, filter_: EvidenceFilter) -> None:
        """Show only the items behind a cell of the groups side by side."""
        self._open(filter_, "")

    def renew_items(self, items: frozenset[RecordId]) -> None:
        """Where only the items behind a cell are shown, these are they by now."""
        if self.filters.filter.only_called:
            self.filters.put(replace(self.filters.filter, only=items))

    def _open(self, filter_: EvidenceFilter, statement: RecordId) -> None:
        self.search.clear()
        self._wait.stop()
        self._opened = statement
        self.filters.put(filter_)
        self.table.go_to(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, item: RecordId) -> bool:
        """Go to an item, with no filter in the way; whether it is there. Of a ballot to the first answer on it."""
        every = [one.id for one in self.table.rows.every]
        item = next((one for one in every if one == item), "") or next(
            (one for one in every if one.startswith(f"{item}/")), ""
        )
        if not item:
            return False
        self.search.clear()
        self._wait.stop()
        self.filters.put(EvidenceFilter())
        self.table.go_to(self.table.rows.row_of(item))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def next_pending(self) -> bool:
        """Go to the next item nobody has used; whether there is one. Filters that hide all of them are taken off."""
        row = self.table.rows.pending_after(self.table.currentIndex().row())
        if row < 0 and self.filters.filter != EvidenceFilter():
            self.search.clear()
            self.filters.put(EvidenceFilter())
            row = self.table.rows.pending_after(-1)
        if row < 0:
            self.refused.emit(_("Every item has been looked at."))
            return False
        self.table.go_to(row)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self, look: Look) -> None:
        column, top = QVBoxLayout(self), QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head, self._title = QVBoxLayout(top), QHBoxLayout()
        self._title.addWidget(Label(_("Evidence"), "heading"))
        self._title.addWidget(self._count)
        self._title.addStretch(1)
        self._title.addWidget(self.search, 2)
        self._head.addLayout(self._title)
        self._head.addWidget(self.filters)
        self._stack = QStackedWidget()
        self._build_empty(look)
        for view in (self.table, self._nothing, self._no_hits):
            self._stack.addWidget(view)
        for widget in (top, Divider(), self._stack, self.foot):
            column.addWidget(widget, 1 if widget is self._stack else 0)

    def _build_empty(self, look: Look) -> None:
        words = _("Nothing was captured in this session yet. Merge the bundles of its laptops first.")
        self._nothing = EmptyState(look, "tray", words)
        self.widen = Button("", look, size="row")
        self._no_hits = EmptyState(look, "magnifying-glass", "", self.widen)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._wait.start())
        self.search.returnPressed.connect(self._on_search)
        self._wait.timeout.connect(self._on_search)
        self.filters.changed.connect(self._on_filter)
        self.table.key_pressed.connect(self.take_key)
        self.table.chosen.connect(self._name_link)
        self.widen.clicked.connect(self._on_widen)
        self.foot.link.clicked.connect(self._on_link)

    def _on_search(self) -> None:
        self._wait.stop()
        self.filters.search(self.search.text())

    def _on_filter(self, filter_: EvidenceFilter) -> None:
        row = max(0, self.table.currentIndex().row())
        here = self.table.rows.shown[row].id if row < len(self.table.rows.shown) else ""
        self.table.rows.narrow(filter_)
        self._after_change(here, 0)
        self.search.set_hits(len(self.table.rows.shown) if filter_.words else None)

    def _after_change(self, here: RecordId, row: int) -> None:
        shown, every = len(self.table.rows.shown), len(self.table.rows.every)
        self._count.setText(shown_of(shown, every))
        self.table.stay_at(here, row)
        if shown:
            self._stack.setCurrentWidget(self.table)
        elif not every:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._show_no_hits()

    def _show_no_hits(self) -> None:
        words = self.filters.filter.words
        self._near = nearest_word(words, self.table.rows.every) if words else ""
        said = _("No item fits these filters.")
        if words:
            said = _("No line contains ‘{words}’.").format(words=words)
        if self._near:
            said = _("{said} Did you mean {near}?").format(said=said, near=self._near)
        offer = _("Search for {near}").format(near=self._near) if self._near else _("Show everything")
        self.widen.set_words(offer)
        self._no_hits.set_words(said)
        self._stack.setCurrentWidget(self._no_hits)

    def _on_widen(self) -> None:
        near = self._near
        self.search.setText(near)
        self._wait.stop()
        self.filters.put(EvidenceFilter(words=near))

    def take_key(self, event: QKeyEvent) -> None:
        """Do what a single letter means, also where it was pressed at a statement; another key is left alone."""
        binding = self._keys.pressed(event, Scope.EVIDENCE) if self.letter_keys else None
        match binding.action if binding else "":
            case "evidence.link":
                self._on_link()
            case "evidence.next_pending":
                self.next_pending()
            case _:
                return
        event.accept()

    def _on_link(self) -> None:
        self.link_wanted.emit(self.table.chosen_items() if self.isVisible() else [])

    def _name_link(self) -> None:
        chosen = self.table.chosen_items()
        linked = self.table.rows.linked
        self.foot.show_link(bool(chosen) and all(item.id in linked for item in chosen))


def _ids(view: StatementView | None) -> frozenset[RecordId]:
    return frozenset(item.id for item in view.evidence) if view else frozenset()
