"""The one place that shows errors: what happened, what was kept, what to do.

An error of ours carries its sentence. Anything else is a bug: it is logged, and the person can copy where
in the program it happened, never what they wrote.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.domain.errors import Cancelled, CaptureError
from capture_app.ui.style import Look
from capture_app.words import _

logger = logging.getLogger(__name__)


def sentence_of(error: BaseException) -> str:
    """What to tell a person about an error."""
    if isinstance(error, CaptureError):
        return error.sentence
    return _("Something went wrong inside the program. What was saved is safe.")


def places_of(error: BaseException) -> str:
    """Where in the program it happened: types, modules and lines, no values."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame, number in traceback.walk_tb(error.__traceback__):
        lines.append(f"  {frame.f_globals.get('__name__')}:{number} {frame.f_code.co_qualname}")
    earlier = error.__cause__ or error.__context__
    return "\n".join([*lines, *([places_of(earlier)] if earlier else [])])


class Problems:
    """Shows errors over whatever window is in front. `look` gives the look in force."""

    def __init__(self, look: Callable[[], Look]) -> None:
        self._look = look

    def show(self, error: BaseException) -> None:
        """Tell the person; a bug is logged first, a cancelled job is nothing to tell."""
        if isinstance(error, Cancelled):
            return
        detail = ""
        if not isinstance(error, CaptureError):
            logger.error("A job failed", exc_info=error)
            detail = places_of(error)
        self._open(sentence_of(error), detail)

    def _open(self, sentence: str, detail: str) -> None:
        from capture_app.ui.dialogs.problem_dialog import ProblemDialog

        ProblemDialog(self._look(), sentence, detail, parent=_in_front()).open()


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _in_front() -> QWidget | None:
    return QApplication.activeWindow() or next(
        (window for window in QApplication.topLevelWidgets() if window.isVisible()), None
    )
