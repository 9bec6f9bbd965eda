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

from capture_app.domain.example import records_in
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.ordering import spread
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    AgendaPart,
    Consultation,
    Device,
    Form,
    Group,
    Line,
    LineTheme,
    Minutes,
    Session,
    Sheet,
    Theme,
    ThemeLabel,
)
from capture_app.domain.values import Answer, DateGiven, Item, Option
from capture_app.domain.vocabulary import (
    Certainty,
    GroupMode,
    ItemKind,
    LineKind,
    Mode,
    Precision,
    Role,
    Rule,
    Side,
    Stance,
    ThemeKind,
)
from capture_app.paths import resource
from capture_app.sealing import Identity
from capture_app.services.pages import LineView, lines_of_item, lines_of_minutes, parked_lines
from capture_app.services.workspaces import Workspace
from capture_app.store.key_file import Ways
from capture_app.store.workspace import create
from capture_app.ui.capture.capture_page import CapturePage
from capture_app.ui.jobs import Jobs
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


def make_world(folder: Path, jobs: Jobs, lines: Sequence[Record] = ()) -> CaptureWorld:
    """The invented world, with these lines in it besides."""
    workspace = in_lane(jobs, lambda: _create(folder / "laptop-b.capture"))
    session, sheet = new_id(), new_id()
    world = CaptureWorld(jobs, workspace, session, sheet)
    world.save(*_frame(), *_plan(session, sheet), *lines)
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
    """Seconds from each key of a text to the line painted, for the benchmark. The page must be shown."""
    times = []
    for letter in text:
        began = time.perf_counter()
        QTest.keyClicks(page.pane.editor, letter)
        QApplication.sendPostedEvents()
        page.pane.lines.viewport().repaint()
        page.pane.editor.viewport().repaint()
        times.append(time.perf_counter() - began)
        QApplication.processEvents()
    return times


def theme_id(name: str) -> RecordId:
    """The id of a theme by its code or, for a topic, its name."""
    return link_id("test theme", name)


def _create(path: Path) -> Workspace:
    path.parent.mkdir(parents=True, exist_ok=True)
    ways = Ways(recipients={"recovery": Identity.generate().recipient})
    workspace = create(path, ways, role=Role.SCRIBE.value)
    with workspace.unit_of_work() as work:
        device = work.author.device
        work.records.save(Device(id=device, label="Laptop B", holder="Noor A.", role=Role.SCRIBE.value))
        work.commit()
    return workspace


def _frame() -> list[Record]:
    """Sections, areas and two topics that came up."""
    told = (
        (ThemeKind.SECTION, "S1", "Values"),
        (ThemeKind.SECTION, "S3", "Training and accreditation"),
        (ThemeKind.SECTION, "S4", "Host organisations"),
        (ThemeKind.AREA, "A3", "Survivor support"),
        (ThemeKind.EMERGENT, "", "interpreting"),
        (ThemeKind.EMERGENT, "", "transport costs"),
    )
    made: list[Record] = [Consultation(id=new_id(), title="Riverside and Vale Advocacy Standard")]
    for order, (kind, code, name) in zip(spread(len(told)), told, strict=True):
        theme = Theme(id=theme_id(code or name), theme_kind=kind, code=code, order=order)
        made += [theme, ThemeLabel(id=new_id(), theme=theme.id, text=name, preferred=True)]
    return made


def _plan(session: RecordId, sheet: RecordId) -> list[Record]:
    date = DateGiven(given="16/05/24", edtf="2024-05-16", precision=Precision.DAY)
    form, group = _form(), new_id()
    parts = (
        ("Welcome", "10:00", 20, Rule.OPEN),
        ("Breakout groups", "10:20", 50, Rule.OPEN),
        ("Plenary feedback", "11:10", 31, Rule.CHATHAM_HOUSE),
        ("Close", "11:41", 10, Rule.CONFIDENTIAL),
    )
    return [
        Session(id=session, label="Session 4", date=date, mode=Mode.HYBRID),
        form,
        Group(
            id=group,
            session=session,
            label="Group 2",
            topic="Values and governance",
            mode=GroupMode.MIXED,
            facilitator="Tomasz W.",
        ),
        Sheet(id=sheet, session=session, group=group, form=form.id, headcount=8, remote_headcount=3),
        *(
            AgendaPart(
                id=new_id(),
                session=session,
                title=title,
                planned_start=start,
                planned_minutes=minutes,
                rule=rule,
                order=order,
            )
            for order, (title, start, minutes, rule) in zip(spread(len(parts)), parts, strict=True)
        ),
    ]


def _form() -> Form:
    options = (Option(id="local", label="Local hosts"), Option(id="national", label="One national host"))
    told = {
        "purpose": Item(kind=ItemKind.LINES, prompt="First thoughts on purpose", order=""),
        "share": Item(
            kind=ItemKind.FIGURE, prompt="Share of clients with an advocate", order="", unit="%", of="clients"
        ),
        "values": Item(
            kind=ItemKind.LINES,
            prompt="Which values matter most, and why?",
            order="",
            help="One point a line. Reasons are worth more than a count.",
        ),
        "case": Item(kind=ItemKind.TEXT, prompt="Case: Mara moves to a new town", order=""),
        "hosts": Item(
            kind=ItemKind.CHOICE, prompt="Local or national hosts", order="", options=options, reason=True
        ),
        "else": Item(kind=ItemKind.LINES, prompt="Anything we have not asked?", order=""),
    }
    items = {
        key: replace(item, order=order)
        for (key, item), order in zip(told.items(), spread(len(told)), strict=True)
    }
    return Form(id=new_id(), title="Values and governance", items=items)


def shared_figure(value: str) -> Answer:
    """A figure of the share question."""
    return Answer(value=value, unit="%", of="clients", certainty=Certainty.ESTIMATE)


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
