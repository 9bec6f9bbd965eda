"""Who is expected at a session and who was there, at three grains (C3)."""

from __future__ import annotations

from capture_app.domain.records import Attendance, Organisation, Person
from capture_app.domain.vocabulary import Capacity, Grain, Side
from capture_app.ui.register.described import Adding, Choice, Flag, Number, Refer, Rows, Text
from capture_app.words import _


def grains() -> tuple[Rows, ...]:
    """The three grains of attendance, each in a list of its own (C3)."""
    return (
        _attendance(
            Grain.CATEGORY,
            _("Headcounts"),
            _("Add a headcount"),
            _(
                "Kinds of people with how many came, as the source lists them. Nothing else is worked out from it."
            ),
            (Text(name="listing", short=True), Number(name="count")),
            (Text(name="category", short=True, in_use=True), *_came(), Flag(name="may_overlap")),
        ),
        _attendance(
            Grain.ORGANISATION,
            _("Organisations listed"),
            _("Add an organisation"),
            _("Letter for letter as they are listed. A listing says nothing of how many came."),
            (Text(name="listing", short=True), Refer(name="organisation", to=Organisation)),
            (Text(name="category", short=True, in_use=True), *_came(), Number(name="count")),
        ),
        _attendance(
            Grain.PERSON,
            _("People"),
            _("Add a person"),
            _(
                "One entry for each. A name, a person or, behind the dots, an organisation is enough. A name that is "
                "only typed stands on the facilitator’s list as it is typed; a person, as they want to be listed. "
                "Write “one participant” where nobody should be named."
            ),
            (
                Text(name="listing", short=True, label=lambda: _("Name, as listed")),
                Refer(name="person", to=Person),
            ),
            (
                Refer(name="organisation", to=Organisation),
                Text(name="category", short=True, in_use=True),
                *_came(),
            ),
            Adding(
                words=lambda: _("Add a walk-in"),
                fields={"capacity": Capacity.PARTICIPANT, "side": Side.ROOM, "walk_in": True},
            ),
            known=("listing", "person"),
        ),
    )


def _attendance(
    grain: Grain,
    title: str,
    add: str,
    words: str,
    fields: tuple[Text | Number | Refer, ...],
    more: tuple[Text | Number | Refer | Choice | Flag, ...],
    *adds: Adding,
    known: tuple[str, ...] = (),
) -> Rows:
    """One of the three grains; they stand apart because none is worked out from another (C3)."""
    return Rows(
        kind=Attendance,
        by="session",
        only={"grain": grain},
        title=lambda: title,
        add=lambda: add,
        help=lambda: words,
        fields=fields,
        more=more,
        adds=adds,
        known=known,
        moves=True,
    )


def _came() -> tuple[Choice, ...]:
    return (Choice(name="capacity", of=Capacity), Choice(name="side", of=Side, empty=True))
