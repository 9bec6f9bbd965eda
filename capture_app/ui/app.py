"""The application object, and one person's choices: theme, text size, recent files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from capture_app.settings import Settings, ThemeChoice
from capture_app.ui.icons import icon
from capture_app.ui.style import SCALES, Look, apply, relook
from capture_app.ui.theme import DARK, LIGHT


def application() -> QApplication:
    """The application, made on first use."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("workshop-capture")
    app.setDesktopFileName("workshop-capture")
    return app


class Preferences(QObject):
    """The settings in force and the look that follows from them.

    Signals:
        look_changed(Look): the theme or the text size is another; every open window has it already.
        recent_changed(): another file is the newest.
    """

    look_changed = Signal(object)
    recent_changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, keep: Callable[[Settings], None]) -> None:
        """`keep` is given the settings after every change and stores them."""
        super().__init__(app)
        self._app, self.settings, self._keep = app, settings, keep
        self.look = self._wanted()
        apply(app, self.look)
        app.setWindowIcon(icon("notebook", self.look, "accent", 32))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system)

    def toggle_theme(self) -> None:
        """From light to dark or back; from then on the system is not asked."""
        self.choose_theme(ThemeChoice.LIGHT if self.look.theme.dark else ThemeChoice.DARK)

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Light, dark, or whatever the system shows."""
        self._change(replace(self.settings, theme=theme))

    def larger(self) -> None:
        """One step larger text."""
        self.set_scale(next((size for size in SCALES if size > self.look.scale), SCALES[-1]))

    def smaller(self) -> None:
        """One step smaller text."""
        self.set_scale(next((size for size in reversed(SCALES) if size < self.look.scale), SCALES[0]))

    def set_scale(self, scale: int) -> None:
        """Text of this size in per cent."""
        self._change(replace(self.settings, text_scale=scale))

    def opened(self, path: Path) -> None:
        """This file is the newest among the recent ones."""
        self._change(self.settings.opened(path))
        self.recent_changed.emit()

    def forget_recent(self) -> None:
        """Empty the list of recent files; the files stay."""
        self._change(replace(self.settings, recent=()))
        self.recent_changed.emit()

    def _change(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self._keep(settings)
        self._on_system()

    def _on_system(self) -> None:
        wanted = self._wanted()
        if wanted == self.look:
            return
        self.look = wanted
        apply(self._app, wanted)
        for window in QApplication.topLevelWidgets():
            relook(window, wanted)
        self.look_changed.emit(wanted)

    def _wanted(self) -> Look:
        hints = QGuiApplication.styleHints()
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
        if self.settings.theme is not ThemeChoice.SYSTEM:
            dark = self.settings.theme is ThemeChoice.DARK
        theme = DARK if dark else LIGHT
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            theme = theme.high_contrast()
        return Look(theme, self.settings.text_scale)
