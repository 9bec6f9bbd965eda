"""One question of a paper form, or one row of a matrix: its words, its answers with their keys, and what was read."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from capture_app.domain.forms.typed_up import Doubt, Stop, Typing, keys_of, typing_of
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import ItemKind
from capture_app.ui.keying.option_mark import OptionMark
from capture_app.ui.keying.paper_words import PaperWords
from capture_app.ui.keying.saying import answer_shown, doubt_words, how_to_type
from capture_app.ui.style import Look
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_BESIDE = 820
"""At least so wide (at 100 % text), answers stand beside their question; else below it."""
_LINES = {ItemKind.TEXT: 3}


class StopRow(QFrame):
    """`number` is that of the question on paper, 0 for none; a later row of a matrix has it too."""

    def __init__(self, look: Look, stop: Stop, number: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop, self._look, self._here = stop, look, False
        self.title = _title(stop, number)
        self._prompt = Prose(self.title, look)
        self._options = {
            option: self._mark(key, option) for key, option in keys_of(stop.item.options).items()
        }
        self._said, self._doubt = Prose("", look, "accent"), Prose("", look, "warn")
        self._why = Label(_("Why, in their words"), "label")
        self.words: PaperWords | None = None
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._whole.setContentsMargins(look.px(16), look.px(5), look.px(12), look.px(5))
        self._whole.setSpacing(look.px(4))
        self._right.setSpacing(look.px(4))
        self._left.setContentsMargins(0, look.px(3), 0, 0)
        self._turn()

    def show_read(self, answer: Answer | None, reason: str, doubt: Doubt | None) -> None:
        """Show what was read here; None for nothing yet."""
        chosen = () if answer is None else (answer.chosen or (answer.choice,))
        for option, mark in self._options.items():
            mark.show_place(chosen.index(option) + 1 if option in chosen else 0)
        said = "" if answer is None else answer_shown(answer) or _written(self.stop, answer, chosen)
        if reason:
            said = _("Why: {reason}").format(reason=reason)
        self._said.set_words(said)
        self._said.setVisible(bool(said))
        self._doubt.set_words("" if doubt is None else doubt_words(doubt))
        self._doubt.setVisible(doubt is not None)

    def show_here(self, *, here: bool) -> None:
        """Whether this is where one is."""
        self._here = here
        self.update()

    def write(self, words: str, *, reason: bool = False) -> PaperWords:
        """Make a field for what is written here."""
        self.stop_writing()
        label = _("Why: {question}").format(question=self.title) if reason else self.title
        lines = 2 if reason else _LINES.get(self.stop.item.kind, 1)
        self.words = PaperWords(self._look, label, words, lines)
        self._said.hide()
        self._why.setVisible(reason)
        self._right.addWidget(self.words)
        return self.words

    def stop_writing(self) -> None:
        """Take the field away, with all that stood in it."""
        self._why.hide()
        if self.words is not None:
            self.words.clear()
            self.words.hide()
            self.words.deleteLater()
            self.words = None

    def spoken(self) -> str:
        """The question and its answers, for a screen reader."""
        options = [mark.accessibleName() for mark in self._options.values()]
        return ". ".join([self.title, *options])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, rect = self._look, QRectF(self.rect())
        painter = QPainter(self)
        if self._here:
            painter.fillRect(rect, look.colour("accent_soft"))
            painter.fillRect(QRectF(0, 0, look.px(4), rect.height()), look.colour("accent"))
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), look.colour("border"))

    def _mark(self, key: str, option: str) -> OptionMark:
        labels = {one.id: one.label for one in self.stop.item.options}
        return OptionMark(key, labels[option] if labels[option] != key else "", self._look)

    def _build(self) -> None:
        self._left.addWidget(self._prompt)
        if how := how_to_type(self.stop.item):
            self._left.addWidget(Prose(how, self._look, "caption"))
        self._left.addStretch(1)
        if self._options:
            row = FlowRow(self._look, 4)
            for mark in self._options.values():
                row.add(mark)
            self._right.addWidget(row)
        self._right.addWidget(self._said)
        self._right.addWidget(self._doubt)
        self._right.addWidget(self._why)
        self._why.hide()
        self._said.hide()
        self._doubt.hide()
        self._whole.addLayout(self._left, 2)
        self._whole.addLayout(self._right, 3)

    def _turn(self) -> None:
        wide = self.width() * 100 >= _BESIDE * self._look.scale
        direction = QBoxLayout.Direction
        self._whole.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _title(stop: Stop, number: int) -> str:
    prompt = stop.item.prompt or _("(No words stand here.)")
    row = next((one.label for one in stop.item.rows if one.id == stop.row), "")
    words = _("{question} · {row}").format(question=prompt, row=row) if row else prompt
    return _("{number}. {question}").format(number=number, question=words) if number else words


def _written(stop: Stop, answer: Answer, chosen: tuple[str, ...]) -> str:
    """What was written; of options that are marked by numbers that were written, nothing: their marks show."""
    if stop.item.options:
        if typing_of(stop.item) is Typing.ONE_KEY or len(chosen) < 2 or stop.item.kind is not ItemKind.RANK:
            return ""
        labels = {one.id: one.label for one in stop.item.options}
        places = [
            _("{place}. {answer}").format(place=n, answer=labels[one]) for n, one in enumerate(chosen, 1)
        ]
        return ", ".join(places)
    value = answer.value
    if answer.upper:
        value = _("{lower} to {upper}").format(lower=answer.value, upper=answer.upper)
    return answer.text or f"{value} {answer.unit}".strip()
