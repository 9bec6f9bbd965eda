"""Documents for people: which there are, reading what they are made of, and writing them, all of them or none."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from capture_app.domain.errors import NotPossible, StorageTrouble
from capture_app.domain.record import RecordId
from capture_app.domain.records import Group, Session
from capture_app.domain.vocabulary import FormPurpose
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.attendance_sheet import attendance_sheet_of
from capture_app.reports.attendee_preview import attendee_preview_of
from capture_app.reports.blocks import Report
from capture_app.reports.making import ENDINGS, PLAIN_DRESS, Dress, file_of
from capture_app.reports.printed_form import printed_form_of
from capture_app.reports.run_sheet import run_sheet_of
from capture_app.reports.session_pack import session_pack_of
from capture_app.reports.session_paper import SessionPaper
from capture_app.reports.telling import report_of
from capture_app.safe_write import sync_folder, write_safely
from capture_app.services.document_material import form_wanted, session_paper, whole_material
from capture_app.services.finding import sessions
from capture_app.services.reporting import synthesis_document
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "DocumentKind",
    "Planned",
    "Receipt",
    "Wanted",
    "WrittenFile",
    "kind_named",
    "kinds",
    "make_documents",
    "read_documents",
    "write_document",
    "write_documents",
]

SYNTHESIS, APPENDIX = "synthesis", "appendix"
WORKSHEET, QUESTIONNAIRE = "worksheet", "questionnaire"
_FORMS = {WORKSHEET: FormPurpose.WORKSHEET, QUESTIONNAIRE: FormPurpose.QUESTIONNAIRE}
_TO_PRINT = ("pdf", "docx", "html")
_LONGEST_NAME = 60

Steps = Callable[[int, int], None]
"""Told how many files of how many are made; raises Cancelled once somebody stopped it."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A document that can be made. needs_session: whether it is about one session; `of_form`: about a form."""

    id: str
    title: str
    about: str
    endings: tuple[str, ...]
    needs_session: bool
    of_form: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One document somebody wants, in one or several kinds of file.

    form: which form is printed; empty for the only one there is. group: for which group of the session.
    """

    kind: str
    session: RecordId = ""
    form: RecordId = ""
    group: RecordId = ""
    endings: tuple[str, ...] = ("pdf",)


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
    """What was written, and where."""

    folder: Path
    files: tuple[WrittenFile, ...]


def kinds() -> tuple[DocumentKind, ...]:
    """Every document there is, in the order of a consultation."""
    with_tables = ENDINGS
    return (
        DocumentKind(
            "session-pack",
            _("Session pack on paper"),
            _("what it is, how people are protected, run sheet, groups, glossary"),
            _TO_PRINT,
            needs_session=True,
        ),
        DocumentKind(
            "run-sheet",
            _("Run sheet"),
            _("the parts with their times, owners and rules"),
            with_tables,
            needs_session=True,
        ),
        DocumentKind(
            "attendee-preview",
            _("Who is coming"),
            _("to be sent out beforehand, each person as they wish to be listed"),
            _TO_PRINT,
            needs_session=True,
        ),
        DocumentKind(
            "attendance-sheet",
            _("Attendance sheet"),
            _("to tick off at the door, with empty rows"),
            with_tables,
            needs_session=True,
        ),
        DocumentKind(
            WORKSHEET,
            _("Worksheet to print"),
            _("a form for a group’s notes, with the ids of its questions"),
            _TO_PRINT,
            needs_session=False,
            of_form=True,
        ),
        DocumentKind(
            QUESTIONNAIRE,
            _("Questionnaire to print"),
            _("a form for one person’s answers; it asks for no name"),
            _TO_PRINT,
            needs_session=False,
            of_form=True,
        ),
        DocumentKind(
            SYNTHESIS,
            _("Synthesis"),
            _("statements with their evidence, and the counts of the questionnaire"),
            with_tables,
            needs_session=True,
        ),
        DocumentKind(
            APPENDIX,
            _("Summary of workshops"),
            _("the appendix: attendees as listed, returns, totals with their rules, what sources say"),
            with_tables,
            needs_session=False,
        ),
    )


def kind_named(name: str) -> DocumentKind:
    """The document of this id. Raises NotPossible, naming all there are, for another name."""
    for kind in kinds():
        if kind.id == name.casefold().strip():
            return kind
    known = ", ".join(kind.id for kind in kinds())
    raise NotPossible(_("No document is called “{name}”. There are: {known}.").format(name=name, known=known))


def read_documents(workspace: Workspace, wanted: Sequence[Wanted]) -> tuple[Planned, ...]:
    """Read what these documents are made of. Raises NotPossible for one that cannot be made as things stand."""
    names = _names(workspace)
    used: set[str] = set()
    planned = []
    for one in wanted:
        kind = _checked(one)
        report = _report(workspace, one)
        stem = _unused(_stem(kind, report, names.get(one.session, "")), used)
        planned.append(Planned(stem, report, one.endings))
    return tuple(planned)


def make_documents(
    planned: Sequence[Planned], folder: Path, dress: Dress = PLAIN_DRESS, steps: Steps = lambda _at, _of: None
) -> Receipt:
    """Write documents into a folder: all of them or none. A file of the same name is replaced.

    Touches no workspace. Raises StorageTrouble if they cannot be written, Cancelled if `steps` does.
    """
    total = sum(len(one.endings) for one in planned)
    written: list[WrittenFile] = []
    with _beside(folder) as aside:
        for document in planned:
            for ending in document.endings:
                steps(len(written), total)
                made = file_of(document.report, ending, dress)
                path = aside / f"{document.stem}.{ending}"
                write_safely(path, made)
                written.append(WrittenFile(folder / path.name, document.report.title, len(made)))
        steps(total, total)
        _move(aside, folder, [one.path.name for one in written])
    return Receipt(folder, tuple(written))


def write_documents(
    workspace: Workspace,
    wanted: Sequence[Wanted],
    folder: Path,
    dress: Dress = PLAIN_DRESS,
    steps: Steps = lambda _at, _of: None,
) -> Receipt:
    """Read and write documents in one go; raises as `read_documents` and `make_documents` do."""
    return make_documents(read_documents(workspace, wanted), folder, dress, steps)


def write_document(
    workspace: Workspace, wanted: Wanted, path: Path, dress: Dress = PLAIN_DRESS
) -> WrittenFile:
    """Write one document to a file, whose ending says what it is. Raises as the others do."""
    ending = path.suffix.lower().removeprefix(".")
    one = Wanted(
        kind=wanted.kind, session=wanted.session, form=wanted.form, group=wanted.group, endings=(ending,)
    )
    _checked(one)
    report = _report(workspace, one)
    made = file_of(report, ending, dress)
    write_safely(path, made)
    return WrittenFile(path, report.title, len(made))


def _checked(wanted: Wanted) -> DocumentKind:
    """The kind of what is wanted, if that can be."""
    kind = kind_named(wanted.kind)
    for ending in wanted.endings:
        if ending not in kind.endings:
            said = _(
                "“{title}” is written as {endings}. Give the file one of these endings; nothing was written."
            )
            known = ", ".join(f".{each}" for each in kind.endings)
            raise NotPossible(said.format(title=kind.title, endings=known))
    if kind.needs_session and not wanted.session:
        raise NotPossible(_("“{title}” is about one session. Say which.").format(title=kind.title))
    if kind.id == APPENDIX and wanted.session:
        raise NotPossible(
            _("“{title}” is about all sessions. Leave the session out.").format(title=kind.title)
        )
    return kind


def _report(workspace: Workspace, wanted: Wanted) -> Report:
    if wanted.kind == SYNTHESIS:
        return report_of(synthesis_document(workspace, wanted.session))
    with workspace.unit_of_work() as work:
        if wanted.kind == APPENDIX:
            return appendix_of(whole_material(work))
        paper = session_paper(work, wanted.session)
        if wanted.kind in _FORMS:
            form = form_wanted(work, wanted.form, wanted.session, _FORMS[wanted.kind])
            group = work.records.get(Group, wanted.group) if wanted.group else None
            return printed_form_of(paper, form, group)
    return _OF_A_SESSION[wanted.kind](paper)


_OF_A_SESSION: Mapping[str, Callable[[SessionPaper], Report]] = {
    "session-pack": session_pack_of,
    "run-sheet": run_sheet_of,
    "attendee-preview": attendee_preview_of,
    "attendance-sheet": attendance_sheet_of,
}


def _names(workspace: Workspace) -> Mapping[RecordId, str]:
    """What sessions go by in the names of files: their label, with the date where two are called the same."""
    found = sessions(workspace)
    labels = [one.label.casefold() for one in found]

    def name(one: Session) -> str:
        return f"{one.label} {one.date.edtf}" if labels.count(one.label.casefold()) > 1 else one.label

    return {one.id: _slug(name(one)) for one in found}


def _stem(kind: DocumentKind, report: Report, session: str) -> str:
    title = _slug(report.title) if kind.of_form else ""
    return "-".join(part for part in (kind.id, title, session) if part)


def _slug(words: str) -> str:
    """Words as a part of a file's name that every system takes: letters and figures with hyphens between them."""
    return re.sub(r"[\W_]+", "-", normalize("NFC", words).casefold()).strip("-")[:_LONGEST_NAME].strip("-")


def _unused(stem: str, used: set[str]) -> str:
    """The name, with a number if it is taken."""
    name, number = stem, 2
    while name in used:
        name, number = f"{stem}-{number}", number + 1
    used.add(name)
    return name


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
