"""The texts of a form in another language, each beside what it says in the first one (F2)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from capture_app.domain.forms.languages import missing_in, place_in, reworded_in, source_in, texts_of
from capture_app.domain.record import Record
from capture_app.domain.records import Form
from capture_app.ui.language_names import language_name
from capture_app.ui.register.editors import FieldEditor, ManyLines
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.label import Prose
from capture_app.words import _, languages, n_, spoken

_LONG = 60
"""Letters from which a text gets two lines to be translated in."""


class TranslationsEditor(FieldEditor):
    """One language at a time. Its value is all translations, also those of texts and languages no longer there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._form, self._language, self._fixed = look, Form(id=""), "", False
        self._told: tuple[object, ...] = ()
        self.editors: dict[str, ManyLines] = {}
        self._spoken = languages(spoken()[1])
        self._translations: dict[str, str] = {}
        self._same: dict[str, Button] = {}
        self._confirmed: set[str] = set()
        self.languages = DropDown(look, _("Language to translate into"))
        self._state = Prose("", look, "secondary")
        self._hold(self.languages)
        column = cast(QVBoxLayout, self.layout())
        column.addWidget(self._state)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.px(12))
        column.addLayout(self._rows)
        self.languages.activated.connect(self._on_language)

    def set_record(self, record: Record) -> None:
        if isinstance(record, Form):
            self._form = record

    def value(self) -> object:
        kept, texts = dict(self._translations), texts_of(self._form)
        for place, editor in self.editors.items():
            key, source = place_in(self._language, place), source_in(self._language, place)
            words = str(editor.value())
            if not words:
                kept.pop(key, None)
                kept.pop(source, None)
            elif words != kept.get(key) or place in self._confirmed:
                kept |= {key: words, source: texts[place]}
        return kept

    def show_value(self, value: object) -> None:
        self._translations = dict(cast(Mapping[str, str], value))
        self._confirmed.clear()
        told = (self._form.id, self._form.languages, tuple(texts_of(self._form).items()))
        if told != self._told:
            self._told = told
            self._offer()
        for place, editor in self.editors.items():
            if not editor.control.hasFocus():
                editor.show_value(self._translations.get(place_in(self._language, place), ""))
        self._show_state()
        reworded = reworded_in(self._form, self._language)
        for place, button in self._same.items():
            button.setVisible(place in reworded and not self._fixed)

    def set_fixed(self, fixed: bool) -> None:
        self._fixed = fixed
        for editor in self.editors.values():
            editor.set_fixed(fixed)

    def _offer(self) -> None:
        """The languages there are, and a field for each text."""
        self.languages.clear()
        for code in self._form.languages:
            self.languages.addItem(language_name(code), code)
        if self._language not in self._form.languages:
            self._language = self._form.languages[0] if self._form.languages else ""
        self.languages.setCurrentIndex(max(0, self.languages.findData(self._language)))
        self.languages.setVisible(bool(self._language))
        self._lay_out()

    def _lay_out(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            _put_away(item.widget())
        self.editors, self._same = {}, {}
        for place, text in texts_of(self._form).items() if self._language else ():
            editor = ManyLines(self._look, 2 if len(text) > _LONG else 1)
            editor.typed.connect(self.typed)
            editor.left.connect(self.left)
            field = Field(self._look, text, editor)
            field.editor = editor.control
            field.set_label(text)
            editor.set_fixed(self._fixed)
            self.editors[place] = editor
            self._rows.addWidget(field)
            self._rows.addWidget(self._make_same(place), 0, Qt.AlignmentFlag.AlignLeft)

    def _make_same(self, place: str) -> Button:
        """Says of a text that was reworded since that its translation holds all the same."""
        button = self._same[place] = Button(_("It still says the same"), self._look, size="row", icon="check")
        button.clicked.connect(partial(self._confirm, place))
        button.hide()
        return button

    def _confirm(self, place: str, _checked: bool = False) -> None:
        self._confirmed.add(place)
        self.editors[place].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _show_state(self) -> None:
        missing = len(missing_in(self._form, self._language))
        if not self._language:
            words = _("Choose a language above first.")
        elif missing:
            words = n_("{count} text is missing. ", "{count} texts are missing. ", missing) + _(
                "Where one is, people read it as it was written."
            )
        else:
            words = _("Every text is there.")
        reworded = len(reworded_in(self._form, self._language))
        if reworded:
            words = " ".join(
                (
                    words,
                    n_(
                        "{count} was reworded after it was translated.",
                        "{count} were reworded after they were translated.",
                        reworded,
                    ),
                )
            )
        if self._language and self._language not in self._spoken:
            buttons = _("Buttons of the kiosk are not in this language yet; they stay as they are here.")
            words = f"{words} {buttons}"
        self._state.set_words(words)

    def _on_language(self) -> None:
        chosen = str(self.languages.currentData())
        self.left.emit()  # what was typed is kept first, after which the list may be made anew
        self._translations = cast(dict[str, str], self.value())
        self._language = chosen
        self.languages.setCurrentIndex(max(0, self.languages.findData(chosen)))
        self._lay_out()
        self.show_value(self._translations)


def _put_away(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
