"""The example consultation keeps to its source, hangs together, and tells the story the demonstration needs."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

import pytest

from capture_app.domain.codec import body_of
from capture_app.domain.errors import Refused
from capture_app.domain.example import SheetEntry, Story, ballots_in, records_in, story_in
from capture_app.domain.ids import link_id
from capture_app.domain.plain import to_plain
from capture_app.domain.record import Record, kind_of
from capture_app.domain.records import (
    AgendaPart,
    Attendance,
    Claim,
    Consent,
    Consultation,
    Form,
    GlossaryTerm,
    Interest,
    Line,
    Organisation,
    OrganisationLink,
    Person,
    Return,
    Session,
    SessionRole,
    SessionTheme,
    Sheet,
    Statement,
    StatementLink,
    Theme,
    ThemeLabel,
)
from capture_app.domain.vocabulary import Given, Grain, ItemKind, Rule, YesNo

EXAMPLE = Path(__file__).parents[2] / "resources" / "example"
FILES = ("consultation", "prepared", "capture", "synthesis")

LINK_ENDS = {
    "LineTheme": ("line", "theme"),
    "OrganisationLink": ("organisation", "other"),
    "SessionTheme": ("session", "theme"),
    "StatementLink": ("statement", "evidence"),
}
REFERENCES = {
    *(
        "about",
        "evidence",
        "family",
        "form",
        "group",
        "line",
        "minutes",
        "objective_set",
        "organisation",
        "other",
    ),
    *("parent", "part", "person", "session", "sheet", "statement", "theme", "who"),
}

_Kind = TypeVar("_Kind", bound=Record)


def text_of(name: str) -> str:
    return (EXAMPLE / name).read_text(encoding="utf-8")


def records(*names: str) -> tuple[Record, ...]:
    return tuple(record for name in names for record in records_in(text_of(f"{name}.jsonl")))


def every(kind: type[_Kind], *names: str) -> list[_Kind]:
    return [record for record in records(*(names or FILES)) if isinstance(record, kind)]


def story() -> Story:
    return story_in(text_of("laptops.json"))


def named(label: str) -> Session:
    return next(session for session in every(Session) if session.label == label)


def there(session: Session) -> list[Attendance]:
    return [entry for entry in every(Attendance, "consultation") if entry.session == session.id]


def series(name: str) -> list[Session]:
    found = [session for session in every(Session) if session.series == name]
    return sorted(found, key=lambda session: (session.date.edtf, session.order))


def references_of(record: Record) -> set[str]:
    """The ids it holds; the part somebody has in the matter is words."""
    names = REFERENCES - ({"part"} if isinstance(record, Interest) else set())
    return {value for name in names if (value := getattr(record, name, ""))}


@pytest.mark.parametrize("name", FILES)
def test_every_record_holds_exactly_what_its_line_says(name: str) -> None:
    lines = text_of(f"{name}.jsonl").splitlines()
    for line, record in zip(lines, records(name), strict=True):
        told: dict[str, Any] = json.loads(line)
        assert (told.pop("kind"), told.pop("id")) == (kind_of(record), record.id)
        body = body_of(record)
        assert told == {field: body[field] for field in told}


def test_ids_are_unique_and_each_file_refers_only_to_itself_and_those_before_it() -> None:
    known: set[str] = set()
    for name in FILES:
        ids = [record.id for record in records(name)]
        assert len(known) + len(ids) == len(known.union(ids))
        known.update(ids)
        assert {to for record in records(name) for to in references_of(record)} <= known


def test_links_have_the_id_that_any_laptop_would_give_them() -> None:
    links = [record for record in records(*FILES) if kind_of(record) in LINK_ENDS]
    for link in links:
        kind = kind_of(link)
        assert link.id == link_id(kind, *(getattr(link, end) for end in LINK_ENDS[kind]))


def test_the_story_and_the_ballots_hold_exactly_what_their_files_say() -> None:
    assert to_plain(story().laptops) == json.loads(text_of("laptops.json"))["laptops"]
    assert to_plain(ballots_in(text_of("answers.json"))) == json.loads(text_of("answers.json"))


def test_a_line_that_fits_no_record_is_refused() -> None:
    for bad in ("{", '{"kind": "Soup", "id": "1"}', '{"kind": "Line", "id": "1", "level": "two"}'):
        with pytest.raises(Refused):
            records_in(bad)


def test_headcounts_are_those_of_the_appendix() -> None:
    counted = {
        (session.label, session.date.given): sum(entry.count or 0 for entry in there(session))
        for session in series("partnership") + series("frontline")
    }
    assert counted == {
        ("Partnership 1", "10/5/22"): 10,
        ("Partnership 2", "5/7/22"): 11,
        ("Partnership 3", "4/11/22"): 9,
        ("Additional partnership workshop", "24th January 2023"): 0,
        ("Partnership 4", "21/3/23"): 15,
        ("Frontline", "07/06/23"): 7,
        ("Frontline", "19/07/23"): 7,
    }


def test_sectoral_workshops_list_organisations_and_count_nobody() -> None:
    entries = [there(session) for session in series("sectoral")]
    assert [len(listed) for listed in entries] == [11, 18, 16, 13, 20]
    flat = [entry for listed in entries for entry in listed]
    assert all(entry.count is None for entry in flat)
    assert len({entry.listing for entry in flat}) == 49
    assert len({entry.organisation or entry.category for entry in flat}) == 39
    unlisted = [entry for entry in flat if entry.grain is not Grain.ORGANISATION]
    assert all("Lived Experience" in entry.listing for entry in unlisted)


def test_fourteen_returns_came_from_four_organisations_of_which_few_attended() -> None:
    returns = every(Return)
    attended = {(entry.session, entry.organisation) for entry in every(Attendance)}
    assert len(returns) == 14
    assert len({back.organisation for back in returns}) == 4
    assert sum((back.about, back.organisation) in attended for back in returns) == 4


def test_a_foundation_and_its_group_stay_two_organisations() -> None:
    names = {organisation.id: organisation.name for organisation in every(Organisation)}
    second = [entry.organisation for entry in there(named("Sectoral 2"))]
    leap = [names[one] for one in second if names.get(one, "").startswith("Human Trafficking Foundation")]
    assert leap == ["Human Trafficking Foundation", "Human Trafficking Foundation LEAP group"]
    pairs = {(names[link.organisation], names[link.other]) for link in every(OrganisationLink)}
    assert {("Greencore", "MSIN"), ("Jericho", "Equiano Project"), (leap[1], leap[0])} <= pairs


def test_no_sectoral_workshop_bears_on_the_eighth_area() -> None:
    codes = {theme.id: theme.code for theme in every(Theme)}
    sectoral = {session.id for session in series("sectoral")}
    covered = [codes[link.theme] for link in every(SessionTheme) if link.session in sectoral]
    assert sorted(covered) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]
    assert "A8" in codes.values()


def test_the_sixteen_sessions_fall_in_the_order_of_their_dates() -> None:
    dated = sorted((s for s in every(Session) if s.series != "review"), key=lambda s: s.date.edtf)
    assert [re.sub(r"^(.)\D*(\d?)$", r"\1\2", session.label) for session in dated] == (
        ["P1", "P2", "S1", "P3", "S2", "A", "S3", "P4", "S4", "S5", "F", "F", "F"]
    )
    assert dated[-1].date.given == "28th September"
    assert [review.date.given for review in series("review")] == ["between June and September"] * 3
    assert {s.date.given for s in every(Session) if s.date.inferred} == {
        "28th September",
        "between June and September",
    }


def test_counted_listed_and_analysed_are_three_different_numbers_of_sessions() -> None:
    sessions = every(Session)
    assert len(sessions) == 16
    assert Counter(session.counted_in_total for session in sessions)[YesNo.YES] == 13
    assert Counter(session.in_appendix for session in sessions)[YesNo.YES] == 11
    assert Counter(session.in_analysis for session in sessions) == {
        YesNo.YES: 11,
        YesNo.NO: 2,
        YesNo.NOT_STATED: 3,
    }


def test_contradicting_claims_stand_side_by_side_each_with_its_place() -> None:
    said: dict[tuple[str, str], list[str]] = {}
    for claim in every(Claim):
        said.setdefault((claim.about, claim.topic), []).append(claim.value)
        assert claim.source
        assert claim.locator
    project = every(Consultation)[0].id
    assert said[project, "partnership workshops held"] == ["five", "four"]
    assert said[project, "start of the work"] == ["2021", "2020"]
    assert ["met", "less directly discussed"] in said.values()
    assert [claim.value for claim in every(Claim) if claim.approximate] == ["90"]


def test_each_theme_shows_one_of_its_labels() -> None:
    preferred = Counter(label.theme for label in every(ThemeLabel) if label.preferred)
    assert preferred == {theme.id: 1 for theme in every(Theme)}


def test_the_consultation_says_what_is_invented() -> None:
    assert "invented" in every(Consultation)[0].invented
    for entry in every(Attendance, "capture"):
        assert "(invented)" in entry.listing


def test_whoever_is_named_is_invented_and_says_so_and_several_roles_an_interest_and_a_consent_are_there() -> (
    None
):
    people = every(Person)
    assert all("(invented)" in person.display for person in people)
    roles = Counter(role.person for role in every(SessionRole))
    assert roles.keys() == {person.id for person in people}
    assert max(roles.values()) > 1
    (interest,) = every(Interest)
    for words in (
        interest.declared_by,
        interest.text,
        interest.effect,
        *(one.note for one in every(Consent)),
    ):
        assert words.endswith("(invented)")


def test_the_glossary_has_every_short_form_that_the_source_leaves_unexplained() -> None:
    terms = {one.term for one in every(GlossaryTerm)}
    assert {"NRM", "IDVA", "MARAC", "CICA", "OISC", "PCC"} <= terms
    assert all(one.meaning for one in every(GlossaryTerm))


def test_invented_text_names_no_organisation() -> None:
    listed = {entry.listing for entry in every(Attendance, "consultation")}
    names = {organisation.name for organisation in every(Organisation)} | listed
    invented = "".join(
        text_of(name) for name in ("prepared.jsonl", "capture.jsonl", "synthesis.jsonl", "answers.json")
    )
    words = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE)
    assert not words.findall(invented)


def test_lines_stand_under_an_item_for_lines_or_a_part_of_the_agenda() -> None:
    forms = {form.id: form for form in every(Form)}
    sheets = {sheet.id: forms[sheet.form] for sheet in every(Sheet)}
    parts = {part.id for part in every(AgendaPart)}
    for line in every(Line):
        on_sheet = bool(line.sheet) and sheets[line.sheet].items[line.item].kind is ItemKind.LINES
        assert on_sheet != (bool(line.minutes) and line.part in parts)


def test_nobody_is_named_where_the_rule_forbids_it() -> None:
    ruled = {part.id for part in every(AgendaPart) if part.rule is Rule.CHATHAM_HOUSE}
    under_rule = [line for line in every(Line) if line.part in ruled]
    assert len(ruled) == 1
    assert under_rule
    assert all(line.attribution in ("none", "participant") for line in under_rule)
    assert not any(line.who or line.organisation for line in every(Line))


def test_two_lines_and_one_statement_wait_for_a_link() -> None:
    links = every(StatementLink)
    assert len({line.id for line in every(Line)} - {link.evidence for link in links}) == 2
    assert len({one.id for one in every(Statement)} - {link.statement for link in links}) == 1


def questionnaire() -> Form:
    kiosk = next(laptop.kiosk for laptop in story().laptops if laptop.kiosk)
    return next(form for form in every(Form) if form.id == kiosk.form)


def test_fourteen_ballots_say_nine_times_yes_four_times_maybe_once_no() -> None:
    ballots = ballots_in(text_of("answers.json"))
    assert Counter(ballot["local"].choice for ballot in ballots) == {"yes": 9, "maybe": 4, "no": 1}
    items = questionnaire().items
    for ballot in ballots:
        for item, answer in ballot.items():
            assert not answer.choice or answer.choice in {option.id for option in items[item].options}
            assert not answer.reason or items[item].reason


def test_blanks_refusals_and_two_equal_ballots_are_among_them() -> None:
    ballots = ballots_in(text_of("answers.json"))
    given = Counter(answer.given for ballot in ballots for answer in ballot.values())
    assert given[Given.RATHER_NOT_SAY] > 0
    assert any("joining" not in ballot for ballot in ballots)
    assert any(ballot == other for at, ballot in enumerate(ballots) for other in ballots[at + 1 :])


def test_every_captured_record_is_written_once_after_what_it_refers_to() -> None:
    written = [record for laptop in story().laptops for record in laptop.writes]
    captured = {record.id: record for record in records("capture")}
    assert sorted(written) == sorted(captured)
    for laptop in story().laptops:
        known = {record.id for record in records("consultation", "prepared")}
        for record in laptop.writes:
            assert references_of(captured[record]) <= known
            known.add(record)


def fields_set(entry: SheetEntry) -> dict[str, object]:
    plain = {"headcount": entry.headcount, "remote_headcount": entry.remote_headcount, "state": entry.state}
    answers = {f"answers/{item}": answer for item, answer in entry.answers.items()}
    return {name: value for name, value in (plain | answers).items() if value is not None}


def test_two_scribes_of_one_group_differ_in_two_fields_only() -> None:
    first, second, _ = (laptop.sheets[0] for laptop in story().laptops)
    assert first.sheet == second.sheet
    both = fields_set(first).keys() & fields_set(second).keys()
    assert {field for field in both if fields_set(first)[field] != fields_set(second)[field]} == {
        "headcount",
        "answers/share",
    }


def test_what_laptops_enter_into_sheets_fits_their_forms() -> None:
    forms = {form.id: form for form in every(Form)}
    sheets = {sheet.id: sheet for sheet in every(Sheet)}
    for entry in (entry for laptop in story().laptops for entry in laptop.sheets):
        items = forms[sheets[entry.sheet].form].items
        assert {items[item].kind for item in entry.answers} == {ItemKind.FIGURE}
