"""The name of a column stays in sight while its lines are scrolled below it (D5)."""

from __future__ import annotations

from capture_app.domain.values import Item
from capture_app.domain.vocabulary import ItemKind, Scale
from capture_app.domain.weighing import Column, weighing_of
from capture_app.ui.capture.column_layout import standing
from capture_app.ui.capture.line_geometry import Place
from capture_app.ui.style import Look


def test_the_name_of_a_column_stands_above_its_lines_until_the_last_is_scrolled_out(look: Look) -> None:
    weighing = weighing_of(Item(kind=ItemKind.LINES, prompt="A host?", order="1", scale=Scale.WEIGHING))
    assert weighing is not None
    for_it, against = Column(0, 0), Column(0, 1)
    found = standing([50, 50, 50], [for_it, for_it, against], weighing, Place(look, 400), beside=False)
    head = found.areas[0].head.height()
    assert found.pinned(0) == ()
    assert [(area.column, place.top()) for area, place in found.pinned(60)] == [(for_it, 60)]
    ((_area, pushed),) = found.pinned(head + 90)
    assert pushed.bottom() == found.areas[0].body.bottom(), "the end of the column pushes it out"
    assert [area.column for area, _place in found.pinned(found.areas[1].head.top() + 1)] == [against]
