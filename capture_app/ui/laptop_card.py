"""One laptop on the lead's board: whose it is, how things stand, what came back, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.laptops import LaptopRow, State, state_words
from capture_app.services.wording import choice_words
from capture_app.services.workspaces_of_a_laptop import hand_over_words
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Prose
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _, n_

_NARROW = 760
"""Below this width (at 100 % text) the buttons stand under the words."""

_STATES = {
    State.OUT: ("clock", "warn"),
    State.GAPS: ("warning", "warn"),
    State.BOX_OPEN: ("clipboard-text", "warn"),
    State.BACK: ("check-circle-fill", "good"),
    State.LOST: ("prohibit", "bad"),
}
"""Icon and tint of each state; its words say the same."""


class LaptopCard(QWidget):
    """Signals:
    pack_wanted(): a fresh pack. lost(): it is lost, and another should take its place. found(): it is back.
    """

    pack_wanted = Signal()
    lost = Signal()
    found = Signal()

    def __init__(self, look: Look, laptop: LaptopRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{laptop.label}, {state_words(laptop)}")
        icon, tint = ("warning", "warn") if laptop.workspaces else _STATES[laptop.state]
        words, facts, buttons = QVBoxLayout(), FlowRow(look, 16), QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        words.addWidget(Prose(_whose(laptop), look, lead=laptop.label))
        words.addWidget(Tag(look, icon, _sentence(laptop), tint))
        for mark, fact, ink in _facts(laptop):
            facts.add(Tag(look, mark, fact, ink))
        words.addWidget(facts)
        for one in laptop.workspaces:
            words.addWidget(Prose(hand_over_words(one), look, "warn"))
        if laptop.workspaces:
            words.addWidget(Prose(_both_kept(), look, "secondary"))
        for button in self._buttons(look, laptop):
            button.say_of(laptop.label)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        self._words, self._row = words, buttons
        self._line.addLayout(words, 1)
        self._line.addLayout(buttons)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._line.setContentsMargins(look.px(16), look.px(10), look.px(12), look.px(10))
        for layout, gap in ((self._line, 8), (self._row, 8), (self._words, 3)):
            layout.setSpacing(look.px(gap))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # Buttons beside the words must not keep the window from being narrow: there they stand below.
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)

    def _buttons(self, look: Look, laptop: LaptopRow) -> list[Button]:
        words = _("In its place…") if laptop.state is State.LOST else _("It is lost…")
        replace = Button(words, look, size="row", icon="arrows-left-right")
        replace.setToolTip(_("Make a pack for a new laptop in its place, and refuse bundles of this one."))
        replace.clicked.connect(self.lost)
        if laptop.state is State.LOST:
            back = Button(_("It was found"), look, size="row", icon="arrow-counter-clockwise")
            back.setToolTip(_("Take bundles of this laptop again."))
            back.clicked.connect(self.found)
            return [back, replace]
        fresh = Button(_("Make a new pack"), look, size="row", icon="laptop")
        fresh.setToolTip(_("A pack that brings this laptop up to date. It keeps its workspace."))
        fresh.clicked.connect(self.pack_wanted)
        return [fresh, replace]


def _whose(laptop: LaptopRow) -> str:
    place = " · ".join(filter(None, (laptop.session, laptop.group)))
    return ", ".join(filter(None, (laptop.holder, choice_words(laptop.role), place)))


def _sentence(laptop: LaptopRow) -> str:
    said = state_words(laptop)
    return said[:1].upper() + said[1:]


def _both_kept() -> str:
    return _(
        "None of these bundles holds another: what was written on this laptop stands in several workspaces. All of "
        "it is merged. Ask whoever holds the laptop to go on in one of them, and to hand over from each."
    )


def _facts(laptop: LaptopRow) -> Iterator[tuple[str, str, str]]:
    """Icon, words and tint of what there is to tell besides."""
    if laptop.packed:
        yield "package", _("pack made {when}").format(when=when(laptop.packed)), "text2"
    if laptop.refreshed:
        yield "package", _("new pack made {when}").format(when=when(laptop.refreshed)), "text2"
    if laptop.back and laptop.state in (State.GAPS, State.BOX_OPEN):
        yield "tray", _("merged {when}").format(when=when(laptop.back)), "text2"
    if laptop.numbers and not laptop.workspaces:
        words = _("{numbers} lines, minutes, answered questionnaires").format(numbers=laptop.numbers)
        yield "text-align-left", words, "text2"
    if laptop.check_number and not laptop.workspaces:
        yield "fingerprint", _("check number {number}").format(number=laptop.check_number), "text2"
    if laptop.open_boxes:
        words = n_("{count} questionnaire was open", "{count} questionnaires were open", laptop.open_boxes)
        yield "clipboard-text", words, "warn"
    if laptop.gaps:
        yield "warning", n_("{count} change missing", "{count} changes missing", laptop.gaps), "warn"
    yield from _behind(laptop)


def _behind(laptop: LaptopRow) -> Iterator[tuple[str, str, str]]:
    if laptop.unknown:
        words = n_(
            "{count} record it does not know; a new pack brings it",
            "{count} records it does not know; a new pack brings them",
            laptop.unknown,
        )
        yield "arrow-line-up", words, "text2"
    if laptop.unknown_erasures:
        words = n_(
            "{count} erasure it does not know", "{count} erasures it does not know", laptop.unknown_erasures
        )
        yield "eraser", words, "warn"
