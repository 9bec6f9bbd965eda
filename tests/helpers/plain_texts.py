"""What a window says in plain letters while the program speaks a language nobody does: it cannot be translated."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from capture_app.paths import resource
from capture_app.ui.merge.marked_text import MarkedText
from capture_app.words import SOURCE_NAME
from tests.helpers import lead_world
from tests.shots import scenes

PLAIN = re.compile(r"[A-Za-z]{3,}(?:[ ’'-]+[A-Za-z]+)*")
FILE = re.compile(r"(?:/[\w.-]+)+|[\w-]+(?:\.[\w-]+)+|[a-z]+(?:-[a-z]+)+")
"""A path, or the name of a file: "laptop-b.capture", and "laptop-b"."""


def plain_texts(root: QWidget) -> set[str]:
    """What can be seen or heard of a window in plain letters and is nobody's own words, nor a file's name."""
    return {
        f"{run!r} in {text!r}"
        for text in set(said(root)) - own_words(root)
        if PLAIN.search(text)
        for run in min(runs_beside_whole(text), runs_beside_pieces(text), key=len)
    }


def runs_beside_whole(text: str) -> list[str]:
    """Plain words of a text that are not the whole of something typed."""
    return PLAIN.findall(FILE.sub("", untyped(text)))


def runs_beside_pieces(text: str) -> list[str]:
    """Plain words of a text that are not cut from something typed: several words of it, or one in a blank."""
    return [
        run
        for run in PLAIN.findall(FILE.sub("", text))
        if run not in everything_typed() or not (" " in run or "[" in text)
    ]


@cache
def untyped(text: str) -> str:
    """A text without what people typed into it, nor what the system says of a file. Many stand on many pages."""
    for typed, whole in typed_texts():
        if typed in text:
            text = whole.sub("", text)
    return text


def own_words(root: QWidget) -> set[str]:
    """Texts that are people's words cut in pieces, where two versions differ."""
    return {widget.accessibleDescription() for widget in root.findChildren(MarkedText)}


def said(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if widget.isWindow():
            yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QAbstractItemView):
            yield from rows_of(widget)


def rows_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(20, model.rowCount())):
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = model.index(row, 0).data(role)
            if isinstance(words, str):
                yield words


@cache
def typed_texts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What stands in the records of the example and the starter forms, and what scenes type; longest first."""
    found: set[str] = set()
    for file in (*resource("example").glob("*.json*"), *resource("starter").glob("*.json")):
        text = file.read_text("utf-8")
        for line in text.splitlines() if file.suffix == ".jsonl" else [text]:
            found |= set(strings_in(json.loads(line)))
    for source in (
        *Path(scenes.__file__).parent.glob("*.py"),
        *Path(lead_world.__file__).parent.glob("*.py"),
    ):
        found |= texts_of(source)
    parts = {line for text in found for line in text.splitlines()} | {
        os.strerror(errno.ENOENT),
        SOURCE_NAME,
        "Cymraeg",
    }
    parts |= {
        word.removesuffix(".capture") for text in parts for word in re.findall(r"[\w-]+\.capture", text)
    }
    longest_first = sorted((text for text in parts if len(text) > 2), key=len, reverse=True)
    return tuple((text, re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")) for text in longest_first)


@cache
def everything_typed() -> str:
    """All of it, to look a piece up in; also the words that scenes look for."""
    looked_for = set().union(*(constants_of(source) for source in scene_sources()))
    return "\n".join([*(typed for typed, _whole in typed_texts()), *looked_for])


def scene_sources() -> Iterator[Path]:
    """The files that type something."""
    for module in (scenes, lead_world):
        yield from Path(str(module.__file__)).parent.glob("*.py")


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_in(part)


@cache
def texts_of(source: Path) -> frozenset[str]:
    """The texts that stand in a file, but not those that are only the key of a page."""
    return frozenset(
        text for text in constants_of(source) if " " in text or "." in text or text != text.lower()
    )


@cache
def constants_of(source: Path) -> frozenset[str]:
    """All texts that stand in a file."""
    nodes = ast.walk(ast.parse(source.read_text("utf-8")))
    return frozenset(
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
