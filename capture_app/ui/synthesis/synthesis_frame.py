"""What the synthesis page is made of and how the keyboard moves in it; it knows nothing of workspaces."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from capture_app.dates import clock_words
from capture_app.domain.record import RecordId
from capture_app.services.synthesising import Synthesis
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.merge.dropping import show_folder_of
from capture_app.ui.style import Look
from capture_app.ui.synthesis.coverage import Coverage
from capture_app.ui.synthesis.evidence_pane import EvidencePane
from capture_app.ui.synthesis.page_column import PageColumn
from capture_app.ui.synthesis.statement_pane import StatementPane
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.ui.synthesis.evidence_filter import EvidenceFilter
    from capture_app.ui.synthesis.groups_view import GroupsView

_NARROW = 1000
"""Where the split pane shows one side only."""
_LOWEST = 360
"""How high the two sides are at least; where there is less room the page scrolls."""


class SynthesisFrame(QWidget):
    """Header, coverage, and the two sides; in their place, when asked for, the groups side by side.

    Signals:
        groups_wanted(): the groups are to be shown, or shown anew.
    """

    groups_wanted = Signal()

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self._shown: Synthesis | None = None
        self._wanted: RecordId = ""
        self.header = PageHeader(look, _("Synthesis"))
        self._fact, self._said = Elided("", "secondary"), Elided("", "secondary")
        self.save_button = Button(_("Save as PDF or Word…"), look, icon="file-arrow-down")
        self._compare_key = keys["evidence.groups"].cap
        self.compare_button = Button(_("Compare groups"), look, icon="columns", key=self._compare_key)
        self.compare_button.clicked.connect(self.switch)
        self.groups: GroupsView | None = None
        self.folder_button = Button(_("Open the folder"), look, icon="folder-open")
        self.folder_button.clicked.connect(self._on_folder)
        self.folder_button.hide()
        self._saved: Path | None = None
        self.trouble = Banner(look, "bad", "")
        self.coverage = Coverage(look)
        self.next_button = Button(_("Next pending"), look, size="row", key=keys["evidence.next_pending"].cap)
        self.evidence, self.statements = EvidencePane(look, keys), StatementPane(look, keys)
        self._body = PageColumn(look)
        self.panes = SplitPane(look, (_("Evidence"), self.evidence), (_("Statements"), self.statements))
        self._build(look)
        self.toast = Toast(self, look, above=16)
        self.evidence.refused.connect(self.toast.tell)
        for action, do in (("evidence.new_statement", self.begin_new), ("evidence.groups", self.switch)):
            shortcut = QShortcut(self)
            shortcut.setKeys([chord.sequence() for chord in keys[action].chords])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        self.set_look(look)

    def focus_first(self) -> None:
        """Go to the evidence, or to the groups where they are shown."""
        if self.groups is not None and self.compares:
            self.groups.take_focus()
        else:
            self.evidence.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def compares(self) -> bool:
        """Whether the groups stand side by side in the place of evidence and statements."""
        return self.groups is not None and not self.groups.isHidden()

    def switch(self) -> None:
        """From evidence and statements to the groups side by side, or back."""
        self.show_groups(not self.compares)
        self.focus_first()

    def show_groups(self, on: bool) -> None:
        """Show the groups side by side, or evidence and statements."""
        if on == self.compares:
            return
        if on:
            self._groups_view().show()
        elif self.groups is not None:
            self.groups.hide()
        self.panes.setVisible(not on)
        self.compare_button.set_words(_("Back to evidence") if on else _("Compare groups"))
        self.compare_button.set_icon("list-bullets" if on else "columns")
        if on:
            self.groups_wanted.emit()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        pad = look.px(look.theme.space.card)
        self.coverage.setContentsMargins(pad, look.px(7), pad, look.px(7))
        self._sides.setMinimumHeight(look.px(_LOWEST))
        self._fit()

    def set_letter_keys(self, on: bool) -> None:
        """Whether single letters act in the evidence (WCAG 2.1.4)."""
        self.evidence.letter_keys = on

    def show_synthesis(self, synthesis: Synthesis) -> None:
        """Show a session as it stands."""
        self._shown = synthesis
        self.header.set_title(_("Synthesis · {session}").format(session=synthesis.session.label))
        session = synthesis.session
        facts = (session.date.given, session.theme_as_given)
        self._fact.setText(" · ".join(fact for fact in facts if fact))
        self.coverage.set_counts(synthesis.used, 0, synthesis.pending)
        self.next_button.setEnabled(synthesis.pending > 0)
        self.next_button.setToolTip("" if synthesis.pending else _("Every item has been looked at."))
        self.evidence.show_synthesis(synthesis)
        self.statements.show_synthesis(synthesis)
        if self._wanted:
            self._arrive(self._wanted)
            self._wanted = ""
        self.evidence.mark(self.statements.list.current_view())

    def go_to_record(self, record: RecordId) -> None:
        """Go to a statement or a raw item, as soon as it is there."""
        if self._shown is None:
            self._wanted = record
        else:
            self._arrive(record)

    def _arrive(self, record: RecordId) -> None:
        self.show_groups(False)
        if self.evidence.show_item(record):
            self.panes.show_pane("first")
        else:
            self.panes.show_pane("second")
            self.statements.list.go_to_statement(record)

    def session_label(self) -> str:
        """What the session is called."""
        return self._shown.session.label if self._shown else ""

    def begin_new(self) -> None:
        """Write a statement under the section one is in."""
        self.show_groups(False)
        self.panes.show_pane("second")
        self.statements.list.begin_new()

    def go_to_pending(self) -> None:
        """To the next raw item nobody has used."""
        self.show_groups(False)
        self.panes.show_pane("first")
        self.evidence.next_pending()

    def other_side(self) -> None:
        """From the evidence to the statements, or back."""
        here = QApplication.focusWidget()
        if here is not None and self.evidence.isAncestorOf(here):
            self.panes.show_pane("second")
            self.statements.list.take_focus()
        else:
            self.panes.show_pane("first")
            self.evidence.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """What went wrong, over the page; nothing for an empty sentence."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.trouble.show_message("bad", sentence)
            announce(self, sentence, assertive=True)

    def say(self, words: str) -> None:
        """Say something that is nobody's fault, where the facts of the page stand."""
        self._said.setText(words)
        announce(self, words)

    def saving(self, name: str) -> None:
        """A document is being written; nothing for an empty name."""
        self.save_button.setEnabled(not name)
        self._said.setText(_("Writing {name}…").format(name=name) if name else "")

    def report_saved(self, path: Path) -> None:
        """A document was written; from now on its folder can be opened."""
        self.saving("")
        self._saved = path
        self.folder_button.setToolTip(str(path.parent))
        self.folder_button.show()
        self.say(_("Saved as {name}, {time}").format(name=path.name, time=clock_words(datetime.now().time())))

    def _on_folder(self) -> None:
        if self._saved is not None:
            show_folder_of(self._saved)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_other(event)
        ):
            event.accept()  # this page's own two sides come first; Shift+F6 leaves the page
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_other(event):
            self.other_side()
            return
        event.ignore()
        if self._is_at_statement():
            self.evidence.take_key(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _is_at_statement(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.statements.isAncestorOf(here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _is_other(self, event: QKeyEvent) -> bool:
        binding = self._keys.pressed(event, Scope.APP)
        return binding is not None and binding.action == "pane.next" and not self.compares

    def _build(self, look: Look) -> None:
        self.header.add_fact(self._fact)
        self.header.add_aside(self._said)
        self.header.add_action(self.compare_button)
        self.header.add_action(self.folder_button)
        self.header.add_action(self.save_button)
        self.trouble.hide()
        self.coverage.add_action(self.next_button)
        top, self._sides = Card(look, padded=False), Card(look, padded=False)
        top.add(self.coverage)
        self._sides.add(self.panes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)
        for widget in (self.trouble, top):
            self._body.column.addWidget(widget)
        self._body.column.addWidget(self._sides, 1)

    def _groups_view(self) -> GroupsView:
        """Made when it is first wanted: most who come here want to write."""
        if self.groups is None:
            from capture_app.ui.synthesis.groups_view import GroupsView

            self.groups = GroupsView(self._look)
            self.groups.hide()
            self.groups.items_wanted.connect(self._on_items_wanted)
            self.groups.left.connect(self.switch)
            self.groups.refused.connect(self.toast.tell)
            self._sides.add(self.groups, 1)
        return self.groups

    def _on_items_wanted(self, filter_: EvidenceFilter) -> None:
        self.show_groups(False)
        self.panes.show_pane("first")
        self.evidence.open_items(filter_)

    def _fit(self) -> None:
        margins = 2 * self._look.px(self._look.theme.space.page)
        alone = (self.width() - margins) * 100 / self._look.scale < _NARROW
        self.evidence.foot.set_alone(alone)
        self.panes.setContentsMargins(0, self._look.px(10) if alone else 0, 0, 0)
