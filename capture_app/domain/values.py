"""Values that stand inside a record as one piece: a date as given, an answer, an item of a form.

A field that holds its default is left out of the file, so that a later version can add a field without
making an old value differ from a new one.
"""

from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import About, Certainty, Given, ItemKind, Precision, Rule, Scale


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
class Item:
    """One question of a form. Its id, the key in `Form.items`, is the same in every version (F3).

    `order` is a text key between its neighbours. `unit` and `of` are what a figure is counted in.
    `reason` lets a choice carry a sentence of its own. `scale` asks for a verdict on each line; `options` are then
    the lines a group begins with, and it may add others (D2, D3, D6, D8), or what it weighs, for and against (D5).
    `case` is the key, in `Form.cases`, of the case it belongs to (D4). `theme` is the section or area of the frame
    it asks about (A2, D1).
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case told to a group before it is asked about it, in stages, by the items that name it (D4).

    `composite`: it is put together from what several people went through, and is nobody's own story.
    """

    title: str
    text: str
    composite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered to one item. Numbers are text as said: "16", "16.5" (no floats in files).

    A figure may be a range, `value` to `upper`, with its unit, of what, and how sure it is; `reason` is then who said
    it or where it is from, and why something was chosen where it is a choice (D9).
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
