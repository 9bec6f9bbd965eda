"""Who wrote and what came, and the decisions to fold it in: which fields stand in which form (F4, G2 to G5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from capture_app.domain.record import RecordId
from capture_app.domain.records import Folding, Form, Line, Organisation, Person, Response, Session, Sheet
from capture_app.domain.vocabulary_written import AlsoThere, AnsweredAs, WrittenWay
from capture_app.services.responses import response_facts, twice_words
from capture_app.ui.register.described import Choice, Date, FormField, Part, Refer, Register, Text
from capture_app.words import _, n_

RESPONSES, FOLDINGS = "responses", "foldings"
"""The keys of the registers."""


def response_register() -> Register:
    """Every response, letter and mail, the newest last."""
    return Register(
        key=RESPONSES,
        kind=Response,
        title=lambda: _("Written feedback"),
        add=lambda: _("Add a response"),
        empty=lambda: _(
            "No written feedback yet. Add each response, letter or mail, with who sent it and as whom they wish to be "
            "listed."
        ),
        icon="note-pencil",
        line=_line,
        told=response_facts,
        wraps=True,
        counts=_counts,
        watches=(Line, Organisation, Person, Session, Sheet),
        fields=(*_who(), *_how_it_came(), *_what_it_says()),
    )


def folding_register() -> Register:
    """The decisions that responses are too few to be looked at alone (G4)."""
    return Register(
        key=FOLDINGS,
        kind=Folding,
        title=lambda: _("Folded in"),
        add=lambda: _("Add a decision"),
        empty=lambda: _(
            "Nothing was folded in. Responses stand in a part of their own until somebody decides that they are too "
            "few to be looked at alone."
        ),
        icon="git-merge",
        line=lambda one, names: (names.get(one.session, _("All sessions")), one.reason),
        names=(Session,),
        about=lambda: _(
            "Where each line came from stays told. Take the decision away, and they stand apart again."
        ),
        fields=(
            Refer(name="session", to=Session, help=lambda: _("Empty where it holds for all sessions.")),
            Text(
                name="reason",
                lines=3,
                help=lambda: _(
                    "It stands in the documents, such as: three are too few to be looked at alone."
                ),
                needed=_needs_reason,
            ),
            Date(name="decided_on"),
            Text(name="decided_by", short=True, in_use=True),
        ),
    )


def _line(response: Response, names: Mapping[RecordId, str]) -> tuple[str, str]:
    return response.listing, names.get(response.id, "")


def _counts(responses: Iterable[Response]) -> str:
    """How many there are; and that nobody adds them to those who were there (G3)."""
    found = tuple(responses)
    if not found:
        return ""
    count = n_("{count} response.", "{count} responses.", len(found))
    return f"{count} {twice_words(found)}".strip()


def _needs_reason(_folding: Folding) -> str:
    return _("Say why they are told together. The reason from before is kept.")


def _who() -> tuple[FormField, ...]:
    return (
        Refer(name="session", to=Session, help=lambda: _("Under which it is filed. Its lines stand there.")),
        Text(
            name="listing",
            short=True,
            label=lambda: _("Respondent, as listed"),
            help=lambda: _("Leave the name out where somebody does not want to be named."),
        ),
        Choice(
            name="answered_as",
            of=AnsweredAs,
            help=lambda: _("Somebody who is not named is named in no document and at no line."),
        ),
        Refer(name="organisation", to=Organisation),
        Refer(
            name="person",
            to=Person,
            help=lambda: _("Erasing them takes these words along. They are told as they wish to be listed."),
        ),
        Choice(
            name="attended",
            of=AlsoThere,
            help=lambda: _("Whoever was there and wrote as well would be counted twice."),
        ),
    )


def _how_it_came() -> tuple[FormField, ...]:
    return (
        Part(title=lambda: _("How it came")),
        Choice(name="way", of=WrittenWay),
        Date(name="received"),
        Refer(name="form", to=Form, help=lambda: _("Empty for a letter or mail that answers no form.")),
        Text(name="kept_at", short=True, help=lambda: _("Such as a folder in the office, or a mailbox.")),
        Text(name="file_name", short=True),
        Text(
            name="file_digest",
            help=lambda: _(
                "Choose the file above. It stays where it is; only its name and this are kept of it."
            ),
        ),
    )


def _what_it_says() -> tuple[FormField, ...]:
    return (
        Part(
            title=lambda: _("What it says"),
            help=lambda: _("Of these words, lines are made: type them up, or make a line of each paragraph."),
        ),
        Text(name="words", lines=8),
    )
