"""A small real workspace to write in: one session, one group with a worksheet of six questions, an agenda.

All text is invented. `example_world` is the same with the example that comes with the program.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_app.domain.example import records_in
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import spread
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Device,
    Line,
    LineTheme,
    Minutes,
    Sheet,
)
from capture_app.domain.vocabulary import (
    LineKind,
    Role,
    Rule,
    Side,
    Stance,
)
from capture_app.paths import resource
from capture_app.sealing import Identity
from capture_app.services.pages import LineView, lines_of_item, lines_of_minutes, parked_lines
from capture_app.services.workspaces import Workspace
from capture_app.store.key_file import Ways
from capture_app.store.workspace import create
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.jobs import Jobs
from capture_app.ui.style import Look
from capture_app.ui.worksheet_page import WorksheetPage
from tests.helpers.capture_records import frame, plan, theme_id
from tests.helpers.lead_world import in_lane

T = TypeVar("T")

NOW = datetime(2024, 5, 16, 11, 25).astimezone()
"""A minute of the session's third part, in which names are not to be written."""


@dataclass(frozen=True, slots=True)
class CaptureWorld:
    """A scribe's encrypted workspace; it lives in the store lane of `jobs`."""

    jobs: Jobs
    workspace: Workspace
    session: RecordId
    sheet: RecordId

    def run(self, job: Callable[[Workspace], T]) -> T:
        """Do something with the workspace where it lives, and wait for it."""
        return in_lane(self.jobs, lambda: job(self.workspace))

    def lines(self, item: str = "values") -> list[LineView]:
        """The lines of a question as they stand in the workspace."""
        return self.run(lambda own: lines_of_item(own, self.sheet, item))

    def texts(self, item: str = "values") -> list[str]:
        """Their words."""
        return [view.line.text for view in self.lines(item)]

    def parked(self) -> list[str]:
        """The words in the parking lot."""
        return [view.line.text for view in self.run(lambda own: parked_lines(own, self.sheet))]

    def minutes(self) -> list[LineView]:
        """The lines of the first stream of minutes."""
        taken = self.run(lambda own: _all(own, Minutes))
        mine = next(one for one in taken if one.taker == "Noor A.")
        return self.run(lambda own: lines_of_minutes(own, mine.id))

    def save(self, *records: Record) -> None:
        """Write records straight into the workspace, as a merge would; no page is told."""
        self.run(lambda own: _save(own, records))

    def close(self) -> None:
        """Let go of the file."""
        self.run(lambda own: own.close())


def make_world(folder: Path, jobs: Jobs) -> CaptureWorld:
    """The invented world."""
    workspace = in_lane(jobs, lambda: _create(folder / "laptop-b.capture"))
    session, sheet = new_id(), new_id()
    world = CaptureWorld(jobs, workspace, session, sheet)
    world.save(*frame(), *plan(session, sheet))
    return world


def example_world(folder: Path, jobs: Jobs) -> CaptureWorld:
    """The example of the program, with everything its laptops wrote."""
    workspace = in_lane(jobs, lambda: _create(folder / "example.capture"))
    files = ("consultation.jsonl", "prepared.jsonl", "capture.jsonl")
    records = [record for name in files for record in records_in(_example(name))]
    sheet = [one for one in records if isinstance(one, Sheet)][-1]
    world = CaptureWorld(jobs, workspace, sheet.session, sheet.id)
    world.save(*records)
    return world


def line(world: CaptureWorld, text: str, order: str, item: str = "values", **fields: Any) -> Line:
    """A line of a question, made elsewhere."""
    made = Line(id=new_id(), session=world.session, sheet=world.sheet, item=item, text=text, order=order)
    return replace(made, **{"side": Side.ROOM} | fields)


def fill_values(world: CaptureWorld) -> list[Line]:
    """Five lines to the question about values, with themes, as one group wrote them."""
    told: tuple[tuple[str, Stance, Side, dict[str, Any], tuple[str, ...]], ...] = (
        (
            "“Cultural understanding” is the wording to keep; “competence” sounds like an exam you pass once.",
            Stance.AGREED,
            Side.ROOM,
            {},
            ("S1",),
        ),
        (
            "Independence has to show in the funding route, not only in the job description.",
            Stance.MOSTLY,
            Side.ROOM,
            {},
            ("S1", "S4"),
        ),
        (
            "One person would publish a yearly list of who pays for each post.",
            Stance.RAISED_BY_ONE,
            Side.REMOTE,
            {"level": 1},
            ("S4",),
        ),
        (
            "Seven values are too many to remember. Half the group would merge “respect” and “dignity”, half "
            "would not.",
            Stance.MIXED,
            Side.ROOM,
            {"hands": 5, "hands_of": 8},
            ("S1",),
        ),
        (
            "Put the values on one page in plain language, with translations ready on day one.",
            Stance.NO_OBJECTION,
            Side.CHAT,
            {},
            ("A3", "interpreting"),
        ),
    )
    made: list[Line] = []
    for order, (text, stance, side, fields, themes) in zip(spread(len(told)), told, strict=True):
        one = line(world, text, order, stance=stance, side=side, **fields)
        tags = (
            LineTheme(id=link_id("LineTheme", one.id, t), line=one.id, theme=t) for t in map(theme_id, themes)
        )
        world.save(one, *tags)
        made.append(one)
    return made


def fill_minutes(world: CaptureWorld) -> None:
    """Six lines of minutes in the part under the Chatham House Rule, and somebody else's stream beside them."""
    part = next(one for one in world.run(lambda own: _all(own, AgendaPart)) if one.rule is Rule.CHATHAM_HOUSE)
    device = world.run(lambda own: _device(own))
    mine = Minutes(id=link_id("Minutes", world.session, device), session=world.session, taker="Noor A.")
    theirs = Minutes(id=new_id(), session=world.session, taker="Jo M.")
    told = (
        ("11:16", LineKind.CONTEXT, Side.ROOM, "Group feedback starts with the remote group."),
        (
            "11:17",
            LineKind.POINT,
            Side.REMOTE,
            "A host should publish how referrals are refused, not only how they are accepted.",
        ),
        (
            "11:19",
            LineKind.QUOTATION,
            Side.ROOM,
            "“If the budget holder is also the manager, who do I ring?”",
        ),
        (
            "11:20",
            LineKind.QUESTION,
            Side.CHAT,
            "Would a small host be allowed to share one supervisor with a neighbour?",
        ),
        (
            "11:22",
            LineKind.DECISION,
            Side.ROOM,
            "The three groups keep one shared list of criteria, each with a reason.",
        ),
        ("11:23", LineKind.ACTION, Side.ROOM, "Draft the list of criteria for comment."),
    )
    lines = [
        Line(
            id=new_id(),
            session=world.session,
            minutes=mine.id,
            part=part.id,
            text=text,
            line_kind=kind,
            side=side,
            said_at=f"2024-05-16T{at}",
            order=order,
        )
        for order, (at, kind, side, text) in zip(spread(len(told)), told, strict=True)
    ]
    world.save(mine, theirs, *lines)


def many_lines(world: CaptureWorld, count: int) -> None:
    """A sheet far longer than any day would make it."""
    text = "A point that somebody made, with a reason long enough to fill most of one line on the screen."
    world.save(*(line(world, f"{number}. {text}", order) for number, order in enumerate(spread(count))))


def opened_worksheet(
    world: CaptureWorld, look: Look, qtbot: QtBot, item: str = "item/values"
) -> WorksheetPage:
    """A new page at a question, as large as the window leaves it, ready to be typed into."""
    page = WorksheetPage(world.workspace, world.sheet, world.jobs, look, now=lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1280, 706)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.show_item(item)
    return page


def type_text(page: CapturePage, text: str) -> None:
    """Press the keys of a text in the editor of a page; | is Enter."""
    for letter in text:
        if letter == "|":
            QTest.keyClick(page.pane.editor, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(page.pane.editor, letter)


def press(page: CapturePage, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    """Press one key in the editor of a page."""
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    QTest.keyClick(page.pane.editor, key, modifiers)


def key_to_repaint(page: CapturePage, text: str) -> list[float]:
    """Seconds from each key of a text until all it changed is painted, for the benchmark.

    The page must be shown, and wholly painted before.
    """
    times = []
    for letter in text:
        began = time.perf_counter()
        QTest.keyClicks(page.pane.editor, letter)
        QApplication.processEvents()
        times.append(time.perf_counter() - began)
    return times


def _create(path: Path) -> Workspace:
    path.parent.mkdir(parents=True, exist_ok=True)
    ways = Ways(recipients={"recovery": Identity.generate().recipient})
    workspace = create(path, ways, role=Role.SCRIBE.value)
    with workspace.unit_of_work() as work:
        device = work.author.device
        work.records.save(Device(id=device, label="Laptop B", holder="Noor A.", role=Role.SCRIBE.value))
        work.commit()
    return workspace


def _save(workspace: Workspace, records: Sequence[Record]) -> None:
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def _all(workspace: Workspace, kind: type[T]) -> list[T]:
    with workspace.unit_of_work() as work:
        return work.records.all(kind)  # type: ignore[type-var]


def _device(workspace: Workspace) -> RecordId:
    with workspace.unit_of_work() as work:
        return work.author.device


def _example(name: str) -> str:
    return resource("example", name).read_text("utf-8")
