"""Which documents are wanted: a tick for each, one session or all of them, and the kinds of file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from capture_app.services.document_kinds import APPENDIX, DocumentKind, Wanted, kinds
from capture_app.services.documents import OnOffer
from capture_app.services.naming import shortened
from capture_app.ui.style import Look
from capture_app.ui.widgets.card import Card
from capture_app.ui.widgets.choices import Check, DropDown
from capture_app.ui.widgets.field import Field
from capture_app.ui.widgets.flow import FlowRow
from capture_app.ui.widgets.label import Prose
from capture_app.words import _

ALL = "*"
"""Stands for every session."""

_INDENT = 30
"""Where the words beside a tick begin."""

_LONGEST = 34
"""Letters of a form's title beside a tick."""


class FileKinds(QWidget):
    """The kinds of file, each with a tick.

    Signals:
        changed(): a tick was set or taken away.
    """

    changed = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: Mapping[str, Check] = {
            "pdf": Check(_("PDF"), look),
            "docx": Check(_("Word"), look),
            "html": Check(_("Web page"), look),
            "xlsx": Check(_("Spreadsheet"), look),
        }
        column, row = QVBoxLayout(self), FlowRow(look, 20)
        column.setContentsMargins(0, 0, 0, 0)
        for ending, tick in self.ticks.items():
            tick.setChecked(ending == "pdf")
            tick.toggled.connect(self.changed)
            row.add(tick)
        column.addWidget(row)
        words = _("Web pages and Word documents can be read out by a screen reader; a PDF is for printing.")
        column.addWidget(Prose(words, look, "caption"))

    def endings(self) -> tuple[str, ...]:
        """Those that are ticked."""
        return tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())


class ChoiceCard(Card):
    """What can be written. `wanted` says what is ticked.

    Signals:
        changed(): something else is ticked now.
    """

    changed = Signal()

    def __init__(self, look: Look, offer: OnOffer, session: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, _("What to write"), parent=parent)
        self._sessions = tuple(one for one, _name in offer.sessions)
        self.session = DropDown(look, _("Session"))
        self._ticks: list[tuple[Check, DocumentKind, str]] = []
        self.add_section()
        if offer.sessions:
            self._offer_sessions(look, offer, session)
        for kind in kinds():
            if kind.needs_session and offer.sessions:
                self._offer(look, kind, kind.title, kind.about)
        self.add_section()
        for form, title, of in offer.forms:
            kind = next(one for one in kinds() if one.id == of)
            self._offer(look, kind, kind.title, f"{_shortened(title)} · {kind.about}", form)
        for kind in kinds():
            if not kind.needs_session and not kind.of_form:
                self._offer(look, kind, kind.title, _about_all(kind, offer))

    def ticked(self) -> frozenset[tuple[str, str]]:
        """What is ticked: the kind of document, and the form it is about."""
        return frozenset((kind.id, form) for check, kind, form in self._ticks if check.isChecked())

    def tick_again(self, ticked: Collection[tuple[str, str]]) -> None:
        """Tick what was ticked before, where it is still on offer."""
        for check, kind, form in self._ticks:
            check.setChecked((kind.id, form) in ticked)

    def tick(self, kind: str, on: bool = True) -> None:
        """Set the ticks of one kind of document."""
        for check, each, _form in self._ticks:
            if each.id == kind:
                check.setChecked(on)

    def wanted(self, endings: Iterable[str]) -> tuple[Wanted, ...]:
        """What is ticked, in those of the kinds of file that it can be written as."""
        return tuple(self._wanted(tuple(endings)))

    def _wanted(self, endings: tuple[str, ...]) -> Iterator[Wanted]:
        for check, kind, form in self._ticks:
            fitting = tuple(ending for ending in endings if ending in kind.endings)
            if not check.isChecked() or not fitting:
                continue
            for session in self._about(kind):
                yield Wanted(kind=kind.id, session=session, form=form, endings=fitting)

    def _about(self, kind: DocumentKind) -> tuple[str, ...]:
        """The sessions a document is wanted for; none stands for none in particular."""
        chosen = str(self.session.currentData() or "")
        if not kind.needs_session:
            return (chosen if kind.of_form and chosen != ALL else "",)
        return self._sessions if chosen == ALL else (chosen,)

    def _offer_sessions(self, look: Look, offer: OnOffer, session: str) -> None:
        for one, name in offer.sessions:
            self.session.addItem(shortened(name), one)
        if len(offer.sessions) > 1:
            self.session.addItem(_("All {count} sessions").format(count=len(offer.sessions)), ALL)
        self.session.setCurrentIndex(max(0, self.session.findData(session)))
        self.session.currentIndexChanged.connect(self.changed)
        self.add(Field(look, _("About this session"), self.session))

    def _offer(self, look: Look, kind: DocumentKind, title: str, about: str, form: str = "") -> None:
        check = Check(title, look)
        check.setAccessibleDescription(about)
        check.toggled.connect(self.changed)
        self._ticks.append((check, kind, form))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.addSpacing(look.px(_INDENT))
        below.addWidget(Prose(about, look, "caption"), 1)
        column.addLayout(below)
        self.add(holder)


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"


def _about_all(kind: DocumentKind, offer: OnOffer) -> str:
    """What a document about all sessions is; of the summary also that it would list none yet."""
    if kind.id != APPENDIX or offer.in_appendix or not offer.sessions:
        return kind.about
    where = _("No session is marked for it yet: Sessions, Details, “Where it counts”.")
    return f"{kind.about} {where}"
