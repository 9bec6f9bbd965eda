"""Below the agenda of a session: when its parts really ran, as the laptops of the session kept it (B6)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.running import Times
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _


class TimesCard(QWidget):
    """Hidden where no times were kept."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Sequence[Times] = ()
        note = _("Kept on the laptops of the session. The plan above is not changed by it.")
        column, self._rows = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, look.px(8), 0, 0)
        for layout in (column, self._rows):
            layout.setSpacing(look.px(4))
        column.addWidget(Label(_("When the parts really ran"), "heading"))
        column.addWidget(Prose(note, look, "caption"))
        column.addLayout(self._rows)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_times(self, times: Sequence[Times]) -> None:
        """Show these, one part a line."""
        self.setVisible(bool(times))
        if times == self._shown:
            return
        self._shown = times
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in times:
            self._rows.addWidget(Prose(_words(one), self._look, lead=_("{part}:").format(part=one.part)))


def _words(one: Times) -> str:
    words = _("{ran} (planned: {planned})").format(ran=one.ran, planned=one.planned)
    return "; ".join(filter(None, (words, one.remark)))
