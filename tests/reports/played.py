"""The example as a lead has it in the end: three laptops have captured Sectoral 5, and all of it is merged."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from capture_app.domain.example import LaptopStory, SheetEntry, ballots_in, records_in, story_in
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Consultation, Sheet
from capture_app.paths import resource
from capture_app.sealing import Identity
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.store.key_file import Ways
from capture_app.store.workspace import Workspace, create

NOBODY_S_KEY = Ways(recipients={"lead": Identity.generate().recipient})
"""A way in that nobody uses: sealing to a key takes no time, unlike a passphrase."""


@contextmanager
def workspace(folder: Path, name: str = "lead", role: str = "lead") -> Iterator[Workspace]:
    """An empty workspace, closed in the end."""
    made = create(folder / f"{name}.capture", NOBODY_S_KEY, role=role)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def played(folder: Path, *, backwards: bool = False) -> Iterator[tuple[Workspace, RecordId]]:
    """A lead's workspace with the whole example in it, and the session that was captured.

    backwards: what the laptops wrote comes in the other order.
    """
    story = story_in(_text("laptops.json"))
    with ExitStack() as open_ones:
        lead = open_ones.enter_context(workspace(folder))
        keep(lead, *_records("consultation"), *_records("prepared"))
        laptops = [open_ones.enter_context(workspace(folder, one.label, one.role)) for one in story.laptops]
        for laptop in laptops:
            copy(lead, laptop)
        for laptop, told in zip(laptops, story.laptops, strict=True):
            _capture(laptop, story.session, told)
        for laptop in reversed(laptops) if backwards else laptops:
            copy(laptop, lead)
        keep(lead, *_records("synthesis"))
        yield lead, story.session


def keep(into: Workspace, *records: Record) -> None:
    """Put records in a workspace; a consultation becomes the one it is about."""
    with into.unit_of_work() as work:
        for record in records:
            work.records.save(record)
            if isinstance(record, Consultation):
                work.facts.put("consultation", record.id)
        work.commit()


def copy(source: Workspace, into: Workspace) -> None:
    """Take in everything that another workspace holds."""
    with source.unit_of_work() as work:
        entries = list(work.log.everything())
    with into.unit_of_work() as work:
        work.receive(entries, [])
        work.commit()


def _capture(laptop: Workspace, session: RecordId, told: LaptopStory) -> None:
    captured = {record.id: record for record in _records("capture")}
    keep(laptop, *(captured[one] for one in told.writes))
    for entry in told.sheets:
        with laptop.unit_of_work() as work:
            work.records.save(_filled(work.records.get(Sheet, entry.sheet), entry))
            work.commit()
    if told.kiosk:
        box = open_box(laptop, session, told.kiosk.form, told.kiosk.expected).value
        for one in ballots_in(_text("answers.json")):
            answer(laptop, box.id, one)
        close_box(laptop, box.id)


def _filled(sheet: Sheet, entry: SheetEntry) -> Sheet:
    fields = {"headcount": entry.headcount, "remote_headcount": entry.remote_headcount, "state": entry.state}
    said: dict[str, Any] = {name: value for name, value in fields.items() if value is not None}
    return replace(sheet, answers={**sheet.answers, **entry.answers}, **said)


def _records(name: str) -> tuple[Record, ...]:
    return records_in(_text(f"{name}.jsonl"))


def _text(name: str) -> str:
    return resource("example", name).read_text("utf-8")
