"""The legend: which keys do what, always in sight while one types. Generated from the key map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from capture_app.ui.badges import paint_badge
from capture_app.ui.icons import paint_icon
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.keycap import paint_keycap
from capture_app.ui.widgets.legend import NO_MODIFIER, LegendEntry, LegendGroup, entries, kept
from capture_app.ui.widgets.legend_measure import BADGE, LegendMeasure, Shown
from capture_app.ui.widgets.painting import CENTRE, advance, middle, written
from capture_app.words import _

_HEIGHT, _MARGIN = 42, 14


class LegendBar(QWidget):
    """Painted, because it is read and not operated: every key in it works from the editor.

    A click does what the key does. Where there is little room, what was used last stays, with "all keys".

    Signals:
        triggered(str): the action whose entry was clicked.
    """

    triggered = Signal(str)

    def __init__(
        self,
        look: Look,
        keymap: KeyMap,
        groups: Sequence[LegendGroup],
        *,
        last: str = "app.keys",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._keymap, self._groups, self._last = look, keymap, tuple(groups), last
        self._measure = LegendMeasure(look)
        self._locked: Mapping[str, str] = {}
        self._recent: list[str] = []
        self._held = NO_MODIFIER
        self._places: dict[str, QRectF] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Keys"))
        self._describe()

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look, self._measure = look, LegendMeasure(look)
        self.updateGeometry()
        self.update()

    def set_locked(self, locked: Mapping[str, str]) -> None:
        """Actions that are locked for now, each with the words that say so."""
        self._locked = dict(locked)
        self._describe()

    def set_held(self, modifiers: Qt.KeyboardModifier) -> None:
        """Light up what the keys held down would do."""
        if modifiers != self._held:
            self._held = modifiers
            self.update()

    def note_used(self, action: str) -> None:
        """Remember an action as used last."""
        self._recent = [action, *(known for known in self._recent if known != action)]

    def sizeHint(self) -> QSize:
        return QSize(
            self._look.px(600),
            max(self._look.px(_HEIGHT), round(self._measure.cap("1")[1]) + self._look.px(18)),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for action, place in self._places.items():
            if place.contains(event.position()) and action not in self._locked:
                self.triggered.emit(action)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look.colour("border"))
        self._places = {}
        end = self._paint_last(painter)
        shown = self._shown(end)
        gap = self._gap(shown, end)
        left = float(look.px(_MARGIN))
        before: tuple[str, ...] = ()
        for number, (group, members) in enumerate(shown):
            if number:
                left = self._paint_line(painter, left, gap)
            for entry in members:
                left = self._paint_held(painter, left, entry, before)
                before = entry.held
                left = self._paint_entry(painter, left, entry) + gap
            if group.note:
                left = self._say(painter, left, group.note, "text2") + gap

    def _paint_last(self, painter: QPainter) -> float:
        """Draw the way to all keys at the right end; gives back where the room for the others ends."""
        found = entries(self._keymap, LegendGroup((self._last,)), {})
        if not found:
            return float(self.width() - self._look.px(_MARGIN))
        start = self.width() - self._look.px(_MARGIN) - self._measure.width(found[0])
        self._paint_entry(painter, start, found[0])
        return start

    def _shown(self, end: float) -> Shown:
        """The groups with the entries that fit before `end`."""
        groups = [(group, entries(self._keymap, group, self._locked)) for group in self._groups]
        room, least = end - self._look.px(_MARGIN), self._look.px(8)

        def fit(actions: Set[str]) -> bool:
            return self._measure.whole(_only(groups, actions), least) <= room

        every = [entry.action for _group, members in groups for entry in members]
        return _only(groups, kept(every, self._recent, fit))

    def _gap(self, shown: Shown, end: float) -> float:
        """The distance between entries: as wide as there is room for, up to 16 pixels."""
        count = sum(len(members) + bool(group.note) for group, members in shown) + (len(shown) - 1) / 2
        wide = sum(self._measure.width(entry) for _group, members in shown for entry in members)
        room = end - self._look.px(_MARGIN) - wide - self._measure.extras(shown, 0)
        return max(self._look.px(8), min(self._look.px(16), room / max(1, count)))

    def _paint_line(self, painter: QPainter, left: float, gap: float) -> float:
        top, height = self._look.px(11), self.height() - 2 * self._look.px(11)
        painter.fillRect(QRectF(round(left - gap / 4), top, 1, height), self._look.colour("border"))
        return left + gap / 2 + 1

    def _paint_held(
        self, painter: QPainter, left: float, entry: LegendEntry, before: tuple[str, ...]
    ) -> float:
        """Draw "Ctrl +" before the first of several entries that share it."""
        if not entry.held or entry.held == before:
            return left
        for cap in entry.held:
            left = self._paint_cap(painter, left, cap, lit=self._lit(entry))
        return self._say(painter, left + self._look.px(2), "+", "text2") + self._look.px(10)

    def _paint_entry(self, painter: QPainter, left: float, entry: LegendEntry) -> float:
        start, look = left, self._look
        if entry.locked:
            side = look.px(15)
            paint_icon(painter, "lock-simple", middle(self._band(), left, side, side), look.colour("priv"))
            left += side + look.px(5)
        left = self._paint_cap(painter, left, entry.cap, lit=self._lit(entry)) + look.px(2)
        if entry.stance:
            side = look.px(BADGE)
            at = QPointF(left, round((self.height() - side) / 2))
            paint_badge(painter, at, entry.stance, look, BADGE)
            left += side + look.px(6)
        tint = "priv" if entry.locked else "text" if self._lit(entry) else "text2"
        left = self._say(painter, left, entry.words, tint)
        self._places[entry.action] = QRectF(start, 0, left - start, self.height())
        return left

    def _paint_cap(self, painter: QPainter, left: float, cap: str, *, lit: bool) -> float:
        width, height = self._measure.cap(cap)
        look = self._look
        box = middle(self._band(), left, width, height)
        fill = look.colour("accent_soft" if lit else "surface")
        paint_keycap(painter, box, cap, look, ink=look.colour("accent") if lit else None, fill=fill)
        return left + width + look.px(4)

    def _say(self, painter: QPainter, left: float, words: str, tint: str) -> float:
        width = advance(self._measure.font, words)
        box = QRectF(left, 0, width, self.height())
        written(painter, box, words, self._measure.font, self._look.colour(tint), CENTRE)
        return left + width

    def _lit(self, entry: LegendEntry) -> bool:
        return self._held != NO_MODIFIER and entry.modifiers == self._held and not entry.locked

    def _band(self) -> QRectF:
        return QRectF(self.rect())

    def _describe(self) -> None:
        groups = [*self._groups, LegendGroup((self._last,))]
        said = (entry.spoken for group in groups for entry in entries(self._keymap, group, self._locked))
        self.setAccessibleDescription(", ".join(said))
        self.update()


def _only(groups: Shown, actions: Set[str]) -> Shown:
    """The groups with no other entries, and none that has none left."""
    left = [(group, [entry for entry in members if entry.action in actions]) for group, members in groups]
    return [(group, members) for group, members in left if members]
