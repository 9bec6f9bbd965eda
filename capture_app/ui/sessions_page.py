"""The lead's sessions: which one to write the synthesis of, and which to make packs for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Mode
from capture_app.services.entering import SessionRow, sessions
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card, Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace

_SHOWS = {"Session", "Group", "Line", "Device"}
"""Kinds of record the list depends on."""


class SessionsPage(QWidget):
    """Signals:
    synthesis_wanted(str): write the synthesis of this session. card_wanted(): fill in the data-protection card.
    """

    synthesis_wanted = Signal(str)
    card_wanted = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look = workspace, jobs, look
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = PageHeader(look, _("Sessions"))
        self._count = Label("", "secondary")
        self._head.add_fact(self._count)
        self._scroll = ScrollColumn(look)
        self._card: Card | None = None
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        jobs.changed.connect(self._on_changed)
        self._read()

    def set_look(self, look: Look) -> None:
        """Used for the rows shown from now on; those there take it themselves."""
        self._look = look

    def focus_first(self) -> None:
        """The first thing one can do here."""
        buttons = self.findChildren(Button)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def make_packs(self, row: SessionRow) -> None:
        """Ask for whom packs of a session are made, and make them."""
        from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog

        dialog = MakePacksDialog(self._look, self._workspace, row, self._jobs, parent=self.window())
        dialog.card_wanted.connect(self.card_wanted)
        dialog.open()

    def _read(self) -> None:
        self._jobs.read(partial(sessions, self._workspace), self._show, self)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWS:
            self._read()

    def _show(self, rows: tuple[SessionRow, ...]) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._count.setText(n_("{count} session", "{count} sessions", len(rows)))
        self._card = Card(self._look, padded=False)
        for number, row in enumerate(rows):
            if number:
                self._card.add(Divider())
            self._card.add(self._row(row))
        if not rows:
            empty = EmptyState(self._look, "calendar-blank", _empty())
            self._card.section.column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll.column.insertWidget(0, self._card)
        if self._scroll.column.count() == 1:
            self._scroll.column.addStretch(1)

    def _row(self, row: SessionRow) -> QWidget:
        look, session = self._look, row.session
        holder = QWidget()
        line, words, facts = QHBoxLayout(holder), QVBoxLayout(), FlowRow(look, 16)
        line.setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(10))
        line.setSpacing(look.px(8))
        words.setSpacing(look.px(2))
        words.addWidget(Prose(session.theme_as_given, look, lead=session.label))
        for icon, fact in _facts(row):
            facts.add(Tag(look, icon, fact))
        words.addWidget(facts)
        line.addLayout(words, 1)
        packs = Button(_("Make packs"), look, size="row", icon="laptop")
        packs.clicked.connect(partial(self.make_packs, row))
        write = Button(_("Synthesis"), look, size="row", icon="pencil-line")
        write.clicked.connect(partial(self.synthesis_wanted.emit, session.id))
        for button in (packs, write):
            button.setAccessibleName(f"{button.text()}, {session.label}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder


def _empty() -> str:
    return _(
        "No sessions yet. This version reads them from a file, into a workspace just made with capture-app new."
    )


def _facts(row: SessionRow) -> list[tuple[str, str]]:
    facts = [("calendar-blank", row.session.date.given or _("no date given")), ("users-three", _mode(row))]
    if row.lines:
        facts.append(("text-align-left", n_("{count} line", "{count} lines", row.lines)))
    if row.packs:
        facts.append(("laptop", n_("{count} pack made", "{count} packs made", row.packs)))
    return facts


def _mode(row: SessionRow) -> str:
    return {
        Mode.ONLINE: _("online"),
        Mode.IN_PERSON: _("in person"),
        Mode.HYBRID: _("hybrid"),
        Mode.NOT_STATED: _("way of meeting not stated"),
    }[row.session.mode]
