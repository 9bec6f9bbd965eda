"""A photograph made fit to be kept, before it becomes a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Small:
    """A JPEG, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int
