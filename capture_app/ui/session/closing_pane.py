"""The end of a session on a laptop: the debrief, what is undecided, closing, and the way to a copy outside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.closing import Closing
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.session.closing_part import ClosingPart
from capture_app.ui.session.closing_words import handed_over_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _


class ClosingPane(QWidget):
    """Signals:
    debrief_wanted(), hand_over_wanted(): go there. saved(datetime), failed(str): those of `ClosingPart`.
    """

    debrief_wanted = Signal()
    hand_over_wanted = Signal()
    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self, workspace: Workspace, session: RecordId, jobs: Jobs, look: Look, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._session = session
        self.part = ClosingPart(workspace, jobs, look, now=now)
        self.debrief_button = Button(_("Write the debrief"), look, icon="note-pencil")
        self.hand_over_button = Button(_("Hand over"), look, icon="export")
        self._debrief, self._handed = Prose("", look), Prose("", look)
        self.part.read.connect(self._on_read)
        self.part.saved.connect(self.saved)
        self.part.failed.connect(self.failed)
        self.debrief_button.clicked.connect(self.debrief_wanted)
        self.hand_over_button.clicked.connect(self.hand_over_wanted)
        self._build(look)

    def focus_first(self) -> None:
        """The reason, where one is asked for; else the way to close."""
        asked = self.part.reason.isVisible()
        (self.part.reason if asked else self.part.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.part.show_session(self._session)

    def _on_read(self, found: Closing) -> None:
        self._debrief.set_words(
            _("A debrief is written on this laptop.")
            if found.debriefed
            else _(
                "No debrief is written on this laptop yet: what went well, what was difficult, what to change."
            )
        )
        self.debrief_button.set_words(_("Read the debrief") if found.debriefed else _("Write the debrief"))
        self._handed.set_words(handed_over_words(found))

    def _build(self, look: Look) -> None:
        whole, scroll = QVBoxLayout(self), ScrollColumn(look)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        how = _(
            "“Hand over” writes the bundle and copies it to a USB stick: that is the copy outside this laptop."
        )
        for title, parts in (
            (_("The team’s debrief"), (self._debrief, self.debrief_button)),
            (_("Close the session"), (self.part,)),
            (
                _("A copy outside this laptop"),
                (self._handed, Prose(how, look, "secondary"), self.hand_over_button),
            ),
        ):
            card = Card(look, title)
            card.section.column.setSpacing(look.px(10))
            for part in parts:
                left = Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0)
                card.section.column.addWidget(part, 0, left)
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
