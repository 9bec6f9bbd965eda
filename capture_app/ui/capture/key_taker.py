"""What the line editor asks of whoever does what keys mean."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtGui import QKeyEvent

from capture_app.ui.keys import Binding


class Edge(Enum):
    """A key that leads out of the line."""

    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    BACK = "back"
    ESCAPE = "escape"


class KeyTaker(Protocol):
    """Does what keys mean. Each method says whether it did something."""

    def take_key(self, event: QKeyEvent) -> bool:
        """A key before anything else sees it: for what is open below the line."""

    def act(self, binding: Binding, *, typed: bool = False) -> bool:
        """A chord was pressed, or a code was typed."""

    def stands_for(self, binding: Binding) -> str | None:
        """What text takes the place of a typed code, mostly none; None if the code means nothing here."""

    def take_code_back(self) -> None:
        """The letters of the last code were given back."""

    def edge(self, edge: Edge) -> bool:
        """The cursor wants out of the line."""

    def paste(self, text: str) -> None:
        """Text was pasted or dropped here."""
