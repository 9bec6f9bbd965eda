"""The kiosk's window: full screen, one question at a time, closed only by whoever knows its number.

Answers go into the box when somebody hands them in. Until then they are in memory, and wiped when the
person has gone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.forms.course import is_asked
from capture_app.domain.forms.languages import in_language, items_missing_in
from capture_app.ui.jobs import Jobs
from capture_app.ui.kiosk.asking import Asking
from capture_app.ui.kiosk.bars import SIZES, FootBar, TopBar
from capture_app.ui.kiosk.guard import Guard
from capture_app.ui.kiosk.idle import IdleWatch
from capture_app.ui.kiosk.pages import KioskPages
from capture_app.ui.kiosk.saying import meant_words, wrong_words
from capture_app.ui.kiosk.segments_bar import SegmentsBar
from capture_app.ui.kiosk.sitting import Sitting
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import SCALES, Look, dress, relook
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.words import _, speak_here, spoken

if TYPE_CHECKING:
    from capture_app.services.done import Done

THANKS_FOR = 10
"""Seconds in which somebody is thanked in their language; whoever comes next is not told which that was."""

_DIGITS = {Qt.Key(Qt.Key.Key_0 + number): number for number in range(1, 10)}


class KioskWindow(InReadingOrder, QWidget):
    """Signals:
    left(): somebody of the staff has closed it.
    """

    left = Signal()

    def __init__(self, asking: Asking, jobs: Jobs, look: Look) -> None:
        super().__init__()
        form = asking.form
        self._asking, self._form, self._jobs = asking, form, jobs
        self._base, self._size, self._may_close = look, SIZES[0], False
        self.sitting = Sitting(form)
        self._spoken = spoken()[0]
        self._language = form.language or self._spoken
        self._languages = (self._language, *form.languages) if form.languages else ()
        self.top = TopBar(look, asking.promise, self._languages, trial=asking.is_trial)
        self.foot, self.segments = FootBar(look), SegmentsBar(look)
        pages = self.pages = KioskPages(look, self.sitting, asking.number)
        self.question, self.begin, self.sending = pages.question, pages.begin, pages.sending
        self.failed, self.there, self.staff = pages.failed, pages.there, pages.staff
        self._before: QWidget = self.begin
        self.idle, self._guard = IdleWatch(self), Guard(self, on=not asking.is_trial)
        self.thanks = QTimer(self, singleShot=True, interval=THANKS_FOR * 1000)
        self.setWindowTitle(form.title)
        self._build()
        self._connect()
        self.set_text_size(self._size)
        self._read_in(self._language)
        self._stand_ready()

    def set_text_size(self, size: int) -> None:
        """Text of this size in per cent of what the window has."""
        self._size = size
        look = Look(self._base.theme, min(SCALES[-1], self._base.scale * size // 100))
        dress(self, look)
        self._bar_row.setContentsMargins(look.px(40), 0, look.px(40), 0)
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            relook(part, look)
        self.top.show_size(size)

    def set_look(self, look: Look) -> None:
        """Take over another look, as where the system turns dark while people answer; their text size stays."""
        self._base = look
        # What is inside is given this very look after the window, so its own comes last.
        QTimer.singleShot(0, self, lambda: self.set_text_size(self._size))

    def start(self) -> None:
        """The next person begins."""
        self.sitting.wipe()
        self.idle.watch(True)
        self._ask()

    def read_in(self, language: str) -> None:
        """Show everything in another language; the answers so far stay."""
        self._read_in(language)
        if self.shown() is self.question:
            self._ask()
        elif self.shown() is self.begin:
            self._stand_ready()

    def hand_in(self) -> None:
        """Put the answers into the box; they stay in memory until they are in."""
        self.idle.watch(False)
        if self._asking.take is None:
            self._on_in(None)
            return
        self.sending.say(_("Putting your answers in…"))
        self._show(self.sending)
        job = partial(self._asking.take, self.sitting.answers())
        self._jobs.write(job, self._on_in, self, on_error=self._on_not_in)

    def shown(self) -> QWidget:
        """The screen or question in front."""
        return self.pages.shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        asking = self.shown() is self.question
        if asking and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_next()
        elif asking and key in _DIGITS and self.question.asked is not None:
            self.question.asked.press(_DIGITS[key])
        # Esc and everything else does nothing here.

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or self._asking.is_trial:
            speak_here("")
            self.idle.watch(False)
            self._guard.let_go()
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._base.colour("surface"))

    def _ask(self) -> None:
        self._show_place()
        self._show(self.question)
        self.question.show_question()

    def _show_place(self) -> None:
        """How far it is, and whether anything follows: an answer can bring more questions, or fewer."""
        sitting = self.sitting
        _number, questions = sitting.number
        places = max(1, questions)  # a form that is tried may have nothing but a note yet
        self.segments.show_place(min(sitting.before, places - 1), places)
        asks = is_asked(sitting.item)
        self.foot.show_place(first=sitting.place == 0, last=sitting.is_last, asks=asks)

    def _on_next(self) -> None:
        if wrong := self.sitting.wrong:
            self.question.object_to(wrong_words(self.sitting.item, wrong))
        elif self.sitting.asks_back():
            self.question.object_to(meant_words())
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self.sitting.is_last:
            self.hand_in()
        else:
            self._move(1)

    def _on_skip(self) -> None:
        self.sitting.put(None)
        self._go_on()

    def _move(self, step: int) -> None:
        self.sitting.move(step)
        self._ask()

    def _on_in(self, _done: Done[int] | None) -> None:
        thanks, then = _("Thank you. Your answers are in."), _("The next person can start.")
        self._wipe()
        self._stand_ready(thanks, then)
        self.thanks.start()

    def _on_not_in(self, error: BaseException) -> None:
        words = _("They are still here and nothing is lost. Try again, or fetch somebody of the staff.")
        self.failed.say(_("Your answers are not in yet."), f"{sentence_of(error)} {words}")
        self._show(self.failed)

    def _on_time_left(self, seconds: int) -> None:
        if self.shown() is self.staff:
            return
        words = _("If nobody is here, the answers so far are wiped in {seconds} seconds.")
        self.there.say(_("Are you still there?"), words.format(seconds=seconds))
        self._show(self.there)

    def _on_gone(self) -> None:
        self._wipe()
        self._stand_ready()

    def _on_still_here(self) -> None:
        self.idle.watch(True)
        self._ask()

    def _on_staff(self) -> None:
        if self._asking.is_trial:
            self._on_passed()
        elif self.shown() not in (self.staff, self.sending):
            self._before = self.shown()
            self.staff.ask(not_in=self._before is self.failed)
            self._show(self.staff)

    def _on_back_from_staff(self) -> None:
        self.staff.forget()
        if self._before in (self.question, self.there):
            self._on_still_here()
        elif self._before is self.begin:
            self._stand_ready()
        else:
            self._show(self._before)

    def _on_passed(self) -> None:
        self._wipe()
        self._may_close = True
        self.left.emit()
        self.close()

    def _wipe(self) -> None:
        self.idle.watch(False)
        self.question.forget()
        self.staff.forget()
        self.sitting.wipe()
        self._read_in(self._language)
        self.set_text_size(SIZES[0])

    def _read_in(self, language: str) -> None:
        self._shown_form = in_language(self._form, language)
        self.sitting.read_in(self._shown_form, items_missing_in(self._form, language))
        speak_here("" if language == self._spoken else language)
        self.setLayoutDirection(QLocale(language).textDirection())
        self.top.tell()
        self.top.show_language(language)
        self.foot.tell()
        self.pages.tell()

    def _stand_ready(self, sentence: str = "", words: str = "") -> None:
        """Wait for the next person, with these words or those of the form."""
        self.begin.say(sentence or self._shown_form.title, words if sentence else self._shown_form.intro)
        self._show(self.begin)

    def _show(self, page: QWidget) -> None:
        self.thanks.stop()
        asking = page is self.question
        self.foot.setVisible(asking)
        self.segments.setVisible(asking)
        self.pages.show_page(page)

    def _build(self) -> None:
        whole, self._bar_row = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        self._bar_row.addWidget(self.segments)
        whole.addLayout(self._bar_row)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.top.size_wanted.connect(self.set_text_size)
        self.top.language_wanted.connect(self.read_in)
        self.top.staff_wanted.connect(self._on_staff)
        self.foot.back_wanted.connect(partial(self._move, -1))
        self.foot.skip_wanted.connect(self._on_skip)
        self.foot.next_wanted.connect(self._on_next)
        self.question.answered.connect(self._show_place)
        self.question.on_wanted.connect(self._on_next)
        self.begin.wanted.connect(self.start)
        self.failed.wanted.connect(self.hand_in)
        self.there.wanted.connect(self._on_still_here)
        self.staff.passed.connect(self._on_passed)
        self.staff.other_wanted.connect(self._on_back_from_staff)
        self.thanks.timeout.connect(self._stand_ready)
        self.idle.left.connect(self._on_time_left)
        self.idle.gone.connect(self._on_gone)
