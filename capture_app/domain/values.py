"""Values that stand inside a record as one piece: a date as given, an answer, an item of a form.

A field that holds its default is left out of the file, so that a later version can add a field without
making an old value differ from a new one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import About, Certainty, Given, ItemKind, Precision, Rule, Scale, When


@dataclass(frozen=True, slots=True, kw_only=True)
class DateGiven:
    """A date as the source writes it, and what it means (B3, X5, X6).

    `given` is kept letter for letter ("07/06/23"). `edtf` is the same in the Extended Date/Time Format
    ("2023-06-07", "2023-06/2023-09", "XXXX-09-28", "{2024-05-03,2024-05-09}" for days with nothing between them);
    empty when nobody has said what it means.
    `inferred` marks a part of `edtf` that the source does not give.
    """

    given: str
    edtf: str = ""
    precision: Precision = Precision.UNKNOWN
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer a respondent can choose; the id stays when the label is reworded."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must have been answered for an item to be asked (F2). `domain.forms.conditions` says when it holds.

    `item` is the key of an earlier item of the form. `values` are ids of options, or the one number or day
    ("3", "2026-11-27") that an answer is compared with.
    """

    item: str
    when: When = When.ANY_OF
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between what an answer may be, both included: a number, a day, how many options, how many letters (F2).

    Numbers are text, days are "2026-11-27"; empty is no limit. `message` is what somebody reads who goes beyond.
    """

    least: str = ""
    most: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a form. Its id, the key in `Form.items`, is the same in every version (F3).

    `order` is a text key between its neighbours. `unit` and `of` are what a figure is counted in.
    `reason` lets a choice carry a sentence of its own. `scale` asks for a verdict on each line; `options` are then
    the lines a group begins with, and it may add others (D2, D3, D6, D8), or what it weighs, for and against (D5).
    `case` is the key, in `Form.cases`, of the case it belongs to (D4). `theme` is the section or area of the frame
    it asks about (A2, D1). `rows` are what a matrix asks about, each answered with one of its `options`.
    It is asked where each of `show_if` holds; a section that is passed over takes along all that follows it, up to
    the next section. `wanted`: who leaves it blank is asked once whether that was meant, and may.
    """

    kind: ItemKind
    prompt: str
    order: str
    help: str = ""
    about: About = About.CONTENT
    options: tuple[Option, ...] = ()
    reason: bool = False
    unit: str = ""
    of: str = ""
    scale: Scale = Scale.NONE
    case: str = ""
    theme: RecordId = ""
    rows: tuple[Option, ...] = ()
    show_if: tuple[Condition, ...] = ()
    limits: Limits = Limits()
    wanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case told to a group before it is asked about it, in stages, by the items that name it (D4).

    `composite`: it is put together from what several people went through, and is nobody's own story.
    """

    title: str
    text: str
    composite: bool = False


SEVERAL_IN_ROW = "*"
"""Stands in `Answer.by_row` where more than one answer is marked in a row on paper: which was meant nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to one item. Numbers are text as said: "16", "16.5" (no floats in files).

    A figure may be a range, `value` to `upper`, with its unit, of what, and how sure it is; `reason` is then who said
    it or where it is from, and why something was chosen where it is a choice (D9). A day is a `value`, "2026-11-27".
    `chosen` are ids of options: of a multiple choice sorted by id, of a ranking the first one first. `by_row` is
    the id of the option chosen in each row of a matrix, or `SEVERAL_IN_ROW`.
    """

    given: Given = Given.ANSWERED
    choice: str = ""
    reason: str = ""
    text: str = ""
    value: str = ""
    upper: str = ""
    unit: str = ""
    of: str = ""
    certainty: Certainty = Certainty.NOT_STATED
    chosen: tuple[str, ...] = ()
    by_row: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One part of an agenda template: how long it takes in minutes, who leads it, under which rule (B7).

    `kept`: it begins and lasts as planned, whatever runs over before it.
    """

    title: str
    order: str
    minutes: int | None = None
    owner: str = ""
    rule: Rule = Rule.OPEN
    kept: bool = False
