"""Where the paper forms of a questionnaire stand: typed once, typed again, what differs, and closing them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Form
from capture_app.domain.second_entry import Compared
from capture_app.services.questioning import OpenBox
from capture_app.services.wording import promise_words
from capture_app.ui.keying.saying import count_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner, BannerKind
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _, n_


class PaperDesk(QWidget):
    """Signals:
    typing_wanted(bool): type forms up; True for the second entry.
    looking_wanted(): look at what differs.
    close_wanted(): close the box.
    left(): back to the questionnaires.
    """

    typing_wanted = Signal(bool)
    looking_wanted = Signal()
    close_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, form: Form, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = form.title
        self.back = Button(_("Back to the questionnaires"), look, icon="caret-left")
        self.type = Button(_("Type forms up"), look, "primary", icon="pencil-line")
        self.again = Button(_("Type them again"), look, icon="pencil-line")
        self.differs = Button(_("Look at what differs"), look, icon="scales")
        self.close_box = Button(_("Close the paper forms"), look)
        self._first, self._second, self._promise = (
            Label("", "title"),
            Label("", "title"),
            Prose("", look, "secondary"),
        )
        self.state = Banner(look, "good", "")
        self.trouble = Banner(look, "bad", "")
        self.trouble.hide()
        self._build(look)
        self._connect()

    def show_box(self, box: OpenBox, compared: Compared) -> None:
        """Show how far it is."""
        self._first.setText(count_words(box.count, box.expected, again=False))
        self._second.setText(count_words(box.again or 0, box.count or None, again=True))
        self.again.setEnabled(box.count > 0)
        self.again.setToolTip("" if box.count else _("Type the forms up a first time before."))
        lead, words = promise_words(box.promise)
        self._promise.set_words(words, lead=lead)
        self.differs.setVisible(box.again is not None and bool(compared.pairs))
        self.state.setVisible(box.again is not None)
        self.state.show_message(*state_words(compared))

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; nothing where all is well."""
        self.trouble.setVisible(bool(sentence))
        self.trouble.show_message("bad", sentence)

    def focus_first(self) -> None:
        """What one most likely came for."""
        self.type.setFocus()

    def _build(self, look: Look) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = PageHeader(look, _("Paper forms: {form}").format(form=self._title))
        header.add_action(self.back)
        scroll = ScrollColumn(look)
        scroll.column.addWidget(self.trouble)
        scroll.column.addWidget(self._entry(look))
        scroll.column.addWidget(self._second_entry(look))
        scroll.column.addWidget(self._closing(look))
        scroll.column.addStretch(1)
        whole.addWidget(header)
        whole.addWidget(scroll, 1)

    def _entry(self, look: Look) -> Card:
        card = Card(look, _("First entry"))
        card.add(self._first)
        card.add(self._promise)
        card.add(_in_a_row(look, self.type))
        return card

    def _second_entry(self, look: Look) -> Card:
        card = Card(look, _("Second entry"))
        words = _(
            "Somebody types the same pile again, in any order. What was read differently is then shown side by "
            "side, so that the paper can be found and the right reading chosen."
        )
        card.add(Prose(words, look, "secondary"))
        card.add(self._second)
        card.add(self.state)
        card.add(_in_a_row(look, self.again, self.differs))
        return card

    def _closing(self, look: Look) -> Card:
        card = Card(look, _("When all is typed"))
        words = _(
            "Answers count once the paper forms are closed. Keep the paper until then: it is looked at again."
        )
        card.add(Prose(words, look, "secondary"))
        card.add(_in_a_row(look, self.close_box))
        return card

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.type.clicked.connect(lambda: self.typing_wanted.emit(False))
        self.again.clicked.connect(lambda: self.typing_wanted.emit(True))
        self.differs.clicked.connect(self.looking_wanted)
        self.close_box.clicked.connect(self.close_wanted)


def state_words(found: Compared) -> tuple[BannerKind, str, str]:
    """How the two entries stand to each other: the kind of a banner, a sentence, and what to do."""
    if not found.pairs:
        return "good", _("Both entries agree."), ""
    both = sum(pair.first is not None and pair.second is not None for pair in found.pairs)
    said = (
        [n_("{count} form was read differently.", "{count} forms were read differently.", both)]
        if both
        else []
    )
    apart = found.first - found.second
    if apart:
        said.append(counts_apart(apart))
    return "warn", " ".join(said), _("Type the rest again if there is any; then look at what differs.")


def counts_apart(apart: int) -> str:
    """That one entry has more forms than the other; a positive number is what the second lacks."""
    if apart > 0:
        return n_(
            "The second entry has {count} form fewer than the first.",
            "The second entry has {count} forms fewer than the first.",
            apart,
        )
    return n_(
        "The second entry has {count} form more than the first.",
        "The second entry has {count} forms more than the first.",
        -apart,
    )


def _in_a_row(look: Look, *buttons: Button) -> FlowRow:
    row = FlowRow(look, 8)
    for button in buttons:
        row.add(button)
    return row
