"""The other sixteen places where the source contradicts itself, in our words: what is typed, and what comes back."""

from __future__ import annotations

from capture_app.domain.ids import link_id
from capture_app.domain.records import Organisation, OrganisationLink, OrganisationName, Person
from capture_app.domain.vocabulary import Nation
from tests.e2e.told_facts import SOURCE, Case, Fact, claim, headcount, listed, returned, row

_LEAP, _WELSH, _IDVA = (
    "11111111-1111-4111-8111-111111111111",
    "22222222-2222-4222-8222-222222222222",
    "33333333-3333-4333-8333-333333333333",
)
_HTF = "44444444-4444-4444-8444-444444444444"

SECOND = (
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
"""X18 to X33, each once and in order."""
