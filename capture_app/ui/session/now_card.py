"""What runs now, how long it still has, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from capture_app.domain.run_sheet import RunSheet
from capture_app.ui.session.run_words import behind_words, clock, next_words, warning_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.label import Elided, Label, Prose
from capture_app.ui.widgets.time_left import TimeLeft
from capture_app.words import _


class NowCard(Card):
    """Signals:
    wanted(): go on to the next part, or end the session after the last.
    left_out(): the next part is not to run. resumed(): the session was ended too soon, and goes on.
    """

    wanted = Signal()
    left_out = Signal()
    resumed = Signal()

    def __init__(self, look: Look, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._above, self._title = Label("", "accent"), Prose("", look, "title")
        self._about, self._next = Elided("", "secondary"), Prose("", look)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How much of the part is over"))
        self.go_button = Button("", look, "primary", key=key)
        self.go_button.clicked.connect(self.wanted)
        self.leave_out_button = Button(_("Leave it out"), look, "quiet")
        self.leave_out_button.clicked.connect(self.left_out)
        self.resume_button = Button(_("It goes on"), look, "quiet", icon="arrow-counter-clockwise")
        self.resume_button.clicked.connect(self.resumed)
        self._left, self._behind, self._warning = (
            TimeLeft(look, large=True),
            Label("", "warn"),
            Label("", "bad"),
        )
        self._build(look)

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below what comes next, where there is little room."""
        self._foot.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def show_sheet(self, sheet: RunSheet) -> None:
        """Show how it stands."""
        now, ahead = sheet.now, sheet.next
        self._above.setText(_("Now") if now else "")
        self._above.setVisible(now is not None)
        self._title.set_words(_title(sheet))
        owner = now.part.owner if now else ""
        self._about.setText(_("Led by {who}").format(who=owner) if owner else "")
        self._about.setVisible(bool(owner))
        self._next.set_words(next_words(ahead) if now or ahead else "")
        self._next.setVisible(now is not None or ahead is not None)
        self.go_button.setVisible(now is not None or ahead is not None)
        self.go_button.set_words(_verb(sheet))
        for button, wanted in (
            (self.leave_out_button, sheet.spare is not None),
            (self.resume_button, sheet.over),
        ):
            if button.hasFocus() and not wanted:  # or Qt would take the keyboard to whatever comes next
                self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(wanted)
        self._show_time(sheet)

    def _show_time(self, sheet: RunSheet) -> None:
        now, left = sheet.now, sheet.minutes_left
        for widget in (self._left, self._bar):
            widget.setVisible(left is not None)
        if now is not None and now.minutes is not None and left is not None:
            self._left.set_time(left, _("of {minutes}").format(minutes=now.minutes))
            self._bar.setMaximum(
                max(1, now.minutes)
            )  # of no length at all it is over: Qt would show it as busy
            self._bar.setValue(max(0, min(now.minutes, now.minutes - left)) if now.minutes else 1)
        words, warning = behind_words(sheet), warning_of(sheet)
        self._behind.setText(words)
        self._behind.setVisible(bool(words))
        self._behind.set_kind("warn" if (sheet.behind or 0) > 0 else "good")
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def _build(self, look: Look) -> None:
        row, words, verbs, time = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        row.setSpacing(look.px(24))
        words.setSpacing(look.px(6))
        for widget in (self._above, self._title, self._about, self._bar):
            words.addWidget(widget)
        self._foot.addWidget(self._next, 1)
        verbs.addStretch(1)
        for button in (self.leave_out_button, self.resume_button, self.go_button):
            verbs.addWidget(button)
        self._foot.addLayout(verbs)
        words.addLayout(self._foot)
        for part in (self._left, self._warning, self._behind):
            time.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        time.addStretch(1)
        row.addLayout(words, 1)
        row.addLayout(time)
        self.section.column.addLayout(row)


def _title(sheet: RunSheet) -> str:
    if sheet.now is not None:
        return sheet.now.part.title or _("Not named yet")
    if not sheet.begun:
        return _("The session has not begun")
    ended = max((slot.ended for slot in sheet.slots if slot.ended), default=None)
    return _("The session ended at {time}").format(time=clock(ended))


def _verb(sheet: RunSheet) -> str:
    if sheet.next is None:
        return _("End the session")
    return _("Next part") if sheet.begun else _("Begin")
