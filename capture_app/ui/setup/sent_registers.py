"""What was sent out, who could comment on it, and briefings on a topic (A8, I8, I9)."""

from __future__ import annotations

from collections.abc import Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import AgendaPart, Commenting, Dispatch, Session
from capture_app.domain.vocabulary import DispatchKind, YesNo
from capture_app.services.briefings import briefing_facts
from capture_app.services.wording import choice_words, contradiction_words, open_words
from capture_app.ui.register.described import (
    Choice,
    Date,
    FormField,
    Number,
    Part,
    Refer,
    Register,
    Rows,
    Text,
)
from capture_app.words import _

SENT, BRIEFINGS = "sent", "briefings"
"""The keys of the two registers: a briefing is a paper, and stands in a list of its own."""


def sent() -> Register:
    """Papers, invitations and calls, and below each who could comment on it."""
    return Register(
        key=SENT,
        kind=Dispatch,
        title=lambda: _("Sent out"),
        add=lambda: _("Add what was sent"),
        empty=lambda: _("Nothing yet. Papers, invitations and public calls: what went to whom, and when."),
        icon="paper-plane-tilt",
        line=lambda one, _names: (
            one.title,
            " · ".join(
                words for words in (choice_words(one.dispatch_kind), one.edition, one.sent.given) if words
            ),
        ),
        only={"briefing": False},
        fresh={"dispatch_kind": DispatchKind.PAPER},
        fields=(
            Choice(name="dispatch_kind", of=DispatchKind),
            Text(name="edition", short=True),
            Text(name="title"),
            Date(name="sent"),
            Date(name="closes", help=lambda: _("For a call: the last day.")),
            *_how(),
            Refer(name="session", to=Session, help=lambda: _("If it was sent for one session.")),
            Text(name="note", lines=2),
            _comments(),
        ),
    )


def briefings() -> Register:
    """Papers that explain a topic before its session (I8)."""
    return Register(
        key=BRIEFINGS,
        kind=Dispatch,
        title=lambda: _("Briefings"),
        add=lambda: _("Add a briefing"),
        empty=lambda: _(
            "No briefings yet. A briefing explains a topic of the agenda before its session; what was sent when stands "
            "here, and what is not sent is named at the session."
        ),
        icon="paper-plane-tilt",
        line=_briefing_line,
        told=briefing_facts,
        watches=(Session, AgendaPart),
        only={"briefing": True, "dispatch_kind": DispatchKind.PAPER},
        fields=(
            Text(name="title"),
            Refer(name="session", to=Session),
            Date(name="sent", help=lambda: _("Empty while it is not sent.")),
            Part(title=lambda: _("What it is about")),
            Text(name="topic", short=True, in_use=True),
            Refer(
                name="part",
                to=AgendaPart,
                help=lambda: _("If it is about one part of its session."),
                within="session",
                stray=lambda: _("This part is of another session. It is kept; choose one of this session."),
            ),
            Part(title=lambda: _("How it went out")),
            *_how(),
            Text(name="edition", short=True),
            Text(name="note", lines=2),
        ),
    )


def _how() -> tuple[FormField, ...]:
    return (
        Text(name="channel", short=True, help=lambda: _("Mail, a website, through networks.")),
        Text(name="audience", short=True),
    )


def _comments() -> Rows:
    """One row for each group of contributors; numbers that contradict each other are told and kept (I9)."""
    return Rows(
        kind=Commenting,
        by="dispatch",
        title=lambda: _("Who could comment, and who did"),
        add=lambda: _("Add a group of contributors"),
        help=lambda: _(
            "In your own words, such as consultants or partner organisations. Leave empty what nobody counted."
        ),
        fields=(
            Text(name="contributors", short=True, in_use=True, offers=_usual_contributors),
            Choice(name="may_comment", of=YesNo),
            Date(name="until"),
            Number(name="came"),
            Number(name="taken_up"),
            Number(name="taken_in_part"),
            Number(name="not_taken_up"),
        ),
        remark=_remark,
        once=("contributors",),
        moves=True,
    )


def _remark(one: Commenting) -> str:
    """What is left, or why that cannot be told."""
    return contradiction_words(one) or open_words(one)


def _usual_contributors() -> tuple[str, ...]:
    return (_("consultants"), _("partner organisations"), _("the project board"))


def _briefing_line(briefing: Dispatch, names: Mapping[RecordId, str]) -> tuple[str, str]:
    return briefing.title or briefing.topic, names.get(briefing.id, "")
