"""The one key map: what each action is called, its chord, what may be typed instead.

Legend, menus, F1 and the editors all read it, so what is shown is what works. Chords can be changed by a
mapping from action to chords, as settings keep it; typed codes stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtGui import QKeyEvent

from capture_app.ui.chords import Chord
from capture_app.ui.key_table import Binding, Scope, TypedAt, usual_bindings
from capture_app.words import _

__all__ = ["Binding", "Chord", "KeyMap", "Scope", "TypedAt"]


class KeyMap:
    """Looks actions up by name, by key press and by typed code."""

    def __init__(self, changed: Mapping[str, str] | None = None, *, typed_codes: bool = True) -> None:
        """`changed`: chords by action name, "F8, Ctrl+R", in place of the usual ones.

        Without `typed_codes` only "#" and "@" stay: a theme and a name have no chord.

        Raises ValueError when a chord is not a key, or is taken twice in one place.
        """
        self.typed_codes = typed_codes
        self._by_action: dict[str, Binding] = {}
        for binding in usual_bindings():
            own = (changed or {}).get(binding.action)
            kept = (
                binding if own is None else replace(binding, chords=tuple(map(Chord.parse, own.split(", "))))
            )
            keeps_codes = typed_codes or (binding.typed_at is TypedAt.WORD_START and not binding.sets)
            self._by_action[binding.action] = kept if keeps_codes else replace(kept, typed=())
        self._refuse_doubles()
        self._by_chord: dict[Chord, list[Binding]] = {}
        for binding in self._by_action.values():
            for chord in binding.chords:
                self._by_chord.setdefault(chord, []).append(binding)

    @classmethod
    def chosen(
        cls, changed: Mapping[str, str], *, typed_codes: bool = True
    ) -> tuple[KeyMap, tuple[str, ...]]:
        """The map with as many of these changes as can be kept, and the words of the actions that lost theirs.

        What was chosen once may be taken since by an action that a newer version brought.
        """
        kept: dict[str, str] = {}
        for action, chords in changed.items():
            try:
                cls({**kept, action: chords})
            except ValueError:
                continue
            kept[action] = chords
        keys = cls(kept, typed_codes=typed_codes)
        return keys, tuple(b.words for b in keys.bindings() if b.action in changed and b.action not in kept)

    def __getitem__(self, action: str) -> Binding:
        return self._by_action[action]

    def bindings(self, scope: Scope | None = None) -> tuple[Binding, ...]:
        """All actions in keyboard order, or those of one place."""
        return tuple(b for b in self._by_action.values() if scope in (None, b.scope))

    def pressed(self, event: QKeyEvent, *scopes: Scope) -> Binding | None:
        """The action this key press means in these places, if any."""
        found = self._by_chord.get(Chord.of(event), ())
        return next((binding for binding in found if binding.scope in scopes), None)

    def typed(self, text_before: str) -> tuple[Binding, str] | None:
        """The action whose code the text before the cursor ends with, and that code.

        "//" waits for its space, so "/d" is not taken out of "//d".
        """
        for binding in self._by_action.values():
            for code in binding.typed:
                if text_before.endswith(code) and _may_stand(binding, text_before[: -len(code)]):
                    return binding, code
        return None

    def _refuse_doubles(self) -> None:
        seen: set[tuple[Scope, Chord]] = set()
        for binding in self._by_action.values():
            for chord in binding.chords:
                # What works everywhere must not mean something else in one place.
                if {(binding.scope, chord), (Scope.APP, chord)} & seen:
                    raise ValueError(_("{key} is used twice.").format(key=chord.text()))
                seen.add((binding.scope, chord))


def _may_stand(binding: Binding, before: str) -> bool:
    if binding.typed_at is TypedAt.LINE_START:
        return not before
    return not before or before[-1].isspace()
