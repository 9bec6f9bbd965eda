"""One statement: its words, what stands behind it, and, where one is, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from capture_app.services.synthesising import StatementView
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_counts import spoken
from capture_app.ui.synthesis.sentence_editor import SentenceEditor
from capture_app.ui.synthesis.statement_places import StatementPlaces
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.painting import focus_ring
from capture_app.words import _


class StatementActions(QWidget):
    """The buttons of the statement one is at."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = Button(_("Edit"), look, "quiet", size="row")
        self.remove = Button(_("Remove"), look, "quiet", size="row")
        self.history = Button(_("History"), look, "quiet", size="row")
        self.open_evidence = Button(_("Open evidence"), look, "quiet", size="row")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.edit, self.remove, self.history, self.open_evidence):
            row.addWidget(button)


class StatementRow(QWidget):
    """A row of the list, painted but for what one works with: there are many, and few are ever touched.

    Enter rewords it, Delete takes it away. `editor` is there while its words are typed.

    Signals:
        entered(): one is here now. moved(int): to the row above (-1) or below (1).
        mended(str): other words are to be kept. removed(): it is to go.
        evidence_wanted(): its evidence should be shown. history_wanted(): what became of it.
    """

    accessible_role = QAccessible.Role.ListItem
    entered = Signal()
    moved = Signal(int)
    mended = Signal(str)
    removed = Signal()
    evidence_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, look: Look, view: StatementView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.view = look, view
        self._current = False
        self._actions: StatementActions | None = None
        self.editor: SentenceEditor | None = None
        self._hint: Label | None = None
        self._places = StatementPlaces(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_view(view)

    def set_look(self, look: Look) -> None:
        """Take over colours and sizes."""
        self._look = look
        self._places.show_view(self.view, look)
        self.update()

    def show_view(self, view: StatementView) -> None:
        """Show the statement as it stands; what is being typed stays."""
        self.view = view
        self._places.show_view(view, self._look)
        if self._actions is not None:
            self._actions.open_evidence.setEnabled(bool(view.evidence))
        self.setAccessibleName(spoken(view))
        self.setToolTip(self._places.counts.words)
        self.update()

    def set_current(self, current: bool) -> None:
        """Whether links go to this one."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        if current or self._actions is not None:
            self.buttons().setVisible(current)
        self.update()

    def buttons(self) -> StatementActions:
        """What can be done, as buttons; made when one is first here, since most statements are only read."""
        if self._actions is None:
            made = self._actions = StatementActions(self._look)
            made.edit.clicked.connect(self.begin_editing)
            made.remove.clicked.connect(self.removed)
            made.open_evidence.clicked.connect(self.evidence_wanted)
            made.history.clicked.connect(self.history_wanted)
            made.open_evidence.setEnabled(bool(self.view.evidence))
            self._places.take_actions(made)
        return self._actions

    def is_editing(self) -> bool:
        """Whether its words are being typed."""
        return self.editor is not None

    def begin_editing(self) -> None:
        """Let its words be typed where they stand."""
        if self.editor is not None:
            return
        editor = self.editor = SentenceEditor(self._look, _("Statement"))
        editor.kept.connect(self._on_kept)
        editor.left.connect(self.stop_editing)
        hint = self._hint = Label(_("Enter keeps it, Esc leaves it as it was."), "hint")
        self._places.take_editor(editor, hint)
        for widget in (editor, hint):
            widget.show()
        editor.begin(self.view.statement.text)

    def stop_editing(self) -> None:
        """As it was."""
        if self.editor is None or self._hint is None:
            return
        had_focus = self.editor.hasFocus()
        self._places.leave_editor()
        for widget in (self.editor, self._hint):
            widget.hide()
            widget.deleteLater()
        self.editor = self._hint = None
        self.update()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """Keep what is being typed, as Enter does."""
        if self.editor is not None:
            self._on_kept(self.editor.words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self.moved.emit(steps[key])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.begin_editing()
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.entered.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin_editing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        if self._current:
            painter.fillRect(QRectF(0, 0, look.px(3), rect.height() - 1), look.colour("accent"))
        self._places.paint(painter)
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))

    def _on_kept(self, words: str) -> None:
        self.stop_editing()
        if words and words != self.view.statement.text:
            self._places.show_words(words)
            self.mended.emit(words)
