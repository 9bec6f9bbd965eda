"""Handing over: for whom, what goes in and what stays, writing it, and a receipt to read out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.handing_over import Preview, Receipt, hand_over, preview
from capture_app.ui.choosing import Purpose, choose_new_file, folder_for
from capture_app.ui.count_rows import CountRows, contents_rows
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.receipt_view import ReceiptView, sealed_words
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.action_bar import ActionBar
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.stepper import Stepper
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace

_CONTENTS, _WRITE, _RECEIPT = 1, 2, 3
_BESIDE = 900
"""Below this width (at 100 % text) cards stand under each other."""


class HandOverPage(QWidget):
    """`write_to` writes the bundle; `receipt` is the view of it once it is written."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look = workspace, jobs, look
        self._preview: Preview | None = None
        self.receipt: ReceiptView | None = None
        self._shown: QWidget | None = None
        self._cards: QHBoxLayout | None = None
        self._head = PageHeader(
            look, _("Hand over"), _("A bundle for the project lead. This laptop keeps everything.")
        )
        steps = (_("For whom"), _("What goes in"), _("Write"), _("Receipt"))
        self.stepper = Stepper(look, steps, _CONTENTS)
        self.trouble = Banner(look, "bad", "")
        self.trouble.hide()
        self._scroll, self._foot = ScrollColumn(look), ActionBar(look)
        self.again = Button(_("Back to what goes in"), look)
        self.write = Button(_("Write the bundle…"), look, "primary", icon="export")
        self._note = Prose("", look, "secondary")
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        page = look.px(look.theme.space.page)
        self._steps.setContentsMargins(page, 0, page, look.px(12))
        self._fit()

    def focus_first(self) -> None:
        """The next thing to do."""
        if self.receipt is not None:
            self.receipt.focus_first()
        else:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def left_out(self) -> list[str]:
        """What stays here, in words."""
        return [words[:1].upper() + words[1:] for words in self._preview.left_out] if self._preview else []

    def write_to(self, path: Path) -> None:
        """Write the bundle to this file."""
        self.stepper.set_current(_WRITE)
        self.trouble.hide()
        self.write.setEnabled(False)
        self._note.set_words(_("Writing the bundle and reading it back…"))
        job = partial(hand_over, self._workspace, path)
        self._jobs.read(job, self._on_written, self, on_error=self._on_not_written)

    def choose(self) -> None:
        """Ask where to write it."""
        name = self._preview.file_name if self._preview else ""
        proposed = folder_for(self, Purpose.BUNDLE) / name
        choose_new_file(self, _("Where the bundle goes"), proposed, self.write_to, purpose=Purpose.BUNDLE)

    def show_contents(self) -> None:
        """Look again at what would go and what would stay."""
        self._jobs.read(partial(preview, self._workspace), self._show_preview, self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.receipt is None:
            self.show_contents()
        else:
            self._jobs.read(partial(preview, self._workspace), self._show_since, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_preview(self, found: Preview) -> None:
        self._preview, self.receipt = found, None
        session = found.session.label if found.session else ""
        self._head.set_title(
            _("Hand over · {session}").format(session=session) if session else _("Hand over")
        )
        self.stepper.set_current(_CONTENTS)
        empty = bool(found.refused) or not found.contents.every
        self._put(self._nothing(found) if empty else self._contents(found))
        self.again.hide()
        self.write.show()
        self.write.setEnabled(not empty)
        self._note.set_words("" if found.refused else _last_words(found))

    def _on_written(self, receipt: Receipt) -> None:
        if self._preview is None:
            return
        self.receipt = ReceiptView(self._look, self._preview, receipt, self._jobs)
        self.stepper.set_current(_RECEIPT)
        self._put(self.receipt)
        self.again.show()
        self.write.hide()
        self._note.set_words("")
        self._fit()
        self.receipt.focus_first()

    def _show_since(self, found: Preview) -> None:
        """The receipt stays, to be read out; what was written after it is not in that bundle."""
        if self.receipt is not None:
            self._note.set_words(_last_words(found) if found.changed_since else "")

    def _on_not_written(self, error: BaseException) -> None:
        self.trouble.show_message("bad", sentence_of(error), _("What was written on this laptop is safe."))
        self.trouble.show()
        self.stepper.set_current(_CONTENTS)
        self.write.setEnabled(True)
        self._note.set_words("")
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._scroll.column.insertWidget(2, widget)
        widget.show()
        self._fit()

    def _nothing(self, found: Preview) -> QWidget:
        self._cards = None
        card = Card(self._look)
        words = _("Nothing to hand over yet. What is written on this laptop goes into its bundle.")
        if found.left_out:
            stays = "; ".join(found.left_out)
            words = _("Nothing to hand over. What is written on this laptop stays here: {stays}.").format(
                stays=stays
            )
        icon = "prohibit" if found.refused else "export"
        empty = EmptyState(self._look, icon, found.refused or words)
        card.section.column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _contents(self, found: Preview) -> QWidget:
        look, holder = self._look, QWidget()
        self._cards = QHBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(look.px(18))
        goes = Card(look, _("Goes in"))
        goes.add_section(padded=False)
        goes.add(CountRows(look, contents_rows(found.contents)))
        self._cards.addWidget(goes, 52, Qt.AlignmentFlag.AlignTop)
        side = QVBoxLayout()
        side.setSpacing(look.px(14))
        whom = Card(look, _("For whom"))
        whom.add(Prose(found.for_whom, look, "capture"))
        whom.add(Prose(sealed_words(found), look, "secondary"))
        side.addWidget(whom)
        side.addWidget(self._stays(found))
        side.addStretch(1)
        self._cards.addLayout(side, 40)
        return holder

    def _stays(self, found: Preview) -> Card:
        look, card = self._look, Card(self._look, _("Stays here"))
        for words in self.left_out() or [_("Nothing. Everything of this laptop goes in.")]:
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            icon = "minus-circle" if found.left_out else "check-circle"
            row.addWidget(Icon(icon, look, "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Prose(words, look), 1)
            card.section.column.addLayout(row)
        return card

    def _build(self) -> None:
        whole, self._steps = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = QFrame()
        head.setProperty("kind", "page-head")
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        self._steps.addWidget(self.stepper)
        column.addLayout(self._steps)
        whole.addWidget(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)
        self._scroll.column.addSpacing(self._look.px(12))
        self._scroll.column.addWidget(self.trouble)
        self._scroll.column.addStretch(1)
        self._foot.add_left(self.again)
        self._foot.add_left(self._note)
        self._foot.add_right(self.write)
        self.again.hide()
        self.again.clicked.connect(self.show_contents)
        self.write.clicked.connect(self.choose)
        self.write.setEnabled(False)

    def _fit(self) -> None:
        upright = self.width() * 100 / self._look.scale < _BESIDE
        if self.receipt is not None:
            self.receipt.set_upright(upright)
        elif self._cards is not None:
            direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
            self._cards.setDirection(direction)


def _last_words(found: Preview) -> str:
    if found.last is None:
        return _("Nothing has been handed over from this laptop yet.")
    told = when(found.last)
    if found.changed_since:
        return _("Handed over {when}. Something was written since.").format(when=told)
    return _("Handed over {when}. Nothing was written since.").format(when=told)
