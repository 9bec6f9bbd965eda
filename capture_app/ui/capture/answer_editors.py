"""Questions that are not answered in lines: a figure, a choice, a text (D9, D14)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.domain.forms.numbers import plain_number, worth
from capture_app.domain.values import Answer, Item
from capture_app.domain.vocabulary import Certainty, Given, ItemKind
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown, Radio
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_SOON = 700
"""Milliseconds from the first change to the answer: each answer kept is a change of its own, so not every key."""


class AnswerEditor(QWidget):
    """Answers one item. What the workspace tells is shown unless somebody is in the middle of changing it.

    Signals:
        begun(): something was changed that is not answered yet.
        answered(Answer or None): the answer as it stands now; None takes it back.
    """

    begun = Signal()
    answered = Signal(object)

    def __init__(self, item: Item, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item, self._look = item, look
        self._held: Answer | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.flush)
        self.column = QVBoxLayout(self)
        self.note = Prose("", look, "secondary")
        self.note.hide()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        pad = look.px(look.theme.space.card)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(look.px(look.theme.space.gap))

    def show_answer(self, answer: Answer | None) -> None:
        """Show what stands, unless it is being changed here."""
        if self._soon.isActive() or answer == self._held:
            return
        self._held = answer
        skipped = answer is not None and answer.given is Given.NOT_DISCUSSED
        self.note.set_words(_("Marked as not discussed. An answer takes that back.") if skipped else "")
        self.note.setVisible(skipped)
        self.fill(answer if answer is not None and not skipped else Answer())

    def flush(self) -> None:
        """Give the answer now, if it has changed."""
        if self._soon.isActive():
            self._soon.stop()
        answer = self.current()
        if answer != self._held and not (answer is None and self._is_not_discussed()):
            self._held = answer
            self.note.hide()
            self.answered.emit(answer)

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        first = next(
            (w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, answer: Answer) -> None:
        """Put an answer into the fields."""
        raise NotImplementedError

    def current(self) -> Answer | None:
        """What the fields say; None if they are empty."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def changed(self) -> None:
        """Somebody changed a field."""
        if not self._soon.isActive():
            self._soon.start()
            self.begun.emit()

    def _is_not_discussed(self) -> bool:
        return self._held is not None and self._held.given is Given.NOT_DISCUSSED


class FigureEditor(AnswerEditor):
    """A figure or a range, with its unit, of what, how sure the group is, and who said it (D9).

    What is no number ("about nine") is kept in its words and said to be, since nothing typed here may change or go.
    """

    def __init__(self, item: Item, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent)
        self._value, self._upper = QLineEdit(), QLineEdit()
        self._unit, self._of, self._said_by = QLineEdit(item.unit), QLineEdit(item.of), QLineEdit()
        self._certainty = DropDown(look, _("How sure"))
        for certainty, words in _certainties().items():
            self._certainty.addItem(words, certainty.value)
        self._values = Field(look, _("Figure"), self._value)
        self._uppers = Field(look, _("to (only for a range)"), self._upper)
        self._build(look)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the widths."""
        super().set_look(look)
        for field in (self._value, self._upper, self._unit):
            field.setFixedWidth(look.px(110))
        for field in (self._of, self._said_by):
            field.setFixedWidth(look.px(232))
        self._certainty.setFixedWidth(look.px(232))

    def fill(self, answer: Answer) -> None:
        self._value.setText(answer.value or answer.text)
        self._upper.setText(answer.upper)
        self._unit.setText(answer.unit or self.item.unit)
        self._of.setText(answer.of or self.item.of)
        self._said_by.setText(answer.reason)
        self._certainty.setCurrentIndex(self._certainty.findData(answer.certainty.value))
        self._check()

    def current(self) -> Answer | None:
        value, upper = self._typed()
        if not value and not upper:
            return None
        numbers = [plain_number(one) for one in (value, upper) if one]
        counted = all(numbers)
        words = (
            _("{lower} to {upper}").format(lower=value, upper=upper) if value and upper else value or upper
        )
        return Answer(
            value=plain_number(value) if counted else "",
            upper=plain_number(upper) if counted else "",
            text="" if counted else words,
            unit=self._unit.text().strip(),
            of=self._of.text().strip(),
            certainty=Certainty(self._certainty.currentData()),
            reason=self._said_by.text().strip(),
        )

    def _build(self, look: Look) -> None:
        row = QHBoxLayout()
        row.addWidget(self._values)
        row.addWidget(self._uppers)
        row.addWidget(Field(look, _("Unit"), self._unit))
        row.addStretch(1)
        self.column.addWidget(self.note)
        self.column.addLayout(row)
        self.column.addWidget(Field(look, _("Of what"), self._of))
        self.column.addWidget(Field(look, _("How sure"), self._certainty))
        self.column.addWidget(
            Field(
                look,
                _("Who said it, or where it is from"),
                self._said_by,
                _("Such as “two services”, or a report; nobody’s name."),
            )
        )
        self.column.addStretch(1)
        for line in (self._value, self._upper, self._unit, self._of, self._said_by):
            line.textEdited.connect(self.changed)
            line.installEventFilter(self)
        for line in (self._value, self._upper):
            line.editingFinished.connect(self._check)
        self._certainty.activated.connect(self.changed)

    def _typed(self) -> tuple[str, str]:
        return self._value.text().strip().rstrip("."), self._upper.text().strip().rstrip(".")

    def _check(self) -> None:
        lower, upper = map(worth, self._typed())
        if any(typed and worth(typed) is None for typed in self._typed()):
            words = _("Kept in these words. Only a number in figures, such as 9 or 9.5, can be counted.")
            self._values.set_error(words)
        else:
            self._values.clear_error()
        if lower is not None and upper is not None and upper < lower:
            self._uppers.set_error(_("This is smaller than the first figure. Both are kept as they are."))
        else:
            self._uppers.clear_error()


class ChoiceEditor(AnswerEditor):
    """One of several answers, none chosen beforehand; with a reason where the form asks for one."""

    def __init__(self, item: Item, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent)
        self._radios = {option.id: Radio(option.label, look) for option in item.options}
        self._reason = QLineEdit()
        self._none = Button(_("Take the choice back"), look, "quiet", size="row")
        self.column.addWidget(self.note)
        for radio in self._radios.values():
            radio.setAutoExclusive(False)
            radio.clicked.connect(partial(self._choose, radio))
            self.column.addWidget(radio)
        self._none.hide()
        self._none.clicked.connect(partial(self._choose, None))
        self.column.addWidget(self._none)
        if item.reason:
            self.column.addWidget(Field(look, _("Why"), self._reason))
            self._reason.textEdited.connect(self.changed)
            self._reason.installEventFilter(self)
        self.column.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces and the width."""
        super().set_look(look)
        self._reason.setMaximumWidth(look.px(640))

    def fill(self, answer: Answer) -> None:
        for key, radio in self._radios.items():
            radio.setChecked(key == answer.choice)
        self._reason.setText(answer.reason)
        self._none.setVisible(bool(answer.choice))

    def current(self) -> Answer | None:
        choice = next((key for key, radio in self._radios.items() if radio.isChecked()), "")
        reason = self._reason.text().strip()
        return Answer(choice=choice, reason=reason) if choice or reason else None

    def _choose(self, chosen: Radio | None, *_checked: bool) -> None:
        for radio in self._radios.values():
            radio.setChecked(radio is chosen)
        self._none.setVisible(chosen is not None)
        self.changed()
        self.flush()


class TextEditor(AnswerEditor):
    """An answer in words."""

    def __init__(self, item: Item, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(item, look, parent)
        self._words = QPlainTextEdit()
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(item.prompt)
        self._words.installEventFilter(self)
        self._words.textChanged.connect(self._on_text)
        self._filling = False
        self.column.addWidget(self.note)
        self.column.addWidget(Label(_("Answer"), "label"))
        self.column.addWidget(self._words, 1)
        self.set_look(look)

    def fill(self, answer: Answer) -> None:
        if answer.text != self._words.toPlainText():
            self._filling = True
            self._words.setPlainText(answer.text)
            self._filling = False

    def current(self) -> Answer | None:
        text = self._words.toPlainText()
        return replace(Answer(), text=text) if text.strip() else None

    def _on_text(self) -> None:
        if not self._filling:
            self.changed()


def editor_for(item: Item, look: Look) -> AnswerEditor:
    """The editor an item's kind needs; lines have their own."""
    kinds: dict[ItemKind, type[AnswerEditor]] = {
        ItemKind.FIGURE: FigureEditor,
        ItemKind.CHOICE: ChoiceEditor,
        ItemKind.TEXT: TextEditor,
    }
    return kinds[item.kind](item, look)


def _certainties() -> dict[Certainty, str]:
    return {
        Certainty.NOT_STATED: _("Not stated"),
        Certainty.EXACT: _("Exact"),
        Certainty.ESTIMATE: _("An estimate"),
        Certainty.HEARSAY: _("Hearsay"),
    }
