"""What observers of a session gave to the lead, to be read and not to be changed (E4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.records import Observation
from capture_app.services.wording import field_words
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_TOLD = ("ran", "took_part", "hindered", "further")


class ObservationsCard(QWidget):
    """One block for each observer."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self.show_notes(())

    def set_look(self, look: Look) -> None:
        """Blocks made from now on."""
        self._look = look

    def words(self) -> str:
        """All that is shown."""
        return "\n".join(one.text() for one in self.findChildren(Prose) if not one.isHidden())

    def show_notes(self, found: Sequence[Observation]) -> None:
        """Show these, or why there are none."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for notes in found:
            self._column.addWidget(Label(notes.who or _("Observer"), "heading"))
            for name in _TOLD:
                if words := str(getattr(notes, name)):
                    label = field_words(name, Observation.__name__)
                    self._column.addWidget(Prose(words, self._look, lead=f"{label[:1].upper()}{label[1:]}:"))
        if not found:
            self._column.addWidget(Prose(_no_notes(), self._look, "secondary"))


def _no_notes() -> str:
    return _(
        "No notes of observers here. They come with the bundle of an observer’s laptop, once the observer gives them."
    )
