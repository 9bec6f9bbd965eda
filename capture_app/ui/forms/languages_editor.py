"""The languages a form can be read in, besides the one it is written in (F2)."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from capture_app.ui.language_names import language_name, language_to_choose
from capture_app.ui.register.editors import FieldEditor
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.flow import FlowRow
from capture_app.words import _

LANGUAGES = (
    *("cy", "gd", "ga", "sq", "am", "ar", "bn", "bg", "zh", "hr", "cs", "nl", "et", "fa", "fr", "de", "el"),
    *("gu", "ha", "hi", "hu", "ig", "it", "ku", "lv", "lt", "ne", "ps", "pl", "pt", "pa", "ro", "ru", "sr"),
    *("si", "sk", "sl", "so", "es", "sw", "ta", "te", "th", "ti", "tr", "uk", "ur", "vi", "yo"),
)
"""What can be chosen without asking: languages in which people are consulted in the United Kingdom."""


class LanguagesEditor(FieldEditor):
    """Each language with a button that takes it out; its translations stay, should it be wanted again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._chosen: tuple[str, ...] = ()
        self._list = DropDown(look, _("Add a language"))
        self._shown = FlowRow(look)
        self._hold(self._list)
        column = cast(QVBoxLayout, self.layout())
        column.insertWidget(0, self._shown)
        column.setAlignment(self._list, Qt.AlignmentFlag.AlignLeft)
        self._list.activated.connect(self._on_added)
        self._show()

    def value(self) -> object:
        return self._chosen

    def show_value(self, value: object) -> None:
        if value != self._chosen:
            self._chosen = cast(tuple[str, ...], value)
            self._show()

    def _show(self) -> None:
        self._shown.clear()
        for code in self._chosen:
            button = Button(language_name(code), self._look, size="row", icon="x")
            button.setAccessibleName(_("{language}, take out").format(language=language_name(code)))
            button.clicked.connect(partial(self._take_out, code))
            self._shown.add(button)
        self._shown.setVisible(bool(self._chosen))
        self._list.clear()
        self._list.addItem(_("Add a language…"), "")
        for name, code in sorted(
            (language_to_choose(code), code) for code in LANGUAGES if code not in self._chosen
        ):
            self._list.addItem(name, code)

    def _on_added(self) -> None:
        if code := str(self._list.currentData()):
            self._choose((*self._chosen, code))

    def _take_out(self, code: str, _checked: bool = False) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(tuple(one for one in self._chosen if one != code))

    def _choose(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self._show()
        self.chosen.emit()
