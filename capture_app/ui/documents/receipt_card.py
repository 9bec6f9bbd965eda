"""The receipt: which documents were written, and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.document_files import Receipt
from capture_app.ui.style import Look
from capture_app.ui.when import size_words
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

MOST = 12
"""Files named one by one; of more only the number is said."""


class ReceiptCard(Card):
    """One receipt."""

    def __init__(self, look: Look, receipt: Receipt, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.receipt = receipt
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(look.px(16))
        words.setSpacing(look.px(2))
        head.addWidget(Icon("check-circle-fill", look, "good", 32), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        said = n_("{count} document written", "{count} documents written", len(receipt.files))
        words.addWidget(Prose(said, look, "title"))
        words.addWidget(Prose(str(receipt.folder), look, "secondary"))
        self.section.column.addLayout(head)
        for file in receipt.files[:MOST]:
            line = _("{file} · {size}").format(file=file.path.name, size=size_words(file.size))
            self.add(Prose(line, look))
        if len(receipt.files) > MOST:
            more = len(receipt.files) - MOST
            self.add(Prose(n_("and {count} more", "and {count} more", more), look, "secondary"))
        for trouble in receipt.troubles:
            self.add(Prose(trouble, look, "warn"))
        self.show_button = Button(_("Open the folder"), look, icon="folder-open")
        self.show_button.clicked.connect(self._on_show)
        self.section.column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.receipt.folder)))
