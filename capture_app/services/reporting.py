"""Documents for people: the synthesis of one session, as a value, as bytes and as a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.in_writing import as_lines
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    KINDS,
    AgendaPart,
    Attendance,
    AttendanceMark,
    Box,
    Claim,
    Consultation,
    Form,
    Group,
    Line,
    LineSource,
    Minutes,
    Organisation,
    Person,
    Response,
    Return,
    Session,
    Sheet,
    Statement,
    StatementLink,
)
from capture_app.domain.view import Conflict
from capture_app.reports.building import synthesis_of
from capture_app.reports.making import ENDINGS, PLAIN_DRESS, Dress, file_of
from capture_app.reports.material import FrameNode, Material
from capture_app.reports.synthesis import SynthesisDocument
from capture_app.reports.telling import report_of
from capture_app.safe_write import write_safely
from capture_app.services.agreed_sources import origins, reworded
from capture_app.services.completeness import completeness
from capture_app.services.differing import asked_about
from capture_app.services.document_material import as_listed, by_name, parent_of
from capture_app.services.joined_themes import Bond, bonds, filed, focus
from capture_app.services.practice import is_practice, said_by_nobody
from capture_app.services.themes import ThemeTag, theme_tags
from capture_app.services.written import folded, respondent
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["ENDINGS", "report_bytes", "synthesis_document", "write_report"]

R = TypeVar("R", bound=Record)
T = TypeVar("T", Line, Statement)


def synthesis_document(workspace: Workspace, session: RecordId) -> SynthesisDocument:
    """What the synthesis of a session says, with what is being typed at this moment.

    Raises NotPossible if the session is not in this workspace.
    """
    with workspace.unit_of_work() as work:
        return synthesis_of(_material(work, session))


def report_bytes(
    workspace: Workspace, session: RecordId, kind: str = "pdf", dress: Dress = PLAIN_DRESS
) -> bytes:
    """The synthesis of a session as a document; equal content gives equal bytes.

    Raises NotPossible for a kind that is not one of `ENDINGS`, or an unknown session.
    """
    _checked(kind)
    return file_of(report_of(synthesis_document(workspace, session)), kind, dress)


def write_report(workspace: Workspace, session: RecordId, path: Path, dress: Dress = PLAIN_DRESS) -> Path:
    """Write the synthesis of a session to a file; its ending says what it is.

    Raises NotPossible for another ending, StorageTrouble if the file cannot be written.
    """
    kind = _checked(path.suffix.lower().removeprefix("."))
    write_safely(path, report_bytes(workspace, session, kind, dress))
    return path


def _checked(kind: str) -> str:
    if kind not in ENDINGS:
        raise NotPossible(
            _(
                "A synthesis is written as {endings}. Give the file one of these endings; nothing was written."
            ).format(endings=", ".join(f".{ending}" for ending in ENDINGS))
        )
    return kind


def _material(work: UnitOfWork, session: RecordId) -> Material:
    """Everything that hangs on a session, read in one look."""
    found = work.records.get(Session, session)

    def own(kind: type[R]) -> tuple[R, ...]:
        return tuple(work.records.all(kind, session=session))

    sheets, boxes, statements = own(Sheet), own(Box), filed(work, _typed(work, Statement, session))
    lines, tags = _typed(work, Line, session), theme_tags(work)
    sources = _sources(work, session)
    borne = bonds(work, [line.id for line in lines])
    return Material(
        consultation=_consultation(work),
        session=found,
        parent=parent_of(work, found),
        frame=tuple(FrameNode(tag.id, tag.code, tag.label) for tag in tags.values()),
        focus=focus(work, session=session),
        attendance=as_listed(own(Attendance), {one.id: one.name for one in work.records.all(Organisation)}),
        marks=own(AttendanceMark),
        people=by_name(work.records.all(Person)),
        groups=own(Group),
        sheets=sheets,
        forms=_forms(work, sheets, boxes),
        minutes=own(Minutes),
        parts=own(AgendaPart),
        lines=lines,
        themes=_themes(tags, borne),
        bonds=tuple(borne),
        sources=sources,
        reworded=_reworded(work, lines, sources),
        boxes=boxes,
        open_boxes=sum(box.session == session for box in work.boxes.all()),
        statements=statements,
        links=tuple(link for one in statements for link in work.records.all(StatementLink, statement=one.id)),
        returns=tuple(work.records.all(Return, about=session)),
        claims=tuple(work.records.all(Claim, about=session)),
        gathered=completeness(work, found),
        conflicts=tuple(one for one in asked_about(work) if _is_told_of(work, one, session)),
        responses=(responses := own(Response)),
        respondents={one.id: respondent(work, one) for one in responses},
        foldings=folded(work, session),
    )


def _consultation(work: UnitOfWork) -> Consultation:
    found = work.records.find(Consultation, work.facts.get("consultation")) or Consultation(id="")
    return replace(found, invented=said_by_nobody(found.invented)) if is_practice(work) else found


def _typed(work: UnitOfWork, kind: type[T], session: RecordId) -> tuple[T, ...]:
    """The lines or statements of a session, as they are being typed where somebody is at it."""
    drafts = [one.record for one in work.drafts.shown()]
    typed = {one.id: one for one in drafts if isinstance(one, kind) and one.session == session}
    kept = {one.id: one for one in work.records.all(kind, session=session)}
    return tuple(sorted((kept | typed).values(), key=lambda one: (one.order, one.id)))


def _sources(work: UnitOfWork, session: RecordId) -> tuple[LineSource, ...]:
    """Where the lines of the agreed minutes come from, if there are any (E1)."""
    agreed = [one for one in work.records.all(Minutes, session=session) if one.agreement is not None]
    lines = [line.id for one in agreed for line in work.records.all(Line, session=session, minutes=one.id)]
    return tuple(work.records.all(LineSource, line=lines)) if lines else ()


def _reworded(work: UnitOfWork, lines: Iterable[Line], sources: Iterable[LineSource]) -> frozenset[RecordId]:
    """The agreed lines in other words than those they were taken from (E1)."""
    told = origins(work, sorted({one.line for one in sources}))
    return frozenset(one.id for one in lines if reworded(one.text, told.get(one.id, ())))


def _themes(tags: Mapping[RecordId, ThemeTag], borne: Sequence[Bond]) -> dict[RecordId, tuple[str, ...]]:
    """The themes of each line, in the order of the frame; one that was only touched on says so (D10, D13)."""
    places = {theme: place for place, theme in enumerate(tags)}
    found: dict[RecordId, tuple[str, ...]] = {}
    for link in sorted((one for one in borne if one.theme in tags), key=lambda one: places[one.theme]):
        words = tags[link.theme].words()
        told = _("{theme} (touched on)").format(theme=words) if link.indirect else words
        found[link.line] = (*found.get(link.line, ()), told)
    return found


def _forms(work: UnitOfWork, sheets: Iterable[Sheet], boxes: Iterable[Box]) -> dict[RecordId, Form]:
    """Those of the forms that are here, as they are typed up where a written response answers them."""
    written = {sheet.form for sheet in sheets if sheet.response}
    asked = {*(sheet.form for sheet in sheets), *(box.form for box in boxes)}
    found = (work.records.find(Form, one) for one in sorted(asked))
    return {form.id: as_lines(form) if form.id in written else form for form in found if form is not None}


def _is_told_of(work: UnitOfWork, conflict: Conflict, session: RecordId) -> bool:
    """Whether a document tells of a conflict: not of who sent written feedback, as whom or how they are listed."""
    return conflict.kind != Response.__name__ and _session_of(work, conflict) == session


def _session_of(work: UnitOfWork, conflict: Conflict) -> RecordId:
    """The session a field in conflict tells of; empty if it is none, or of the themes of a line."""
    record = work.records.find(KINDS[conflict.kind], conflict.record)
    match record:
        case Session(id=session) | Claim(about=session) | Return(about=session):
            return session
        case StatementLink(statement=statement):
            stated = work.records.find(Statement, statement)
            return stated.session if stated else ""
    return str(getattr(record, "session", ""))
