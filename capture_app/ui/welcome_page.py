"""The first page: open a session pack, a workspace, plan, try the example; the files last opened; the last backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from capture_app.ui.action_card import ActionCard
from capture_app.ui.app import Preferences
from capture_app.ui.icons import paint_icon
from capture_app.ui.jobs import Jobs
from capture_app.ui.recent_list import RecentList
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.icon import Icon
from capture_app.ui.widgets.label import Label, Prose
from capture_app.ui.widgets.painting import middle, rounded
from capture_app.ui.widgets.scroll import ScrollColumn
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.services.recent import RecentFile

_TWO_COLUMNS = 1000
"""Below this width (at 100 % text) the recent files stand under the ways in."""

_SHOWN = 6
"""Of the files last opened, so many have room."""


class WelcomePage(QWidget):
    """Signals: path_wanted(Path) and, without a value, file_wanted, workspace_wanted, plan_wanted, example_wanted,
    practice_wanted, help_wanted, settings_wanted, text_size_wanted.
    """

    path_wanted = Signal(object)
    file_wanted = Signal()
    workspace_wanted = Signal()
    plan_wanted = Signal()
    example_wanted = Signal()
    practice_wanted = Signal()
    help_wanted = Signal()
    settings_wanted = Signal()
    text_size_wanted = Signal()

    def __init__(self, jobs: Jobs, preferences: Preferences, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._preferences, self._look = jobs, preferences, preferences.look
        self._entering = True
        self._build(self._look)
        self.set_look(self._look)
        preferences.recent_changed.connect(self.read_recent)
        self.read_recent()

    def set_look(self, look: Look) -> None:
        """Take over the spaces."""
        self._look = look
        self._theme.set_words(_("Light") if look.theme.dark else _("Dark"))
        self._theme.set_icon("sun" if look.theme.dark else "moon")
        self._size.set_words(_("Text {scale} %").format(scale=look.scale))
        self._ways.setContentsMargins(look.px(72), look.px(44), look.px(48), look.px(20))
        self._ways.setSpacing(look.px(14))
        self._side_column.setContentsMargins(look.px(24), look.px(44), look.px(28), look.px(20))
        self._side_column.setSpacing(look.px(12))
        self._recent_head.setContentsMargins(look.px(12), 0, look.px(12), 0)
        self._fit()

    def focus_first(self) -> None:
        """The newest file if there is one, else the file chooser."""
        rows = self.recent.rows
        (rows[0] if rows else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def read_recent(self) -> None:
        """Look at the recent files again."""
        paths = self._preferences.settings.recent[:_SHOWN]
        if paths:
            self._jobs.files(lambda: _look_at(paths), self.show_recent, self)
        else:
            self.show_recent(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_recent(self, files: tuple[RecentFile, ...]) -> None:
        """Show these files, and the newest backup of any of them."""
        inside = any(row.hasFocus() for row in self.recent.rows)
        self.recent.show_files(files)
        self._none.setVisible(not files)
        self.clear.setVisible(bool(files))
        backup = next((file.backup for file in files if file.backup), None)
        self.backup.setVisible(backup is not None)
        if backup is not None:
            made = when(backup)
            self.backup.show_message(
                "good",
                _("Last backup checked"),
                _("{when} · opened and counted").format(when=made.capitalize()),
            )
        # Where a file has been opened meanwhile, the keyboard belongs to it.
        if self.isVisible() and (inside or (self._entering and files)):
            self._entering = False
            self.focus_first()

    def _build(self, look: Look) -> None:
        scroll, whole = ScrollColumn(look, margins=False), QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._row, self._ways, self._side = QHBoxLayout(), QVBoxLayout(), _Side(look)
        self._row.setSpacing(0)
        self._row.addLayout(self._ways, 76)
        self._row.addWidget(self._side, 60)
        scroll.column.addLayout(self._row)
        self._fill_ways(look)
        self._fill_side(look)

    def _fill_ways(self, look: Look) -> None:
        column = self._ways
        head = QVBoxLayout()
        head.setSpacing(look.px(2))
        head.addWidget(Label(_("Workshop Capture"), "welcome"))
        head.addWidget(
            Prose(_("Write down what people say, keep it safe, and show your working."), look, "capture")
        )
        column.addLayout(head)
        column.addSpacing(look.px(10))
        column.addWidget(self._pack_card(look))
        column.addLayout(self._cards(look))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(Icon("wifi-slash", look, "text2", 18))
        foot.addWidget(
            Prose(
                _("Works without a network. Nothing leaves this laptop until you export it."),
                look,
                "secondary",
            ),
            1,
        )
        column.addLayout(foot)

    def _pack_card(self, look: Look) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "drop")
        row, words = QHBoxLayout(card), QVBoxLayout()
        row.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        row.setSpacing(look.px(22))
        row.addWidget(_Tile(look))
        row.addLayout(words, 1)
        words.setSpacing(look.px(6))
        words.addWidget(Label(_("Open a session pack"), "question"))
        words.addWidget(Prose(_("Drop the file from your project lead here, or choose it, and type."), look))
        key = self._preferences.keys["app.open"].cap
        self.choose = Button(_("Choose a file"), look, "primary", size="welcome", icon="folder-open", key=key)
        self.choose.clicked.connect(self.file_wanted)
        words.addSpacing(look.px(6))
        words.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _cards(self, look: Look) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(look.px(14))
        workspace = ActionCard(
            look,
            "folder-open",
            _("Open a workspace"),
            _("Carry on with a file that ends in .capture."),
        )
        plan = ActionCard(
            look,
            "plus-circle",
            _("Plan a consultation"),
            _("Project lead: a new workspace, its title and its passphrase."),
        )
        example = ActionCard(
            look,
            "book-open",
            _("Try the example"),
            _("Project lead: what three laptops brought, and the report. All of its text is invented."),
        )
        practice = ActionCard(
            look,
            "graduation-cap",
            _("Practise as a scribe"),
            _("An empty worksheet to type on. Nothing of it can leave this laptop."),
        )
        wanted = (self.workspace_wanted, self.plan_wanted, self.example_wanted, self.practice_wanted)
        for place, card in enumerate((workspace, plan, example, practice)):
            card.clicked.connect(wanted[place])
            grid.addWidget(card, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        return grid

    def _fill_side(self, look: Look) -> None:
        self._side_column = QVBoxLayout(self._side)
        self._recent_head = QHBoxLayout()
        self.clear = Button(_("Clear list"), look, "quiet", size="row")
        self.clear.clicked.connect(self._preferences.forget_recent)
        self._recent_head.addWidget(Label(_("Recent on this laptop"), "heading"))
        self._recent_head.addStretch(1)
        self._recent_head.addWidget(self.clear)
        self._none = Prose(_("Files you open on this laptop will stand here."), look, "secondary")
        self._none.setContentsMargins(look.px(12), 0, 0, 0)
        self.recent = RecentList(look)
        self.recent.path_wanted.connect(self.path_wanted)
        self.backup = Banner(look, "good", "")
        self.backup.hide()
        self._side_column.addLayout(self._recent_head)
        self._side_column.addWidget(self._none)
        self._side_column.addWidget(self.recent)
        self._side_column.addStretch(1)
        self._side_column.addWidget(self.backup)
        self._side_column.addLayout(self._feet(look))

    def _feet(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        self._help = Button(_("Help"), look, "plain", size="row", icon="question")
        self._settings = Button(_("Settings"), look, "plain", size="row", icon="gear-six")
        self._theme = Button("", look, "plain", size="row", icon="moon")
        self._size = Button("", look, "plain", size="row", icon="text-aa")
        self._help.clicked.connect(self.help_wanted)
        self._settings.clicked.connect(self.settings_wanted)
        self._theme.clicked.connect(self._preferences.toggle_theme)
        self._size.clicked.connect(self.text_size_wanted)
        for button in (self._help, self._settings, self._theme, self._size):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        wide = self.width() * 100 / self._look.scale >= _TWO_COLUMNS
        direction = QHBoxLayout.Direction.LeftToRight if wide else QHBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)


class _Side(QWidget):
    """The lighter half, parted from the other by a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), self._look.colour("border"))


class _Tile(QWidget):
    """A large icon on a soft ground."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(look.px(60), look.px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, rect = QPainter(self), self._look, QRectF(self.rect())
        rounded(painter, rect, look.px(8), fill=look.colour("accent_soft"))
        side = look.px(30)
        paint_icon(
            painter,
            "file-arrow-down",
            middle(rect, (rect.width() - side) / 2, side, side),
            look.colour("accent"),
        )


def _look_at(paths: tuple[Path, ...]) -> tuple[RecentFile, ...]:
    from capture_app.services.recent import look_at

    return look_at(paths)
