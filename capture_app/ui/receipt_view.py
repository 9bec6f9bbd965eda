"""The receipt of a bundle: what went, what stayed, the numbers to read out, and a second copy."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QFontDatabase
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.dates import clock_words
from capture_app.services.copying import copy_compared
from capture_app.services.handing_over import Preview, Receipt
from capture_app.ui.choosing import Purpose, choose_folder
from capture_app.ui.count_rows import CountRows, contents_rows
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import copy, sentence_of
from capture_app.ui.style import Look
from capture_app.ui.theme import BOLD
from capture_app.ui.when import size_words
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class Numbers(Label):
    """Figures to read out on the phone, all of one width."""

    def __init__(self, text: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the size."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        size = look.points(look.theme.type.title)
        # The style sheet would have its own font; what is said here comes last.
        self.setStyleSheet(f"font-family: '{font.family()}'; font-size: {size:g}pt; font-weight: {BOLD}")
        self.setFont(QFont(font.family()))


class ReceiptView(QWidget):
    """Shows one receipt. `copy_to` makes the second copy."""

    def __init__(
        self, look: Look, preview: Preview, receipt: Receipt, jobs: Jobs, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preview, self.receipt, self._jobs = preview, receipt, jobs
        self.copied = Prose("", look, "secondary")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.setSpacing(look.px(14))
        side.addWidget(self._to_read_out(look))
        side.addWidget(self._next(look))
        side.addStretch(1)
        main = QVBoxLayout()
        main.addWidget(self._written(look))
        main.addStretch(1)
        self._row.addStretch(1)
        self._row.addLayout(main, 52)
        self._row.addLayout(side, 32)
        self._row.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setSpacing(look.px(18))

    def set_upright(self, upright: bool) -> None:
        """One card under the other, where there is no room beside it."""
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    def focus_first(self) -> None:
        """The thing to do next."""
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_to(self, folder: Path) -> None:
        """Make a second copy in this folder and compare it."""
        receipt = self.receipt
        job = partial(copy_compared, receipt.path, receipt.sha256, folder)
        self._jobs.files(job, self._on_copied, self, on_error=self._on_not_copied)

    def _written(self, look: Look) -> Card:
        receipt, card = self.receipt, Card(look)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(look.px(16))
        words.setSpacing(look.px(2))
        head.addWidget(Icon("check-circle-fill", look, "good", 40), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        words.addWidget(Prose(_("Bundle written and read back"), look, "title"))
        size = size_words(receipt.size)
        words.addWidget(Prose(_("{file} · {size}").format(file=receipt.path.name, size=size), look))
        words.addWidget(Prose(sealed_words(self._preview), look, "secondary"))
        card.section.column.addLayout(head)
        card.add_section(padded=False)
        card.add(CountRows(look, contents_rows(receipt.contents)))
        if receipt.left_out:
            kept = " · ".join(receipt.left_out)
            stays = _("{what}. It stays on this laptop.").format(what=kept)
            card.add_foot(Prose(stays, look, "secondary", lead=_("Left out:")))
        return card

    def _to_read_out(self, look: Look) -> Card:
        card = Card(look, _("Read this out on the phone"))
        card.add(Prose(_("The lead sees the same after merging."), look, "secondary"))
        card.add(Numbers(self.receipt.contents.to_read_out(), look))
        card.add(Label(_("lines, minutes, answered questionnaires"), "secondary"))
        card.add(Numbers(self.receipt.check_number, look))
        card.add(Label(_("check number"), "secondary"))
        return card

    def _next(self, look: Look) -> Card:
        card = Card(look, _("Next"))
        self.copy_button = Button(_("Copy to a USB stick"), look, "primary", icon="copy")
        self.copy_button.clicked.connect(self._on_copy)
        show = Button(_("Show in folder"), look, icon="folder-open")
        show.clicked.connect(self._on_show)
        take = Button(_("Copy the numbers"), look, icon="clipboard-text")
        take.clicked.connect(self._on_numbers)
        for button in (self.copy_button, show, take):
            button.fill_column()
            card.add(button)
        card.add(self.copied)
        self.copied.set_words(_("There is no second copy of this bundle yet."))
        return card

    def _on_copy(self) -> None:
        choose_folder(self, _("Where the second copy goes"), self.copy_to, purpose=Purpose.SECOND_COPY)

    def _on_copied(self, path: Path) -> None:
        words = _("Second copy in {folder}, compared {time}.")
        self._tell(words.format(folder=path.parent, time=clock_words(datetime.now().time())), "good")

    def _on_not_copied(self, error: BaseException) -> None:
        self._tell(sentence_of(error), "bad")

    def _tell(self, words: str, kind: str) -> None:
        self.copied.set_kind(kind)
        self.copied.set_words(words)
        announce(self, words)

    def _on_show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.receipt.path.parent)))

    def _on_numbers(self) -> None:
        copy(f"{self.receipt.contents.to_read_out()}\n{self.receipt.check_number}")
        self._tell(_("The numbers are copied."), "secondary")


def sealed_words(preview: Preview) -> str:
    """Who can open it, and who signed it."""
    return _("Opens for {lead} alone, or with the recovery key. Signed by {laptop}.").format(
        lead=preview.for_whom, laptop=preview.device_label
    )
