"""Above the agenda: lines that say more than the rule of their part allows, and taking the names out (practice 2.5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.rule_check import TooMuch
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, n_

_MOST = 12
"""Lines that are shown; how many more there are is told."""


class RuleCard(QWidget):
    """Hidden where no line says too much.

    Signals:
        wanted(): take the names out.
    """

    wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._lines = look, QWidget()
        self.banner = Banner(look, "priv", "")
        self.button = Button(_("Take the names out"), look, size="row", icon="eye-slash")
        self.look_button = Button("", look, "quiet", size="row")
        for button in (self.look_button, self.button):
            self.banner.add_button(button)
        column, self._rows = QVBoxLayout(self), QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._rows.setContentsMargins(look.px(16), 0, 0, look.px(8))
        self._rows.setSpacing(look.px(6))
        column.addWidget(self.banner)
        column.addWidget(self._lines)
        self.button.clicked.connect(self.wanted)
        self.look_button.clicked.connect(lambda: self._unfold(self._lines.isHidden()))
        self._unfold(False)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_lines(self, found: Sequence[TooMuch]) -> None:
        """Say how many lines say too much, and on demand which."""
        self.setVisible(bool(found))
        if not found:
            self._unfold(False)
            return
        sentence = n_(
            "{count} line says more than the rule of its part allows.",
            "{count} lines say more than the rule of their part allows.",
            len(found),
        )
        help_line = _(
            "Names are looked for as they stand among people, organisations and those who were there. Read the rest "
            "yourself."
        )
        self.banner.show_message("priv", sentence, help_line)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in found[:_MOST]:
            self._rows.addWidget(Prose(line_words(one), self._look, lead=place_words(one)))
        if len(found) > _MOST:
            more = n_("And {count} more line.", "And {count} more lines.", len(found) - _MOST)
            self._rows.addWidget(Prose(more, self._look, "secondary"))

    def words(self) -> tuple[str, ...]:
        """What is said of each line, for whoever asks."""
        lines = self._lines.findChildren(Prose)
        return tuple(one.accessibleName() or one.text() for one in lines if not one.isHidden())

    def _unfold(self, shown: bool) -> None:
        self._lines.setVisible(shown)
        self.look_button.set_words(_("Hide the lines") if shown else _("Show the lines"))


def place_words(one: TooMuch) -> str:
    """ "Plenary feedback · 11:17"."""
    return " · ".join(word for word in (one.part, one.line.said_at[11:16]) if word)


def line_words(one: TooMuch) -> str:
    """The line as it is, and what it names or is marked with."""
    told = [_("names {names}").format(names=", ".join(one.names))] if one.names else []
    if one.marked:
        told.append(_("is marked with who said it, or for whom"))
    return _("“{text}” ({what})").format(text=one.line.text, what="; ".join(told))
