"""Conflicts and what to do about them: the list at the left, the one looked at beside it.

Nothing is decided in silence: the versions have equal buttons, the one shown for now is only marked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.services.conflicts import ConflictView
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.merge.conflict_detail import ConflictDetail
from capture_app.ui.merge.conflict_list import ConflictList, ConflictRow
from capture_app.ui.merge.decisions import Decision, Decisions, place_of, take, write
from capture_app.ui.merge.naming import laptops_of, letters_of, sentence_case, title_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.card import Divider
from capture_app.ui.widgets.label import Label
from capture_app.words import _, n_

_SIDE, _NARROW = 246, 820
_ROWS_SEEN = 190
"""How much of the list is seen, at 100 % text, where it stands over the conflict instead of beside it."""


class ConflictPane(QFrame):
    """A card. `decisions` holds what was decided.

    `keeps_at_once`: every decision is kept as it is made (after the merge); else it waits for the merge.

    Signals:
        decided(ConflictView, Decision): somebody chose.
        changed(): what was decided is other than before.
    """

    decided = Signal(object, object)
    changed = Signal()

    def __init__(
        self, look: Look, keys: KeyMap, *, keeps_at_once: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._keys, self._at_once = look, keys, keeps_at_once
        self.views: tuple[ConflictView, ...] = ()
        self.decisions = Decisions()
        self.letter_keys = True
        self.setProperty("kind", "card")
        self.setAccessibleName(_("Conflicts, side by side"))
        self.list = ConflictList(look)
        self.detail = ConflictDetail(look, keys, keeps_at_once=keeps_at_once)
        self._count, self._decided = Label("", "label"), Label("", "label")
        self._build()
        self._connect()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._side.setContentsMargins(look.px(8), look.px(12), look.px(8), look.px(8))
        self._side.setSpacing(look.px(8))
        self._counts.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self._fit()

    def show_conflicts(self, views: tuple[ConflictView, ...]) -> None:
        """Show these; what was decided about them stays decided, and one stays on the one looked at."""
        here = self._here()
        self.views = views
        self.decisions.keep_only(views)
        self._show_rows(self._row_of(here) if here else 0)

    def waiting(self) -> int:
        """How many are not decided."""
        return len(self.views) - len(self.decisions)

    def take_letter(self, letter: str) -> bool:
        """Take the version with this letter; whether there is one."""
        here = self._here()
        letters = letters_of(here) if here else ()
        if letter in letters:
            self._take(letters.index(letter))
        return letter in letters

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        self._holder, self._counts = QWidget(), QHBoxLayout()
        self._side = QVBoxLayout(self._holder)
        self._counts.addWidget(self._count)
        self._counts.addStretch(1)
        self._counts.addWidget(self._decided)
        self._side.addLayout(self._counts)
        self._side.addWidget(self.list, 1)
        self._upright, self._level = Divider(upright=True), Divider()
        for widget in (self._holder, self._upright, self._level):
            self._row.addWidget(widget)
        self._row.addWidget(self.detail, 1)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_detail)
        self.list.key_pressed.connect(self._handled)
        self.detail.taken.connect(self._take)
        self.detail.written.connect(lambda words: self._write(words))
        self.detail.later.connect(self._later)
        self.detail.undo.connect(self._take_back)

    def _handled(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here; it is accepted then."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self._at_once:
            self._undo_last()
        elif not self.letter_keys or not self._letter(event):
            return False
        event.accept()
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        binding = self._keys.pressed(event, Scope.CONFLICTS)
        named = {"conflicts.take_a": "A", "conflicts.take_b": "B"}
        match binding.action if binding else "":
            case "conflicts.write":
                self.detail.begin_writing()
            case "conflicts.later":
                self._later()
            case action if action in named:
                return self.take_letter(named[action])
            case _:
                plain = event.modifiers() in (
                    Qt.KeyboardModifier.NoModifier,
                    Qt.KeyboardModifier.KeypadModifier,
                )
                return plain and self.take_letter(event.text().upper())
        return True

    def _take(self, version: int) -> None:
        if here := self._here():
            self._decide(take(here, version))

    def _write(self, words: str) -> None:
        if here := self._here():
            self._decide(write(here, words))

    def _decide(self, decision: Decision) -> None:
        here = self._here()
        if here is None:
            return
        self.decisions.decide(here, decision)
        self.detail.stop_writing()
        if self.detail.isAncestorOf(QApplication.focusWidget() or self):
            # What was pressed is made anew; without this the focus would go to whatever comes next.
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Taken: {words}").format(words=decision.text))
        self.decided.emit(here, decision)
        self._go_on()

    def _later(self) -> None:
        """It waits, and one looks at the next that is not decided."""
        here = self._here()
        if here is not None and not self._at_once:
            self.decisions.take_back(here)
        self._go_on()

    def _take_back(self) -> None:
        if here := self._here():
            self.decisions.take_back(here)
            self._show_rows(self.list.row_at())

    def _undo_last(self) -> None:
        place = self.decisions.last()
        for row, view in enumerate(self.views):
            if place_of(view) == place:
                self.decisions.take_back(view)
                self._show_rows(row)

    def _go_on(self) -> None:
        """To the next that is not decided; where there is none, one stays."""
        row, count = max(0, self.list.row_at()), len(self.views)
        order = [(row + step) % count for step in range(1, count)]
        following = next((number for number in order if self.decisions.of(self.views[number]) is None), row)
        self._show_rows(following)

    def _show_rows(self, current: int) -> None:
        rows = tuple(
            ConflictRow(
                view.place,
                f"{sentence_case(view.field_words)} · {laptops_of(view)}",
                self.decisions.of(view) is not None,
            )
            for view in self.views
        )
        self._count.setText(n_("{count} conflict", "{count} conflicts", len(rows)))
        words = _("{count} settled") if self._at_once else _("{count} decided")
        self._decided.setText(words.format(count=len(self.decisions)))
        self.list.show_rows(rows, min(current, len(rows) - 1))
        self._show_detail(self.list.row_at())
        self._fit()
        self.changed.emit()

    def _show_detail(self, row: int) -> None:
        self.detail.setVisible(0 <= row < len(self.views))
        if 0 <= row < len(self.views):
            view = self.views[row]
            self.detail.show_conflict(view, self.decisions.of(view), row + 1, len(self.views))
            self.list.setAccessibleDescription(title_of(view))

    def _here(self) -> ConflictView | None:
        row = self.list.row_at()
        return self.views[row] if 0 <= row < len(self.views) else None

    def _row_of(self, wanted: ConflictView) -> int:
        places = [place_of(view) for view in self.views]
        return places.index(place_of(wanted)) if place_of(wanted) in places else 0

    def _fit(self) -> None:
        look = self._look
        narrow = self.width() * 100 / look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._upright.setVisible(not narrow)
        self._level.setVisible(narrow)
        widest = 16777215
        self._holder.setMinimumWidth(0 if narrow else look.px(_SIDE))
        self._holder.setMaximumWidth(widest if narrow else look.px(_SIDE))
        seen = min(self.list.natural_height(), look.px(_ROWS_SEEN))
        self.list.setMinimumHeight(seen if narrow else look.px(80))
        self.list.setMaximumHeight(seen if narrow else widest)
        vertical = QSizePolicy.Policy.Maximum if narrow else QSizePolicy.Policy.Preferred
        self._holder.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
