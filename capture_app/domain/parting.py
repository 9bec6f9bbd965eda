"""One line made two where somebody cuts it, and two made one: what goes where, and when they have to stay apart.

A stance, a verdict or hands belong to what was put to the group; they stay with the first half. Nothing that was
marked is dropped by joining: where marks differ, the lines stay apart (issue 4, D12).
"""

from dataclasses import replace
from typing import Any

from capture_app.domain.option_lines import is_option
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Attribution, Permission, Scale

_EMPTY = (None, "", Permission.NOT_ASKED, Attribution.NONE)
_MARKS = (
    *("line_kind", "side", "stance", "verdict", "hands", "hands_of", "reference"),
    *("permission", "attribution", "who", "organisation"),
)
_OF_THE_FIRST: dict[str, Any] = dict.fromkeys(
    ("stance", "verdict", "hands", "hands_of", "heard", "heard_stance")
) | {
    "priority": False,
    **dict.fromkeys(("reference", "heard_as", "option"), ""),
}
HEARD, OPTION = "heard", "option"
"""Reasons to stay apart besides the name of a field in which the lines differ."""


def parted(line: Line, at: int) -> tuple[Line, Line]:
    """A line cut before a letter. Whoever keeps the second half gives it an id and an order of its own."""
    first = replace(line, text=line.text[:at].rstrip())
    return first, replace(line, text=line.text[at:].strip(), **_OF_THE_FIRST)


def why_apart(above: Line, below: Line, scale: Scale = Scale.NONE) -> str:
    """Why two lines cannot be made one: `HEARD`, `OPTION`, or the name of the field; empty if they can.

    `scale` is that of their question.
    """
    if is_option(below, scale):
        return OPTION
    if above.spoken_of or below.spoken_of:
        return HEARD
    return next((name for name in _MARKS if _differ(getattr(above, name), getattr(below, name))), "")


def joined(above: Line, below: Line) -> Line:
    """Both texts in the line above, with whatever is marked on either."""
    head, tail = above.text.rstrip(), below.text.strip()
    marks = {name: getattr(below, name) for name in _MARKS if getattr(above, name) in _EMPTY}
    text = f"{head} {tail}" if head and tail else head + tail
    return replace(above, text=text, priority=above.priority or below.priority, **marks)


def seam(above: Line, below: Line) -> int:
    """The letter of the joined text at which the second begins."""
    head = above.text.rstrip()
    return len(head) + bool(head and below.text.strip())


def told(line: Line) -> dict[str, Any]:
    """What parting and joining change of a line, as it stands."""
    return {name: getattr(line, name) for name in ("text", "priority", *_MARKS)}


def _differ(one: object, other: object) -> bool:
    return one not in _EMPTY and other not in _EMPTY and one != other
