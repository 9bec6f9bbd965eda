"""Two panes with a handle between that the keyboard can move; one pane and a switch where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.widgets.painting import focus_ring, rounded
from capture_app.ui.widgets.segments import Segments
from capture_app.words import _

_NARROW = 1000
_STEP = 24
_HANDLE = 6


class _Handle(QSplitterHandle):
    def __init__(self, splitter: _Splitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._splitter = splitter
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Width of the two sides"))
        self.setAccessibleDescription(_("Left and right arrow move it."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        left, right = self._splitter.sizes()
        self._splitter.setSizes([max(0, left + step), max(0, right - step)])
        self._splitter.splitterMoved.emit(left + step, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._splitter.look, QRectF(self.rect())
        line = QRectF(rect.center().x() - 0.5, rect.top(), 1, rect.height())
        painter.fillRect(line, look.colour("border"))
        if self.underMouse() or self.hasFocus():
            grip = QRectF(
                rect.center().x() - look.px(1.5), rect.center().y() - look.px(16), look.px(3), look.px(32)
            )
            rounded(painter, grip, look.px(1), fill=look.colour("accent"))
        if self.hasFocus():
            focus_ring(painter, rect, look, look.px(2))


class _Splitter(QSplitter):
    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look.px(_HANDLE))

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self)


class SplitPane(QWidget):
    """`first` and `second` side by side, with the words that name them on the switch.

    Signals:
        moved(float): the share (0 to 1) of the first pane after somebody moved the handle; remember it.
        folded(bool): from now on there is room for one pane only, or for both again.
    """

    moved = Signal(float)
    folded = Signal(bool)

    def __init__(
        self,
        look: Look,
        first: tuple[str, QWidget],
        second: tuple[str, QWidget],
        *,
        share: float = 0.42,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._share, self._narrow = look, share, False
        self._switches = True
        self._panes = {"first": first[1], "second": second[1]}
        self._switch = Segments(look, _("Which side to show"), [("first", first[0]), ("second", second[0])])
        self._switch.chosen.connect(self.show_pane)
        self._splitter = _Splitter(look)
        for pane in self._panes.values():
            self._splitter.addWidget(pane)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._splitter, 1)
        self._switch.hide()
        self.set_look(look)

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self._narrow

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = self._splitter.look = look
        self._splitter.setHandleWidth(look.px(_HANDLE))
        self._fit()

    def show_pane(self, key: str) -> None:
        """Show "first" or "second" where there is room for one."""
        self._switch.set_chosen(key)
        had_keyboard = _has_keyboard(self)
        # The one that stays comes first: where the other had the keyboard, that goes to the next place in sight.
        for name in sorted(self._panes, key=lambda name: name != key):
            self._panes[name].setVisible(not self._narrow or name == key)
        if had_keyboard and not _has_keyboard(self._splitter) and self._switch.isVisible():
            self._switch.focus_chosen()

    def show_switch(self, on: bool) -> None:
        """Whether one can go to the other pane where there is room for one; not while something is in hand."""
        self._switches = on
        self._switch.setVisible(self._narrow and on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), super().minimumSizeHint().height())

    def _fit(self) -> None:
        narrow = self.width() * 100 / self._look.scale < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._switch.setVisible(narrow and self._switches)
            self.show_pane(self._switch.chosen_key() or "first")
            self.folded.emit(narrow)
        if not narrow:
            room = self.width() - self._splitter.handleWidth()
            self._splitter.setSizes([round(room * self._share), round(room * (1 - self._share))])

    def _on_moved(self, *_position: int) -> None:
        left, right = self._splitter.sizes()
        if left + right:
            self._share = left / (left + right)
            self.moved.emit(self._share)


def _has_keyboard(holder: QWidget) -> bool:
    at = QApplication.focusWidget()
    return at is not None and holder.isAncestorOf(at)
