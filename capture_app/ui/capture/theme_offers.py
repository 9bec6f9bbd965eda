"""Themes while one types: a # and letters open the list, a key takes one, and the letters leave the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from capture_app.domain.record import RecordId
from capture_app.domain.vocabulary import ThemeKind
from capture_app.services.done import Done
from capture_app.services.pages import LineView
from capture_app.services.themes import ThemeTag, new_topic
from capture_app.services.workspaces import Workspace
from capture_app.ui.capture.line_list import LineList
from capture_app.ui.capture.offer_popup import Offer, OfferPopup
from capture_app.ui.capture.theme_finder import (
    Mark,
    is_new,
    is_written_out,
    mark_before,
    match_in,
    matches,
)
from capture_app.ui.jobs import Jobs
from capture_app.words import _, n_

_NEW = "new"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThemeOffers(QObject):
    """Watches the editor of a list.

    Signals:
        chosen(str, ThemeTag): this theme goes onto the line with this id, or off it if it is there.
        failed(str): a new topic could not be kept, with the sentence to show.
    """

    chosen = Signal(str, object)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        lines: LineList,
        popup: OfferPopup,
        active: Callable[[], LineView | None],
    ) -> None:
        """`active` gives the line with the editor."""
        super().__init__(lines)
        self._workspace, self._jobs, self._lines, self._popup = workspace, jobs, lines, popup
        self._active = active
        self._editor = lines.editor
        self._themes: tuple[ThemeTag, ...] = ()
        self._recent: list[RecordId] = []
        self._asked: RecordId = ""
        self._mark: Mark | None = None
        self._refused: Mark | None = None
        self._editor.moved.connect(self._look)
        popup.taken.connect(self._take)

    def set_themes(self, themes: Sequence[ThemeTag]) -> None:
        """The themes there are."""
        self._themes = tuple(themes)

    def prefer(self, theme: RecordId) -> None:
        """What the question in hand asks about is offered before the rest (A2)."""
        self._asked = theme

    def is_open(self) -> bool:
        """Whether themes are on offer."""
        return self._mark is not None and self._popup.isVisible()

    def close(self) -> None:
        """Offer nothing."""
        if self._mark is not None:
            self._mark = None
            self._popup.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Keys that choose while the list is open."""
        if not self.is_open():
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        match Qt.Key(event.key()):
            case Qt.Key.Key_Escape:
                self._refused = self._mark
                self.close()
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self._popup.step(-1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if shift:
                return self._take_new()
            case Qt.Key.Key_Tab | Qt.Key.Key_Return | Qt.Key.Key_Enter if not shift:
                return self._take_current(event.key() in _ENTER)
            case _:
                return False
        return True

    def _look(self) -> None:
        mark = mark_before(self._editor.text(), self._editor.position())
        # The window may be behind another one; what counts is where its keys go.
        writing: QWidget | None = self._editor.window().focusWidget()
        if mark is None or self._editor.is_composing() or writing is not self._editor:
            self._refused = None
            self.close()
        elif mark != self._refused:
            if self._goes_on_after_a_code(mark):
                self._mark = mark  # the space goes, too
                self._take(self._popup.chosen().key)
                return
            self._refused = None
            self._offer(mark)

    def _goes_on_after_a_code(self, mark: Mark) -> bool:
        """Whether a space was typed behind all letters of a code: whoever goes on writing meant it, and no name."""
        before = self._mark
        if not self.is_open() or before is None or mark.letters != f"{before.letters} ":
            return False
        chosen = self._popup.chosen().key
        codes = (theme.code.casefold() for theme in self._themes if theme.id == chosen and theme.code)
        return before.letters.casefold() in codes

    def _offer(self, mark: Mark) -> None:
        letters = mark.letters
        found = matches(self._themes, letters, [self._asked, *self._recent])
        offers = [self._offer_of(replace(theme, indirect=mark.touched), letters) for theme in found]
        if is_new(self._themes, letters):
            words = _("New topic “{name}”").format(name=letters.strip())
            cap = " ".join((_("Shift"), _("Enter")))
            offers.append(Offer(_NEW, words, icon="plus", cap=cap, parted=bool(offers)))
        if not offers:
            self.close()
            return
        self._mark = mark
        host = self._popup.host
        start = self._editor.position() - mark.length
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        left = self._editor.viewport().mapTo(host, QPoint(self._editor.cursorRect(cursor).left(), 0)).x()
        offers[0] = _first(offers[0])
        name = _("Themes only touched on") if mark.touched else _("Themes")
        self._popup.open(name, offers, self._lines.frame_in(host), left)

    def _offer_of(self, theme: ThemeTag, letters: str) -> Offer:
        uses = n_("{count} line", "{count} lines", theme.uses)
        detail = "" if theme.code else _("emergent · {lines}").format(lines=uses)
        view = self._active()
        borne = next((one for one in view.themes if one.id == theme.id), None) if view else None
        if borne and borne.indirect == theme.indirect:
            detail = _("on this line · takes it off")
        elif theme.indirect:
            detail = _("touched on")
        chip = "theme" if theme.code else "emergent"
        return Offer(
            theme.id, theme.label, theme.code or "+", chip, "", match_in(theme.label, letters), detail
        )

    def _take_current(self, entered: bool) -> bool:
        offer = self._popup.chosen()
        if offer.key == _NEW and entered:
            # Nothing is known by these letters: Enter goes on to the next line, and the letters stay.
            self.close()
            return False
        goes_on = entered and self._is_plain(offer.key) and self._ends_the_line()
        self._take(offer.key)
        # Whoever does not look at the list means the next line by Enter, and would write two points into one.
        return not goes_on

    def _is_plain(self, key: str) -> bool:
        """Whether the letters can mean this theme alone: they are all of its code or name, or fit no other."""
        letters = self._mark.letters if self._mark else ""
        known = [offer.key for offer in self._popup.offers if offer.key != _NEW]
        written = (theme for theme in self._themes if theme.id == key)
        return any(is_written_out(theme, letters) for theme in written) or (
            bool(letters.strip()) and known == [key]
        )

    def _ends_the_line(self) -> bool:
        return not self._editor.text()[self._editor.position() :].strip()

    def _take_new(self) -> bool:
        if not is_new(self._themes, self._mark.letters if self._mark else ""):
            return False
        self._take(_NEW)
        return True

    def _take(self, key: str) -> None:
        view = self._active()
        mark = self._mark
        if mark is None or view is None:
            return
        self._cut_letters(mark.length)
        self.close()
        if key != _NEW:
            known = next(theme for theme in self._themes if theme.id == key)
            self._choose(view.line.id, replace(known, indirect=mark.touched))
            return
        letters = mark.letters.strip()
        self._jobs.write(
            partial(new_topic, self._workspace, letters),
            partial(self._on_new_topic, view.line.id, replace(mark, letters=letters)),
            self,
            on_error=partial(self._on_refused, replace(mark, letters=letters)),
        )

    def _cut_letters(self, count: int) -> None:
        end, text = self._editor.position(), self._editor.text()
        start = end - count
        if text[:start].endswith(" ") and text[end:].startswith(" "):
            end += 1
        self._editor.exchange(start, end, "")

    def _choose(self, line: RecordId, theme: ThemeTag) -> None:
        self._recent = [theme.id, *(known for known in self._recent if known != theme.id)]
        self.chosen.emit(line, theme)

    def _on_new_topic(self, line: RecordId, mark: Mark, done: Done[RecordId]) -> None:
        known = next((theme for theme in self._themes if theme.id == done.value), None)
        theme = known or ThemeTag(done.value, "", mark.letters, ThemeKind.EMERGENT)
        if known is None:
            self._themes = (*self._themes, theme)
        self._choose(line, replace(theme, indirect=mark.touched))

    def _on_refused(self, mark: Mark, error: BaseException) -> None:
        self._editor.insertPlainText(f"#{'?' if mark.touched else ''}{mark.letters}")
        self.failed.emit(
            getattr(error, "sentence", _("The topic could not be kept. Its letters are still here."))
        )


def _first(offer: Offer) -> Offer:
    """The row Tab takes, with the key on it."""
    return offer if offer.cap else replace(offer, cap=_("Tab"))
