"""What an author had before them when they began to edit."""

from dataclasses import dataclass

from capture_app.domain.codec import Body
from capture_app.domain.revision import ErasureId, RevisionId


@dataclass(frozen=True, slots=True)
class Seen:
    """The record as it stood: its heads, the erasures that were known, and its body (None: not there).

    A change made from it names these heads as parents, so that whatever arrived meanwhile is neither
    overwritten nor hidden.
    """

    parents: tuple[RevisionId, ...] = ()
    saw: tuple[ErasureId, ...] = ()
    body: Body | None = None


NOTHING = Seen()
"""The record was not there yet."""
