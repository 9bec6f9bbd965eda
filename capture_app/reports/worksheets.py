"""What the groups were asked, and what each group's sheet holds for it."""

from dataclasses import dataclass

from capture_app.domain.plain import to_plain
from capture_app.domain.reading_order import in_order
from capture_app.domain.record import Plain
from capture_app.domain.records import Form, Sheet
from capture_app.domain.values import Item
from capture_app.reports.material import Material
from capture_app.reports.places import Places, ordered_items
from capture_app.reports.verdicts import Judged, judged
from capture_app.reports.weighed import Weighed, weighed
from capture_app.reports.wording import plain_answer_words


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """What a sheet holds for a question: how many lines, and its answer in words (several in a conflict).

    Nothing written and not discussed are two things (D14): the second stands in `said`.
    """

    lines: int
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a worksheet, with an answer for each group of it.

    `judged` where it asks for decisions, `weighed` where it asks what speaks for something and against it.
    """

    number: int
    prompt: str
    answers: tuple[GroupAnswer, ...]
    judged: tuple[Judged, ...] = ()
    weighed: tuple[Weighed, ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One edition of a worksheet, the codes of the groups that filled it, and its questions."""

    title: str
    groups: tuple[str, ...]
    questions: tuple[Asked, ...]


def worksheets_of(material: Material, places: Places) -> tuple[Worksheet, ...]:
    """The worksheets of the groups of a session."""
    sheets = {sheet.id: sheet for sheet in material.sheets}
    ordered = [sheets[one] for one in places.sheets if not sheets[one].response]
    used = dict.fromkeys(sheet.form for sheet in ordered if sheet.form in material.forms)
    return tuple(
        _worksheet(material, material.forms[form], [sheet for sheet in ordered if sheet.form == form], places)
        for form in used
    )


def _worksheet(material: Material, form: Form, sheets: list[Sheet], places: Places) -> Worksheet:
    return Worksheet(
        title=form.title,
        groups=tuple(places.sheets[sheet.id] for sheet in sheets),
        questions=tuple(
            Asked(
                number,
                item.prompt,
                tuple(_answer(material, sheet, key, item) for sheet in sheets),
                judged(material, sheets, key, item),
                weighed(material, sheets, key, item),
            )
            for number, (key, item) in enumerate(ordered_items(form), start=1)
        ),
    )


def _answer(material: Material, sheet: Sheet, key: str, item: Item) -> GroupAnswer:
    shown: Plain = to_plain(sheet.answers[key]) if key in sheet.answers else None
    standing = material.standing(sheet.id, f"answers/{key}", shown)
    return GroupAnswer(
        lines=sum(line.sheet == sheet.id and line.item == key for line in material.lines),
        said=in_order(plain_answer_words(one, item) for one in standing if one is not None),
    )
