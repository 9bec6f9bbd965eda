"""Above who was there: what the laptops kept while the session ran, and on demand each mark with its time (C3)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Grain
from capture_app.services.attending import Here
from capture_app.ui.here.here_words import counts_told, same_words_told, trail_words, unmarked_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class KeptCard(QWidget):
    """Hidden where nothing was kept."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._marks = look, QWidget()
        self.button = Button("", look, "quiet", size="row")
        self._counts, self._missing = Prose("", look), Prose("", look, "secondary")
        self.same = Banner(look, "warn", "")
        note = _("Marked on the laptops of the session. The lists below are not changed by it.")
        column, self._rows = QVBoxLayout(self), QVBoxLayout(self._marks)
        for layout in (column, self._rows):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(look.px(4))
        heading = Label(_("Kept while the session ran"), "heading")
        lines = (heading, Prose(note, look, "caption"), self._counts, self._missing)
        parts: tuple[QWidget, ...] = (*lines, self.same, self.button, self._marks)
        for part in parts:
            column.addWidget(part)
        self.button.clicked.connect(lambda: self._unfold(self._marks.isHidden()))
        self._unfold(False)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_here(self, here: Here) -> None:
        """Show how many of each grain came, and how many of those expected nobody marked."""
        rows = [one.row for one in here.rows]
        grains = [grain for grain in Grain if any(row.entry.grain is grain and row.seen for row in rows)]
        self._counts.set_words(" · ".join(counts_told(grain, rows) for grain in sorted(grains, key=_place)))
        missing = unmarked_words(rows)
        self._missing.set_words(missing)
        self._missing.setVisible(bool(missing))
        self._show_same(same_words_told(rows))
        self._show_marks(here)
        self.setVisible(bool(grains))

    def _show_same(self, told: str) -> None:
        self.same.setVisible(bool(told))
        if told:
            self.same.show_message("warn", _("Somebody may be counted twice"), told)

    def _show_marks(self, here: Here) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        groups = {group.id: group.label for group in here.groups}
        for one in here.rows:
            if one.row.trail:
                self._rows.addWidget(Prose(trail_words(one.row, groups), self._look, lead=one.name))

    def _unfold(self, shown: bool) -> None:
        self._marks.setVisible(shown)
        self.button.set_words(_("Hide the marks") if shown else _("Show every mark"))


def _place(grain: Grain) -> int:
    return (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY).index(grain)
