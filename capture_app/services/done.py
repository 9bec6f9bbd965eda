"""What a verb that writes gives back: its answer, and what it touched so that pages look again."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from capture_app.domain.changes import Changes

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The answer of a verb and its changes."""

    value: T
    changes: Changes
