"""Organisations that look alike: shown, never put together by themselves; a decision is undone in one step (C5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from capture_app.domain.ids import new_id
from capture_app.domain.record import RecordId
from capture_app.domain.records import (
    Attendance,
    Organisation,
    OrganisationLink,
    OrganisationName,
    Party,
    Person,
    Return,
    Session,
)
from capture_app.domain.vocabulary import Grain, OrganisationRelation
from capture_app.services import keeping, organisations, workspaces
from capture_app.services.dumping import dump_digest
from capture_app.services.organisations import Other, around, decide_again, relate, same_as
from capture_app.services.workspaces import Workspace
from tests.helpers.lead_world import plan
from tests.helpers.people_records import in_sight, listed

FOUNDATION, GROUP = "Human Trafficking Foundation", "Human Trafficking Foundation LEAP group"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with two sessions."""
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    for label in ("Session 1", "Session 2"):
        keeping.keep(made, Session(id=new_id(), label=label))
    yield made
    made.close()


def _organisation(workspace: Workspace, name: str) -> RecordId:
    made = Organisation(id=new_id(), name=name)
    keeping.keep(workspace, made)
    return made.id


def _listed(workspace: Workspace, label: str, text: str, organisation: RecordId = "") -> RecordId:
    session = next(one.record.id for one in keeping.entries(workspace, Session, label=label))
    entry = listed(session, text, organisation)
    keeping.keep(workspace, entry)
    return entry.id


def _others(workspace: Workspace, organisation: RecordId) -> list[Other]:
    return [one.other for one in around(workspace, organisation).suggestions]


def _entry(workspace: Workspace, record: RecordId) -> Attendance:
    found = keeping.entry(workspace, Attendance, record)
    assert found is not None
    return found.record


def test_a_foundation_and_its_group_are_shown_as_alike_and_stay_two(tmp_path: Path) -> None:
    lead, _session = plan(tmp_path / "lead")
    known = {one.record.name: one.record.id for one in keeping.entries(lead, Organisation)}
    before = dump_digest(lead)
    found = around(lead, known[FOUNDATION])
    assert [(one.name, one.relation, one.turned) for one in found.settled] == [
        (GROUP, OrganisationRelation.PART_OF, True)
    ]
    assert [(one.session, one.text) for one in found.listed] == [("Sectoral 2", FOUNDATION)]
    decide_again(lead, found.settled[0].link)
    assert _others(lead, known[FOUNDATION])[0].organisation == known[GROUP]
    relate(lead, known[FOUNDATION], _others(lead, known[FOUNDATION])[0], OrganisationRelation.PART_OF)
    assert dump_digest(lead) == before
    assert {FOUNDATION, GROUP} <= {one.record.name for one in keeping.entries(lead, Organisation)}
    lead.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet="ab cAB'’é", max_size=8), min_size=1, max_size=4))
def test_no_suggestion_changes_a_record_by_being_computed(workspace: Workspace, names: list[str]) -> None:
    made = [_organisation(workspace, name) for name in names]
    for name in names:
        _listed(workspace, "Session 1", name)
    before = dump_digest(workspace)
    for organisation in made:
        around(workspace, organisation)
    assert dump_digest(workspace) == before


def test_a_spelling_has_no_source_in_which_it_does_not_stand(workspace: Workspace) -> None:
    ours, theirs = _organisation(workspace, "Ellas"), _organisation(workspace, "Ella's")
    for session, listing in (("Session 1", "Ellas"), ("Session 2", "Ella's")):
        entry = _listed(workspace, session, listing)
        keeping.keep(workspace, replace(_entry(workspace, entry), organisation=theirs))
    (other,) = (one for one in _others(workspace, ours) if one.organisation)
    same_as(workspace, ours, other, [])
    (name,) = keeping.entries(workspace, OrganisationName, organisation=ours)
    assert (name.record.text, name.record.source) == ("Ella's", "Session 2")


def test_another_spelling_moves_only_the_entries_that_were_said_and_changes_no_letter(
    workspace: Workspace,
) -> None:
    ellas = _organisation(workspace, "Ella's")
    first = _listed(workspace, "Session 1", "Ellas")
    second = _listed(workspace, "Session 2", "Ellas")
    before = in_sight(workspace)
    (other,) = _others(workspace, ellas)
    assert [one.record for one in other.listed] == [first, second]
    step = same_as(workspace, ellas, other, [first]).value
    (name,) = keeping.entries(workspace, OrganisationName, organisation=ellas)
    assert (name.record.text, name.record.source) == ("Ellas", "Session 1, Session 2")
    assert [_entry(workspace, one).organisation for one in (first, second)] == [ellas, ""]
    assert _entry(workspace, first).listing == "Ellas"
    again = keeping.undo(workspace, step).value
    assert in_sight(workspace) == before
    keeping.undo(workspace, again)
    assert _entry(workspace, first).organisation == ellas


def test_a_joint_listing_is_told_at_both_organisations(workspace: Workspace) -> None:
    jericho, equiano = (_organisation(workspace, name) for name in ("Jericho", "Equiano Project"))
    _listed(workspace, "Session 1", "Jericho", jericho)
    joint = _listed(workspace, "Session 2", "Jericho / Equiano Project", jericho)
    assert around(workspace, equiano).listed == ()
    relate(workspace, jericho, Other("Equiano Project", equiano, ()), OrganisationRelation.LISTED_WITH)
    assert [one.record for one in around(workspace, equiano).listed] == [joint]
    assert len(around(workspace, jericho).listed) == 2


def test_an_organisation_listed_without_a_number_stays_without_one(workspace: Workspace) -> None:
    ellas = _organisation(workspace, "Ella's")
    entry = _listed(workspace, "Session 1", "Ellas")
    same_as(workspace, ellas, _others(workspace, ellas)[0], [entry])
    found = _entry(workspace, entry)
    assert (found.grain, found.count, found.person) == (Grain.ORGANISATION, None, None)


def test_a_name_that_is_no_organisation_of_its_own_hands_over_all_that_names_it(workspace: Workspace) -> None:
    wales, welsh = _organisation(workspace, "Welsh Government"), _organisation(workspace, "Welsh government")
    entry = _listed(workspace, "Session 1", "Welsh government", welsh)
    person = Person(id=new_id(), display="R.", organisation=welsh)
    party = Party(id=new_id(), name="The government", organisation=welsh)
    back = Return(id=new_id(), organisation=welsh, listing="Welsh government")
    link = OrganisationLink(
        id=new_id(), organisation=welsh, other=wales, relation=OrganisationRelation.LISTED_WITH
    )
    for record in (person, party, back):
        keeping.keep(workspace, record)
    other = next(one for one in _others(workspace, wales) if one.organisation == welsh)
    keeping.keep(workspace, link)
    before = in_sight(workspace)
    step = same_as(workspace, wales, other, [], whole=True).value
    assert [one.record.id for one in keeping.entries(workspace, Organisation)] == [wales]
    assert _entry(workspace, entry).organisation == wales
    for kind in (Person, Party, Return):
        (moved,) = keeping.entries(workspace, kind, organisation=wales)
        assert moved.record.id in (person.id, party.id, back.id)
    assert keeping.entries(workspace, OrganisationLink) == ()
    keeping.undo(workspace, step)
    assert in_sight(workspace) == before


def test_two_that_are_kept_apart_are_not_asked_about_again_from_either_side(workspace: Workspace) -> None:
    one, two = _organisation(workspace, "Flourish"), _organisation(workspace, "Flourish UK")
    relate(workspace, two, _others(workspace, two)[0], OrganisationRelation.KEPT_APART)
    relate_again = organisations.around(workspace, one)
    assert (_others(workspace, one), _others(workspace, two)) == ([], [])
    (settled,) = relate_again.settled
    assert (settled.name, settled.relation) == ("Flourish UK", OrganisationRelation.KEPT_APART)
    decide_again(workspace, settled.link)
    assert [other.organisation for other in _others(workspace, one)] == [two]


def test_an_entry_that_is_kept_apart_becomes_an_organisation_of_its_own(workspace: Workspace) -> None:
    flourish = _organisation(workspace, "Flourish")
    entry = _listed(workspace, "Session 1", "Flourish UK")
    before = in_sight(workspace)
    step = relate(
        workspace, flourish, _others(workspace, flourish)[0], OrganisationRelation.KEPT_APART, [entry]
    ).value
    names = {one.record.id: one.record.name for one in keeping.entries(workspace, Organisation)}
    assert names[_entry(workspace, entry).organisation] == "Flourish UK"
    assert _others(workspace, flourish) == []
    keeping.undo(workspace, step)
    assert in_sight(workspace) == before


def test_an_organisation_shows_only_the_sessions_that_list_it(tmp_path: Path) -> None:
    lead, _session = plan(tmp_path / "lead")
    known = {one.record.name: one.record.id for one in keeping.entries(lead, Organisation)}
    invited_to_all, evaluator = around(lead, known[GROUP]), around(lead, known["Liverpool University"])
    assert [one.session for one in invited_to_all.listed] == [f"Sectoral {n}" for n in (2, 3, 4, 5)]
    assert [one.session for one in evaluator.listed] == ["Sectoral 1"]
    lead.close()


def test_a_category_with_a_headcount_is_never_taken_for_an_organisation(workspace: Workspace) -> None:
    consultants = _organisation(workspace, "Independent Consultants")
    session = keeping.entries(workspace, Session)[0].record.id
    keeping.keep(
        workspace, Attendance(id=new_id(), session=session, listing="Independent Consultants", count=3)
    )
    assert around(workspace, consultants) == organisations.Around()
