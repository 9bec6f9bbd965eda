"""What the lead's page of minutes is made of, and how the keyboard moves in it; it knows nothing of workspaces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.records import Session
from capture_app.services.agreeing import Agreeing
from capture_app.ui.agreeing.abreast_list import AbreastList
from capture_app.ui.agreeing.agreed_list import AgreedList
from capture_app.ui.agreeing.agreed_words import facts_words
from capture_app.ui.capture.sheet_header import session_words
from capture_app.ui.capture.trouble import NotRead
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.merge.own_wording import OwnWording
from capture_app.ui.style import Look
from capture_app.ui.synthesis.page_column import PageColumn
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_LOWEST, _LOW, _ONE_ROW = 330, 160, 84
"""How high the two sides are at least; where there is room for one; and there while somebody words a line.

With less the page scrolls.
"""
_AT_STREAMS = ("minutes.take", "minutes.join", "minutes.mark")
_AT_AGREED = ("minutes.reword", "minutes.drop", "minutes.same")


class AgreeingFrame(QWidget):
    """Header, the streams beside each other, the agreed version, and below them an editor while somebody words a line.

    Signals:
        acted(str): a key or a button says what to do ("minutes.take").
        session_chosen(str): look at the minutes of another session.
        takers_chosen(): other people's minutes are to stand beside each other.
        agree_wanted(bool): mark the version as agreed, or open it again.
        worded(str): the words of the line that is being written.
    """

    acted = Signal(str)
    session_chosen = Signal(str)
    takers_chosen = Signal()
    agree_wanted = Signal(bool)
    worded = Signal(str)

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self._told: Agreeing | None = None
        self.header = PageHeader(look, _("Minutes"))
        self._fact = Elided("", "secondary")
        self.sessions = DropDown(look, _("Session"))
        self.agree_button = Button(_("Mark as agreed"), look, "primary", icon="check")
        self.open_button = Button(_("Open again"), look)
        self.trouble = Banner(look, "bad", "")
        self.standing = Banner(look, "good", _("These minutes stand as agreed."))
        self.abreast, self.agreed = AbreastList(look, keys), AgreedList(look, keys)
        self.takers = (DropDown(look, _("Minutes at the left")), DropDown(look, _("Minutes at the right")))
        self.names = (Elided("", "strong"), Elided("", "strong"))
        self.wording = OwnWording(look)
        self.buttons = {name: self._button(name) for name in (*_AT_STREAMS, *_AT_AGREED)}
        self._body = PageColumn(look)
        self.not_read = NotRead(look)
        self._none = EmptyState(
            look, "note-pencil", _("No minutes yet. They come with the bundles from the laptops.")
        )
        sentence = _("Nothing is agreed yet. Choose a line at the left and press {key}.")
        take = keys["minutes.take"].cap
        self._nothing = EmptyState(look, "check-square", sentence.format(key=take))
        self._build()
        self.toast = Toast(self, look, above=16, clear_of=self._here)
        self._connect()
        self.set_look(look)

    def focus_first(self) -> None:
        """The streams."""
        self.abreast.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        narrow = self.panes.narrow
        for row in self._rows:
            row.setContentsMargins(*(look.px(12), look.px(4 if narrow else 8)) * 2)
            row.setSpacing(look.px(8))
        for card in self._cards:
            card.section.column.setContentsMargins(
                0, look.px(4), 0, look.px(4)
            )  # a list has no round corners
        self._rows[0].setSpacing(look.px(24))  # the names stand above what they wrote
        self.header.set_look(look)
        self._fold()

    def show_sessions(self, sessions: Sequence[Session], chosen: RecordId) -> None:
        """Offer these; without any, say where minutes come from."""
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            for one in sessions:
                self.sessions.addItem(session_words(one), one.id)
            self.sessions.setCurrentIndex(max(0, self.sessions.findData(chosen)))
        self.sessions.setVisible(len(sessions) > 1)
        self._none.setVisible(not sessions)
        self.panes.setVisible(bool(sessions))
        self.agree_button.setVisible(bool(sessions))

    def show_agreeing(self, told: Agreeing) -> None:
        """Show a session's minutes as they stand."""
        first = self._told is None or self._told.session.id != told.session.id
        self._told = told
        self.not_read.hide()
        self._body.show()
        if first or self._takers_differ(told):
            self._offer_takers(told)
        self._fact.setText(facts_words(told))
        self.abreast.show_streams(told, self.pair())
        self.agreed.show_agreed(told)
        self.agreed.setVisible(bool(told.lines))
        self._nothing.setVisible(not told.lines)
        self.standing.setVisible(told.is_agreed)
        self._fold()
        self.agree_button.setVisible(not told.is_agreed)
        self.agree_button.setEnabled(bool(told.lines))
        self.open_button.setVisible(told.is_agreed)
        self.show_what_can_be_done()

    def pair(self) -> tuple[RecordId, RecordId]:
        """The streams that stand beside each other; the second is empty where there is one only."""
        left, right = (str(box.currentData() or "") for box in self.takers)
        return left, right if right != left else ""

    def show_what_can_be_done(self) -> None:
        """Buttons that would do nothing at the line one is at cannot be pressed."""
        open_to_change = self._told is not None and not self._told.is_agreed
        cell, view = self.abreast.cell(), self.agreed.view_at()
        fresh = cell is not None and not cell.taken
        can = {
            "minutes.take": fresh,
            "minutes.mark": fresh,
            "minutes.join": len(self.abreast.to_join()) > 1,
            "minutes.reword": view is not None,
            "minutes.drop": view is not None,
            "minutes.same": view is not None and view.changed and bool(view.origins),
        }
        for name, button in self.buttons.items():
            button.setEnabled(open_to_change and can[name])

    def begin_wording(self, text: str) -> None:
        """Open the editor below the lists, starting from these words."""
        self.wording.show()
        self._fold()
        self.wording.begin(text)

    def end_wording(self) -> None:
        """Close the editor; back to the lists."""
        if not self.wording.isHidden():
            self.wording.hide()
            self._fold()
            self.focus_first()

    def show_not_read(self, error: BaseException) -> None:
        """Nothing could be read: say so in the place of the lists."""
        self.not_read.show()  # first, so that the keyboard finds a place on the page
        self._body.hide()
        self.not_read.say(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        binding = self._keys.pressed(event, Scope.APP)
        lists = (self.abreast, self.agreed)
        if binding is not None and binding.action in ("pane.next", "pane.previous"):
            here = lists[0].hasFocus()
            self.panes.show_pane("second" if here else "first")
            lists[1 if here else 0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_look(self._look)

    def _takers_differ(self, told: Agreeing) -> bool:
        box = self.takers[0]
        return [box.itemData(place) for place in range(box.count())] != [
            one.minutes.id for one in told.streams
        ]

    def _offer_takers(self, told: Agreeing) -> None:
        for side, box in enumerate(self.takers):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for stream in told.streams:
                    box.addItem(stream.minutes.taker or _("Not named"), stream.minutes.id)
                place = box.findData(chosen)
                box.setCurrentIndex(place if place >= 0 else min(side, box.count() - 1))
                if side and box.count() < 2:
                    box.clear()
                    box.addItem(_("Nobody else took minutes"), "")
            box.setVisible(len(told.streams) > 2)
            self.names[side].setVisible(len(told.streams) <= 2)
            self.names[side].setText(box.currentText())

    def _button(self, name: str) -> Button:
        binding = self._keys[name]
        button = Button(binding.words, self._look, size="row", key=binding.cap)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys of the lists still work
        button.clicked.connect(lambda _on=False: self.acted.emit(name))
        return button

    def _build(self) -> None:
        self._rows: list[QHBoxLayout] = []
        self._feet: list[QWidget] = []
        self._cards: list[Card] = []
        self.header.add_fact(self._fact)
        self.header.add_chip(self.sessions)
        for action in (self.open_button, self.agree_button):
            self.header.add_action(action)
        self.open_button.hide()
        self.panes = SplitPane(
            self._look,
            (_("Two people’s minutes"), self._streams_card()),
            (_("Agreed version"), self._agreed_card()),
            share=0.6,
        )
        column = self._body.column
        for widget in (self.trouble, self.standing):
            column.addWidget(widget)
            widget.hide()
        column.addWidget(self.panes, 1)
        column.addWidget(self._none, 1)
        column.addWidget(self.wording)
        self.wording.hide()
        self._none.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part, stretch in ((self.header, 0), (self._body, 1), (self.not_read, 1)):
            whole.addWidget(part, stretch)
        self.not_read.hide()

    def _streams_card(self) -> Card:
        card, self._names_row = self._card(), QWidget()
        row = QHBoxLayout(self._names_row)
        for box, name in zip(self.takers, self.names, strict=True):
            box.let_shrink()
            box.hide()
            row.addWidget(box, 1)
            row.addWidget(name, 1)
        self._rows.append(row)
        card.add(self._names_row)
        card.add(self.abreast, 1)
        card.add(self._foot(_AT_STREAMS))
        return card

    def _agreed_card(self) -> Card:
        card, self._agreed_title = self._card(), QWidget()
        row = QHBoxLayout(self._agreed_title)
        row.addWidget(Elided(_("Agreed version"), "strong"))
        self._rows.append(row)
        card.add(self._agreed_title)
        card.add(self.agreed, 1)
        card.add(self._nothing, 1)
        card.add(self._foot(_AT_AGREED))
        self._nothing.hide()
        return card

    def _card(self) -> Card:
        card = Card(self._look, padded=False)
        self._cards.append(card)
        return card

    def _foot(self, names: Sequence[str]) -> QWidget:
        holder, flow = QWidget(), FlowRow(self._look, 8)
        row = QHBoxLayout(holder)
        for name in names:
            flow.add(self.buttons[name])
        row.addWidget(flow, 1)
        self._rows.append(row)
        self._feet.append(holder)
        return holder

    def _connect(self) -> None:
        self.panes.folded.connect(lambda _narrow: self.set_look(self._look))
        for acting in (self.abreast, self.agreed):
            acting.acted.connect(self.acted)
        self.abreast.moved.connect(self.show_what_can_be_done)
        self.agreed.selectionModel().currentChanged.connect(lambda *_: self.show_what_can_be_done())
        self.sessions.currentIndexChanged.connect(
            lambda place: self.session_chosen.emit(str(self.sessions.itemData(place) or ""))
        )
        for box in self.takers:
            box.currentIndexChanged.connect(lambda _place: self.takers_chosen.emit())
        self.agree_button.clicked.connect(lambda: self.agree_wanted.emit(True))
        self.open_button.clicked.connect(lambda: self.agree_wanted.emit(False))
        self.wording.written.connect(self.worded)
        self.wording.left.connect(self.end_wording)

    def _here(self) -> QRect:
        """The line one is at, which no message covers; once all is agreed, what opens it again matters more."""
        if self._told is not None and self._told.is_agreed:
            return QRect()
        at = self.agreed if self.agreed.hasFocus() else self.abreast
        rect = at.visualRect(at.currentIndex())
        return QRect(at.viewport().mapTo(self, rect.topLeft()), rect.size())

    def _fold(self) -> None:
        """Where there is room for one side only, what one can do without now makes room for the lines."""
        narrow, writing = self.panes.narrow, not self.wording.isHidden()
        agreed = self._told is not None and self._told.is_agreed
        least = (_ONE_ROW if writing else _LOW) if narrow else _LOWEST
        self.panes.setMinimumHeight(self._look.px(least))
        self.panes.show_switch(not writing)
        self._names_row.setVisible(not (narrow and writing))
        self._agreed_title.setVisible(not narrow)
        for foot in self._feet:
            foot.setVisible(not (narrow and (writing or agreed)))
        self.standing.show_message(
            "good",
            _("These minutes stand as agreed."),
            ""
            if narrow
            else _("Documents and the synthesis use them. What each person wrote is kept as it is."),
        )
        self.wording.set_low(narrow)
