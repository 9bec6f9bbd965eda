"""The list of who is here, worked with single keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.services.attending import Here, Named
from capture_app.ui.here.here_model import HereModel, HereRow
from capture_app.ui.here.here_rows import HereRows
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look
from capture_app.ui.widgets.keyed_list import KeyedList
from capture_app.words import _

LEAST = 240
"""The least height at 100 %: of five rows."""


class HereList(KeyedList[HereRow]):
    """Those who are expected, here, or have left."""

    def __init__(self, look: Look, keys: KeyMap, *, parent: QWidget | None = None) -> None:
        self.rows = HereModel()
        super().__init__(keys, Scope.HERE, self.rows, _("Who is here"), parent=parent)
        self._delegate = HereRows(look, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleDescription(_legend(keys))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._delegate.set_look(look)
        self.setMinimumHeight(look.px(LEAST))
        self.doItemsLayout()

    def show_here(self, here: Here) -> None:
        """Show these; one stays at the same row, else is at the first."""
        at, top = self.at(), self.verticalScrollBar().value()
        self.rows.show(here)
        self.doItemsLayout()
        row = self.rows.row_of(at.key) if at else -1
        self._be_at(row if row >= 0 else self.rows.next_row())
        if row >= 0:
            self.verticalScrollBar().setValue(top)

    def named(self) -> Named | None:
        """Whom one is at."""
        at = self.at()
        return at.named if at else None

    def go_to(self, key: RecordId) -> None:
        """Be at somebody, and bring them into sight."""
        self._be_at(self.rows.row_of(key))
        self.scrollTo(self.currentIndex())


def _legend(keys: KeyMap) -> str:
    """The keys of the list, for whoever does not see the buttons."""
    return ", ".join(f"{one.cap}: {one.words}" for one in keys.bindings(Scope.HERE))
