"""One name that looks alike, and what a person can say about it. Which entries are meant is ticked, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import OrganisationRelation
from capture_app.services.organisations import ListedAt, Other, Suggestion, Why
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

SAME = "same"
"""Said of a name that is another spelling; everything else is an `OrganisationRelation`."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of another name, and which of its entries they ticked."""

    what: str
    other: Other
    entries: tuple[RecordId, ...] = ()
    whole: bool = False


class SuggestionRow(QWidget):
    """Signals:
    said(Said): a person said it.
    """

    said = Signal(object)

    def __init__(self, look: Look, suggestion: Suggestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.suggestion = look, suggestion
        self.which: WhichEntries | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(4), 0, look.px(8))
        self._column.setSpacing(look.px(4))
        other = suggestion.other
        self._column.addWidget(Prose(other.name, look, "strong"))
        self._column.addWidget(Prose(_about(suggestion), look, "caption"))
        self.buttons = {what: self._button(what, words) for what, words in _answers()}
        answers = FlowRow(look, 6)
        for button in self.buttons.values():
            answers.add(button)
        self._column.addWidget(answers)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look

    def _button(self, what: str, words: str) -> Button:
        button = Button(words, self._look, size="row")
        button.say_of(self.suggestion.other.name)
        button.clicked.connect(partial(self._on_pressed, what))
        return button

    def _on_pressed(self, what: str) -> None:
        other = self.suggestion.other
        if not other.organisation or (what == SAME):
            self._ask(what)
        else:
            self.said.emit(Said(what, other))

    def _ask(self, what: str) -> None:
        self._close()
        self.which = WhichEntries(self._look, what, self.suggestion.other)
        self.which.said.connect(self.said)
        self.which.left.connect(self._on_left)
        self._column.addWidget(self.which)
        self.which.focus_first()

    def _on_left(self) -> None:
        what = self.which.what if self.which else SAME
        self._close()
        self.buttons[what].setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self.which is not None:
            self._column.removeWidget(self.which)
            self.which.hide()
            self.which.deleteLater()
            self.which = None


class WhichEntries(QWidget):
    """Asks which entries are meant; none is ticked beforehand. The button says what will happen.

    Signals:
        said(Said): as ticked. left(): leave it.
    """

    said = Signal(object)
    left = Signal()

    def __init__(self, look: Look, what: str, other: Other, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self._other = what, other
        self.ticks: dict[RecordId, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(4), 0, look.px(4))
        column.setSpacing(look.px(4))
        column.addWidget(Prose(_question(what, other), look))
        for entry in other.listed:
            tick = self.ticks[entry.record] = Check(entry.session or _("A session not named"), look)
            column.addWidget(_beside(look, tick, f"{entry.text} · {came_or_answered(entry)}"))
            tick.clicked.connect(self._tell)
        self.whole = Check(_("Take it off the list"), look)
        self.whole.clicked.connect(self._on_whole)
        if what == SAME and other.organisation:
            words = _("It is no organisation of its own: all that names it will name this one.")
            column.addWidget(_beside(look, self.whole, words))
        self.verb = Button("", look, size="row")
        self.verb.clicked.connect(self._on_verb)
        leave = Button(_("Leave it"), look, "quiet", size="row")
        leave.clicked.connect(self.left)
        row = FlowRow(look, 6)
        row.add(self.verb)
        row.add(leave)
        column.addWidget(row)
        self._tell()

    def focus_first(self) -> None:
        """The first thing to tick, or the verb."""
        first = next(iter(self.ticks.values()), None) or self.verb
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_whole(self) -> None:
        for tick in self.ticks.values():
            tick.setChecked(self.whole.isChecked())
            tick.setEnabled(not self.whole.isChecked())
        self._tell()

    def _on_verb(self) -> None:
        self.said.emit(Said(self.what, self._other, self._ticked(), self.whole.isChecked()))

    def _ticked(self) -> tuple[RecordId, ...]:
        return tuple(record for record, tick in self.ticks.items() if tick.isChecked())

    def _tell(self) -> None:
        count = len(self._ticked())
        kept = _("Keep the spelling only") if self.what == SAME else _("Keep it, and move no entry")
        moved = n_("Keep it, and move {count} entry", "Keep it, and move {count} entries", count)
        self.verb.set_words(moved if count else kept)


def came_or_answered(entry: ListedAt) -> str:
    """Whether an entry says that somebody was there, or that something came back."""
    return _("returned an answer") if entry.returned else _("listed as there")


def _beside(look: Look, tick: Check, words: str) -> QWidget:
    """A box to tick with more words than fit on it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    tick.setAccessibleDescription(words)
    row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Prose(words, look, "secondary"), 1, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _answers() -> Sequence[tuple[str, str]]:
    return (
        (SAME, _("Another spelling of this")),
        (OrganisationRelation.PART_OF.value, _("Part of this")),
        (OrganisationRelation.LISTED_WITH.value, _("Listed together")),
        (OrganisationRelation.KEPT_APART.value, _("Keep apart")),
    )


def _question(what: str, other: Other) -> str:
    if what != SAME:
        return _("“{name}” becomes an organisation of its own. Which entries are it?").format(name=other.name)
    if other.listed:
        return _("Which entries are this organisation? What they say stays letter for letter.")
    return _("“{name}” is listed nowhere.").format(name=other.name)


def _about(suggestion: Suggestion) -> str:
    other = suggestion.other
    why = {
        Why.SAME_WORDS: _("The same words"),
        Why.ONE_HOLDS_THE_OTHER: _("One name holds the other"),
        Why.INITIALS: _("May be its initials"),
        Why.SPELT_ALIKE: _("Spelt alike"),
    }[suggestion.likeness.why]
    what = "" if other.organisation else _("stands for no organisation yet")
    sessions = ", ".join(dict.fromkeys(entry.session for entry in other.listed if entry.session))
    return " · ".join(words for words in (why, what, sessions or _("listed nowhere")) if words)
