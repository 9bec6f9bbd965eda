"""The frame of the page of results: what is chosen at the left, the cards of one question at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.vocabulary import About
from capture_app.ui.register.record_list import RecordList
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.segments import Segments
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.words import _


class ResultsFrame(QWidget):
    """`choice` names the questionnaires of sessions, `about` the topic or the workshop, `list` the questions.

    Signals:
        back_wanted(): somebody goes back to where they came from.
    """

    back_wanted = Signal()

    def __init__(self, look: Look, nothing: str, *, back: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: list[QWidget] = []
        self.head = PageHeader(look, _("Results"))
        self.rate, self.ways = Elided("", "secondary"), Elided("", "secondary")
        self.back = Button(_("Back to the questionnaires"), look, icon="arrow-left")
        self.choice = DropDown(look, _("Session and questionnaire"))
        self.about = Segments(look, _("What the questions are about"), _abouts())
        self._choosing, self._turning = QWidget(), QWidget()
        self.list = RecordList(look, _("Questions"), wraps=True)
        self.empty = EmptyState(look, "clipboard-text", nothing)
        self._nothing, self._column = Card(look), ScrollColumn(look, margins=False)
        sides = (_("Questions"), self._side(look)), (_("Result"), self._column)
        self.panes = SplitPane(look, *sides, share=0.3)
        self._build(back=back)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; what is shown takes its own."""
        self._look = look
        page, gap = look.px(look.theme.space.page), look.px(look.theme.space.gap)
        self._body.setContentsMargins(page, 0, page, gap)

    def focus_first(self) -> None:
        """The question one is at."""
        there = self.panes.isVisibleTo(self)
        (self.list if there else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show these in place of those there; it stays as far down as it was."""
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = cards
        for place, card in enumerate(cards):
            self._column.column.insertWidget(place, card)
            card.show()

    def go_to_top(self) -> None:
        """Another question begins at its beginning."""
        self._column.verticalScrollBar().setValue(0)

    def show_nothing(self, nothing: bool) -> None:
        """Whether there is nothing to show at all."""
        self._nothing.setVisible(nothing)
        self.panes.setVisible(not nothing)

    def show_choices(self, *, choice: bool, about: bool) -> None:
        """Whether there are several questionnaires, and questions about both."""
        self._choosing.setVisible(choice)
        self._turning.setVisible(about)

    def _side(self, look: Look) -> QWidget:
        side = Card(look, padded=False)
        side.section.column.setContentsMargins(0, look.px(8), 0, look.px(8))
        side.section.column.setSpacing(look.px(8))
        self.choice.let_shrink()
        for holder, control in ((self._choosing, self.choice), (self._turning, self.about)):
            row = QVBoxLayout(holder)
            row.setContentsMargins(look.px(12), 0, look.px(12), 0)
            row.addWidget(control)
            side.add(holder)
        side.add(self.list, 1)
        return side

    def _build(self, *, back: bool) -> None:
        whole, body = QVBoxLayout(self), QWidget()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head.add_fact(self.rate, stays=True)
        self.head.add_fact(self.ways)
        self.back.clicked.connect(self.back_wanted)
        if back:
            self.head.add_action(self.back)
        else:
            self.back.setParent(None)
        self._nothing.section.column.addWidget(self.empty)
        self._nothing.hide()
        self._column.column.addStretch(1)
        self._body = QVBoxLayout(body)
        self._body.addWidget(self._nothing)
        self._body.addWidget(self.panes, 1)
        whole.addWidget(self.head)
        whole.addWidget(body, 1)


def _abouts() -> list[tuple[str, str]]:
    return [(About.CONTENT.value, _("On the subject")), (About.PROCESS.value, _("On the workshop"))]
