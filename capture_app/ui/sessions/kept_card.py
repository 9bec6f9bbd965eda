"""Below who was there: what the laptops kept while the session ran, each mark with its time (C3, practice 2.6)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Grain
from capture_app.services.attending import Here
from capture_app.ui.here.here_words import counts_told, trail_words, unmarked_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class KeptCard(QWidget):
    """Hidden where nothing was kept."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._rows = look, QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(_("Kept while the session ran"), "heading"))
        words = _("Marked on the laptops of the session. The lists above are not changed by it.")
        column.addWidget(Prose(words, look, "caption"))
        column.addLayout(self._rows)
        self._rows.setSpacing(look.px(4))
        self.hide()

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_here(self, here: Here) -> None:
        """Show who was marked, grain by grain, and how many of those expected were not."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        marked = [one for one in here.rows if one.row.trail]
        for grain in (Grain.PERSON, Grain.ORGANISATION, Grain.CATEGORY):
            own = [one for one in marked if one.row.entry.grain is grain]
            if own:
                self._rows.addWidget(Label(counts_told(grain, [one.row for one in own]), "label"))
            for one in own:
                words = trail_words(one.row, {group.id: group.label for group in here.groups})
                self._rows.addWidget(Prose(words, self._look, lead=one.name))
        if missing := unmarked_words([one.row for one in here.rows]):
            self._rows.addWidget(Prose(missing, self._look, "secondary"))
        self.setVisible(bool(marked))
