"""All keys that work in this window, from the same map that makes them work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.ui.actions import listed, scope_words, scopes_of
from capture_app.ui.keys import Binding, KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _


class KeysDialog(InReadingOrder, QDialog):
    """Two columns: what it does, and its keys or what may be typed instead."""

    def __init__(self, look: Look, keys: KeyMap, *, lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("Which keys are there?"))
        self._scroll = ScrollColumn(look)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("All keys"))
        self._scroll.column.addSpacing(look.px(12))
        for scope in scopes_of(lead=lead):
            self._add_scope(look, scope, listed(keys, scope))
        whole, row = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, look.px(16))
        whole.addWidget(self._scroll)
        row.setContentsMargins(look.px(24), 0, look.px(24), 0)
        close = Button(_("Close"), look, "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(close)
        whole.addLayout(row)
        self.resize(look.px(640), look.px(560))

    def _add_scope(self, look: Look, scope: Scope, bindings: Sequence[Binding]) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setSpacing(look.px(8))
        self._scroll.column.addWidget(Label(scope_words(scope), "heading"))
        for number, binding in enumerate(bindings):
            grid.addWidget(Label(binding.words), number, 0)
            grid.addWidget(_caps(look, binding), number, 1)
        self._scroll.column.addLayout(grid)


def _caps(look: Look, binding: Binding) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(4))
    row.addStretch(1)
    for chord in binding.chords[:1]:
        for cap in chord.caps():
            row.addWidget(KeyCap(cap, look))
    for code in binding.typed:
        row.addWidget(Label(_("or") if binding.chords else _("type"), "caption"))
        row.addWidget(KeyCap(code.strip() or code, look))
    return holder
