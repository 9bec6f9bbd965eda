"""Every change of a record, newest first, in a column that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.history import Version
from capture_app.ui.history.version_entry import VersionEntry
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.words import n_

AT_ONCE = 30
"""Changes that are shown before somebody asks for the older ones."""


class HistoryPanel(QWidget):
    """A column of versions; it does not scroll by itself.

    Signals:
        wanted(Version): the record should say again what it said in this version.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._versions: Sequence[Version] = ()
        self.entries: list[VersionEntry] = []
        self.older = Button("", look, "quiet", size="row")
        self.older.clicked.connect(self._show_older)
        self._column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.older.hide()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._column.setSpacing(look.px(look.theme.space.gap))

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these, newest first."""
        for entry in self.entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries, self._versions = [], versions
        self._add(AT_ONCE)

    def _show_older(self) -> None:
        place = len(self.entries)
        self._add(AT_ONCE)
        if place < len(self.entries) and (button := self.entries[place].bring_back) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, count: int) -> None:
        heads = sum(version.shown for version in self._versions)
        there = len(self.entries)
        for version in self._versions[there : there + count]:
            entry = VersionEntry(self._look, version, heads)
            entry.wanted.connect(self.wanted)
            self._column.insertWidget(len(self.entries), entry)
            self.entries.append(entry)
        left = len(self._versions) - len(self.entries)
        self.older.set_words(n_("Show {count} older change", "Show {count} older changes", left))
        self.older.setVisible(left > 0)
