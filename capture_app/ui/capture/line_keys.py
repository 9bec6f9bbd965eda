"""What each key does to the lines of a list: the one place where the key map meets the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from capture_app.domain.vocabulary import LineKind, Verdict
from capture_app.services.wording import verdict_words
from capture_app.ui.capture.key_taker import Edge
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.line_marks import LineMarks
from capture_app.ui.capture.line_steps import LineSteps
from capture_app.ui.capture.pasting import Pasting
from capture_app.ui.keys import Binding
from capture_app.words import _

EVERYWHERE = frozenset(
    (
        *("line.join", "line.permission", "lines.file", "quotation.next", "kind.choose"),
        f"kind.{LineKind.QUOTATION}",
    )
)
"""What every list has, whatever page it stands on."""
_VERDICTS = {f"verdict.{verdict}": verdict for verdict in Verdict}

Does = Callable[[], None]
TakesKey = Callable[[QKeyEvent], bool]


class LineKeys(QObject):
    """A `KeyTaker` for a list. Knows only the actions its page allows, so that no key does what is not shown.

    Signals:
        used(str): an action was used; the legend remembers it.
        names_wanted(): somebody typed @.
    """

    used = Signal(str)
    names_wanted = Signal()

    def __init__(self, desk: LineDesk, allowed: frozenset[str], pasting: Pasting) -> None:
        super().__init__(desk)
        self._desk, self._allowed, self.pasting = desk, allowed | EVERYWHERE, pasting
        self.marks, self.steps = LineMarks(desk), LineSteps(desk)
        self._first: tuple[TakesKey, ...] = ()
        self._does: dict[str, Does] = {
            "line.next": self.steps.next,
            "line.indent": partial(self.marks.indent, 1),
            "line.outdent": partial(self.marks.indent, -1),
            "line.up": partial(self.steps.move, -1),
            "line.down": partial(self.steps.move, 1),
            "line.join": self.steps.join_above,
            "line.park": self.steps.park,
            "line.permission": self.marks.turn_permission,
            "quotation.next": self.steps.next_unfinished,
            "line.priority": self.marks.turn_priority,
            "column.other": self.steps.to_other_column,
            "line.set_aside": self.steps.set_aside,
            "mark.theme": self._begin_theme,
            "edit.undo": desk.undo.back,
            "edit.redo": desk.undo.forward,
        }

    def also(self, first: tuple[TakesKey, ...], actions: Mapping[str, Does]) -> None:
        """What is open below the line has keys `first`; `actions` are the page's own."""
        self._first = first
        self._does |= actions

    def knows(self, action: str) -> bool:
        """Whether this list does something on that action, at the line one is at."""
        return action in self._allowed and (action not in _VERDICTS or self._asks_for(_VERDICTS[action]))

    def take_key(self, event: QKeyEvent) -> bool:
        """What is open below the line has its keys first."""
        return any(takes(event) for takes in self._first)

    def act(self, binding: Binding, *, typed: bool = False) -> bool:
        """Do what a chord or code means; False if it means nothing here."""
        if self._desk.row < 0:
            return False
        if not self.knows(binding.action):
            return self._refuse(binding)
        if binding.sets is None:
            self._does[binding.action]()
        else:
            self.marks.set_mark(binding.sets, again_clears=not typed)
        self.used.emit(binding.action)
        return True

    def stands_for(self, binding: Binding) -> str | None:
        """A quotation keeps its mark; every other code leaves nothing. Themes and names are not codes."""
        if binding.action == "mark.who":
            self.names_wanted.emit()
        if binding.sets is None or not self.knows(binding.action):
            return None
        return "“" if binding.sets is LineKind.QUOTATION else ""

    def take_code_back(self) -> None:
        """The letters of a code are back in the text: what it meant is taken back."""
        self._desk.undo.back_one_act()

    def edge(self, edge: Edge) -> bool:
        """The cursor leads out of the line."""
        match edge:
            case Edge.UP | Edge.DOWN:
                return self.steps.beside(-1 if edge is Edge.UP else 1)
            case Edge.PAGE_UP | Edge.PAGE_DOWN:
                self.steps.page(-1 if edge is Edge.PAGE_UP else 1)
                return True
            case Edge.BACK:
                return self.steps.join()
            case Edge.ESCAPE:
                return False

    def paste(self, text: str) -> None:
        """Text was pasted or dropped into the line."""
        if self._desk.row >= 0:
            self.pasting.paste(text)

    def _refuse(self, binding: Binding) -> bool:
        """Say of a mark that it has no place in this line; False for every other key, which the page may know."""
        if binding.sets is None:
            return False
        if isinstance(binding.sets, Verdict):
            words = _("The question of this line does not ask for that.")
        else:
            words = _("A line here cannot be marked “{mark}”.").format(mark=binding.words)
        self._desk.refused.emit(words)
        return True

    def _asks_for(self, verdict: Verdict) -> bool:
        """Whether the question of the line has a word for this verdict."""
        view = self._desk.active()
        return view is not None and verdict in verdict_words(self._desk.scale_of(view.line))

    def _begin_theme(self) -> None:
        """Write the # that opens the themes."""
        editor = self._desk.editor
        before = editor.text()[: editor.position()]
        editor.setFocus()
        editor.insertPlainText("#" if not before or before.endswith(" ") else " #")
