"""What contributors report of the sessions they came to, in their words, for the evaluator and nobody else (I3)."""

from __future__ import annotations

from capture_app.domain.records import ContributorReport, Person, Session
from capture_app.domain.vocabulary_care import FeltHeard, ReportWay
from capture_app.ui.people.days import day_field, said_day
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.register.described import Choice, Part, Refer, Register, Text
from capture_app.words import _

REPORTS = "reports"
"""The key of the register."""


def report_register() -> Register:
    """What one contributor reports of one session."""
    return Register(
        key=REPORTS,
        kind=ContributorReport,
        title=lambda: _("Reports"),
        add=lambda: _("Add a report"),
        empty=lambda: _(
            "No reports yet. Add what a contributor says of a session, in their words, for the evaluator."
        ),
        icon="note-pencil",
        line=lambda one, names: (
            who(names, one.person),
            joined(names.get(one.session, ""), said_day(one.reported_on)),
        ),
        names=(Person, Session),
        about=lambda: _("Only a care file for the evaluator carries this."),
        fields=(
            Refer(name="person", to=Person),
            Refer(name="session", to=Session),
            day_field("reported_on"),
            Choice(name="way", of=ReportWay, empty=True),
            Part(title=lambda: _("In their words")),
            Text(name="went_well", lines=3),
            Text(name="made_hard", lines=3),
            Text(name="should_change", lines=3),
            Text(name="further", lines=3),
            Choice(name="felt_heard", of=FeltHeard),
        ),
    )
