"""Handing over: a bundle of what this laptop has, for the project lead, with a receipt to read out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS, Box, Device, Line, Observation, Session, Sheet
from capture_app.domain.vocabulary import Role
from capture_app.exchange.container import check_number
from capture_app.exchange.locks import PLAIN, Seal, To, With
from capture_app.exchange.manifest import fingerprint
from capture_app.exchange.members import SYNTHESIS
from capture_app.exchange.parcel import KeptBack, Parcel, ranges_of
from capture_app.exchange.writer import write
from capture_app.sealing import Passphrase, Signer
from capture_app.services import slices
from capture_app.services.capturing import keep_all
from capture_app.services.packing import kept_aside, kept_back, kept_by_observer, kept_here
from capture_app.services.practice import check_may_leave, is_practice, keeps_all_here
from capture_app.services.reading_back import was_read_back
from capture_app.services.workspaces import local_time
from capture_app.store.facts import Transfer
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Contents", "Preview", "Receipt", "hand_over", "preview", "seal_for"]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a bundle brings of this laptop's own work. The parts, added up, are `every`.

    sheets: those it wrote on, whoever made them, and those it read back or closed. answers: in closed
    questionnaires. lines_away: lines that were taken away, whose words go along in their history. notes: an
    observer's notes that were given, with their earlier wordings (E4). other: themes, groups, and all else.
    """

    sheets: int
    sheets_read_back: int
    sheet_lines: int
    minute_lines: int
    answers: int
    lines_away: int
    notes: int
    other: int
    every: int

    def to_read_out(self) -> str:
        """Three numbers the lead sees again after merging: lines, minutes, questionnaires."""
        return f"{self.sheet_lines} · {self.minute_lines} · {self.answers}"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go and what would stay, before anything is written. `refused`: why nothing can go at all."""

    session: Session | None
    device_label: str
    holder: str
    for_whom: str
    contents: Contents
    left_out: tuple[str, ...]
    file_name: str
    last: datetime | None
    changed_since: bool
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written: where, how large in bytes, and what to read out on the phone."""

    path: Path
    size: int
    sha256: str
    check_number: str
    contents: Contents
    left_out: tuple[str, ...]
    made: datetime


def preview(workspace: Workspace) -> Preview:
    """What a bundle of everything would hold. Drafts are kept first, so that nothing typed is missed."""
    keep_all(workspace)
    with workspace.unit_of_work() as work:
        device = work.records.find(Device, work.author.device)
        sent = [t for t in work.facts.transfers("out") if t.facts.get("what") == "bundle"]
        stays = (
            *kept_here(slices.staying(work)),
            *kept_aside(slices.lines_aside(work)),
            *kept_by_observer(len(slices.not_given(work))),
        )
        return Preview(
            session=work.records.find(Session, work.facts.get("session")),
            device_label=device.label if device else "",
            holder=device.holder if device else "",
            for_whom=_for_whom(work),
            contents=_contents(work, work.log.records_by(work.author.device)),
            left_out=tuple(map(_left_out_words, (*_open_boxes(work), *stays))),
            file_name=_file_name(work, device),
            last=local_time(sent[-1].stamp) if sent else None,
            changed_since=bool(sent) and work.log.newest_by(work.author.device) > sent[-1].stamp,
            refused=keeps_all_here() if is_practice(work) else "",
        )


def hand_over(workspace: Workspace, path: Path, session: RecordId = "", seal: Seal | None = None) -> Receipt:
    """Write the bundle; this laptop keeps everything. Without `seal` it is for the lead and the recovery key.

    Raises NotPossible in a practice workspace and if nobody is known to seal it to, StorageTrouble if it
    cannot be written.
    """
    with workspace.unit_of_work() as work:
        check_may_leave(work)
    keep_all(workspace)
    pdf = _record_for_people(workspace, session)
    with workspace.unit_of_work() as work:
        part = _slice(work, session)
        parcel = parcel_of(work, part, pdf)
        signer = Signer(work.facts.get("signing_seed"))
        written = write(path, parcel, signer, seal or seal_for(work))
        contents = _contents(work, {(r.kind, r.record) for r in part.revisions if r.device == parcel.device})
        told = {"what": "bundle", "file": path.name, "ranges": ranges_of(part.revisions)}
        work.facts.note(Transfer(parcel.id, "out", parcel.device, parcel.made, written.sha256, told))
        work.commit()
    return Receipt(
        path=written.path,
        size=written.size,
        sha256=written.sha256,
        check_number=check_number(written.sha256),
        contents=contents,
        left_out=tuple(_left_out_words(one) for one in parcel.kept_back),
        made=local_time(parcel.made),
    )


def parcel_of(work: UnitOfWork, part: slices.Slice, pdf: bytes = b"") -> Parcel:
    """What a bundle with this part of the log holds; of a practice workspace it would say so itself."""
    return Parcel(
        id=new_id(),
        project=fingerprint(work.facts.get("lead_key")),
        consultation=work.facts.get("consultation"),
        device=work.author.device,
        incarnation=work.author.incarnation,
        made=work.author.clock.next(),
        revisions=part.revisions,
        erasures=tuple(work.log.erasures()),
        kept_back=_kept_back(work, part),
        extras={SYNTHESIS: pdf} if pdf else {},
        practice=is_practice(work),
    )


def seal_for(work: UnitOfWork) -> Seal:
    """Sealed to the lead and the recovery key, as the pack says."""
    recipients = (work.facts.get("lead_recipient"), work.facts.get("recovery_recipient"))
    if not recipients[0]:
        raise NotPossible(
            _("This workspace knows no project lead to seal the bundle to. Give a passphrase or a key.")
        )
    return To(tuple(key for key in recipients if key))


def seal_of(passphrase: Passphrase | None, recipient: str, plain: bool) -> Seal | None:
    """How a person asked for the file to be closed; None for the usual way."""
    if passphrase is not None:
        return With(passphrase)
    if recipient:
        return To((recipient,))
    return PLAIN if plain else None


def _slice(work: UnitOfWork, session: RecordId) -> slices.Slice:
    return slices.of_session(work, session) if session else slices.whole(work)


def _kept_back(work: UnitOfWork, part: slices.Slice) -> tuple[KeptBack, ...]:
    return (*_open_boxes(work), *kept_back(part))


def _open_boxes(work: UnitOfWork) -> list[KeptBack]:
    return [
        KeptBack(
            what=_("an open questionnaire"),
            reason=_("it goes once it is closed"),
            count=1,  # never how many have answered: a row of bundles would tell when they came
        )
        for _box in work.boxes.all()
    ]


def _left_out_words(kept: KeptBack) -> str:
    return _("{what} ({count}): {reason}").format(what=kept.what, count=kept.count, reason=kept.reason)


def _contents(work: UnitOfWork, touched: Iterable[tuple[str, RecordId]]) -> Contents:
    """Counts records this laptop has had a hand in; what never travels, and what it does not know, is not counted."""
    kept = work.projection.withheld.records() | slices.not_given(work)
    known = {(kind, record) for kind, record in touched if kind in KINDS and record not in kept}
    own = {(kind, record) for kind, record in known if kind not in slices.STAYS}
    lines = work.projection.values(Line, "id", "sheet", "minutes")
    shown = [(sheet, minutes) for line, sheet, minutes in lines if (Line.__name__, line) in own]
    turned = {record for kind, record in own if kind == Sheet.__name__}
    sheets = [work.records.find(Sheet, one) for one in turned | {sheet for sheet, _minutes in shown if sheet}]
    boxes = [work.records.find(Box, record) for kind, record in own if kind == Box.__name__]
    sheet_lines = sum(bool(sheet) for sheet, _minutes in shown)
    minute_lines = sum(bool(minutes) for _sheet, minutes in shown)
    answers = sum(box.count for box in boxes if box is not None)
    away = _lines_away(work, own - {(Line.__name__, line) for line, _sheet, _minutes in lines})
    notes = sum(kind == Observation.__name__ for kind, _record in own)
    other = len(own) - sheet_lines - minute_lines - len(turned) - len(boxes) - away - notes
    return Contents(
        sheets=len(sheets),
        sheets_read_back=sum(one is not None and was_read_back(work, one) for one in sheets),
        sheet_lines=sheet_lines,
        minute_lines=minute_lines,
        answers=answers,
        lines_away=away,
        notes=notes,
        other=other,
        every=len(sheets) + sheet_lines + minute_lines + answers + away + notes + other,
    )


def _lines_away(work: UnitOfWork, out_of_sight: Iterable[tuple[str, RecordId]]) -> int:
    """Lines that are shown nowhere, but of which words still stand in the log; of one that was erased, none do."""
    return sum(
        any('"text":""' not in one.body for one in work.log.of_record(record) if one.body is not None)
        for kind, record in out_of_sight
        if kind == Line.__name__
    )


def _for_whom(work: UnitOfWork) -> str:
    lead = [device for device in work.records.all(Device) if device.role == Role.LEAD.value]
    return (lead[0].holder or lead[0].label) if lead else _("the project lead")


def _file_name(work: UnitOfWork, device: Device | None) -> str:
    """A neutral name, since everybody who carries the file reads it, and never that of a session pack."""
    session = work.records.find(Session, work.facts.get("session"))
    words = [session.label if session else "", device.label if device else "workspace"]
    words += [_("back"), datetime.now().astimezone().date().isoformat()]
    plain = "-".join(" ".join(words).lower().split())
    return "".join(letter for letter in plain if letter.isalnum() or letter == "-") + ".wsbundle"


def _record_for_people(workspace: Workspace, session: RecordId) -> bytes:
    """The session's record as PDF, for whoever opens the bundle without this program; none without a session."""
    with workspace.unit_of_work() as work:
        wanted = session or work.facts.get("session")
    if not wanted:
        return b""
    from capture_app.services.reporting import (
        report_bytes,
    )  # writing brings all documents along; looking need not

    return report_bytes(workspace, wanted, "pdf")
