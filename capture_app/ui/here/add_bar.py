"""The field for somebody who was not expected: kept as typed, with names offered that nobody has to take (C3, C5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Grain
from capture_app.services.attending import Newcomer, Offer
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.chip import ChipButton, ChipFace
from capture_app.ui.widgets.count_field import not_a_number, number_in
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _

Offering = Callable[[str, Grain], tuple[Offer, ...]]


class AddBar(QWidget):
    """`offering` says what may be meant by what is typed. What is typed stays until `clear`.

    Signals:
        wanted(Newcomer): Enter: keep this. on_list(str): the row of that id is meant. given_up(): Esc.
    """

    wanted = Signal(object)
    on_list = Signal(str)
    given_up = Signal()

    def __init__(self, look: Look, key: str, offering: Offering, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offering, self._look, self._key = offering, look, key
        self._chosen: Offer | None = None
        self.chips: list[ChipButton] = []
        self.name, self.number = QLineEdit(), QLineEdit()
        names = ((Grain.PERSON, _("Person")), (Grain.ORGANISATION, _("Organisation")))
        kinds = (*names, (Grain.CATEGORY, _("Headcount")))
        self.kind = Segments(look, _("What is added"), kinds)
        self.kind.set_chosen(Grain.PERSON)
        self.button = Button(_("Add"), look, key=_("Enter"))
        self.field = Field(look, "", self.name)
        self.show_key(True)
        self._how_many = Field(look, _("How many"), self.number)
        self.offers = FlowRow(look, 8)
        self._build()
        self._connect()
        self.set_look(look)
        self._how_many.hide()
        self._show(())

    def show_key(self, shown: bool) -> None:
        """Whether the key that leads here is told. Over an empty list the cursor stands here already, and types it."""
        words = _("Somebody who was not expected ({key})") if shown else _("Somebody who is here")
        self.field.set_label(words.format(key=self._key))

    def set_look(self, look: Look) -> None:
        """Take over the spaces; there is always room for one line of offers, so that nothing moves."""
        self._look = look
        self._column.setSpacing(look.px(6))
        for row in (self._row, self._words, self._buttons):
            row.setSpacing(look.px(8))
        # The choice is lower than the field and the button, and stands at their middle.
        self._kind_foot.setContentsMargins(0, 0, 0, look.px(3))
        self.offers.setMinimumHeight(look.px(26))
        self.number.setFixedWidth(look.px(72))

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is room for the field only in a line of it."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def begin(self) -> None:
        """Put the cursor into the field."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def clear(self) -> None:
        """It was kept: empty for the next."""
        self.name.clear()
        self.number.clear()
        self._on_typed()

    def say(self, sentence: str) -> None:
        """What is wrong with what was typed, which stays."""
        self.field.set_error(sentence)

    def grain(self) -> Grain:
        """What is added."""
        return Grain(self.kind.chosen_key() or Grain.PERSON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.window().focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(held, ChipButton):
                held.click()
            else:
                self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down and held is self.name and self.chips:
            self.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        grain, number = self.grain(), number_in(self.number.text())
        if grain is Grain.CATEGORY and self.name.text().strip() and number is None:
            self._how_many.set_error(not_a_number())
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        organisation = self._chosen.organisation if self._chosen else ""
        count = number if grain is Grain.CATEGORY else None
        self.wanted.emit(
            Newcomer(listing=self.name.text(), grain=grain, organisation=organisation, count=count)
        )

    def _on_typed(self) -> None:
        self._chosen = None
        self.field.clear_error()
        self._how_many.clear_error()
        self._show(self._offering(self.name.text(), self.grain()))

    def _on_kind(self) -> None:
        self._how_many.setVisible(self.grain() is Grain.CATEGORY)
        self._on_typed()

    def _show(self, offers: tuple[Offer, ...]) -> None:
        self.offers.clear()
        self.chips = []
        for offer in offers:
            chosen = offer == self._chosen
            chip = ChipButton(_face(offer, chosen=chosen), self._look)
            chip.clicked.connect(lambda _on=False, offer=offer: self._on_offer(offer))
            self.offers.add(chip)
            self.chips.append(chip)
        if not offers:
            self.offers.add(Label(_kept_words(self.grain()), "caption"))

    def _on_offer(self, offer: Offer) -> None:
        """A row is gone to; an organisation is chosen, or not any more, and the words stay as they were typed."""
        if offer.row:
            self.on_list.emit(offer.row)
            return
        shown = self._offering(self.name.text(), self.grain())
        self._chosen = None if self._chosen == offer else offer
        self._show(shown)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.name.textEdited.connect(self._on_typed)
        self.number.textEdited.connect(self._how_many.clear_error)
        self.kind.chosen.connect(self._on_kind)
        self.button.clicked.connect(self._take)

    def _build(self) -> None:
        self._column, self._row = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words, self._buttons, self._kind_foot = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._words.addWidget(self.field, 1)
        self._words.addWidget(self._how_many)
        self._kind_foot.addStretch(1)
        self._kind_foot.addWidget(self.kind)
        self._buttons.addLayout(self._kind_foot)
        self._buttons.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._buttons.addStretch(0)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._buttons)
        self._column.addLayout(self._row)
        self._column.addWidget(self.offers)


def _face(offer: Offer, *, chosen: bool) -> ChipFace:
    if offer.row:
        return ChipFace(_("On the list: {name}").format(name=offer.words), "plain", icon="check-circle")
    if chosen:
        return ChipFace(_("This is {name}").format(name=offer.words), "accent", icon="check")
    return ChipFace(_("Is it {name}?").format(name=offer.words), "plain", icon="buildings")


def _kept_words(grain: Grain) -> str:
    """What becomes of what is typed."""
    return {
        Grain.PERSON: _("Kept as you type it. Whom they are from may stand behind a comma."),
        Grain.ORGANISATION: _("Kept letter for letter. It says nothing of how many came."),
        Grain.CATEGORY: _("A kind of people, and how many came. Nobody is named."),
    }[grain]
