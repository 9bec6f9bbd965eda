"""One group's worksheet: its questions at the left, the lines of one question to write in (D1, D10, D12)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.quoting import next_waiting
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, ItemKind, Scale, SheetState
from capture_app.domain.weighing import weighing_of
from capture_app.services.handing_on import now_types_worksheet
from capture_app.services.pages import ItemView, LineView, SheetView, unfinished_lines
from capture_app.services.whereabouts import Spot
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.capture.capture_pane import ListKind, Setting
from capture_app.ui.capture.chosen import Chosen
from capture_app.ui.capture.faces import LineFace, worksheet_face
from capture_app.ui.capture.item_list import PARKED, item_key, item_of_key
from capture_app.ui.capture.line_saves import now as local_now
from capture_app.ui.capture.meeting_files import place_in_sheet
from capture_app.ui.capture.sheet_body import SheetBody
from capture_app.ui.capture.sheet_header import SheetHeader
from capture_app.ui.capture.sheet_reading import (
    SheetTold,
    answer_save,
    blank_line,
    heads_save,
    item_of,
    read_lines,
    read_sheet,
)
from capture_app.ui.capture.tally import reanswered, recounted
from capture_app.ui.capture.verdicts import (
    SIDES,
    STANCES,
    VERDICTS,
    label_in,
    legend_of,
    option_in,
    replaced_in,
    scale_in,
    undecided_in,
)
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import KeyMap
from capture_app.ui.pictures.beside import Beside
from capture_app.ui.read_back.sheet_end import SheetEnd
from capture_app.ui.style import Look
from capture_app.words import _

_LINES = (
    *("line.next", "line.indent", "line.outdent", "line.up", "line.down", "line.park", "line.set_aside"),
    *("line.hands", "line.priority", "line.reference", "column.other"),
)
_PAGE = ("question.next", "question.previous", "question.not_discussed", "sheet.read_back", "status.say")
_ACTIONS = frozenset((*STANCES, *SIDES, *VERDICTS, *_LINES, *_PAGE, "mark.theme", "edit.undo", "edit.redo"))
_KINDS = frozenset(
    (
        *("Sheet", "Line", "LineTheme", "Theme", "ThemeLabel", "Form", "Group"),
        *("Session", "DataProtection", "Picture"),
    )
)


class WorksheetPage(CapturePage):
    """One sheet. Signals and `settle` are those of every capture page. `key_actions` are what its keys do."""

    key_actions = _ACTIONS

    def __init__(
        self,
        workspace: Workspace,
        sheet_id: RecordId,
        jobs: Jobs,
        look: Look,
        parent: QWidget | None = None,
        *,
        keymap: KeyMap | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        setting = Setting(workspace, jobs, keymap or KeyMap(), now)
        super().__init__(
            setting,
            ListKind(self._face, False, self.key_actions),
            legend_of(Scale.NONE, self.key_actions),
            look,
            parent,
        )
        self._workspace, self._sheet_id = workspace, sheet_id
        self._sheet: SheetView | None = None
        self._themes: dict[RecordId, str] = {}
        self._key = ""
        self._wants_focus = False
        self.pane.desk.scale_of = self._scale_of
        self.pane.desk.label_of = lambda line: label_in(self._sheet, line)
        self.pane.desk.book.says_nothing = lambda line: undecided_in(self._sheet, line)
        self._chosen = Chosen(self.pane.model, self._scale_of, self)
        self.header = SheetHeader(look, self, setting.keymap)
        self.end = SheetEnd(self, workspace, sheet_id, jobs, setting.keymap)
        self.body = SheetBody(look, self.pane, self)
        self.pictures = Beside(
            look, workspace, sheet_id, jobs, setting.keymap, lambda: item_of_key(self._key), self
        )
        self.build(self.header, self.body)
        self._connect()
        self.set_look(look)
        self._read()

    def focus_first(self) -> None:
        """Go to where one writes, as soon as it is there."""
        self._wants_focus = True
        if self._sheet is not None:
            self._go_to_work()

    def show_item(self, key: str) -> None:
        """Turn to a question, or to the parking lot; the line in hand is kept first."""
        self.body.close_list()
        self._wants_focus = True
        if self._sheet is None:
            self._key = key
            return
        if key == self._key:
            self._go_to_work()
            return
        self.body.flush_answer()
        self._key = key
        self._turn()
        self._read_lines()

    def show_record(self, kind: str, record: RecordId, spot: Spot) -> None:
        """Turn to a line of this worksheet; to where one writes for the worksheet itself."""
        if kind == Line.__name__:
            self.go_to_line(record)
            self.show_item(PARKED if spot.parked else item_key(spot.item))

    def settle(self, then: Callable[[bool], None] | None = None) -> None:
        """Make everything typed a change; see `CapturePage.settle`."""
        self.body.flush_answer()
        super().settle(then)

    def _connect(self) -> None:
        self.answer(
            {
                "question.next": partial(self._step, 1),
                "question.previous": partial(self._step, -1),
                "question.not_discussed": self._toggle_not_discussed,
                "sheet.read_back": self._read_back,
                "sheet.pictures": self.pictures.turn,
                "quotation.next": self._next_unfinished,
                "status.say": self._say_status,
            }
        )
        self.room_changed.connect(self.body.arrange)
        self.hand_on.keep_with(partial(now_types_worksheet, self._workspace, self._sheet_id))
        self.hand_on.gone_on.connect(self.focus_first)
        self.body.item_chosen.connect(self.show_item)
        self.body.answered.connect(self._on_answered)
        self.body.answer_begun.connect(self.unsaved)
        self.body.again.connect(self._read)
        self.header.heads_counted.connect(self._on_heads)
        self.header.left_off.connect(self._go_to_work)
        self.header.read_back_wanted.connect(self._read_back)
        self.header.pictures_wanted.connect(self.pictures.turn)
        self.pictures.turned.connect(self._on_pictures)
        self.header.turn_wanted.connect(self._close_or_reopen)
        self.end.left.connect(self.focus_first)
        self.pane.counted.connect(self._on_counted)
        self._chosen.several.connect(self.say)
        self.pane.desk.book.option_gone.connect(self._bring_option_back)
        self._jobs.changed.connect(self._on_changed)

    # What the workspace tells.

    def _read(self) -> None:
        job = partial(read_sheet, self._workspace, self._sheet_id, self._key)
        self._jobs.read(job, self._on_told, self, on_error=self._on_not_read)

    def _read_lines(self) -> None:
        if self._sheet is not None:
            job = partial(read_lines, self._workspace, self._sheet, self._key)
            deliver = partial(self._on_lines, self._key)
            self._jobs.read(job, deliver, self, on_error=self._on_not_read)

    def _on_told(self, told: SheetTold) -> None:
        first = self._sheet is None or self.body.shows_not_read()
        turned = self._sheet is not None and self._sheet.sheet.state is not told.sheet.sheet.state
        self._sheet = told.sheet
        self._themes = {theme.id: theme.words() for theme in told.themes}
        self.pane.themes.set_themes(told.themes)
        self.pane.set_people(told.sheet.sheet.headcount)
        if first:
            # The question may have been chosen while the worksheet was on its way.
            chosen = self._key == PARKED or item_of(told.sheet, self._key) is not None
            self._key = self._key if chosen else told.key
        if first or turned:
            self._turn()
        else:
            self._show_sheet()
        if told.key == self._key:
            self._on_lines(told.key, told.lines)
        elif first:
            self._read_lines()

    def _on_lines(self, key: str, lines: tuple[LineView, ...]) -> None:
        if key != self._key:
            return
        self.pane.show_lines(lines)
        self._go_to_work()

    def _on_not_read(self, error: BaseException) -> None:
        """Say so in the place of the lines, unless somebody is writing there."""
        if self._sheet is None or not self.pane.model.rowCount():
            self.legend.hide()
            self.body.show_not_read(error)
        else:
            self.tell_stale(error)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if self.concerns(changes, initiator, _KINDS):
            self._read()

    # What is shown.

    def _turn(self) -> None:
        """Turn to the question of the key: an empty list or its own editor, until its lines are there."""
        sheet = self._sheet
        if sheet is None:
            return
        item = item_of(sheet, self._key)
        open_for_lines = sheet.sheet.state is not SheetState.CLOSED
        if item is None:
            self.pane.open(
                blank_line(sheet, ""), self._is_parked, extendable=False, locked=not open_for_lines
            )
        elif item.item.kind is ItemKind.LINES:
            belongs = partial(_is_of, sheet.sheet.id, item.id)
            blank = blank_line(sheet, item.id)
            weighing = weighing_of(item.item)
            self.pane.open(blank, belongs, weighing, extendable=open_for_lines, locked=not open_for_lines)
        case = sheet.form.cases.get(item.item.case) if item else None
        asked = item.item.theme if item else ""
        self.pane.themes.prefer(asked)
        self.body.turn_to(item, case, self._themes.get(asked, ""), locked=not open_for_lines)
        self.legend.setVisible(self.body.shows_lines() and open_for_lines)
        self.legend.set_groups(legend_of(item.item.scale if item else Scale.NONE, self.key_actions))
        self.files.place = place_in_sheet(sheet, item)
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._sheet is None:
            return
        self.header.show_sheet(self._sheet)
        self.show_content_note(self._sheet.session.content_note)
        self.pictures.set_fixed(self._sheet.sheet.state is SheetState.CLOSED)
        self.body.show_sheet(self._sheet, self._key)

    def _go_to_work(self) -> None:
        if self._sheet is None:
            return
        if self.body.shows_lines():
            if not self.arrive():
                self.pane.write_on(focus=self._wants_focus)
        elif self._wants_focus:
            self.body.focus_answer()
        self._wants_focus = False

    def _step(self, by: int) -> None:
        keys = [item_key(item.id) for item in self._sheet.items] if self._sheet else []
        goal = keys.index(self._key) + by if self._key in keys else -1
        if 0 <= goal < len(keys):
            self.show_item(keys[goal])
        elif self._key in keys:
            self.pane.refuse(_("This is the last question.") if by > 0 else _("This is the first question."))

    def _next_unfinished(self) -> None:
        """To the next quotation that waits for its other words, in whatever question (E3)."""
        view = self.pane.desk.active()
        at, item = (view.line.id, view.line.item) if view else ("", "")

        def go(waiting: tuple[Line, ...]) -> None:
            goal = next_waiting(waiting, at, item)
            if goal is None:
                self.pane.desk.refused.emit(_("No quotation waits to be finished here."))
            else:
                self.go_to_line(goal.id)
                self.show_item(item_key(goal.item))

        job = partial(unfinished_lines, self._workspace, self._sheet_id)
        self.settle(lambda _all_saved: self._jobs.read(job, go, self))

    def _say_status(self) -> None:
        item = item_of(self._sheet, self._key) if self._sheet else None
        if self._sheet and item:
            words = _("Question {number} of {count}: {prompt}")
            count = len(self._sheet.items)
            self.say(words.format(number=item.number, count=count, prompt=item.item.prompt))

    # What is changed here.

    def _on_counted(self, before: Line | None, after: Line | None) -> None:
        if self._sheet is None:
            return
        sheet = recounted(self._sheet, before, after)
        if sheet is not self._sheet:
            self._sheet = sheet
            self._show_sheet()
            if before is None and after is not None:
                self._take_back_not_discussed(after.item)

    def _on_answered(self, item: str, answer: Answer | None) -> None:
        if self._sheet is None:
            return
        self._sheet = reanswered(self._sheet, item, answer)
        save = answer_save(self._workspace, self._sheet_id, item, answer)
        self.autosave.put(f"{self._sheet_id}/answers/{item}", save)
        self.autosave.flush()
        self._show_sheet()

    def _on_heads(self, heads: int | None, remote: int | None) -> None:
        if self._sheet is None:
            return
        sheet = replace(self._sheet.sheet, headcount=heads, remote_headcount=remote)
        self._sheet = replace(self._sheet, sheet=sheet)
        self.autosave.put(
            f"{self._sheet_id}/headcount", heads_save(self._workspace, self._sheet_id, heads, remote)
        )
        self.autosave.flush()
        self.pane.set_people(heads)
        self._show_sheet()

    def _toggle_not_discussed(self) -> None:
        """Say that the group did not come to this question, or take that back (D14)."""
        item = item_of(self._sheet, self._key) if self._sheet else None
        sheet = self._sheet.sheet if self._sheet else None
        if item is None or (sheet and (sheet.response or sheet.state is SheetState.CLOSED)):
            return
        if item.lines:
            self.pane.refuse(_("There are lines to this question, so it was discussed."))
        elif _is_not_discussed(item):
            self._on_answered(item.id, None)
            self.say(_("Not marked any more"))
        else:
            self._on_answered(item.id, Answer(given=Given.NOT_DISCUSSED))
            self.say(_("Not discussed"))

    def _take_back_not_discussed(self, key: str) -> None:
        item = item_of(self._sheet, item_key(key)) if self._sheet else None
        if item is not None and _is_not_discussed(item):
            self._on_answered(item.id, None)

    def _on_pictures(self) -> None:
        self.body.set_beside(self.pictures if self.pictures.is_open else None)
        if not self.pictures.is_open:
            self.focus_first()

    # How it ends.

    def _read_back(self) -> None:
        """What was typed is a change first, so that it is read too."""
        sheet = self._sheet.sheet if self._sheet else None
        if sheet and not sheet.response and sheet.state is not SheetState.CLOSED:
            self.settle(lambda all_saved: self.end.read_back(self._look) if all_saved else None)

    def _close_or_reopen(self) -> None:
        state = self._sheet.sheet.state if self._sheet else SheetState.OPEN
        self.settle(lambda all_saved: self.end.turn(state, self._look) if all_saved else None)

    def _bring_option_back(self) -> None:
        """An option whose line was taken away stands there again, undecided."""
        self.autosave.settle(lambda _all_saved: self._read_lines())

    def _face(self, view: LineView) -> LineFace:
        line = view.line
        about, replaced = option_in(self._sheet, line), replaced_in(self._sheet, line)
        beside = self._chosen.beside(line)
        return worksheet_face(view, self._scale_of(line), about, replaced=replaced, beside=beside)

    def _scale_of(self, line: Line) -> Scale:
        return scale_in(self._sheet, line)

    def _is_parked(self, line: Line) -> bool:
        return line.parked and line.sheet == self._sheet_id


def _is_of(sheet: RecordId, item: str, line: Line) -> bool:
    return line.sheet == sheet and line.item == item and not line.parked


def _is_not_discussed(item: ItemView) -> bool:
    return item.answer is not None and item.answer.given is Given.NOT_DISCUSSED
