"""Sessions in which a questionnaire was answered and closed, in editions of it that can be compared, and not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from capture_app.domain.ballots import by_item, sorted_answers
from capture_app.domain.forms.course import handed_in
from capture_app.domain.record import Record
from capture_app.domain.records import Box, Form, Session
from capture_app.domain.values import Answer, DateGiven, Item
from capture_app.domain.vocabulary import About, FormPurpose, Given, ItemKind, Precision
from tests.helpers.every_question import ASKED, options

HERE, BEFORE, LONG_AGO, SHORT, QUIET = "results-4", "results-3", "results-2", "results-1", "results-5"
"""Sessions: with the second edition, with the first, with one that asks otherwise, with few answers, with none."""

HOST = Item(
    kind=ItemKind.CHOICE,
    prompt="Would a named host in your area help?",
    order="C",
    options=options("Yes", "Maybe", "No"),
    reason=True,
)
CLEAR = Item(
    kind=ItemKind.SCALE,
    prompt="The purpose was clear",
    order="D",
    about=About.PROCESS,
    options=options("Agree", "Mostly agree", "Mostly disagree", "Disagree"),
)
MISSED = Item(kind=ItemKind.TEXT, prompt="What did we miss?", order="E")
CHANGE = Item(kind=ItemKind.TEXT, prompt="One thing to change next time?", order="F", about=About.PROCESS)

FIRST = Form(
    id="end-1",
    purpose=FormPurpose.QUESTIONNAIRE,
    title="At the end",
    items={**ASKED, "host": HOST, "clear": CLEAR, "missed": MISSED},
)
OTHER = replace(
    FIRST,
    id="end-2",
    family="end-1",
    edition=2,
    reason="Plainer",
    items={**FIRST.items, "host": replace(HOST, prompt="Do you want a named host?")},
)
SECOND = replace(FIRST, id="end-3", family="end-1", edition=3, items={**FIRST.items, "change": CHANGE})

Sheet = Mapping[str, Answer]


def answered(choice: str, reason: str = "", missed: str = "", **others: Answer) -> Sheet:
    """What one person handed in; `choice` is what they said about the host, "-" that they would rather not."""
    host = Answer(given=Given.RATHER_NOT_SAY) if choice == "-" else Answer(choice=choice, reason=reason)
    written = {"missed": Answer(text=missed)} if missed else {}
    return handed_in(SECOND.items, {"host": host, "how": Answer(choice="o1"), **written, **others})


def box(key: str, session: str, form: str, sheets: Sequence[Sheet], expected: int | None = None) -> Box:
    """A closed box; with fewer than five answers it is kept question by question."""
    kept = Box(
        id=key,
        session=session,
        form=form,
        count=len(sheets),
        expected=expected,
        threshold=5,
        key=sha256(key.encode()).hexdigest(),
    )
    if len(sheets) < kept.threshold:
        return replace(kept, by_item=by_item(sheets))
    return replace(kept, answers=sorted_answers(sheets))


def _session(key: str, label: str, date: str) -> Session:
    return Session(id=key, label=label, date=DateGiven(given=date, edtf=date, precision=Precision.DAY))


ANSWERED: tuple[Sheet, ...] = (
    *(
        answered("o1", missed=words, miles=Answer(value=miles), clear=Answer(choice="o1"))
        for words, miles in (("The cost of travel.", "4"), ("", "12"), ("Who pays?", "38"), ("", "55"))
    ),
    *(
        answered("o1", liked=Answer(chosen=("o1", "o3")), first=Answer(chosen=("o2", "o1", "o3")))
        for _number in range(4)
    ),
    answered("o1", "If the host is not also the funder.", each=Answer(by_row={"room": "o3", "food": "o1"})),
    *(
        answered("o2", change=Answer(text="Longer breaks."), clear=Answer(choice="o2"))
        for _number in range(4)
    ),
    answered("o2", "It depends how far away it is."),
    answered("o3"),
    answered("o3", "One more contact to remember."),
    answered("-"),
)
"""Seventeen people: nine said yes, five maybe, two no with one reason, and one would rather not say."""


def results_world() -> tuple[Record, ...]:
    """The records of all this."""
    few = (answered("o1"), answered("o3", "We have none."))
    return (
        _session(SHORT, "Partnership 2", "2023-04-11"),
        _session(LONG_AGO, "Sectoral 2", "2023-05-02"),
        _session(BEFORE, "Sectoral 3", "2023-05-16"),
        _session(HERE, "Sectoral 4", "2023-06-07"),
        _session(QUIET, "Sectoral 5", "2023-06-21"),
        *(FIRST, OTHER, SECOND),
        box("box-few", SHORT, FIRST.id, few, expected=3),
        box("box-other", LONG_AGO, OTHER.id, [answered("o1")] * 12, expected=14),
        box(
            "box-before", BEFORE, FIRST.id, [answered("o1")] * 8 + [answered("o2")] * 2 + [answered("o3")] * 4
        ),
        box("box-here", HERE, SECOND.id, ANSWERED, expected=21),
        box("box-quiet", QUIET, SECOND.id, []),
    )
