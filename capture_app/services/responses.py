"""What a lead does with written feedback: type it up, note its file and a return, make a form of a worksheet."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from capture_app.domain.errors import NotPossible
from capture_app.domain.forms.in_writing import in_writing
from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Line, Organisation, Response, Return, Session, Sheet
from capture_app.domain.totals import session_words
from capture_app.domain.values import Option
from capture_app.domain.vocabulary import FormPurpose, Scale
from capture_app.reports.names import verdict_words
from capture_app.reports.respondents import promise_title, told_words, twice_words
from capture_app.services.done import Done
from capture_app.services.editions import family_of
from capture_app.services.keeping import Step, Together, step_of
from capture_app.services.written import paste_words, respondent, sheet_to_type
from capture_app.store.workspace import Workspace
from capture_app.words import _, n_

__all__ = [
    "FileNoted",
    "lines_of_words",
    "make_written_form",
    "note_file",
    "note_return",
    "promise_title",
    "response_facts",
    "told_words",
    "twice_words",
    "type_up",
    "what_file",
]


@dataclass(frozen=True, slots=True)
class FileNoted:
    """What is kept of a file that stays where it is: its name without the folder, and the SHA-256 of its bytes."""

    name: str
    digest: str


def type_up(workspace: Workspace, response: RecordId) -> Done[RecordId]:
    """The sheet on which a response is typed up. Raises NotPossible where it is filed under no session."""
    with workspace.unit_of_work() as work:
        sheet = sheet_to_type(work, work.records.get(Response, response))
        return Done(sheet.id, work.commit())


def lines_of_words(workspace: Workspace, response: RecordId) -> Done[int]:
    """Make a line of each paragraph of the words that came; gives how many. Raises NotPossible as `type_up` does."""
    with workspace.unit_of_work() as work:
        made = paste_words(work, work.records.get(Response, response))
        return Done(made, work.commit())


def what_file(path: Path) -> FileNoted:
    """A file by name and digest; it is only read. Raises NotPossible where it cannot be."""
    try:
        with path.open("rb") as file:
            return FileNoted(path.name, file_digest(file, "sha256").hexdigest())
    except OSError:
        raise NotPossible(
            _("{file} cannot be read, so nothing was noted of it. Look whether it is still there.").format(
                file=path.name
            )
        ) from None


def note_file(workspace: Workspace, response: RecordId, file: FileNoted) -> Done[Step]:
    """Note at a response in which file it is kept. The file itself is not taken in (G5)."""
    with workspace.unit_of_work() as work:
        together = Together(work)
        found = work.records.get(Response, response)
        together.save(replace(found, file_name=file.name, file_digest=file.digest))
        return together.done()


def note_return(workspace: Workspace, response: RecordId) -> Done[Step]:
    """Note that this organisation gave something back; the two are not joined in any way (F5).

    Raises NotPossible where it came from no organisation, or the return stands there already.
    """
    with workspace.unit_of_work() as work:
        found = work.records.get(Response, response)
        body = work.records.find(Organisation, found.organisation) if found.organisation else None
        if body is None:
            raise NotPossible(
                _("Choose the organisation first. A return is of an organisation, and names no person.")
            )
        if work.records.count(Return, about=found.session, organisation=body.id):
            raise NotPossible(
                _("A return of this organisation stands at the session already. Nothing was added.")
            )
        together = Together(work)
        made = Return(id=new_id(), about=found.session, organisation=body.id, listing=body.name)
        together.save(replace(made, returned_on=found.received.given))
        return together.done()


def response_facts(workspace: Workspace) -> Mapping[RecordId, str]:
    """For each response: who wrote as they wish to be listed, when it came and how many lines there are of it."""
    with workspace.unit_of_work() as work:
        sheets = {one.id: one.response for one in work.records.all(Sheet) if one.response}
        tally = work.records.tally(Line, ("sheet",), sheet=list(sheets)) if sheets else {}
        counts: dict[RecordId, int] = {}
        for (sheet,), count in tally.items():
            counts[sheets[sheet]] = counts.get(sheets[sheet], 0) + count
        sessions = {one.id: session_words(one) for one in work.records.all(Session)}
        return {
            one.id: " · ".join(
                part
                for part in (
                    respondent(work, one),
                    sessions.get(one.session, _("filed under no session yet")),
                    one.received.given,
                    n_("{count} line", "{count} lines", counts.get(one.id, 0)),
                )
                if part
            )
            for one in work.records.all(Response)
        }


def make_written_form(workspace: Workspace, worksheet: RecordId) -> Done[Step]:
    """A written form with the questions of a worksheet, which keep their ids (G2). Raises NotPossible for other forms.

    What it says is left to its author.
    """
    with workspace.unit_of_work() as work:
        found = work.records.get(Form, worksheet)
        if found.purpose is not FormPurpose.WORKSHEET:
            raise NotPossible(_("Only of a worksheet a written form is made. Nothing was added."))
        title = _("{title}, in writing").format(title=found.title) if found.title else ""
        made = replace(
            found,
            id=new_id(),
            family="",
            edition=1,
            reason="",
            purpose=FormPurpose.WRITTEN_FEEDBACK,
            title=title,
            items=in_writing(found.items, _verdicts()),
            mirrors=family_of(found),
        )
        work.records.save(made)
        return Done(step_of(work, Form.__name__, made.id, None), work.commit())


def _verdicts() -> dict[Scale, tuple[Option, ...]]:
    """What a list is decided with, scale by scale; for and against is written in words."""
    decided = [scale for scale in Scale if scale not in (Scale.NONE, Scale.WEIGHING)]
    return {
        scale: tuple(Option(id=verdict.value, label=word) for verdict, word in verdict_words(scale).items())
        for scale in decided
    }
