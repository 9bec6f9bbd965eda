"""What a chat or a poll from a file would bring, before anything is written: how much, where to, what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from capture_app.domain.meeting_file import FileKind, MeetingFile
from capture_app.domain.pasted import PastedLine
from capture_app.ui.capture.meeting_files import Offer
from capture_app.ui.dialogs.question import Question
from capture_app.ui.style import Look
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.choices import Check
from capture_app.ui.widgets.label import Label, Prose
from capture_app.words import _, n_

_WIDTH = 620
_ROWS = 7
"""Rows of text that are seen at once of what would be added."""


class MeetingFileDialog(Question):
    """Deleted when it closes. Where there is nothing to add it only says why.

    Signals:
        agreed(object): these lines are to be added.
    """

    agreed = Signal(object)

    def __init__(self, look: Look, offer: Offer, *, parent: QWidget | None = None) -> None:
        count = len(offer.lines)
        verb = n_("Add {count} line", "Add {count} lines", count)
        harmless = _("Leave it out") if count else _("Close")
        super().__init__(look, _title(offer), verb, harmless=harmless, width=_WIDTH, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer = offer
        self.facts = Prose(" ".join(_facts(offer)), look, "capture")
        self.nameless = Check(_("Leave out who wrote what"), look)
        self.nameless.setChecked(True)  # documents print the words of a line, and nobody in a chat was asked
        self.rows = _rows_box(look, count)
        self._fill()
        self.nameless.toggled.connect(self._show_rows)
        self._show_rows()
        self.verb.setVisible(bool(count))
        self.answered.connect(self.accept)
        self.accepted.connect(lambda: self.agreed.emit(self.lines()))
        self.setAccessibleDescription(self.facts.text())
        (self.verb if count else self.harmless).setFocus()

    def lines(self) -> tuple[PastedLine, ...]:
        """Those that would be added now."""
        return self._offer.nameless if self.nameless.isChecked() else self._offer.lines

    def _fill(self) -> None:
        self.add(self.facts)
        if left_out := tuple(left_out_words(self._offer)):
            self._add_left_out(left_out)
        if self._offer.unnamed:
            self.add(_names_out(self.look, self._offer.unnamed))
        for widget, wanted in ((self.rows, bool(self._offer.lines)), (self.nameless, self._offer.named)):
            self.add(widget)
            widget.setVisible(wanted)

    def _show_rows(self) -> None:
        self.rows.setPlainText("\n".join(map(_row, self.lines())))

    def _add_left_out(self, words: tuple[str, ...]) -> None:
        column = QVBoxLayout()
        column.setSpacing(self.look.px(2))
        column.addWidget(Label(_("Left out"), "label"))
        for one in words:
            column.addWidget(Prose(one, self.look))
        self.column.addLayout(column)


def _rows_box(look: Look, count: int) -> QPlainTextEdit:
    """Where the lines stand as they will be written, to be looked through."""
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(_("Lines to add"))
    pitch = look.font(look.theme.type.body)
    box.setFixedHeight(QFontMetrics(pitch).lineSpacing() * min(count + 1, _ROWS) + look.px(20))
    return box


def left_out_words(offer: Offer) -> Iterator[str]:
    """What of the file becomes no line, in one phrase each, with its number."""
    out = offer.file.left_out
    told = (
        (
            n_("{count} line that is here already", "{count} lines that are here already", offer.known),
            offer.known,
        ),
        (
            n_(
                "{count} message that was not written for everybody",
                "{count} messages that were not written for everybody",
                out.private,
            ),
            out.private,
        ),
        (n_("{count} line of another day", "{count} lines of other days", out.other_days), out.other_days),
        (n_("{count} reaction", "{count} reactions", out.reactions), out.reactions),
        (n_("{count} message without words", "{count} messages without words", out.empty), out.empty),
        (
            n_("{count} row before the first message", "{count} rows before the first message", out.outside),
            out.outside,
        ),
        (
            n_(
                "{count} question that asks who somebody is",
                "{count} questions that ask who somebody is",
                out.personal,
            ),
            out.personal,
        ),
    )
    return (words for words, count in told if count)


def _title(offer: Offer) -> str:
    if offer.file.kind is FileKind.POLL:
        return _("Add this poll?") if offer.lines else _("Nothing of this poll is new")
    return _("Add this chat?") if offer.lines else _("Nothing of this chat is new")


def _facts(offer: Offer) -> Iterator[str]:
    yield _what(offer.file)
    if offer.lines:
        lines = n_("It becomes {count} line", "It becomes {count} lines", len(offer.lines))
        yield _("{lines} at {place}.").format(lines=lines, place=offer.place.where)
    if offer.file.kind is FileKind.POLL:
        yield _("Only how often each answer was given is kept, never who gave it.")
    if offer.file.untimed:
        yield _("Its times count from the start of a recording, so they are not kept.")


def _what(file: MeetingFile) -> str:
    if file.kind is FileKind.POLL:
        told = n_("A poll of {count} question", "A poll of {count} questions", file.counted)
    else:
        told = n_("A chat of {count} message", "A chat of {count} messages", file.counted)
    first, last = file.span
    if not first:
        return f"{told}."
    words = _("{chat}, at {first}.") if first == last else _("{chat}, from {first} to {last}.")
    return words.format(chat=told, first=first, last=last)


def _names_out(look: Look, count: int) -> Banner:
    """What becomes of the names of those who wrote where a rule forbids them."""
    left_out = n_(
        "The name of {count} person is left out, also where others mention it.",
        "The names of {count} people are left out, also where others mention them.",
        count,
    )
    why = _("A rule holds in the part they wrote in. Look through the lines: the words themselves may tell.")
    return Banner(look, "priv", left_out, why)


def _row(line: PastedLine) -> str:
    """A line with its time, further in where it belongs to the one above."""
    return f"{line.time or '     '}  {'    ' * line.level}{line.text}"
