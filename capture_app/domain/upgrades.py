"""Bodies written by older versions, read as this version writes them.

A revision is never rewritten: what it said is upgraded each time it is read. A field with a default needs
nothing here. A changed meaning needs a new name, a higher `version` on the record, and a pure step below.
"""

from collections.abc import Callable, Mapping
from typing import Any

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[tuple[str, int], Step] = {}
"""(kind, version it was written in) -> the body as the next version writes it."""


def upgrade(
    kind: str, body: dict[str, Any], version: int, steps: Mapping[tuple[str, int], Step] = STEPS
) -> dict[str, Any]:
    """`body` as the present version of `kind` writes it."""
    while (kind, version) in steps:
        body = steps[kind, version](body)
        version += 1
    return body
