"""What is read back, row by row: each question as a heading, and below it what was said to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from capture_app.domain.record import RecordId
from capture_app.domain.records import Line
from capture_app.domain.vocabulary import Heard
from capture_app.services.reading_back import ReadBack, Said
from capture_app.words import _

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A question, or a line said to it."""

    question: Said
    line: Line | None = None

    @property
    def words(self) -> str:
        """What stands in the row."""
        return self.question.words(self.line) if self.line else question_words(self.question)


class ReadModel(QAbstractListModel):
    """`shown` are the rows; one can be at a line, never at a question."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: tuple[ReadRow, ...] = ()

    def show(self, read: ReadBack) -> None:
        """Show this worksheet."""
        self.beginResetModel()
        self.shown = tuple(row for question in read.questions for row in _rows(question))
        self.endResetModel()

    def row_of(self, line: RecordId) -> int:
        """Where a line stands; -1 if it is not shown."""
        return next((at for at, row in enumerate(self.shown) if row.line and row.line.id == line), -1)

    def next_line(self, after: int) -> int:
        """The row of the next line below a row; -1 where there is none."""
        return next((at for at in range(after + 1, len(self.shown)) if self.shown[at].line), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.shown[index.row()].line is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def question_words(question: Said) -> str:
    """ "2 · What helps?"; the parking lot has no number."""
    return f"{question.number} · {question.prompt}" if question.number else question.prompt


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


def _spoken(row: ReadRow) -> str:
    if row.line is None:
        return row.words
    place = _("Line {number} of {count}").format(
        number=row.question.lines.index(row.line) + 1, count=len(row.question.lines)
    )
    return ". ".join((row.words, heard_words(row.line.spoken_of), place))
