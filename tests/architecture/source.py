"""The project's own Python, parsed: what the tests of this folder look at."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("capture_app", "tests", "benchmarks", "scripts")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file: its name from the top of the repository, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Where a node stands, as an editor understands it: "capture_app/log.py:12"."""
        return f"{self.name}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the project, in order of its name."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return tuple(parsed(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


def parsed(name: str, text: str) -> Module:
    """A module from its text."""
    return Module(name, text, ast.parse(text))


def functions(module: Module) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def classes(module: Module) -> Iterator[ast.ClassDef]:
    """Every class of a module."""
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef))


def length(node: ast.stmt) -> int:
    """The lines a definition takes, from its first to its last."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
