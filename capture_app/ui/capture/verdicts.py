"""What changes on the worksheet page where a question asks for a verdict on each line: which keys the legend shows."""

from __future__ import annotations

from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Scale, Side, Stance, Verdict
from capture_app.services.pages import SheetView
from capture_app.services.wording import verdict_words
from capture_app.ui.widgets.legend import LegendGroup

STANCES = tuple(f"stance.{stance}" for stance in Stance)
SIDES = tuple(f"side.{side}" for side in Side)
VERDICTS = tuple(f"verdict.{verdict}" for verdict in Verdict)


def legend_of(scale: Scale) -> tuple[LegendGroup, ...]:
    """The keys of a question, those of its verdicts first and in its own words."""
    usual = (LegendGroup(STANCES), LegendGroup(SIDES), LegendGroup(("mark.theme",), by="typed"))
    words = {f"verdict.{verdict}": said for verdict, said in verdict_words(scale).items()}
    if not words:
        return usual
    return (LegendGroup(tuple(words), words=words), LegendGroup(("line.priority",)), *usual)


def scale_in(sheet: SheetView | None, line: Line) -> Scale:
    """What the group is asked to decide about a line of this worksheet."""
    items = sheet.form.items if sheet else {}
    return items[line.item].scale if line.item in items else Scale.NONE
