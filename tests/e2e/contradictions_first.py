"""The first seventeen places where the source contradicts itself, in our words: what is typed, and what comes back."""

from __future__ import annotations

from tests.e2e.told_facts import EVENT, Case, Fact, claim, named, returned, row, theme

FIRST = (
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
)
"""X1 to X17, each once and in order."""
