"""A worksheet read back to its group, corrected there, and opened again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Heard, Stance
from capture_app.services.entering import Entered
from capture_app.services.reading_back import close, confirm_rest, mark, read_back, reopen
from capture_app.services.workspaces import Workspace
from capture_app.ui.read_back.read_back_dialog import ReadBackDialog
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.lead_world import in_lane
from tests.helpers.render import settle
from tests.shots.stage import Scene, Stage


def reading(stage: Stage) -> QWidget:
    """Some lines are confirmed, somebody does not agree with one, and what all agree on matters most."""
    dialog = _dialog(stage, stage.laptop("A"))
    for row in dialog.list.rows.shown:
        if row.line is not None and row.line.stance is Stance.AGREED:
            in_lane(stage.jobs, partial(_save, dialog._workspace, replace(row.line, priority=True)))
    for heard in (Heard.CONFIRMED, Heard.DISSENT, Heard.CONFIRMED):
        line = dialog.list.line()
        assert line is not None
        in_lane(stage.jobs, partial(mark, dialog._workspace, line.id, heard))
        dialog.list.go_on()
    dialog._read()
    settle(dialog)
    return dialog


def correcting(stage: Stage) -> QWidget:
    """The group says it in other words."""
    dialog = _dialog(stage, stage.laptop("A"))
    dialog.correct()
    settle(dialog)
    return dialog


def nothing_written(stage: Stage) -> QWidget:
    """There is nothing to read."""
    return _dialog(stage, stage.laptop("A", fresh=True))


def not_kept(stage: Stage) -> QWidget:
    """The disk is full."""
    dialog = _dialog(stage, stage.laptop("A"))
    dialog.show_trouble("The disk is full, so it was not saved. Free some space and try again.")
    settle(dialog)
    return dialog


def closed(stage: Stage) -> QWidget:
    """Nobody writes on it any more."""
    laptop = stage.laptop("A")
    in_lane(stage.jobs, partial(close, laptop.workspace, laptop.sheets[0].id))
    return stage.window(laptop)


def opened_again(stage: Stage) -> QWidget:
    """A reason is asked for, and none was given."""
    window = closed(stage)
    page = _page(window)
    page._close_or_reopen()
    settle(window)
    return next(one for one in page.findChildren(QWidget) if one.isWindow() and one.isVisible())


def reopened(stage: Stage) -> QWidget:
    """Somebody had a reason, which stands in the head; what was read back before still is, but for a line since."""
    laptop = stage.laptop("A")
    sheet, why = (
        laptop.sheets[0].id,
        "The group came back to question 2 after the break and wants to add a point.",
    )
    in_lane(stage.jobs, partial(confirm_rest, laptop.workspace, sheet))
    in_lane(stage.jobs, partial(close, laptop.workspace, sheet))
    in_lane(stage.jobs, partial(reopen, laptop.workspace, sheet, why))
    first = in_lane(stage.jobs, partial(read_back, laptop.workspace, sheet)).lines[0]
    in_lane(stage.jobs, partial(_save, laptop.workspace, replace(first, text="Joint visits.")))
    return stage.window(laptop)


def dissented(stage: Stage) -> QWidget:
    """The worksheet afterwards: somebody did not agree with the second and third line."""
    laptop = stage.laptop("A")
    read = in_lane(stage.jobs, partial(read_back, laptop.workspace, laptop.sheets[0].id))
    for line in read.lines[1:3]:
        in_lane(stage.jobs, partial(mark, laptop.workspace, line.id, Heard.DISSENT))
    window = stage.window(laptop)
    _page(window).show_item(f"item/{read.lines[0].item}")
    settle(window)
    return window


def _save(workspace: Workspace, line: Line) -> None:
    with workspace.unit_of_work() as work:
        work.records.save(line)
        work.commit()


def _dialog(stage: Stage, laptop: Entered) -> ReadBackDialog:
    window = stage.window(laptop)
    window.resize(1366, 738)
    look = stage.preferences.look
    sheet = laptop.sheets[0].id
    in_lane(stage.jobs, partial(read_back, laptop.workspace, sheet))
    dialog = ReadBackDialog(look, laptop.workspace, sheet, stage.jobs, parent=_page(window))
    return stage.shown(dialog)


def _page(window: QWidget) -> WorksheetPage:
    return window.findChildren(WorksheetPage)[0]


READ_BACK_SCENES: dict[str, Scene] = {
    "02-read-back": reading,
    "02-read-back-correcting": correcting,
    "02-read-back-empty": nothing_written,
    "02-read-back-error": not_kept,
    "02-worksheet-dissent": dissented,
    "02-worksheet-closed": closed,
    "02-worksheet-open-again": opened_again,
    "02-worksheet-reopened": reopened,
}
