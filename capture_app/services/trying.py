"""A form tried out as a scribe sees it, in a workspace of its own of which nothing is kept (D1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from capture_app.domain.ids import new_id
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    Consultation,
    DataProtection,
    Form,
    GlossaryTerm,
    Group,
    Session,
    Sheet,
    Theme,
    ThemeLabel,
)
from capture_app.sealing import Identity
from capture_app.services.practice import note_practice
from capture_app.store.key_file import Ways
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace, create
from capture_app.words import _

__all__ = ["Trial", "begin_trial", "end_trial"]

_KNOWN_TO_SCRIBES = (DataProtection, GlossaryTerm, Theme, ThemeLabel)


@dataclass(frozen=True, slots=True)
class Trial:
    """A workspace with one worksheet to try. It is encrypted with a key that nobody keeps, in a folder that goes."""

    workspace: Workspace
    sheet: RecordId
    folder: Path


def begin_trial(workspace: Workspace, form: RecordId) -> Trial:
    """Make a worksheet of a form, with the frame and the glossary a scribe has. Raises NotPossible without the form."""
    with workspace.unit_of_work() as work:
        records = _records(work, work.records.get(Form, form))
    folder = Path(mkdtemp(prefix="workshop-capture-"))
    made = create(
        folder / "trial.capture",
        Ways(recipients={"trial": Identity.generate().recipient}),
        role="scribe",
    )
    with made.unit_of_work() as work:
        note_practice(work)
        for record in records:
            work.records.save(record)
        work.commit()
    return Trial(made, records[-1].id, folder)


def end_trial(trial: Trial) -> None:
    """Close it, and take everything away."""
    trial.workspace.close()
    rmtree(trial.folder, ignore_errors=True)


def _records(work: UnitOfWork, form: Form) -> list[Record]:
    """What a scribe's laptop has; the worksheet is last."""
    known = [record for kind in _KNOWN_TO_SCRIBES for record in work.records.all(kind)]
    session = Session(id=new_id())
    group = Group(id=new_id(), session=session.id, label=_("Your group"))
    sheet = Sheet(id=new_id(), session=session.id, group=group.id, form=form.id)
    planned = Consultation(id=new_id(), title=_("Trying it out"))
    return [*known, planned, replace(form, deleted=False), session, group, sheet]
