"""The main job on the example, from end to end: a lead, three laptops, their bundles, the merge, the report.

Everything goes through the same services as the window and the command line. Worksheets, minutes and
answers of the example are invented, and labelled so wherever they show.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.domain.example import LaptopStory, SheetEntry, Story, ballots_in, records_in, story_in
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Consultation, Line, Minutes, Sheet
from capture_app.domain.vocabulary import Role, SheetState
from capture_app.paths import resource
from capture_app.sealing import Passphrase
from capture_app.services.capturing import my_minutes
from capture_app.services.dumping import dump_digest
from capture_app.services.handing_over import Receipt, hand_over
from capture_app.services.merging import MergeReport, merge
from capture_app.services.packing import ForWhom, make_pack, open_pack
from capture_app.services.practice import begin_practice
from capture_app.services.questioning import answer, close_box, open_box
from capture_app.services.reading_back import confirm_rest
from capture_app.services.reporting import write_report
from capture_app.services.workspaces import begin_as_lead, new_workspace
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Demo", "practise_as_scribe", "run"]

LEAD_HOLDER = "Project lead of the example"

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made, and where."""

    lead: Path
    packs: tuple[Path, ...]
    laptops: tuple[Path, ...]
    bundles: tuple[Path, ...]
    reports: tuple[Path, ...]
    receipts: tuple[Receipt, ...]
    report: MergeReport
    session: RecordId
    recovery_key: str
    digest: str


def run(
    folder: Path,
    passphrase: Passphrase | None,
    tell: Tell = lambda _step: None,
    *,
    practice: bool = False,
) -> Demo:
    """Do it all in `folder`, which must be new or empty; `tell` is given a sentence at each step.

    `practice`: once it is played, nothing can leave its workspaces any more. Raises NotPossible if something
    is in the folder already.
    """
    _check_empty(folder)
    story = story_in(_file("laptops.json"))
    tell(_("Planning the consultation in the project lead’s workspace"))
    made = _plan(folder, passphrase)
    lead = made[0]
    try:
        packs = _make_packs(lead, folder, story.session, story.laptops, passphrase, tell)
        laptops, receipts = _capture(folder, story, packs, passphrase, tell, practice=practice)
        tell(_("Merging the three bundles"))
        report = merge(lead, [receipt.path for receipt in receipts]).report
        _save(lead, _records("synthesis.jsonl"))
        tell(_("Writing the synthesis as PDF and Word"))
        reports = _reports(lead, folder, story.session)
        found = dump_digest(lead)
        if practice:
            begin_practice(lead)
    finally:
        lead.close()
    return Demo(
        lead=lead.path,
        packs=tuple(packs),
        laptops=tuple(laptops),
        bundles=tuple(receipt.path for receipt in receipts),
        reports=reports,
        receipts=tuple(receipts),
        report=report,
        session=story.session,
        recovery_key=made[1],
        digest=found,
    )


def practise_as_scribe(folder: Path, passphrase: Passphrase | None, tell: Tell = lambda _step: None) -> Path:
    """Make the example’s first laptop in `folder`, as its pack leaves it, for practice; gives its workspace.

    Raises NotPossible if something is in the folder already.
    """
    _check_empty(folder)
    story = story_in(_file("laptops.json"))
    tell(_("Planning the consultation in the project lead’s workspace"))
    lead, _recovery_key = _plan(folder, passphrase)
    first = story.laptops[0]
    try:
        (pack,) = _make_packs(lead, folder, story.session, (first,), passphrase, tell)
        begin_practice(lead)
    finally:
        lead.close()
    home = _home(folder, first)
    open_pack(pack, passphrase, home, passphrase, practice=True).close()
    return home


def _check_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise NotPossible(
            _("{folder} is not empty. Choose a new folder; nothing was made.").format(folder=folder)
        )


def _plan(folder: Path, passphrase: Passphrase | None) -> tuple[Workspace, str]:
    (folder / "lead").mkdir(parents=True)
    new = new_workspace(folder / "lead" / "example.capture", passphrase)
    prepared = [*_records("consultation.jsonl"), *_records("prepared.jsonl")]
    with new.workspace.unit_of_work() as work:
        for record in prepared:
            work.records.save(record)
        begin_as_lead(work, next(one for one in prepared if isinstance(one, Consultation)))
        work.commit()
    return new.workspace, new.recovery_key


def _make_packs(
    lead: Workspace,
    folder: Path,
    session: RecordId,
    laptops: Sequence[LaptopStory],
    passphrase: Passphrase | None,
    tell: Tell,
) -> list[Path]:
    (folder / "packs").mkdir()
    packs = []
    for laptop in laptops:
        tell(_("Making the session pack of {laptop}").format(laptop=laptop.label))
        whom = ForWhom(laptop.label, laptop.holder, Role(laptop.role), session, laptop.group)
        packs.append(make_pack(lead, whom, folder / "packs" / f"{_name(laptop)}.wsbundle", passphrase).path)
    return packs


def _capture(
    folder: Path,
    story: Story,
    packs: Sequence[Path],
    passphrase: Passphrase | None,
    tell: Tell,
    *,
    practice: bool,
) -> tuple[list[Path], list[Receipt]]:
    """Each laptop opens its pack, captures offline, and hands over."""
    (folder / "bundles").mkdir()
    laptops, receipts = [], []
    for laptop, pack in zip(story.laptops, packs, strict=True):
        tell(_("Capturing on {laptop}").format(laptop=laptop.label))
        workspace = open_pack(pack, passphrase, _home(folder, laptop), passphrase)
        try:
            _live_through(workspace, story.session, laptop)
            receipts.append(hand_over(workspace, folder / "bundles" / f"{_name(laptop)}.wsbundle"))
            if practice:
                begin_practice(workspace)
        finally:
            workspace.close()
        laptops.append(workspace.path)
    return laptops, receipts


def _live_through(workspace: Workspace, session: RecordId, laptop: LaptopStory) -> None:
    captured = {record.id: record for record in _records("capture.jsonl")}
    _save(workspace, _in_own_minutes(workspace, session, [captured[record] for record in laptop.writes]))
    for entry in laptop.sheets:
        _fill_in(workspace, entry)
    if laptop.kiosk is not None:
        box = open_box(workspace, session, laptop.kiosk.form, laptop.kiosk.expected).value
        for ballot in ballots_in(_file("answers.json")):
            answer(workspace, box.id, ballot)
        close_box(workspace, box.id)


def _in_own_minutes(workspace: Workspace, session: RecordId, records: Sequence[Record]) -> list[Record]:
    """The records with their minutes in this laptop's own stream, where the window looks for them."""
    streams = {
        one.id: my_minutes(workspace, session, one.taker).value for one in records if isinstance(one, Minutes)
    }
    return [
        replace(one, minutes=streams.get(one.minutes, one.minutes)) if isinstance(one, Line) else one
        for one in records
        if not isinstance(one, Minutes)
    ]


def _fill_in(workspace: Workspace, entry: SheetEntry) -> None:
    if entry.state is SheetState.READ_BACK:
        confirm_rest(workspace, entry.sheet)
    with workspace.unit_of_work() as work:
        sheet = work.records.get(Sheet, entry.sheet)
        changes = {
            "headcount": entry.headcount,
            "remote_headcount": entry.remote_headcount,
            "state": entry.state,
        }
        said = {name: value for name, value in changes.items() if value is not None}
        work.records.save(replace(sheet, answers={**sheet.answers, **entry.answers}, **said))  # type: ignore[arg-type]
        work.commit()


def _save(workspace: Workspace, records: Sequence[Record]) -> None:
    with workspace.unit_of_work() as work:
        for record in records:
            work.records.save(record)
        work.commit()


def _reports(lead: Workspace, folder: Path, session: RecordId) -> tuple[Path, ...]:
    (folder / "reports").mkdir()
    return tuple(
        write_report(lead, session, folder / "reports" / f"synthesis{suffix}") for suffix in (".pdf", ".docx")
    )


def _home(folder: Path, laptop: LaptopStory) -> Path:
    """Where a laptop keeps its workspace."""
    home = folder / "laptops" / _name(laptop)
    home.mkdir(parents=True)
    return home / f"{_name(laptop)}.capture"


def _name(laptop: LaptopStory) -> str:
    return laptop.label.lower().replace(" ", "-")


def _records(name: str) -> tuple[Record, ...]:
    return records_in(_file(name))


def _file(name: str) -> str:
    return resource("example", name).read_text(encoding="utf-8")
