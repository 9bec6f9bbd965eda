"""Below a row: whom the words in it may mean, offered and never applied by itself (C5, C6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import Record, RecordId
from capture_app.services.naming import Choice
from capture_app.ui.register.described import Refer, Rows
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import FlowRow
from capture_app.words import _

_MOST = 4


class KnownOffer(FlowRow):
    """Signals:
    said(str): yes, this one is meant.
    """

    said = Signal(str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, 8, parent=parent)
        self._look = look
        self._shown: tuple[Choice, ...] = ()
        self.hide()

    def show_known(self, known: Sequence[Choice]) -> None:
        """Ask of each whether it is meant; nothing stands here where nobody may be."""
        if tuple(known) != self._shown:
            self._shown = tuple(known)
            self.clear()
            for record, words in known:
                self.add(self._button(record, words))
        self.setVisible(bool(known))

    def _button(self, record: RecordId, words: str) -> Button:
        question = _("Is this {name} of People?").format(name=words)
        button = Button(question, self._look, size="row", icon="user")
        button.clicked.connect(partial(self.said.emit, record))
        return button


def may_mean(
    spec: Rows, record: Record, choices: Mapping[type[Record], Sequence[Choice]]
) -> tuple[Choice, ...]:
    """Who is called as it is typed in the first of the fields in `known`, where nobody is chosen in the second yet.

    Of namesakes each is offered, with what tells them apart.
    """
    if not spec.known or getattr(record, spec.known[1]):
        return ()
    refer = next(one for one in spec.fields if isinstance(one, Refer) and one.name == spec.known[1])
    typed = _as_read(str(getattr(record, spec.known[0])))
    return tuple(_called(typed, choices.get(refer.to, ())))[:_MOST] if typed else ()


def _called(typed: str, choices: Sequence[Choice]) -> Iterator[Choice]:
    for record, words in choices:
        name = _as_read(words)
        if name == typed or name.startswith((f"{typed}, ", f"{typed} (")):
            yield record, words


def _as_read(words: str) -> str:
    return " ".join(words.casefold().split())
