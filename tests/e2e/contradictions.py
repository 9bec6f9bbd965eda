"""The thirty-three places where the source contradicts itself, in our words: what is typed, and what must come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from capture_app.domain.ids import link_id
from capture_app.domain.record import Record
from capture_app.domain.records import Organisation, OrganisationLink, OrganisationName, Person
from capture_app.domain.vocabulary import Nation

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

_LEAP, _WELSH, _IDVA = (
    "11111111-1111-4111-8111-111111111111",
    "22222222-2222-4222-8222-222222222222",
    "33333333-3333-4333-8333-333333333333",
)
_HTF = "44444444-4444-4444-8444-444444444444"

CASES = (
    Case(
        number=1,
        what="four partnership workshops or five",
        facts=(
            claim("partnership workshops held", "five", "Summary", unit="workshops"),
            claim("partnership workshops held", "four", "pp. 9-10", unit="workshops", check="Differs"),
        ),
        also=(("Session", {"label": "Additional partnership workshop", "in_appendix": "no"}),),
    ),
    Case(
        number=2,
        what="thirteen counted, eleven listed and analysed",
        facts=(claim("workshops held", "13", "Summary", unit="workshops"),),
        also=(
            (
                "Session",
                {
                    "label": "Framework event",
                    "counted_in_total": "yes",
                    "in_appendix": "no",
                    "in_analysis": "no",
                },
            ),
            (
                "Session",
                {
                    "label": "Partnership 4",
                    "counted_in_total": "yes",
                    "in_appendix": "yes",
                    "in_analysis": "yes",
                },
            ),
        ),
    ),
    Case(
        number=3,
        what="three reviews in none of the numbers",
        facts=(claim("review workshops held", "three", "pp. 9-10", unit="workshops"),),
        also=(
            ("Session", {"label": "Review workshop", "counted_in_total": "no", "in_analysis": "not_stated"}),
        ),
    ),
    Case(
        number=4,
        what="one event with two purposes and two names",
        facts=(
            claim("kind of session", "workshop", "pp. 9-10", about=EVENT),
            claim("kind of session", "event", "Summary", about=EVENT),
        ),
        also=(
            (
                "Session",
                {"session_kind": "event", "purpose": "Launch the draft.\nSay how the consultation went."},
            ),
        ),
    ),
    Case(
        number=5,
        what="dates without a year",
        also=(
            (
                "Session",
                {
                    "date": {
                        "given": "28th September",
                        "edtf": "2023-09-28",
                        "precision": "day",
                        "inferred": True,
                    }
                },
            ),
            (
                "Session",
                {
                    "date": {
                        "given": "between June and September",
                        "edtf": "2023-06/2023-09",
                        "precision": "range",
                        "inferred": True,
                    }
                },
            ),
        ),
    ),
    Case(
        number=6,
        what="dates written in several ways",
        also=(
            ("Session", {"date": {"given": "5/7/22", "edtf": "2022-07-05", "precision": "day"}}),
            ("Session", {"date": {"given": "07/06/23", "edtf": "2023-06-07", "precision": "day"}}),
            ("Session", {"date": {"given": "24th January 2023", "edtf": "2023-01-24", "precision": "day"}}),
        ),
    ),
    Case(
        number=7,
        what="the fourth by name is the fifth by date",
        also=(
            (
                "Session",
                {
                    "label": "Partnership 4",
                    "date": {"given": "21/3/23", "edtf": "2023-03-21", "precision": "day"},
                },
            ),
        ),
    ),
    Case(
        number=8,
        what="ways of meeting that must be guessed",
        facts=(
            claim(
                "mode of the workshops",
                "first four online, fifth in person or online",
                "pp. 9-10",
                note="Read as the sectoral ones.",
            ),
        ),
        also=(
            ("Session", {"label": "Partnership 1", "mode": "not_stated"}),
            ("Session", {"label": "Sectoral 1", "mode": "online"}),
        ),
    ),
    Case(
        number=9,
        what="three objectives or four key questions",
        facts=(
            Fact(
                at="setup/objectives",
                typed={"Title": "Three objectives", "Where in the source": "Summary"},
                kind="ObjectiveSet",
                kept={"title": "Three objectives", "locator": "Summary"},
            ),
            Fact(
                at="setup/objectives",
                typed={"Title": "Four key questions", "Where in the source": "p. 11"},
                kind="ObjectiveSet",
                kept={"title": "Four key questions", "locator": "p. 11"},
            ),
            row(
                "setup/objectives",
                "Three objectives",
                "Objectives of this version",
                "Objective",
                {"Objective": "Include all four nations."},
                text="Include all four nations.",
            ),
        ),
    ),
    Case(
        number=10,
        what="one objective, two verdicts",
        facts=(
            claim("objective", "met", "Summary", about_what="Objective: Include all four nations."),
            claim(
                "objective",
                "less directly discussed",
                "pp. 26-27",
                about_what="Objective: Include all four nations.",
            ),
        ),
    ),
    Case(
        number=11,
        what="all nations included, or some still to come",
        facts=(
            claim("four nations", "included throughout", "Summary"),
            claim("four nations", "more stakeholders left to later stages", "pp. 26-27"),
        ),
    ),
    Case(
        number=12,
        what="four wordings of one section",
        facts=(
            theme("S1", "Section"),
            *(
                named("S1", text)
                for text in (
                    "Ethos, values, and governance",
                    "Values, ethos, and governance",
                    "Ethos, Values & Governance",
                    "Values, ethos and governance of the model",
                )
            ),
        ),
    ),
    Case(
        number=13,
        what="a session's theme that is not quite its section's name",
        facts=(
            theme("S3", "Section"),
            named("S3", "Training and accreditation"),
        ),
        also=(("Session", {"label": "Partnership 3", "theme_as_given": "Training"}),),
    ),
    Case(
        number=14,
        what="key areas in several spellings",
        facts=(
            theme("A3", "Key area"),
            named("A3", "Survivor support and NRM"),
            named("A3", "Survivor support and the NRM"),
        ),
    ),
    Case(
        number=15,
        what="eight areas said to be covered, one has none",
        facts=(
            theme("A7", "Key area"),
            theme("A8", "Key area"),
            row(
                "sessions",
                "Sectoral 5",
                "Themes it bears on",
                "SessionTheme",
                {"Theme": "A7"},
                focus="primary",
            ),
            claim(
                "key areas the sectoral workshops were split between",
                "eight",
                "p. 26",
                unit="key areas",
                check="Differs",
            ),
        ),
    ),
    Case(
        number=16,
        what="two years in which it began",
        facts=(
            claim("start of the work", "2021", "Summary"),
            claim("start of the work", "2020", "p. 8"),
        ),
    ),
    Case(
        number=17,
        what="three responses or fourteen returns",
        facts=(
            claim("written responses", "three", "p. 11", unit="responses"),
            returned("Sectoral 1", "Adavu", "Organisations returned questionnaires / email feedback"),
        ),
    ),
    Case(
        number=18,
        what="two headings for the returns",
        facts=(
            returned("Sectoral 5", "Warwickshire Police", "Organisations returned questionnaires feedback"),
        ),
        also=(("Return", {"heading": "Organisations returned questionnaires / email feedback"}),),
    ),
    Case(
        number=19,
        what="fourteen answers to one form, two returns of another",
        facts=(
            claim(
                "answers to the feedback form",
                "nine",
                "p. 20",
                unit="yes",
                about="Sectoral 5, 16/05/23",
                note="Two bodies returned something else.",
            ),
        ),
        also=(("Return", {"listing": "Warwickshire Police"}),),
    ),
    Case(
        number=20,
        what="a call after the workshops its returns are filed under",
        facts=(
            Fact(
                at="setup/sent",
                typed={
                    "What was sent": "Public call for feedback",
                    "Title": "Call for written feedback",
                    "Sent on": "20th June 2023",
                },
                kind="Dispatch",
                kept={
                    "dispatch_kind": "call",
                    "sent": {"given": "20th June 2023", "edtf": "2023-06-20", "precision": "day"},
                },
            ),
        ),
        also=(("Return", {"listing": "Adavu", "returned_on": ""}),),
    ),
    Case(
        number=21,
        what="about ninety, which no sum reaches",
        facts=(
            claim(
                "responses",
                "90",
                "p. 33",
                unit="individuals and organisations",
                approximate="yes",
                check="Cannot be worked out again",
            ),
        ),
    ),
    Case(
        number=22,
        what="asked after every workshop, told of one",
        facts=(claim("survey held", "at the end of each workshop", "pp. 9-10", note="Results of one only."),),
    ),
    Case(
        number=23,
        what="categories that mean different things in different rows",
        facts=(
            headcount("Partnership 4", "Survivor Consultants", "3", overlap=True),
            headcount("Partnership 4", "Independent Consultants", "3", overlap=True),
            headcount("Partnership 1", "Independent Consultants", "2"),
        ),
    ),
    Case(
        number=24,
        what="whom the consultants belong to",
        facts=(
            claim("whom the three consultants belong to", "Hope for Justice", "p. 22"),
            claim("whom the three consultants belong to", "the partners, directly", "p. 23"),
        ),
    ),
    Case(
        number=25,
        what="all interviews, which were two",
        facts=(
            claim("interviews held", "two", "p. 22", unit="interviews"),
            claim("interviews a finding rests on", "all", "p. 24", unit="interviews"),
        ),
    ),
    Case(
        number=26,
        what="invited, and not listed as there",
        put=(
            Organisation(id=_LEAP, name="Human Trafficking Foundation LEAP group"),
            Organisation(id=_HTF, name="Human Trafficking Foundation"),
            OrganisationLink(id=link_id("OrganisationLink", _LEAP, _HTF), organisation=_LEAP, other=_HTF),
        ),
        facts=(
            claim(
                "sectoral workshops",
                "invited",
                "p. 23",
                about_what="Organisation: Human Trafficking Foundation LEAP group",
            ),
        ),
        also=(
            ("Organisation", {"name": "Human Trafficking Foundation"}),
            ("OrganisationLink", {"relation": "part_of", "organisation": _LEAP}),
        ),
    ),
    Case(
        number=27,
        what="the evaluator at every workshop, listed at one",
        facts=(
            claim("sectoral workshops attended by the evaluator", "each", "p. 11", unit="workshops"),
            listed("Sectoral 1", "Liverpool University", came="To observe"),
        ),
        also=(("Attendance", {"listing": "Liverpool University", "capacity": "observer"}),),
    ),
    Case(
        number=28,
        what="people named in the text whom no row shows",
        put=(
            Organisation(id=_WELSH, name="Welsh Government", nation=Nation.WALES),
            OrganisationName(
                id="55555555-5555-4555-8555-555555555555",
                organisation=_WELSH,
                text="Welsh Govt",
                source=SOURCE,
            ),
        ),
        facts=(
            headcount("Partnership 3", "NGO", "4"),
            headcount("Partnership 3", "Government", "2"),
            listed("Sectoral 5", "Welsh Government"),
            claim(
                "named in the text",
                "a Welsh assembly representative",
                "p. 26",
                about="Partnership 3, 4/11/22",
            ),
        ),
        also=(("OrganisationName", {"text": "Welsh Govt"}), ("Organisation", {"nation": "wales"})),
    ),
    Case(
        number=29,
        what="one group in two places of a matrix",
        facts=(
            claim("place of the consultants in the matrix", "consult", "p. 28"),
            claim("place of the consultants in the matrix", "collaborate/empower", "p. 30"),
        ),
    ),
    Case(
        number=30,
        what="a matrix of which most is lost",
        facts=(
            claim(
                "stakeholder matrix",
                "High Influence",
                "p. 28",
                note="No coordinates are known.",
                check="Cannot be worked out again",
            ),
        ),
    ),
    Case(
        number=31,
        what="independent, and yet scribe or facilitator",
        put=(Person(id=_IDVA, display="The evaluator"),),
        facts=(
            claim("role of the evaluator", "independent", "p. 8"),
            row(
                "sessions",
                "Sectoral 1",
                "Roles",
                "SessionRole",
                {"Person": "The evaluator", "Role": "observer"},
                person=_IDVA,
                role="observer",
            ),
            row(
                "sessions",
                "Sectoral 1",
                "Roles",
                "SessionRole",
                {"Person": "The evaluator", "Role": "facilitator"},
                person=_IDVA,
                role="facilitator",
            ),
        ),
    ),
    Case(
        number=32,
        what="labels that differ, repeat or have no number",
        facts=(
            claim("project lead", "project lead", "Summary"),
            claim("project lead", "project leads", "pp. 9-10"),
        ),
        also=(
            (
                "Session",
                {
                    "label": "Frontline",
                    "date": {"given": "07/06/23", "edtf": "2023-06-07", "precision": "day"},
                },
            ),
            (
                "Session",
                {
                    "label": "Frontline",
                    "date": {"given": "19/07/23", "edtf": "2023-07-19", "precision": "day"},
                },
            ),
        ),
    ),
    Case(
        number=33,
        what="agreed across the workshops, on neither group's list",
        facts=(
            claim(
                "agreement on cultural intelligence",
                "across the workshops",
                "p. 14",
                note="On neither list of Partnership 1.",
            ),
        ),
    ),
)
"""Each once, in order."""
