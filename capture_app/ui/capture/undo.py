"""What was done to lines as a whole, so that it can be undone in turn with what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from capture_app.ui.capture.line_editor import LineEditor
from capture_app.words import _

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Act:
    """Something done, at a moment told by the editor: which text it had loaded and how much had been typed."""

    undo: Step
    redo: Step
    load: int
    typed: int


class Undo:
    """The newest comes first, whether it was typed or done. Typing is undone by the editor itself."""

    def __init__(self, editor: LineEditor, refused: Callable[[str], None]) -> None:
        """`refused` is told in a sentence where there is nothing to take back or to do again."""
        self._editor, self._refused = editor, refused
        self._done: list[_Act] = []
        self._undone: list[_Act] = []

    def note(self, undo: Step, redo: Step) -> None:
        """Something was done that `undo` takes back and `redo` does again."""
        self._done.append(_Act(undo, redo, self._editor.loads, self._editor.steps()))
        self._undone.clear()

    def clear(self) -> None:
        """Another list: nothing of this one can be undone from there."""
        self._done.clear()
        self._undone.clear()

    def back(self) -> None:
        """Take back the newest of what was typed and done."""
        if self._done and self._is_newest(self._done[-1]):
            self.back_one_act()
        elif self._editor.steps():
            self._editor.undo()
        else:
            self._refused(_("There is nothing to undo."))

    def back_one_act(self) -> None:
        """Take back what was done last, whatever has been typed since."""
        if self._done:
            act = self._done.pop()
            act.undo()
            self._undone.append(act)

    def forward(self) -> None:
        """Do again what was taken back last."""
        if self._editor.document().isRedoAvailable():
            self._editor.redo()
        elif self._undone:
            act = self._undone.pop()
            act.redo()
            self._done.append(act)
        else:
            self._refused(_("There is nothing to do again."))

    def _is_newest(self, act: _Act) -> bool:
        typed = self._editor.steps()
        return typed == 0 or (act.load == self._editor.loads and typed <= act.typed)
