"""Waits for the cursor. Imports nothing of ours, so that the bare programs we measure against stay bare."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit


def focused_editor() -> QTextEdit | QPlainTextEdit:
    """The text editor that has the focus, as soon as one has it and everything is painted."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    loop = QEventLoop()
    app.focusChanged.connect(lambda _old, _new: loop.quit())
    while not isinstance(found := app.focusWidget(), QPlainTextEdit | QTextEdit):
        loop.exec()
    app.processEvents()
    return found
