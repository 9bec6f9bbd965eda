"""What changes on the worksheet page where a question asks for a verdict on each line: which keys the legend shows."""

from __future__ import annotations

from collections.abc import Set

from capture_app.domain.option_lines import is_option, says_nothing
from capture_app.domain.records import Line
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import Scale, Side, Stance, Verdict
from capture_app.domain.weighing import FOR_AND_AGAINST, NEITHER, Column, Weighing, weighing_of
from capture_app.services.pages import SheetView
from capture_app.services.wording import about_words, verdict_word, verdict_words
from capture_app.ui.widgets.legend import LegendGroup
from capture_app.words import _

STANCES = tuple(f"stance.{stance}" for stance in Stance)
SIDES = tuple(f"side.{side}" for side in Side)
VERDICTS = tuple(f"verdict.{verdict}" for verdict in Verdict)


def legend_of(scale: Scale, actions: Set[str]) -> tuple[LegendGroup, ...]:
    """The keys of a question, those of its verdicts first and in its own words; none that is not among `actions`."""
    return tuple(group for group in _legend_of(scale) if actions >= {*group.actions})


def _legend_of(scale: Scale) -> tuple[LegendGroup, ...]:
    usual = (LegendGroup(STANCES), LegendGroup(SIDES), LegendGroup(("mark.theme",), by="typed"))
    words = {f"verdict.{verdict}": said for verdict, said in verdict_words(scale).items()}
    if not words:
        return usual
    more = ("column.other", "line.priority") if scale is Scale.WEIGHING else ("line.priority",)
    return (LegendGroup(tuple(words), words=words), LegendGroup(more), *usual)


def column_words(weighing: Weighing, column: Column) -> str:
    """A column by its name, and by what is weighed where that has one (D5)."""
    word = side_words(column.side)
    about = weighing.label(column.about)
    return f"{word}: {about}" if about else word


def side_words(side: int) -> str:
    """What a column is called."""
    return (
        verdict_word(Scale.WEIGHING, FOR_AND_AGAINST[side])
        if side < NEITHER
        else _("Neither for nor against yet")
    )


def scale_in(sheet: SheetView | None, line: Line) -> Scale:
    """What the group is asked to decide about a line of this worksheet."""
    items = sheet.form.items if sheet else {}
    return items[line.item].scale if line.item in items else Scale.NONE


def option_in(sheet: SheetView | None, line: Line) -> str:
    """What a point is for or against; empty where that has no name, or nothing is weighed."""
    item = _item_in(sheet, line)
    weighing = weighing_of(item)
    return weighing.label(weighing.column_of(line).about) if weighing else ""


def replaced_in(sheet: SheetView | None, line: Line) -> str:
    """In place of what option other words stand in a line; empty where none was replaced (D2)."""
    item = _item_in(sheet, line)
    return "" if weighing_of(item) else about_words(item, line)


def label_in(sheet: SheetView | None, line: Line) -> str:
    """What the form calls the option a line is; empty for what a group added, and where nothing is gone through."""
    item = _item_in(sheet, line)
    options = item.options if item and is_option(line, item.scale) else ()
    return next((one.label.strip() for one in options if one.id == line.option), "")


def undecided_in(sheet: SheetView | None, line: Line) -> bool:
    """Whether a line is an option of the form to which nothing is said (D2)."""
    return says_nothing(line, _item_in(sheet, line))


def _item_in(sheet: SheetView | None, line: Line) -> Item | None:
    return sheet.form.items.get(line.item) if sheet else None
