"""A card to write lines in: the list with its editor, what opens under a line, saving, and keys, joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.weighing import Weighing
from capture_app.services.pages import LineView
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.autosave import Autosave
from capture_app.ui.capture.column_list import ColumnList
from capture_app.ui.capture.faces import FaceOf
from capture_app.ui.capture.glossary_offers import GlossaryOffers
from capture_app.ui.capture.kind_choice import KindChoice
from capture_app.ui.capture.line_asks import LineAsks
from capture_app.ui.capture.line_book import Belongs, LineBook
from capture_app.ui.capture.line_desk import LineDesk
from capture_app.ui.capture.line_editor import LineEditor
from capture_app.ui.capture.line_keys import Does, LineKeys
from capture_app.ui.capture.line_model import LineModel
from capture_app.ui.capture.line_saves import LineSaves
from capture_app.ui.capture.offer_popup import OfferPopup
from capture_app.ui.capture.paste_note import PasteNote
from capture_app.ui.capture.pasting import Pasting
from capture_app.ui.capture.theme_offers import ThemeOffers
from capture_app.ui.capture.under_line import Hint
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.painting import restyle
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page hands to its pane: where lines are kept, who runs jobs, which keys, what time it is."""

    workspace: Workspace
    jobs: Jobs
    keymap: KeyMap
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class ListKind:
    """How lines look on a page, whether times are shown, and which actions it has."""

    face_of: FaceOf
    times: bool
    actions: frozenset[str]


class CapturePane(QFrame):
    """Shows one list at a time: `open` turns to it, `show_lines` fills it, `write_on` goes to where one writes.

    `refuse` says in a sentence why a key did nothing.

    Signals:
        counted(Line or None, Line or None): a line with words before and after a change.
    """

    counted = Signal(object, object)

    def __init__(
        self, setting: Setting, kind: ListKind, autosave: Autosave, look: Look, host: QWidget
    ) -> None:
        """`host` is the page, in whose area popups open and which counts as the one that changes lines."""
        super().__init__(host)
        self._look, self._host = look, host
        self._locked = False
        self._framed = True
        self._is_empty = False
        self._locked_names = ""
        self.setProperty("kind", "card")
        self.autosave = autosave
        self.model = LineModel(kind.face_of, self)
        self.editor = LineEditor(setting.keymap, look)
        self.lines = ColumnList(self.model, self.editor, look, times=kind.times)
        book = LineBook(self.model, autosave, LineSaves(setting.workspace), setting.now, self)
        self.desk = LineDesk(self.model, book, self.lines, self)
        self.keys = LineKeys(self.desk, kind.actions, Pasting(self.desk, setting.now))
        self.editor.answer_to(self.keys)
        self._build_popups(setting, look, host)
        self._build(look)
        self._join(book)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        top = look.px(3)
        self._column.setContentsMargins(*((1, top, 1, top) if self._framed else (0, 0, 0, 0)))
        self._place_empty()

    def set_framed(self, framed: bool) -> None:
        """A card with an edge, or as wide as the page."""
        self._framed = framed
        restyle(self, "card" if framed else "")
        self.set_look(self._look)

    def open(
        self,
        blank: Line,
        belongs: Belongs,
        weighing: Weighing | None = None,
        *,
        extendable: bool,
        locked: bool = False,
    ) -> None:
        """Turn to another list, in columns where a question weighs. A `locked` one is only read.

        The line in hand is kept first.
        """
        self.desk.leave()
        self.desk.extendable = extendable
        self._locked = locked
        self.lines.setFocusPolicy(Qt.FocusPolicy.StrongFocus if locked else Qt.FocusPolicy.NoFocus)
        self.desk.undo.clear()
        self.desk.book.open(blank, belongs, weighing)
        self.lines.weigh(weighing)
        self._show_empty()

    def show_lines(self, views: Sequence[LineView]) -> None:
        """Show what the workspace tells; what is being written stays."""
        active = self.desk.active()
        cursor = self.editor.position()
        self.desk.book.show(views, active.line.id if active else "")
        row = self.model.row_of(active.line.id) if active else -1
        if row != self.lines.active or row >= 0:
            self.lines.set_active(row)
            if row >= 0 and self.model.at(row).line.text != self.editor.text():
                self.editor.load(self.model.at(row).line.text, cursor)
                self.lines.place_editor()
        self._show_empty()

    def write_on(self, *, focus: bool = True) -> None:
        """Go to where one writes: the line in hand, else the first undecided option, else a new line at the end."""
        if self._locked or self.desk.row >= 0:
            if focus:
                (self.lines if self._locked else self.editor).setFocus()
        elif (undecided := self.desk.first_undecided()) >= 0:
            self.desk.activate(undecided, focus=focus)
        elif self.desk.extendable:
            self.desk.begin_at_end(focus=focus)
        elif self.model.rowCount():
            self.desk.activate(self.model.rowCount() - 1, focus=focus)

    def go_to(self, line: RecordId) -> bool:
        """Go to a line of this list; whether it is there."""
        row = self.model.row_of(line)
        if row >= 0 and self._locked:
            self.lines.show_row(row)
            self.lines.setFocus()
        elif row >= 0:
            self.desk.activate(row)
        return row >= 0

    def tidy(self) -> None:
        """Take spaces off the end of the line in hand, where nobody is in the middle of typing it."""
        view = self.desk.active()
        if view is not None and not self.editor.is_composing() and view.line.text != view.line.text.rstrip():
            self.desk.book.write(self.desk.row, view.line.text.rstrip())

    def set_people(self, people: int | None) -> None:
        """How many sit in the group: of so many are hands raised."""
        self.asks.people = people

    def lock_names(self, why: str) -> None:
        """Names are not to be written; `why` is said when somebody types @. Empty: they are not locked."""
        self._locked_names = why
        self.keys.pasting.names_locked = bool(why)

    def hint_words(self) -> str:
        """What is said below the line just now, or nothing."""
        return self._hint.words() if self._hint.isVisible() else ""

    def set_empty(self, sentence: str) -> None:
        """What stands where nothing is written yet."""
        self._empty.set_words(sentence)

    def also(self, actions: Mapping[str, Does]) -> None:
        """Actions of the page that are pressed in the editor."""
        own = {
            "line.hands": self.asks.hands,
            "line.reference": self.asks.reference,
            "line.action": self.asks.action,
            "line.trouble": self.asks.trouble,
            "kind.choose": self._choose_kind,
        }
        self.keys.also(
            (self._hide_hint, self._kinds.take_key, self.themes.take_key, self.glossary.take_key),
            own | dict(actions),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._close_popups()
        self._place_empty()

    def hideEvent(self, event: QHideEvent) -> None:
        self._close_popups()
        self.autosave.flush()
        super().hideEvent(event)

    def _build_popups(self, setting: Setting, look: Look, host: QWidget) -> None:
        self._popup = OfferPopup(look, host)
        self.themes = ThemeOffers(setting.workspace, setting.jobs, self.lines, self._popup, self.desk.active)
        self.glossary = GlossaryOffers(
            setting.workspace, setting.jobs, self.lines, self._popup, wanted=setting.keymap.typed_codes
        )
        self._kinds = KindChoice(self.lines, self._popup)
        self.asks = LineAsks(self.desk, self.keys.marks, look, host)
        self._hint = Hint(look, host)
        self._toast = Toast(host, look, above=54, clear_of=self._here)
        self.refuse = partial(_refuse, self._hint, self._toast, self._here)
        self.paste_note = PasteNote(self.keys.pasting, self._toast, self._hint, setting.keymap, self._here)

    def _build(self, look: Look) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lines)
        self._empty = EmptyState(
            look, "pencil-line", _("Nothing written yet. Type the first point and press Enter.")
        )
        self._empty.setParent(self)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lines.setAccessibleName(_("Lines"))
        self.lines.setAccessibleDescription(_how_to_leave())
        self.editor.setAccessibleName(_("Line"))
        self.editor.setAccessibleDescription(_how_to_leave())
        self.set_look(look)

    def _join(self, book: LineBook) -> None:
        self.editor.typed.connect(self._on_typed)
        self.editor.focused.connect(self._on_focused)
        self.lines.picked.connect(self._on_picked)
        self.lines.picked_below.connect(self.write_on_new)
        self.lines.picked_column.connect(self.desk.begin_in)
        self.lines.verticalScrollBar().valueChanged.connect(self._close_popups)
        self.model.dataChanged.connect(self._on_changed)
        self.themes.chosen.connect(self.keys.marks.toggle_theme)
        self.themes.failed.connect(self.autosave.failed)
        self._kinds.chosen.connect(partial(self.keys.marks.set_mark, again_clears=False))
        self.keys.names_wanted.connect(self._on_names_wanted)
        self.desk.refused.connect(self.refuse)
        self.desk.removed.connect(partial(self._toast.offer, _("Line removed.")))
        book.counted.connect(self.counted)
        book.counted.connect(self._show_empty)
        self.also({})

    def write_on_new(self) -> None:
        """A click below the last line: write a new one there."""
        if self.desk.extendable and not (self.desk.row >= 0 and self.desk.book.is_blank(self.desk.row)):
            self.desk.begin_at_end()
        else:
            self.write_on()

    def _on_typed(self) -> None:
        if self.desk.row >= 0:
            self.desk.book.write(self.desk.row, self.editor.text())

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """The active line became something else than what the editor shows: by undo, or told by the workspace."""
        row = self.desk.row
        if first.row() <= row <= last.row() and self.model.at(row).line.text != self.editor.text():
            self.editor.replace_all(self.model.at(row).line.text)
            self.lines.place_editor()

    def _on_focused(self, writing: bool) -> None:
        view = self.desk.active()
        if not writing:
            self.themes.close()
            self.glossary.close()
            self.tidy()
            if view is not None:
                self.autosave.leave(view.line.id)

    def _on_picked(self, row: int) -> None:
        if self._locked:
            return
        self.desk.activate(row, 0)
        self.editor.set_cursor(self.lines.cursor_at_click())

    def _choose_kind(self) -> None:
        view = self.desk.active()
        if view is not None:
            self._kinds.open(view.line.line_kind)

    def _on_names_wanted(self) -> None:
        if self._locked_names:
            self._hint.say("lock-simple", self._locked_names, self._here())

    def _here(self) -> QRect:
        """Where the line in hand stands in the page, for what is said below it."""
        writing = self.desk.row >= 0 and self.lines.isVisible()
        return self.lines.frame_in(self._host) if writing else QRect()

    def _hide_hint(self, _event: object) -> bool:
        self._hint.hide()
        return False

    def _close_popups(self) -> None:
        self.themes.close()
        self.glossary.close()
        self._kinds.close()
        self._hint.hide()

    def _show_empty(self) -> None:
        rows = range(min(2, self.model.rowCount()))
        self._is_empty = self.desk.book.order.weighing is None and all(map(self.desk.book.is_blank, rows))
        self._place_empty()

    def _place_empty(self) -> None:
        """Below the first row, in which one writes; not where it would be cut off."""
        place, look = self.lines.place, self._look
        top = look.px(88 if place.stacked else 60)
        width = min(self.width(), look.px(480))
        room = self.height() - top
        self._empty.setGeometry(QRect((self.width() - width) // 2, top, width, max(0, room)))
        needed = self._empty.heightForWidth(width)
        self._empty.setVisible(self._is_empty and room >= needed)


def _refuse(hint: Hint, toast: Toast, place: Callable[[], QRect], why: str) -> None:
    """Say why a key did nothing: below the line, or where messages stand if one is in no line."""
    where = place()
    if where.isEmpty():
        toast.tell(why)
    else:
        hint.say("warning", why, where)


def _how_to_leave() -> str:
    return _("Tab indents. Escape, then Tab, leaves the list; F6 goes to the next part of the page.")
