"""What is not saved, told by the window while the page it stands on is out of sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from capture_app.ui.pages import KeepsTyped, Refuses, Saves, Tells
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.saved_indicator import SavedIndicator
from capture_app.words import _


class Unsaved(QObject):
    """Listens to pages and drives the saved indicator. `sentence` says what is not saved, or is empty.

    `shown` gives the page in sight, None where it is covered: a page says itself what it could not save.
    """

    def __init__(self, banner: Banner, indicator: SavedIndicator, shown: Callable[[], object]) -> None:
        super().__init__(banner)
        self.sentence = ""
        self._page: object = None
        self._refused: dict[object, tuple[object, str]] = {}  # by the form: its page, and what stands there
        self._banner, self._indicator, self._shown = banner, indicator, shown
        indicator.trouble.connect(self._on_late)

    def listen(self, page: object) -> None:
        """Hear from now on what this page saves and what it cannot."""
        if isinstance(page, Tells):
            page.saved.connect(self._on_saved)
        if isinstance(page, Saves):
            page.unsaved.connect(self._indicator.typed)
            page.save_failed.connect(partial(self.failed, page))
        if isinstance(page, KeepsTyped):
            page.failed.connect(partial(self.failed, page))
        if isinstance(page, Refuses):
            page.refused.connect(partial(self._on_refused, page))

    def holds(self, page: object) -> bool:
        """Whether something stands on this page that could not be kept, and would go with it."""
        return any(one is page for one, _sentence in self._refused.values())

    def failed(self, page: object, sentence: str) -> None:
        """Something could not be saved; `page` says so itself while it is in sight."""
        self.sentence, self._page = sentence, page
        self._indicator.failed()
        self.say()

    def changed(self) -> None:
        """Something was written, by whichever page or dialog: that is saved now, and nothing is said of the rest."""
        if not self.sentence:
            self._indicator.also_saved(datetime.now().astimezone())

    def say(self) -> None:
        """Say it where the page does not."""
        shown = self._shown()
        self._banner.show_message("bad", self.sentence)
        self._banner.setVisible(bool(self.sentence) and (shown is None or shown is not self._page))

    def _on_saved(self, at: datetime) -> None:
        self.sentence, self._page = "", None
        self._banner.hide()
        self._indicator.saved(at)
        self._say_refused()

    def _on_refused(self, page: object, form: object, sentence: str) -> None:
        was = self._refused.pop(form, None)
        if sentence:
            self._refused[form] = (page, sentence)
        elif was is not None and was[1] == self.sentence:
            self.sentence, self._page = "", None
            self._banner.hide()
            self._indicator.rest()
        self._say_refused()

    def _say_refused(self) -> None:
        """Not all is saved while something that was typed cannot be kept."""
        for page, sentence in self._refused.values():
            self.failed(page, sentence)

    def _on_late(self, late: bool) -> None:
        if late and not self.sentence:
            self.sentence = _("The last words are not saved yet. They are still on the screen.")
        self.say()
