"""What the command line says: plain sentences, or one JSON value with --json."""

import json
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any


def say(sentence: str) -> None:
    """A line for a person."""
    sys.stdout.write(sentence + "\n")


def complain(sentence: str) -> None:
    """A line about what went wrong, apart from the result."""
    sys.stderr.write(sentence + "\n")


def result(value: object, sentences: list[str], *, as_json: bool) -> None:
    """A verb's result: as one JSON value, or as sentences."""
    if as_json:
        say(json.dumps(plain(value), ensure_ascii=False, sort_keys=True))
        return
    for sentence in sentences:
        say(sentence)


def plain(value: object) -> Any:
    """A value as JSON can say it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return str(value) if isinstance(value, Path) else value
