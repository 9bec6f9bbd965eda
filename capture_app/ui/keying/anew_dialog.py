"""One answer typed anew, where neither reading of it is what stands on the paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Form
from capture_app.domain.values import Item
from capture_app.ui.dialogs.question import Question
from capture_app.ui.keying.key_legend import KeyLegend
from capture_app.ui.keying.keyed_form import KeyedForm
from capture_app.ui.style import Look
from capture_app.words import _

_WIDTH, _HIGH, _HIGH_IN_ROWS = 760, 170, 260
_KEY = "anew"


class AnewDialog(Question):
    """Signals:
    given(Answer or None): what stands on the paper; None for a blank.
    """

    given = Signal(object)

    def __init__(self, look: Look, item: Item, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, _("What stands on the paper?"), _("Take this answer"), width=_WIDTH, parent=parent
        )
        form = Form(id=_KEY, items={_KEY: replace(item, show_if=())})
        self.form = KeyedForm(look, form, item.prompt, _("Enter takes this answer."))
        self.form.setFixedHeight(look.px(_HIGH_IN_ROWS if item.rows or item.reason else _HIGH))
        self.add(self.form)
        self.add(KeyLegend(look))
        self.form.ended.connect(self._on_answered)
        self.form.left.connect(self.reject)
        self.answered.connect(self._on_answered)
        self.form.setFocus()

    def _on_answered(self) -> None:
        if not self.form.typed.begun:
            self.refuse(_("Nothing is typed yet. Press Space if nothing is marked on the paper."))
            return
        self.given.emit(self.form.typed.answers().get(_KEY))
        self.accept()
