"""What narrows the evidence, as chips: theme, group, stance, state, and what lies behind one statement or cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Stance
from capture_app.services.synthesising import Evidence, Synthesis
from capture_app.services.themes import ThemeTag
from capture_app.ui.badges import stance_word
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_filter import EvidenceFilter, Source, State, source_of
from capture_app.ui.widgets.chip import ChipButton, ChipFace
from capture_app.ui.widgets.flow import FlowRow
from capture_app.words import _

Choice = tuple[str, EvidenceFilter]
"""A word in a menu, and the filter it puts in force."""


class FilterChip(ChipButton):
    """A chip with a menu while nothing is chosen; in force it is tinted and a press takes it off."""

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(ChipFace(name, "plain", icon_after="caret-down"), look, parent=parent)
        self.name = name
        self.in_force = ""

    def show_choice(self, words: str) -> None:
        """Say what is in force; nothing for an empty word."""
        self.in_force = words
        if words:
            self.show_face(ChipFace(words, "accent", icon="funnel", icon_after="x"))
            self.setAccessibleDescription(_("In force. Press to take it off."))
        else:
            self.show_face(ChipFace(self.name, "plain", icon_after="caret-down"))
            self.setAccessibleDescription(_("Press to choose."))


class FilterBar(QWidget):
    """Chips in a row. The words of the search are part of `filter` too.

    Signals:
        changed(EvidenceFilter): another filter is in force.
    """

    changed = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = EvidenceFilter()
        self._themes: Sequence[ThemeTag] = ()
        self._evidence: Sequence[Evidence] = ()
        self.theme = FilterChip(look, _("Any theme"))
        self.source = FilterChip(look, _("All groups"))
        self.stance = FilterChip(look, _("Any stance"))
        self.state = FilterChip(look, _("Any state"))
        self.only = FilterChip(look, "")
        self._menu: QMenu | None = None
        row = FlowRow(look, 8)
        for chip in (self.only, self.theme, self.source, self.stance, self.state):
            row.add(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._connect()
        self.only.hide()

    def show_synthesis(self, synthesis: Synthesis) -> None:
        """Offer what there is in this session."""
        self._themes, self._evidence = synthesis.themes, synthesis.evidence

    def put(self, filter_: EvidenceFilter) -> None:
        """Put a filter in force."""
        if filter_ == self.filter:
            return
        self.filter = filter_
        self.theme.show_choice(next((t for f, t in self._theme_names() if f == filter_.theme), ""))
        self.source.show_choice(source_words(filter_.source) if filter_.source else "")
        self.stance.show_choice(stance_word(filter_.stance) if filter_.stance else "")
        self.state.show_choice(state_name(filter_.state) if filter_.state else "")
        called = filter_.only_called or _("Evidence of one statement")
        self.only.show_choice(called if filter_.only is not None else "")
        self.only.setVisible(filter_.only is not None)
        self.changed.emit(filter_)

    def search(self, words: str) -> None:
        """Look for words."""
        self.put(replace(self.filter, words=words.strip()))

    def clear(self) -> None:
        """Take every filter off, but not the words of the search."""
        self.put(EvidenceFilter(words=self.filter.words))

    def _connect(self) -> None:
        off = EvidenceFilter()
        self._bind(self.theme, self._theme_choices, lambda f: replace(f, theme=off.theme))
        self._bind(self.source, self._source_choices, lambda f: replace(f, source=off.source))
        self._bind(self.stance, self._stance_choices, lambda f: replace(f, stance=off.stance))
        self._bind(self.state, self._state_choices, lambda f: replace(f, state=off.state))
        self._bind(self.only, list, lambda f: replace(f, only=off.only, only_called=""))

    def _bind(
        self,
        chip: FilterChip,
        choices: Callable[[], list[Choice]],
        without: Callable[[EvidenceFilter], EvidenceFilter],
    ) -> None:
        def press() -> None:
            if chip.in_force:
                self.put(without(self.filter))
            else:
                self._open_menu(chip, choices())

        chip.clicked.connect(press)

    def _open_menu(self, chip: FilterChip, choices: list[Choice]) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self)
        for words, filter_ in choices:
            menu.addAction(words).triggered.connect(lambda _on=False, chosen=filter_: self.put(chosen))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _theme_names(self) -> list[tuple[str, str]]:
        return [(tag.id, " ".join(part for part in (tag.code, tag.label) if part)) for tag in self._themes]

    def _theme_choices(self) -> list[Choice]:
        used = {tag.id for item in self._evidence for tag in item.themes}
        return [
            (words, replace(self.filter, theme=theme))
            for theme, words in self._theme_names()
            if theme in used
        ]

    def _source_choices(self) -> list[Choice]:
        found = dict.fromkeys(source_of(item) for item in self._evidence)
        return [(source_words(source), replace(self.filter, source=source)) for source in found]

    def _stance_choices(self) -> list[Choice]:
        return [(stance_word(stance), replace(self.filter, stance=stance)) for stance in Stance]

    def _state_choices(self) -> list[Choice]:
        return [(state_name(state), replace(self.filter, state=state)) for state in State]


def source_words(source: str | Source) -> str:
    """What a source is called."""
    if isinstance(source, Source):
        return {
            Source.MINUTES: _("Minutes"),
            Source.ANSWERS: _("Questionnaire"),
            Source.WRITTEN: _("Written feedback"),
        }[source]
    return source


def state_name(state: State) -> str:
    """What a state is called."""
    return {State.USED: _("Used"), State.PENDING: _("Pending")}[state]
