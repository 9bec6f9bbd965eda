"""Records of one name are told apart where one of them is chosen (C5, C6, F3)."""

from dataclasses import replace

import pytest

from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record, RecordId
from capture_app.domain.records import Form, Group, Organisation, Person, Session, SessionRole
from capture_app.domain.values import Item
from capture_app.domain.vocabulary import FormPurpose, ItemKind, Nation
from capture_app.services import documents, keeping, naming, sessions
from capture_app.services.workspaces import Workspace
from tests.services.test_keeping import workspace

__all__ = ["workspace"]


def _people(workspace: Workspace, *people: Person) -> list[str]:
    for one in people:
        keeping.keep(workspace, one)
    named = dict(naming.choices(workspace, Person))
    return [named[one.id] for one in people]


def _person(name: str, organisation: RecordId = "", category: str = "") -> Person:
    return Person(id=person_code(), display=name, organisation=organisation, category=category)


def test_two_people_of_one_name_are_told_apart_by_their_organisations(workspace: Workspace) -> None:
    vale, hope = (Organisation(id=new_id(), name=name) for name in ("Vale Police", "Hope House"))
    for one in (vale, hope):
        keeping.keep(workspace, one)
    known = _people(
        workspace,
        _person("Sam Reed", vale.id),
        _person("sam  reed", hope.id),
        _person("Sam Reed"),
        _person("Ines R.", vale.id),
    )
    assert known == ["Sam Reed, Vale Police", "sam reed, Hope House", "Sam Reed", "Ines R."]


def test_what_they_share_is_not_said_and_what_differs_is(workspace: Workspace) -> None:
    vale = Organisation(id=new_id(), name="Vale Police")
    keeping.keep(workspace, vale)
    one, two = _person("Sam Reed", vale.id, "Police"), _person("Sam Reed", vale.id, "Police")
    for role in ("scribe", "observer"):
        keeping.keep(workspace, SessionRole(id=new_id(), person=one.id, role=role))
    assert _people(workspace, one, two) == ["Sam Reed, observer, scribe", "Sam Reed"]


def test_those_of_whom_nothing_else_is_known_are_numbered_the_same_way_every_time(
    workspace: Workspace,
) -> None:
    people = [replace(_person("Sam Reed"), id=code) for code in ("P-1", "P-2", "P-3")]
    wanted = [f"Sam Reed ({number} of 3 of that name)" for number in (1, 2, 3)]
    assert _people(workspace, *reversed(people)) == [*reversed(wanted)]
    assert [words for _, words in naming.choices(workspace, Person)] == wanted


@pytest.mark.parametrize(
    ("records", "wanted"),
    [
        (
            (
                Organisation(id="a", name="Hope House", category="NGO"),
                Organisation(id="b", name="Hope House", category="NGO", nation=Nation.WALES),
                Organisation(id="c", name="Hope House", category="Housing"),
            ),
            ["Hope House, NGO", "Hope House, NGO, Wales", "Hope House, Housing"],
        ),
        (
            (
                Form(id="a", title="Values"),
                Form(id="b", title="Values", family="a", edition=2),
                Form(id="c", title="Values", purpose=FormPurpose.QUESTIONNAIRE),
            ),
            ["Values, worksheet", "Values, edition 2", "Values, questionnaire"],
        ),
        (
            (
                Session(id="s", label="Sectoral 5"),
                Session(id="t", label="Sectoral 6"),
                Group(id="a", session="s", label="Group 1"),
                Group(id="b", session="t", label="Group 1"),
            ),
            ["Group 1, Sectoral 5", "Group 1, Sectoral 6"],
        ),
    ],
    ids=["organisations", "forms", "groups"],
)
def test_other_records_are_told_apart_by_what_they_have(
    workspace: Workspace, records: tuple[Record, ...], wanted: list[str]
) -> None:
    for one in records:
        keeping.keep(workspace, one)
    named = dict(naming.choices(workspace, type(records[-1])))
    assert [named[one.id] for one in records if one.id in named] == wanted


def test_two_worksheets_of_one_title_are_told_apart_where_they_are_given_and_printed(
    workspace: Workspace,
) -> None:
    keeping.keep(workspace, Session(id="s", label="Sectoral 5"))
    asked = {"q": Item(kind=ItemKind.LINES, prompt="What helps?", order="1")}
    keeping.keep(workspace, Form(id="a", title="Values"))
    keeping.keep(workspace, Form(id="b", title="Values", items=asked))
    wanted = {"a": "Values, 0 questions", "b": "Values, 1 question"}
    assert {one.id: one.title for one in sessions.worksheets(workspace, "s").forms} == wanted
    assert {form: title for form, title, _kind in documents.on_offer(workspace).forms} == wanted
