"""What a page shows when something could not be saved, or could not be read at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.errors import CaptureError
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.words import _

_WIDTH = 420
"""Of the words in the middle; longer sentences wrap."""


class NotSaved(Banner):
    """Stands until everything is saved again; it cannot be closed.

    Signals:
        again(): try to save now.
    """

    again = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "bad", "", parent=parent)
        button = Button(_("Try again now"), look, size="row")
        button.clicked.connect(self.again)
        self.add_button(button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Why it is not saved; said aloud at once."""
        if self.isHidden():
            announce(self, sentence, assertive=True)
        self.show_message(
            "bad", sentence, _("Your text is still here. Saving is tried again every two seconds.")
        )
        self.show()

    def say_stale(self, sentence: str) -> None:
        """Something could not be read again while somebody writes."""
        self.show_message("warn", sentence, _("What is shown may be out of date. Your text is still here."))
        self.show()


class NotRead(QWidget):
    """In the place of the page's content: what happened, and trying again.

    Signals:
        again(): try to read it now.
    """

    again = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        button = Button(_("Try again"), look)
        button.clicked.connect(self.again)
        self._words = EmptyState(look, "warning-octagon", "", button)
        card = Card(look, padded=False)
        card.add(self._words, 1)
        card.section.column.setAlignment(self._words, Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self)
        self._column.addWidget(card, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the page's margin."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._words.setFixedWidth(look.px(_WIDTH))

    def say(self, error: BaseException) -> None:
        """What happened, in one sentence. A fault of the program itself is raised again, to be told as one."""
        if not isinstance(error, CaptureError):
            self._words.set_words(_("This page could not be shown. What was saved is safe."))
            raise error
        self._words.set_words(error.sentence)
