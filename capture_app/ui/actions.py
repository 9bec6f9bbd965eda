"""Every action of the window with its keys, in one list. Pages have their own keys, from the same map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from capture_app.ui.keys import Binding, KeyMap, Scope
from capture_app.words import _

WINDOW = (
    *("app.keys", "app.help", "app.settings", "app.lock", "app.open"),
    *("app.danger", "app.search", "app.history", "app.larger", "app.smaller"),
)
"""The actions of the window itself."""

EVERYWHERE = (*WINDOW, "pane.next", "pane.previous", "edit.undo", "edit.redo")
"""The actions that work on every page, in the order of F1; a page with panes moves between
them itself, and undoes what was done on it."""

_UNLISTED = ("mark.who",)
"""Names cannot be chosen yet; @ only says why, in a part where they are locked, and there the legend has it."""


def add_actions(window: QWidget, keys: KeyMap, verbs: Mapping[str, Callable[[], None]]) -> None:
    """Give the window these actions ("app.open" and the like) under the keys of the map.

    Raises KeyError for a name the map does not have.
    """
    for name, verb in verbs.items():
        binding = keys[name]
        action = QAction(binding.words, window)
        action.setObjectName(name)
        action.setShortcuts([chord.sequence() for chord in binding.chords])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False, verb=verb: verb())
        window.addAction(action)


def renew_keys(window: QWidget, keys: KeyMap) -> None:
    """Put the window's actions under the keys of another map."""
    for name in WINDOW:
        action = window.findChild(QAction, name)
        if action is not None:
            action.setShortcuts([chord.sequence() for chord in keys[name].chords])


def listed(keys: KeyMap, scope: Scope) -> tuple[Binding, ...]:
    """What F1 and the settings list for a place: every action that does something there."""
    return tuple(
        one
        for one in keys.bindings(scope)
        if one.action not in _UNLISTED and (scope is not Scope.APP or one.action in EVERYWHERE)
    )


def scope_words(scope: Scope) -> str:
    """What a place is called over the list of its keys."""
    return {
        Scope.APP: _("Everywhere"),
        Scope.CAPTURE: _("While writing"),
        Scope.EVIDENCE: _("In the evidence"),
        Scope.CONFLICTS: _("Between two versions"),
        Scope.READ_BACK: _("While reading back"),
        Scope.SESSION: _("While a session runs"),
        Scope.HERE: _("In the list of who is here"),
        Scope.MINUTES: _("Where minutes are agreed"),
    }[scope]


def scopes_of(*, lead: bool) -> tuple[Scope, ...]:
    """Where keys work in a lead's window, and in that of a scribe or facilitator."""
    if lead:
        return (Scope.APP, Scope.EVIDENCE, Scope.CONFLICTS, Scope.MINUTES)
    return (Scope.APP, Scope.SESSION, Scope.HERE, Scope.CAPTURE, Scope.READ_BACK)
