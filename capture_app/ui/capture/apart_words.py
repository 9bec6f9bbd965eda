"""Why two lines stay two: said below the line when somebody wants to join them."""

from __future__ import annotations

from capture_app.domain.parting import HEARD, OPTION
from capture_app.words import _

NOTHING_ABOVE = "above"


def apart_words(why: str) -> str:
    """The sentence for a reason of `why_apart`; an empty one means that one of the two has two versions."""
    words = {
        "": _("One of the two lines has two versions, so they stay apart until that is settled."),
        NOTHING_ABOVE: _("There is no line above to join this one with."),
        OPTION: _("An option of the list stays a line of its own."),
        HEARD: _("The group has heard one of the two lines as it stands, so they stay apart."),
        "line_kind": _("The two lines are of different kinds, so they stay apart."),
        "side": _("The two lines come from different sides, so they stay apart."),
        "stance": _("The group stood differently to the two lines, so they stay apart."),
    }
    return words.get(why) or _("What is marked on the two lines differs, so they stay apart.")
