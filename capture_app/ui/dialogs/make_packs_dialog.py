"""Makes session packs: one file for each laptop of a session, all with one passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services.card import CardMissing
from capture_app.services.laptop_names import check_names_free, free_name, names_in_use
from capture_app.services.packing import ForWhom, make_pack
from capture_app.ui.choosing import BUNDLE, choose_folder, own_folder
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.entering import SessionRow
    from capture_app.services.workspaces import Workspace

_WIDTH = 820
_LARGE = 150
"""Text size in per cent from which a laptop takes two lines."""


@dataclass(frozen=True, slots=True)
class _Made:
    """The packs written, and that laptops were added."""

    paths: tuple[Path, ...]
    changes: Changes


class LaptopRow(QWidget):
    """One laptop: what it is called, who holds it, in which role and which group."""

    def __init__(
        self,
        look: Look,
        label: str,
        role: Role,
        group: str,
        session: SessionRow,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session.session.id
        self.label, self.holder = QLineEdit(label), QLineEdit()
        self.role, self.group = DropDown(look, _("Role")), DropDown(look, _("Group"))
        for known, words in ((Role.SCRIBE, _("Scribe")), (Role.FACILITATOR, _("Facilitator"))):
            self.role.addItem(words, known)
        self.group.addItem(_("All groups"), "")
        for one in session.groups:
            self.group.addItem(one.label, one.id)
        self.role.setCurrentIndex(self.role.findData(role))
        self.group.setCurrentIndex(self.group.findData(group))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        editors: tuple[tuple[str, QWidget], ...] = (
            (_("Laptop"), self.label),
            (_("Who holds it"), self.holder),
            (_("Role"), self.role),
            (_("Group"), self.group),
        )
        self._fields = [Field(look, words, editor) for words, editor in editors]
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over the spaces; large text needs two lines."""
        self._grid.setSpacing(look.px(look.theme.space.control))
        columns = 4 if look.scale < _LARGE else 2
        for place, field in enumerate(self._fields):
            self._grid.addWidget(field, place // columns, place % columns)

    def whom(self) -> ForWhom:
        """What was filled in."""
        return ForWhom(
            label=self.label.text().strip(),
            holder=self.holder.text().strip(),
            role=Role(self.role.currentData()),
            session=self._session,
            group=self.group.currentData(),
        )


class MakePacksDialog(Question):
    """Proposes a scribe for each group and a facilitator; `paths` are the packs once they are made.

    `others` are the sessions one may choose instead, where the dialog is not opened beside one of them.

    Signals:
    card_wanted(): the data-protection card has to be filled in first.
    """

    card_wanted = Signal()

    def __init__(
        self,
        look: Look,
        workspace: Workspace,
        session: SessionRow,
        jobs: Jobs,
        *,
        others: Sequence[SessionRow] = (),
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, _title(session, others), _("Make the packs"), width=_WIDTH, parent=parent)
        self._workspace, self._session, self._jobs = workspace, session, jobs
        self.rows: list[LaptopRow] = []
        self._used: tuple[str, ...] = ()
        self.paths: tuple[Path, ...] = ()
        self._making = False
        self.sessions = DropDown(look, _("Session"))
        for one in others or (session,):
            self.sessions.addItem(one.session.label, one)
        self.sessions.setCurrentIndex(list(others or (session,)).index(session))
        self._which = Field(look, _("Session"), self.sessions)
        self.add(self._which)
        self._which.setVisible(len(others) > 1)
        self.sessions.activated.connect(self._on_session)
        self.card = Button(_("Open the data-protection card"), look, icon="shield-check")
        self.card.clicked.connect(self._on_card)
        self._whole.insertWidget(self._whole.count() - 1, self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.hide()
        more = Button(_("Add a laptop"), look, "quiet", icon="plus")
        more.clicked.connect(lambda: self.add_laptop(Role.SCRIBE, ""))
        self.place = PathField(look, _("Write them into"), folder or own_folder(), self._choose)
        self.phrase = PassphraseField(
            look, _("Passphrase of the packs"), _("Tell it to whoever holds a laptop, apart from the file.")
        )
        for widget in (more, self.place, self.phrase):
            self.add(widget)
        self.answered.connect(self._on_answered)
        read = partial(names_in_use, workspace)
        jobs.read(read, self._on_names, self, on_error=lambda error: self.refuse(sentence_of(error)))

    def add_laptop(self, role: Role, group: str) -> None:
        """One more row."""
        label = free_name((*self._used, *(row.label.text() for row in self.rows)))
        row = LaptopRow(self.look, label, role, group, self._session)
        self.column.insertWidget(1 + len(self.rows), row)
        self.rows.append(row)
        self._scroll.show()
        row.show()

    def _on_names(self, used: tuple[str, ...]) -> None:
        self._used = used
        self._propose()

    def _propose(self) -> None:
        for group in self._session.groups:
            self.add_laptop(Role.SCRIBE, group.id)
        self.add_laptop(Role.FACILITATOR, "")

    def _on_session(self) -> None:
        self._session = self.sessions.currentData()
        for row in self.rows:
            row.hide()
            row.deleteLater()
            self.column.removeWidget(row)
        self.rows = []
        self._propose()

    def _on_card(self) -> None:
        self.reject()
        self.card_wanted.emit()

    def _on_answered(self) -> None:
        whom = [row.whom() for row in self.rows if row.label.text().strip()]
        names = [self._file_name(one) for one in whom]
        if not whom:
            self.refuse(_("Give at least one laptop a name."))
        elif len(set(names)) < len(names):
            self.refuse(_("Two laptops have the same name. Give each its own."))
        elif not self.phrase.words():
            self.refuse(_("Type a passphrase for the packs first."))
        else:
            self._make(whom)

    def _make(self, whom: Sequence[ForWhom]) -> None:
        self._making = True
        self.card.hide()
        self.busy(n_("Making {count} pack…", "Making {count} packs…", len(whom)))
        steps = self._jobs.steps(self._on_step, self)
        passphrase = self.phrase.passphrase()
        files = [self.place.path() / self._file_name(one) for one in whom]
        job = partial(_make, self._workspace, list(zip(whom, files, strict=True)), passphrase, steps)
        self._jobs.write(job, self._on_made, self, on_error=self._on_not_made)

    def _file_name(self, laptop: ForWhom) -> str:
        """Session and laptop, nothing about people: whoever carries the file reads its name."""
        words = f"{self._session.session.label} {laptop.label}".lower().split()
        return "".join(letter for letter in "-".join(words) if letter.isalnum() or letter == "-") + BUNDLE

    def _on_step(self, count: int, total: int) -> None:
        if self._making:  # a late word must not undo the last one
            self.busy(_("Made {count} of {total} packs.").format(count=count, total=total))

    def _on_made(self, made: _Made) -> None:
        self.paths, self._making = made.paths, False
        self.rest()
        self._scroll.hide()
        self.verb.hide()
        self.harmless.set_words(_("Go on"))
        written = n_("{count} pack is written.", "{count} packs are written.", len(made.paths))
        where = _("They are in {folder}.").format(folder=self.place.path())
        self._say(f"{written} {where}", error=False)
        self.harmless.setFocus()
        announce(self, self.said())

    def _on_not_made(self, error: BaseException) -> None:
        self._making = False
        self.card.setVisible(isinstance(error, CardMissing))
        self.refuse(sentence_of(error))

    def _choose(self, _proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_folder(self, _("Where the packs go"), chosen)


def _title(session: SessionRow, others: Sequence[SessionRow]) -> str:
    if len(others) > 1:
        return _("Which laptops are packs made for?")
    return _("Which laptops are packs for ‘{session}’ made for?").format(session=session.session.label)


def _make(
    workspace: Workspace,
    laptops: Sequence[tuple[ForWhom, Path]],
    passphrase: Passphrase | None,
    step: Callable[[int, int], None],
) -> _Made:
    paths = []
    check_names_free(workspace, [laptop.label for laptop, _file in laptops])
    for number, (laptop, file) in enumerate(laptops):
        step(number, len(laptops))
        paths.append(make_pack(workspace, laptop, file, passphrase).path)
    return _Made(tuple(paths), Changes(frozenset({laptops[0][0].session}), frozenset({"Device"})))
