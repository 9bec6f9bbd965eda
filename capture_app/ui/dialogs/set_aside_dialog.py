"""What is said once a line is set aside: whom to call, where the words are now, and where they may be besides."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.services.aside_elsewhere import AsideTold, Repeat, where_words
from capture_app.ui.dialogs.danger_dialog import emergency_words, whom_to_call
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _

_WIDTH = 620


class SetAsideDialog(Question):
    """None of the words stand on it: others may see the screen. Closed by Enter, Esc or its button; deleted then.

    Signals:
        too_wanted(): set aside the other lines with the same words.
        back_wanted(): bring the line back.
    """

    too_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look, told: AsideTold, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, _("Set aside. Is somebody in danger?"), _("Close"), width=_WIDTH, parent=parent
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.harmless.hide()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Set aside. Is somebody in danger?"))
        self._add_whom(told)
        self.add(_where_it_is(look) if told.stands else _not_yet(look))
        if where := where_words(told):
            self.add(Banner(look, "warn", " ".join(where)))
        self.too = Button(_("Set aside too"), look, size="row", icon="eye-slash")
        self.too.clicked.connect(self.too_wanted)
        self._repeats: Banner | None = None
        if told.repeats:
            self._repeats = Banner(look, "warn", _same_words(), "; ".join(map(_place, told.repeats)))
            self._repeats.add_button(self.too)
            self.add(self._repeats)
        if told.stands:
            self._add_way_back()
        self.answered.connect(self.accept)
        self.verb.setFocus()

    def say_too(self) -> None:
        """The other lines are set aside too."""
        if self._repeats is not None:
            self._repeats.show_message("good", _("The other lines are set aside too."))
            self.too.hide()
            self.verb.setFocus()

    def _add_whom(self, told: AsideTold) -> None:
        words = whom_to_call(self.look, told.card.in_danger.strip(), lead=told.lead)
        self.setAccessibleDescription(words.text())
        column = QVBoxLayout()
        column.setSpacing(self.look.px(2))
        column.addWidget(Label(_("Whom to call"), "label"))
        column.addWidget(words)
        column.addWidget(Prose(emergency_words(), self.look))
        self.column.addLayout(column)

    def _add_way_back(self) -> None:
        back = Button(_("Bring the line back"), self.look, icon="arrow-counter-clockwise")
        back.clicked.connect(self.back_wanted)
        back.clicked.connect(self.accept)
        self.add_at_foot(back)


def _where_it_is(look: Look) -> Banner:
    return Banner(
        look,
        "priv",
        _("The line stays on this laptop."),
        _(
            "It goes into no bundle and no document, and no search or read-back shows it. “Set aside” at the head of "
            "the page leads to it."
        ),
    )


def _not_yet(look: Look) -> Banner:
    return Banner(
        look,
        "bad",
        _("The line is not set aside yet, because it could not be saved."),
        _(
            "What was typed is still here and is tried again. Do not hand over before the page says it is saved."
        ),
    )


def _same_words() -> str:
    return _("Other lines hold some of the same words, or held them before. Their versions travel.")


def _place(repeat: Repeat) -> str:
    return _("{place} (taken away)").format(place=repeat.place) if repeat.gone else repeat.place
