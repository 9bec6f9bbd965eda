"""What two entries of a pile read differently: the whole form, both readings side by side, which is right (F6)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.records import Form
from capture_app.domain.second_entry import Compared, Pair
from capture_app.ui.keying.anew_dialog import AnewDialog
from capture_app.ui.keying.paper_desk import counts_apart
from capture_app.ui.keying.reading_row import ReadingRow
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_


class MismatchView(QWidget):
    """One form at a time; nothing is chosen beforehand.

    Signals:
        settled(Pair, dict or None): this is what stands on the paper; None if there is no such form.
        left(): back.
    """

    settled = Signal(object, object)
    left = Signal()

    def __init__(self, look: Look, form: Form, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._form = look, form
        self._compared, self._place = Compared(0, 0, 0, ()), 0
        self.rows: dict[str, ReadingRow] = {}
        self.dialog: AnewDialog | None = None
        self.header, self._fact = PageHeader(look, _("What was read differently")), Label("", "strong")
        self.before = Button(_("Form before"), look, icon="caret-left")
        self.next = Button(_("Next form"), look, icon="caret-right")
        self.back = Button(_("Back to the paper forms"), look)
        self.apart, self.trouble = Banner(look, "warn", ""), Banner(look, "bad", "")
        self.right = Button(_("Put this form right"), look, "primary")
        self.keep = Button(_("It is in the pile: keep it"), look, "primary")
        self.leave_out = Button(_("It is not in the pile: leave it out"), look)
        self._card: Card | None = None
        self._build()
        self._connect()

    @property
    def pair(self) -> Pair:
        """The form that is shown."""
        return self._compared.pairs[self._place]

    def show_compared(self, compared: Compared) -> None:
        """Show what differs now; the place stays as far as there is one."""
        self._compared = compared
        if not compared.pairs:
            self.left.emit()
            return
        self._place = min(self._place, len(compared.pairs) - 1)
        self._show()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; nothing where all is well."""
        self.trouble.setVisible(bool(sentence))
        self.trouble.show_message("bad", sentence)

    def focus_first(self) -> None:
        """The first reading to choose."""
        buttons = [one for row in self.rows.values() for one in row.findChildren(Button)]
        (buttons[0] if buttons else self.keep).setFocus()

    def _show(self) -> None:
        pair, count = self.pair, len(self._compared.pairs)
        self._fact.setText(_("{number} of {count}").format(number=self._place + 1, count=count))
        self.before.setEnabled(self._place > 0)
        self.next.setEnabled(self._place < count - 1)
        apart = self._compared.first - self._compared.second
        self.apart.setVisible(bool(apart))
        if apart:
            words = _(
                "A form was left out or typed twice. What is found in one entry only is shown at the end."
            )
            self.apart.show_message("warn", counts_apart(apart), words)
        self._fill(pair)
        single = pair.first is None or pair.second is None
        for button in (self.keep, self.leave_out):
            button.setVisible(single)
        self.right.setVisible(not single)
        self._on_chosen()

    def _fill(self, pair: Pair) -> None:
        """The whole form, so that the paper can be found."""
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        card = self._card = Card(self._look)
        card.add(self._heads(pair))
        readings = [one for one in (pair.first, pair.second) if one is not None]
        self.rows = {
            key: ReadingRow(
                self._look, item, tuple(one.get(key) for one in readings), decides=key in pair.differing
            )
            for key, item in ordered(self._form.items)
            if is_asked(item)
        }
        for row in self.rows.values():
            row.chosen.connect(self._on_chosen)
            row.anew_wanted.connect(partial(self._type_anew, row))
            card.add(row)
        self._scroll.column.insertWidget(2, card)
        card.show()

    def _heads(self, pair: Pair) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(self._look.px(12), 0, self._look.px(12), 0)
        grid.setHorizontalSpacing(self._look.px(16))
        heads = [_("First entry"), _("Second entry")]
        if pair.second is None:
            heads = [_("Typed in the first entry only")]
        elif pair.first is None:
            heads = [_("Typed in the second entry only")]
        for column, words in enumerate(heads):
            grid.addWidget(Label(words, "label"), 0, column)
            grid.setColumnStretch(column, 1)
        return holder

    def _on_chosen(self) -> None:
        """A form is put right once every reading is chosen."""
        left = sum(not row.decided for row in self.rows.values())
        self.right.setEnabled(left == 0)
        more = n_("{count} reading is still to be chosen.", "{count} readings are still to be chosen.", left)
        self.right.setToolTip(more if left else "")

    def _on_right(self) -> None:
        right = {key: row.right for key, row in self.rows.items() if row.right is not None}
        self.settled.emit(self.pair, right)

    def _on_keep(self) -> None:
        self.settled.emit(self.pair, self.pair.second if self.pair.first is None else self.pair.first)

    def _type_anew(self, row: ReadingRow) -> None:
        self.dialog = AnewDialog(self._look, row.item, parent=self.window())
        self.dialog.given.connect(row.choose)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _turn(self, step: int) -> None:
        self._place += step
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.header.add_fact(self._fact, stays=True)
        self.header.add_action(self.back)
        self._scroll = ScrollColumn(self._look)
        self.trouble.hide()
        self._scroll.column.addWidget(self.trouble)
        self._scroll.column.addWidget(self.apart)
        self._scroll.column.addStretch(1)
        for part, stretch in ((self.header, 0), (self._scroll, 1), (self._foot(), 0)):
            whole.addWidget(part, stretch)

    def _foot(self) -> QFrame:
        """What one does with the form, always in sight."""
        foot, row = QFrame(), FlowRow(self._look, 8)
        foot.setProperty("kind", "band")
        column = QVBoxLayout(foot)
        page = self._look.px(self._look.theme.space.page)
        column.setContentsMargins(page, self._look.px(8), page, self._look.px(8))
        for button in (self.right, self.keep, self.leave_out, self.before, self.next):
            row.add(button)
        column.addWidget(row)
        return foot

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.back.clicked.connect(self.left)
        self.right.clicked.connect(self._on_right)
        self.keep.clicked.connect(self._on_keep)
        self.leave_out.clicked.connect(lambda: self.settled.emit(self.pair, None))
