"""Documents for people: choosing which, as what, and where; writing them; and a receipt."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.errors import Cancelled
from capture_app.services.document_files import Planned, Receipt, make_for_team
from capture_app.services.documents import OnOffer, on_offer, read_documents
from capture_app.ui.choosing import Purpose, choose_folder, folder_for, note_folder
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.documents.choice_card import ChoiceCard, FileKinds
from capture_app.ui.documents.receipt_card import ReceiptCard
from capture_app.ui.jobs import Jobs, Steps
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.action_bar import ActionBar
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.progress_line import ProgressLine
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_

if TYPE_CHECKING:
    from collections.abc import Callable

    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace

_BESIDE = 900
"""Below this width (at 100 % text) the cards stand under each other."""

_SHOWS = {"Session", "Form"}
"""Kinds of record the choices depend on."""


class DocumentsPage(QWidget):
    """`choice` and `files` hold what is ticked, `folder` where it goes; `receipt` is shown once it is written."""

    def __init__(
        self,
        workspace: Workspace,
        session: str,
        jobs: Jobs,
        look: Look,
        *,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._session, self._jobs, self._look = workspace, session, jobs, look
        self.choice: ChoiceCard | None = None
        self.receipt: ReceiptCard | None = None
        self._empty: Card | None = None
        self._steps: Steps | None = None
        self.trouble = Banner(look, "bad", "")
        self.trouble.hide()
        self.files = FileKinds(look)
        self.folder = PathField(
            look,
            _("Folder"),
            folder or folder_for(parent, Purpose.DOCUMENTS),
            self._choose_folder,
            _("A file of the same name is replaced."),
        )
        self.progress = ProgressLine(look)
        self._note = Prose("", look, "secondary")
        self.write = Button(_("Write documents"), look, "primary", icon="printer")
        self._how = Card(look, _("As what, and where"))
        self._how.add_section()
        self._cards = QHBoxLayout()
        self._build(look)
        self.set_look(look)
        jobs.changed.connect(self._on_changed)
        self._read()

    def set_look(self, look: Look) -> None:
        """Take over the spaces; what is shown takes its own."""
        self._look = look
        self._cards.setSpacing(look.px(look.theme.space.gap))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focus_first(self) -> None:
        """The first thing to choose."""
        if self.choice is not None:
            self.choice.session.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_documents(self) -> None:
        """Read what is ticked in the store lane, then write it in the files lane."""
        wanted = self.choice.wanted(self.files.endings()) if self.choice else ()
        if not wanted:
            self._tell(_nothing_to_write(self.choice, self.files))
            return
        self.trouble.hide()
        self._show_receipt(None)
        self.write.setEnabled(False)
        self._note.hide()
        self.progress.start(_("Writing document {count} of {total}"))
        self._steps = self._jobs.steps(self.progress.show_progress, self)
        job = partial(read_documents, self._workspace, wanted)
        self._jobs.read(job, self._on_read, self, on_error=self._on_trouble)

    def _on_read(self, planned: tuple[Planned, ...]) -> None:
        if self._steps is not None:
            job = partial(make_for_team, planned, self.folder.path(), self._steps)
            self._jobs.files(job, self._on_written, self, on_error=self._on_trouble)

    def _on_written(self, receipt: Receipt) -> None:
        self._over()
        note_folder(self, Purpose.DOCUMENTS, receipt.folder)
        self._show_receipt(receipt)
        self._tell("")
        announce(self, n_("{count} document written", "{count} documents written", len(receipt.files)))

    def _on_trouble(self, error: BaseException) -> None:
        self._over()
        if isinstance(error, Cancelled):
            self._tell(_("Stopped. Nothing was written."))
            return
        self.trouble.show_message("bad", sentence_of(error), _("The workspace is as it was."))
        self.trouble.show()
        self._tell("")

    def _over(self) -> None:
        self._steps = None
        self.progress.finish()
        self.write.setEnabled(True)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Stop at the next document."""
        if self._steps is not None:
            self._steps.cancel()

    def _tell(self, words: str) -> None:
        self._note.set_words(words)
        self._note.setVisible(bool(words))
        if words:
            announce(self, words)

    def _choose_folder(self, _now: Path, chosen: Callable[[Path], None]) -> None:
        choose_folder(self, _("Where the documents go"), chosen, purpose=Purpose.DOCUMENTS)

    def _read(self) -> None:
        self._jobs.read(partial(on_offer, self._workspace), self._show, self)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWS:
            self._read()

    def _show(self, offer: OnOffer) -> None:
        ticked = self.choice.ticked() if self.choice else ()
        session = str(self.choice.session.currentData() or "") if self.choice else self._session
        for old in (self.choice, self._empty):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.choice = self._empty = None
        if offer.sessions or offer.forms:
            self.choice = ChoiceCard(self._look, offer, session)
            self.choice.tick_again(ticked)
            self.choice.changed.connect(self._on_choice)
            self._cards.insertWidget(0, self.choice, 3)
        else:
            self._empty = card = Card(self._look)
            words = _(
                "Nothing to write yet. Documents are about sessions and forms, and there are none here."
            )
            empty = EmptyState(self._look, "printer", words)
            card.section.column.addWidget(empty, 0, Qt.AlignmentFlag.AlignHCenter)
            self._scroll.column.insertWidget(1, card)
        self._how.setVisible(self.choice is not None)
        self.write.setEnabled(self.choice is not None)
        self._on_choice()

    def _on_choice(self) -> None:
        """Say how many files it will be."""
        wanted = self.choice.wanted(self.files.endings()) if self.choice else ()
        count = sum(len(one.endings) for one in wanted)
        self._tell_quietly(n_("{count} file", "{count} files", count) if count else "")

    def _tell_quietly(self, words: str) -> None:
        self._note.set_words(words)
        self._note.setVisible(bool(words))

    def _show_receipt(self, receipt: Receipt | None) -> None:
        if self.receipt is not None:
            self.receipt.hide()
            self.receipt.deleteLater()
            self.receipt = None
        if receipt is not None:
            self.receipt = ReceiptCard(self._look, receipt)
            self._scroll.column.insertWidget(1, self.receipt)
            self._scroll.ensureVisible(0, 0)

    def _fit(self) -> None:
        upright = self.width() * 100 / self._look.scale < _BESIDE
        way = QBoxLayout.Direction
        self._cards.setDirection(way.TopToBottom if upright else way.LeftToRight)

    def _build(self, look: Look) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll, foot = ScrollColumn(look), ActionBar(look)
        detail = _("To print, to send, and for the report. Nothing in the workspace changes.")
        whole.addWidget(PageHeader(look, _("Documents"), detail))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)
        self._how.add(self.files)
        self._how.add(self.folder)
        self._scroll.column.addWidget(self.trouble)
        side = QVBoxLayout()
        side.addWidget(self._how)
        side.addStretch(1)
        self._cards.addLayout(side, 2)
        self._scroll.column.addLayout(self._cards)
        self._scroll.column.addStretch(1)
        foot.add_left(self._note)
        foot.add_left(self.progress)
        foot.add_right(self.write)
        self.files.changed.connect(self._on_choice)
        self.progress.cancelled.connect(self.cancel)
        self.write.clicked.connect(self.write_documents)
        self.write.setEnabled(False)


def _nothing_to_write(choice: ChoiceCard | None, files: FileKinds) -> str:
    """Why nothing can be written as things stand."""
    if not files.endings():
        return _("Choose a kind of file first.")
    if choice is not None and choice.wanted(("pdf",)):
        return _("None of these is written as a spreadsheet. Choose another kind of file.")
    return _("Choose a document first.")
