"""One question of a form that was typed twice: both readings side by side, and where they differ which is right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from capture_app.domain.values import Answer, Item
from capture_app.services.paper import reading_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class ReadingRow(QFrame):
    """`decides`: the readings differ, and one has to be chosen. `right` is what was chosen once `decided`.

    Signals:
        chosen(): a reading was chosen.
        anew_wanted(): neither is right; it is to be typed anew.
    """

    chosen = Signal()
    anew_wanted = Signal()

    def __init__(
        self,
        look: Look,
        item: Item,
        readings: tuple[Answer | None, ...],
        *,
        decides: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item, self.readings, self.decides = item, readings, decides
        self.decided, self.right = not decides, readings[0]
        self.setProperty("kind", "card-chosen" if decides else "")
        self._grid = QGridLayout(self)
        self._chosen = Label("", "accent")
        self._fill(look)
        if decides:
            self._offer(look)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        pad = look.px(8 if self.decides else 1)
        self._grid.setContentsMargins(look.px(12), pad, look.px(12), pad)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(4))

    def choose(self, right: Answer | None) -> None:
        """Take this for what stands on the paper."""
        self.decided, self.right = True, right
        words = _("Right: {reading}").format(reading=reading_words(self.item, right))
        self._chosen.setText(words)
        self._chosen.show()
        self.chosen.emit()

    def _fill(self, look: Look) -> None:
        prompt = self.item.prompt or _("(No words stand here.)")
        self._grid.addWidget(Prose(prompt, look, "strong" if self.decides else "secondary"), 0, 0, 1, 2)
        for column, reading in enumerate(self.readings):
            words = Prose(reading_words(self.item, reading), look, "" if self.decides else "secondary")
            self._grid.addWidget(words, 1, column)
            self._grid.setColumnStretch(column, 1)

    def _offer(self, look: Look) -> None:
        first, second = (
            Button(_("First is right"), look, size="row"),
            Button(_("Second is right"), look, size="row"),
        )
        anew = Button(_("Type it anew…"), look, size="row")
        first.clicked.connect(lambda: self.choose(self.readings[0]))
        second.clicked.connect(lambda: self.choose(self.readings[1]))
        anew.clicked.connect(self.anew_wanted)
        row = FlowRow(look, 8)
        for button in (first, second, anew):
            button.say_of(self.item.prompt)
            row.add(button)
        row.add(self._chosen)
        self._chosen.hide()
        self._grid.addWidget(row, 2, 0, 1, 2)
