"""Reported facts: what sources claim, each with its place, beside what the records give (C9, X1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from capture_app.domain.reading_order import reading_order
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import (
    Claim,
    Consultation,
    Objective,
    ObjectiveSet,
    Organisation,
    Person,
    Session,
    Theme,
)
from capture_app.domain.vocabulary import ClaimCheck
from capture_app.services.computed import KINDS_COUNTED, Computed, computed
from capture_app.services.wording import choice_words
from capture_app.ui.claims.beside import Beside
from capture_app.ui.jobs import Jobs
from capture_app.ui.register.described import Choice, Flag, Part, Refer, Register, Text
from capture_app.ui.register.register_page import RegisterPage
from capture_app.ui.register.register_pane import RegisterPane
from capture_app.ui.style import Look
from capture_app.words import _

if TYPE_CHECKING:
    from capture_app.domain.changes import Changes
    from capture_app.services.workspaces import Workspace

CLAIMS = "claims"
"""The key of the register."""


class ClaimsPage(RegisterPage):
    """One register of claims, sorted by topic, so that those that contradict each other stand together."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Reported facts"),
            _("What sources claim, beside what the records give"),
            (claims_register(),),
            workspace,
            jobs,
            look,
            make=lambda register: ClaimsPane(register, workspace, jobs, look),
            parent=parent,
        )


def claims_register() -> Register:
    """Every claim, those on one topic together."""
    return Register(
        key=CLAIMS,
        kind=Claim,
        title=lambda: _("Reported facts"),
        add=lambda: _("Add a fact"),
        empty=lambda: _(
            "No reported facts yet. Write down what a report or a letter says, with its place, also where two "
            "places differ."
        ),
        icon="scales",
        line=_line,
        sort=lambda one: (reading_order(one.topic), reading_order(one.value), one.id),
        fields=(
            Text(
                name="topic", in_use=True, help=lambda: _("What is said, in the same words for each source.")
            ),
            Text(name="value", label=lambda: _("Value as given")),
            Text(name="unit", short=True, in_use=True),
            Refer(
                name="about",
                to=Session,
                also=(Consultation, Organisation, Person, Theme, ObjectiveSet, Objective),
            ),
            Flag(name="approximate"),
            Part(title=lambda: _("Where it stands")),
            Text(name="source", in_use=True),
            Text(name="locator", in_use=True),
            Text(name="note", lines=2),
            Part(title=lambda: _("Compared with the records")),
            Choice(
                name="check",
                of=ClaimCheck,
                label=lambda: _("What comparing showed"),
                help=lambda: _("The fact itself stays as it was reported, whatever you find."),
            ),
        ),
    )


def _line(claim: Claim, _names: Mapping[RecordId, str]) -> tuple[str, str]:
    value = _("about {value}").format(value=claim.value) if claim.approximate else claim.value
    said = " ".join(words for words in (value, claim.unit) if words)
    check = "" if claim.check is ClaimCheck.NOT_CHECKED else choice_words(claim.check)
    return claim.topic, " · ".join(words for words in (said, check, claim.locator) if words)


class ClaimsPane(RegisterPane):
    """The claims, and above the form of one what the records give for its topic; all of it while there is none."""

    def __init__(self, register: Register, workspace: Workspace, jobs: Jobs, look: Look) -> None:
        super().__init__(register, workspace, jobs, look)
        self.beside = Beside(look)
        self.ahead.addWidget(self.beside)
        self.counted = Beside(look)
        self.counted.hide()
        self.put_below_nothing(self.counted)
        self._totals: tuple[Computed, ...] = ()
        self._claim: Claim | None = None
        jobs.changed.connect(self._on_counted)
        self._read_totals()

    def opened(self, record: Record, *, new: bool) -> None:
        super().opened(record, new=new)
        if isinstance(record, Claim):
            self._claim = record
            self.beside.show_beside(record, self._totals)

    def show_nothing(self) -> None:
        super().show_nothing()
        self._claim = None
        self.counted.show_all(self._totals)

    def _read_totals(self) -> None:
        self._jobs.read(partial(computed, self._workspace), self._on_totals, self, on_error=self._on_not_read)

    def _on_totals(self, totals: tuple[Computed, ...]) -> None:
        self._totals = totals
        if self._told and not self._rows:
            self.counted.show_all(totals)
        if self._claim is not None:
            self.beside.show_beside(self._claim, totals)

    def _on_counted(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & KINDS_COUNTED:
            self._read_totals()
