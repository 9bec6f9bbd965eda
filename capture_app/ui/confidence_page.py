"""What came to an observer in confidence: contributors' reports and interviews, for the evaluator to read (I3, I4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.record import RecordId
from capture_app.ui.choosing import CARE_FILE, choose_file
from capture_app.ui.jobs import Jobs
from capture_app.ui.people.days import said_day
from capture_app.ui.people.interview_register import interview_register
from capture_app.ui.people.open_care_dialog import OpenCareDialog
from capture_app.ui.people.report_register import report_register
from capture_app.ui.register.described import Line, Refer, Register
from capture_app.ui.register.reading_fields import reading_fields
from capture_app.ui.register.reading_pane import ReadingPane
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.header import PageHeader
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.entering import Entered

_NARROW = 760
"""Below this width (at 100 % text) room is kept for what one reads."""

_MARK = 4
"""Letters from the end of a record's id that tell contributors apart who are not named here."""


class ConfidencePage(QWidget):
    """`dialog` is the one that was opened last, if any.

    Signals:
        saved(datetime): a file was taken in, and that is on the disk.
    """

    saved = Signal(object)

    def __init__(self, entered: Entered, jobs: Jobs, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._look = entered.workspace, jobs, look
        self.dialog: OpenCareDialog | None = None
        self.open_button = Button(_("Open one…"), look, size="row", icon="folder-open")
        self.open_button.say_of(_("a care file"))
        self.open_button.clicked.connect(self._on_open)
        self.banner = Banner(look, "priv", _("Only on this laptop."))
        self.banner.add_button(self.open_button)
        self._parts = RegisterPage("", "", to_read(), self._workspace, jobs, look, make=self._made)
        self._parts.header.hide()
        column, strip, page = QVBoxLayout(self), QHBoxLayout(), look.px(look.theme.space.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        strip.setContentsMargins(page, 0, page, look.px(12))
        strip.addWidget(self.banner)
        detail = _("What contributors report, for the evaluator alone")
        column.addWidget(PageHeader(look, _("In confidence"), detail))
        column.addLayout(strip)
        column.addWidget(self._parts, 1)
        self._tell_rule()

    def show_part(self, key: str) -> None:
        """Turn to a register."""
        self._parts.show_part(key)

    def pane(self) -> RegisterPane:
        """The register that is shown."""
        return self._parts.pane()

    def focus_first(self) -> None:
        """What one reads; where there is nothing yet, the way to open a file."""
        self.pane().focus_first()

    def open_care_file(self, path: Path) -> None:
        """Look into a care file, and ask whether it should be taken in."""
        self.dialog = OpenCareDialog(self._look, self._workspace, path, self._jobs, parent=self.window())
        self.dialog.taken.connect(self.saved)
        self.dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rule()

    def _on_open(self) -> None:
        choose_file(self, _("Open a care file"), (CARE_FILE,), self.open_care_file)

    def _made(self, part: Register) -> RegisterPane:
        return ReadingPane(part, self._workspace, self._jobs, self._look, instead=self.open_button)

    def _tell_rule(self) -> None:
        """The rule in force; where there is little room its second sentence is left to the ears."""
        rest = _("None of this goes into a bundle. The project lead’s care file for the evaluator brings it.")
        narrow = self.width() * 100 / self._look.scale < _NARROW
        self.banner.show_message("priv", _("Only on this laptop."), "" if narrow else rest)
        self.banner.setAccessibleDescription(rest)


def to_read() -> tuple[Register, ...]:
    """The registers of what is for the evaluator, as an observer reads them."""
    reports = replace(
        report_register(),
        counts=lambda found: n_("{count} report", "{count} reports", len(found)) if found else "",
        empty=lambda: _(
            "No reports yet. What contributors report of a session comes in a file from the project lead. "
            "Send them your key from Settings, and open their file here."
        ),
    )
    interviews = replace(
        interview_register(),
        counts=lambda found: n_("{count} interview", "{count} interviews", len(found)) if found else "",
        empty=lambda: _(
            "No interviews yet. They come with the reports, in a file that the project lead seals to your key."
        ),
    )
    return (_read(reports), _read(interviews))


def _read(register: Register) -> Register:
    """Without the field that would name the contributor, who is named above the form where they are known."""
    fields = tuple(one for one in register.fields if not (isinstance(one, Refer) and one.name == "person"))
    return replace(
        register,
        line=_marked(register.line),
        about=lambda: _("To read: what the project lead changes comes with their next file."),
        fields=reading_fields(fields, said_day),
    )


def _marked(line: Line) -> Line:
    """The same line, in which whoever is not named on this laptop is told apart by a short mark."""

    def told(one: Any, names: Mapping[RecordId, str]) -> tuple[str, str]:
        _who, detail = line(one, names)
        unnamed = _("A contributor ({mark})").format(mark=one.id[-_MARK:])
        return names.get(one.person or "", "") or unnamed, detail

    return told
