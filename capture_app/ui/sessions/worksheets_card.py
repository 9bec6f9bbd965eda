"""Below the groups of a session: which worksheet each has, and giving one to all of them (D1)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.sessions import GroupSheet, Worksheets
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_


class WorksheetsCard(QWidget):
    """Signals:
    wanted(str): give each group a worksheet of this form. starters_wanted(): add the forms to begin with.
    removed(Sheet): take this worksheet away. pictures_wanted(str, str): show the pictures of a worksheet, of a group.
    """

    wanted = Signal(str)
    starters_wanted = Signal()
    removed = Signal(object)
    pictures_wanted = Signal(str, str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._list = DropDown(look, _("Worksheet"))
        self._give = Button(_("Give each group this worksheet"), look, size="row", icon="notebook")
        self._starters = Button(
            _("Add a worksheet and a questionnaire to begin with"), look, size="row", icon="plus"
        )
        self._help, self._row, self._sheets = Prose("", look, "caption"), FlowRow(look, 8), QVBoxLayout()
        self._row.add(self._list)
        self._row.add(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(_("Worksheets"), "heading"))
        column.addLayout(self._sheets)
        for widget in (self._help, self._row, self._starters):
            column.addWidget(widget)
        self._give.clicked.connect(lambda: self.wanted.emit(str(self._list.currentData())))
        self._starters.clicked.connect(self.starters_wanted)
        self.show_worksheets(Worksheets((), (), 0))

    def set_look(self, look: Look) -> None:
        """Rows made from now on."""
        self._look = look

    def show_worksheets(self, found: Worksheets) -> None:
        """What the groups have, and what can be given."""
        while (item := self._sheets.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in found.sheets:
            self._sheets.addWidget(self._line(one))
        chosen = str(self._list.currentData() or "")
        self._list.clear()
        for form in found.forms:
            self._list.addItem(form.title, form.id)
        self._list.setCurrentIndex(max(0, self._list.findData(chosen)))
        self._row.setVisible(bool(found.forms and found.groups))
        if found.forms and found.groups and self._starters.hasFocus():
            # Hidden with the keyboard on it, Qt would go to the next field and select what stands there.
            self._give.setFocus(Qt.FocusReason.OtherFocusReason)
        self._starters.setVisible(not found.forms)
        words = _hint(found)
        self._help.set_words(words)
        self._help.setVisible(bool(words))

    def _line(self, one: GroupSheet) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        row.addWidget(Prose(_form_words(one), self._look, lead=one.group), 1)
        if one.pictures:
            words = n_("{count} picture", "{count} pictures", one.pictures)
            look_at = Button(words, self._look, "quiet", size="row", icon="image")
            look_at.say_of(one.group)
            look_at.clicked.connect(partial(self.pictures_wanted.emit, one.sheet.id, one.group))
            row.addWidget(look_at, 0, Qt.AlignmentFlag.AlignTop)
        gone = Button(_("Take away"), self._look, "quiet", size="row")
        gone.say_of(_("the worksheet of {group}").format(group=one.group))
        gone.clicked.connect(partial(self.removed.emit, one.sheet))
        row.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _form_words(one: GroupSheet) -> str:
    """Which worksheet a group has, and why it was opened again after it was read back or closed."""
    why = " ".join(one.sheet.reopened_because.split())
    return _("{form} – opened again: {why}").format(form=one.form, why=why) if why else one.form


def _hint(found: Worksheets) -> str:
    if not found.forms:
        return _(
            "There is no worksheet in this workspace yet. The program brings a short worksheet for the groups and "
            "a short questionnaire for the end; both can be used as they are, or changed under “Forms” above."
        )
    if not found.groups:
        return _("Add the groups first. Then each gets a worksheet.")
    return "" if found.sheets else _("No group has a worksheet yet. Scribes need one to write on.")
