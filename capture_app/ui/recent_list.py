"""The files last opened on this laptop, newest first. Enter opens; the arrow keys move."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.keycap import KeyCap
from capture_app.ui.widgets.label import Elided, Label
from capture_app.ui.widgets.painting import focus_ring, rounded
from capture_app.ui.widgets.tag import Tag
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.recent import RecentFile

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecentRow(QAbstractButton):
    """One file: its name, its folder, when it was saved, whether it is encrypted."""

    def __init__(self, file: RecentFile, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file, self._look = file, look
        self._row, self._words, self._facts = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._enter = KeyCap(_("Enter"), look)
        policy = self._enter.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._enter.setSizePolicy(policy)
        self._fill(look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over colours and spaces."""
        self._look = look
        self._row.setContentsMargins(look.px(14), look.px(12), look.px(12), look.px(12))
        self._row.setSpacing(look.px(14))
        self._words.setSpacing(look.px(1))
        self._facts.setSpacing(look.px(16))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._enter.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._enter.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        if self.hasFocus():
            rounded(painter, rect, look.px(8), fill=look.colour("sel"))
            focus_ring(painter, rect, look, look.px(8))
        elif self.underMouse():
            rounded(painter, rect, look.px(8), fill=look.colour("hover"))

    def _fill(self, look: Look) -> None:
        file = self.file
        saved = _("Saved {when}").format(when=when(file.saved)) if file.saved else _("Not there any more")
        lock = _("Encrypted") if file.encrypted else _("No passphrase")
        self._row.addWidget(Icon("notebook", look, "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._enter, 0, Qt.AlignmentFlag.AlignTop)
        self._words.addWidget(Elided(file.path.stem, "heading"))
        self._words.addWidget(Elided(_folder_words(file.path), "secondary"))
        self._words.addLayout(self._facts)
        self._facts.addWidget(Label(saved, "secondary"))
        if file.saved:
            icon = "lock-simple" if file.encrypted else "lock-simple-open"
            self._facts.addWidget(Tag(look, icon, lock))
        self._facts.addStretch(1)
        self._enter.hide()
        self.setAccessibleName(". ".join([file.path.stem, saved, *([lock] if file.saved else [])]))
        self.setToolTip(str(file.path))


class RecentList(QWidget):
    """One Tab stop; arrows move inside.

    Signals:
        path_wanted(Path): open this file.
    """

    path_wanted = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(_("Recent on this laptop"))
        self.rows: list[RecentRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_look(self, look: Look) -> None:
        """Used for the rows shown from now on."""
        self._look = look

    def show_files(self, files: Sequence[RecentFile]) -> None:
        """Show these in place of those there were."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(file, self._look) for file in files]
        for number, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            row.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        held = next((i for i, row in enumerate(self.rows) if row.hasFocus()), None)
        if step is None or held is None:
            super().keyPressEvent(event)
            return
        goal = self.rows[max(0, min(len(self.rows) - 1, held + step))]
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        row = next(row for row in self.rows if row is self.sender())
        self.path_wanted.emit(row.file.path)


def _folder_words(path: Path) -> str:
    """The folder as a person knows it: their own as "~"."""
    folder = path.parent
    home = Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) else str(folder)
