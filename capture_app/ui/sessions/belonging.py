"""What belongs to a session: its introduction and its debrief, each a way to go there (B1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Session
from capture_app.domain.totals import session_words
from capture_app.domain.vocabulary import SessionKind
from capture_app.services.wording import choice_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label
from capture_app.words import _


class BelongsHere(QWidget):
    """Hidden where nothing belongs to the session.

    Signals:
        wanted(str): go to this session.
    """

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._row = look, FlowRow(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(_("Belongs to this session"), "caption"))
        column.addWidget(self._row)
        self.hide()

    def show_sessions(self, found: Sequence[Session]) -> None:
        """Show these, in their order."""
        self._row.clear()
        for session in found:
            button = Button(called(session), self._look, size="row", icon="arrow-bend-down-right")
            button.say_of(_("go to this session"))
            button.clicked.connect(partial(self.wanted.emit, session.id))
            self._row.add(button)
        self.setVisible(bool(found))


def called(session: Session) -> str:
    """A session with its kind, where that is stated."""
    words = session_words(session) or _("Not named yet")
    if session.session_kind is SessionKind.NOT_STATED:
        return words
    return _("{session} ({kind})").format(session=words, kind=choice_words(session.session_kind))
