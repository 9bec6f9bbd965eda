"""Interviews: how far each is, what was promised, and a summary that stays apart; no transcript (I4)."""

from __future__ import annotations

from capture_app.domain.records import Interview, Person
from capture_app.domain.vocabulary_care import InterviewPromise, InterviewState
from capture_app.services.engagement import interview_open
from capture_app.services.wording import choice_words
from capture_app.ui.people.days import day_field, said_day
from capture_app.ui.people.list_words import joined, who
from capture_app.ui.register.described import Choice, Part, Refer, Register, Text
from capture_app.words import _

INTERVIEWS = "interviews"
"""The key of the register."""


def interview_register() -> Register:
    """One interview with one contributor."""
    return Register(
        key=INTERVIEWS,
        kind=Interview,
        title=lambda: _("Interviews"),
        add=lambda: _("Add an interview"),
        empty=lambda: _(
            "No interviews yet. Add each one that is offered to a contributor, and what came of it."
        ),
        icon="microphone",
        line=lambda one, names: (
            who(names, one.person),
            joined(choice_words(one.state), said_day(one.interview_on), interview_open(one)),
        ),
        names=(Person,),
        about=lambda: _("Only a care file for the evaluator carries this."),
        fields=(
            Refer(name="person", to=Person),
            Choice(name="state", of=InterviewState),
            day_field("interview_on"),
            Refer(name="introduced_by", to=Person),
            Choice(name="promise", of=InterviewPromise, empty=True),
            Part(
                title=lambda: _("What came of it"),
                help=lambda: _("Only a summary belongs here, no transcript and nothing word for word."),
            ),
            Text(name="summary", lines=6),
            Text(name="kept_at", help=lambda: _("Such as a locked drawer, where it is not kept here.")),
        ),
    )
