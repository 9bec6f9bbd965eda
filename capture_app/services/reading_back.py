"""Reading a worksheet back to its group, closing it, and opening it again (D1).

What a group has said of a line holds for the words it heard: whoever changes them later changes nothing of that,
and the line counts as not read back.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from capture_app.domain.errors import NotPossible
from capture_app.domain.record import RecordId
from capture_app.domain.records import Line, Sheet
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Heard, SheetState
from capture_app.domain.weighing import weighing_of
from capture_app.services.differing import lines_decided_otherwise
from capture_app.services.done import Done
from capture_app.services.pages import sheet_view
from capture_app.services.read_when import read_when
from capture_app.services.wording import decided_words
from capture_app.store.unit_of_work import UnitOfWork
from capture_app.store.workspace import Workspace
from capture_app.words import _

__all__ = [
    "ReadBack",
    "Said",
    "close",
    "confirm_rest",
    "correct",
    "mark",
    "read_back",
    "reopen",
    "was_read_back",
]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one question; the parking lot is one too, with `number` 0.

    versions: of lines about which laptops decided otherwise, what each of them has.
    """

    number: int
    prompt: str
    lines: tuple[Line, ...]
    item: Item | None = None
    versions: Mapping[RecordId, tuple[Line, ...]] = field(default_factory=dict)

    def words(self, line: Line) -> str:
        """What is read of a line: what the group decided about it, and its words."""
        decided = decided_words(self.item, line, self.versions.get(line.id, ()))
        return ": ".join(part for part in (decided, line.text) if part)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What is read to a group, of every question to which something was said."""

    sheet: Sheet
    group: str
    questions: tuple[Said, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in the order in which they are read."""
        return tuple(line for question in self.questions for line in question.lines)

    def count(self, *heard: Heard | None) -> int:
        """Of how many lines the group has said one of these; None counts those it has not heard."""
        return sum(line.spoken_of in heard for line in self.lines)


def read_back(workspace: Workspace, sheet: RecordId) -> ReadBack:
    """A worksheet to read to its group. Raises NotPossible if it is not here."""
    view = sheet_view(workspace, sheet)
    with workspace.unit_of_work() as work:
        lines, versions = _said(work, view.sheet), lines_decided_otherwise(work)
    by_item: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_item["" if line.parked else line.item].append(line)
    questions = [
        Said(item.number, item.item.prompt, _in_columns(by_item[item.id], item.item), item.item, versions)
        for item in view.items
    ]
    parked = Said(0, _("Parking lot"), tuple(by_item[""]))
    return ReadBack(view.sheet, view.group.label, tuple(one for one in (*questions, parked) if one.lines))


def mark(workspace: Workspace, line: RecordId, heard: Heard | None) -> Done[None]:
    """Note what the group said of a line as it stands; None takes that back."""
    with workspace.unit_of_work() as work:
        work.records.save(_marked(work.records.get(Line, line), heard))
        return Done(None, work.commit())


def correct(workspace: Workspace, line: RecordId, words: str) -> Done[None]:
    """Put what the group says instead; what stood before stays in the history. Raises NotPossible without words."""
    if not words.strip():
        raise NotPossible(_("A line needs words. Nothing was changed; take the line away on the worksheet."))
    with workspace.unit_of_work() as work:
        corrected = replace(work.records.get(Line, line), text=words.strip())
        work.records.save(_marked(corrected, Heard.CORRECTED))
        return Done(None, work.commit())


def confirm_rest(workspace: Workspace, sheet: RecordId) -> Done[int]:
    """The group agrees with every line of which it has not said anything else: the worksheet is read back.

    Gives how many lines that confirmed.
    """
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        unheard = [line for line in _said(work, found) if line.spoken_of is None]
        for line in unheard:
            work.records.save(_marked(line, Heard.CONFIRMED))
        work.records.save(replace(found, state=SheetState.READ_BACK))
        return Done(len(unheard), work.commit())


def close(workspace: Workspace, sheet: RecordId) -> Done[None]:
    """Nothing more is written on a worksheet, whether or not it was read back."""
    with workspace.unit_of_work() as work:
        work.records.save(replace(work.records.get(Sheet, sheet), state=SheetState.CLOSED))
        return Done(None, work.commit())


def reopen(workspace: Workspace, sheet: RecordId, why: str) -> Done[None]:
    """Write on a worksheet again; what stood when it was closed stays in the history, and what was read back counts so.

    Raises NotPossible without a reason.
    """
    if not why.strip():
        raise NotPossible(_("Say why it is opened again. That is kept with the worksheet."))
    with workspace.unit_of_work() as work:
        found = work.records.get(Sheet, sheet)
        state = SheetState.READ_BACK if was_read_back(work, found) else SheetState.OPEN
        work.records.save(replace(found, state=state, reopened_because=why.strip()))
        return Done(None, work.commit())


def was_read_back(work: UnitOfWork, sheet: Sheet) -> bool:
    """Whether a worksheet counts as read back to its group, also where it was closed after that."""
    if sheet.state is not SheetState.CLOSED:
        return sheet.state is SheetState.READ_BACK
    return read_when(work, sheet) is not None


def _said(work: UnitOfWork, sheet: Sheet) -> list[Line]:
    """What was said in the group, in order."""
    lines = work.records.all(Line, session=sheet.session, sheet=sheet.id)
    return [line for line in lines if line.is_said]


def _in_columns(lines: list[Line], item: Item) -> tuple[Line, ...]:
    """Where a question weighs: all that is for something, then all that is against it (D5)."""
    weighing = weighing_of(item)
    return tuple(sorted(lines, key=weighing.key) if weighing else lines)


def _marked(line: Line, heard: Heard | None) -> Line:
    if heard is None:
        return replace(line, heard=None, heard_as="", heard_stance=None)
    return replace(line, heard=heard, heard_as=line.to_hear, heard_stance=line.stance or "")
