"""What is read back, row by row: each question as a heading, and below it what was said to it."""

from __future__ import annotations

from dataclasses import dataclass

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Heard
from capture_app.services.reading_back import ReadBack, Said
from capture_app.ui.badges import stance_word
from capture_app.ui.capture.faces import MarkFace
from capture_app.ui.widgets.headed_rows import HeadedRows
from capture_app.words import _


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A question, or a line said to it."""

    question: Said
    line: Line | None = None

    @property
    def key(self) -> RecordId:
        """What stays the same while a line is corrected; empty for a question."""
        return self.line.id if self.line else ""

    @property
    def words(self) -> str:
        """What stands in the row."""
        return self.question.words(self.line) if self.line else question_words(self.question)

    @property
    def marks(self) -> tuple[MarkFace, ...]:
        """What stands below a line's words for the group to confirm with them."""
        return line_marks(self.line) if self.line else ()

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return _spoken(self.question, self.line) if self.line else self.words


class ReadModel(HeadedRows[ReadRow]):
    """`shown` are the rows."""

    def show(self, read: ReadBack) -> None:
        """Show this worksheet."""
        self.show_rows(row for question in read.questions for row in _rows(question))


def question_words(question: Said) -> str:
    """ "2 · What helps?"; the parking lot has no number."""
    return f"{question.number} · {question.prompt}" if question.number else question.prompt


def line_marks(line: Line) -> tuple[MarkFace, ...]:
    """How the group stood to it, and that it matters most: only what somebody noted (D2, D12)."""
    stance = line.stance
    stood = () if stance is None else (MarkFace(stance_word(stance), badge=True, stance=stance, strong=True),)
    most = (MarkFace(_("Matters most"), "star", strong=True),) if line.priority else ()
    return (*stood, *most)


def heard_words(heard: Heard | None) -> str:
    """What the group said of a line, in words."""
    return {
        None: _("Not heard yet"),
        Heard.CONFIRMED: _("Confirmed"),
        Heard.CORRECTED: _("Corrected"),
        Heard.DISSENT: _("Not everybody agrees"),
    }[heard]


def _rows(question: Said) -> tuple[ReadRow, ...]:
    return (ReadRow(question), *(ReadRow(question, line) for line in question.lines))


def _spoken(question: Said, line: Line) -> str:
    place = _("Line {number} of {count}").format(
        number=question.lines.index(line) + 1, count=len(question.lines)
    )
    marks = (mark.words for mark in line_marks(line))
    return ". ".join((question.words(line).rstrip("."), *marks, heard_words(line.spoken_of), place))
