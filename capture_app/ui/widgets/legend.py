"""What the legend bar shows, worked out from the key map; and which of it when there is little room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import Qt

from capture_app.domain.vocabulary import Stance
from capture_app.ui.keys import Binding, KeyMap

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """Actions between two lines of the legend, by chord or by what is typed; `note` stands after them.

    words: what an action is called here, where that is not what the key map calls it.
    """

    actions: tuple[str, ...]
    by: Literal["chord", "typed"] = "chord"
    note: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One action: `held` are the caps of keys held with it, `cap` its own. A locked one says why."""

    action: str
    held: tuple[str, ...]
    cap: str
    words: str
    spoken: str
    modifiers: Qt.KeyboardModifier
    stance: Stance | None
    locked: bool


def entries(keymap: KeyMap, group: LegendGroup, locked: Mapping[str, str]) -> list[LegendEntry]:
    """The entries of a group. Actions without a key are left out: what is not there cannot be pressed."""
    called = {**group.words, **locked}
    found = (
        _entry(keymap[action], group.by, called.get(action), locked=action in locked)
        for action in group.actions
    )
    return [entry for entry in found if entry is not None]


def _entry(binding: Binding, by: str, called: str | None, *, locked: bool) -> LegendEntry | None:
    words, stance = called or binding.legend, binding.sets if isinstance(binding.sets, Stance) else None
    if by == "chord" and binding.chords:
        chord = binding.chords[0]
        *held, cap = chord.caps()
        spoken, modifiers = chord.spoken(), chord.modifiers
    elif binding.typed:
        held, cap = [], binding.typed[0].strip()
        spoken, modifiers = cap, NO_MODIFIER
    else:
        return None
    return LegendEntry(
        binding.action, tuple(held), cap, words, f"{spoken} {words}", modifiers, stance, locked
    )


def kept(actions: Sequence[str], recent: Sequence[str], fit: Callable[[Set[str]], bool]) -> set[str]:
    """The actions whose entries `fit` together: last used first, then in keyboard order."""
    ranked = [*(a for a in recent if a in actions), *(a for a in actions if a not in recent)]
    result: set[str] = set()
    for action in ranked:
        if not fit(result | {action}):
            break
        result.add(action)
    return result
