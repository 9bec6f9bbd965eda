"""How widely something was said within a session: its groups side by side, all, some or one (D11, K5).

What each group wrote is counted by itself: how the groups stood to a point is never made into one (D12). A group that
could not have spoken of something is told apart and is not in the number of which the others are a part.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from capture_app.domain.record import RecordId
from capture_app.domain.records import Form, Group, Sheet
from capture_app.domain.values import Answer
from capture_app.domain.vocabulary import Given, Heard, Stance

NO_THEME: RecordId = ""
"""The row of the lines that bear no theme."""

Bond = tuple[RecordId, RecordId, bool]
"""A line, a theme it bears on, and whether it only touches on it (D13)."""


class Standing(Enum):
    """What a group has to a question, or to a theme within one.

    Silent: it wrote to the question, but nothing of this theme. Nothing written and not discussed are two things (D14).
    """

    SPOKE = "spoke"
    TOUCHED = "touched"
    ANSWERED = "answered"
    SILENT = "silent"
    NOTHING = "nothing"
    NOT_DISCUSSED = "not discussed"
    EMPTY = "empty"
    NOT_ASKED = "not asked"
    NO_SHEET = "no sheet"


_SPOKE = frozenset({Standing.SPOKE, Standing.TOUCHED, Standing.ANSWERED})
_ABLE = _SPOKE | {Standing.SILENT, Standing.NOTHING}


class Breadth(Enum):
    """How many of the groups that could have spoken of something did."""

    ALL = "all"
    SOME = "some"
    ONE = "one"
    NONE = "none"


class Written(Protocol):
    """What of a line is needed here."""

    @property
    def id(self) -> RecordId: ...
    @property
    def sheet(self) -> RecordId: ...
    @property
    def item(self) -> str: ...
    @property
    def stance(self) -> Stance | None: ...
    @property
    def parked(self) -> bool: ...
    @property
    def spoken_of(self) -> Heard | None: ...
    @property
    def is_said(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a worksheet, in all its editions; `sheets` are those that ask it (F3).

    number: its place in the latest edition that a group of the session has.
    """

    worksheet: RecordId
    item: str
    number: int
    prompt: str
    title: str
    sheets: frozenset[RecordId]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one group said to a question, or of a theme within it.

    stances: how often it stood how to it, None for lines of which nobody noted that. touched: lines that only touch on
    the theme (D13). answered: the worksheets on which the question has an answer, also that it was not discussed.
    dissent: lines with which not everybody agreed when they were read back (D1).
    """

    standing: Standing
    lines: tuple[RecordId, ...] = ()
    stances: tuple[tuple[Stance | None, int], ...] = ()
    touched: int = 0
    answered: tuple[RecordId, ...] = ()
    dissent: int = 0

    @property
    def spoke(self) -> bool:
        """Whether the group spoke of it, and be it that it only touched on it."""
        return self.standing in _SPOKE

    @property
    def able(self) -> bool:
        """Whether it could have: it had the question, had begun its worksheet, and did not leave the question out."""
        return self.standing in _ABLE


@dataclass(frozen=True, slots=True)
class Row:
    """A question, or a theme within it, with a cell for each group; `theme` is None for the question as a whole.

    The last `apart` cells are of written responses: they stand beside the groups, and are none of them (G4).
    """

    question: Question
    theme: RecordId | None
    cells: tuple[Cell, ...]
    apart: int = 0

    @property
    def of_groups(self) -> tuple[Cell, ...]:
        """The cells of the groups."""
        return self.cells[: len(self.cells) - self.apart]

    @property
    def spoke(self) -> tuple[int, ...]:
        """The places of the groups that spoke of it."""
        return tuple(at for at, cell in enumerate(self.of_groups) if cell.spoke)

    @property
    def able(self) -> int:
        """How many groups could have spoken of it."""
        return sum(cell.able for cell in self.of_groups)

    @property
    def breadth(self) -> Breadth:
        """All, some or one of them. The only group that could is one, not all: there was none to agree with it."""
        spoke = len(self.spoke)
        if spoke < 2:
            return Breadth.ONE if spoke else Breadth.NONE
        return Breadth.ALL if spoke == self.able else Breadth.SOME


@dataclass(frozen=True, slots=True)
class Comparison:
    """The groups of a session, by id, and the rows: each question, then the themes within it."""

    groups: tuple[RecordId, ...]
    rows: tuple[Row, ...]


def compare(
    groups: Sequence[Group],
    sheets: Sequence[Sheet],
    forms: Mapping[RecordId, Form],
    lines: Sequence[Written],
    bonds: Iterable[Bond],
    frame: Sequence[RecordId],
    written: Sequence[RecordId] = (),
) -> Comparison:
    """The groups of a session side by side.

    `lines` are those of the session without what is set aside; what is parked, or no participant said, counts nowhere.
    `bonds` are their themes, `frame` every theme in order; one that is not in it counts as none. A group that is
    not here, but whose worksheet is, stands behind them; last the `written` responses, by the id that stands for a
    group on their sheets.
    """
    known = [one.id for one in groups]
    strangers = sorted({one.group for one in sheets} - {*known, *written})
    table = _Table((*known, *strangers, *written), sheets, lines, bonds, frame, len(written))
    ordered = sorted(sheets, key=lambda one: (table.groups.index(one.group), one.id))
    rows = [row for asked in _questions(ordered, forms) for row in table.rows(asked)]
    return Comparison(table.groups, tuple(rows))


def _questions(sheets: Sequence[Sheet], forms: Mapping[RecordId, Form]) -> Iterator[Question]:
    """The questions of each worksheet in order; one that only an earlier edition has comes after the others."""
    families: dict[RecordId, list[Sheet]] = {}
    for sheet in sheets:
        if sheet.form in forms:
            form = forms[sheet.form]
            families.setdefault(form.mirrors or form.family or form.id, []).append(sheet)
    for family, filled in families.items():
        editions = {sheet.form: forms[sheet.form] for sheet in filled}
        latest_first = sorted(
            editions.values(), key=lambda form: (bool(form.mirrors), -form.edition, form.id)
        )
        asked: dict[str, Form] = {}
        for form in latest_first:
            for key in sorted(form.items, key=lambda key: (form.items[key].order, key)):
                asked.setdefault(key, form)
        for number, (key, form) in enumerate(asked.items(), start=1):
            where = frozenset(sheet.id for sheet in filled if key in forms[sheet.form].items)
            yield Question(family, key, number, form.items[key].prompt, form.title, where)


class _Table:
    """Everything by where it stands, so that each line is looked at once."""

    def __init__(
        self,
        groups: tuple[RecordId, ...],
        sheets: Sequence[Sheet],
        lines: Sequence[Written],
        bonds: Iterable[Bond],
        frame: Sequence[RecordId],
        apart: int,
    ) -> None:
        self.groups, self._apart = groups, apart
        self._frame = frame
        self._sheets = {group: [one for one in sheets if one.group == group] for group in groups}
        self._begun = {line.sheet for line in lines} | {one.id for one in sheets if one.answers}
        self._said: dict[tuple[RecordId, str], list[Written]] = {}
        for line in lines:
            if line.is_said and not line.parked:
                self._said.setdefault((line.sheet, line.item), []).append(line)
        self._themes: dict[RecordId, dict[RecordId, bool]] = {}
        known = set(frame)
        for line_id, theme, indirect in bonds:
            if theme in known:
                self._themes.setdefault(line_id, {})[theme] = indirect

    def rows(self, asked: Question) -> Iterator[Row]:
        """A question as a whole, then each theme of its lines in the order of the frame, then those without one."""
        written = [self._written(asked, group) for group in self.groups]
        whole = tuple(self._whole(asked, *one) for one in zip(self.groups, written, strict=True))
        yield Row(asked, None, whole, self._apart)
        parted = [self._by_theme(lines) for lines in written]
        for theme in (*self._frame, NO_THEME):
            if any(theme in themes for themes in parted):
                cells = zip(whole, parted, strict=True)
                parts = tuple(self._part(cell, themes, theme) for cell, themes in cells)
                yield Row(asked, theme, parts, self._apart)

    def _by_theme(self, lines: Iterable[Written]) -> Mapping[RecordId, list[Written]]:
        found: dict[RecordId, list[Written]] = {}
        for line in lines:
            for theme in self._of(line):
                found.setdefault(theme, []).append(line)
        return found

    def _of(self, line: Written) -> Mapping[RecordId, bool]:
        return self._themes.get(line.id) or {NO_THEME: False}

    def _written(self, asked: Question, group: RecordId) -> list[Written]:
        sheets = [one.id for one in self._sheets[group] if one.id in asked.sheets]
        return [line for sheet in sheets for line in self._said.get((sheet, asked.item), ())]

    def _whole(self, asked: Question, group: RecordId, lines: Sequence[Written]) -> Cell:
        own = self._sheets[group]
        asking = [one for one in own if one.id in asked.sheets]
        answers = {one.id: one.answers[asked.item] for one in asking if asked.item in one.answers}
        begun = any(one.id in self._begun for one in asking)
        standing = _standing(own, asking, begun, lines, list(answers.values()))
        return _cell(standing, lines, answered=tuple(answers))

    def _part(self, whole: Cell, themes: Mapping[RecordId, list[Written]], theme: RecordId) -> Cell:
        own = themes.get(theme, [])
        if not own:
            return Cell(Standing.SILENT if whole.spoke else whole.standing)
        touched = sum(self._of(line)[theme] for line in own)
        return _cell(Standing.TOUCHED if touched == len(own) else Standing.SPOKE, own, touched)


def _standing(
    own: Sequence[Sheet],
    asking: Sequence[Sheet],
    begun: bool,
    lines: Sequence[Written],
    answers: Sequence[Answer],
) -> Standing:
    """What a group has to a question. Lines count, whatever is marked beside them."""
    if lines:
        return Standing.SPOKE
    if not asking:
        return Standing.NOT_ASKED if own else Standing.NO_SHEET
    given = [answer.given for answer in answers]
    if Given.ANSWERED in given:
        return Standing.ANSWERED
    if Given.NOT_DISCUSSED in given:
        return Standing.NOT_DISCUSSED
    return Standing.NOTHING if begun else Standing.EMPTY


def _cell(
    standing: Standing, lines: Sequence[Written], touched: int = 0, answered: tuple[RecordId, ...] = ()
) -> Cell:
    counts = Counter(line.stance for line in lines)
    stances = tuple((stance, counts[stance]) for stance in (*Stance, None) if counts[stance])
    dissent = sum(line.spoken_of is Heard.DISSENT for line in lines)
    return Cell(standing, tuple(line.id for line in lines), stances, touched, answered, dissent)
