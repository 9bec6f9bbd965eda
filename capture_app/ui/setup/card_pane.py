"""The data-protection card's form: what is still empty, and usual answers for the two articles (practice 2.13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from capture_app.domain.record import Record
from capture_app.domain.records import DataProtection
from capture_app.services.card import lacking_on, past_words
from capture_app.ui.icons import icon
from capture_app.ui.register.described import Register
from capture_app.ui.register.editors import LineText
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.jobs import Jobs


class CardPane(RegisterPane):
    """Says above the form what is still lacking or past, and when nothing more is needed."""

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.needed = Banner(look, "warn", "")
        self.ahead.addWidget(self.needed)
        self._lacking = ""

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        card = record if isinstance(record, DataProtection) else DataProtection(id="")
        lacking, past = lacking_on(card), past_words(card.retention, date.today())
        if lacking:
            self.needed.show_message("warn", lacking, past, icon="shield-warning")
        elif past:
            words = _("Put in a later day, or see that they are deleted. Nothing else is needed.")
            self.needed.show_message("warn", past, words)
        else:
            whole = _("That is all that is needed. Go on to “Sessions”.")
            self.needed.show_message("good", whole)
            if self._lacking:
                self.toast.tell(whole)  # the field that was lacking may stand far below
        self._lacking = lacking


class AnswerEditor(LineText):
    """A line with usual answers, which come up with the arrow at its end or the down key; own words remain possible."""

    def __init__(self, look: Look, answers: Sequence[str]) -> None:
        super().__init__(answers)
        self._show = QAction(_("Show the usual answers"), self)
        self._show.triggered.connect(self.show_answers)
        self._line.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)
        self._line.installEventFilter(self)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the colour of the arrow."""
        self._show.setIcon(icon("caret-down", look, "text2", 16))

    def show_answers(self) -> None:
        """Offer all of them, whatever stands in the line."""
        self._line.setFocus()
        completer = self._line.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.show_answers()
            return True
        return super().eventFilter(watched, event)


def usual_bases() -> tuple[str, ...]:
    """What is most often meant under Article 6 of the UK GDPR."""
    return (
        _("Article 6(1)(a): the person’s consent"),
        _("Article 6(1)(e): a task in the public interest"),
        _("Article 6(1)(f): legitimate interests, weighed against those of the person"),
        _("Article 6(1)(c): a legal obligation"),
    )


def usual_conditions() -> tuple[str, ...]:
    """What is most often meant under Article 9 of the UK GDPR."""
    return (
        _("Article 9(2)(a): the person’s explicit consent"),
        _("Article 9(2)(g): substantial public interest"),
        _("Article 9(2)(j): research or statistics, with safeguards"),
        _("None, because nothing of the kind is written down"),
    )
