"""Lines of this part that say more than its rule allows, and taking the names out of them at once (practice 2.5).

The rule of a part may be changed after somebody wrote in it: by the lead, with a new pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Line
from capture_app.services.rule_check import TooMuch
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.words import _, n_


class NamesBanner(Banner):
    """Hidden where no line says too much.

    Signals:
        wanted(): take the names out.
    """

    wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "warn", "", parent=parent)
        self.found: tuple[TooMuch, ...] = ()
        self.button = Button(_("Take the names out"), look, size="row", icon="eye-slash")
        self.button.clicked.connect(self.wanted)
        self.add_button(self.button)
        self.hide()

    def show_lines(self, found: Sequence[TooMuch]) -> None:
        """Say how many lines there are, and the names in them."""
        self.found = tuple(found)
        self.setVisible(bool(found))
        if not found:
            return
        sentence = n_(
            "Names stand in {count} line.",
            "Names stand in {count} lines.",
            len(found),
        )
        names = ", ".join(dict.fromkeys(name for one in found for name in one.names))
        named = (
            _("Named: {names}.").format(names=names) if names else _("Marked with who said it, or for whom.")
        )
        self.show_message("warn", sentence, named)


def take_out(desk: LineDesk, found: Sequence[TooMuch]) -> None:
    """Take the names out of these lines where they stand in the list, as one step to undo."""
    changes = [(one.line, one.without, _differing(one)) for one in found]

    def put(at: int) -> None:
        for line, without, names in changes:
            wanted = (line, without)[at]
            desk.change(line.id, **{name: getattr(wanted, name) for name in names})

    put(1)
    desk.undo.note(lambda: put(0), lambda: put(1))


def _differing(one: TooMuch) -> tuple[str, ...]:
    names = [field.name for field in fields(Line)]
    return tuple(name for name in names if getattr(one.line, name) != getattr(one.without, name))
