"""What happens to the lines of one list: begun, typed, split, joined, changed, moved, removed. No widgets.

The list shown is changed at once; the workspace follows through `Autosave`. What the workspace tells later
never takes the place of something that is not saved yet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from capture_app.domain.parting import joined, parted, seam
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.seen import NOTHING, Seen
from capture_app.domain.weighing import Weighing
from capture_app.services.capturing import new_line
from capture_app.services.pages import LineView
from capture_app.services.themes import ThemeTag
from capture_app.ui.capture.autosave import Autosave
from capture_app.ui.capture.line_geometry import DEEPEST
from capture_app.ui.capture.line_model import LineModel
from capture_app.ui.capture.line_order import LineOrder
from capture_app.ui.capture.line_saves import LineSaves

Belongs = Callable[[Line], bool]
"""Whether a line stands in the list that is shown."""


class LineBook(QObject):
    """One list at a time; rows are counted from 0. `says_nothing` knows the options that wait for a word (D2).

    Signals:
        counted(Line or None, Line or None): a line with words before and after a change; None where there is none.
        option_gone(): an option was taken away; it stands in the list again when that is read.
    """

    counted = Signal(object, object)
    option_gone = Signal()

    def __init__(
        self,
        model: LineModel,
        autosave: Autosave,
        saves: LineSaves,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._autosave, self._saves, self._now = model, autosave, saves, now
        self.order = LineOrder(model)
        self._blank = Line(id="")
        self._belongs: Belongs = lambda _line: True
        self.says_nothing: Callable[[Line], bool] = lambda _line: False
        self._local: dict[RecordId, LineView] = {}
        self._stored: set[RecordId] = set()
        self._waiting_tags: dict[RecordId, list[ThemeTag]] = {}
        self._local_tags: dict[str, tuple[RecordId, ThemeTag, bool]] = {}
        autosave.left.connect(self._on_left)

    def open(self, blank: Line, belongs: Belongs, weighing: Weighing | None = None) -> None:
        """Turn to another list: what a new line in it starts from, which lines belong to it, and its columns."""
        self._blank, self._belongs = blank, belongs
        self._model.show(())
        self.order.weighing = weighing

    def show(self, views: Sequence[LineView], keep: RecordId = "") -> None:
        """Show what the workspace tells. What is not saved yet stays as it is here, and so does the line `keep`."""
        self._stored |= {view.line.id for view in views if not view.waiting}
        self._local = {key: view for key, view in self._local.items() if self._autosave.holds(key)}
        shown = {view.line.id: view for view in views} | self._local
        row = self._model.row_of(keep) if keep else -1
        if row >= 0 and keep not in self._stored:
            shown[keep] = self._model.at(row)
        self._overlay_tags(shown)
        here = [view for view in shown.values() if self._here(view.line)]
        if self._local or keep or self.order.weighing:
            here = self.order.put_in_order(here)
        self._model.show(here)

    def is_blank(self, row: int) -> bool:
        """Whether nothing is written in a row."""
        return not self._model.at(row).line.text.strip()

    def begin(self, after: int, text: str = "", **fields: Any) -> int:
        """A new line after a row (-1: before all others), with its side, level and column unless told otherwise.

        Gives its row.
        """
        above = self._model.at(after).line if after >= 0 else None
        kept: dict[str, Any] = {"side": above.side, "level": above.level} if above else {}
        column = self.order.fields(self.order.column_of(above or self._blank))
        line = replace(self._blank, id=new_line().id, **(column | kept | fields))
        row, order = self.order.slot(after, line)
        self._model.insert(row, LineView(replace(line, order=order), (), NOTHING))
        if text:
            self.write(row, text)
        return row

    def write(self, row: int, text: str) -> None:
        """What stands in a line now, as typed."""
        line = self._model.at(row).line
        fields: dict[str, Any] = {"text": text}
        if not line.said_at and text.strip():
            fields["said_at"] = self._now().strftime("%Y-%m-%dT%H:%M")
        self._replace(row, replace(line, **fields))

    def change(self, row: int, **fields: Any) -> None:
        """Change anything but the words: stance, side, kind, level, hands. Into another column the line moves."""
        before = self.order.column_at(row)
        self._replace(row, replace(self._model.at(row).line, **fields))
        if self.order.column_at(row) != before:
            self._go_home(row)
        self._autosave.flush()

    def leave(self, row: int) -> bool:
        """Its author goes on: what was written becomes a change, and an empty line goes. True if it is gone."""
        line = self._model.at(row).line
        if self.is_blank(row):
            self.remove(row)
            return True
        if line.text != line.text.strip():
            self.write(row, line.text.strip())
        self._autosave.leave(line.id)
        return False

    def split(self, row: int, at: int) -> int:
        """Part a line before a letter; gives the row of the second half."""
        first, second = parted(self._model.at(row).line, at)
        second = replace(second, id=new_line().id, **self.order.fields(self.order.column_at(row)))
        below, order = self.order.slot(row, second)
        second = replace(second, order=order)
        self._model.insert(below, LineView(replace(second, text=""), (), NOTHING))
        # The second half is on the disk before its words leave the first.
        self._replace(below, second)
        self._replace(row, first)
        self._autosave.flush()
        return below

    def join(self, row: int) -> int:
        """Put a line's words, marks and themes at the end of the line above; gives the letter where they meet."""
        above, below = self._model.at(row - 1), self._model.at(row)
        self._replace(row - 1, joined(above.line, below.line))
        plain = {theme.id for theme in above.themes if not theme.indirect}
        for theme in below.themes:
            # What one of the two speaks of, the two together do not only touch on.
            if theme.id not in plain:
                self.tag(row - 1, theme)
        self.remove(row)
        return seam(above.line, below.line)

    def indent(self, row: int, by: int) -> bool:
        """Put a line one level under the line above, or out again. False if it cannot go there."""
        level = self._model.at(row).line.level
        highest = self._model.at(row - 1).line.level + 1 if self.order.together(row - 1, row) else 0
        wanted = max(0, min(level + by, highest, DEEPEST))
        if wanted == level:
            return False
        self.change(row, level=wanted)
        return True

    def move(self, row: int, by: int) -> int:
        """Move a line up (-1) or down (1); gives the row it stands in now."""
        goal = row + by
        if not self.order.together(row, goal):
            return row
        self._model.move(row, goal)
        order = self.order.between_neighbours(goal)
        if order is None:
            self._model.move(goal, row)
            return row
        self.change(goal, order=order)
        return goal

    def remove(self, row: int) -> None:
        """Take a line out of the list and the workspace."""
        view = self._take(row)
        key = view.line.id
        if key in self._stored or self._autosave.holds(key):
            self._local[key] = replace(view, line=replace(view.line, deleted=True))
            self._autosave.put(key, self._saves.removal(key))
            self._autosave.flush()
        if view.line.option and self.order.weighing is None:
            self.option_gone.emit()

    def bring_back(self, row: int, view: LineView, *, aside: bool = False) -> None:
        """Put a line that was removed, or was set `aside`, back where it was."""
        self._model.insert(self.order.home(row, view.line), view)
        self.counted.emit(None, _counting(view))
        key = view.line.id
        if key in self._stored:
            self._local[key] = view
            back = self._saves.return_from_aside(key) if aside else self._saves.return_of(view.line)
            self._autosave.put(key, back, view.seen)
            self._autosave.flush()

    def put_away(self, row: int, **fields: Any) -> tuple[LineView, LineView]:
        """Change a line so that it stands in another list; gives it as it was and as it is."""
        before = self._model.at(row)
        self.change(row, **fields)
        self._autosave.leave(before.line.id)
        return before, self._model.take(row)

    def fetch(self, row: int, before: LineView, away: LineView) -> None:
        """Put a line that was put away back into this list as it was."""
        self._model.insert(self.order.home(row, before.line), before)
        self.counted.emit(_counting(away), _counting(before))
        self._store(before)
        self._autosave.leave(before.line.id)

    def set_aside(self, row: int) -> LineView:
        """Take a line out of the list at once, and set it aside as it is typed now; gives it."""
        view = self._take(row)
        key = view.line.id
        self._stored.add(key)
        self._local[key] = replace(view, line=replace(view.line, deleted=True))
        self._save_waiting_tags(key)
        self._autosave.put(key, self._saves.aside(replace(view.line, text=view.line.text.strip())), view.seen)
        self._autosave.flush()
        return view

    def tag(self, row: int, theme: ThemeTag, on: bool = True) -> None:
        """Put a theme on a line, or take it off. An empty line gets its themes with its first words."""
        view = self._model.at(row)
        self._model.put(row, _tagged(view, theme, on))
        if view.line.text.strip():
            self._save_tag(view.line.id, theme, on)
            return
        waiting = [known for known in self._waiting_tags.pop(view.line.id, []) if known.id != theme.id]
        self._waiting_tags[view.line.id] = [*waiting, theme] if on else waiting

    def _here(self, line: Line) -> bool:
        return not line.deleted and self._belongs(line)

    def _replace(self, row: int, line: Line) -> None:
        before = self._model.at(row)
        view = replace(before, line=line, waiting=not before.themes and self.says_nothing(line))
        self._model.put(row, view)
        self.counted.emit(_counting(before), _counting(view))
        self._store(view)

    def _store(self, view: LineView) -> None:
        """Hand a line to the workspace, unless it is an empty one the workspace has never heard of."""
        key = view.line.id
        if not view.line.text.strip() and self._is_unheard_of(view):
            self._autosave.forget(key)
            self._stored.discard(key)
            return
        self._stored.add(key)
        self._local[key] = view
        self._autosave.put(key, partial(self._saves.draft, view.line), view.seen, self._saves.change(key))
        self._save_waiting_tags(key)

    def _save_waiting_tags(self, line: RecordId) -> None:
        for theme in self._waiting_tags.pop(line, []):
            self._save_tag(line, theme, True)

    def _is_unheard_of(self, view: LineView) -> bool:
        """Whether the workspace has nothing of a line, not even a draft on its way."""
        key = view.line.id
        fresh = view.seen == NOTHING and not self._autosave.drafted(key)
        return key not in self._stored or (fresh and self._autosave.holds(key))

    def _save_tag(self, line: RecordId, theme: ThemeTag, on: bool) -> None:
        key = f"{line}/{theme.id}"
        self._local_tags[key] = (line, theme, on)
        self._autosave.put(key, self._saves.tag(line, theme, on))
        self._autosave.flush()

    def _overlay_tags(self, shown: dict[RecordId, LineView]) -> None:
        """Themes put on or taken off here that the workspace did not know of yet."""
        self._local_tags = {key: tag for key, tag in self._local_tags.items() if self._autosave.holds(key)}
        for line, theme, on in self._local_tags.values():
            if line in shown:
                shown[line] = _tagged(shown[line], theme, on)

    def _take(self, row: int) -> LineView:
        view = self._model.take(row)
        self.counted.emit(_counting(view), None)
        return view

    def _go_home(self, row: int) -> None:
        """A line that is of another column now stands there."""
        goal = self.order.home(row, self._model.at(row).line)
        if goal != row:
            self._model.move(row, goal)

    def _on_left(self, key: str, seen: Seen) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self._model.put(row, replace(self._model.at(row), seen=seen))


def _tagged(view: LineView, theme: ThemeTag, on: bool) -> LineView:
    others = tuple(known for known in view.themes if known.id != theme.id)
    return replace(view, themes=(*others, theme) if on else others)


def _counting(view: LineView) -> Line | None:
    """A line that counts: one with words, and no option that waits for a word."""
    return view.line if view.line.text.strip() and not view.waiting else None
