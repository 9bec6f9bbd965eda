"""Writing documents that were read: all of them or none, in a lane that touches no workspace."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.errors import StorageTrouble
from capture_app.reports.blocks import Report
from capture_app.reports.making import PLAIN_DRESS, Dress
from capture_app.reports.side_by_side import files_of
from capture_app.safe_write import sync_folder, write_safely
from capture_app.services.house_style import team_dress
from capture_app.words import _

Steps = Callable[[int, int], None]
"""Told how many files of how many are made; raises Cancelled once somebody stopped it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A document as it was read; `stem` is the name of its files without their ending."""

    stem: str
    report: Report
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written, of which document, and its size in bytes."""

    path: Path
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written, and where. troubles: a sentence about each file of the team's look that was left aside."""

    folder: Path
    files: tuple[WrittenFile, ...]
    troubles: tuple[str, ...] = ()


def make_documents(
    planned: Sequence[Planned], folder: Path, dress: Dress = PLAIN_DRESS, steps: Steps = lambda _at, _of: None
) -> Receipt:
    """Write documents into a folder: all of them or none. A file of the same name is replaced.

    Touches no workspace. Raises StorageTrouble if they cannot be written, Cancelled if `steps` does.
    """
    wanted = [(one, ending) for one in planned for ending in one.endings]
    written: list[WrittenFile] = []
    with (
        _beside(folder) as aside,
        closing(files_of([(one.report, kind) for one, kind in wanted], dress)) as files,
    ):
        for document, ending in wanted:
            steps(len(written), len(wanted))
            made = next(files)
            path = aside / f"{document.stem}.{ending}"
            write_safely(path, made)
            written.append(WrittenFile(folder / path.name, document.report.title, len(made)))
        steps(len(wanted), len(wanted))
        _move(aside, folder, [one.path.name for one in written])
    return Receipt(folder, tuple(written))


def make_for_team(planned: Sequence[Planned], folder: Path, steps: Steps = lambda _at, _of: None) -> Receipt:
    """The same in the team's own look; the receipt says what of it could not be used."""
    found = team_dress()
    return replace(make_documents(planned, folder, found.dress, steps), troubles=found.troubles)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A hidden folder inside the one that is wanted, gone in the end whatever happens."""
    try:
        aside = Path(tempfile.mkdtemp(prefix=".", suffix=".part", dir=folder))
    except OSError as error:
        raise StorageTrouble(
            _(
                "Nothing can be written in {folder}: {why}. Choose another folder; nothing was written."
            ).format(folder=folder, why=error.strerror)
        ) from error
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _move(aside: Path, folder: Path, names: Sequence[str]) -> None:
    """Put whole files where they belong."""
    try:
        for name in names:
            os.replace(aside / name, folder / name)
        sync_folder(folder)
    except OSError as error:
        raise StorageTrouble(
            _(
                "The documents could not be put into {folder}: {why}. Choose another folder and write them again."
            ).format(folder=folder, why=error.strerror)
        ) from error
