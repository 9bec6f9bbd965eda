"""The history of a record: who changed what and when; and an older version brought back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from capture_app.domain.codec import Body, paths_of, read_body, record_of
from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import KINDS, Observation, Theme, ThemeLabel
from capture_app.domain.revision import EVERYTHING, Revision, RevisionId
from capture_app.domain.shape import SHAPES
from capture_app.domain.vocabulary import Role
from capture_app.services.done import Done
from capture_app.services.fixed_editions import refuse_fixed
from capture_app.services.keeping import Step, step_of
from capture_app.services.theme_names import Renaming, renamings
from capture_app.services.values import SILENT, told
from capture_app.services.wording import choice_words, field_words, value_words
from capture_app.services.workspaces import device_name, local_time
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["FieldChange", "Version", "bring_back_version", "history"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one change, in words; `before` is empty where nothing stood there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """One change of a record. emptied: its words were erased. shown: it is the newest, or one of several heads.

    returns: it can be brought back here, as far as that is up to this laptop. A theme given another name is a change
    of it too, which is brought back where its names stand.
    """

    id: RevisionId
    at: datetime
    device: str
    role: str
    changes: tuple[FieldChange, ...]
    first: bool
    emptied: bool
    shown: bool
    returns: bool = True


def history(workspace: Workspace, kind: str, record: RecordId) -> tuple[Version, ...]:
    """Every change of a record, newest first. Raises NotPossible for a line that is set aside (practice 2.11)."""
    with workspace.unit_of_work() as work:
        if work.records.is_set_aside(record):
            raise NotPossible(
                _("This line is set aside as sensitive, so its history is not shown. Nothing was changed.")
            )
        entries = work.records.history(record)
        current = work.records.view(record)
        bodies = {entry.id: _body(entry) for entry in entries}
        heads = current.heads if current else ()
        told = [_version(work, kind, entry, bodies, shown=entry.id in heads) for entry in entries]
        ours = _is_ours(work, kind, entries)
        told = [replace(one, returns=ours and not one.emptied) for one in told]
        renamed = list(renamings(work, record)) if kind == Theme.__name__ else []
        stamps = {one.id: one.stamp for one in (*entries, *(one.entry for one in renamed))}
        told += [_renamed(work, one) for one in renamed]
        told.sort(key=lambda one: stamps[one.id])
        return tuple(reversed(told))


def bring_back_version(workspace: Workspace, kind: str, record: RecordId, version: RevisionId) -> Done[Step]:
    """Make a record say again what it said in an older version; everything since stays in its history.

    Raises NotPossible if that version is not here or its words were erased, if the record stays as it is, or if it is
    for others to change: a laptop changes what it wrote itself, the lead all but the notes of observers.
    """
    with workspace.unit_of_work() as work:
        refuse_fixed(work, kind, record)
        entries = work.records.history(record)
        if not _is_ours(work, kind, entries):
            raise NotPossible(
                _("That is for others to change: it was not written on this laptop. Nothing was changed.")
            )
        wanted = next((entry for entry in entries if entry.id == version), None)
        body = _body(wanted) if wanted else None
        if body is None:
            raise NotPossible(_("That version cannot be brought back, because its words were erased."))
        seen = work.records.seen(KINDS[kind], record)
        _settle(work, kind, record, body)
        work.records.save(record_of(KINDS[kind], record, body))
        return Done(step_of(work, kind, record, seen.body), work.commit())


def _is_ours(work: UnitOfWork, kind: str, entries: Sequence[Revision]) -> bool:
    if work.author.role == Role.LEAD.value and kind != Observation.__name__:
        return True
    return any(entry.device == work.author.device for entry in entries)


def _settle(work: UnitOfWork, kind: str, record: RecordId, body: Body) -> None:
    """Fields in which several versions stand are decided by the version that is brought back."""
    current = work.records.view(record)
    if current is not None and current.conflicts:
        paths = paths_of(SHAPES[kind], body)
        decided = {one.field: paths.get(one.field) for one in current.conflicts}
        work.records.settle(KINDS[kind], record, decided)


def _body(entry: Revision) -> Body | None:
    return None if entry.body is None else read_body(entry.kind, entry.version, entry.body)


def _version(
    work: UnitOfWork,
    kind: str,
    entry: Revision,
    bodies: Mapping[RevisionId, Body | None],
    *,
    shown: bool,
) -> Version:
    after = bodies[entry.id]
    before = next((bodies[parent] for parent in entry.parents if bodies.get(parent)), None)
    return Version(
        id=entry.id,
        at=local_time(entry.stamp),
        device=device_name(work, entry.device),
        role=choice_words(entry.role),
        changes=() if after is None else _changes(work, kind, entry.sets, before, after),
        first=not entry.parents,
        emptied=after is None,
        shown=shown,
    )


def _renamed(work: UnitOfWork, renaming: Renaming) -> Version:
    entry = renaming.entry
    after = value_words(ThemeLabel.__name__, "text", renaming.after)
    return Version(
        id=entry.id,
        at=local_time(entry.stamp),
        device=device_name(work, entry.device),
        role=choice_words(entry.role),
        changes=(FieldChange(field_words("name"), renaming.before, after),),
        first=False,
        emptied=False,
        shown=False,
        returns=False,
    )


def _changes(
    work: UnitOfWork, kind: str, sets: tuple[str, ...], before: Body | None, after: Body
) -> tuple[FieldChange, ...]:
    """The fields of a change; of a first version those in which something stands."""
    shape = SHAPES[kind]
    old = paths_of(shape, before) if before else {}
    new = paths_of(shape, after)
    named = sorted(new if EVERYTHING in sets else sets, key=lambda path: (path != "text", path))
    changes = [
        FieldChange(
            _path_words(kind, path),
            told(work, kind, path, old.get(path), before) if path in old else "",
            told(work, kind, path, new.get(path), after),
        )
        for path in named
        if path.partition("/")[0] not in SILENT
    ]
    blank = {field_words(name, kind): value_words(kind, name, shape.defaults[name]) for name in shape.names}
    return tuple(one for one in changes if before or one.after != blank.get(one.field, ""))


def _path_words(kind: str, path: str) -> str:
    return field_words(path.partition("/")[0], kind)
