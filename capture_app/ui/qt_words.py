"""The few words Qt says itself: the menu over a line of text, the buttons of a file dialog."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from capture_app.words import SOURCE, _


class QtWords(QTranslator):
    """Says Qt's words in the language chosen, for a language into which Qt itself is not translated."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self._known = {
            "&Undo": _("Undo"),
            "&Redo": _("Redo"),
            "Cu&t": _("Cut"),
            "&Copy": _("Copy"),
            "&Paste": _("Paste"),
            "Delete": _("Delete"),
            "Select All": _("Select all"),
            "&Open": _("Open"),
            "&Save": _("Save"),
            "Cancel": _("Cancel"),
        }

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        return self._known.get(text)


def listen(app: QApplication, language: str) -> QTranslator | None:
    """Have Qt speak the language: in its own words where it has them, else in ours. English needs nothing."""
    if language == SOURCE:
        return None
    own = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = own.load(QLocale(language), "qtbase", "_", folder)
    chosen = own if found and own.language()[:2] == language[:2] else QtWords(app)
    app.installTranslator(chosen)
    return chosen
