"""A session as it runs: when each part really began, kept on each laptop for itself (B6, practice 2.5).

Two facilitators who both keep the times never disagree: each has their own, and the lead sees both.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import link_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, PartRun, Session
from capture_app.domain.run_sheet import RunSheet, run_sheet
from capture_app.reports.real_times import Times, times_of
from capture_app.services.done import Done
from capture_app.services.workspaces import device_name
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["Agenda", "Times", "begin", "finish", "read_agenda", "read_times", "resume", "shorten"]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A session with its parts in order, and the times kept here, by part. `device` is this laptop."""

    session: Session
    parts: tuple[AgendaPart, ...]
    runs: dict[RecordId, PartRun]
    device: RecordId = ""

    def at(self, time: datetime) -> RunSheet:
        """How it stands at a time."""
        return run_sheet(self.parts, self.runs, time)


def read_agenda(workspace: Workspace, session: RecordId) -> Agenda:
    """The agenda of a session, and how far it is here. Raises NotPossible if it is not here."""
    with workspace.unit_of_work() as work:
        return _agenda(work, session)


def read_times(workspace: Workspace, session: RecordId) -> tuple[Times, ...]:
    """When each part was planned and when it ran, by laptop where they differ; none where no times were kept."""
    with workspace.unit_of_work() as work:
        runs = work.records.all(PartRun, session=session)
        if not any(run.began for run in runs):
            return ()
        names = {run.device: device_name(work, run.device) for run in runs}
        return tuple(times_of(work.records.all(AgendaPart, session=session), runs, names))


def begin(workspace: Workspace, session: RecordId, part: RecordId, at: datetime) -> Done[None]:
    """A part begins; the one that ran ends. Raises NotPossible where the part is not here."""
    with workspace.unit_of_work() as work:
        agenda = _agenda(work, session)
        if all(one.id != part for one in agenda.parts):
            raise NotPossible(_("This part is not on the agenda any more. Nothing was changed."))
        _end(work, agenda, at, but=part)
        work.records.save(replace(_run(work, agenda, part), began=_words(at), ended=""))
        return Done(None, work.commit())


def finish(workspace: Workspace, session: RecordId, at: datetime) -> Done[None]:
    """The part that runs ends, and with it the session."""
    with workspace.unit_of_work() as work:
        _end(work, _agenda(work, session), at)
        return Done(None, work.commit())


def resume(workspace: Workspace, session: RecordId, at: datetime) -> Done[None]:
    """The session goes on: the part that ended last runs as if it had not. The history keeps when it was ended.

    Raises NotPossible where none has ended, or one runs.
    """
    with workspace.unit_of_work() as work:
        agenda = _agenda(work, session)
        sheet = agenda.at(at)
        if sheet.last is None or sheet.now is not None:
            raise NotPossible(_("The session has not ended on this laptop. Nothing was changed."))
        work.records.save(replace(agenda.runs[sheet.last.part.id], ended=""))
        return Done(None, work.commit())


def shorten(workspace: Workspace, session: RecordId, part: RecordId, minutes: int) -> Done[None]:
    """It was decided in the room how long a part takes, 0 where it is left out; the plan stays as it is."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(_run(work, _agenda(work, session), part), minutes=minutes))
        return Done(None, work.commit())


def _agenda(work: UnitOfWork, session: RecordId) -> Agenda:
    found = work.records.all(PartRun, session=session, device=work.author.device)
    parts = tuple(work.records.all(AgendaPart, session=session))
    return Agenda(
        work.records.get(Session, session), parts, {run.part: run for run in found}, work.author.device
    )


def _run(work: UnitOfWork, agenda: Agenda, part: RecordId) -> PartRun:
    device = work.author.device
    fresh = PartRun(id=link_id("PartRun", part, device), session=agenda.session.id, part=part, device=device)
    return agenda.runs.get(part, fresh)


def _end(work: UnitOfWork, agenda: Agenda, at: datetime, but: RecordId = "") -> None:
    running = agenda.at(at).now
    if running is not None and running.part.id != but:
        work.records.save(replace(agenda.runs[running.part.id], ended=_words(at)))


def _words(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}"
