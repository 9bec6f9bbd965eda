"""How the page of who is here is laid out: the field, the keys as buttons and the list; the counts beside or above."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Rule
from capture_app.services.attending import Here
from capture_app.ui.capture.trouble import NotRead
from capture_app.ui.here.add_bar import AddBar, Offering
from capture_app.ui.here.here_list import LEAST, HereList
from capture_app.ui.here.tally_card import TallyCard
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

_NARROW, _SIDE = 1000, 292
"""Effective width from which the counts stand beside the list, and how wide they are there."""
_WORDS = 440
"""Of the words where the list is empty."""
_ANY_WIDTH = 16_777_215
_ICONS = {
    "here.here": "check-circle",
    "here.left": "sign-out",
    "here.side": "arrows-left-right",
    "here.group": "users-three",
    "here.number": "hash",
}


class HereFrame(QWidget):
    """Signals:
    acted(str): a button was pressed, or a key in the list ("here.left").
    """

    acted = Signal(str)

    def __init__(self, look: Look, keys: KeyMap, offering: Offering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._keys = look, keys
        self.header = PageHeader(look, _("Who is here"))
        self.trouble, self.rule = Banner(look, "bad", ""), Banner(look, "priv", "")
        self.bar = AddBar(look, keys["here.add"].cap, offering)
        self.list, self.tally, self.not_read = HereList(look, keys), TallyCard(look), NotRead(look)
        self.nobody = EmptyState(look, "user-list", _nobody_words())
        self.buttons = {name: self._button(name) for name in _ICONS}
        self._build()
        self.list.acted.connect(self.acted)
        for hidden in (self.trouble, self.rule, self.not_read, self.nobody):
            hidden.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._fit()

    def show_here(self, here: Here) -> None:
        """Show the list, or what to do where it is empty."""
        self.list.show_here(here)
        self.tally.show_here(here)
        self.not_read.hide()
        self._body.show()
        for widget in (self.list, self._keys_row):
            widget.setVisible(bool(here.rows))
        self.nobody.setVisible(not here.rows)
        self.bar.show_key(bool(here.rows))
        self.buttons["here.group"].setVisible(bool(here.groups))

    def go_to_list(self) -> None:
        """Put the keyboard into the list, and the list into sight."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(self.list, 0, 0)

    def go_to_field(self) -> None:
        """Put the cursor into the field for somebody who was not expected, and the field into sight."""
        self.bar.begin()
        self._scroll.ensureWidgetVisible(self.bar)

    def show_trouble(self) -> None:
        """Bring what went wrong into sight."""
        self._scroll.ensureWidgetVisible(self.trouble)

    def show_rule(self, rule: Rule) -> None:
        """Say which rule holds now; in an open part nothing is said."""
        self.rule.setVisible(rule is not Rule.OPEN)
        if rule is Rule.OPEN:
            return
        chatham = rule is Rule.CHATHAM_HOUSE
        sentence = _("Chatham House Rule in this part") if chatham else _("This part is confidential")
        words = _(
            "Who is here may not be told outside, nor for whom they came. Show this list to nobody else."
        )
        self.rule.show_message("priv", sentence, words, icon="" if chatham else "lock-simple")

    def show_not_read(self, error: BaseException) -> None:
        """Nothing could be read: say so in the place of the list."""
        self.not_read.show()  # first, so that the keyboard finds a place on the page
        self._body.hide()
        self.not_read.say(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, name: str) -> Button:
        words = self._keys[name].words
        button = Button(words, self._look, size="row", icon=_ICONS[name], key=self._keys[name].cap)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the keys of the list still work
        button.clicked.connect(lambda _on=False: self.acted.emit(name))
        return button

    def _build(self) -> None:
        whole, scroll = QVBoxLayout(self), ScrollColumn(self._look)
        self._scroll = scroll
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        ways = QBoxLayout.Direction
        self._body = QWidget()
        self._columns = QBoxLayout(ways.LeftToRight, self._body)
        self._main = QBoxLayout(ways.TopToBottom)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._main.addWidget(self._tools_card())
        self._list_card = self._made_list_card()
        self._main.addWidget(self._list_card, 1)
        self._columns.addLayout(self._main, 1)
        self._columns.addWidget(self.tally, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (self.trouble, self.rule):
            scroll.column.addWidget(widget)
        scroll.column.addWidget(self._body, 1)
        scroll.column.addWidget(self.not_read, 1)
        whole.addWidget(self.header)
        whole.addWidget(scroll, 1)

    def _tools_card(self) -> Card:
        card, self._keys_row = Card(self._look), FlowRow(self._look, 8)
        for button in self.buttons.values():
            self._keys_row.add(button)
        card.add(self.bar)
        card.add(self._keys_row)
        return card

    def _made_list_card(self) -> Card:
        card = Card(self._look, padded=False)
        card.add(self.list, 1)
        card.add(self.nobody, 1)
        card.section.column.setAlignment(self.nobody, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _fit(self) -> None:
        """Where there is little room the list comes first, then what is done with it, then the counts."""
        look, ways = self._look, QBoxLayout.Direction
        narrow = self.width() * 100 / look.scale < _NARROW
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._main.setDirection(ways.BottomToTop if narrow else ways.TopToBottom)
        for layout in (self._columns, self._main):
            layout.setSpacing(look.px(look.theme.space.gap))
        self.bar.set_narrow(narrow)
        self._list_card.setMinimumHeight(look.px(LEAST))
        self.nobody.setFixedWidth(look.px(_WORDS))
        self.tally.setMinimumWidth(0 if narrow else look.px(_SIDE))
        self.tally.setMaximumWidth(_ANY_WIDTH if narrow else look.px(_SIDE))
        side = Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignTop
        self._columns.setAlignment(self.tally, side)


def _nobody_words() -> str:
    return _(
        "Nobody is on the list yet. Type a name and press Enter. Whom your project lead expects comes with the "
        "next pack."
    )
