"""The head of a worksheet: whose it is, how far it is, who sits there, who reads it, how the sides are balanced."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from capture_app.dates import day_words
from capture_app.domain.records import Session
from capture_app.domain.values import DateGiven
from capture_app.domain.vocabulary import SheetState, Side
from capture_app.services.pages import SheetView
from capture_app.ui.capture.under_line import TwoNumbers
from capture_app.ui.keys import KeyMap
from capture_app.ui.style import Look
from capture_app.ui.when import when
from capture_app.ui.widgets.balance_bar import BalanceBar
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.chip import Chip, ChipButton, ChipFace, ChipKind
from capture_app.ui.widgets.header import PageHeader
from capture_app.ui.widgets.label import Elided
from capture_app.words import _, n_

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class SheetHeader(PageHeader):
    """Shows a `SheetView`.

    `prompt` asks how many sit there.

    Signals:
        heads_counted(int or None, int or None): all in the group, and how many of them joined remotely.
        left_off(): the numbers were not changed after all.
        read_back_wanted(): read the worksheet back to its group.
        turn_wanted(): close the worksheet, or open it again. pictures_wanted(): show its pictures, or put them away.
    """

    heads_counted = Signal(object, object)
    left_off = Signal()
    read_back_wanted = Signal()
    turn_wanted = Signal()
    pictures_wanted = Signal()

    def __init__(self, look: Look, host: QWidget, keys: KeyMap) -> None:
        super().__init__(look, _("Worksheet"), ruled=True)
        self._host = host
        self._shown: tuple[object, ...] = ()
        self._sheet: SheetView | None = None
        self._heads: ChipButton | None = None
        self.balance = BalanceBar(look)
        self.balance.hide()
        words = (_("In the room"), _("Remote"))
        self.prompt = TwoNumbers(look, host, words, (_("People in the room"), _("People joining remotely")))
        self.prompt.answered.connect(self._on_answered)
        self.prompt.given_up.connect(self.left_off)
        cap = keys["sheet.read_back"].cap
        self.read_button = Button(_("Read back"), look, size="row", icon="speaker-high", key=cap)
        self.pictures_button = Button(_("Pictures"), look, size="row", icon="image")
        self.pictures_button.clicked.connect(self.pictures_wanted)
        self.turn_button = Button("", look, size="row", icon="lock-simple")
        self.read_button.clicked.connect(self.read_back_wanted)
        self.turn_button.clicked.connect(self.turn_wanted)

    def show_sheet(self, sheet: SheetView) -> None:
        """Show a worksheet; what has not changed stays as it is."""
        if self._sheet is None:
            self._add_controls(sheet)
        self._sheet = sheet
        counts = sheet.sides
        room, remote, chat = (counts.get(side, 0) for side in (Side.ROOM, Side.REMOTE, Side.CHAT))
        self.balance.set_counts(room, remote, chat)
        self.balance.set_compact(self._narrow)
        self.pictures_button.set_words(_picture_words(sheet.pictures))
        shown = (
            sheet.session,
            sheet.group,
            sheet.sheet.state,
            sheet.sheet.reopened_because,
            _heads_face(sheet),
            sheet.who_reads,
            sheet.unheard,
            sheet.read,
        )
        if shown != self._shown:
            self._shown = shown
            self._show_facts(sheet)

    def _add_controls(self, sheet: SheetView) -> None:
        """What a group needs; nobody sits around written feedback, and it is read back to nobody."""
        if not sheet.sheet.response:
            self.add_aside(self.balance)
        self.add_action(self.pictures_button)
        if not sheet.sheet.response:
            self.add_action(self.read_button)
            self.add_action(self.turn_button)

    def ask_heads(self) -> None:
        """Ask how many sit in the group, below the words that say it."""
        if self._sheet is None or self._heads is None:
            return
        sheet = self._sheet.sheet
        room = None if sheet.headcount is None else sheet.headcount - (sheet.remote_headcount or 0)
        place = QRect(self._heads.mapTo(self._host, QPoint(0, 0)), self._heads.size())
        self.prompt.ask(room, sheet.remote_headcount, place)

    def _show_facts(self, sheet: SheetView) -> None:
        group = sheet.group
        self.set_title(" · ".join(part for part in (group.label, group.topic) if part))
        self.clear_facts()
        if sheet.sheet.response:
            self.add_fact(Elided(session_words(sheet.session), "secondary"))
            self._fit()
            return
        state, again = _state_chip(sheet, self._look), _again_words(sheet)
        read = _read_words(sheet)
        below = [words for words in (read, again) if words]
        state.setToolTip("\n".join(below))  # where there is room for one row only
        self.add_chip(state)
        self._show_turn(sheet.sheet.state)
        self.add_fact(Elided(session_words(sheet.session), "secondary"))
        if group.facilitator:
            self.add_fact(Elided(_facilitator_words(group.facilitator), "secondary"))
        self._heads = ChipButton(_heads_face(sheet), self._look)
        self._heads.setAccessibleDescription(_press_words(sheet.sheet.state))
        self._heads.setToolTip(_press_words(sheet.sheet.state))
        self._heads.setEnabled(sheet.sheet.state is not SheetState.CLOSED)
        self._heads.clicked.connect(self.ask_heads)
        self.add_fact(self._heads, stays=True)
        for said in below:
            self.add_fact(Elided(said, "caption"))
        if sheet.who_reads:
            words = _("Who reads this: {words}").format(words=sheet.who_reads)
            self.add_fact(Elided(words, "caption"))
            state.setToolTip("\n".join((*below, words)))
        self._fit()

    def _show_turn(self, state: SheetState) -> None:
        closed = state is SheetState.CLOSED
        self.read_button.setVisible(not closed)
        self.turn_button.set_words(_("Open again…") if closed else _("Close"))
        self.turn_button.set_icon("lock-simple-open" if closed else "lock-simple")

    def _on_answered(self, room: int | None, remote: int | None) -> None:
        whole = None if room is None and remote is None else (room or 0) + (remote or 0)
        if self._sheet is not None and (whole, remote) != _heads(self._sheet):
            self.heads_counted.emit(whole, remote)
        self.left_off.emit()


def _facilitator_words(name: str) -> str:
    """The role and the name, but not the role twice where the plan gives only that."""
    words = _("Facilitator {name}").format(name="").strip()
    return name if name.casefold().startswith(words.casefold()) else f"{words} {name}"


def session_words(session: Session) -> str:
    """ "Session 4, 16 May 2024": a day as people write it, any other date as it was given."""
    return ", ".join(part for part in (session.label, date_words(session.date)) if part)


def date_words(given: DateGiven) -> str:
    """A date in words if it is one day; as given if it is not."""
    try:
        return day_words(date.fromisoformat(given.edtf)) if _DAY.fullmatch(given.edtf) else given.given
    except ValueError:  # the 31st of February, out of a file
        return given.given


def _heads(sheet: SheetView) -> tuple[int | None, int | None]:
    return sheet.sheet.headcount, sheet.sheet.remote_headcount


def _picture_words(count: int) -> str:
    return n_("{count} picture", "{count} pictures", count) if count else _("Pictures")


def _heads_face(sheet: SheetView) -> ChipFace:
    whole, remote = _heads(sheet)
    if {"headcount", "remote_headcount"} & set(sheet.contested):
        return ChipFace(
            _("{words} · two versions").format(words=_heads_words(whole, remote)), "warn", icon="git-merge"
        )
    closed = sheet.sheet.state is SheetState.CLOSED
    words = _("Group not counted") if closed and whole is None else _heads_words(whole, remote)
    return ChipFace(words, "plain", icon_after="lock-simple" if closed else "pencil-simple")


def _press_words(state: SheetState) -> str:
    """What pressing how many sit there does."""
    if state is SheetState.CLOSED:
        return _("The worksheet is closed. Open it again to change how many sit in the group.")
    return _("Press to change how many sit in the group.")


def _heads_words(whole: int | None, remote: int | None) -> str:
    if whole is None:
        return _("How many in the group?")
    if not remote:
        return _("{count} in the room").format(count=whole)
    return _("{room} in the room, {remote} remote").format(room=whole - remote, remote=remote)


def _again_words(sheet: SheetView) -> str:
    """Why it was opened again after it was read back or closed (D1); empty where it was not."""
    why = " ".join(sheet.sheet.reopened_because.split())
    return _("Opened again: {why}").format(why=why) if why else ""


def _read_words(sheet: SheetView) -> str:
    """Of a closed worksheet, when it was read back to whom, and on whose laptop (D1); empty where it was not."""
    if sheet.read is None:
        return ""
    words = _("Read back to {group}: {when}, {name}")
    return words.format(group=sheet.group.label, when=when(sheet.read.at), name=sheet.read.device)


def _state_chip(sheet: SheetView, look: Look) -> Chip:
    faces: dict[SheetState, tuple[str, ChipKind, str]] = {
        SheetState.OPEN: (_("Open"), "accent", "pencil-simple"),
        SheetState.READ_BACK: (_("Read back"), "good", "check"),
        SheetState.CLOSED: (_("Closed"), "plain", "lock-simple"),
    }
    words, kind, icon = faces[sheet.sheet.state]
    if sheet.read is not None:
        words = _("Closed, read back")
    if sheet.unheard:
        words, kind = (
            n_("Read back, {count} line since", "Read back, {count} lines since", sheet.unheard),
            "warn",
        )
    return Chip(words, look, kind, icon=icon)
