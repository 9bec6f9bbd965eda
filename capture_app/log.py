"""The log file: what went wrong and where in the code, never what people said or who they are.

Of a message only the words that stand in the code are written; a number filled in is written too, anything
else shows as the name of its type. An error shows as its type and the places it passed through, because
its own message may quote a record.
"""

import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

FILE = "workshop-capture.log"
LARGEST = 500_000
"""Bytes of one file; two older ones are kept."""


def install(directory: Path) -> Path:
    """Log into this folder from now on, uncaught errors too, and return the path of the log.

    To be called once, by what starts the program. Raises OSError if the file cannot be written.
    """
    path = directory / FILE
    handler = _PrivateFile(path, maxBytes=LARGEST, backupCount=2, encoding="utf-8")
    handler.setFormatter(WordlessFormatter())
    logger = logging.getLogger("capture_app")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    _log_uncaught(logger)
    return path


class WordlessFormatter(logging.Formatter):
    """One line for each message, then the type and the path through the code of its error, if any."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines to write for this record."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: {_message(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([head, *_places(error)]) if error else head


def _message(record: logging.LogRecord) -> str:
    if not isinstance(record.msg, str):
        return str(_harmless(record.msg))
    if isinstance(record.args, dict):
        return str(record.msg % {name: _harmless(value) for name, value in record.args.items()})
    return str(record.msg % tuple(_harmless(value) for value in record.args or ()))


def _harmless(value: object) -> Any:
    """A number as it is, else the name of its type: "<str>"."""
    return value if type(value) in (int, float, bool) else f"<{type(value).__name__}>"


def _places(error: BaseException) -> Iterator[str]:
    """The error's type and each place it passed through, then the same for what it came from."""
    yield f"  {type(error).__module__}.{type(error).__qualname__}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        # The module's name and not the file's path: that may hold the name of whoever is logged in.
        yield f"    {frame.f_globals.get('__name__')}:{line} {frame.f_code.co_qualname}"
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _places(part)
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier:
        yield "  after"
        yield from _places(earlier)


def _log_uncaught(logger: logging.Logger) -> None:
    """Log what nobody caught, in any thread, before Python does with it what it did so far."""
    of_program, of_thread = sys.excepthook, threading.excepthook

    def in_program(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logger.critical("Not caught", exc_info=error)
        of_program(kind, error, trace)

    def in_thread(what: threading.ExceptHookArgs) -> None:
        logger.critical("Not caught in a thread", exc_info=what.exc_value)
        of_thread(what)

    sys.excepthook, threading.excepthook = in_program, in_thread


class _PrivateFile(RotatingFileHandler):
    """A log file that only the person logged in can read."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)
