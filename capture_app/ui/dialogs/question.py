"""What all dialogs share: a question for a title, room for what goes wrong, verbs for buttons, Esc does no harm."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

USUAL_WIDTH = 520
_AROUND = 60
"""Pixels of the screen that stay free, for the window's frame too."""


class Question(InReadingOrder, QDialog):
    """A dialog that stays open while its answer is tried out. `grave`: the verb cannot be undone.

    `add` fills it; `busy` says what is being done and holds the buttons; `refuse` says what went wrong and
    lets the person try again.

    Signals:
        answered(): the verb was pressed, or Enter.
    """

    answered = Signal()

    def __init__(
        self,
        look: Look,
        question: str,
        verb: str,
        *,
        harmless: str = "",
        width: int = USUAL_WIDTH,
        grave: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self._width, self._busy = look, width, False
        self.setWindowTitle(question)
        self.setModal(True)
        self.verb = Button(verb, look, "normal" if grave else "primary")
        self.verb.clicked.connect(self._on_verb)
        self.harmless = Button(harmless or _("Cancel"), look)
        self.harmless.clicked.connect(self.reject)
        (self.harmless if grave else self.verb).setDefault(True)
        self._icon = Icon("warning-circle", look, "bad", 18)
        self._said = Prose("", look, "secondary")
        self._scroll, self._buttons = ScrollColumn(look, margins=False), QHBoxLayout()
        self.column = self._scroll.column
        self._build(question)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self.look = look
        page, gap = look.px(look.theme.space.page), look.px(look.theme.space.gap)
        self._whole.setContentsMargins(page, page - look.px(4), page, page - look.px(4))
        for layout in (self._whole, self.column, self._buttons):
            layout.setSpacing(gap)
        self._below.setSpacing(look.px(6))
        self._fit()

    def add(self, widget: QWidget) -> None:
        """Put a widget below those there are."""
        self.column.addWidget(widget)
        self._scroll.show()

    def add_at_foot(self, control: QAbstractButton) -> None:
        """Put a further button or a tick at the left of those at the foot, where it is seen at any size of text."""
        self._buttons.insertWidget(0, control)
        control.show()

    def ask(self, question: str) -> None:
        """Ask something else, where one answer leads to the next question."""
        self.setWindowTitle(question)
        self._question.set_words(question)

    def busy(self, words: str) -> None:
        """Say what is being done; the buttons wait."""
        self._busy = True
        self._say(words, error=False)
        self.verb.setEnabled(False)
        self.harmless.setEnabled(False)
        # Working out a key holds Python's lock for its two seconds, so what is said has to stand before.
        self._whole.activate()
        self.repaint()

    def refuse(self, sentence: str) -> None:
        """Say what went wrong; the person can try again."""
        self.rest()
        self._say(sentence, error=True)
        announce(self, sentence, assertive=True)

    def refuse_at(self, place: QWidget, sentence: str) -> None:
        """Say what is wrong with what stands there, and put the keyboard and the sight there."""
        self.refuse(sentence)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(place)

    def rest(self) -> None:
        """Nothing is being done any more."""
        self._busy = False
        self._say("", error=False)
        self.verb.setEnabled(True)
        self.harmless.setEnabled(True)

    def said(self) -> str:
        """The sentence below the fields."""
        return self._said.text()

    def reject(self) -> None:
        """Go without doing anything, unless it is being done already."""
        if not self._busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._writes_one_line():
            self._on_verb()
            return
        super().keyPressEvent(event)

    def _writes_one_line(self) -> bool:
        return isinstance(self.focusWidget(), QLineEdit)

    def _on_verb(self) -> None:
        if not self._busy and self.verb.isEnabled():
            self.answered.emit()

    def _say(self, words: str, *, error: bool) -> None:
        self._icon.setVisible(error)
        self._said.set_kind("bad" if error else "secondary")
        self._said.set_words(words)
        self._said.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        """As high as what it says; what has no room on the screen scrolls."""
        look = self.look
        width = min(look.px(self._width), self.screen().availableGeometry().width() - _AROUND)
        self.setFixedWidth(width)
        self._scroll.setFixedHeight(0)
        rest = self._whole.totalHeightForWidth(width)
        inside = width - 2 * look.px(look.theme.space.page)
        body = self.column.totalHeightForWidth(inside)
        wanted = body if body >= 0 else self.column.totalSizeHint().height()
        room = self.screen().availableGeometry().height() - rest - _AROUND
        # A scroll bar that was there before the height was known would make lines wrap, and so stay for ever.
        needed = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self._scroll.setVerticalScrollBarPolicy(needed)
        self._scroll.setFixedHeight(min(wanted, room))
        self.resize(width, self._whole.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _build(self, question: str) -> None:
        self._whole, self._below = QVBoxLayout(self), QHBoxLayout()
        self._question = Prose(question, self.look, "question")
        self._whole.addWidget(self._question)
        self._whole.addWidget(self._scroll)
        self._scroll.hide()
        self._below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._said, 1)
        self._whole.addLayout(self._below)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.harmless)
        self._buttons.addWidget(self.verb)
        self._whole.addLayout(self._buttons)
        self._icon.hide()
        self._said.hide()
