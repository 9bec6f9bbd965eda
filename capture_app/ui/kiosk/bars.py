"""The kiosk's upper edge (what is promised, text size, the way out for staff) and its lower one (back, skip, next)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from capture_app.domain.vocabulary import Promise
from capture_app.services.wording import promise_words
from capture_app.ui.language_names import language_name
from capture_app.ui.style import Look
from capture_app.ui.theme import MEDIUM
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.painting import CENTRE, focus_ring, rounded, written
from capture_app.words import _

SIZES = (100, 125, 150)
"""Text sizes of the kiosk in per cent of what the window has."""


class _Letter(QAbstractButton):
    """An A in one of three sizes."""

    def __init__(self, points: int, look: Look) -> None:
        super().__init__()
        self._points, self._look = points, look
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(36), self._look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = "sel" if self.isChecked() else "hover"
            rounded(painter, rect, look.px(6), fill=look.colour(ground))
        written(painter, rect, "A", look.font(self._points, MEDIUM), look.colour("text"), CENTRE)
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(6))


class TopBar(QWidget):
    """`languages` are those the form can be read in; one button for each that is not in force. `trial`: it is tried.

    Signals:
        size_wanted(int): text of this size in per cent.
        language_wanted(str): another language.
        staff_wanted(): somebody of the staff wants to leave.
    """

    size_wanted = Signal(int)
    language_wanted = Signal(str)
    staff_wanted = Signal()

    def __init__(
        self,
        look: Look,
        promise: Promise,
        languages: Sequence[str] = (),
        *,
        trial: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._promise, self._trial = promise, trial
        icon = "eye" if trial else "fingerprint" if promise is Promise.ANONYMOUS else "lock-simple"
        self.promise = Prose("", look, "secondary")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.addWidget(Icon(icon, look, "good" if promise is Promise.ANONYMOUS else "priv", 24))
        self._row.addWidget(self.promise, 1)
        self.staff = Button("", look, "plain", icon="lock-simple")
        self.staff.clicked.connect(self.staff_wanted)
        self.languages = {code: Button(language_name(code), look) for code in languages}
        for code, button in self.languages.items():
            button.clicked.connect(partial(self._on_language, code))
            self._row.addWidget(button)
        self.letters = [_Letter(size, look) for size in (8, 12, 17)]
        for letter, size in zip(self.letters, SIZES, strict=True):
            letter.clicked.connect(lambda _on=False, size=size: self.size_wanted.emit(size))
            self._row.addWidget(letter)
        self._row.addWidget(self.staff)
        self.show_size(SIZES[0])
        self.tell()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setContentsMargins(look.px(40), look.px(14), look.px(40), look.px(10))
        self._row.setSpacing(look.px(10))

    def tell(self) -> None:
        """Say everything in the language in force."""
        lead, words = promise_words(self._promise)
        if self._trial:
            lead, words = _("Only tried."), _("This is how people see it. Nothing of it is kept.")
        self.promise.set_words(words, lead=lead)
        self.staff.set_words(_("Done trying") if self._trial else _("For staff"))
        names = (_("Usual text"), _("Larger text"), _("Largest text"))
        for letter, name in zip(self.letters, names, strict=True):
            letter.setAccessibleName(name)

    def _on_language(self, code: str) -> None:
        self.language_wanted.emit(code)

    def show_language(self, language: str) -> None:
        """Offer all but this one."""
        for code, button in self.languages.items():
            button.setVisible(code != language)

    def show_size(self, size: int) -> None:
        """Mark the size in force."""
        for letter, own in zip(self.letters, SIZES, strict=True):
            letter.setChecked(own == size)


class FootBar(QFrame):
    """Signals: back_wanted(), skip_wanted(), next_wanted()."""

    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self.back = Button("", look, size="kiosk", icon="caret-left")
        self.skip = Button("", look, size="kiosk")
        self.next = Button("", look, "primary", size="kiosk")
        self._words = Prose("", look, "secondary")
        self._last = False
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.skip)
        self._row.addWidget(self.next)
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.tell()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._row.setContentsMargins(look.px(40), look.px(20), look.px(40), look.px(18))
        self._row.setSpacing(look.px(14))

    def show_place(self, *, first: bool, last: bool, asks: bool) -> None:
        """No way back from the first question; after the last one the answers go in; a note cannot be skipped."""
        self.back.setVisible(not first)
        self.skip.setVisible(asks)
        self._last = last
        self.tell()

    def tell(self) -> None:
        """Say everything in the language in force."""
        self.back.set_words(_("Back"))
        self.skip.set_words(_("Skip"))
        self.next.set_words(_("Hand in") if self._last else _("Next"))
        self._words.set_words(_("You can skip any question."))
