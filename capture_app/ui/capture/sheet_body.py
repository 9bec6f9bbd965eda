"""The body of the worksheet page: questions beside the lines, or above them as a drop-down, and the answers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.values import Case
from capture_app.domain.vocabulary import Given, ItemKind, Scale, SheetState
from capture_app.services.pages import ItemView, SheetView
from capture_app.ui.capture.answer_editors import AnswerEditor, editor_for
from capture_app.ui.capture.capture_page import Room
from capture_app.ui.capture.capture_pane import CapturePane
from capture_app.ui.capture.case_card import CaseCard
from capture_app.ui.capture.item_list import ItemList, count_words, item_key
from capture_app.ui.capture.item_row import ItemSwitch
from capture_app.ui.capture.trouble import NotRead
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_


class SheetBody(QWidget):
    """Signals:
    item_chosen(str): somebody chose a question, or the parking lot.
    answer_begun(): an answer is being changed that is not given yet.
    answered(str, Answer or None): the answer to an item.
    again(): read the worksheet again.
    """

    item_chosen = Signal(str)
    answer_begun = Signal()
    answered = Signal(str, object)
    again = Signal()

    def __init__(self, look: Look, pane: CapturePane, host: QWidget) -> None:
        super().__init__()
        self._look, self._pane, self._host = look, pane, host
        self._room = Room.WIDE
        self._beside: QWidget | None = None
        self._editor: AnswerEditor | None = None
        self.items = ItemList(look)
        self.switch = ItemSwitch(look)
        self.title, self.help = Prose("", look, "question"), Prose("", look, "secondary")
        self.case = CaseCard(look)
        self.answers = ScrollColumn(look, margins=False)
        self.not_read = NotRead(look)
        self._stack = QStackedWidget()
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        page, narrow = look.px(look.theme.space.page), self._room is Room.NARROW
        side = 0 if narrow else page
        self._main.setContentsMargins(side, 0 if narrow else look.px(12), side, 0 if narrow else look.px(14))
        self._head.setContentsMargins(*((look.px(12), look.px(7)) * 2 if narrow else (0, 0, 0, look.px(10))))
        self._head.setSpacing(look.px(2))

    def arrange(self, room: Room) -> None:
        """Set everything for this much room."""
        self._room = room
        wide = self._shows_list()
        self.switch.setVisible(not wide)
        self.title.setVisible(wide)
        self.help.setVisible(wide and bool(self.help.text()))
        if wide:
            self.items.float_over(False)
            self._row.insertWidget(0, self.items)
            self.items.stand_beside()
        else:
            self._row.removeWidget(self.items)
            self.items.setParent(self._host)
            self.items.float_over(True)
            self.items.hide()
        self.case.set_folded(room is Room.NARROW)
        self._pane.set_framed(room is not Room.NARROW)
        self.set_look(self._look)

    def set_beside(self, beside: QWidget | None) -> None:
        """Show something beside the lines, for which the list of questions makes room; None: nothing any more."""
        if self._beside is not None:
            self._row.removeWidget(self._beside)
            self._beside.hide()
        self._beside = beside
        if beside is not None:
            self._row.addWidget(beside, 1)
            beside.show()
        self.arrange(self._room)

    def turn_to(
        self, item: ItemView | None, case: Case | None = None, about: str = "", *, locked: bool
    ) -> None:
        """Show where a question is answered, its case and what of the frame it is `about`; None: the parking lot."""
        self._drop_editor()
        self.title.set_words(f"{item.number} · {item.item.prompt}" if item else _("Parking lot"))
        if item is not None and item.item.kind is not ItemKind.LINES:
            self._show_editor(item, locked=locked)
        else:
            self._stack.setCurrentWidget(self._pane)
        helps = " ".join(filter(None, (_help_words(item), _about_words(about))))
        self.help.set_words(helps)
        self.help.setVisible(bool(helps) and self._shows_list())
        self.case.show_case(case)

    def show_sheet(self, sheet: SheetView, key: str) -> None:
        """Show how far each question is, and the answer to the one shown."""
        self.items.show_sheet(sheet, key)
        if self._shows_list():
            self.items.show()
        item = next((one for one in sheet.items if item_key(one.id) == key), None)
        if item is None:
            parked = n_("{count} line", "{count} lines", sheet.parked)
            self.switch.show_item(_("Parking lot"), parked)
            self._pane.set_empty(_("Nothing is parked."))
            return
        words = _("{number} of {count} · {prompt}")
        self.switch.show_item(
            words.format(number=item.number, count=len(sheet.items), prompt=item.item.prompt),
            count_words(item),
        )
        self._pane.set_empty(_empty_words(item, closed=sheet.sheet.state is SheetState.CLOSED))
        if self._editor is not None:
            self._editor.show_answer(item.answer)

    def show_not_read(self, error: BaseException) -> None:
        """In the place of the lines: why they could not be read."""
        self._stack.setCurrentWidget(self.not_read)
        if not self.items.keys_in_order():
            self.items.hide()
        self.not_read.say(error)

    def shows_not_read(self) -> bool:
        """Whether nothing could be read."""
        return self._stack.currentWidget() is self.not_read

    def shows_lines(self) -> bool:
        """Whether lines are to be written here."""
        return self._stack.currentWidget() is self._pane

    def flush_answer(self) -> None:
        """Give the answer that is being changed."""
        if self._editor is not None:
            self._editor.flush()

    def focus_answer(self) -> None:
        """Put the keyboard into the first field of the answer."""
        if self._editor is not None:
            self._editor.focus_first()

    def open_list(self) -> None:
        """Open the questions over the lines."""
        top = self.switch.mapTo(self._host, QPoint(0, self.switch.height() + self._look.px(4)))
        room = self._host.height() - top.y() - self._look.px(8)
        self.items.place(QRect(top.x(), top.y(), self.switch.width(), room))

    def close_list(self) -> None:
        """Close the drop-down."""
        if not self._shows_list() and self.items.isVisible():
            self.items.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.close_list()

    def _shows_list(self) -> bool:
        """Whether the questions stand beside the lines, and not in a list to open."""
        return self._room is Room.WIDE and self._beside is None

    def _build(self) -> None:
        self._row, self._main, self._head = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._main.setSpacing(0)
        self._row.addWidget(self.items)
        self._row.addLayout(self._main, 1)
        for widget in (self.switch, self.title, self.help, self.case):
            self._head.addWidget(widget)
        self.switch.hide()
        self._main.addLayout(self._head)
        self._main.addWidget(self._stack, 1)
        card = Card(self._look, padded=False)
        card.add(self.answers, 1)
        for page in (self._pane, card, self.not_read):
            self._stack.addWidget(page)
        self._answer_card = card
        self.items.chosen.connect(self.item_chosen)
        self.items.given_up.connect(self._on_given_up)
        self.switch.clicked.connect(self._on_switch)
        self.not_read.again.connect(self.again)
        self._pane.editor.focused.connect(self._on_writing)

    def _show_editor(self, item: ItemView, *, locked: bool) -> None:
        self._editor = editor_for(item.item, self._look)
        self._editor.setEnabled(not locked)
        self._editor.begun.connect(self.answer_begun)
        self._editor.answered.connect(partial(self.answered.emit, item.id))
        self.answers.column.addWidget(self._editor)
        self._editor.show_answer(item.answer)
        self._stack.setCurrentWidget(self._answer_card)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            self._editor.flush()
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _on_switch(self) -> None:
        if self.items.isVisible():
            self.close_list()
        else:
            self.open_list()

    def _on_given_up(self) -> None:
        if not self._shows_list():
            self.close_list()
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_writing(self, writing: bool) -> None:
        if writing:
            self.close_list()


def _help_words(item: ItemView | None) -> str:
    """What is said below a question: the form's own words, else what to do with a list (D2)."""
    if item is None:
        return _("Lines kept for later. The key that put them here takes them back.")
    if item.item.help or not item.item.options or item.item.scale in (Scale.NONE, Scale.WEIGHING):
        return item.item.help
    return _("Decide about each, say why behind it, and add what is missing below.")


def _about_words(about: str) -> str:
    return _("This asks about {section}.").format(section=about) if about else ""


def _empty_words(item: ItemView, *, closed: bool) -> str:
    """What is said where no line stands."""
    skipped = item.answer is not None and item.answer.given is Given.NOT_DISCUSSED
    if closed:
        return _("Marked as not discussed.") if skipped else _("Nothing was written here.")
    if skipped:
        return _("Marked as not discussed. A line takes that back.")
    return _("Nothing written yet. Type the first point and press Enter.")
