"""Filling in the form of a register as a person does, and reading off the screen what stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.register.row import Row
from capture_app.ui.register.rows import RowsBlock
from tests.helpers.render import settle

Typed = Mapping[str, str]
"""What is typed or chosen, by the label of the field."""


def control(holder: QWidget, label: str) -> QWidget:
    """The control of this name, outside of rows unless `holder` is a row."""
    for one in holder.findChildren(QWidget):
        if isinstance(one, QLineEdit | QPlainTextEdit | QComboBox | QCheckBox):
            named = one.accessibleName() or (one.text() if isinstance(one, QCheckBox) else "")
            if named == label and (isinstance(holder, Row) or not _in_row(one)):
                return one
    raise AssertionError(f"there is no field ‘{label}’")


def fill(holder: QWidget, typed: Typed) -> None:
    """Type or choose all of it; what stood in a field goes."""
    for label, words in typed.items():
        found = control(holder, label)
        match found:
            case QComboBox():
                place = next(n for n in range(found.count()) if found.itemText(n) == words)
                found.setCurrentIndex(place)
                found.activated.emit(place)
            case QCheckBox():
                if found.isChecked() != (words == "yes"):
                    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
            case QLineEdit() | QPlainTextEdit():
                if isinstance(found, QLineEdit) and _offers(found):
                    found.setFocus(Qt.FocusReason.OtherFocusReason)
                found.selectAll()
                QTest.keyClick(found, Qt.Key.Key_Delete)
                for number, line in enumerate(words.split("\n")):
                    if number:
                        QTest.keyClick(found, Qt.Key.Key_Return)
                    QTest.keyClicks(found, line)
                _put_offers_away(found)


def _offers(line: QLineEdit) -> bool:
    """Whether words come up while one types; they do so only where the cursor is."""
    completer: QCompleter | None = line.completer()
    return completer is not None and completer.model().rowCount() > 0


def _put_offers_away(found: QWidget) -> None:
    """What is offered while one types would be over the next field."""
    completer = found.completer() if isinstance(found, QLineEdit) else None
    popup = completer.popup() if completer is not None else None
    if popup is not None:
        popup.hide()


def shown(holder: QWidget, label: str) -> str:
    """What stands in a field."""
    match control(holder, label):
        case QComboBox() as found:
            return found.currentText()
        case QCheckBox() as found:
            return "yes" if found.isChecked() else "no"
        case QPlainTextEdit() as found:
            return found.toPlainText()
        case QLineEdit() as found:
            return found.text()
    raise AssertionError(label)


def all_shown(holder: QWidget, labels: Typed) -> dict[str, str]:
    """What stands in these fields."""
    return {label: shown(holder, label) for label in labels}


def add_record(pane: RegisterPane, typed: Typed) -> None:
    """Add a record, fill it in and leave it."""
    pane.add()
    settle(pane)
    fill(pane.form, typed)
    pane.keep_typed()
    settle(pane)


def block(pane: RegisterPane, title: str) -> RowsBlock:
    """The rows under this heading."""
    return next(one for one in pane.form.rows if one.spec.title() == title)


def rows(under: RowsBlock) -> list[Row]:
    """The rows that are shown, from the top."""
    return sorted((row for row in under.findChildren(Row) if row.isVisible()), key=lambda row: row.y())


def add_row(pane: RegisterPane, title: str, typed: Typed) -> None:
    """Add a row under a heading, fill it in and leave it."""
    under = block(pane, title)
    before = set(rows(under))
    under.add()
    settle(pane)
    (row,) = (one for one in rows(under) if one not in before)
    if any(label not in _labels(row) for label in typed):
        row.show_more()
    fill(row, typed)
    pane.keep_typed()
    settle(pane)


def row_with(pane: RegisterPane, title: str, typed: Typed) -> bool:
    """Whether a row under this heading shows all of it."""
    for row in rows(block(pane, title)):
        if any(label not in _labels(row) for label in typed):
            row.show_more()
        if all_shown(row, typed) == dict(typed):
            return True
    return False


def list_rows(pane: RegisterPane) -> list[str]:
    """The titles in the list, from the top."""
    model = pane.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _in_row(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Row):
        parent = parent.parentWidget()
    return parent is not None


def _labels(row: Row) -> set[str]:
    return {
        one.accessibleName() or (one.text() if isinstance(one, QCheckBox) else "")
        for one in row.findChildren(QWidget)
        if isinstance(one, QLineEdit | QPlainTextEdit | QComboBox | QCheckBox)
    }


def tabbed(window: QWidget, start: QWidget) -> list[QWidget]:
    """What the Tab key leads to from somewhere, until it comes round again."""
    window = window.window()
    window.activateWindow()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    while window.focusNextChild() and (here := QApplication.focusWidget()) is not None:
        if here in (start, *found):
            break
        found.append(here)
    return found
