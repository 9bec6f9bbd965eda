"""Two roles that do not go together quietly (C2, X31), and what erasing somebody would reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from capture_app.domain.errors import NotPossible
from capture_app.domain.ids import new_id, person_code
from capture_app.domain.record import Record
from capture_app.domain.records import (
    Attendance,
    Device,
    Group,
    Line,
    Minutes,
    Need,
    Observation,
    Person,
    Session,
    SessionRole,
    Sheet,
    Statement,
)
from capture_app.domain.vocabulary import Role
from capture_app.services import erasing, keeping, naming, workspaces
from capture_app.services.people import doubtful_people, doubtful_sessions, watches_and_writes
from capture_app.services.workspaces import Workspace

SAID = "nobody told us who would read the notes afterwards"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A lead's workspace with a consultation."""
    made = workspaces.new_workspace(tmp_path / "lead.capture", None).workspace
    workspaces.plan_consultation(made, "Riverside standard")
    yield made
    made.close()


@pytest.mark.parametrize(
    "roles",
    [
        ["observer", "scribe"],
        ["Evaluator", "scribe or facilitator"],
        ["observer", "minute-taker"],
        ["Observer", "Took minutes"],
        ["observer", "rapporteur"],
        ["observer", "note taker"],
        ["observing", "scribe"],
        ["Observed, and took notes"],
    ],
)
def test_looking_on_and_writing_is_noticed(roles: list[str]) -> None:
    assert watches_and_writes(roles)


@pytest.mark.parametrize(
    "roles",
    [
        ["observer", "presenter"],
        ["observer", "project lead", "chat watcher"],
        ["facilitator", "scribe"],
        [],
        [""],
    ],
)
def test_other_roles_go_together(roles: list[str]) -> None:
    assert not watches_and_writes(roles)


def test_two_such_roles_count_only_within_one_session(workspace: Workspace) -> None:
    person = Person(id=person_code(), display="Ines R.")
    one, two = Session(id=new_id(), label="Sectoral 1"), Session(id=new_id(), label="Sectoral 2")
    for record in (
        person,
        one,
        two,
        SessionRole(id=new_id(), session=one.id, person=person.id, role="observer"),
        SessionRole(id=new_id(), session=two.id, person=person.id, role="scribe"),
    ):
        keeping.keep(workspace, record)
    assert doubtful_sessions(workspace, person.id) == ()
    keeping.keep(workspace, SessionRole(id=new_id(), session=two.id, person=person.id, role="observer"))
    assert doubtful_sessions(workspace, person.id) == ("Sectoral 2",)
    assert doubtful_people(workspace, two.id) == ("Ines R.",)
    assert doubtful_people(workspace, one.id) == ()


@pytest.mark.parametrize(
    "wrote",
    [
        Device(id="d", label="Laptop A", holder="ines  r.", role=Role.SCRIBE.value, session="one"),
        Device(id="d", label="Laptop A", holder="Ines R.", role=Role.FACILITATOR.value, session="one"),
        Minutes(id="m", session="one", taker="Ines R."),
        Group(id="g", session="one", facilitator="Ines R."),
    ],
    ids=["scribe's laptop", "facilitator's laptop", "minutes", "group"],
)
def test_who_held_a_laptop_took_minutes_or_led_a_group_wrote_whatever_their_role_is_called(
    workspace: Workspace, wrote: Record
) -> None:
    ines = Person(id=person_code(), display="Ines R.")
    other = Person(id=person_code(), display="Kim O.")
    roles = [
        SessionRole(id=new_id(), session=each, person=person.id, role="observer")
        for person in (ines, other)
        for each in ("one", "two")
    ]
    for record in (Session(id="one", label="1"), Session(id="two", label="2"), ines, other, *roles):
        keeping.keep(workspace, record)
    assert doubtful_people(workspace, "one") == ()
    keeping.keep(workspace, wrote)
    assert doubtful_people(workspace, "one") == ("Ines R.",)
    assert doubtful_people(workspace, "two") == ()
    assert doubtful_sessions(workspace, ines.id) == ("1",)
    assert doubtful_sessions(workspace, other.id) == ()


@pytest.mark.parametrize(
    "looked_on",
    [
        Device(id="o", label="Laptop O", holder="ines r.", role=Role.OBSERVER.value, session="one"),
        Observation(id="o", session="one", device="d", who="Ines R.", given=True),
    ],
    ids=["observer's pack", "observer's notes"],
)
def test_who_holds_an_observers_pack_or_gave_notes_looked_on_though_nobody_wrote_down_their_role(
    workspace: Workspace, looked_on: Record
) -> None:
    ines = Person(id=person_code(), display="Ines R.")
    typed = Sheet(id="w", session="one", typed_by="Noor A., Ines R.")
    for record in (Session(id="one", label="1"), Session(id="two", label="2"), ines, typed):
        keeping.keep(workspace, record)
    assert doubtful_people(workspace, "one") == ()
    keeping.keep(workspace, looked_on)
    assert [one.casefold() for one in doubtful_people(workspace, "one")] == ["ines r."]
    assert doubtful_people(workspace, "two") == ()
    assert doubtful_sessions(workspace, ines.id) == ("1",)
    keeping.keep(workspace, SessionRole(id="r", session="one", person=ines.id, role="presenter"))
    assert doubtful_people(workspace, "one") == ("Ines R.",)


def test_whoever_only_wrote_or_holds_the_leads_own_laptop_is_not_doubted(workspace: Workspace) -> None:
    ines, kim = (Person(id=person_code(), display=name) for name in ("Ines R.", ""))
    for record in (
        *(Session(id="one", label="1"), ines, kim, Minutes(id="m", session="one", taker="")),
        SessionRole(id=new_id(), session="one", person=ines.id, role="observer"),
        SessionRole(id=new_id(), session="one", person=kim.id, role="observer"),
        Device(id="d", label="Project lead", holder="Ines R.", role=Role.LEAD.value, session="one"),
        Device(id="e", label="Laptop B", holder="Jo M.", role=Role.SCRIBE.value, session="one"),
    ):
        keeping.keep(workspace, record)
    assert doubtful_people(workspace, "one") == ()


def test_a_person_is_called_as_they_chose_and_without_a_name_where_they_chose_none(
    workspace: Workspace,
) -> None:
    for display in ("lead", ""):
        keeping.keep(workspace, Person(id=person_code(), display=display))
    assert [words for _, words in naming.choices(workspace, Person)] == ["lead", "Person without a name"]


def test_erasing_somebody_is_foreseen_with_every_record_and_with_what_repeats_their_words(
    workspace: Workspace,
) -> None:
    person = Person(id=person_code(), display="Rowan K.")
    entry = Attendance(id=new_id(), listing="Rowan K.", person=person.id)
    line = Line(id=new_id(), text=SAID, who=person.id)
    statement = Statement(id=new_id(), text=f"One said that {SAID}.")
    for record in (person, entry, line, statement, Need(id=new_id(), person=person.id, need="A quiet room")):
        keeping.keep(workspace, record)
    keeping.keep(workspace, replace(entry, person=None, listing="One consultant"))
    found = erasing.foresee_person(workspace, person.id)
    assert entry.id in found.records, "an older version named them"
    assert len(found.records) == 4
    assert [hit.record for hit in found.repeats] == [statement.id]
    assert "Person: Rowan K." in found.places
    assert "Need" in found.places, "what is in confidence is named by its kind alone"
    assert set(erasing.erase_person(workspace, person.id, "withdrawn").value) == set(found.records)
    assert erasing.foresee_person(workspace, person.id).records == ()


def test_what_was_erased_does_not_come_back_by_undoing(workspace: Workspace) -> None:
    person = Person(id=person_code(), display="Rowan K.")
    keeping.keep(workspace, person)
    renamed = keeping.keep(workspace, replace(person, display="Rowan Kettle")).value
    erasing.erase_person(workspace, person.id, "withdrawn")
    with pytest.raises(NotPossible, match="erased"):
        keeping.undo(workspace, renamed)
    assert keeping.entries(workspace, Person) == ()
    again = Person(id=person_code(), display="Rowan K.")
    step = keeping.keep(workspace, again).value
    keeping.undo(workspace, step)
    assert keeping.entries(workspace, Person) == (), "somebody else's change is undone as ever"
