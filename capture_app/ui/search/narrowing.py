"""What narrows a search, as chips: kind, session, theme, this laptop, used in a statement or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from capture_app.domain.reading_order import reading_order
from capture_app.services.naming import Choice
from capture_app.services.searching import FOUND_IN, Narrow
from capture_app.services.wording import kind_words
from capture_app.ui.style import Look
from capture_app.ui.synthesis.filter_bar import FilterChip
from capture_app.ui.widgets.flow import FlowRow
from capture_app.words import _

Offer = tuple[str, Narrow]
"""A word in a menu, and what it narrows to."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The sessions and themes there are, by name."""

    sessions: Sequence[Choice] = ()
    themes: Sequence[Choice] = ()


class Narrowing(QWidget):
    """Chips in a row. `used` is offered only where statements are written.

    Signals:
        changed(Narrow): something else is in force.
    """

    changed = Signal(object)

    def __init__(self, look: Look, *, used: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = Narrow()
        self._choices, self._counts = Choices(), dict[str, int]()
        self._menu: QMenu | None = None
        self.kind, self.session = FilterChip(look, _("Everything")), FilterChip(look, _("All sessions"))
        self.theme, self.own = FilterChip(look, _("Any theme")), FilterChip(look, _("Any laptop"))
        self.used = FilterChip(look, _("Used or not"))
        row = FlowRow(look, 8)
        for chip in (self.kind, self.session, self.theme, self.own, self.used):
            row.add(chip)
            chip.show_choice("")
        self.used.setVisible(used)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._connect()

    def show_choices(self, choices: Choices) -> None:
        """Offer these sessions and themes."""
        self._choices = choices

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many hits there are of each kind, for the menu of kinds."""
        self._counts = dict(counts)

    def put(self, narrow: Narrow) -> None:
        """Put this in force."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.kind.show_choice(kind_words(narrow.kinds[0]) if narrow.kinds else "")
        self.session.show_choice(dict(self._choices.sessions).get(narrow.session, ""))
        self.theme.show_choice(dict(self._choices.themes).get(narrow.theme, ""))
        self.own.show_choice(_("Written on this laptop") if narrow.own else "")
        self.used.show_choice("" if narrow.used is None else _used_words(narrow.used))
        self.changed.emit(narrow)

    def clear(self) -> None:
        """Take everything off."""
        self.put(Narrow())

    def _connect(self) -> None:
        self._bind(self.kind, self._kinds, lambda now: replace(now, kinds=()))
        self._bind(self.session, self._sessions, lambda now: replace(now, session=""))
        self._bind(self.theme, self._themes, lambda now: replace(now, theme=""))
        self._bind(self.own, self._own, lambda now: replace(now, own=False))
        self._bind(self.used, self._used, lambda now: replace(now, used=None))

    def _bind(
        self, chip: FilterChip, offers: Callable[[], list[Offer]], without: Callable[[Narrow], Narrow]
    ) -> None:
        def press() -> None:
            if chip.in_force:
                self.put(without(self.narrow))
            else:
                self._open_menu(chip, offers())

        chip.clicked.connect(press)

    def _open_menu(self, chip: FilterChip, offers: list[Offer]) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        menu.setAccessibleName(chip.name)
        for words, narrow in offers:
            menu.addAction(words).triggered.connect(lambda _on=False, chosen=narrow: self.put(chosen))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _kinds(self) -> list[Offer]:
        """The kinds that were found with how often; before anything was looked for, all."""
        there = [kind for kind in FOUND_IN if kind in self._counts or not self._counts]
        ranked = sorted(there, key=lambda kind: (-self._counts.get(kind, 0), reading_order(kind_words(kind))))
        return [(self._kind_offer(kind), replace(self.narrow, kinds=(kind,))) for kind in ranked]

    def _kind_offer(self, kind: str) -> str:
        count = self._counts.get(kind, 0)
        words = kind_words(kind)
        return _("{kind} ({count})").format(kind=words, count=f"{count:,}") if count else words

    def _sessions(self) -> list[Offer]:
        return [(name, replace(self.narrow, session=session)) for session, name in self._choices.sessions]

    def _themes(self) -> list[Offer]:
        return [(name, replace(self.narrow, theme=theme)) for theme, name in self._choices.themes]

    def _own(self) -> list[Offer]:
        return [(_("Written on this laptop"), replace(self.narrow, own=True))]

    def _used(self) -> list[Offer]:
        return [(_used_words(used), replace(self.narrow, used=used)) for used in (True, False)]


def _used_words(used: bool) -> str:
    return _("Used in a statement") if used else _("Not used yet")
