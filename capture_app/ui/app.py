"""The application object, and one person's choices: theme, text size, keys, recent files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from capture_app.settings import Settings, ThemeChoice
from capture_app.ui.icons import icon
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import SCALES, Look, apply, dress, relook
from capture_app.ui.theme import DARK, LIGHT
from capture_app.ui.widgets.accessible_role import interface_of
from capture_app.words import SOURCE

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def application() -> QApplication:
    """The application, made on first use."""
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("workshop-capture")
    app.setDesktopFileName("workshop-capture")
    QAccessible.installFactory(interface_of)
    return app


class Preferences(QObject):
    """The settings in force and the look that follows from them.

    Signals:
        look_changed(Look): the theme or the text size is another; every open window has it already.
        recent_changed(): another file is the newest.
        keys_changed(): keys or typed codes are others; `keys` has them.
        changed(): anything is another.
    """

    look_changed = Signal(object)
    recent_changed = Signal()
    keys_changed = Signal()
    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        keep: Callable[[Settings], None],
        languages: tuple[str, ...] = (SOURCE,),
    ) -> None:
        """`keep` is given the settings after every change and stores them. `languages` are those on offer."""
        super().__init__(app)
        self._app, self.settings, self._keep, self.languages = app, settings, keep, languages
        self.spoken = settings.language if settings.language in languages else SOURCE
        self._blinks = app.cursorFlashTime()
        self.look = self._wanted()
        self.keys, self.lost_keys = KeyMap.chosen(settings.keys, typed_codes=settings.typed_codes)
        self._settle_motion()
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
        self.choose(replace(self.settings, theme=theme))

    def larger(self) -> None:
        """One step larger text."""
        self.set_scale(next((size for size in SCALES if size > self.look.scale), SCALES[-1]))

    def smaller(self) -> None:
        """One step smaller text."""
        self.set_scale(next((size for size in reversed(SCALES) if size < self.look.scale), SCALES[0]))

    def set_scale(self, scale: int) -> None:
        """Text of this size in per cent."""
        self.choose(replace(self.settings, text_scale=scale))

    def opened(self, path: Path) -> None:
        """This file is the newest among the recent ones."""
        self.choose(self.settings.opened(path))
        self.recent_changed.emit()

    def opened_pack(self, mark: str, workspace: Path) -> None:
        """The pack with this check sum was made into a workspace, so that nobody makes a second one by mistake."""
        self.choose(self.settings.opened_pack(mark, workspace))

    def forget_recent(self) -> None:
        """Empty the list of recent files, and forget which packs were opened; the files stay."""
        self.choose(replace(self.settings, recent=(), packs={}))
        self.recent_changed.emit()

    def choose(self, settings: Settings) -> None:
        """These from now on: kept, and in force at once, but for the language."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        self._keep(settings)
        if (before.keys, before.typed_codes) != (settings.keys, settings.typed_codes):
            self.keys, _lost = KeyMap.chosen(settings.keys, typed_codes=settings.typed_codes)
            self.keys_changed.emit()
        self._settle_motion()
        self._on_system()
        self.changed.emit()

    def _settle_motion(self) -> None:
        """Let the cursor blink and menus fade, or nothing move at all."""
        still = self.settings.still
        self._app.setCursorFlashTime(0 if still else self._blinks)
        for effect in _EFFECTS:
            self._app.setEffectEnabled(effect, not still)

    def _on_system(self) -> None:
        wanted = self._wanted()
        if wanted == self.look:
            return
        self.look = wanted
        apply(self._app, wanted)
        for window in QApplication.topLevelWidgets():
            if window.styleSheet():  # a dialog wears that of its window
                dress(window, wanted)
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
