"""What the kiosk can show: the question one is at, and the screens around it; one of them at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from capture_app.ui.kiosk.question_view import Column, QuestionView
from capture_app.ui.kiosk.screen import Screen
from capture_app.ui.kiosk.sitting import Sitting
from capture_app.ui.kiosk.staff_screen import StaffScreen
from capture_app.ui.style import Look
from capture_app.words import _


class KioskPages(QStackedWidget):
    """`number` is what the staff type to leave."""

    def __init__(self, look: Look, sitting: Sitting, number: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = QuestionView(look, sitting)
        self.begin, self.sending = Screen(look, "clipboard-text", ""), Screen(look, "tray", "")
        self.failed, self.there = Screen(look, "warning-circle", ""), Screen(look, "hand", "")
        self.staff = StaffScreen(look, number)
        screens = (self.begin, self.sending, self.failed, self.there, self.staff)
        self._pages: list[QWidget] = [self.question, *screens]
        self.addWidget(self.question)
        for screen in screens:
            column = Column(look)
            QVBoxLayout(column.inside).addWidget(screen)
            self.addWidget(column)
        self.sending.show_button(False)

    def shown(self) -> QWidget:
        """The screen or question in front."""
        return self._pages[self.currentIndex()]

    def show_page(self, page: QWidget) -> None:
        """Bring a screen, or the question, to the front."""
        self.setCurrentIndex(self._pages.index(page))
        if isinstance(page, Screen):
            page.focus_first()

    def tell(self) -> None:
        """Say what stands on buttons in the language in force."""
        self.begin.tell(_("Start"))
        self.failed.tell(_("Try again"))
        self.there.tell(_("I am still here"))
