"""Documents for people: what can be chosen, reading what they are made of, and writing them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from capture_app.domain.record import RecordId
from capture_app.domain.records import Consultation, Form, Group, Session
from capture_app.domain.vocabulary import YesNo
from capture_app.reports.appendix_told import appendix_of
from capture_app.reports.attendance_sheet import attendance_sheet_of
from capture_app.reports.attendee_preview import attendee_preview_of
from capture_app.reports.blocks import Report
from capture_app.reports.how_it_ran import how_it_ran_of
from capture_app.reports.making import PLAIN_DRESS, Dress, file_of
from capture_app.reports.printed_form import printed_form_of
from capture_app.reports.public_results import public_results_of
from capture_app.reports.run_sheet import run_sheet_of
from capture_app.reports.session_pack import session_pack_of
from capture_app.reports.session_paper import SessionPaper
from capture_app.reports.telling import report_of
from capture_app.safe_write import write_safely
from capture_app.services.document_files import Planned, Receipt, Steps, WrittenFile, make_documents
from capture_app.services.document_kinds import (
    APPENDIX,
    FORMS,
    HOW_IT_RAN,
    PUBLIC_RESULTS,
    QUESTIONNAIRE,
    SYNTHESIS,
    DocumentKind,
    Wanted,
    checked,
)
from capture_app.services.document_material import form_wanted, run_material, session_paper, whole_material
from capture_app.services.finding import sessions
from capture_app.services.forms import newest_of
from capture_app.services.namesakes import apart
from capture_app.services.public_results import note_results_told
from capture_app.services.reporting import synthesis_document
from capture_app.store.workspace import Workspace

__all__ = ["OnOffer", "on_offer", "read_documents", "write_document", "write_documents"]

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class OnOffer:
    """What documents can be about: sessions by date, and forms to print with the kind of document each is.

    in_appendix: how many of the sessions stand in the summary of workshops.
    """

    sessions: tuple[tuple[RecordId, str], ...]
    forms: tuple[tuple[RecordId, str, str], ...]
    in_appendix: int = 0


def on_offer(workspace: Workspace) -> OnOffer:
    """Every session, and the newest edition of every form that can be printed."""
    with workspace.unit_of_work() as work:
        forms = newest_of(work.records.all(Form))
        called = dict(apart(work, [(one, one.title) for one in forms]))
        in_appendix = work.records.count(Session, in_appendix=YesNo.YES)
    purposes = {purpose: kind for kind, purpose in FORMS.items()}
    return OnOffer(
        tuple((one.id, _name(one)) for one in sessions(workspace)),
        tuple((one.id, called[one.id], purposes.get(one.purpose, QUESTIONNAIRE)) for one in forms),
        in_appendix,
    )


def _name(session: Session) -> str:
    """A session's label with its date, as several may be called the same."""
    return " · ".join(part for part in (session.label, session.date.given) if part)


def read_documents(workspace: Workspace, wanted: Sequence[Wanted]) -> tuple[Planned, ...]:
    """Read what these documents are made of. Raises NotPossible for one that cannot be made as things stand."""
    names = _names(workspace)
    used: set[str] = set()
    planned = []
    for one in wanted:
        kind = checked(one)
        report = _report(workspace, one)
        about = names.get(one.session, "") if one.session or kind.of_form else _project(workspace)
        stem = _unused(_stem(kind, report, about), used)
        planned.append(Planned(stem, report, one.endings))
    return tuple(planned)


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
    one = replace(wanted, endings=(ending,))
    checked(one)
    report = _report(workspace, one)
    made = file_of(report, ending, dress)
    write_safely(path, made)
    return WrittenFile(path, report.title, len(made))


def _report(workspace: Workspace, wanted: Wanted) -> Report:
    if wanted.kind == SYNTHESIS:
        return report_of(synthesis_document(workspace, wanted.session))
    with workspace.unit_of_work() as work:
        if wanted.kind == APPENDIX:
            return appendix_of(whole_material(work))
        if wanted.kind == HOW_IT_RAN:
            return how_it_ran_of(run_material(work))
        paper = session_paper(work, wanted.session)
        if wanted.kind == PUBLIC_RESULTS:
            told = note_results_told(work, wanted.session)
            work.commit()
            return public_results_of(paper, told)
        if wanted.kind in FORMS:
            form = form_wanted(work, wanted.form, wanted.session, FORMS[wanted.kind])
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


def _project(workspace: Workspace) -> str:
    """What the consultation goes by in the names of files that are about all of it."""
    with workspace.unit_of_work() as work:
        found = work.records.find(Consultation, work.facts.get("consultation"))
    return _slug(found.title) if found else ""


_FILE_NAMES = {
    "session-pack": "session-on-paper",
    "attendee-preview": "who-is-coming",
    APPENDIX: "summary-of-workshops",
}
"""Where a document's file is called otherwise: a session pack is the file from which a laptop is made."""


def _stem(kind: DocumentKind, report: Report, about: str) -> str:
    title = _slug(report.title) if kind.of_form else ""
    return "-".join(part for part in (_FILE_NAMES.get(kind.id, kind.id), title, about) if part)


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
