"""The one editor of a list: it stands over the active line, so that text is typed where it will be read.

Keys come here first. What they mean is looked up in the key map and done by a `KeyTaker`; the editor itself
only knows text. Nothing acts while an input method composes.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from capture_app.ui.capture.key_taker import Edge, KeyTaker
from capture_app.ui.capture.line_geometry import PITCH
from capture_app.ui.capture.typed_codes import TypedCodes
from capture_app.ui.keys import KeyMap, Scope
from capture_app.ui.style import Look

MARGIN = 2
"""Room around the text inside the editor, so that the caret is whole at both ends."""
_BREAKS = re.compile(r"[\u2028\u2029\ufdd0\ufdd1\r\n]+")
_NONE = Qt.KeyboardModifier.NoModifier


class LineEditor(QTextEdit):
    """Edits one line of plain text.

    Signals:
        typed(): somebody changed the text.
        moved(): the cursor or the text changed.
        focused(bool): the keyboard came or went; menus and other programs do not count.
        held(Qt.KeyboardModifier): the keys held down changed.
    """

    typed = Signal()
    moved = Signal()
    focused = Signal(bool)
    held = Signal(object)

    checks_spelling = True

    def __init__(self, keymap: KeyMap, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap, self._look = keymap, look
        self._taker: KeyTaker | None = None
        self._text = ""
        self._gap = -1
        self.loads = 0
        self._composing = False
        self._codes = TypedCodes(self, keymap)
        self.setProperty("kind", "bare")
        self.setAcceptRichText(False)
        self.setFrameStyle(0)
        self.setCursorWidth(2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self.moved)
        self._dress()

    def answer_to(self, taker: KeyTaker) -> None:
        """Keys mean what this makes of them."""
        self._taker = taker

    def set_look(self, look: Look) -> None:
        """Take over the type; the style sheet would have it in the size of everything else."""
        if look != self._look:
            self._look = look
            self.load(self._text, self.position())

    def load(self, text: str, cursor: int) -> None:
        """Show another text, with nothing to undo."""
        self._text = text
        self.loads += 1
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._dress()
        self.document().setUndoRedoEnabled(True)
        self._codes.forget()
        self.set_cursor(cursor)

    def replace_all(self, text: str) -> None:
        """Show what the line has become elsewhere, with the cursor where it was."""
        self.load(text, min(self.position(), len(text)))

    def text(self) -> str:
        """The words as typed, in one line."""
        return _BREAKS.sub(" ", self.document().toRawText())

    def position(self) -> int:
        """Where the cursor stands, in letters from the start."""
        return self.textCursor().position()

    def set_cursor(self, position: int) -> None:
        """Put the cursor before a letter."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, len(self._text))))
        self.setTextCursor(cursor)

    def exchange(self, start: int, end: int, text: str) -> None:
        """Put other letters in the place of some, as one step that can be undone.

        Where a mark was taken out behind a space, the next space is the one that stands there already.
        """
        self._gap = start if not text and self.text()[:start].endswith(" ") else -1
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def steps(self) -> int:
        """How many steps of typing can be undone."""
        return self.document().availableUndoSteps()

    def is_composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return self._composing

    def baseline(self) -> float:
        """Where the first line of text stands, from the top of the editor."""
        block = self.document().firstBlock()
        top = self.document().documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        if not layout.lineCount():
            return top + self._look.px(PITCH) * 0.8
        line = layout.lineAt(0)
        return float(top + line.y() + line.ascent())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event) or super().event(event)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or self._taker is None:
            super().keyPressEvent(event)
            return
        self.held.emit(event.modifiers() | _modifier_of(event))
        if self._taker.take_key(event) or self._codes.give_back(event, self._taker):
            event.accept()
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _NONE:
            self._codes.let_word_go_on(event.text(), self._taker)
        self._codes.forget()
        if event.key() != Qt.Key.Key_Escape:
            self.setTabChangesFocus(False)
        if not self._acted(event, self._taker):
            self._write(event, self._taker)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.held.emit(event.modifiers() & ~_modifier_of(event))
        super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not self._composing and self._taker is not None:
            self._codes.let_word_go_on(event.commitString(), self._taker)
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if event.commitString() and not self._composing and self._taker is not None:
            self._codes.look(self._taker)
            self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._composing = False
        self.setTabChangesFocus(False)
        self.held.emit(_NONE)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focused.emit(False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # A file is for the page to take; its address is nobody's words.
        if self._taker is not None and not _is_file(source):
            self._taker.paste(source.text())

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep chords of capturing from shortcuts of the window, and leave the window its own."""
        if self._composing:
            return False
        if self._keymap.pressed(event, Scope.APP):
            event.ignore()
            return True
        if self._keymap.pressed(event, Scope.CAPTURE) or event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return False

    def _acted(self, event: QKeyEvent, taker: KeyTaker) -> bool:
        """Do what a chord or a key at the line's edge means; True if nothing is left to do."""
        binding = self._keymap.pressed(event, Scope.CAPTURE, Scope.APP)
        if binding:
            if not taker.act(binding):
                event.ignore()
            return True
        edge = self._edge(event)
        if edge is Edge.ESCAPE:
            self.setTabChangesFocus(True)
        if edge and taker.edge(edge):
            return True
        # A break would make two paragraphs of one line.
        return edge is Edge.ESCAPE or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _write(self, event: QKeyEvent, taker: KeyTaker) -> None:
        if event.text() == '"' and self._closes_quotation():
            self.insertPlainText("”")
            return
        gap, self._gap = self._gap, -1
        if event.text() == " " and self.position() == gap and not self.textCursor().hasSelection():
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._codes.look(taker)

    def _edge(self, event: QKeyEvent) -> Edge | None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if self._visual_line()[0] == 0:
                return Edge.UP
            case Qt.Key.Key_Down if self._visual_line()[1] == 0:
                return Edge.DOWN
            case Qt.Key.Key_Backspace if self.position() == 0 and not self.textCursor().hasSelection():
                return Edge.BACK
            case key:
                plain = {
                    Qt.Key.Key_PageUp: Edge.PAGE_UP,
                    Qt.Key.Key_PageDown: Edge.PAGE_DOWN,
                    Qt.Key.Key_Escape: Edge.ESCAPE,
                }
                return plain.get(key)

    def _visual_line(self) -> tuple[int, int]:
        """How many lines of the wrapped text stand above the cursor's, and how many below."""
        layout = self.textCursor().block().layout()
        above = max(0, layout.lineForTextPosition(self.textCursor().positionInBlock()).lineNumber())
        return above, max(0, layout.lineCount() - 1 - above)

    def _closes_quotation(self) -> bool:
        return self._text.startswith("“") and "”" not in self._text and self.position() > 1

    def _on_text_changed(self) -> None:
        text = self.text()
        if text != self._text:
            self._text = text
            self.typed.emit()
            self.moved.emit()

    def _dress(self) -> None:
        """Type and pitch of capture text; not a change anybody could undo."""
        font = self._look.font(self._look.theme.type.capture)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
        wanted = float(self._look.px(PITCH))
        form = QTextBlockFormat()
        form.setLineHeight(wanted, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        if cursor.blockFormat().lineHeight() != wanted:
            cursor.setBlockFormat(form)


def _is_file(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())


def _modifier_of(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifier a key is; while it goes down the event does not have it among those held."""
    held = {
        Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
        Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    }
    return held.get(Qt.Key(event.key()), _NONE)
