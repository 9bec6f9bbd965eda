"""What is typed into the window for the contradictions of the source: forms, rows, and the sessions they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.record import Record

SOURCE = "The report"
EVENT = "Framework event, 28th September"


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One form or row filled in at a register: `at` is its page and part, `typed` words by label.

    under, owner: the heading of the rows, and how the record they belong to begins in the list.
    kind, kept: what the dump must then hold.
    """

    at: str
    typed: Mapping[str, str]
    kind: str
    kept: Mapping[str, object]
    owner: str = ""
    under: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One contradiction. `also` must be in the dump too: it was typed for the programme or an earlier case.

    put: records of kinds whose page stands in another part of the window; they go in through the same service.
    """

    number: int
    what: str
    facts: tuple[Fact, ...] = ()
    also: tuple[tuple[str, Mapping[str, object]], ...] = ()
    put: tuple[Record, ...] = field(default=())


def claim(
    topic: str,
    value: str,
    locator: str,
    *,
    unit: str = "",
    about: str = "",
    about_what: str = "",
    **more: str,
) -> Fact:
    """A reported fact. `more`: "Approximate", "Note", "What comparing showed" by shorter names."""
    labels = {"approximate": "Approximate", "note": "Note", "check": "What comparing showed"}
    typed = {"Topic": topic, "Value as given": value, "Source": SOURCE, "Where in the source": locator}
    typed |= {"Counted in": unit} if unit else {}
    typed |= {"What it is about": about or about_what} if about or about_what else {}
    typed |= {labels[name]: words for name, words in more.items()}
    kept: dict[str, object] = {
        "topic": topic,
        "value": value,
        "locator": locator,
        "source": SOURCE,
        "unit": unit,
    }
    kept |= {"note": more["note"]} if "note" in more else {}
    kept |= {"approximate": True} if "approximate" in more else {}
    return Fact(at="claims", typed=typed, kind="Claim", kept=kept)


def session(label: str, series: str, date: str, edtf: str, theme: str = "", **more: str) -> Fact:
    """A session with its label, series, date as given and theme; `more` are other labels."""
    typed = {"Label": label, "Series": series, "Date": date, "Theme as given": theme} | more
    given, inferred = date.split(" = ")[0], " = " in date
    kept = {"label": label, "series": series, "theme_as_given": theme}
    dated = {"given": given, "edtf": edtf} | ({"inferred": True} if inferred else {})
    return Fact(at="sessions", typed=typed, kind="Session", kept={**kept, "date": dated})


def row(at: str, owner: str, under: str, kind: str, typed: Mapping[str, str], **kept: object) -> Fact:
    """A row under a heading of a record's form."""
    return Fact(at=at, owner=owner, under=under, typed=typed, kind=kind, kept=kept)


def headcount(owner: str, listing: str, count: str, *, overlap: bool = False) -> Fact:
    """A kind of people with how many came."""
    typed = {"As listed": listing, "Headcount": count}
    typed |= {"May overlap with another entry": "yes"} if overlap else {}
    kept = {"listing": listing, "count": int(count), "grain": "category", "may_overlap": overlap}
    return row("sessions", owner, "Headcounts", "Attendance", typed, **kept)


def listed(owner: str, listing: str, *, came: str = "") -> Fact:
    """An organisation as it is listed, without a headcount."""
    typed = {"As listed": listing} | ({"Came as": came} if came else {})
    kept = {"listing": listing, "count": None, "grain": "organisation"}
    return row("sessions", owner, "Organisations listed", "Attendance", typed, **kept)


def returned(owner: str, listing: str, heading: str) -> Fact:
    """An organisation that gave something back about a session."""
    typed = {"As listed": listing, "Heading": heading}
    return row(
        "sessions",
        owner,
        "What came back about this session",
        "Return",
        typed,
        listing=listing,
        heading=heading,
    )


def named(theme: str, text: str) -> Fact:
    """One wording of a theme's name."""
    return row(
        "setup/frame",
        theme,
        "Names",
        "ThemeLabel",
        {"Name": text, "Source": SOURCE},
        text=text,
        source=SOURCE,
    )


def theme(code: str, kind: str) -> Fact:
    """A node of the frame."""
    typed = {"Kind of theme": kind, "Code": code}
    return Fact(at="setup/frame", typed=typed, kind="Theme", kept={"code": code})


COUNTED = {"Counted in the total": "Yes", "In the appendix": "Yes", "In the analysis": "Yes"}
COUNTED_ONLY = {"Counted in the total": "Yes", "In the appendix": "No", "In the analysis": "No"}
IN_NONE = {"Counted in the total": "No", "In the appendix": "No"}

PROGRAMME = (
    session("Frontline", "frontline", "19/07/23", "2023-07-19", "IMSA role and remit", **COUNTED),
    session(
        "Partnership 4", "partnership", "21/3/23", "2023-03-21", "Organisations employing an IMSA", **COUNTED
    ),
    session(
        "Partnership 1",
        "partnership",
        "10/5/22",
        "2022-05-10",
        "Values, ethos and governance of the model",
        **COUNTED,
    ),
    session("Partnership 2", "partnership", "5/7/22", "2022-07-05", "IMSA role and remit", **COUNTED),
    session("Partnership 3", "partnership", "4/11/22", "2022-11-04", "Training", **COUNTED),
    session(
        "Additional partnership workshop",
        "partnership",
        "24th January 2023",
        "2023-01-24",
        **COUNTED_ONLY,
        **{"Why it is counted or left out": "Paid for later."},
    ),
    session("Frontline", "frontline", "07/06/23", "2023-06-07", "IMSA role and remit", **COUNTED),
    session(
        "Sectoral 1",
        "sectoral",
        "20/9/22",
        "2022-09-20",
        "Health, social care, housing and subsistence.",
        **COUNTED,
        **{"Way of meeting": "Online"},
    ),
    session(
        "Sectoral 5",
        "sectoral",
        "16/05/23",
        "2023-05-16",
        "Multi-agency and partnership working",
        **COUNTED,
        **{"Way of meeting": "Hybrid"},
    ),
    *(
        session(
            "Review workshop",
            "review",
            "between June and September = June 2023 to September 2023",
            "2023-06/2023-09",
            **IN_NONE,
        )
        for _ in range(3)
    ),
    session(
        "Framework event",
        "event",
        "28th September = 2023-09-28",
        "2023-09-28",
        **COUNTED_ONLY,
        **{"Kind of session": "Event", "Purpose": "Launch the draft.\nSay how the consultation went."},
    ),
)
"""Sessions on which the cases rest, in no order; enough of them to hold every case."""
