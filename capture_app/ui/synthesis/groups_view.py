"""The groups of a session side by side: how widely each thing was said, and what narrows the table (D11, K5)."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.comparing import Breadth, GroupsCompared
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter
from capture_app.ui.synthesis.groups_model import Spot
from capture_app.ui.synthesis.groups_table import GroupsTable
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _, n_, number_words

_EVERYTHING = "everything"


class GroupsView(QWidget):
    """The table, and above it what is shown of it.

    Signals:
        items_wanted(EvidenceFilter): the lines behind a cell should be shown. left(): back to the evidence.
        refused(str): why a key did nothing.
    """

    items_wanted = Signal(object)
    left = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Spot | None = None
        self.table = GroupsTable(look)
        self.breadth = Segments(look, _("How widely it was said"), breadth_choices())
        self.breadth.set_chosen(_EVERYTHING)
        self._count, self._remark = Label("", "secondary"), Prose("", look)
        self._head, self._title, self._stack = QVBoxLayout(), FlowRow(look, 8), QStackedWidget()
        self.widen = Button(_("Show everything"), look, size="row")
        self.back = Button(_("Back to evidence"), look, size="row")
        self._nothing = EmptyState(look, "columns", "", self.back)
        self._no_hits = EmptyState(look, "columns", _("Nothing was said so widely."), self.widen)
        self._build()
        self.table.opened.connect(self._on_opened)
        self.breadth.chosen.connect(self._on_breadth)
        self.widen.clicked.connect(self._on_widen)
        self.back.clicked.connect(self.left)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._head.setContentsMargins(look.px(16), look.px(9), look.px(16), look.px(9))
        self._head.setSpacing(look.px(4))

    def show_compared(self, compared: GroupsCompared) -> None:
        """Show the groups as they stand; one stays where one was."""
        self.table.show_compared(compared)
        alone = len(compared.names) == 1
        self._remark.setVisible(alone)
        self.breadth.setVisible(not alone and bool(compared.comparison.rows))
        if not compared.names:
            self._nothing.set_words(_("This session has no group, so there is nothing to compare."))
        else:
            self._nothing.set_words(_("No group of this session has a worksheet yet."))
        self._after_change()

    def opened_items(self) -> frozenset[RecordId]:
        """What stands by now behind the cell that was opened last."""
        return self.table.rows.behind(self._opened) if self._opened else frozenset()

    def take_focus(self) -> None:
        """Go to the table, or to what can be done where there is none."""
        places = ((self.table, self.table), (self._no_hits, self.widen), (self._nothing, self.back))
        shown = self._stack.currentWidget()
        next(place for view, place in places if view is shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        column, top = QVBoxLayout(self), QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top.setLayout(self._head)
        for part in (Label(_("Groups side by side"), "heading"), self._count, self.breadth):
            self._title.add(part)
        self._head.addWidget(self._title)
        self._head.addWidget(self._remark)
        self._remark.set_words(
            _("There is one group, so there is nothing to compare it with. What it said stands here.")
        )
        for view in (self.table, self._nothing, self._no_hits):
            self._stack.addWidget(view)
        column.addWidget(top)
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)

    def _on_breadth(self, key: str) -> None:
        self.table.narrow(None if key == _EVERYTHING else Breadth(key))
        self._after_change()
        announce(self, self._count.text())

    def _on_widen(self) -> None:
        self.breadth.set_chosen(_EVERYTHING)
        self._on_breadth(_EVERYTHING)
        self.take_focus()

    def _after_change(self) -> None:
        every, fitting = len(self.table.rows.every), self.table.rows.fitting()
        said = n_("{count} row", "{count} rows", every)
        if fitting != every:
            said = _("{shown} of {every}").format(shown=number_words(fitting), every=number_words(every))
        self._count.setText(said if every else "")
        here = QApplication.focusWidget()
        had_focus = here is not None and self._stack.isAncestorOf(here)
        self._stack.setCurrentWidget(self.table if fitting else self._no_hits if every else self._nothing)
        if had_focus:
            self.take_focus()

    def _on_opened(self, index: QModelIndex) -> None:
        spot = self.table.rows.spot(index)
        items, words = self.table.rows.behind(spot), self.table.rows.called(index)
        if not items:
            self.refused.emit(_("No line stands behind this."))
            return
        self._opened = spot
        self.items_wanted.emit(EvidenceFilter(only=items, only_called=words))


def breadth_choices() -> list[tuple[str, str]]:
    """What can be shown: everything, or what all, some or one of the groups said."""
    return [
        (_EVERYTHING, _("Everything")),
        (Breadth.ALL.value, _("All groups")),
        (Breadth.SOME.value, _("Some")),
        (Breadth.ONE.value, _("One")),
    ]
