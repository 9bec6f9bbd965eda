"""One statement: its words, what stands behind it, and, where one is, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.synthesising import StatementView
from capture_app.ui.style import Look
from capture_app.ui.synthesis.evidence_counts import EvidenceCounts, spoken
from capture_app.ui.synthesis.sentence_editor import SentenceEditor
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import focus_ring
from capture_app.words import _

_NARROW = 560


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
    """A row of the list. Enter rewords it, Delete takes it away. `editor` is there while its words are typed.

    Signals:
        entered(): one is here now. moved(int): to the row above (-1) or below (1).
        mended(str): other words are to be kept. removed(): it is to go.
        evidence_wanted(): its evidence should be shown. history_wanted(): what became of it.
    """

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
        self._words = Prose("", look, "capture")
        self.editor: SentenceEditor | None = None
        self._hint = Label(_("Enter keeps it, Esc leaves it as it was."), "hint")
        self._counts = EvidenceCounts(look)
        self._build()
        self.set_look(look)
        self.show_view(view)
        self.set_current(False)

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._column.setContentsMargins(look.px(22), look.px(10), look.px(18), look.px(8))
        self._column.setSpacing(look.px(4))
        self._foot.setSpacing(look.px(4))
        self._holder.setMinimumHeight(look.px(28))
        self._fit()

    def show_view(self, view: StatementView) -> None:
        """Show the statement as it stands; what is being typed stays."""
        self.view = view
        self._words.set_words(view.statement.text)
        self._counts.show_view(view)
        if self._actions is not None:
            self._actions.open_evidence.setEnabled(bool(view.evidence))
        self.setAccessibleName(spoken(view))

    def set_current(self, current: bool) -> None:
        """Whether links go to this one."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        if current or self._actions is not None:
            self.buttons().setVisible(current)
        self._fit()
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
            self._row.addWidget(made)
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
        self._words.hide()
        self._column.insertWidget(0, editor)
        self._hint.show()
        editor.begin(self.view.statement.text)

    def stop_editing(self) -> None:
        """As it was."""
        if self.editor is None:
            return
        had_focus = self.editor.hasFocus()
        self._column.removeWidget(self.editor)
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None
        self._words.show()
        self._hint.hide()
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

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("border"))
        if self._current:
            painter.fillRect(QRectF(0, 0, look.px(3), rect.height() - 1), look.colour("accent"))
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(1, 1, -1, -2), look, look.px(4))

    def _build(self) -> None:
        self._column, self._foot = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._holder = QWidget()
        self._row = QHBoxLayout(self._holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(self._counts, 1)
        self._foot.addWidget(self._holder)
        for widget in (self._words, self._hint):
            self._column.addWidget(widget)
        self._column.addLayout(self._foot)
        self._hint.hide()

    def _on_kept(self, words: str) -> None:
        self.stop_editing()
        if words and words != self.view.statement.text:
            self._words.set_words(words)
            self.mended.emit(words)

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._foot.setDirection(down if narrow else across)
        self._holder.setVisible(self._current or not narrow)
        alignment = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        self._foot.setAlignment(self._holder, alignment | Qt.AlignmentFlag.AlignVCenter)
