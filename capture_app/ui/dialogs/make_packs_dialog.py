"""Makes session packs: one file for each laptop of a session, all with one passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from capture_app.domain.changes import Changes
from capture_app.domain.vocabulary import Role
from capture_app.sealing import Passphrase
from capture_app.services.card import CardMissing
from capture_app.services.laptop_names import free_name
from capture_app.services.pack_checks import (
    BeforePacks,
    before_packs,
    group_words,
    plan_words,
)
from capture_app.services.packing import ForWhom, make_packs
from capture_app.services.passphrases import LEAST, check_passphrase
from capture_app.ui.choosing import BUNDLE, Purpose, choose_folder, folder_for, note_folder
from capture_app.ui.dialogs.laptop_row import LaptopRow
from capture_app.ui.dialogs.packs_written import show_written
from capture_app.ui.dialogs.passphrase_field import PassphraseField
from capture_app.ui.dialogs.path_field import PathField
from capture_app.ui.dialogs.question import Question
from capture_app.ui.jobs import Jobs
from capture_app.ui.problems import sentence_of
from capture_app.ui.style import Look
from capture_app.ui.widgets.announce import announce
from capture_app.ui.widgets.banner import Banner
from capture_app.ui.widgets.button import Button
from capture_app.ui.widgets.choices import DropDown
from capture_app.ui.widgets.field import Field
from capture_app.words import _, n_

if TYPE_CHECKING:
    from capture_app.services.entering import SessionRow
    from capture_app.services.workspaces import Workspace

_WIDTH = 820


@dataclass(frozen=True, slots=True)
class _Made:
    """The packs written and for whom, in the same order, and that laptops were added."""

    laptops: tuple[ForWhom, ...]
    paths: tuple[Path, ...]
    changes: Changes


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
        self._before = BeforePacks()
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
        self.warning = Banner(look, "warn", "")
        self.add(self.warning)
        self.warning.hide()
        more = Button(_("Add a laptop"), look, "quiet", icon="plus")
        more.clicked.connect(lambda: self.add_laptop(Role.SCRIBE, ""))
        self.place = PathField(
            look, _("Write them into"), folder or folder_for(parent, Purpose.PACKS), self._choose
        )
        self.phrase = PassphraseField(
            look,
            _("Passphrase of the packs"),
            _("At least {count} letters. Tell it to whoever holds a laptop, apart from the file.").format(
                count=LEAST
            ),
            again=_("The same passphrase once more"),
        )
        for widget in (more, self.place, self.phrase):
            self.add(widget)
        self.answered.connect(self._on_answered)
        read = partial(before_packs, workspace)
        jobs.read(read, self._on_before, self, on_error=lambda error: self.refuse(sentence_of(error)))

    def add_laptop(self, role: Role, group: str) -> None:
        """One more row."""
        label = free_name((*self._before.names, *(row.label.text() for row in self.rows)))
        row = LaptopRow(self.look, label, role, group, self._session)
        self.column.insertWidget(2 + len(self.rows), row)
        self.rows.append(row)
        row.changed.connect(self._warn)
        self._warn()
        self._scroll.show()
        row.show()

    def _on_before(self, before: BeforePacks) -> None:
        self._before = before
        self._propose()
        self.rows[0].holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self) -> None:
        """Say which scribes would have nothing to write on, and what a facilitator would look for in vain."""
        whom = [row.whom() for row in self.rows]
        scribes = [one.group for one in whom if one.role is Role.SCRIBE]
        found = [group_words(self._session.groups, self._before.with_sheet, scribes)]
        if any(one.role is Role.FACILITATOR for one in whom):
            found.append(plan_words(self._before, self._session.session.id))
        trouble = " · ".join(filter(None, (said for said, _way in found)))
        self.warning.show_message("warn", trouble, " ".join(filter(None, (way for _said, way in found))))
        self.warning.setVisible(bool(trouble))
        self._fit()

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
            self.refuse_at(self.phrase.editor, _("Type a passphrase for the packs first."))
        elif not self.phrase.agrees():
            self.refuse_at(self.phrase.editor, _("The two passphrases differ. Type the same one twice."))
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
        note_folder(self, Purpose.PACKS, made.paths[0].parent)
        self.rest()
        for place in range(self.column.count()):
            item = self.column.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
        self.verb.hide()
        self.ask(n_("{count} pack is written", "{count} packs are written", len(made.paths)))
        show_written(self, list(zip(made.laptops, made.paths, strict=True)))
        self.harmless.set_words(_("Go on"))
        self._say(_("They are in {folder}.").format(folder=self.place.path()), error=False)
        self.harmless.setFocus()
        announce(self, f"{self.windowTitle()}. {self.said()}")

    def _on_not_made(self, error: BaseException) -> None:
        self._making = False
        self.card.setVisible(isinstance(error, CardMissing))
        self.refuse(sentence_of(error))

    def _choose(self, _proposed: Path, chosen: Callable[[Path], None]) -> None:
        choose_folder(self, _("Where the packs go"), chosen, purpose=Purpose.PACKS)


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
    check_passphrase(passphrase)
    paths = tuple(one.path for one in make_packs(workspace, laptops, passphrase, step))
    whom = tuple(laptop for laptop, _file in laptops)
    return _Made(whom, paths, Changes(frozenset({laptops[0][0].session}), frozenset({"Device"})))
