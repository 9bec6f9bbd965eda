"""How many are here, grain by grain, each count with what it counts; nothing is added up across them (C3, X23)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Grain, Side
from capture_app.domain.who_is_here import HereCount, counted, people_in
from capture_app.services.attending import Here
from capture_app.ui.here.here_words import grain_words, places_of, rest_of, what_counts
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_, number_words

_GRAINS = (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY)


class _Count(QWidget):
    """One grain: its word, a large number, where they sit, who is missing, and what the number counts."""

    def __init__(self, grain: Grain, look: Look) -> None:
        super().__init__()
        self._title, self._number = Label(grain_words(grain), "heading"), Label("", "title")
        self._places, self._rest = Prose("", look), Prose("", look, "secondary")
        self._what = Prose(what_counts(grain), look, "caption")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        head.addWidget(self._title, 1)
        head.addWidget(self._number)
        column.addLayout(head)
        for words in (self._places, self._rest, self._what):
            column.addWidget(words)

    def show_count(self, count: HereCount, places: str) -> None:
        """Show how many are there."""
        people = count.here if count.people is None else count.people
        no_sum = count.grain is Grain.CATEGORY and count.here > 0 and count.people is None
        number = _("{count} here").format(count=number_words(people))
        self._number.setText(_("No sum") if no_sum else number)
        for label, words in ((self._places, places), (self._rest, rest_of(count))):
            label.set_words(words)
            label.setVisible(bool(words))
        self.setAccessibleName(f"{self._title.text()}: {self._number.text()}")


class TallyCard(Card):
    """The three counts, one below the other."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Here now"), parent=parent)
        self.counts = {grain: _Count(grain, look) for grain in _GRAINS}
        for grain in _GRAINS:
            self.add_section().column.addWidget(self.counts[grain])
        note = _("The three are never added up: somebody may stand in more than one.")
        self.add_section().column.addWidget(Prose(note, look, "caption"))

    def show_here(self, here: Here) -> None:
        """Count these."""
        rows = [one.row for one in here.rows]
        for grain, shown in self.counts.items():
            count = counted(rows, grain)
            places = places_of(count)
            if grain is Grain.CATEGORY:
                places = _headcount(count, people_in(rows, Side.ROOM), people_in(rows, Side.REMOTE))
            shown.show_count(count, places)


def _headcount(count: HereCount, room: int, remote: int) -> str:
    """Where the people sit whom the headcounts come to, or why there is no sum."""
    if not count.here:
        return ""
    if count.uncounted:
        return n_(
            "No sum: {count} kind has no number yet.",
            "No sum: {count} kinds have no number yet.",
            count.uncounted,
        )
    if count.overlap:
        return _("Some may have been counted twice.")
    told = ((room, _("{count} in the room")), (remote, _("{count} remote")))
    kinds = n_("{count} kind of people", "{count} kinds of people", count.here)
    return " · ".join((*(words.format(count=number) for number, words in told if number), kinds))
