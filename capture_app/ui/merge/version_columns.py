"""The versions of a field side by side, beside what stood there before both."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from capture_app.services.conflicts import ConflictView
from capture_app.ui.merge.decisions import Decision
from capture_app.ui.merge.difference import changed_words
from capture_app.ui.merge.naming import letters_of, written_by
from capture_app.ui.merge.version_card import VersionCard, VersionFace
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.wrapping import Span
from capture_app.words import _

_ABREAST = 190
"""Width at 100 % text below which a column is too narrow to read, so that they stand under each other."""
_LOWEST = 172
"""How high columns are at least, at 100 % text, so that they do not jump from one conflict to the next."""
_BEFORE, _VERSION = 5, 7
"""How the width is shared."""


def faces_of(view: ConflictView, decision: Decision | None) -> Iterator[VersionFace]:
    """The cards of a conflict from left to right; the last is a wording of one's own."""
    if view.before is not None:
        title = _("Before both") if len(view.versions) == 2 else _("Before all of them")
        yield VersionFace(title, when(view.before.at), view.before.text)
    letters = letters_of(view)
    for number, version in enumerate(view.versions):
        taken = decision is not None and decision.version == number
        yield VersionFace(
            title=f"{version.device} · {_state(taken=taken, shown=version.shown)}".removesuffix(" · "),
            detail=written_by(version),
            text=version.text,
            marks=_marks(view, number),
            letter=letters[number],
            chosen=taken if decision else version.shown,
        )
    if decision is not None and decision.version is None:
        yield _neither(view, decision)


def _neither(view: ConflictView, decision: Decision) -> VersionFace:
    """What stands instead of the versions: one's own words, or what was shown before anybody decided."""
    if view.mixed and decision.text == view.mixed:
        return VersionFace(_("As it was shown"), _("Parts of both"), decision.text, chosen=True)
    return VersionFace(_("Your wording"), _("Taken instead of both"), decision.text, chosen=True)


def _state(*, taken: bool, shown: bool) -> str:
    if taken:
        return _("taken")
    return _("shown for now") if shown else ""


def _marks(view: ConflictView, number: int) -> tuple[Span, ...]:
    """What differs from before; where nothing is known of that, from the first of the others."""
    others = [version.text for place, version in enumerate(view.versions) if place != number]
    known = view.before is not None and view.before.value is not None and not view.before.absent
    base = view.before.text if known and view.before else others[0]
    return changed_words(base, view.versions[number].text)


class VersionColumns(QWidget):
    """Columns where there is room, else one under the other.

    Signals:
        taken(int): somebody takes this version.
    """

    taken = Signal(int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.cards: list[VersionCard] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._row.setSpacing(look.px(10))
        self._fit()

    def show_conflict(self, view: ConflictView, decision: Decision | None) -> None:
        """Show a conflict as it stands."""
        self._clear()
        before = 1 if view.before is not None else 0
        for place, face in enumerate(faces_of(view, decision)):
            card = VersionCard(self._look, face)
            if face.letter:
                card.taken.connect(lambda number=place - before: self.taken.emit(number))
            self._row.addWidget(card, _BEFORE if place < before else _VERSION)
            self.cards.append(card)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(_ABREAST), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _clear(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
            self._row.removeWidget(card)
        self.cards = []

    def _fit(self) -> None:
        abreast = self.width() >= self._look.px(_ABREAST) * max(1, len(self.cards))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if abreast else down)
        for card in self.cards:
            card.setMinimumHeight(self._look.px(_LOWEST) if abreast else 0)
