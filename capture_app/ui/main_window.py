"""The window: the welcome page, or the desk of an open workspace. It only navigates."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from capture_app.sealing import WayIn
from capture_app.ui.actions import WINDOW, add_actions, renew_keys
from capture_app.ui.app import Preferences
from capture_app.ui.choosing import BUNDLE, WORKSPACE, choose_file
from capture_app.ui.collecting import collect_all
from capture_app.ui.jobs import Jobs
from capture_app.ui.keys import Scope
from capture_app.ui.lock.locker import Locker
from capture_app.ui.opening import Opening
from capture_app.ui.problems import Problems, sentence_of
from capture_app.ui.style import SCALES, dress
from capture_app.ui.welcome_page import WelcomePage
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.words import _, n_

if TYPE_CHECKING:
    from collections.abc import Callable

    from capture_app.services.done import Done
    from capture_app.services.entering import Entered
    from capture_app.services.workspaces import Workspace
    from capture_app.ui.desk import Desk
    from capture_app.ui.dialogs.example_dialog import Example

USUAL, LEAST = QSize(1366, 768), QSize(1280, 640)


class MainWindow(InReadingOrder, QMainWindow):
    """One workspace at a time. `desk` is None on the welcome page."""

    def __init__(self, jobs: Jobs, preferences: Preferences, problems: Problems, example: Example) -> None:
        super().__init__()
        self._jobs, self._preferences, self._problems = jobs, preferences, problems
        self.opening = Opening(self, jobs, preferences, problems, example)
        self.opening.entered.connect(self._on_entered)
        self.opening.fresh.entered.connect(self._on_refreshed)
        self.opening.fresh.first_pack.connect(lambda path: self._leave(partial(self.opening.open_pack, path)))
        self.desk: Desk | None = None
        self._may_close = False
        dress(self, preferences.look)
        self.setAcceptDrops(True)
        self.setMinimumSize(_no_larger(LEAST))
        self.resize(_no_larger(USUAL))
        self.locker = Locker(self, jobs, preferences, lambda: self.desk, self._stay)
        verbs = (
            *(self.show_keys, self.show_help, self.show_settings, self.locker.lock, self.choose_file),
            *(
                self.show_whom_to_call,
                self.search,
                self.show_history,
                preferences.larger,
                preferences.smaller,
            ),
        )
        add_actions(self, preferences.keys, dict(zip(WINDOW, verbs, strict=True)))
        preferences.keys_changed.connect(lambda: renew_keys(self, preferences.keys))
        self._show_welcome()

    def open_file(self, path: Path, way_in: WayIn | None = None) -> None:
        """Open a workspace or a pack, or look at a bundle, whatever the file is. `way_in` saves asking.

        Nothing is opened while the window is locked.
        """
        if self.locker.screen is not None:
            return
        if path.suffix == BUNDLE and self.desk is not None and self.desk.takes_bundles():
            self.desk.show_bundles([path])
        elif path.suffix == BUNDLE and self.desk is not None:
            workspace = self.desk.entered.workspace
            self.desk.settle(lambda _saved: self.opening.fresh.open_here(path, workspace))
        elif path.suffix == BUNDLE:
            self.opening.open_pack(path)
        else:
            self._leave(partial(self.opening.open_workspace, path, way_in))

    def choose_file(self) -> None:
        """Ask which file to open."""
        if self.locker.screen is not None:
            return
        choose_file(self, _("Open a file"), (BUNDLE, WORKSPACE), self.open_file)

    def choose_workspace(self) -> None:
        """Ask which workspace to open."""
        choose_file(self, _("Open a workspace"), (WORKSPACE,), self.open_file)

    def show_keys(self) -> None:
        """All keys that work here."""
        from capture_app.ui.dialogs.keys_dialog import KeysDialog

        lead = self.desk is not None and self.desk.takes_bundles()
        KeysDialog(self._preferences.look, self._preferences.keys, lead=lead, parent=self).open()

    def show_help(self) -> None:
        """The page of the guide that fits the page shown, in the system's browser."""
        from capture_app.ui.help import INDEX, open_help

        locked = self.locker.screen is not None
        shown = "lock" if locked else self.desk.page_key() if self.desk is not None else "welcome"
        if not open_help(shown):
            words = _(
                "No browser opened. The guide comes with the program as web pages; it begins in {file}."
            )
            self._stay(words.format(file=INDEX))

    def show_settings(self) -> None:
        """The settings, beside the pages of a workspace or in place of the first page."""
        if self.locker.screen is not None:
            return
        if self.desk is not None:
            self.desk.show_page("settings")
            return
        from capture_app.ui.settings_page import SettingsPage

        page = SettingsPage(self._preferences, tuple(Scope), lockable=None)
        page.add_way_back(self._show_welcome)
        self.setCentralWidget(page)
        self.setWindowTitle(_("Settings — Workshop Capture"))
        page.focus_first()

    def show_whom_to_call(self) -> None:
        """What the data-protection card says for when somebody is in danger (practice 2.13)."""
        if self.desk is not None and self.locker.screen is None:
            self.desk.show_whom_to_call()

    def search(self) -> None:
        """Go to the search."""
        if self.desk is not None:
            self.desk.show_page("search")

    def show_history(self) -> None:
        """Tell what became of the record one is at."""
        if self.desk is not None:
            self.desk.show_history()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is None or self._may_close:
            event.accept()
            return
        event.ignore()
        if self.isVisible():  # behind the kiosk it is not, and whoever answers there may not end it
            self._leave(self._close_now)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event) and self.locker.screen is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = _files(event) if self.locker.screen is None else []
        event.acceptProposedAction()
        bundles = [path for path in files if path.suffix == BUNDLE]
        if bundles and self.desk is not None and self.desk.takes_bundles():
            self.desk.show_bundles(bundles)
        elif files:
            self.open_file(files[0])

    def _show_welcome(self) -> None:
        page = WelcomePage(self._jobs, self._preferences)
        page.file_wanted.connect(self.choose_file)
        page.workspace_wanted.connect(self.choose_workspace)
        page.path_wanted.connect(self.open_file)
        page.plan_wanted.connect(self.opening.plan)
        page.example_wanted.connect(self.opening.try_example)
        page.practice_wanted.connect(partial(self.opening.try_example, as_scribe=True))
        page.help_wanted.connect(self.show_help)
        page.settings_wanted.connect(self.show_settings)
        page.text_size_wanted.connect(self._on_text_size)
        self.setCentralWidget(page)
        self.setWindowTitle(_("Welcome — Workshop Capture"))
        page.focus_first()

    def _on_entered(self, entered: Entered) -> None:
        from capture_app.ui.desk import Desk  # brings the whole store with it, and the window stands first

        self.desk = Desk(entered, self._jobs, self._preferences)
        self.desk.help_wanted.connect(self.show_help)
        self.desk.status.text_size_wanted.connect(self._on_text_size)
        self.setCentralWidget(self.desk)
        self.setWindowTitle(_("{consultation} — Workshop Capture").format(consultation=entered.about.title))
        self._preferences.opened(entered.workspace.path)
        self.desk.focus_page()
        if entered.about.recovered:
            self._tell_recovered(self.desk, entered)

    def _tell_recovered(self, desk: Desk, entered: Entered) -> None:
        """Go to where a crash stopped somebody, and say where that is (practice 1.4)."""
        words = n_("{count} line recovered", "{count} lines recovered", entered.about.recovered)
        if found := entered.recovered:
            desk.show_record(found.kind, found.record, found.spot)
            words = " · ".join(part for part in (words, found.where) if part)
        self._note(words)

    def _on_refreshed(self, entered: Entered, words: str) -> None:
        """A fresh pack was taken in: the pages are made anew, with what it brought."""
        self._on_entered(entered)
        self._note(words)

    def _note(self, words: str) -> None:
        from capture_app.ui.notice import Notice

        Notice(self, self._preferences.look, words)

    def _leave(self, then: Callable[[], None]) -> None:
        """Have everything kept, back up, let go of the workspace; then go on. Stays where something fails."""
        if self.desk is None:
            then()
            return
        self.desk.settle(lambda _all_saved: self._keep_all(then))

    def _keep_all(self, then: Callable[[], None]) -> None:
        if self.desk is not None:
            job = partial(_keep_all, self.desk.entered.workspace)
            self._jobs.write(job, lambda _kept: self._on_kept(then), self, on_error=self._not_left)

    def _on_kept(self, then: Callable[[], None]) -> None:
        if self.desk is None:
            return
        if self.desk.unsaved.sentence:
            self._stay(self.desk.unsaved.sentence)
            return
        self._jobs.read(
            partial(_back_up, self.desk.entered.workspace),
            lambda _made: self._let_go(then),
            self,
            on_error=partial(self._not_backed_up, then),
        )

    def _let_go(self, then: Callable[[], None]) -> None:
        if self.desk is not None:
            close = partial(_close, self.desk.entered.workspace)
            self._jobs.read(close, lambda _none: self._on_left(then), self, on_error=self._not_left)

    def _on_left(self, then: Callable[[], None]) -> None:
        self.desk = None
        if then != self._close_now:
            self._show_welcome()
            QTimer.singleShot(
                0, self, collect_all
            )  # the pages are gone by then, and no word of them stays behind
        then()

    def _not_backed_up(self, then: Callable[[], None], error: BaseException) -> None:
        from capture_app.ui.dialogs.question import Question

        question = Question(
            self._preferences.look,
            _("Close without a backup?"),
            _("Close without a backup"),
            harmless=_("Stay"),
            grave=True,
            parent=self,
        )
        question.refuse(sentence_of(error))
        question.answered.connect(question.accept)
        question.accepted.connect(partial(self._let_go, then))
        question.open()

    def _close_now(self) -> None:
        self._may_close = True
        # Not from within: Qt does not close a window that is just being asked to close.
        QTimer.singleShot(0, self.close)

    def _not_left(self, error: BaseException) -> None:
        self._stay(sentence_of(error))

    def _stay(self, sentence: str) -> None:
        from capture_app.ui.dialogs.problem_dialog import ProblemDialog

        ProblemDialog(self._preferences.look, sentence, parent=self).open()

    def _on_text_size(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(_("Text size"))
        for scale in SCALES:
            action = menu.addAction(_("Text {scale} %").format(scale=scale))
            action.triggered.connect(partial(self._preferences.set_scale, scale))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.cursor().pos())


def _files(event: QDropEvent) -> list[Path]:
    """The files of ours among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix in (WORKSPACE, BUNDLE)]


def _no_larger(size: QSize) -> QSize:
    """This size, or what the screen has room for."""
    screen = QGuiApplication.primaryScreen()
    offscreen = QGuiApplication.platformName() == "offscreen"
    return size if offscreen or screen is None else size.boundedTo(screen.availableGeometry().size())


def _keep_all(workspace: Workspace) -> Done[int]:
    from capture_app.services.capturing import keep_all

    return keep_all(workspace)


def _back_up(workspace: Workspace) -> object:
    from capture_app.services.workspaces import back_up

    return back_up(workspace)


def _close(workspace: Workspace) -> None:
    from capture_app.services.workspaces import close

    close(workspace)
