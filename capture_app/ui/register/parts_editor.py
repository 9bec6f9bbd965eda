"""Parts of a record that stand in its one field, one below the other, put in order by buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.ids import new_id
from capture_app.domain.ordering import between, placed
from capture_app.ui.register.editors import FieldEditor
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.field import Field
from capture_app.words import _

P = TypeVar("P")


class PartRow(QWidget, Generic[P]):
    """One part, by its key. `content` is filled by whoever says what a part has.

    Signals: typed(), chosen(), left(), as of an editor; moved(int): up by -1 or down by 1; removed().
    """

    typed = Signal()
    chosen = Signal()
    left = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, look: Look, key: str, order: str, gone: str, *, moves: bool = True) -> None:
        super().__init__()
        self.key, self.order, self._look = key, order, look
        self._fields: dict[FieldEditor, Field] = {}
        self._wrong: set[FieldEditor] = set()
        self._place, self._count, self._fixed, self._moves = 0, 0, False, moves
        line, self.content = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, look.px(4), 0, look.px(8))
        line.setSpacing(look.px(8))
        self.content.setSpacing(look.px(10))
        line.addLayout(self.content, 1)
        self._up = self._button(line, _("Move up"), "arrow-up")
        self._down = self._button(line, _("Move down"), "arrow-down")
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._gone = self._button(line, gone, "trash")
        self._gone.clicked.connect(self.removed)
        self._show_buttons()

    def part(self) -> P:
        """What stands in it, as far as it can be kept; see `read`."""
        raise NotImplementedError

    def show_part(self, part: P) -> None:
        """Show a part; an editor in which somebody types keeps what it has, as does one that holds what was refused."""
        raise NotImplementedError

    def read(self, editor: FieldEditor, before: object) -> object:
        """What stands in one of its fields; where that cannot be kept, it is said there and `before` is given."""
        try:
            value = editor.value()
        except ValueError as error:
            self._wrong.add(editor)
            self._fields[editor].set_error(str(error))
            return before
        self.take_back(editor)
        return value

    def take_back(self, editor: FieldEditor) -> None:
        """What was said of one of its fields holds no longer."""
        if editor in self._wrong:
            self._wrong.remove(editor)
            self._fields[editor].clear_error()

    def refused(self) -> tuple[tuple[str, str], ...]:
        """What stands in its fields and cannot be kept, with the label of each."""
        return tuple((editor.typed_words(), self._fields[editor].label()) for editor in self._wrong)

    def is_free(self, editor: FieldEditor) -> bool:
        """Whether a field may show something else: nobody types there, and nothing stands there that was refused."""
        return not editor.control.hasFocus() and editor not in self._wrong

    def set_place(self, place: int, count: int) -> None:
        """Where it stands among so many, from 0."""
        self._place, self._count = place, count
        self._show_buttons()

    def set_fixed(self, fixed: bool) -> None:
        """Whether it stays as it is."""
        self._fixed = fixed
        for editor in self._fields:
            editor.set_fixed(fixed)
        self._show_buttons()

    def focus_first(self) -> None:
        """Put the cursor into its first field."""
        raise NotImplementedError

    def field(self, words: str, editor: FieldEditor, help_line: str = "") -> Field:
        """An editor with its label, whose signals are those of the row."""
        editor.typed.connect(self.typed)
        editor.chosen.connect(self.chosen)
        editor.left.connect(self.left)
        made = Field(self._look, words, editor, help_line)
        made.editor = editor.control  # what is named and described
        made.set_label(words)
        self._fields[editor] = made
        return made

    def _show_buttons(self) -> None:
        self._up.setEnabled(self._place > 0)
        self._down.setEnabled(self._place < self._count - 1)
        for button in (self._up, self._down):
            button.setVisible(self._moves and not self._fixed)
        self._gone.setVisible(not self._fixed)

    def _button(self, line: QHBoxLayout, words: str, icon: str) -> Button:
        button, holder = Button(words, self._look, "quiet", icon=icon), QVBoxLayout()
        button.set_compact(True)
        holder.setContentsMargins(0, self._look.px(20), 0, 0)
        holder.addWidget(button)
        holder.addStretch(1)
        line.addLayout(holder)
        return button


class PartsEditor(FieldEditor, Generic[P]):
    """All parts; its value is the mapping of them by key. `rows` are in their order.

    What one field of a part cannot keep is refused alone: all other fields, and all other parts, are kept.
    """

    def __init__(self, look: Look, add: str) -> None:
        super().__init__()
        self._look = look
        self.rows: list[PartRow[P]] = []
        self._begun: set[str] = set()  # parts that nobody has kept yet
        self._fixed = False
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        button = Button(add, look, "quiet", size="row", icon="plus")
        button.clicked.connect(self.add)
        self._hold(button)
        column = cast(QVBoxLayout, self.layout())
        column.insertLayout(0, self._list)
        column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    def make_row(self, key: str, part: P) -> PartRow[P]:
        """A row for a part."""
        raise NotImplementedError

    def fresh(self, order: str) -> P:
        """A part to begin with, at this place."""
        raise NotImplementedError

    def set_fixed(self, fixed: bool) -> None:
        self._fixed = fixed
        self.control.setVisible(not fixed)
        for row in self.rows:
            row.set_fixed(fixed)

    def value(self) -> object:
        return {row.key: row.part() for row in self.rows}

    def show_value(self, value: object) -> None:
        parts = dict(sorted(cast(Mapping[str, Any], value).items(), key=_place_of))
        self._begun -= parts.keys()
        known = {row.key: row for row in self.rows}
        self.rows = [known.pop(key) if key in known else self._made(key, part) for key, part in parts.items()]
        for row in self.rows:
            row.order = _order(parts[row.key])
            row.show_part(parts[row.key])
        for row in known.values():
            if row.key in self._begun:
                self.rows.append(row)
            else:
                self._drop(row)
        self._arrange()

    def refused(self) -> tuple[tuple[str, str], ...]:
        return tuple(one for row in self.rows for one in row.refused())

    def forget(self) -> None:
        for row in [row for row in self.rows if row.key in self._begun or row.refused()]:
            self.rows.remove(row)
            self._drop(row)
        self._begun.clear()

    def add(self) -> None:
        """Begin a part at the end."""
        order = between(max((row.order for row in self.rows), default=""))
        row = self._made(new_id(), self.fresh(order))
        self._begun.add(row.key)
        self.rows.append(row)
        self._arrange()
        row.focus_first()

    def _made(self, key: str, part: P) -> PartRow[P]:
        row = self.make_row(key, part)
        row.typed.connect(self.typed)
        row.chosen.connect(self.chosen)
        row.left.connect(self.left)
        row.moved.connect(lambda step: self._on_moved(row, step))
        row.removed.connect(lambda: self._on_removed(row))
        row.set_fixed(self._fixed)
        return row

    def _arrange(self) -> None:
        """Put the rows in order."""
        for place, row in enumerate(self.rows):
            self._list.removeWidget(row)
            self._list.insertWidget(place, row)
            row.set_place(place, len(self.rows))
            row.show()

    def _on_moved(self, row: PartRow[P], step: int) -> None:
        for place, order in placed([one.order for one in self.rows], self.rows.index(row), step).items():
            self.rows[place].order = order
        self.rows.sort(key=lambda one: (one.order, one.key))
        self._arrange()
        self.chosen.emit()

    def _on_removed(self, row: PartRow[P]) -> None:
        self.rows.remove(row)
        self._begun.discard(row.key)
        self._drop(row)
        self._arrange()
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _drop(self, row: PartRow[P]) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()


def _place_of(each: tuple[str, Any]) -> tuple[str, str]:
    return _order(each[1]), each[0]


def _order(part: Any) -> str:
    """Its place among the others; parts that have none stand by their keys, which grow with time."""
    return str(getattr(part, "order", ""))
