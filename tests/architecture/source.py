"""The project's own Python, parsed: what the tests of this folder look at."""

import ast
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("capture_app", "tests", "benchmarks", "scripts")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file: its name from the top of the repository, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Every function and method."""
        return tuple(node for node in self._definitions if isinstance(node, Function))

    @cached_property
    def classes(self) -> tuple[ast.ClassDef, ...]:
        """Every class."""
        return tuple(node for node in self._definitions if isinstance(node, ast.ClassDef))

    @cached_property
    def _definitions(self) -> tuple[Function | ast.ClassDef, ...]:
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, Function | ast.ClassDef))

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Where a node stands, as an editor understands it: "capture_app/log.py:12"."""
        return f"{self.name}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the project, in order of its name."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    with _kept_for_good():
        return tuple(parsed(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is made here stays until the end: else a million nodes are looked through at every collection."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def parsed(name: str, text: str) -> Module:
    """A module from its text."""
    return Module(name, text, ast.parse(text))


def length(node: ast.stmt) -> int:
    """The lines a definition takes, from its first to its last."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
