"""Bringing in what people answered in another tool: looked at first, then put into a box that stays open (F6).

The box is as local as the kiosk's until it is closed, so a newer export of the same questionnaire takes the place of
the one before, and nothing tells afterwards who came between. Neither times, names, addresses nor the order of rows
reach the workspace. Until it is closed it can be taken out again, and nothing is left of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from capture_app.domain.answer_files.answers import Read, read_answers
from capture_app.domain.answer_files.habits import Habits
from capture_app.domain.answer_files.matching import Uses, matched, used_twice
from capture_app.domain.answer_files.tools import Export, export_of
from capture_app.domain.changes import Changes
from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.course import is_asked, ordered
from capture_app.domain.forms.languages import in_language
from capture_app.domain.record import RecordId
from capture_app.domain.records import Consultation, Form, Session
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Promise, WayIn
from capture_app.services.answer_file_facts import (
    BoxFile,
    file_of_box,
    forget_file_of_box,
    note_file_of_box,
)
from capture_app.services.answer_profiles import forget_meanings, note_profile, profile_of
from capture_app.services.closed_boxes import closed_boxes
from capture_app.services.done import Done
from capture_app.store.boxes import OpenBox
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = ["AnswerFile", "Brought", "Chosen", "Looked", "bring_in", "look_at", "read_answer_file", "take_out"]


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers as it was read. Its rows are in memory only, for as long as somebody looks at it."""

    name: str
    sha256: str
    export: Export


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person said of a file. `put`: columns put by hand, by their place; the rest go by their words.

    meant: by question, what words mean that fit none of its options: an option's id, RATHER or BLANK. habits: how
    days and numbers are written, where the file does not tell.
    """

    put: Mapping[int, Uses] = field(default_factory=dict)
    meant: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    habits: Habits = Habits()
    with_unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What bringing a file in would do. `uses` are the columns as they are put to questions.

    chosen: what was said of it, now and for an earlier file. not_in_file: keys of questions no column answers.
    there_already: this very file is in, read in this very way, so it would add nothing. replaces: how many answers of
    an earlier file, or of this one read otherwise, it would take the place of; None where there are none. elsewhere:
    the label of another session that has the same file.
    """

    form: Form
    uses: tuple[Uses, ...]
    chosen: Chosen
    read: Read
    not_in_file: tuple[str, ...]
    there_already: bool
    replaces: int | None
    elsewhere: str

    @property
    def twice(self) -> tuple[Uses, ...]:
        """Columns put where another one is already."""
        return used_twice(self.uses)


@dataclass(frozen=True, slots=True)
class Brought:
    """How many answers are in now, and that nothing was added where the same file was in already."""

    count: int
    there_already: bool = False


_NOTHING_SAID = Chosen()


def read_answer_file(path: Path) -> AnswerFile:
    """A file of answers; nothing of it is kept. Raises Refused, with the sentence to show, where it is none."""
    from capture_app.exchange.answers.reading import read_table  # loaded for the first of them

    table = read_table(path)
    export = export_of(table.rows)
    if not export.columns or not (export.rows or export.unfinished):
        raise NotPossible(_("There are no answers in this file, only its heads. Nothing was added."))
    if export.beyond:
        raise NotPossible(_beyond_words(export.beyond))
    return AnswerFile(table.name, table.sha256, export)


def look_at(
    workspace: Workspace, session: RecordId, form: RecordId, file: AnswerFile, chosen: Chosen = _NOTHING_SAID
) -> Looked:
    """What a file holds for a questionnaire, given what a person said of it, now or for an earlier file."""
    with workspace.unit_of_work() as work:
        work.records.get(Session, session)
        asked = work.records.get(Form, form)
        profile = profile_of(work, form)
        uses = profile.put(_matched(file.export, asked), chosen.put, asked)
        said = replace(chosen, meant=profile.with_meanings(chosen.meant))
        read = _read(file.export, uses, asked, said)
        before = work.boxes.find(session, form, WayIn.FILE)
        there = _was_closed(work, session, form, file) or _is_in(work, before, file, read)
        elsewhere = _elsewhere(work, session, file)
    used = {use.item for use in uses}
    missing = tuple(key for key, item in ordered(asked.items) if is_asked(item) and key not in used)
    replaces = before.count if before else None
    return Looked(asked, uses, said, read, missing, there, replaces, elsewhere)


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
    with workspace.unit_of_work() as work:
        before = work.boxes.find(session, form, WayIn.FILE)
        if _was_closed(work, session, form, file) or _is_in(work, before, file, looked.read):
            return Done(
                Brought(before.count if before else looked.read.heap.count, there_already=True), Changes()
            )
        _check(work, session, looked)
        if before:
            work.boxes.discard(before.id)
            forget_file_of_box(work, before.id)
        box = _open_for(
            work,
            session,
            form,
            before.expected if before and expected is None else expected,
            enough=unnamed and not file.export.names_people,
            count=looked.read.heap.count,
        )
        count = work.boxes.fill(box, looked.read.heap)
        note_file_of_box(work, box, BoxFile(file.name, file.sha256))
        note_profile(work, looked.form, looked.uses, looked.chosen.meant, looked.read.understood)
        work.commit()
    if before:
        _leave_nothing_of(workspace)
    else:
        workspace.leave_no_trace()
    touched = {box, before.id} if before else {box}
    return Done(Brought(count), Changes(frozenset(touched), frozenset({"OpenBox"})))


def take_out(workspace: Workspace, box: RecordId) -> Changes:
    """Take the answers of a file out again, before they are closed. The workspace is rewritten; nothing is left.

    Raises NotPossible where people answered into this box here: what they gave is not taken from them.
    """
    with workspace.unit_of_work() as work:
        found = next((one for one in work.boxes.all() if (one.id, one.way_in) == (box, WayIn.FILE)), None)
        if found is None:
            raise NotPossible(
                _("Only answers of a file that are still open can be taken out. Nothing was changed.")
            )
        work.boxes.discard(box)
        forget_file_of_box(work, box)
        forget_meanings(work, found.form)
        work.commit()
    _leave_nothing_of(workspace)
    return Changes(frozenset({box}), frozenset({"OpenBox"}))


def _leave_nothing_of(workspace: Workspace) -> None:
    """Neither in the file nor in a backup: two states of a box would tell who came between them."""
    workspace.rewrite()
    workspace.back_up(closing=True)


def _check(work: UnitOfWork, session: RecordId, looked: Looked) -> None:
    """Raises NotPossible where there is nothing to add, or nothing may be."""
    if not looked.read.heap.count:
        raise NotPossible(
            _("No column of this file answers a question of “{form}”. Nothing was added.").format(
                form=looked.form.title
            )
        )
    if closed_boxes(work, session=session, form=looked.form.id, way_in=WayIn.FILE):
        raise NotPossible(_closed_already())


def _open_for(
    work: UnitOfWork, session: RecordId, form: RecordId, expected: int | None, *, enough: bool, count: int
) -> RecordId:
    """A new box for each file: what an earlier one promised holds for nobody else."""
    found = work.records.find(Consultation, work.facts.get("consultation")) or Consultation(id="")
    promise = Promise.ANONYMOUS if enough and count >= found.threshold else Promise.CONFIDENTIAL
    return work.boxes.open(session, form, WayIn.FILE, expected, found.threshold, promise)


def _was_closed(work: UnitOfWork, session: RecordId, form: RecordId, file: AnswerFile) -> bool:
    """Whether these bytes were closed here already."""
    return bool(closed_boxes(work, session=session, form=form, sha256=file.sha256))


def _is_in(work: UnitOfWork, box: OpenBox | None, file: AnswerFile, read: Read) -> bool:
    """Whether these bytes are in an open box, and were read in the same way."""
    same = box is not None and file_of_box(work, box.id).sha256 == file.sha256
    return box is not None and same and work.boxes.holds(box.id, read.heap)


def _elsewhere(work: UnitOfWork, session: RecordId, file: AnswerFile) -> str:
    """The label of another session, into which the same file came; empty for none."""
    found = {box.session for box in closed_boxes(work, sha256=file.sha256)}
    opened = work.boxes.sessions()
    found |= {opened[box] for box in opened if file_of_box(work, box).sha256 == file.sha256}
    return next((work.records.get(Session, one).label for one in sorted(found - {session})), "")


def _beyond_words(count: int) -> str:
    words = n_(
        "{count} row holds more than there are heads for, so an answer may stand under another question.",
        "{count} rows hold more than there are heads for, so answers may stand under other questions.",
        count,
    )
    what = _(
        "Nothing was added. If a comma parts an answer in two, export the file again as .xlsx. If a column has no "
        "head, give it one."
    )
    return f"{words} {what}"


def _closed_already() -> str:
    return _(
        "The answers of a file were closed for this questionnaire already, and a newer file would hold them again. "
        "Nothing was added. If they are to be replaced, the project lead erases the closed ones first."
    )


def _matched(export: Export, form: Form) -> tuple[Uses, ...]:
    """The columns as they are put, by the language of the form that has most of their heads."""
    found = [matched(export.columns, items) for items in (form.items, *_in_others(form))]
    return max(found, key=lambda uses: sum(bool(use.item) for use in uses))


def _in_others(form: Form) -> list[Mapping[str, Item]]:
    return [in_language(form, language).items for language in form.languages]


def _read(export: Export, uses: Sequence[Uses], form: Form, chosen: Chosen) -> Read:
    rows = [*export.rows, *(export.unfinished if chosen.with_unfinished else ())]
    return read_answers(
        rows,
        uses,
        form.items,
        export.separators,
        meant=chosen.meant,
        said=chosen.habits,
        others=_in_others(form),
    )
