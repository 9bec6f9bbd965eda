"""What the worksheet page reads in one go, and which jobs keep its answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import GroupMode, ItemKind, Side
from capture_app.domain.weighing import Column, weighing_of
from capture_app.services.capturing import count_heads, fill_in
from capture_app.services.pages import ItemView, LineView, SheetView, lines_of_item, parked_lines, sheet_view
from capture_app.services.themes import ThemeTag, themes
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.autosave import Save
from capture_app.ui.capture.item_list import PARKED, item_key
from capture_app.ui.capture.line_saves import kept


@dataclass(frozen=True, slots=True)
class SheetTold:
    """A worksheet, the key of what to show beside its questions, those lines, and the themes there are."""

    sheet: SheetView
    key: str
    lines: tuple[LineView, ...]
    themes: tuple[ThemeTag, ...]


def read_sheet(workspace: Workspace, sheet: RecordId, key: str) -> SheetTold:
    """Everything at once. Without a key: the first question nothing is said to yet, else the last."""
    told = sheet_view(workspace, sheet)
    shown = key if key == PARKED or item_of(told, key) else _first_open(told)
    return SheetTold(told, shown, read_lines(workspace, told, shown), tuple(themes(workspace)))


def read_lines(workspace: Workspace, sheet: SheetView, key: str) -> tuple[LineView, ...]:
    """The lines of one question, or of the parking lot; none where a question is not answered in lines."""
    if key == PARKED:
        return tuple(parked_lines(workspace, sheet.sheet.id))
    item = item_of(sheet, key)
    if item is None or item.item.kind is not ItemKind.LINES:
        return ()
    side = blank_line(sheet, item.id).side
    return tuple(
        replace(view, line=replace(view.line, side=side)) if view.waiting else view
        for view in lines_of_item(workspace, sheet.sheet.id, item.id)
    )


def item_of(sheet: SheetView, key: str) -> ItemView | None:
    """The question of a key."""
    return next((item for item in sheet.items if item_key(item.id) == key), None)


def blank_line(sheet: SheetView, item: str) -> Line:
    """What a new line starts from: at the side on which the group sits (D11), in the first column (D5).

    Of a group of which nobody said where it sits, it is at none until whoever writes says it.
    """
    sides = {GroupMode.REMOTE: Side.REMOTE, GroupMode.NOT_STATED: None}
    side = sides.get(sheet.group.mode, Side.ROOM)
    blank = Line(id="", session=sheet.session.id, sheet=sheet.sheet.id, item=item, side=side)
    blank = replace(blank, respondent=sheet.sheet.respondent)
    weighing = weighing_of(sheet.form.items.get(item))
    return replace(blank, **weighing.fields(Column(0, 0))) if weighing else blank


def answer_save(workspace: Workspace, sheet: RecordId, item: str, answer: Answer | None) -> Save:
    """The job that keeps an answer, or takes it back."""
    return lambda _seen: kept(fill_in(workspace, sheet, item, answer))


def heads_save(workspace: Workspace, sheet: RecordId, heads: int | None, remote: int | None) -> Save:
    """The job that keeps how many sit in the group."""
    return lambda _seen: kept(count_heads(workspace, sheet, heads, remote))


def _first_open(sheet: SheetView) -> str:
    if not sheet.items:
        return PARKED
    return item_key(next((item.id for item in sheet.items if not item.done), sheet.items[-1].id))
