"""Options written down one in each line, and read again."""

from __future__ import annotations

from collections.abc import Sequence

from capture_app.domain.values import Option
from capture_app.services.forms import options_of

_WORDLESS = "–"
"""A point of a scale without words of its own, as it stands in its line."""


def lines_of(options: Sequence[Option]) -> str:
    """Options, one in each line."""
    return "\n".join(option.label or _WORDLESS for option in options)


def options_in(lines: str, known: Sequence[Option]) -> tuple[Option, ...]:
    """The options of these lines; what was there before keeps its id. A dash alone is a point without words."""
    labels = [line.strip() for line in lines.splitlines() if line.strip()]
    return options_of(["" if label in (_WORDLESS, "-") else label for label in labels], known)
