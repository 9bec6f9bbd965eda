"""A date as given, and below it how it is read; a reading that nobody gave can be put right and is marked so (B3)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker

from capture_app.domain.date_slips import names_no_day
from capture_app.domain.dates import is_set, read_date, says_more, worked_out
from capture_app.domain.values import DateGiven
from capture_app.services.wording import read_words, slip_words
from capture_app.ui.register.editors import FieldEditor, Line
from capture_app.ui.style import Look
from capture_app.ui.widgets.label import Prose
from capture_app.words import _


class DateAsGiven(FieldEditor):
    """One field for the words of the source; `remark` says what else to mind about a date.

    "28th September = 2023-09-28" says which year was worked out; where that cannot be read, all of it is kept as
    words, and nothing is read from it.
    """

    def __init__(self, look: Look, remark: Callable[[DateGiven], str]) -> None:
        super().__init__()
        self._remark = remark
        self._line, self._read = Line(), Prose("", look, "caption")
        self._shown = DateGiven(given="")
        self._hold(self._line)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(look.px(4))
            layout.addWidget(self._read)
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self.left)

    def value(self) -> object:
        if self._line.text().strip() == _words_of(self._shown):
            return self._shown  # nobody touched it: what a source or a person settled stays, to the letter
        words = self._line.text().strip()
        given, marked, meant = (part.strip() for part in words.partition("="))
        if not marked:
            return read_date(given)
        read = worked_out(given, meant)
        if slip_words(read) or not read.edtf:
            return DateGiven(given=words)
        return DateGiven(given=given, edtf=read.edtf, precision=read.precision, inferred=True)

    def show_value(self, value: object) -> None:
        date = value if isinstance(value, DateGiven) else DateGiven(given="")
        self._shown, words = date, _words_of(date)
        if words != self._line.text().strip():
            with QSignalBlocker(self._line):
                self._line.setText(words)
        self._tell(date)

    def _on_typed(self) -> None:
        date = self.value()
        self._tell(date if isinstance(date, DateGiven) else DateGiven(given=""))
        self.typed.emit()

    def _tell(self, date: DateGiven) -> None:
        slip, remark = slip_words(date), self._remark(date)
        words = " ".join(said for said in (_read_words(date), _slip_told(date, slip), remark) if said)
        self._read.set_kind("warn" if remark or slip else "caption")
        self._read.set_words(words)
        self._read.setVisible(bool(words))
        self.told.emit(words)


def _read_words(date: DateGiven) -> str:
    """How a date is read; empty where nothing was."""
    if not date.edtf:
        return ""
    if date.inferred:
        words = _("Read as {date}, worked out and not given.")
    elif is_set(date):
        words = _("Read as {date}, and nothing in between.")
    elif says_more(date):
        words = _("Kept as it is; it stands among dates as {date}.")
    else:
        words = _("Read as {date}.")
    return words.format(date=read_words(date))


def _slip_told(date: DateGiven, slip: str) -> str:
    """What is wrong, what is kept and what to do; that nothing could be read where nothing is known to be wrong."""
    if not slip:
        return _("Kept as it is; no day could be read from it.") if date.given and not date.edtf else ""
    if date.inferred:
        kept = _("It is kept so; put one of the two right if that is not what you mean.")
    elif date.edtf:
        kept = _("It is kept as you typed it; put right the day or the weekday.")
    elif names_no_day(date.given) or "=" in date.given:
        kept = _("It is kept as you typed it, and no day is read from it; put it right.")
    else:
        kept = _(
            "It is kept as you typed it, and no day is read from it; put it right, or give both dates a year."
        )
    return f"{slip} {kept}"


def _words_of(date: DateGiven) -> str:
    return f"{date.given} = {date.edtf}" if date.inferred else date.given
