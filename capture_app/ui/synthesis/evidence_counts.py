"""How much stands behind a statement: lines and answers, by stance, and from which groups."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Stance
from capture_app.services.synthesising import StatementView
from capture_app.ui.badges import paint_badge, stance_word
from capture_app.ui.style import Look
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import advance, line_height, middle, written
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _, n_, number_words

_BADGE = 16


class StanceCount(QWidget):
    """A badge and how often; the stance's word is its accessible name and tooltip."""

    def __init__(self, stance: Stance, count: int, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stance, self._count, self._look = stance, number_words(count), look
        words = _("{stance}: {count}").format(stance=stance_word(stance), count=count)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Take over colours and size."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self._look.font(self._look.theme.type.secondary)
        width = self._look.px(_BADGE + 6) + advance(font, self._count)
        return QSize(round(width), max(self._look.px(_BADGE + 2), round(line_height(font))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        side = look.px(_BADGE)
        paint_badge(painter, middle(rect, 0, side, side).topLeft(), self._stance, look, _BADGE)
        words = rect.adjusted(look.px(_BADGE + 6), 0, 0, 0)
        written(painter, words, self._count, look.font(look.theme.type.secondary), look.colour("text2"))


class EvidenceCounts(QWidget):
    """One row that wraps."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = FlowRow(look, 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._row)
        column.addStretch(1)

    def set_look(self, look: Look) -> None:
        """Used for what is shown from now on; what is there takes it itself."""
        self._look = look

    def show_view(self, view: StatementView) -> None:
        """Count a statement's evidence."""
        look = self._look
        self._row.clear()
        if not view.evidence:
            words = _("No evidence yet. Link a line before the check.")
            self._row.add(Tag(look, "link-break", words, "bad"))
            return
        self._row.add(Tag(look, "link-simple", behind(view)))
        counts = Counter(item.stance for item in view.evidence if item.stance)
        for stance in Stance:
            if counts[stance]:
                self._row.add(StanceCount(stance, counts[stance], look))
        if view.groups:
            self._row.add(Label(", ".join(sorted(view.groups)), "secondary"))


def behind(view: StatementView) -> str:
    """ "5 lines, 2 answers"."""
    answers = sum(item.is_ballot for item in view.evidence)
    lines = len(view.evidence) - answers
    parts = [n_("{count} line", "{count} lines", lines)] if lines else []
    parts += [n_("{count} answer", "{count} answers", answers)] if answers else []
    return ", ".join(parts)


def spoken(view: StatementView) -> str:
    """A statement and what is behind it, as a screen reader says it."""
    if not view.evidence:
        return " ".join((view.statement.text, _("No evidence yet.")))
    counts = Counter(item.stance for item in view.evidence if item.stance)
    stances = [
        _("{stance}: {count}").format(stance=stance_word(stance), count=counts[stance])
        for stance in Stance
        if counts[stance]
    ]
    said = [behind(view), *stances, ", ".join(sorted(view.groups))]
    return " ".join([view.statement.text, *(f"{part}." for part in said if part)])
