"""What every change asks the file for and hardly any change touches: read once, and kept while a workspace is open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from capture_app.domain.record import RecordId
from capture_app.domain.revision import Erasure

T = TypeVar("T")


class Remembered(Generic[T]):
    """Something as it was last read."""

    def __init__(self) -> None:
        self._value: T | None = None
        self._changed = False

    def get(self, read: Callable[[], T]) -> T:
        """What it is; read only if it is not known."""
        if self._value is None:
            self._value = read()
        return self._value

    def forget(self) -> None:
        """It is being changed: it is read again."""
        self._value, self._changed = None, True

    def settle(self, *, kept: bool) -> None:
        """A unit of work is over. What was read after a change in it is forgotten, unless that was kept."""
        if self._changed and not kept:
            self._value = None
        self._changed = False


@dataclass(frozen=True)
class Memory:
    """What one open workspace remembers: its erasure markers, and which records are set aside."""

    markers: Remembered[tuple[Erasure, ...]] = field(default_factory=Remembered)
    aside: Remembered[frozenset[RecordId]] = field(default_factory=Remembered)

    def settle(self, *, kept: bool) -> None:
        """A unit of work is over; see `Remembered.settle`."""
        self.markers.settle(kept=kept)
        self.aside.settle(kept=kept)
