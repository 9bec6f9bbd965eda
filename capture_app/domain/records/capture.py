"""What is written down in the room: sheets, minutes, and the lines in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from capture_app.domain.record import Record, RecordId, parts, person, searchable
from capture_app.domain.values import Answer, DateGiven
from capture_app.domain.vocabulary import (
    ActionState,
    Agreement,
    Attribution,
    Heard,
    LineKind,
    Permission,
    SheetState,
    Side,
    Stance,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Record):
    """One group's filled worksheet (D1; report p. 11, "completed worksheets").

    `answers` holds, by item id, what is not written as lines: figures, choices, "not discussed".
    `headcount` is how many sat in the group, `remote_headcount` how many of them joined remotely.
    `reopened_because` says why a worksheet that was read back or closed was opened again. `typed_by` names those to
    whom the keyboard was handed over, as they were typed, with commas between; nobody has to be named (I11).
    `response` is the written response that was typed up on it, where it is no group's, and `respondent` whose words
    these are, so that erasing them takes the words along (G5).
    """

    session: RecordId = ""
    group: RecordId = ""
    form: RecordId = ""
    state: SheetState = SheetState.OPEN
    headcount: int | None = None
    remote_headcount: int | None = None
    answers: Mapping[str, Answer] = parts()
    reopened_because: str = ""
    typed_by: str = ""
    response: RecordId = ""
    respondent: RecordId | None = person()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """A photograph of a flip chart or of a worksheet on paper, to be typed up beside it (D1, delight 16).

    `image` is a JPEG in base64, of at most `width` by `height` pixels and so small that it travels like any text; it
    has nothing of what the camera noted about place and time. `item` is the question at which it was added. Written
    once: each version would hold all of it again.
    """

    session: RecordId = ""
    sheet: RecordId = ""
    item: str = ""
    image: str = ""
    width: int = 0
    height: int = 0
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Record):
    """One taker's stream of minutes for a session; streams are never silently merged (E1).

    `taker` names who took them, with commas between where the keyboard was handed over (I11).
    `agreement` is None for these. Otherwise they are the session's agreed version, or are still on the way to it:
    nobody took them, and a `LineSource` says from which lines of the streams each of their lines came.
    """

    session: RecordId = ""
    taker: str = ""
    order: str = ""
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Record):
    """One thing that was said, noted or observed: the unit of evidence (D10, D12, E2, E3).

    It belongs to an item of a sheet (`sheet`, `item`) or to a part of the minutes (`minutes`, `part`).
    `said_at` is local time to the minute, "2023-05-16T11:16". `hands` of `hands_of` were raised.
    `level` is how far it is indented under the line before it. `heard` is what the group said when it was read
    back, `heard_as` the words it heard and `heard_stance` the stance, empty for none: of other words, or where another
    stance stands, nobody has said anything (see `spoken_of`). None is a stance nobody noted, in earlier files.
    `verdict` is what the group decided about it, in the words of its item's scale; `option` is the one of the item's
    options it began as, `priority` marks what matters most, and `reference` says where to find it (D2 to D8).
    Of an action, `owner` is who does it, `due` by when as given, `action_state` what became of it (D15). An incident
    `lasted` so many minutes, and so many people were `affected` (practice 2.6). `respondent` is whose written
    response it was taken from; nobody is told it (G5).
    """

    session: RecordId = ""
    sheet: RecordId = ""
    item: str = ""
    minutes: RecordId = ""
    part: RecordId = ""
    text: str = searchable()
    line_kind: LineKind = LineKind.POINT
    stance: Stance | None = None
    side: Side | None = None
    attribution: Attribution = Attribution.NONE
    who: RecordId | None = person()
    organisation: RecordId = ""
    permission: Permission = Permission.NOT_ASKED
    hands: int | None = None
    hands_of: int | None = None
    said_at: str = ""
    parked: bool = False
    level: int = 0
    order: str = ""
    heard: Heard | None = None
    heard_as: str = ""
    heard_stance: str | None = None
    option: str = ""
    verdict: Verdict | None = None
    priority: bool = False
    reference: str = searchable()
    owner: str = searchable()
    due: DateGiven = DateGiven(given="")
    action_state: ActionState = ActionState.OPEN
    lasted: int | None = None
    affected: int | None = None
    respondent: RecordId | None = person()

    @property
    def is_said(self) -> bool:
        """Whether somebody in the group said it: it has words, and is no note of whoever writes."""
        return said_by_group(self.text, self.line_kind)

    @property
    def to_hear(self) -> str:
        """What is read to the group: the words, and before them what it decided."""
        return _to_hear(self.text, self.verdict)

    @property
    def spoken_of(self) -> Heard | None:
        """What the group said of the line as it stands now; None where it has not heard it so."""
        return still_heard(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTheme(Record):
    """A line bears on a theme. Made twice, on two laptops, it has the same id and is one (D10, D13)."""

    line: RecordId = ""
    theme: RecordId = ""
    indirect: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSource(Record):
    """A line of agreed minutes was taken from a line of somebody's stream (E1).

    `stood` names the revisions that this line then stood on, by id and with a space between, so that what was
    changed in it since can be told. Its words are not copied, so that erasing it leaves none behind.
    """

    line: RecordId = ""
    taken_from: RecordId = ""
    stood: str = ""


def said_by_group(text: str, kind: LineKind) -> bool:
    """The same of a line of which no more than this was read."""
    own = (LineKind.SCRIBE_NOTE, LineKind.OBSERVATION, LineKind.INCIDENT)
    return bool(text.strip()) and kind not in own


class Heeded(Protocol):
    """What of a line says whether the group heard it as it stands."""

    @property
    def text(self) -> str: ...
    @property
    def verdict(self) -> Verdict | None: ...
    @property
    def stance(self) -> Stance | None: ...
    @property
    def heard(self) -> Heard | None: ...
    @property
    def heard_as(self) -> str: ...
    @property
    def heard_stance(self) -> str | None: ...


def still_heard(line: Heeded) -> Heard | None:
    """What the group said of a line (`Line.spoken_of`), of which no more than this was read."""
    as_heard = line.heard_stance in (None, line.stance or "")
    return line.heard if as_heard and line.heard_as == _to_hear(line.text, line.verdict) else None


def _to_hear(text: str, verdict: Verdict | None) -> str:
    return f"{verdict}: {text}" if verdict else text
