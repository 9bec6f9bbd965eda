"""What the benchmarks work on: encrypted workspaces with many lines, and bare connections to rivals of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlcipher3.dbapi2 as driver

from capture_app.domain.ballots import sorted_answers
from capture_app.domain.clock import Clock
from capture_app.domain.codec import body_of
from capture_app.domain.ids import new_id
from capture_app.domain.ordering import spread
from capture_app.domain.plain import canonical
from capture_app.domain.record import Record, kind_of
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Box,
    Consultation,
    Form,
    Group,
    Line,
    LineTheme,
    Session,
    Sheet,
    Statement,
    StatementLink,
    Theme,
    ThemeLabel,
)
from capture_app.domain.revision import Revision
from capture_app.domain.values import Answer, DateGiven, Item, Option
from capture_app.domain.vocabulary import FormPurpose, Grain, ItemKind, Side, Stance
from capture_app.sealing import Identity
from capture_app.store.author import Author
from capture_app.store.engine import PRAGMAS
from capture_app.store.key_file import Ways, key_path, read_key
from capture_app.store.workspace import Workspace, create, open_workspace

SAID = (
    "Independence has to show in the funding route and not only in the job description",
    "A host should publish how referrals are refused, not only how they are accepted",
    "One person would publish a yearly list of who pays for each post",
    "Put the values on one page in plain language with translations ready on the first day",
)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that goes afterwards."""
    with TemporaryDirectory() as name:
        yield Path(name)


def workspace(path: Path) -> tuple[Workspace, str]:
    """An empty encrypted workspace and its raw key."""
    identity = Identity.generate()
    made = create(path, Ways(recipients={"lead": identity.recipient}), role="lead")
    return made, read_key(key_path(path), identity)


def bare(path: Path, key: str) -> Any:
    """A bare connection with the same settings as ours."""
    connection = driver.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def lines(count: int, session: str = "session", sheet: str = "", item: str = "") -> list[Line]:
    """So many lines as a scribe writes them."""
    stances, sides = list(Stance), list(Side)
    return [
        Line(
            id=new_id(),
            session=session,
            sheet=sheet,
            item=item,
            text=f"{SAID[number % len(SAID)]}, said {number} times.",
            stance=stances[number % len(stances)],
            side=sides[number % len(sides)],
            order=order,
        )
        for number, order in enumerate(spread(count))
    ]


def revisions(records: Sequence[Record]) -> list[Revision]:
    """The records as another laptop would send them."""
    author = Author(new_id(), new_id(), "scribe", 0, Clock())
    return [author.write(kind_of(one), one.id, canonical(body_of(one)), version=1) for one in records]


SESSION = "01900000-0000-7000-8000-0000000000a1"
GROUP = "01900000-0000-7000-8000-0000000000a2"
FORM = "01900000-0000-7000-8000-0000000000a3"
SHEET = "01900000-0000-7000-8000-0000000000a4"
CONSULTATION = "01900000-0000-7000-8000-0000000000a5"


def worksheet(path: Path, counts: dict[str, int], *, role: str = "scribe") -> Identity:
    """A laptop's encrypted workspace with one worksheet that has so many lines for each item; gives a way in."""
    identity = Identity.generate()
    made = create(path, Ways(recipients={"lead": identity.recipient}), role=role)
    items = {
        key: Item(kind=ItemKind.LINES, prompt=f"What matters most in part {key}?", order=key)
        for key in counts
    }
    frame: list[Record] = [
        Consultation(id=CONSULTATION, title="A consultation to measure"),
        Session(id=SESSION, label="Session 4", date=DateGiven(given="16 May 2024", edtf="2024-05-16")),
        Group(id=GROUP, session=SESSION, label="Group 2", topic="Values and governance"),
        Form(id=FORM, family=FORM, title="Worksheet", items=items),
        Sheet(id=SHEET, session=SESSION, group=GROUP, form=FORM),
    ]
    with made.unit_of_work() as work:
        for name, value in (("consultation", CONSULTATION), ("session", SESSION), ("group", GROUP)):
            work.facts.put(name, value)
        for record in frame:
            work.records.save(record)
        written = [line for key, count in counts.items() for line in lines(count, SESSION, SHEET, key)]
        work.receive(revisions(written), [])
        work.commit()
    made.close()
    return identity


def facilitator(path: Path, parts: int = 12, people: int = 60) -> Identity:
    """A facilitator's encrypted workspace: a session in parts, and who is expected at it; gives a way in."""
    identity = worksheet(path, {"a": 200}, role="facilitator")
    opened = open_workspace(path, identity)
    orders = spread(parts + people)
    with opened.unit_of_work() as work:
        for number, order in enumerate(orders[:parts]):
            title, start = f"Part {number + 1}", f"{9 + number // 2:02}:{number % 2 * 30:02}"
            work.records.save(
                AgendaPart(
                    id=new_id(),
                    session=SESSION,
                    title=title,
                    planned_start=start,
                    planned_minutes=30,
                    order=order,
                )
            )
        for number, order in enumerate(orders[parts:]):
            grain, listing = list(Grain)[number % 3], f"Expected {number + 1}"
            work.records.save(
                Attendance(id=new_id(), session=SESSION, grain=grain, listing=listing, order=order)
            )
        work.commit()
    opened.close()
    return identity


def lead_of_sessions(path: Path, sessions: int = 13, count: int = 10_000) -> Identity:
    """A lead's encrypted workspace with so many sessions and lines in all, themes and statements; gives a way in."""
    identity = Identity.generate()
    made = create(path, Ways(recipients={"lead": identity.recipient}), role="lead")
    themes = [Theme(id=new_id(), code=f"S{number}") for number in range(1, 9)]
    named = [
        ThemeLabel(id=new_id(), theme=one.id, text=f"Section {one.code}", preferred=True) for one in themes
    ]
    items = {"a": Item(kind=ItemKind.LINES, prompt="What matters most?", order="a")}
    frame: list[Record] = [*themes, *named, Form(id=FORM, family=FORM, title="Worksheet", items=items)]
    with made.unit_of_work() as work:
        work.facts.put("consultation", CONSULTATION)
        work.records.save(Consultation(id=CONSULTATION, title="A consultation to measure"))
        for number in range(1, sessions + 1):
            frame += _session(number, count // sessions, themes)
        work.receive(revisions(frame), [])
        work.commit()
    made.close()
    return identity


def answered(path: Path, count: int = 10_000) -> Identity:
    """A lead's workspace with one closed box of so many answers to ten questions, two in own words."""
    identity = Identity.generate()
    made = create(path, Ways(recipients={"lead": identity.recipient}), role="lead")
    session = Session(id=new_id(), label="Session 1")
    form = Form(id=FORM, title="At the end", purpose=FormPurpose.QUESTIONNAIRE, items=questions())
    sheets = sorted_answers([_sheet(number) for number in range(count)])
    box = Box(
        id=new_id(), session=session.id, form=FORM, count=count, threshold=5, key="5e" * 32, answers=sheets
    )
    with made.unit_of_work() as work:
        work.facts.put("consultation", CONSULTATION)
        work.records.save(Consultation(id=CONSULTATION, title="A consultation to measure"))
        work.receive(revisions([session, form, box]), [])
        work.commit()
    made.close()
    return identity


def questions() -> dict[str, Item]:
    """Ten, two of them answered in own words or with a reason."""
    options = tuple(Option(id=f"o{number}", label=f"Answer {number}") for number in range(1, 6))
    scales = {
        f"q{number}": Item(
            kind=ItemKind.SCALE, prompt=f"Question {number}", order=str(number), options=options
        )
        for number in range(7)
    }
    return {
        "why": Item(kind=ItemKind.CHOICE, prompt="Would it help?", order="0", options=options, reason=True),
        **scales,
        "missed": Item(kind=ItemKind.TEXT, prompt="What did we miss?", order="8"),
        "miles": Item(kind=ItemKind.FIGURE, prompt="How far?", order="9"),
    }


def _sheet(number: int) -> dict[str, Answer]:
    """What one respondent answered; every tenth gave a reason."""
    said = f"{SAID[number % len(SAID)]}, {number}."
    scales = {f"q{one}": Answer(choice=f"o{(number * (one + 3)) % 5 + 1}") for one in range(7)}
    return {
        "why": Answer(choice=f"o{number % 5 + 1}", reason="" if number % 10 else said),
        **scales,
        "missed": Answer(text=said),
        "miles": Answer(value=str(number % 300)),
    }


def _session(number: int, count: int, themes: list[Theme]) -> list[Record]:
    """One session with two groups, its lines with their themes, and a statement for every ten lines."""
    session = Session(
        id=new_id(),
        label=f"Session {number}",
        date=DateGiven(given=f"{number} May 2024", edtf=f"2024-05-{number:02}"),
    )
    groups = [
        Group(id=new_id(), session=session.id, label=f"Group {place}", order=str(place)) for place in (1, 2)
    ]
    sheets = [Sheet(id=new_id(), session=session.id, group=group.id, form=FORM) for group in groups]
    said = [one for sheet in sheets for one in lines(count // 2, session.id, sheet.id, "a")]
    bonds = [
        LineTheme(id=new_id(), line=line.id, theme=themes[place % len(themes)].id)
        for place, line in enumerate(said)
    ]
    statements = [
        Statement(
            id=new_id(), session=session.id, theme=themes[place % len(themes)].id, text=line.text, order=order
        )
        for (place, line), order in zip(enumerate(said[::10]), spread(len(said[::10])), strict=True)
    ]
    links = [
        StatementLink(id=new_id(), statement=statement.id, evidence=line.id)
        for place, statement in enumerate(statements)
        for line in said[place * 10 : place * 10 + 5]
    ]
    return [session, *groups, *sheets, *said, *bonds, *statements, *links]
