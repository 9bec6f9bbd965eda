"""The erasures of a workspace in a file of their own beside it, so that a restored backup cannot undo them.

One marker a line, ids only. Opening a workspace applies every marker it does not know.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import msgspec

from capture_app.domain.errors import StorageTrouble
from capture_app.domain.plain import canonical
from capture_app.domain.revision import Erasure
from capture_app.safe_write import write_safely
from capture_app.words import _

SUFFIX = ".capture-erasures"


def ledger_path(workspace: Path) -> Path:
    """Where the ledger of a workspace stands."""
    return workspace.with_suffix(SUFFIX)


def write_ledger(workspace: Path, markers: Sequence[Erasure]) -> None:
    """Write all markers."""
    lines = [canonical(asdict(marker)) for marker in markers]
    write_safely(ledger_path(workspace), "".join(line + "\n" for line in lines).encode())


def read_ledger(workspace: Path) -> list[Erasure]:
    """The markers in it; none if there is no ledger. Raises StorageTrouble if it cannot be read."""
    try:
        text = ledger_path(workspace).read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    try:
        return [msgspec.json.decode(line, type=Erasure) for line in text.splitlines()]
    except msgspec.DecodeError:
        raise StorageTrouble(
            _("{file} cannot be read. It holds the erasures of this workspace; put back a copy.").format(
                file=ledger_path(workspace).name
            )
        ) from None
