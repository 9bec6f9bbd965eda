"""Chats and polls out of files that Zoom or Teams wrote: read, and compared with what is there (practice 2.6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from capture_app.domain.ids import new_id
from capture_app.domain.meeting_file import MeetingFile, Said
from capture_app.domain.ordering import between
from capture_app.domain.pasted import PastedLine
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Side
from capture_app.services.done import Done
from capture_app.services.keeping import Step, Together
from capture_app.store.workspace import Workspace

__all__ = ["add_lines", "chat_there", "read_meeting_file"]


def read_meeting_file(path: Path) -> MeetingFile:
    """What a file holds; it is only read, and nothing of it is kept. Raises Refused where it is no chat and no poll."""
    from capture_app.exchange import meeting_file  # what takes files apart is loaded for the first of them

    return meeting_file.read_meeting_file(path)


def chat_there(workspace: Workspace, *, sheet: RecordId = "", minutes: RecordId = "") -> tuple[Said, ...]:
    """What stands in a worksheet or in a stream of minutes at the side of the chat.

    Lines that were set aside are among it, so that the same file does not bring their words back.
    """
    with workspace.unit_of_work() as work:
        found = work.projection.values_of_every(
            Line, "sheet", "minutes", "side", "deleted", "said_at", "text"
        )
    return tuple(
        (said_at[11:16], text)
        for at_sheet, at_minutes, side, deleted, said_at, text in found
        if (at_sheet, at_minutes) == (sheet, minutes) and side == Side.CHAT and not deleted
    )


def add_lines(
    workspace: Workspace, blank: Line, lines: Sequence[PastedLine], *, after: str, day: str, now: datetime
) -> Done[Step]:
    """Write lines of a file, worded as they are to stand, below the line with the order key `after`; one step to undo.

    `blank` says where they belong. Their times are of `day` ("2024-05-16"); what has none was said `now`, as far as
    anybody can tell.
    """
    with workspace.unit_of_work() as work:
        together = Together(work)
        for line in lines:
            after = between(after)
            said_at = f"{day or f'{now:%Y-%m-%d}'}T{line.time}" if line.time else f"{now:%Y-%m-%dT%H:%M}"
            made = replace(blank, id=new_id(), side=Side.CHAT, said_at=said_at, order=after)
            together.save(replace(made, text=line.text, level=line.level))
        return together.done()
