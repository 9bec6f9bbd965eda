"""The statements by section: one column in which one is at one row, and moves with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.synthesising import Section, StatementView, Synthesis
from capture_app.ui.style import Look
from capture_app.ui.synthesis.new_statement import NewStatement
from capture_app.ui.synthesis.section_head import SectionHead
from capture_app.ui.synthesis.statement_row import StatementRow
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

Row = SectionHead | StatementRow

_AT_ONCE = 12
"""Rows made before the keyboard has its turn: more than are seen at once."""


class StatementList(ScrollColumn):
    """Rows are kept by id when data changes, so that nothing jumps and nothing typed is lost.

    Signals:
        current_changed(): one is at another row.
        mended(RecordId, str): other words for a statement. removed(StatementView): it is to go.
        evidence_wanted(StatementView): its evidence should be shown.
        written(str, str): a new sentence, under this theme.
    """

    current_changed = Signal()
    mended = Signal(str, str)
    removed = Signal(object)
    evidence_wanted = Signal(object)
    history_wanted = Signal(object)
    written = Signal(str, str)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=False, parent=parent)
        self._look = look
        self.setAccessibleName(_("Statements"))
        self.column.addStretch(1)
        self._synthesis: Synthesis | None = None
        self._heads: dict[RecordId, SectionHead] = {}
        self._statements: dict[RecordId, StatementRow] = {}
        self._order: list[Row] = []
        self._current: Row | None = None
        self.new: NewStatement | None = None
        self._rest: list[Section | StatementView] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._make_more)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces: rows reach from edge to edge."""
        self._look = look
        super().set_look(look)
        self.column.setSpacing(0)

    def show_synthesis(self, synthesis: Synthesis) -> None:
        """Show the statements as they stand; of a list that was empty those first that are seen at once."""
        self._synthesis = synthesis
        places = list(_in_order(synthesis.sections))
        shown = len(places) if self._order else _AT_ONCE
        self._rest = places[shown:]
        self._idle.start() if self._rest else self._idle.stop()
        wanted = [self._row_for(each) for each in places[:shown]]
        focused = self._has_focus()
        for gone in set(self._order) - set(wanted):
            gone.hide()
            gone.deleteLater()
        self._set_rows(wanted)
        was = self._order.index(self._current) if self._current in self._order else _first_statement(wanted)
        self._order = wanted
        self._forget_gone()
        self._place_new()
        if self._current not in wanted and wanted:
            self.go_to(min(was, len(wanted) - 1), focus=focused)

    def current_row(self) -> Row | None:
        """The row one is at."""
        return self._current

    def current_view(self) -> StatementView | None:
        """The statement one is at; None at the head of a section."""
        return self._current.view if isinstance(self._current, StatementRow) else None

    def current_theme(self) -> RecordId:
        """The theme of the section one is in."""
        theme = ""
        for row in self._order:
            theme = row.theme if isinstance(row, SectionHead) else theme
            if row is self._current:
                break
        return theme

    def go_to(self, place: int, *, focus: bool = False) -> None:
        """Be at another row."""
        if place >= len(self._order):
            self._make_all()
        if not 0 <= place < len(self._order):
            return
        row = self._order[place]
        self._enter(row)
        if focus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._into_sight(row)

    def go_to_statement(self, statement: RecordId) -> None:
        """Be at a statement."""
        self._make_all()
        row = self._statements.get(statement)
        if row is not None:
            self.go_to(self._order.index(row), focus=True)

    def take_focus(self) -> None:
        """Put the keyboard on the row one is at."""
        if self._current in self._order:
            self.go_to(self._order.index(self._current), focus=True)

    def begin_new(self) -> None:
        """Let a statement be written under the section one is in."""
        self._make_all()
        if self.new is None and self._synthesis is not None:
            self.new = NewStatement(self._look, self._synthesis.themes, self.current_theme())
            self.new.written.connect(self.written)
            self.new.left.connect(self.leave_new)
            self._place_new()
        if self.new is not None:
            self.new.begin()
            self._into_sight(self.new)

    def leave_new(self) -> None:
        """Nothing is written after all, or it is kept."""
        if self.new is not None:
            self.new.hide()
            self.new.deleteLater()
            self.new = None
            self.take_focus()

    def keep_typed(self) -> None:
        """Keep whatever is being typed."""
        for row in self._statements.values():
            row.keep_typed()
        if self.new is not None:
            self.new.keep_typed()

    def _set_rows(self, wanted: list[Row]) -> None:
        """Put rows into the column. It is laid out once for all of them, not anew for each."""
        self.column.setEnabled(False)
        for place, row in enumerate(wanted):
            if self.column.indexOf(row) != place:
                row.resize(
                    self.viewport().width(), row.height()
                )  # so that its words are laid out for that at once
                self.column.insertWidget(place, row)
            row.show()
        self.column.setEnabled(True)
        self.column.invalidate()

    def _has_focus(self) -> bool:
        """Whether the keyboard is on the row one is at; then it goes along if that row goes."""
        here = QApplication.focusWidget()
        row = self._current
        return row is not None and here is not None and (here is row or row.isAncestorOf(here))

    def _into_sight(self, widget: QWidget) -> None:
        """Once it has its place: what has just been put in has none yet."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, self._look.px(24)))

    def _make_more(self) -> None:
        """The next rows, while nothing else is to be done."""
        some, self._rest = self._rest[:_AT_ONCE], self._rest[_AT_ONCE:]
        self._order = [*self._order, *(self._row_for(each) for each in some)]
        self._set_rows(self._order)
        if not self._rest:
            self._idle.stop()

    def _make_all(self) -> None:
        while self._rest:
            self._make_more()

    def _row_for(self, place: Section | StatementView) -> Row:
        return self._head_of(place) if isinstance(place, Section) else self._row_of(place)

    def _head_of(self, section: Section) -> SectionHead:
        theme = section.theme.id if section.theme else ""
        head = self._heads.get(theme)
        if head is None:
            head = self._heads[theme] = SectionHead(self._look, section)
            self._connect(head)
        head.show_section(section)
        return head

    def _row_of(self, view: StatementView) -> StatementRow:
        row = self._statements.get(view.statement.id)
        if row is None:
            row = self._statements[view.statement.id] = StatementRow(self._look, view)
            self._connect(row)
            row.mended.connect(lambda words, row=row: self.mended.emit(row.view.statement.id, words))
            row.removed.connect(lambda row=row: self.removed.emit(row.view))
            row.evidence_wanted.connect(lambda row=row: self.evidence_wanted.emit(row.view))
            row.history_wanted.connect(lambda row=row: self.history_wanted.emit(row.view))
        else:
            row.show_view(view)
        return row

    def _connect(self, row: Row) -> None:
        row.entered.connect(lambda: self._enter(row))
        row.moved.connect(lambda step: self.go_to(self._order.index(row) + step, focus=True))

    def _enter(self, row: Row) -> None:
        if row is self._current:
            return
        if self._current in self._order:
            self._current.set_current(False)
        row.set_current(True)
        self._current = row
        self.current_changed.emit()

    def _forget_gone(self) -> None:
        self._heads = {key: head for key, head in self._heads.items() if head in self._order}
        self._statements = {key: row for key, row in self._statements.items() if row in self._order}

    def _place_new(self) -> None:
        """Below the last statement of the section one is in."""
        if self.new is None:
            return
        place, theme = 0, self.current_theme()
        inside = ""
        for number, row in enumerate(self._order, start=1):
            inside = row.theme if isinstance(row, SectionHead) else inside
            place = number if inside == theme else place
        if self.column.indexOf(self.new) != place:
            self.column.insertWidget(place, self.new)
            self.new.show()


def _in_order(sections: Iterable[Section]) -> Iterator[Section | StatementView]:
    """Each section, and what stands under it."""
    for section in sections:
        yield section
        yield from section.statements


def _first_statement(rows: list[Row]) -> int:
    """The place of the first statement; that of the first section where there is none."""
    return next((place for place, row in enumerate(rows) if isinstance(row, StatementRow)), 0)
