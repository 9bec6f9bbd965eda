"""The room in which people answer, for every test that asks what can be found out about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from capture_app.domain import heaps
from tests.store.ballot_room import Room, memory_folder, room_in


@pytest.fixture(scope="package", autouse=True)
def legible() -> Iterator[None]:
    """Heaps are not compressed, so that whatever lies in a page that was given up is found by its words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(heaps, "PRESSED", 0)
        yield


@pytest.fixture(scope="session")
def room() -> Iterator[Room]:
    """The room every session copies."""
    with memory_folder() as folder:
        yield room_in(folder)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for many sessions, one after the other."""
    with memory_folder() as found:
        yield found
