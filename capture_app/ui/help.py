"""Help without a network: the guide comes with the program as web pages, and each page of the window has its place.

The system's browser shows it. Not every system hands on where in a page to look, so there is a small page for each
place that leads there: `resources/help/at`. `make help-pages` makes them all from `PLACES` and the guide.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from capture_app.paths import resource
from capture_app.ui.help_places import PLACES, START

INDEX = resource("help", "index.html")
"""Where the guide begins."""


def open_help(page: str) -> bool:
    """Show the guide where it speaks of a page of the window ("worksheet/…"); says whether a browser took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(help_file(page))))


def help_file(page: str) -> Path:
    """The file to open for a page."""
    kind = page.partition("/")[0]
    return resource("help", "at", f"{kind if kind in PLACES else START}.html")
