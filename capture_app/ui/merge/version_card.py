"""One version of a field, or what stood there before both: whose it is, what it says, and the way to take it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.merge.marked_text import MarkedText
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.wrapping import Span
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class VersionFace:
    """What a card shows. `letter` is empty where nothing can be taken; `chosen` draws the accent edge."""

    title: str
    detail: str
    text: str
    marks: tuple[Span, ...] = ()
    letter: str = ""
    chosen: bool = False


class VersionCard(QFrame):
    """A card with a tinted head.

    Signals:
        taken(): somebody takes this version.
    """

    taken = Signal()

    def __init__(self, look: Look, face: VersionFace, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.setProperty("kind", "card-chosen" if face.chosen else "card")
        self.setAccessibleName(f"{face.title}: {face.text}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column, self._head, self._body = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._words = QVBoxLayout()
        self._build_head(look)
        self._build_body(look)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head.setContentsMargins(look.px(13), look.px(8), look.px(12), look.px(8))
        self._head.setSpacing(look.px(6))
        self._body.setContentsMargins(look.px(13), look.px(14), look.px(12), look.px(12))
        self._body.setSpacing(look.px(16))

    def _build_head(self, look: Look) -> None:
        head = QFrame()
        head.setProperty("kind", "card-head-chosen" if self.face.chosen else "card-head")
        head.setLayout(self._head)
        if self.face.chosen:
            self._head.addWidget(Icon("check-circle-fill", look, "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words.setSpacing(0)
        self._words.addWidget(Prose(self.face.title, look, "strong"))
        self._words.addWidget(Prose(self.face.detail, look, "secondary"))
        self._head.addLayout(self._words, 1)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        self._column.addLayout(self._body, 1)

    def _build_body(self, look: Look) -> None:
        face = self.face
        self._body.addWidget(MarkedText(look, face.text, face.marks, dim=not face.letter and not face.chosen))
        self._body.addStretch(1)
        if face.letter:
            words = _("Take {letter}").format(letter=face.letter)
            button = Button(words, look, size="row", key=face.letter)
            button.setAccessibleName(_("{take}: {title}").format(take=words, title=face.title))
            button.clicked.connect(self.taken)
            self._body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
