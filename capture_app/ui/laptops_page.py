"""The lead's laptops: which are still out, what came back from each, and a new pack for any of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.entering import SessionRow, sessions
from capture_app.services.laptops import Board, LaptopRow, board, board_words
from capture_app.services.losing import mark_found
from capture_app.ui.jobs import Jobs
from capture_app.ui.laptop_card import LaptopCard
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card, Divider
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace


class LaptopsPage(QWidget):
    """`cards` are the laptops shown, those that are still out first.

    Signals:
    card_wanted(): the data-protection card has to be filled in before a pack can be made.
    """

    card_wanted = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look = workspace, jobs, look
        self.cards: list[LaptopCard] = []
        self._shown: Card | None = None
        self._stale = False
        self._head = PageHeader(look, _("Laptops"))
        self._count = Label("", "secondary")
        self.make = Button(_("Make packs…"), look, icon="plus")
        self.trouble, self.missing = Banner(look, "bad", ""), Banner(look, "warn", "")
        self._scroll = ScrollColumn(look)
        self._build()
        jobs.changed.connect(self._on_changed)
        self._read()

    def set_look(self, look: Look) -> None:
        """Used for the rows shown from now on; those there take it themselves."""
        self._look = look

    def focus_first(self) -> None:
        """The first laptop's pack, or packs for the first laptops."""
        buttons = self._shown.findChildren(Button) if self._shown else []
        (buttons[0] if buttons else self.make).setFocus(Qt.FocusReason.OtherFocusReason)

    def make_packs(self) -> None:
        """Ask for which session and laptops packs are made, and make them."""
        self._jobs.read(partial(sessions, self._workspace), self._ask, self, on_error=self.show_trouble)

    def make_next(self, laptop: LaptopRow, *, lost: bool) -> None:
        """Make a fresh pack for a laptop, or one for a new laptop in its place."""
        from capture_app.ui.dialogs.next_pack_dialog import NextPackDialog

        dialog = NextPackDialog(
            self._look, self._workspace, laptop, self._jobs, lost=lost, parent=self.window()
        )
        dialog.made.connect(self._read)
        dialog.open()

    def show_trouble(self, error: BaseException) -> None:
        """Say what could not be read or done; what was shown before stays."""
        self._say(sentence_of(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head.add_fact(self._count)
        self._head.add_action(self.make)
        self.make.clicked.connect(self.make_packs)
        card = Button(_("Open the card"), self._look, size="row", icon="shield-check")
        card.clicked.connect(self.card_wanted)
        self.missing.add_button(card)
        for banner in (self.trouble, self.missing):
            self._scroll.column.addWidget(banner)
            banner.hide()
        self._scroll.column.addStretch(1)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)

    def _read(self) -> None:
        self._stale = False
        self._jobs.read(partial(board, self._workspace), self._show, self, on_error=self.show_trouble)

    def _on_changed(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _show(self, found: Board) -> None:
        self.trouble.hide()
        self.missing.show_message("warn", found.card_missing)
        self.missing.setVisible(bool(found.card_missing))
        self._count.setText(board_words(found) if found.laptops else "")
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown, self.cards = Card(self._look, padded=False), []
        for laptop in found.laptops:
            if self.cards:
                self._shown.add(Divider())
            self._shown.add(self._card(laptop))
        if not found.laptops:
            empty = EmptyState(self._look, "laptop", _empty())
            self._shown.section.column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
        self._scroll.column.insertWidget(2, self._shown)

    def _card(self, laptop: LaptopRow) -> LaptopCard:
        card = LaptopCard(self._look, laptop)
        card.pack_wanted.connect(partial(self.make_next, laptop, lost=False))
        card.lost.connect(partial(self.make_next, laptop, lost=True))
        card.found.connect(partial(self._on_found, laptop))
        self.cards.append(card)
        return card

    def _on_found(self, laptop: LaptopRow) -> None:
        job = partial(mark_found, self._workspace, laptop.device)
        self._jobs.write(job, lambda _none: self._read(), self, on_error=self.show_trouble)

    def _ask(self, rows: Sequence[SessionRow]) -> None:
        if not rows:
            self._say(_("Packs are made for a session, and there is none yet."))
            return
        from capture_app.ui.dialogs.make_packs_dialog import MakePacksDialog

        first = next((row for row in rows if row.groups), rows[0])
        dialog = MakePacksDialog(
            self._look, self._workspace, first, self._jobs, others=rows, parent=self.window()
        )
        dialog.card_wanted.connect(self.card_wanted)
        dialog.open()

    def _say(self, sentence: str) -> None:
        self.trouble.show_message("bad", sentence)
        self.trouble.show()


def _empty() -> str:
    return _("No packs yet. Make one for each laptop of a session; here you see what is still out.")
