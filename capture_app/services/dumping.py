"""Everything in clear text and back: no lock-in, and one hash that tells whether two workspaces hold the same."""

from collections.abc import Mapping
from pathlib import Path

from capture_app.domain.dump import DumpedRecord, digest, read_line
from capture_app.domain.errors import NotPossible, Refused
from capture_app.domain.record import kind_of
from capture_app.domain.records import RECORDS, Consultation
from capture_app.services.practice import check_may_leave
from capture_app.store.dumping import count_lines, dump_lines, load_lines
from capture_app.store.workspace import Workspace
from capture_app.words import _

CONSULTATION = kind_of(Consultation)


def dump(workspace: Workspace) -> list[str]:
    """Every current record as a line of canonical JSON, sorted by kind and id.

    Raises NotPossible in a practice workspace: loaded elsewhere, it would pass for what was said.
    """
    with workspace.unit_of_work() as work:
        check_may_leave(work)
        return list(dump_lines(work))


def held_in_confidence(workspace: Workspace) -> Mapping[str, int]:
    """How many records of each kind `dump` prints that otherwise leave only in a care file (C7, C8, I2)."""
    with workspace.unit_of_work() as work:
        counts = {kind_of(kind): count_lines(work, kind) for kind in RECORDS if not kind.travels}
    return {kind: count for kind, count in counts.items() if count}


def dump_digest(workspace: Workspace) -> str:
    """One hash of the dump."""
    with workspace.unit_of_work() as work:
        return digest(dump_lines(work))


def load(workspace: Workspace, file: Path) -> int:
    """Write what `dump` printed into an empty workspace; gives the count of records.

    Raises Refused if a line is not understood, NotPossible if the workspace is not empty; then nothing is kept.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(_("{name} cannot be read: {why}.").format(name=file.name, why=error)) from None
    return load_text(workspace, text.splitlines())


def load_text(workspace: Workspace, lines: list[str]) -> int:
    """The same from lines."""
    with workspace.unit_of_work() as work:
        if work.log.count():
            raise NotPossible(_("This workspace is not empty. Load into a new one; nothing was changed."))
        said = [read_line(line) for line in lines if line.strip()]
        count = load_lines(work, said)
        consultations = [one.id for one in said if isinstance(one, DumpedRecord) and one.kind == CONSULTATION]
        if len(consultations) == 1:
            work.facts.put("consultation", consultations[0])
        work.commit()
    return count
