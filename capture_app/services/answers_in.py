"""Bringing in what people answered in another tool: looked at first, then put into a box that stays open (F6).

The box is as local as the kiosk's until it is closed, so a newer export of the same questionnaire takes the place of
the one before, and nothing tells afterwards who came between. Neither times, names, addresses nor the order of rows
reach the workspace.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from capture_app.domain.answer_files.answers import Read, read_answers
from capture_app.domain.answer_files.folding import folded
from capture_app.domain.answer_files.matching import Use, Uses, matched
from capture_app.domain.answer_files.tools import Export, export_of
from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.record import RecordId
from capture_app.domain.records import Box, Consultation, Form, Session
from capture_app.domain.vocabulary import Promise, WayIn
from capture_app.services.answer_file_facts import (
    BoxFile,
    file_of_box,
    note_file_of_box,
    note_profile,
    profile_of,
)
from capture_app.services.done import Done
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = ["AnswerFile", "Brought", "Looked", "bring_in", "look_at", "read_answer_file"]


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers as it was read. Its rows are in memory only, for as long as somebody looks at it."""

    name: str
    sha256: str
    export: Export


@dataclass(frozen=True, slots=True)
class Looked:
    """What bringing a file in would do. `uses` are the columns as they are put to questions.

    not_in_file: keys of questions no column answers. there_already: this very file is in, so it would add nothing.
    replaces: how many answers of an earlier file it would take the place of; None where there is none.
    """

    form: Form
    uses: tuple[Uses, ...]
    read: Read
    not_in_file: tuple[str, ...]
    there_already: bool
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Brought:
    """How many answers are in now, and that nothing was added where the same file was in already."""

    count: int
    there_already: bool = False


def read_answer_file(path: Path) -> AnswerFile:
    """A file of answers; nothing of it is kept. Raises Refused, with the sentence to show, where it is none."""
    from capture_app.exchange.answers.reading import read_table  # loaded for the first of them

    table = read_table(path)
    export = export_of(table.rows)
    if not export.columns or not (export.rows or export.unfinished):
        raise NotPossible(_("There are no answers in this file, only its heads. Nothing was added."))
    return AnswerFile(table.name, table.sha256, export)


def look_at(
    workspace: Workspace,
    session: RecordId,
    form: RecordId,
    file: AnswerFile,
    put: Mapping[int, Uses] | None = None,
    *,
    with_unfinished: bool = False,
) -> Looked:
    """What a file holds for a questionnaire. `put`: columns put by hand, by their place; the rest by their words."""
    with workspace.unit_of_work() as work:
        work.records.get(Session, session)
        asked = work.records.get(Form, form)
        profile = profile_of(work, form)
        there = _there(work, session, form, file)
        opened = _open(work, session, form)
        replaces = next((box.count for box in work.boxes.all() if box.id == opened), None)
    uses = _put(matched(file.export.columns, asked.items), profile, put or {}, asked)
    read = _read(file.export, uses, asked, with_unfinished=with_unfinished)
    used = {use.item for use in uses}
    missing = tuple(key for key, item in ordered(asked.items) if is_asked(item) and key not in used)
    return Looked(asked, uses, read, missing, there, replaces)


def bring_in(
    workspace: Workspace,
    session: RecordId,
    file: AnswerFile,
    looked: Looked,
    *,
    unnamed: bool = False,
    expected: int | None = None,
) -> Done[Brought]:
    """Put the answers into the open box of files; they take the place of those of an earlier file.

    unnamed: the tool asked nobody who they were, so that they may be called anonymous if they are enough. Raises
    NotPossible, with nothing added, where no question is answered, or answers of a file were closed already.
    """
    form = looked.form.id
    if looked.there_already:
        return Done(Brought(looked.replaces or 0, there_already=True), Changes())
    if not looked.read.answers:
        raise NotPossible(
            _("No column of this file answers a question of “{form}”. Nothing was added.").format(
                form=looked.form.title
            )
        )
    with workspace.unit_of_work() as work:
        if any(
            box.form == form and box.way_in is WayIn.FILE for box in work.records.all(Box, session=session)
        ):
            raise NotPossible(_closed_already())
        box = _open(work, session, form) or _open_for(
            work, session, form, expected, enough=unnamed and not file.export.names_people, looked=looked
        )
        count = work.boxes.fill(box, looked.read.answers)
        note_file_of_box(work, box, BoxFile(file.name, file.sha256))
        note_profile(work, form, {folded(_head(use)): _where(use) for use in looked.uses})
        work.commit()
    workspace.leave_no_trace()
    return Done(Brought(count), Changes(frozenset({box}), frozenset({"OpenBox"})))


def _open_for(
    work: UnitOfWork, session: RecordId, form: RecordId, expected: int | None, *, enough: bool, looked: Looked
) -> RecordId:
    found = work.records.find(Consultation, work.facts.get("consultation")) or Consultation(id="")
    anonymous = enough and len(looked.read.answers) >= found.threshold
    promise = Promise.ANONYMOUS if anonymous else Promise.CONFIDENTIAL
    return work.boxes.open(session, form, WayIn.FILE, expected, found.threshold, promise)


def _open(work: UnitOfWork, session: RecordId, form: RecordId) -> RecordId:
    """The open box of answers that came in files; empty where there is none."""
    found = [
        one for one in work.boxes.all() if (one.session, one.form, one.way_in) == (session, form, WayIn.FILE)
    ]
    return found[0].id if found else ""


def _there(work: UnitOfWork, session: RecordId, form: RecordId, file: AnswerFile) -> bool:
    closed = [box for box in work.records.all(Box, session=session) if box.form == form]
    opened = _open(work, session, form)
    known = {box.sha256 for box in closed} | ({file_of_box(work, opened).sha256} if opened else set())
    return file.sha256 in known


def _closed_already() -> str:
    return _(
        "The answers of a file were closed for this questionnaire already, and a newer file would hold them again. "
        "Nothing was added. If they are to be replaced, the project lead erases the closed ones first."
    )


def _read(export: Export, uses: Sequence[Uses], form: Form, *, with_unfinished: bool) -> Read:
    rows = [*export.rows, *(export.unfinished if with_unfinished else ())]
    return read_answers(rows, uses, form.items, export.separators)


def _put(
    uses: tuple[Uses, ...], profile: Mapping[str, str], put: Mapping[int, Uses], form: Form
) -> tuple[Uses, ...]:
    """By hand first, then as the last time, then by their words."""
    found = []
    for use in uses:
        known = profile.get(folded(_head(use)))
        if use.column.place in put:
            use = put[use.column.place]
        elif known is not None:
            use = _as_before(use, known, form)
        found.append(use)
    return tuple(found)


def _head(use: Uses) -> str:
    return f"{use.column.question} [{use.column.part}]" if use.column.part else use.column.question


def _where(use: Uses) -> str:
    return "/".join((use.item, use.use.value, use.part)) if use.item else ""


def _as_before(use: Uses, known: str, form: Form) -> Uses:
    item, kind, part = known.split("/", 2) if known else ("", Use.ANSWER.value, "")
    return replace(use, item=item, use=Use(kind), part=part) if not item or item in form.items else use
