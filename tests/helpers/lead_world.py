"""A lead's workspace and what three laptops bring back to it: real files, made through the services.

The workspace belongs to the thread that made it, so tests of pages make it in the lane where the page
will use it: `in_lane(jobs, partial(make_world, folder))`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from capture_app.domain.example import records_in
from capture_app.domain.ids import link_id, new_id
from capture_app.domain.option_lines import option_lines
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Consultation, Form, Group, Line, LineTheme, Sheet, Theme
from capture_app.domain.seen import Seen
from capture_app.domain.values import Answer, Item, Option
from capture_app.domain.vocabulary import ItemKind, Role, Scale, Side, Stance, Verdict
from capture_app.paths import resource
from capture_app.services.capturing import count_heads, fill_in, keep_line, my_minutes
from capture_app.services.erasing import erase_record
from capture_app.services.handing_over import Receipt, hand_over
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.workspaces import Workspace, back_up, begin_as_lead, new_workspace, open_workspace
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.ui.jobs import Jobs

T = TypeVar("T")

BEFORE = "Seven rules are too many for one page. Half of us would join the first two."
FROM_A = "Seven rules are too many for one page. Five of eight would join the first two into one rule."
FROM_B = "Seven rules are too many to keep in mind. Half of us would join the first two, half would not."
HEADS_A, HEADS_B = 11, 12
ADOPTED = "A host in the town: it knows the services"
REJECTED = "A host in the town: it closes when one person leaves"


@dataclass(frozen=True, slots=True)
class LeadWorld:
    """What there is before the merge.

    lead: the open workspace. line: the one that laptops A and B both reworded. receipts: by laptop label.
    """

    lead: Workspace
    session: RecordId
    line: RecordId
    receipts: Mapping[str, Receipt]

    @property
    def bundles(self) -> list[Path]:
        """The files from the three laptops."""
        return [receipt.path for receipt in self.receipts.values()]


def in_lane(jobs: Jobs, job: Callable[[], T]) -> T:
    """Do something in the store lane and wait for it; `jobs` are those that are done at once."""
    answers: list[T] = []
    owner = QObject()
    jobs.read(job, answers.append, owner)
    return answers[0]


def make_world(folder: Path) -> LeadWorld:
    """Two laptops on one group's sheet, which disagree on a line and the headcount, and one with minutes."""
    lead, session = plan(folder / "lead")
    line = _line_of_last_time(lead, session)
    laptops: dict[str, tuple[Role, str, Callable[[Workspace], None]]] = {
        "Laptop A": (Role.FACILITATOR, "Ines R.", lambda own: _reword(own, session, line, FROM_A, HEADS_A)),
        "Laptop B": (Role.SCRIBE, "Noor A.", lambda own: _reword(own, session, line, FROM_B, HEADS_B)),
        "Laptop C": (Role.SCRIBE, "Jo M.", lambda own: _take_minutes(own, session)),
    }
    packs = {
        label: make_pack(
            lead, ForWhom(label, holder, role, session), folder / f"{label}-pack.wsbundle", None
        ).path
        for label, (role, holder, _work) in laptops.items()
    }
    receipts = {
        label: _lived(folder, label, packs[label], work) for label, (_role, _holder, work) in laptops.items()
    }
    return LeadWorld(lead, session, line, receipts)


def make_world_of_a_decision(folder: Path, adopted: str = ADOPTED, other: Verdict = Verdict.NO) -> LeadWorld:
    """Two laptops on one group's sheet that decide otherwise about one option, each for a reason of its own.

    `adopted` are the words of the one that adopts it, `other` is what the second one decides.
    """
    lead, session = plan(folder / "lead")
    line = _ask_to_decide(lead, session)
    decided = {
        "Laptop A": ("Ines R.", line_decided(line, Verdict.YES, adopted, "11:02", priority=True)),
        "Laptop B": ("Noor A.", line_decided(line, other, REJECTED, "11:07")),
    }
    receipts = {}
    for label, (holder, one) in decided.items():
        whom = ForWhom(label, holder, Role.SCRIBE, session)
        pack = make_pack(lead, whom, folder / f"{label}-pack.wsbundle", None).path
        receipts[label] = _lived(folder, label, pack, partial(_decide, one))
    return LeadWorld(lead, session, line.id, receipts)


def line_decided(line: Line, verdict: Verdict, text: str, clock: str, *, priority: bool = False) -> Line:
    """The line of an option, decided at a time of the day."""
    return replace(line, verdict=verdict, text=text, priority=priority, said_at=f"2023-09-05T{clock}")


def make_foreign_bundle(folder: Path) -> Path:
    """What a laptop of another consultation hands over."""
    lead, session = plan(folder / "another-lead")
    whom = ForWhom("Laptop Z", "Kim O.", Role.SCRIBE, session)
    pack = make_pack(lead, whom, folder / "another-pack.wsbundle", None).path
    lead.close()
    return _lived(folder, "Laptop Z", pack, lambda own: _take_minutes(own, session)).path


def make_bundles_about_an_answer(folder: Path, world: LeadWorld) -> list[Path]:
    """One laptop takes an answer out that another gives otherwise; their names end in letters that keys have."""
    with world.lead.unit_of_work() as work:
        sheet = _sheet_of_second_group(work, world.session).id
    fill_in(world.lead, sheet, "share", Answer(value="30", unit="%"))
    packs = {
        label: make_pack(
            world.lead,
            ForWhom(label, "", Role.SCRIBE, world.session),
            folder / f"{label}-pack.wsbundle",
            None,
        ).path
        for label in ("Laptop E", "Laptop L")
    }
    other = Answer(value="40", unit="%")
    out = _lived(folder, "Laptop E", packs["Laptop E"], lambda own: fill_in(own, sheet, "share", None))
    given = _lived(folder, "Laptop L", packs["Laptop L"], lambda own: fill_in(own, sheet, "share", other))
    return [out.path, given.path]


def make_locked_bundle(folder: Path) -> Path:
    """A file that asks for a passphrase as a bundle does, and that none opens; cheap to try, as real ones are not."""
    path = folder / "laptop-d.wsbundle"
    stanza = b"-> scrypt " + b"A" * 22 + b" 1\n" + b"A" * 43 + b"\n"
    path.write_bytes(b"age-encryption.org/v1\n" + stanza + b"--- " + b"A" * 43 + b"\n" + bytes(64))
    return path


def make_erasing_bundle(folder: Path, world: LeadWorld) -> tuple[Workspace, Path]:
    """The lead's workspace as it was, and a bundle of the same lead who has erased the line since."""
    older = folder / "older"
    older.mkdir()
    copy = open_workspace(back_up(world.lead, older).path)
    erase_record(world.lead, world.line)
    return copy, hand_over(world.lead, folder / "lead.wsbundle").path


def plan(folder: Path) -> tuple[Workspace, RecordId]:
    """A lead's workspace with the example consultation prepared, and the session that is to come."""
    folder.mkdir(parents=True)
    lead = new_workspace(folder / "lead.capture", None).workspace
    records = [*_records("consultation.jsonl"), *_records("prepared.jsonl")]
    with lead.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        begin_as_lead(work, next(one for one in records if isinstance(one, Consultation)))
        work.commit()
    return lead, next(one.session for one in records if isinstance(one, Sheet))


def fill_session(lead: Workspace) -> None:
    """Everything the example captured and wrote, as if it had been merged."""
    with lead.unit_of_work() as work:
        for name in ("capture.jsonl", "synthesis.jsonl"):
            for record in _records(name):
                work.records.save(record)
        work.commit()


def _ask_to_decide(lead: Workspace, session: RecordId) -> Line:
    """The worksheet asks whether to adopt something too: the line of that option, as a group finds it."""
    options = (Option(id="host", label="A host in the town"),)
    item = Item(
        kind=ItemKind.LINES, prompt="What to adopt?", order="99", scale=Scale.ADOPTION, options=options
    )
    with lead.unit_of_work() as work:
        sheet = _sheet_of_second_group(work, session)
        form = work.records.get(Form, sheet.form)
        work.records.save(replace(form, items={**form.items, "adopt": item}))
        work.commit()
    return next(option_lines(sheet, "adopt", item))


def _decide(decided: Line, laptop: Workspace) -> None:
    keep_line(laptop, decided, Seen())


def _line_of_last_time(lead: Workspace, session: RecordId) -> RecordId:
    """A line that all laptops already have."""
    with lead.unit_of_work() as work:
        sheet = _sheet_of_second_group(work, session)
        line = Line(
            id=new_id(),
            session=session,
            sheet=sheet.id,
            item="helps",
            text=BEFORE,
            stance=Stance.MIXED,
            side=Side.ROOM,
            hands=5,
            hands_of=8,
            order="08",
        )
        work.records.save(line)
        for theme in work.records.all(Theme)[:2]:
            bond = link_id("LineTheme", line.id, theme.id)
            work.records.save(LineTheme(id=bond, line=line.id, theme=theme.id))
        work.commit()
    return line.id


def _sheet_of_second_group(work: UnitOfWork, session: RecordId) -> Sheet:
    group = work.records.all(Group, session=session)[1]
    return work.records.all(Sheet, group=group.id)[0]


def _lived(folder: Path, label: str, pack: Path, work: Callable[[Workspace], object]) -> Receipt:
    laptop = open_pack(pack, None, folder / f"{label}.capture", None)
    work(laptop)
    receipt = hand_over(laptop, folder / f"{label.lower().replace(' ', '-')}.wsbundle")
    laptop.close()
    return receipt


def _reword(laptop: Workspace, session: RecordId, line: RecordId, text: str, heads: int) -> None:
    with laptop.unit_of_work() as work:
        found, seen = work.records.get(Line, line), work.records.seen(Line, line)
        sheet = _sheet_of_second_group(work, session)
    keep_line(laptop, replace(found, text=text), seen)
    count_heads(laptop, sheet.id, heads, None)


def _take_minutes(laptop: Workspace, session: RecordId) -> None:
    minutes = my_minutes(laptop, session, "Jo M.").value
    for number, text in enumerate(("Sound checked, all can hear.", "The plenary began."), start=1):
        order, said = f"0{number}", f"2023-09-05T11:0{number}"
        keep_line(
            laptop,
            Line(id=new_id(), session=session, minutes=minutes, text=text, order=order, said_at=said),
        )


def _records(name: str) -> tuple[Record, ...]:
    return records_in(resource("example", name).read_text(encoding="utf-8"))
