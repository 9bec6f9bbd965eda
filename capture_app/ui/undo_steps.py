"""What was done on a page, so that it can be undone and done again: with Ctrl+Z, or in the message that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QWidget

from capture_app.services.done import Done
from capture_app.services.noting import Noted, Step, noting, undo_all
from capture_app.services.workspaces import Workspace
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

T = TypeVar("T")
Tell = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class Act:
    """Something done, in words ("Statement removed."), and its steps. `about`: what the page wants to know of it."""

    words: str
    steps: tuple[Step, ...]
    about: object = None


class UndoSteps(QObject):
    """The acts of one page, newest last. What is typed in a field is undone by the field itself.

    Signals:
        undone(Act), redone(Act): an act was taken back, or done again, and that is on the disk.
    """

    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, page: QWidget, workspace: Workspace, jobs: Jobs, toast: Toast, failed: Tell) -> None:
        """`failed` is told of what could not be undone; the act then stays where it was."""
        super().__init__(page)
        self._page, self._workspace, self._jobs = page, workspace, jobs
        self._toast, self._failed = toast, failed
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._busy = False
        self._keys: KeyMap | None = None

    def take_key(self, event: QKeyEvent) -> bool:
        """Undo or redo where a text of the page passed the key on; whether it was one of the two."""
        binding = self._keys.pressed(event, Scope.APP) if self._keys else None
        verbs = {"edit.undo": self.back, "edit.redo": self.forward}
        if binding is None or binding.action not in verbs:
            return False
        verbs[binding.action]()
        return True

    def listen(self, keys: KeyMap) -> None:
        """Let the keys of undo and redo work on the page."""
        self._keys = keys
        for action, verb in (("edit.undo", self.back), ("edit.redo", self.forward)):
            for chord in keys[action].chords:
                shortcut = QShortcut(chord.sequence(), self._page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(verb)

    def note(self, words: str, steps: Sequence[Step], about: object = None, *, offer: bool = True) -> None:
        """Something was done; `offer` shows a message with Undo."""
        if not steps:
            return
        self._done.append(Act(words, tuple(steps), about))
        self._undone.clear()
        if offer:
            self._toast.offer(words, self.back)

    def do(
        self,
        job: Callable[[], Done[T]],
        words: str,
        then: Callable[[T], None] | None = None,
        *,
        offer: bool = True,
    ) -> None:
        """Do something in the page's name and note it; `then` gets what it gave. What fails is told as undoing is."""

        def deliver(noted: Noted[T]) -> None:
            if then is not None:
                then(noted.value)
            self.note(words, noted.steps, offer=offer)

        watched = partial(noting, self._workspace, job)
        self._jobs.write(watched, deliver, self._page, self._page, on_error=self._failed)

    def forget(self) -> None:
        """Forget everything: it holds words that were erased."""
        self._done, self._undone = [], []

    def back(self) -> None:
        """Take back what was done last."""
        if not self._done:
            self._toast.tell(_("There is nothing to undo."))
        elif not self._busy:
            self._run(
                self._done,
                self._undone,
                _("Undone: {what}"),
                self.undone.emit,
                (self.forward, _("Do it again")),
            )

    def forward(self) -> None:
        """Do again what was taken back last."""
        if not self._undone:
            self._toast.tell(_("There is nothing to do again."))
        elif not self._busy:
            self._run(
                self._undone, self._done, _("Done again: {what}"), self.redone.emit, (self.back, _("Undo"))
            )

    def _run(
        self,
        source: list[Act],
        goal: list[Act],
        pattern: str,
        tell: Callable[[Act], None],
        other_way: tuple[Callable[[], None], str],
    ) -> None:
        act = source.pop()
        self._busy = True

        def deliver(done: Done[tuple[Step, ...]]) -> None:
            self._busy = False
            goal.append(replace(act, steps=done.value))
            self._toast.offer(pattern.format(what=act.words), *other_way)
            tell(goal[-1])

        def on_error(error: BaseException) -> None:
            self._busy = False
            source.append(act)
            self._failed(error)

        job = partial(undo_all, self._workspace, act.steps)
        self._jobs.write(job, deliver, self, self, on_error=on_error)
