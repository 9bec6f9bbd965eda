"""One change of a record: when, on which laptop, by whom, and what it did to each field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from capture_app.services.history import FieldChange, Version
from capture_app.ui.merge.difference import changed_words
from capture_app.ui.merge.marked_text import MarkedText
from capture_app.ui.merge.naming import sentence_case
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.tag import Tag
from capture_app.ui.widgets.wrapping import Span
from capture_app.words import _


class VersionEntry(QFrame):
    """A card. `heads` is how many versions stand side by side; only one where nothing is in conflict.

    Signals:
        wanted(Version): the record should say again what it said here.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, version: Version, heads: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = version
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._head = FlowRow(look, 10)
        self.bring_back: Button | None = None
        self._build(look, heads)
        self.setAccessibleName(self._spoken(heads))
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        pad = look.px(look.theme.space.card)
        self._column.setContentsMargins(pad, look.px(10), pad, look.px(12))
        self._column.setSpacing(look.px(6))

    def _build(self, look: Look, heads: int) -> None:
        version = self.version
        self._head.add(Label(sentence_case(when(version.at)), "strong"))
        self._head.add(Label(_by(version), "secondary"))
        for icon, words, tint in _states(version, heads):
            self._head.add(Tag(look, icon, words, tint))
        self._column.addWidget(self._head)
        if version.emptied:
            said = _("The words of this version were erased. That it was there is kept.")
            self._column.addWidget(Prose(said, look, "secondary"))
        for change in version.changes:
            self._add_change(look, change)
        if version.returns and not (version.shown and heads == 1):
            self._add_button(look)

    def _add_change(self, look: Look, change: FieldChange) -> None:
        self._column.addWidget(Label(sentence_case(change.field), "label"))
        first = self.version.first or not change.before
        if not first:
            gone = changed_words(change.after, change.before)
            self._column.addWidget(_line(look, _("Before: {text}"), change.before, gone, dim=True))
        fresh = () if first else changed_words(change.before, change.after)
        pattern = "{text}" if first else _("Now: {text}")
        self._column.addWidget(_line(look, pattern, change.after, fresh, dim=False))

    def _add_button(self, look: Look) -> None:
        self.bring_back = Button(
            _("Bring this version back"), look, size="row", icon="arrow-counter-clockwise"
        )
        self.bring_back.say_of(f"{when(self.version.at)}, {self.version.device}")
        self.bring_back.clicked.connect(lambda: self.wanted.emit(self.version))
        row = FlowRow(look, 0)
        row.add(self.bring_back)
        self._column.addWidget(row)

    def _spoken(self, heads: int) -> str:
        version = self.version
        changes = [f"{one.field}: {one.after}" for one in version.changes]
        states = [words for _icon, words, _tint in _states(version, heads)]
        return ". ".join((f"{when(version.at)}, {_by(version)}", *states, *changes))


def _by(version: Version) -> str:
    """ "Laptop B · scribe"; the role alone where the laptop is called so."""
    if version.device.casefold() == version.role.casefold():
        return version.device
    return f"{version.device} · {version.role}"


def _line(look: Look, pattern: str, text: str, marks: tuple[Span, ...], *, dim: bool) -> MarkedText:
    """A value after its word, the marks moved along."""
    shift = pattern.index("{text}")
    moved = tuple(Span(mark.start + shift, mark.length) for mark in marks)
    return MarkedText(look, pattern.format(text=text), moved, dim=dim)


def _states(version: Version, heads: int) -> list[tuple[str, str, str]]:
    """Icon, words and tint of what there is to say about a version."""
    found = []
    if version.emptied:
        found.append(("eye-slash", _("Words erased"), "bad"))
    if version.first:
        found.append(("pencil-line", _("First written"), "text2"))
    if version.shown and heads == 1:
        found.append(("check-circle-fill", _("Stands now"), "good"))
    elif version.shown:
        found.append(("git-merge", _("One of {count} that stand side by side").format(count=heads), "warn"))
    return found
