"""Writing down what is said: worksheet lines, minutes, figures and headcounts.

While somebody types, `type_line` keeps a draft at once; `leave_line` makes it a change of the record.
"""

from dataclasses import replace
from datetime import datetime

from capture_app.domain.ids import link_id, new_id
from capture_app.domain.option_lines import says_nothing
from capture_app.domain.ordering import between
from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Line, LineTheme, Minutes, Sheet
from capture_app.domain.seen import NOTHING, Seen
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given
from capture_app.services.done import Done
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace


def my_minutes(workspace: Workspace, session: RecordId, taker: str) -> Done[RecordId]:
    """This laptop's own stream of minutes for a session, begun if there is none yet."""
    with workspace.unit_of_work() as work:
        own = link_id("Minutes", session, work.author.device)
        if work.records.find(Minutes, own) is None:
            work.records.save(Minutes(id=own, session=session, taker=taker))
        return Done(own, work.commit())


def new_line(after: str = "", before: str = "") -> Line:
    """An empty line between two order keys, known to nobody yet."""
    return Line(id=new_id(), order=between(after, before))


def type_line(workspace: Workspace, line: Line, seen: Seen = NOTHING) -> datetime:
    """Keep a line as typed so far; gives the time at which it was safe on the disk."""
    with workspace.unit_of_work() as work:
        work.drafts.put(line, seen)
        work.commit()
    return datetime.now().astimezone()


def leave_line(workspace: Workspace, line: RecordId) -> Done[Seen]:
    """Make a line's draft a change of its record; gives what the next edit stands on.

    An option to which nothing is said any more is taken away: it stands on the sheet without a line (D2).
    """
    with workspace.unit_of_work() as work:
        _keep_draft(work, line)
        return Done(work.records.seen(Line, line), work.commit())


def keep_line(workspace: Workspace, line: Line, seen: Seen = NOTHING) -> Done[Seen]:
    """Keep a line at once; its draft, if any, is settled by it."""
    with workspace.unit_of_work() as work:
        work.drafts.drop(line.id)
        work.records.save(line, seen)
        return Done(work.records.seen(Line, line.id), work.commit())


def keep_all(workspace: Workspace) -> Done[int]:
    """Make every draft a change; gives how many there were."""
    with workspace.unit_of_work() as work:
        lines = [one.record.id for one in work.drafts.all() if isinstance(one.record, Line)]
        count = sum(_keep_draft(work, line) for line in lines)
        return Done(count + len(work.drafts.keep_all()), work.commit())


def remove_line(workspace: Workspace, line: RecordId) -> Done[None]:
    """Take a line away; it can be brought back."""
    return _mark_deleted(workspace, line, True)


def bring_back_line(workspace: Workspace, line: RecordId) -> Done[None]:
    """Bring back a line that was taken away."""
    return _mark_deleted(workspace, line, False)


def fill_in(workspace: Workspace, sheet: RecordId, item: str, answer: Answer | None) -> Done[None]:
    """Answer one item of a worksheet that is not written as lines; None takes the answer back."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        answers = {key: value for key, value in found.answers.items() if key != item}
        if answer is not None:
            answers[item] = answer
        work.records.save(replace(found, answers=answers))
        return Done(None, work.commit())


def not_discussed(workspace: Workspace, sheet: RecordId, item: str) -> Done[None]:
    """Say that a group did not come to an item (D14)."""
    return fill_in(workspace, sheet, item, Answer(given=Given.NOT_DISCUSSED))


def count_heads(
    workspace: Workspace, sheet: RecordId, headcount: int | None, remote: int | None
) -> Done[None]:
    """How many sit in the group, and how many of them joined remotely; None where nobody counted."""
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        work.records.save(replace(found, headcount=headcount, remote_headcount=remote))
        return Done(None, work.commit())


def _mark_deleted(workspace: Workspace, line: RecordId, deleted: bool) -> Done[None]:
    with workspace.unit_of_work() as work:
        work.drafts.keep(line)
        found = work.records.find(Line, line)
        if found is not None:
            work.records.save(replace(found, deleted=deleted))
        return Done(None, work.commit())


def _keep_draft(work: UnitOfWork, line: RecordId) -> bool:
    """Make a line's draft a change; whether it was one."""
    draft = work.drafts.get(line)
    if draft is None or not isinstance(draft.record, Line) or not _says_nothing(work, draft.record):
        return work.drafts.keep(line) is not None
    work.drafts.drop(line)
    if work.records.find(Line, line) is None:
        return False
    return work.records.save(replace(draft.record, deleted=True), draft.seen) is not None


def _says_nothing(work: UnitOfWork, line: Line) -> bool:
    """Whether nothing would be lost with a line: no theme is on it, and no other laptop decided otherwise."""
    sheet = work.records.find(Sheet, line.sheet) if line.option else None
    form = work.records.find(Form, sheet.form) if sheet else None
    if form is None or not says_nothing(line, form.items.get(line.item)):
        return False
    view = work.records.view(line.id)
    return not (view and view.conflicts) and not work.records.count(LineTheme, line=line.id)
