"""The pictures of a worksheet, one at a time: turned over, looked at closely, added and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.services.pictures import Shown
from capture_app.ui.merge.dropping import files_in
from capture_app.ui.pictures.picture_view import PictureView
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _


class PicturePanel(QFrame):
    """Shows what it is told. `fixed`: pictures can only be looked at.

    Signals:
        add_wanted(): choose a file. dropped(Path): a file was let go over it. removed(str): take this one away.
        turned(str): another picture is wanted. closed(): it is not wanted any more.
    """

    add_wanted = Signal()
    dropped = Signal(object)
    removed = Signal(str)
    turned = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._look, self._shown, self._at, self._fixed = look, tuple[Shown, ...](), 0, False
        self._title = Label("", "label")
        self.view, self.trouble = PictureView(), Banner(look, "bad", "")
        self.add = self._button(_("Add a picture…"), "plus", self.add_wanted.emit, compact=False)
        self.back = self._button(_("Picture before"), "caret-left", lambda: self._turn(-1))
        self.on = self._button(_("Next picture"), "caret-right", lambda: self._turn(1))
        self.smaller = self._button(_("See it smaller"), "magnifying-glass-minus", self.view.smaller)
        self.larger = self._button(_("See it larger"), "magnifying-glass-plus", self.view.larger)
        self.remove = self._button(_("Take this picture away"), "trash", self._on_remove)
        self.leave = self._button(_("Close the pictures"), "x", self.closed.emit)
        self._pages, self._words = QStackedWidget(), ScrollColumn(look, margins=False)
        self._build(look)
        self.setAcceptDrops(True)
        self.show_pictures(())

    def set_fixed(self, fixed: bool) -> None:
        """Whether pictures can only be looked at."""
        self._fixed = fixed
        self._tell()

    def show_pictures(self, shown: Sequence[Shown], at: RecordId = "") -> None:
        """Show these; one stays at the same picture, or goes to `at`."""
        wanted = at or self.picture()
        self._shown = tuple(shown)
        places = {one.id: place for place, one in enumerate(self._shown)}
        self._at = places.get(wanted, max(0, min(self._at, len(self._shown) - 1)))
        self._tell()

    def picture(self) -> RecordId:
        """The picture one is at; empty if there is none."""
        return self._shown[self._at].id if self._shown else ""

    def show_jpeg(self, picture: RecordId, jpeg: bytes) -> None:
        """Show the image of a picture, if one is still at it."""
        if picture == self.picture() and not self.view.show_jpeg(jpeg):
            self.say(_("This picture came damaged, so it cannot be shown. Everything else is untouched."))

    def say(self, sentence: str) -> None:
        """Say what went wrong; nothing where all is well."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.trouble.show_message("bad", sentence)
        self._show_page()

    def focus_first(self) -> None:
        """Where one works: the picture, or the way to the first."""
        (self.view if self._shown else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()) and not self._fixed:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in files_in(event.mimeData()):
            self.dropped.emit(Path(path))

    def _build(self, look: Look) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(*(look.px(8),) * 4)
        column.setSpacing(look.px(6))
        for row in (head, foot):
            row.setSpacing(look.px(2))
        head.addWidget(self._title, 1)
        for button in (self.back, self.on, self.leave):
            head.addWidget(button)
        foot.addWidget(self.add)
        foot.addStretch(1)
        for button in (self.smaller, self.larger, self.remove):
            foot.addWidget(button)
        self._nothing = EmptyState(
            look,
            "image",
            _("No pictures yet. Add a photograph of the flip chart or of the sheet."),
        )
        for said in (self.trouble, self._nothing):
            self._words.column.addWidget(said)
        for page in (self._words, self.view):
            self._pages.addWidget(page)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self.trouble.hide()

    def _button(self, words: str, icon: str, verb: object, *, compact: bool = True) -> Button:
        button = Button(words, self._look, "quiet", size="row", icon=icon)
        button.set_compact(compact)
        button.clicked.connect(verb)
        return button

    def _tell(self) -> None:
        count = len(self._shown)
        words = _("Picture {number} of {count}").format(number=self._at + 1, count=count)
        self._title.setText(words if count else _("Pictures"))
        self.view.setAccessibleName(words)
        self._show_page()
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at < count - 1)
        self.add.setVisible(not self._fixed)
        self.remove.setVisible(not self._fixed)
        for button in (self.smaller, self.larger, self.remove):
            button.setEnabled(bool(count))
        if count:
            self.turned.emit(self.picture())

    def _show_page(self) -> None:
        """The picture, unless there is something to say in its place."""
        told = not self.trouble.isHidden()
        self._nothing.setVisible(not self._shown)
        self._pages.setCurrentWidget(self._words if told or not self._shown else self.view)

    def _turn(self, step: int) -> None:
        self.trouble.hide()
        self._at += step
        self._tell()

    def _on_remove(self) -> None:
        self.removed.emit(self.picture())
