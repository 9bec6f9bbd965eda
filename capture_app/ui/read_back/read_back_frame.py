"""How reading back is laid out: whose worksheet, how far one is, the lines, what can be said of the one one is at."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from capture_app.domain.vocabulary import Heard
from capture_app.services.reading_back import ReadBack
from capture_app.ui.keys import KeyMap
from capture_app.ui.read_back.correction import Correction
from capture_app.ui.read_back.read_list import ReadList
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.empty_state import EmptyState
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Label
from capture_app.ui.widgets.reading_order import InReadingOrder
from capture_app.ui.widgets.toast import Toast
from capture_app.words import _

_OF_A_LINE = ("read_back.confirm", "read_back.correct", "read_back.dissent")
_FINISH = "read_back.finish"


class ReadBackFrame(InReadingOrder, QDialog):
    """As large as the window it stands over. `buttons` by the action each does."""

    def __init__(self, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("Read back to the group"))
        self._title, self._progress = Label(_("Read back"), "title"), Label("", "secondary")
        self.trouble = Banner(look, "bad", "")
        self.trouble.hide()
        self.list, self.correction = ReadList(look, keys), Correction(look)
        self._nothing = EmptyState(look, "note-pencil", _("Nothing is written on this worksheet yet."))
        self.buttons = {
            action: Button(
                keys[action].words, look, "primary" if action == _FINISH else "normal", key=keys[action].cap
            )
            for action in (*_OF_A_LINE, _FINISH)
        }
        self.close_button = Button(_("Back to the worksheet"), look)
        self.close_button.clicked.connect(self.reject)
        self.correction.left.connect(self.end_correction)
        self.toast = Toast(self, look, above=80)
        self._build(look)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces, and as much room as the window has."""
        page = look.px(look.theme.space.page)
        self._head.setContentsMargins(page, look.px(16), page, look.px(10))
        self._foot.setContentsMargins(page, look.px(10), page, look.px(14))
        self._foot.setSpacing(look.px(8))
        page_below = self.parentWidget()
        if page_below is not None:
            self.resize(page_below.window().size())

    def show_read_back(self, read: ReadBack) -> None:
        """Show a worksheet as it stands."""
        title = _("Read back · {group}").format(group=read.group)
        self._title.setText(title)
        self.setAccessibleName(title)
        self._progress.setText(progress_words(read))
        self.list.show_lines(read)
        self.list.setVisible(bool(read.lines))
        self._nothing.setVisible(not read.lines)
        self._progress.setVisible(bool(read.lines))
        for button in self.buttons.values():
            button.setVisible(bool(read.lines))
        if self.correction.isHidden():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_correction(self, words: str) -> None:
        """Write what the group says instead."""
        self.list.setEnabled(False)  # the line stays the one that is corrected
        self._verbs_row.hide()
        self.correction.begin(words)
        QTimer.singleShot(0, self.list, self.list.show_line)  # once the field has taken its room

    def end_correction(self) -> None:
        """Back to the lines."""
        self.correction.hide()
        self._verbs_row.show()
        self.list.setEnabled(True)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        """Say what was not saved; nothing where all is well."""
        self.trouble.setVisible(bool(sentence))
        if sentence:
            self.trouble.show_message("bad", sentence, _("What the group said before is kept."))
            self.say(sentence)

    def say(self, words: str) -> None:
        """Tell a screen reader."""
        announce(self, words)

    def _build(self, look: Look) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head, self._foot = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._progress)
        whole.addLayout(self._head)
        whole.addWidget(self.trouble)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignCenter)
        whole.addWidget(self.correction)
        self._verbs_row = FlowRow(look, 8)
        for button in (*self.buttons.values(), self.close_button):
            self._verbs_row.add(button)
        self._foot.addWidget(self._verbs_row)
        whole.addLayout(self._foot)
        self._nothing.hide()
        self.correction.hide()


def progress_words(read: ReadBack) -> str:
    """ "10 of 12 lines heard · 1 corrected · 1 not agreed by everybody"."""
    unheard, count = read.count(None), len(read.lines)
    words = [_("{heard} of {count} lines heard").format(heard=count - unheard, count=count)]
    if corrected := read.count(Heard.CORRECTED):
        words.append(_("{count} corrected").format(count=corrected))
    if dissent := read.count(Heard.DISSENT):
        words.append(_("{count} not agreed by everybody").format(count=dissent))
    return " · ".join(words)
