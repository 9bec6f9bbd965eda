"""How a register is laid out: list and form in two panes, what is said when there is nothing, the foot of the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import Record, RecordId
from capture_app.ui.register.described import Register
from capture_app.ui.register.record_form import RecordForm
from capture_app.ui.register.record_list import RecordList, Shown
from capture_app.ui.register.removed_button import RemovedButton
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Elided, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.ui.widgets.search_field import SearchField
from capture_app.ui.widgets.split_pane import SplitPane
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_FEW = 8
"""From so many records on there is a field to look for one."""
_LOW = 400
"""Where there is less height, what stands above a form scrolls with it, so that something of the form can be seen."""


class RegisterFrame(QWidget):
    """What stands where, and nothing of what it does.

    `ahead` and `aside` are columns above and below the form for what a page adds, `verbs` a row at the top for what
    is done with the record (see `add_verbs`).
    """

    def __init__(self, look: Look, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.register = look, register
        self._rows: tuple[Shown, ...] = ()
        self._told, self._opened = False, ""
        self.list = RecordList(look, register.title(), wraps=register.wraps)
        self.form = RecordForm(look, register.kind, register.fields)
        self.add_button = Button(register.add(), look, size="row", icon="plus")
        self.remove_button = Button(_("Remove"), look, "quiet", size="row", icon="trash")
        self.removed_button = RemovedButton(look)
        self.history_button = Button(_("History"), look, "quiet", size="row", icon="clock-counter-clockwise")
        for button in (self.remove_button, self.history_button):
            kept = button.sizePolicy()
            kept.setRetainSizeWhenHidden(True)  # or the form would move when they come
            button.setSizePolicy(kept)
        self.trouble = Banner(look, "bad", "")
        self.trouble.hide()
        self.toast = Toast(self, look)
        self._find = SearchField(look, _("Look for one"))
        self._find.textChanged.connect(self._filter)
        self._title = Elided("", "heading")
        self._wants_focus = False
        self._build(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show these records in the list; what it says where there are none."""
        self._rows, self._told = tuple(rows), True
        self._find.setVisible(len(rows) >= _FEW)
        if self._find.isHidden():
            self._find.clear()
        self._filter()
        self._say_nothing()
        self._no_record.setVisible(not rows)
        if not rows and self._sides.currentWidget() is not self._form_side:
            self.show_nothing()
        if self._wants_focus:
            self.focus_first()

    def show_counts(self, words: str) -> None:
        """Say above the list how many there are of which sort; nothing where there is nothing to say."""
        self._counts.set_words(words)
        self._place_counts()

    def show_form(self) -> None:
        """Show the form of a record."""
        self._sides.setCurrentWidget(self._form_side)

    def show_nothing(self) -> None:
        """There is no record to show."""
        self.form.leave()
        self._sides.setCurrentWidget(self._empty)

    def put_below_nothing(self, widget: QWidget) -> None:
        """Show a page's own widget where there is no record to show, below the words that say so."""
        scroll = ScrollColumn(self._look)
        scroll.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # there is nothing in it to go to, and it may be long
        scroll.setAccessibleName(self.register.title())
        scroll.column.addStretch(1)
        scroll.column.addWidget(self._no_record, 0, Qt.AlignmentFlag.AlignHCenter)
        scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        self._nothing_column.setContentsMargins(1, 1, 1, 1)
        self._nothing_column.addWidget(scroll)

    def wait_for(self, record: RecordId) -> None:
        """A record was chosen that is not shown yet: nothing can be done with the one that still is."""
        waits = self.form.entry is not None and self.form.entry.record.id != record
        for holder in (self.verbs, self.history_button, self.remove_button):
            holder.setEnabled(not waits)

    def opened(self, record: Record, *, new: bool) -> None:
        """Name what is shown above its form; a new record has no history and nothing to remove."""
        self.wait_for(record.id)
        if record.id != self._opened:
            self._opened = record.id
            self._show_top()
        title = next((row.title for row in self._rows if row.record == record.id), "")
        self._title.setText(
            title or self.register.title() if self.register.single else title or self.register.add()
        )
        for button in (self.remove_button, self.history_button):
            button.setVisible(not new and not (self.register.single and button is self.remove_button))

    def add_verbs(self, *buttons: Button) -> None:
        """Buttons for what is done with the record, after those that stand there already."""
        for button in buttons:
            self.verbs.add(button)

    def show_trouble(self, sentence: str, *, typed: bool = True) -> None:
        """Say what was not saved, or not done; nothing where all is well. typed: it was something somebody typed."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.trouble.show_message("bad", sentence, _("What you typed is still here.") if typed else "")

    def show_given_up(self, sentence: str) -> None:
        """Say what went because it could not be kept."""
        self.trouble.show()
        self.trouble.show_message(
            "warn", sentence, _("If it is right, go back there and write it in another way.")
        )
        announce(self, sentence, assertive=True)

    def say(self, words: str) -> None:
        """Say something in passing, for ears too."""
        announce(self, words)

    def focus_first(self) -> None:
        """Where one works: the list, or the way to the first record; once it is known which."""
        self._wants_focus = not self._rows and not self._told
        if self.register.single:
            self.form.focus_first()
        elif self._rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() * 100 / self._look.scale < _LOW
        column = self._scroll.column if low else self._card_column
        if column.indexOf(self._head) < 0:
            column.insertWidget(0, self._head)

    def _show_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _say_nothing(self) -> None:
        """Where the list stands alone and is empty, it says so itself."""
        if not self.register.single:
            alone = self._told and not self._rows and self.panes.narrow
            self._none.setVisible(alone)
            self.list.setVisible(not alone)
            self._fit_said()

    def _place_counts(self) -> None:
        """Beside the verb where the list is wide and low, else between the two."""
        row = self._list_head if self.panes.narrow else self._said
        if row.indexOf(self._counts) < 0:
            row.insertWidget(1, self._counts, 1)
        self._counts.setVisible(bool(self._counts.text()))
        self._fit_said()

    def _fit_said(self) -> None:
        """What is said between the verb and the list takes no room where nothing is."""
        counts = bool(self._counts.text()) and self._said.indexOf(self._counts) >= 0
        self._said_room.setVisible(counts or not self._none.isHidden())

    def _filter(self) -> None:
        words = self._find.text().casefold().split()
        shown = [
            row for row in self._rows if all(word in f"{row.title} {row.detail}".casefold() for word in words)
        ]
        self.list.show_rows(shown)
        self._find.set_hits(len(shown) if words else None)

    def _build(self, look: Look) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.trouble)
        right = self._right_side(look)
        if self.register.single:
            whole.addWidget(right, 1)
            for unused in (self.list, self.add_button, self.removed_button, self._find):
                # What belongs to no widget Python may clear away in the store's thread, which Qt does not survive.
                unused.setParent(self)
                unused.hide()
            return
        left = (self.register.title(), self._list_side(look))
        self.panes = SplitPane(look, left, (_("Details"), right), share=0.32)
        self.panes.folded.connect(self._say_nothing)
        self.panes.folded.connect(self._place_counts)
        whole.addWidget(self.panes, 1)

    def _list_side(self, look: Look) -> QWidget:
        side, head = QFrame(), QHBoxLayout()
        self._list_head = head
        side.setProperty("kind", "card")
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head.setContentsMargins(look.px(12), look.px(10), look.px(10), look.px(8))
        head.addWidget(self._find, 1)
        head.addStretch(0)
        head.addWidget(self.add_button)
        head.setSpacing(look.px(8))
        column.addLayout(head)
        self._none, self._counts = (Prose(words, look, "secondary") for words in (self.register.empty(), ""))
        self._said_room = QWidget()
        self._said = QHBoxLayout(self._said_room)
        self._said.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(10))
        for said in (self._none, self._counts):
            said.hide()
            self._said.addWidget(said)
        self._said_room.hide()
        column.addWidget(self._said_room)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.removed_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(look.px(6))
        return side

    def _right_side(self, look: Look) -> QWidget:
        self._sides = QStackedWidget()
        self._empty = self._nothing(look)
        self._form_side = self._form_card(look)
        self._sides.addWidget(self._empty)
        self._sides.addWidget(self._form_side)
        return self._sides

    def _nothing(self, look: Look) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        self._nothing_column = QVBoxLayout(card)
        self._no_record = EmptyState(look, self.register.icon, self.register.empty())
        self._no_record.hide()  # nobody knows yet
        self._nothing_column.addWidget(self._no_record, 0, Qt.AlignmentFlag.AlignCenter)
        return card

    def _form_card(self, look: Look) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        self._card_column = QVBoxLayout(card)
        self._card_column.setContentsMargins(1, 1, 1, 1)
        self._card_column.setSpacing(0)
        self._head, self._scroll = self._form_head(look), ScrollColumn(look, margins=False)
        self._scroll.column.setSpacing(0)
        self._scroll.column.addLayout(self._form_body(look))
        self._card_column.addWidget(self._head)
        self._card_column.addWidget(self._scroll, 1)
        return card

    def _form_head(self, look: Look) -> QWidget:
        """What it is called, what can be done with it, and which page of the form is shown."""
        whole, head = QWidget(), QHBoxLayout()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.setContentsMargins(look.px(16), look.px(10), look.px(10), look.px(6))
        head.addWidget(self._title, 1)
        head.addWidget(self.history_button)
        head.addWidget(self.remove_button)
        column.addLayout(head)
        self.verbs = FlowRow(look, 8)
        self.verbs.hide()
        if self.form.switch is not None:
            self.form.switch.chosen.connect(self._show_top)
        for widget in (self.verbs, self.form.switch):
            if widget is not None:
                row = QHBoxLayout()
                row.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
                row.addWidget(widget)
                column.addLayout(row)
        return whole

    def _form_body(self, look: Look) -> QVBoxLayout:
        inner = QVBoxLayout()
        inner.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(16))
        inner.setSpacing(look.px(12))
        if self.register.about():
            inner.addWidget(Prose(self.register.about(), look, "secondary"))
        self.ahead, self.aside = QVBoxLayout(), QVBoxLayout()
        inner.addLayout(self.ahead)
        inner.addWidget(self.form)
        inner.addLayout(self.aside)
        inner.addStretch(1)
        return inner
